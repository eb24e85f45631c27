"""Name spans as the tagger gives them, made ready: trimmed, without genitive, of the right kind."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.analyse import nations
from generator.analyse.article import Article, Words
from generator.analyse.cover import Cover
from generator.analyse.entities.bodies import body, institution, institutions, organisations
from generator.analyse.entities.syntax import governed
from generator.analyse.forms import base, east_asian, parse, plain
from generator.analyse.lexicon import Reading
from generator.analyse.names import NameSpan
from generator.analyse.places import gazetteer, nouns
from generator.analyse.roles import offices
from generator.analyse.roles.find import before
from generator.analyse.roles.phrase import uninflected
from generator.analyse.tables import words
from generator.model import EntityKind, Span

SURE = 100
"""Weight of a noun of place against the tagger's kinds."""
SHORTEST_MISSED = 5
"""Letters from which a word of the tables is a name even where the tagger saw none."""
LOCATIVE = frozenset(("in", "im", "am", "an", "auf", "vor", "bei", "beim", "nahe"))
RULER = re.compile(r" [IVX]{2,}$")
"""The number of a ruler at the end of a sentence, which keeps the full stop for itself."""
QUOTES = frozenset(("„", "“", '"', "»", "‚"))
ENDING = {"MAS": "er", "FEM": "e", "NEU": "es"}
"""Of an adjective without article, nominative singular."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A name in its place."""

    where: Words
    span: Span
    form: str
    """Without genitive ending, single-spaced."""
    kind: EntityKind
    part: bool
    """Inside a compound."""


def prepare(article: Article, names: Iterable[NameSpan]) -> tuple[Found, ...]:
    """The names in text order."""
    spans = [(name, where) for name in names if (where := article.locate(name.span))]
    seen = frozenset(form for _, where in spans for form in article.forms(where.sentence)[where.first : where.last])
    found = []
    whole_names = frozenset(w for n, w in spans if n.kind == "person" and len(w) > 1 and _anglophone(article, w))
    kept = frozenset(article.forms(w.sentence)[w.last - 1] for w in whole_names)
    tables = _tabled(article, Cover(name.span for name, _ in spans))
    tabled = Cover(t.span for t in tables)
    spans = [(n, w) for n, w in spans if not tabled.overlaps(n.span)]
    for name, whole in spans:
        where = whole if name.part else _trim(article, whole, name.kind)
        if where is None:
            continue
        span = name.span if name.part else article.span(where)
        form = " ".join(span.of(article.document.text).replace("''", "").split()).strip('-–„“"»«,:').lstrip("'‚‘’")
        form = form if re.search(r"\b(?:[A-ZÄÖÜ]|[IVX]+)\.$", form) else form.rstrip(".")
        if not any(c.isalpha() for c in form):
            continue
        previous = article.forms(where.sentence)[where.first - 1] if where.first else ""
        if name.kind == "organisation" and not name.part:
            form = _organisation(article, form, previous, seen)
        elif not name.part and form not in organisations():
            form = nominative(article, form, seen, name.kind, kept)
        form = _plain_organisation(article, form) if name.kind == "organisation" and " " in form else form
        located = governed(article, where) in LOCATIVE
        if name.kind == "person" and RULER.search(form):
            form += "."
        found.append(Found(where=where, span=span, form=form, kind=_kind(name, form, located=located), part=name.part))
    return tuple(sorted([*_agree(article, _split(article, found)), *tables], key=lambda f: f.span))


def _tabled(article: Article, spans: Cover) -> list[Found]:
    """Names that a table holds: those of several words, which no tagger breaks, and single ones that it missed.

    Args:
        spans: the tagger's names.
    """
    found = []
    for sentence, forms in article.each():
        for at, first in enumerate(forms):
            for length in (4, 3, 2):
                form = " ".join(forms[at : at + length])
                if at + length <= len(forms) and _in_table(form):
                    found.append(_table_entry(article, Words(sentence=sentence, first=at, last=at + length), form))
                    break
            else:
                if _missed(article, first) and not (at and forms[at - 1] in QUOTES):
                    entry = _table_entry(article, Words(sentence=sentence, first=at, last=at + 1), first)
                    found += [entry] if not spans.overlaps(entry.span) else []
    return found


def _missed(article: Article, form: str) -> bool:
    """Whether a word is an organisation or a capital of the tables even where the tagger saw no name."""
    if len(form) < SHORTEST_MISSED:
        return False
    if form in organisations():
        return not article.adjective(form.lower())
    forename = any(t.endswith(("VOR", "NAC")) for t in article.lexicon.tags(form))
    return form in nations.load().by_capital and not forename and not article.lexicon.common(form)


def _table_entry(article: Article, where: Words, form: str) -> Found:
    kind: EntityKind = "organisation" if form in organisations() else "place"
    region = gazetteer.region(form)
    name = region.name if region else organisations().get(form, form)
    return Found(where=where, span=article.span(where), form=name, kind=kind, part=False)


