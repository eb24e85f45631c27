"""MkDocs hook: one `mkdocs build` makes both languages, each page linked to its other one.

The German configuration (mkdocs.yml) is the one that MkDocs is started with; after its pages are written, the English
one (mkdocs.en.yml) is built into `en/` below them. Both load this hook for the links between the languages.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

_CODES = ("de", "en")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads the words of the interface in both languages, and the site's address where only generator.yml has it."""
    folder = Path(config.config_file_path).with_name("templates")
    settings = folder.with_name("generator.yml")
    if not config.site_url and settings.exists():
        site = (yaml.safe_load(settings.read_text(encoding="utf-8")) or {}).get("site") or {}
        config.site_url = site.get("url", "")
    for code in _CODES:
        path = folder / f"labels.{code}.yml"
        config.extra[f"labels_{code}"] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return config


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Gives the theme `labels`, the words of the interface, and `languages`: this page in each, with name and link."""
    return _words(context, config, page.url)


def on_template_context(context: dict[str, Any], *, template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """The same for what is no page of its own (404, sitemap): the languages' home pages."""
    return _words(context, config, "")


def on_post_build(*, config: MkDocsConfig) -> None:
    """Builds the English site below the German one, under the same strictness and address."""
    if config.theme["language"] != "de":
        return
    english = load_config(
        str(Path(config.config_file_path).with_name("mkdocs.en.yml")),
        site_dir=str(Path(config.site_dir) / "en"),
        site_url=f"{config.site_url.rstrip('/')}/en/" if config.site_url else "",
        strict=config.strict,
    )
    english.plugins.on_startup(command="build", dirty=False)
    try:
        build(english)
    finally:
        english.plugins.on_shutdown()


def _words(context: dict[str, Any], config: MkDocsConfig, url: str) -> dict[str, Any]:
    own = config.theme["language"]
    base = context["base_url"].rstrip("/")
    german, english = (base, f"{base}/en") if own == "de" else (f"{base}/..", base)
    path = "" if url in (".", "./") else url
    labels = {code: config.extra[f"labels_{code}"] for code in _CODES}
    languages = {
        code: {"name": labels[code]["language"], "link": f"{root}/{path}", "not_found": labels[code]["not_found"]}
        for code, root in zip(_CODES, (german, english), strict=True)
    }
    return context | {"labels": labels[own], "languages": languages}
