"""Writes the golden pages: `python -m tests.render.golden`. The diff is for a person to read."""

from tests.render.test_render import GOLDEN, golden_pages

if __name__ == "__main__":
    for page in golden_pages():
        path = GOLDEN / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.text, encoding="utf-8")
