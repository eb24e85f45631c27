"""Briefings and their English -> pages, in memory."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2
import yaml

from generator.config import Config
from generator.model import Briefing, Language, Moved, Page, Translation
from generator.render import data, index, markup
from generator.render.view import Texts, View
from generator.translate import glossary, stage, termbase

TEMPLATES = Path(__file__).parents[2] / "templates"
LANGUAGES: tuple[Language, ...] = ("de", "en")


def render(
    briefings: tuple[Briefing, ...], translation: Translation, config: Config, moved: tuple[Moved, ...] = ()
) -> tuple[Page, ...]:
    """Every page of the site in both languages, and the data; the newest briefing first. Writes nothing.

    Args:
        moved: addresses of earlier runs, each of which gets a page that leads on.

    Raises:
        jinja2.TemplateError: a template is wrong or asks for something that is not there.
        EngineError: the termbase cannot be used.
    """
    texts = Texts(translation)
    environment = _environment()
    newest = tuple(sorted(briefings, key=_age, reverse=True))
    everybody = index.people(newest)
    terms = termbase.load(stage.termbase_file(config)).terms
    pages: list[Page] = []
    for language in LANGUAGES:
        labels = load_labels(language)

        def page(template: str, path: str, language: Language = language, labels: Any = labels, **values: Any) -> Page:
            view = View(language=language, labels=labels, texts=texts, url=_url(path))
            text = environment.get_template(template).render(t=labels, view=view, **values)
            return Page(path=f"{language}/{path}", language=language, text=text)

        pages.append(page("home.md.j2", "index.md", briefings=newest))
        pages += [page("briefing.md.j2", f"briefings/{markup.anchor(b.id)}.md", briefing=b) for b in newest]
        pages += [
            page("moved.md.j2", f"briefings/{markup.anchor(m.id)}.md", briefing=b)
            for m in moved
            for b in newest
            if b.id == m.to
        ]
        pages.append(page("people.md.j2", "people/index.md", people=everybody))
        pages += [page("person.md.j2", f"people/{markup.anchor(p.id)}.md", person=p) for p in everybody]
        pages.append(page("places.md.j2", "places.md", sites=index.sites(newest)))
        letters, sources = glossary.letters(terms, language), glossary.sources(terms)
        pages.append(page("glossary.md.j2", "glossary.md", letters=letters, sources=sources))
        pages.append(page("about.md.j2", "about.md"))
    return (*pages, *_data(newest, texts, moved))


def load_labels(language: Language) -> dict[str, Any]:
    """The words of the interface."""
    labels: dict[str, Any] = yaml.safe_load((TEMPLATES / f"labels.{language}.yml").read_text(encoding="utf-8"))
    return labels


def _data(briefings: tuple[Briefing, ...], texts: Texts, moved: tuple[Moved, ...]) -> list[Page]:
    values = {f"briefings/{markup.anchor(b.id)}.json": data.briefing(b, texts) for b in briefings}
    values |= {"index.json": data.index(briefings, texts, moved), "schema.json": data.schema()}
    return [Page(path=f"{data.API}/{name}", language="de", text=data.dumps(value)) for name, value in values.items()]


def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "anchor": markup.anchor,
        "block": markup.block,
        "data": markup.data,
        "heading": markup.heading,
        "sentence": markup.sentence,
        "web": _web,
        "yaml": markup.yaml,
    }
    return environment


def _age(briefing: Briefing) -> tuple[str, str]:
    return (briefing.date.iso() if briefing.date else "", briefing.id)


def _url(path: str) -> str:
    stem = path.removesuffix(".md")
    return re.sub(r"(^|(?<=/))index$", "", stem) if stem.endswith("index") else f"{stem}/"


def _web(address: str) -> str:
    """The address where it is an ordinary web one, else nothing."""
    return address if urlsplit(address).scheme in ("http", "https") else ""
