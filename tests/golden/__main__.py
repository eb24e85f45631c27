"""Writes every golden file anew: `python -m tests.golden`. The diff is for a person to read."""

from __future__ import annotations

from pathlib import Path

from tests.analyse.test_golden import golden_analyses
from tests.merge.test_golden import golden_briefings
from tests.render.test_render import GOLDEN as PAGES
from tests.render.test_render import golden_pages

HERE = Path(__file__).parent


def main() -> None:
    files = {HERE / "analysis" / name: text for name, text in golden_analyses().items()}
    files |= {HERE / "merge" / name: text for name, text in golden_briefings().items()}
    files |= {PAGES / page.path: page.text for page in golden_pages()}
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    print(f"{len(files)} golden files")


if __name__ == "__main__":
    main()
