"""Which id each cluster has: a person's word first, then what was published; articles moved as corrections say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.merge.clusters import age
from generator.model import Analysis, Problem
from generator.read.corrections import Corrections
from generator.read.published import Published

Cluster = tuple[Analysis, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One event's articles."""

    analyses: Cluster
    id: str | None
    """None: it gets a new one."""


def group(
    clusters: tuple[Cluster, ...],
    corrections: tuple[Corrections, ...],
    published: Published,
    fresh: Callable[[Cluster], str],
) -> tuple[tuple[Group, ...], tuple[Problem, ...]]:
    """The clusters with their ids, in the order of their first articles.

    Args:
        fresh: the id that a cluster gets where neither a person nor the last run named it.
    """
    pages = [one for one in corrections if one.briefing]
    work = [list(cluster) for cluster in clusters]
    known = {a.document.id for cluster in clusters for a in cluster}
    sources = {briefing.id: briefing.sources for briefing in published.briefings}
    pinned: dict[str, list[Analysis]] = {}
    problems: list[Problem] = []
    for page in pages:
        problems += _strangers(page, known)
        target = _target(page, work, sources, fresh)
        if target is None or any(target is other for other in pinned.values()):
            message = f"no briefing has the id `{page.briefing}`. Rename the file after one, or remove it."
            problems.append(Problem(check="corrections", severity="warning", where=page.file, message=message))
            continue
        pinned[page.briefing] = target
        _part(page, target, work)
        _join(page, target, work)
    work = [cluster for cluster in work if cluster]
    ids = _ids(work, pinned, sources)
    groups = [Group(analyses=tuple(sorted(cluster, key=age)), id=id_) for cluster, id_ in zip(work, ids, strict=True)]
    problems += _vanished(groups, published)
    return tuple(sorted(groups, key=lambda g: age(g.analyses[0]))), tuple(problems)


def _strangers(page: Corrections, known: set[str]) -> Iterator[Problem]:
    for key in ("join", "part"):
        for document in getattr(page, key):
            if document not in known:
                message = f"`{document}` is no article. Correct or remove it."
                where = f"{page.file}, `{key}`"
                yield Problem(check="corrections", severity="warning", where=where, message=message)


def _target(
    page: Corrections,
    work: list[list[Analysis]],
    sources: dict[str, frozenset[str]],
    fresh: Callable[[Cluster], str],
) -> list[Analysis] | None:
    """The cluster that a corrections file means."""
    core = (sources.get(page.briefing, frozenset()) | set(page.join)) - set(page.part)
    counts = [sum(a.document.id in core for a in cluster) for cluster in work]
    if max(counts, default=0):
        return work[counts.index(max(counts))]
    if page.briefing in sources:
        return None
    return next((cluster for cluster in work if cluster and fresh(tuple(cluster)) == page.briefing), None)


def _part(page: Corrections, target: list[Analysis], work: list[list[Analysis]]) -> None:
    gone = [a for a in target if a.document.id in page.part]
    if gone and len(gone) < len(target):
        target[:] = [a for a in target if a not in gone]
        work.append(gone)


def _join(page: Corrections, target: list[Analysis], work: list[list[Analysis]]) -> None:
    for cluster in work:
        if cluster is not target:
            moved = [a for a in cluster if a.document.id in page.join]
            cluster[:] = [a for a in cluster if a not in moved]
            target += moved


def _ids(
    work: list[list[Analysis]], pinned: dict[str, list[Analysis]], sources: dict[str, frozenset[str]]
) -> list[str | None]:
    ids: list[str | None] = [next((i for i, c in pinned.items() if c is cluster), None) for cluster in work]
    shared = Counter(
        {
            (at, id_): common
            for at, cluster in enumerate(work)
            for id_, known in sources.items()
            if ids[at] is None and id_ not in pinned and (common := sum(a.document.id in known for a in cluster))
        }
    )
    taken = set(pinned)
    for (at, id_), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0][1], item[0][0])):
        if ids[at] is None and id_ not in taken:
            ids[at] = id_
            taken.add(id_)
    return ids


def _vanished(groups: list[Group], published: Published) -> Iterator[Problem]:
    used = {group.id for group in groups}
    for briefing in published.briefings:
        if briefing.id in used:
            continue
        heir = next((g.id for g in groups if any(a.document.id in briefing.sources for a in g.analyses)), None)
        where = f"briefing {briefing.id}"
        message = (
            f"is now part of {heir}; `part` in briefings/{heir}.yml keeps them apart."
            if heir
            else "has no article left, so its page goes."
        )
        yield Problem(check="published", severity="note", where=where, message=message)
