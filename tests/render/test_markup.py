"""Nothing that an article says acts as markup: it is read back from the page as the text that it was."""

from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render import markup

HOSTILE = [
    "<script>alert(1)</script>",
    "{{ 7*7 }} {% raw %}",
    '--8<-- "secret.txt"',
    "[x](javascript:alert(1))",
    "24. Februar 2022 begann",
    "- eins",
    "# kein Titel",
    "*fett* __fett__ `code` ~~weg~~",
    "![Bild](https://example.org/x.png)",
    "Fußnote[^1] und :smile: und ++neu++ und ==gelb==",
    "Titel {#falsch .boese onclick=alert(1)}",
    "Titel {: #falsch }",
    "&lt;b&gt; &#60; &amp;",
    "*[HTML]: Abkürzung",
    "a | b\n--|--\n1 | 2",
    "</div></details><iframe src=//example.org>",
    "\x02wzxhzdk:0\x03 \x00 \u2028",
    "'\"><img src=x onerror=alert(1)>",
    "https://example.org <https://example.org> mail@example.org",
    "\\*schon maskiert\\*",
]
MARKS = "{}[]()<>#*_`~|:+-=!\\&;^\"'1. \n\tax"
EXTENSIONS = ["attr_list", "toc", "tables", "fenced_code"]


class Reader(HTMLParser):
    """What a reader sees of an HTML page, and its elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.elements: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(text: str) -> str:
    return " ".join(text.split())


def check(text: str) -> None:
    source = f"# {markup.heading(text)} {{: #titel }}\n\n<div>\n<p>{markup.block(text)}</p>\n</div>\n\n## Ende\n"
    page = Reader(markdown.markdown(source, extensions=EXTENSIONS))
    assert page.elements == [("h1", [("id", "titel")]), ("div", []), ("p", []), ("h2", [("id", "ende")])]
    expected = markup.collapse(text)
    assert shown(page.text) == shown(f"{expected} {expected} Ende")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_it_is(text: str) -> None:
    check(text)


@given(st.text(alphabet=st.one_of(st.sampled_from(MARKS), st.characters(codec="utf-8"))))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    if markup.collapse(text):
        check(text)


@pytest.mark.parametrize(
    ("text", "german", "english"),
    [
        ('Er nannte es "gut".', "Er nannte es „gut“.", "Er nannte es “gut”."),
        ("„Ja“ und »nein«", "„Ja“ und „nein“", "“Ja” und “nein”"),
        ('Das Brett ist 5" breit', 'Das Brett ist 5" breit', 'Das Brett ist 5" breit'),
    ],
)
def test_quotation_marks_follow_the_language_where_they_pair(text: str, german: str, english: str) -> None:
    assert markup.quoted(text, "de") == german
    assert markup.quoted(text, "en") == english