def _in_table(form: str) -> bool:
    if form in nouns.directions():
        return False
    return bool(nations.load().named(form) or form in organisations() or gazetteer.region(form))


def _split(article: Article, found: list[Found]) -> list[Found]:
    """ "Berger Lang" is two persons where each is the family name of another full name."""
    full = {f.form for f in found if f.kind == "person" and len(f.where) > 1}
    surnames = Counter(parse(form).surname for form in full)
    result = []
    for f in found:
        parts = f.form.split()
        own = parse(f.form).surname
        if (
            f.kind != "person"
            or len(f.where) != 2
            or not all(surnames[part] > (part == own and f.form in full) for part in parts)
        ):
            result.append(f)
            continue
        for at, form in zip(range(f.where.first, f.where.last), parts, strict=True):
            where = Words(sentence=f.where.sentence, first=at, last=at + 1)
            result.append(replace(f, where=where, span=article.span(where), form=form))
    return result


def _agree(article: Article, found: list[Found]) -> list[Found]:
    """One form, one kind: a noun of place before it decides, else the commonest kind."""
    kinds: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for f in found:
        forms = article.forms(f.where.sentence)
        head, _, rest = f.form.partition(" ")
        before = nouns.find(forms[f.where.first - 1]) if f.where.first else None
        noun = nouns.find(head) if rest else before
        if rest and f.kind == "person" and not f.part and before and before.kind in ("region", "city"):
            kinds[plain(f.form)]["place"] += SURE
        acting = f.kind == "organisation" and noun is not None and noun.german in institutions()
        if noun and not f.part and not acting and not east_asian(f.form.split()):
            kinds[plain(rest or f.form)]["place"] += SURE
        elif not f.part and len(f.where) == 1 and f.where.first and institution(article, forms[f.where.first - 1]):
            local = gazetteer.towns_named(f.form.partition("-")[0]) or gazetteer.region(f.form)
            kinds[plain(f.form)]["place" if local else "organisation"] += SURE
        kinds[plain(f.form)][f.kind] += 1
        if f.kind == "person" and len(f.where) > 1:
            kinds[plain(parse(f.form).surname)]["person"] += SURE
    return [replace(f, kind="person" if _holder(article, f) else _best(f, kinds)) for f in found]


def _holder(article: Article, found: Found) -> bool:
    """Whether an office stands before what the tagger took for a place of two words: "Ministerin Chatuna X"."""
    if found.kind != "place" or len(found.where) != 2 or not found.where.first or found.part:
        return False
    if _in_table(found.form) or nouns.find(found.form.split()[0]) or gazetteer.towns_named(found.form):
        return False
    if nouns.find(article.forms(found.where.sentence)[found.where.first - 1]):
        return False
    return any(held.office.group not in ("", "person") for held in before(article, found.where))


def _best(found: Found, kinds: dict[str, Counter[EntityKind]]) -> EntityKind:
    head, _, rest = found.form.partition(" ")
    if rest and nouns.find(head) and kinds[plain(rest)]["place"] >= SURE:
        return "place"
    counted = kinds[plain(found.form)]
    return found.kind if counted[found.kind] == max(counted.values()) else counted.most_common(1)[0][0]


def _plain_organisation(article: Article, form: str) -> str:
    """ "Internationalen Instituts für X" -> "Internationales Institut für X", "Weißen Bergen" -> "Weiße Berge"."""
    words_ = form.split()
    head = next((i for i, w in enumerate(words_) if i and _is_noun(article, w)), None)
    if not head or not all(w.endswith(("en", "er", "em")) and _attribute(article, w) for w in words_[:head]):
        return form
    last = max(i for i in range(head, len(words_)) if i == head or (words_[i][:1].isupper() and i == head + 1))
    tail = words_[last] if words_[last] in article.lexicon else article.lexicon.tail(words_[last]) or words_[last]
    readings = [r for r in article.lexicon.readings(tail) if r.tag.startswith("SUB")]
    readings = [r for r in readings if not (r.tag.endswith(":INF") or _old_dative(r, tail))] or readings
    if not readings:
        return form
    reading = next((r for r in readings if ":SIN:" in r.tag), readings[0])
    if ":PLU:" in reading.tag:
        plural = any(":NOM:" in r.tag for r in readings)
        noun, ending = (words_[last] if plural else words_[last].removesuffix("n")), "e"
    else:
        lemma = reading.lemma
        noun = lemma if tail == words_[last] else words_[last].removesuffix(tail.lower()) + lemma.lower()
        ending = ENDING[next((g for g in ENDING if g in reading.tag), "NEU")]
    adjectives = [uninflected(w) + ending for w in words_[:head]]
    return " ".join((*adjectives, *words_[head:last], noun, *words_[last + 1 :]))


def _old_dative(reading: Reading, form: str) -> bool:
    """ "im Hause": nobody declines a body's name so; "Werke" is the plural."""
    return ":DAT:SIN:" in reading.tag and form == f"{reading.lemma}e"


