"""Words and marks for packages that were trained on the Moses tokenizer's."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.translate import moses, tokens


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Er kam am 3. Mai.", "Er kam am 3. Mai ."),
        ("Das kostet 2,5 Mrd. Euro, nicht 1.500.", "Das kostet 2,5 Mrd. Euro , nicht 1.500 ."),
        ("„Ja“, sagte Dr. Berger.", "&quot; Ja &quot; , sagte Dr. Berger ."),
        ("Nato-Chef (AFP): 20 %!", "Nato-Chef ( AFP ) : 20 % !"),
        ("Wo? [hier] A&B |", "Wo ? &#91; hier &#93; A &amp; B &#124;"),
        ("Warten ...", "Warten ..."),
        ("", ""),
    ],
)
def test_words(sentence: str, words: str) -> None:
    assert moses.words(sentence) == words.split()


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("He came on 3 May .", "He came on 3 May."),
        ("&quot; Yes , &quot; said Mr. Berger .", '"Yes," said Mr. Berger.'),
        ("It doesn &apos;t cost $ 3 ( or 20 % ) .", "It doesn't cost $3 (or 20%)."),
        ("Berger &apos;s A &amp; B", "Berger's A & B"),
        ("He said : &quot; No . &quot; Then : &quot; Yes . &quot;", 'He said: "No." Then: "Yes."'),
    ],
)
def test_text(words: str, text: str) -> None:
    assert moses.text(words.split()) == text


def test_pieces_of_a_bpe_package(tmp_path: Path) -> None:
    (tmp_path / "bpe.model").write_text("#version: 0.2\nG u\nGu t\n", encoding="utf-8")
    tokenizer = tokens.load(tmp_path)
    assert tokenizer.encode("Guten.") == ["Gut@@", "e@@", "n", "."]
    assert tokenizer.decode(["Go@@", "od", "day", "."]) == "Good day."
