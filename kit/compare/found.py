"""What the rules find, held against what the curators found by reading: both are rows with places, so no text is needed.

* a suggestion and a curated row are a pair when they share half of their characters (intersection over union), each
  taken once, the closest pairs first: the usual measure of span detection;
* a pair has the same words when no edge differs by more than a mark and a space;
* what is paired with nothing is missed, or extra.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from kit.compare.sides import Side, curated_side, machine_side
from kit.find.suggestions import suggestions

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["ABOUT", "COLUMNS", "figures", "found"]

COLUMNS = (
    "article", "about", "outcome", "kind", "found_about", "found_kind", "start", "end", "found_start", "found_end",
    "answer", "found_answer", "same_answer", "rule", "confidence", "curated", "suggestion",
)  # fmt: skip

EDGE = 2
"""Code points by which an edge may differ and the words still be the same: a mark and a space."""

HALF = 0.5
"""Least intersection over union of a pair."""

ABOUT = {
    "marked": "in quotation marks", "unmarked": "without marks", "label": "labels in marks",
    "time": "time expressions", "hedge": "hedges",
}  # fmt: skip
"""What is compared, in words."""

_OFFSETS = ("start", "end", "found_start", "found_end", "confidence")


def found(case: Case) -> pd.DataFrame:
    """A row for each curated row and each suggestion, paired where they are about the same words.

    Columns: ``article``; ``about`` (a key of :data:`ABOUT`); ``outcome``: same words, other edges, other kind (a label
    on one side, speech on the other), missed (only the curators have it) or extra (only the rules have it); ``kind``,
    ``start``, ``end`` and ``answer`` of the curated row, ``found_about``, ``found_kind`` and so on of the suggestion: the
    answer is a quotation's speaker, or a time's first and last day; ``same_answer`` (missing unless both answer);
    ``rule``, ``confidence`` in percent; the ids ``curated`` and ``suggestion``. An article without suggestions
    (nothing stored, text not at hand) has no rows.
    """
    given, rows = suggestions(case), []
    for article in case.articles["article"]:
        machine = machine_side(given[given["article"] == article])
        if machine:
            rows += [{**row, "article": article} for row in _paired(curated_side(case, article), machine)]
    table = pd.DataFrame(rows, columns=list(COLUMNS)).astype(dict.fromkeys(_OFFSETS, "Int64"))
    return table.astype({"same_answer": "boolean"})


def figures(case: Case) -> pd.DataFrame:
    """How much of it agrees: a row for each kind of thing compared, over all articles and for each.

    Columns: ``about``; ``article`` (``all``: every one); ``curated`` and ``found``: how many rows each side has; ``pairs``
    about the same words, ``exact`` of them with the same edges; ``precision``, ``recall`` and ``f1`` of the pairs
    (0 to 1; missing without rows); ``answered``: pairs in which both sides answer, ``same`` of them alike.
    """
    rows = found(case)
    groups = [("all", rows), *rows.groupby("article", sort=False)]
    table = [{"about": about, "article": name, **_figure(group, about)} for about in ABOUT for name, group in groups]
    return pd.DataFrame(table)


def _figure(rows: pd.DataFrame, about: str) -> dict[str, Any]:
    curated = rows["curated"].notna() & (rows["about"] == about)
    machine = rows["suggestion"].notna() & (rows["found_about"] == about)
    pairs = rows[curated & machine]
    both = pairs["same_answer"].dropna()
    sides = int(curated.sum()), int(machine.sum())
    precision, recall = (len(pairs) / n if n else None for n in reversed(sides))
    return {
        "curated": sides[0], "found": sides[1], "pairs": len(pairs),
        "exact": int((pairs["outcome"] == "same words").sum()), "precision": precision, "recall": recall,
        "f1": 2 * len(pairs) / sum(sides) if sum(sides) else None, "answered": len(both), "same": int(both.sum()),
    }  # fmt: skip


def _paired(curated: Sequence[Side], machine: Sequence[Side]) -> list[dict[str, Any]]:
    """Each row of both sides once, in reading order."""
    taken = dict(_pairs(curated, machine))
    left = sorted(set(range(len(machine))) - set(taken.values()))
    rows = [_told(one, machine[taken[n]] if n in taken else None) for n, one in enumerate(curated)]
    rows += [_told(None, machine[n]) for n in left]
    return sorted(rows, key=lambda row: row["found_start"] if row["start"] is None else row["start"])


def _pairs(curated: Sequence[Side], machine: Sequence[Side]) -> Iterator[tuple[int, int]]:
    """Positions that belong together, closest first."""
    near = [
        (share, i, j) for i, one in enumerate(curated) for j, other in enumerate(machine)
        if (share := _shared(one, other)) >= HALF
    ]  # fmt: skip
    used: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in sorted(near, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            yield i, j


def _shared(one: Side, other: Side) -> float:
    """Intersection over union of two rows' stretches, in characters; 0 for rows that are about different things."""
    if (one.about in ("time", "hedge") or other.about in ("time", "hedge")) and one.about != other.about:
        return 0.0
    if one.marks != other.marks:
        return 0.0
    both = sum(max(0, min(s.end, t.end) - max(s.start, t.start)) for s in one.stretches for t in other.stretches)
    if one.about == "hedge":  # the place is only where to look for the words
        return 1.0 if both and any(a in b or b in a for a in one.known for b in other.known) else 0.0
    return both / max(sum(s.end - s.start for s in [*one.stretches, *other.stretches]) - both, 1)


def _told(curated: Side | None, machine: Side | None) -> dict[str, Any]:
    row: dict[str, Any] = dict.fromkeys(COLUMNS)
    if machine:
        row |= {
            "about": machine.about, "found_about": machine.about, "found_kind": machine.kind,
            "found_start": machine.stretches[0].start, "found_end": machine.stretches[-1].end,
            "found_answer": machine.answer, "rule": machine.rule, "confidence": machine.confidence,
            "suggestion": machine.row,
        }  # fmt: skip
    if curated:
        row |= {
            "about": curated.about, "kind": curated.kind, "start": curated.stretches[0].start,
            "end": curated.stretches[-1].end, "answer": curated.answer, "curated": curated.row,
        }  # fmt: skip
    return row | {"outcome": _outcome(curated, machine), "same_answer": _same(curated, machine)}


def _outcome(curated: Side | None, machine: Side | None) -> str:
    if not curated or not machine:
        return "missed" if curated else "extra"
    if curated.about != machine.about:
        return "other kind"
    if curated.about == "hedge":
        return "same words" if curated.known == machine.known else "other edges"
    if len(curated.stretches) != len(machine.stretches):
        return "other edges"
    edges = zip(curated.stretches, machine.stretches, strict=True)
    same = all(abs(s.start - t.start) <= EDGE and abs(s.end - t.end) <= EDGE for s, t in edges)
    return "same words" if same else "other edges"


def _same(curated: Side | None, machine: Side | None) -> bool | None:
    """Whether both give the same answer: by its place in the article, or by a name it is known by."""
    if not curated or not machine or not (curated.answer and (machine.answer or machine.place)):
        return None
    if curated.about == "hedge":
        return None
    if curated.place and machine.place and curated.place.meets(machine.place):
        return True
    return bool(curated.known & machine.known)