def _attribute(article: Article, form: str) -> bool:
    """Whether a capitalised word is an adjective, also of a place that the lexicon lacks: "Interamerikanischen"."""
    lower = form[0].lower() + form[1:]
    return article.adjective(lower) or lower.endswith(("ischen", "ischer", "ischem"))


def _is_noun(article: Article, form: str) -> bool:
    tail = form if form in article.lexicon else article.lexicon.tail(form)
    return any(t.startswith("SUB") for t in article.tags(tail or form))


def _organisation(article: Article, form: str, previous: str, seen: frozenset[str]) -> str:
    """An organisation's name without its genitive ending: only where words before it, or its only word, show one."""
    if form in organisations() or form.removesuffix("s") in organisations():
        return organisations().get(form, form if form in organisations() else form.removesuffix("s"))
    head, _, last = form.rpartition(" ")
    if not head and not form.isupper() and base(form, seen) != form:
        return base(form, seen)
    framed = not head or previous in ("des", "eines") or head.split()[0].endswith("en")
    whole = last.rpartition("-")[2]
    tail = whole if whole in article.lexicon else article.lexicon.tail(whole) or whole
    readings = article.lexicon.readings(tail)
    if framed and readings and all(r.tag.startswith("SUB:GEN") for r in readings):
        last = last[: len(last) - len(tail)] + (readings[0].lemma if tail == whole else readings[0].lemma.lower())
    first, _, rest = head.partition(" ")
    if head and (noun := _body_in_genitive(first)):
        return " ".join(filter(None, (noun, rest, last)))
    genitive = article.lexicon.readings(first) if head and previous in ("des", "eines") else ()
    if genitive and all(r.tag.startswith("SUB:GEN") for r in genitive):
        head = f"{genitive[0].lemma} {rest}".strip()
    return f"{head} {last}".strip()


def _body_in_genitive(form: str) -> str | None:
    """The nominative of a body's noun that stands in the genitive: "Sozialgerichts X"."""
    if form.endswith("ministeriums"):
        return form[:-1]
    if form in institutions() or not form.endswith("s"):
        return None
    return next((noun for noun in (form[:-1], form[:-2]) if noun in institutions()), None)


def _anglophone(article: Article, where: Words) -> bool:
    """Whether a full name ends in what would be the genitive of a forename: "Wendy Peters", "Lisa Richards"."""
    tags = article.tags(article.forms(where.sentence)[where.last - 1])
    return bool(tags) and all(tag.startswith("EIG:GEN") and tag.endswith("VOR") for tag in tags)


def nominative(
    article: Article, form: str, seen: frozenset[str], kind: EntityKind, kept: frozenset[str] = frozenset()
) -> str:
    """A name without its genitive ending, judged by its other forms in the article, the gazetteer and the lexicon.

    Args:
        kept: family names that end in an s.
    """
    head, _, last = form.rpartition(" ")
    nation = nations.load().named(form)
    if nation and form not in nation.forms:
        return form.removesuffix("s").rstrip("'’")
    town = form.removesuffix("s")
    listed = town in nations.load().by_capital or gazetteer.towns_named(town) or gazetteer.region(town)
    if kind == "place" and town != form and listed:
        return form if gazetteer.towns_named(form) else town
    if kind == "place" and town != form and nouns.unknown_genitive(form) and not gazetteer.towns_named(form):
        return town
    bare = base(last, seen)
    if bare == last and last.endswith("s") and len(last) > 3:
        tags = article.lexicon.readings(last)
        sure = ("EIG:GEN",) if kind != "organisation" else ("EIG:GEN", "SUB:GEN")
        if tags and not (kind == "person" and last in kept) and all(t.tag.startswith(sure) for t in tags):
            bare = tags[0].lemma
    return f"{head} {bare}".strip()


def _trim(article: Article, where: Words, kind: EntityKind) -> Words | None:
    """Without titles, offices and adjectives of states at the start; an organisation's own adjective stays."""
    forms = article.forms(where.sentence)
    first, last = where.first, where.last
    titles = words("", "titles.txt")
    while first < last - 1 and (
        forms[first] in titles
        or (offices.load().find(forms[first]) and forms[first + 1][:1].isupper())
        or (nations.load().described(forms[first]) and (kind != "organisation" or forms[first][:1].islower()))
    ):
        first += 1
    while first < last and not any(c.isalnum() for c in forms[last - 1]):
        last -= 1
    if first == last:
        return None
    return Words(sentence=where.sentence, first=first, last=last)


def _kind(name: NameSpan, form: str, *, located: bool) -> EntityKind:
    known = nations.load()
    kind: EntityKind = name.kind
    if form in organisations() or (kind == "place" and " " in form and not located and body(form.split()[0])):
        return "organisation"
    if known.named(form) or (name.kind == "person" and form in known.by_capital):
        return "place"
    head, _, rest = form.partition(" ")
    noun = nouns.find(head) if rest and kind == "organisation" else None
    return "place" if noun and noun.german not in institutions() else kind
