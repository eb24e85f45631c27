"""Write the lexicon of German forms.

    python training/lexicon/build.py FORMS.tsv.xz models/lexicon

FORMS has one reading a line: form, lemma, tag, parted by tabs (the dictionary of LanguageTool, exported).
The result is the same on every run.
"""

from __future__ import annotations

import argparse
import array
import lzma
import sys
from collections import Counter, defaultdict
from pathlib import Path

import marisa_trie

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from generator.analyse.lexicon import CLASSES, FORMS, NUMBERS, TAGS  # noqa: E402

Rule = tuple[int, str, str]
"""Letters to cut from the form, letters to add, `~` where the first letter changes case, else `-`."""


def rule(form: str, lemma: str) -> Rule:
    """How `lemma` comes from `form`."""
    swapped = form[:1].swapcase() + form[1:]
    sign, start = ("~", swapped) if form[:1] != lemma[:1] and swapped[:1] == lemma[:1] else ("-", form)
    same = next((i for i, (a, b) in enumerate(zip(start, lemma, strict=False)) if a != b), min(len(form), len(lemma)))
    return len(form) - same, lemma[same:], sign


def read(path: Path) -> dict[str, dict[Rule, list[str]]]:
    """Every form with its rules and their tags, without words of several parts and remarks."""
    forms: dict[str, dict[Rule, list[str]]] = defaultdict(lambda: defaultdict(list))
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            form, lemma, tag = line.rstrip("\n").split("\t")
            if form.startswith("#") or not lemma or " " in form + lemma + tag:
                continue
            tags = forms[form][rule(form, lemma)]
            if tag not in tags:
                tags.append(tag)
    return forms


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("forms", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    forms = read(args.forms)
    tag_counts = Counter(" ".join(tags) for rules in forms.values() for tags in rules.values())
    tag_sets = sorted(tag_counts, key=lambda t: (-tag_counts[t], t))
    tag_numbers = {tags: number for number, tags in enumerate(tag_sets)}

    def line(rules: dict[Rule, list[str]]) -> str:
        return "\t".join(f"{cut} {end} {sign} {tag_numbers[' '.join(t)]}" for (cut, end, sign), t in rules.items())

    lines = {form: line(rules) for form, rules in forms.items()}
    counts = Counter(lines.values())
    classes = sorted(counts, key=lambda c: (-counts[c], c))
    class_numbers = {text: number for number, text in enumerate(classes)}
    trie = marisa_trie.Trie(sorted(forms))
    numbers = array.array("H", bytes(2 * len(trie)))
    for form, key in trie.items():
        numbers[key] = class_numbers[lines[form]]
    args.out.mkdir(parents=True, exist_ok=True)
    trie.save(str(args.out / FORMS))
    (args.out / NUMBERS).write_bytes(numbers.tobytes())
    (args.out / CLASSES).write_text("\n".join(classes) + "\n", encoding="utf-8")
    (args.out / TAGS).write_text("\n".join(tag_sets) + "\n", encoding="utf-8")
    size = sum((args.out / name).stat().st_size for name in (FORMS, NUMBERS, CLASSES, TAGS))
    print(f"{len(forms)} forms, {len(classes)} classes, {len(tag_sets)} tag sets, {size} bytes")


if __name__ == "__main__":
    main()
