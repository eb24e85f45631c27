"""Short pairs out of a word list: each word alone and in a few contexts, inflected on both sides.

`phrases/words.tsv` holds German, English and part of speech; `phrases/contexts.tsv` the contexts. German forms come
from the project's lexicon, those of a compound from its last noun; English ones from rules and `irregular.tsv`.
"""

import random
import re
from collections import defaultdict
from pathlib import Path

import marisa_trie
from augment import PHRASES, Pair

from generator.analyse.lexicon import Lexicon

SLOT = re.compile(r"\{([^}]+)\}")
ARTICLES = {
    "MAS": {"der": "der", "den": "den", "dem": "dem", "des": "des", "ein": "ein", "einen": "einen", "einem": "einem"},
    "FEM": {"der": "die", "den": "die", "dem": "der", "des": "der", "ein": "eine", "einen": "eine", "einem": "einer"},
    "NEU": {"der": "das", "den": "das", "dem": "dem", "des": "des", "ein": "ein", "einen": "ein", "einem": "einem"},
}
CASES = {"der": "NOM", "ein": "NOM", "den": "AKK", "einen": "AKK", "keinen": "AKK", "dem": "DAT", "einem": "DAT"}
PARTICLES = (
    "zurück", "zusammen", "wieder", "weiter", "vorbei", "heraus", "herein", "hinaus", "hinein", "herbei", "nieder",
    "durch", "statt", "unter", "über", "fest", "frei", "fort", "heim", "hin", "her", "los", "mit", "nach", "vor", "weg",
    "zu", "ab", "an", "auf", "aus", "bei", "ein", "um",
)  # fmt: skip
IRREGULAR_PLURALS = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet", "tooth": "teeth",
    "mouse": "mice", "wife": "wives", "life": "lives", "knife": "knives", "leaf": "leaves", "half": "halves",
    "shelf": "shelves", "wolf": "wolves", "thief": "thieves", "aircraft": "aircraft", "series": "series",
    "species": "species", "hero": "heroes", "potato": "potatoes", "tomato": "tomatoes",
}  # fmt: skip
SHORTEST = 4
"""Letters of the last part of a compound."""
CONTEXTS = 3


def rows(name: str) -> list[list[str]]:
    """The rows of a table."""
    return [line.split("\t") for line in (PHRASES / name).read_text(encoding="utf-8").splitlines()]


def plural(noun: str) -> str:
    """The English plural of a noun phrase, made on its last word."""
    head, _, last = noun.rpartition(" ")
    if " of " in noun:
        first, _, rest = noun.partition(" of ")
        return f"{plural(first)} of {rest}"
    for single, several in IRREGULAR_PLURALS.items():
        if last == single or (last.endswith(single) and single in ("man", "woman", "child")):
            return f"{head} {last.removesuffix(single)}{several}".strip()
    if re.search(r"[^isu]s$", last):
        return noun
    if re.search(r"[^aeiou]y$", last):
        last = last[:-1] + "ies"
    elif last.endswith("sis"):
        last = last[:-2] + "es"
    else:
        last += "es" if re.search(r"(?:s|x|z|ch|sh)$", last) else "s"
    return f"{head} {last}".strip()


def with_article(phrase: str) -> str:
    """The phrase after "a" or "an"."""
    vowel = phrase[:1].lower() in "aeio" and not re.match(r"(?i)(?:one|eu|us(?:e|er)\b)", phrase)
    return f"{'an' if vowel or re.match(r'(?i)un[^i]|hour|heir|honou?r', phrase) else 'a'} {phrase}"


def verb_forms(verb: str) -> dict[str, str]:
    """Infinitive, third person, past and participle of an English verb phrase, made on its first word."""
    first, _, rest = verb.partition(" ")
    irregular = {row[0]: row[1:] for row in rows("irregular.tsv")}
    if first in irregular:
        past, participle = irregular[first]
    else:
        stem = first[:-1] + "i" if re.search(r"[^aeiou]y$", first) else first
        doubled = re.fullmatch(r"[^aeiou]*[aeiou][bdgklmnprt]", first) is not None
        past = participle = first + "d" if first.endswith("e") else (stem + first[-1] if doubled else stem) + "ed"
    third = {"have": "has", "be": "is", "do": "does", "go": "goes"}.get(first) or plural(first)
    forms = {"v": first, "s": third, "past": past, "pp": participle}
    return {name: f"{form} {rest}".strip() for name, form in forms.items()}


