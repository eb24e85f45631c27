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


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Gives the templates `languages`: the same page in each language, by code, with its name and link."""
    return context | {"languages": _languages(config, page.url, context["base_url"])}


def on_template_context(context: dict[str, Any], *, template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """The same for a page outside the navigation (404), which says its words in both languages."""
    words = {code: _labels(config, code)["not_found"] for code in _CODES}
    return context | {"languages": _languages(config, "", context["base_url"]), "not_found": words}


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


def _languages(config: MkDocsConfig, url: str, base_url: str) -> dict[str, dict[str, str]]:
    base = base_url.rstrip("/")
    german, english = (base, f"{base}/en") if config.theme["language"] == "de" else (f"{base}/..", base)
    path = "" if url in (".", "./") else url
    roots = {"de": german, "en": english}
    return {code: {"name": _labels(config, code)["language"], "link": f"{roots[code]}/{path}"} for code in _CODES}


def _labels(config: MkDocsConfig, code: str) -> dict[str, Any]:
    path = Path(config.config_file_path).with_name("templates") / f"labels.{code}.yml"
    labels: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return labels