class German:
    """Inflected German forms, by the lexicon."""

    def __init__(self, folder: Path) -> None:
        lexicon = Lexicon.load(folder)
        self.by_lemma: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for form in marisa_trie.Trie().mmap(str(folder / "forms.marisa")):
            for reading in lexicon.readings(form):
                if reading.tag.startswith(("SUB:", "VER:")):
                    self.by_lemma[reading.lemma].append((form, reading.tag))

    def noun(self, word: str) -> tuple[str, dict[str, str]] | None:
        """Gender and forms by case and number (`NOM`, `DAT+`) of a noun in the nominative singular."""
        for start in range(max(1, len(word) - SHORTEST + 1)):
            lemma = word[start:] if not start else word[start:].capitalize()
            forms = [(f, t.split(":")) for f, t in self.by_lemma.get(lemma, ()) if t.startswith("SUB:")]
            genders = {t[3] for _, t in forms if len(t) > 3 and t[2] == "SIN"}
            if len(genders) == 1:
                found = {}
                for form, tag in forms:
                    key = tag[1] + ("+" if tag[2] == "PLU" else "")
                    found.setdefault(key, word[:start] + (form if not start else form.lower()))
                return genders.pop(), found
        return None

    def verb(self, infinitive: str) -> dict[str, str]:
        """Forms of a verb, the particle of a separable one where a main clause has it."""
        particle = next(
            (p for p in PARTICLES if infinitive.startswith(p) and infinitive[len(p) :] in self.by_lemma), ""
        )
        together = {tag: form for form, tag in self.by_lemma.get(infinitive, ()) if form.islower()}
        apart = {tag: form for form, tag in self.by_lemma.get(infinitive.removeprefix(particle), ()) if form.islower()}
        behind = f" {particle}" if particle else ""

        def form(table: dict[str, str], prefix: str) -> str:
            return next((f for t, f in sorted(table.items()) if t.startswith(prefix)), "")

        finite = apart if particle else together
        found = {
            "inf": infinitive,
            "zu inf": form(together, "VER:EIZ") or ("" if particle else f"zu {infinitive}"),
            "präs": form(finite, "VER:3:SIN:PRÄ"),
            "prät": form(finite, "VER:3:SIN:PRT"),
            "präts": form(finite, "VER:3:PLU:PRT"),
            "nprät": form(finite, "VER:3:SIN:PRT"),
            "pp": form(together, "VER:PA2"),
        }
        for name in ("präs", "prät", "präts"):
            found[name] = found[name] and found[name] + behind
        if particle and found["nprät"]:
            found["nprät"] = particle + found["nprät"]
        return {name: value for name, value in found.items() if value}


def noun_values(german: tuple[str, dict[str, str]], english: str) -> dict[str, str]:
    """What the slots of noun contexts become."""
    gender, forms = german
    articles = ARTICLES[gender]
    values = {"N": forms.get("NOM", ""), "n": english, "a n": with_article(english), "n+": plural(english)}
    for article, case in CASES.items():
        written = "k" + articles["einen"] if article == "keinen" else articles[article]
        if form := forms.get(case):
            values[f"{article} N"] = f"{written} {form}"
    if form := forms.get("GEN"):
        values["des N"] = f"{articles['des']} {form}"
    for name, key, before in (("N+", "NOM+", ""), ("die N+", "NOM+", "die "), ("den N+", "DAT+", "den ")):
        if form := forms.get(key):
            values[name] = before + form
    return {name: value for name, value in values.items() if value}


def inflected(lexicon: Path, seed: int = 1) -> list[Pair]:
    """Pairs of every word of `phrases/words.tsv`: alone, and in a few of the contexts that fit it, drawn at random."""
    rng, german = random.Random(seed), German(lexicon)
    contexts = defaultdict(list)
    for kind, left, right in rows("contexts.tsv"):
        contexts[kind].append((left, right))
    found: dict[Pair, None] = {}
    for word, meanings, pos in rows("words.tsv"):
        for english in meanings.split(" / "):
            found[word, english] = None
            kind, values = _values(german, word, english, pos)
            fit = [pair for pair in contexts[kind] if all(s in values for text in pair for s in SLOT.findall(text))]
            for pair in rng.sample(fit, min(CONTEXTS, len(fit))):
                texts = [SLOT.sub(lambda m, v=values: v[m[1]], text) for text in pair]
                if texts[0].endswith("."):
                    texts = [text[0].upper() + text[1:] for text in texts]
                found[texts[0], texts[1]] = None
    return list(found)


def _values(german: German, word: str, english: str, pos: str) -> tuple[str, dict[str, str]]:
    if pos == "n" and (noun := german.noun(word)) and noun[1].get("NOM") == word:
        return "noun", noun_values(noun, english)
    if pos == "npl":
        return "plural", {"N": word, "n": english}
    if pos == "v":
        return "verb", german.verb(word) | verb_forms(english)
    if pos == "a" and word.islower() and not word.endswith(("e", "el", "er", "en")):
        return "adjective", {"A": word, "a": english, "an a": with_article(english), "einA": f"ein {word}"}
    return "other", {"N": word, "n": english}
