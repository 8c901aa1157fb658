"""The two sides of a comparison of curated rows with suggestions, in one shape.

* quotations: the answer is the speaker, known by the place of the words that name them or by a name;
* time expressions: the answer is the first and last day;
* hedges: no answer; a curated hedge has its claim's sentence for a place, so it is looked for by its words there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from kit.compare.speech import standing
from kit.schema import Quote
from kit.spans import Stretch, parse

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["Side", "curated_side", "machine_side"]

BEFORE = 80
"""Code points before the words that answer within which their hedge is looked for: a clause or so."""

BESIDE = 60
"""Code points between speech without marks and its speaker or cue that still make one clause."""

DAY = 10
"""Characters of an ISO 8601 moment that are its day."""


class Side(NamedTuple):
    """A row of either side. ``marks``: whether it stands in quotation marks (what does and what does not never pair);
    ``answer`` in words, ``known`` what it is known by: names in lower case, or one pair of days; ``place`` of the answer."""

    about: str
    marks: bool
    kind: str
    stretches: tuple[Stretch, ...]
    answer: str | None
    known: frozenset[str]
    place: Stretch | None
    row: str
    rule: str | None = None
    confidence: int | None = None


def curated_side(case: Case, article: str) -> list[Side]:
    """What the curators have of an article: its quotations, time expressions and hedges."""
    return [*_quotes(case, article), *_times(case, article), *_hedges(case, article)]


def machine_side(suggestions: pd.DataFrame) -> list[Side]:
    """What the rules have of an article, from its suggestions. Approximations (about ten) are left out: the curators write
    them into values, not as hedges."""
    return [_suggested(row) for row in _each(suggestions) if row.kind != "approximate"]


def _each(rows: pd.DataFrame) -> Iterator[Any]:
    """The rows with their cells as attributes."""
    yield from rows.itertuples(index=False)


def _about(kind: str) -> str:
    return "label" if kind == "label" else "marked" if kind in Quote.VERBATIM else "unmarked"


def _stretches(row: Any) -> tuple[Stretch, ...]:
    cell = getattr(row, "spans", None)
    return parse(cell) if isinstance(cell, str) else (Stretch(row.start, row.end),)


def _clause(row: Any) -> Stretch:
    """Speech without marks as the curators take it: with the speaker and the cue beside it, which the rules leave out."""
    whole = _stretches(row)
    start, end = whole[0].start, whole[-1].end
    for start_of, end_of in ((row.speaker_start, row.speaker_end), (row.cue_start, row.cue_end)):
        if (place := _place(start_of, end_of)) and start - BESIDE <= place.end and place.start <= end + BESIDE:
            start, end = min(start, place.start), max(end, place.end)
    return Stretch(start, end)


def _place(start: Any, end: Any) -> Stretch | None:
    return None if pd.isna(start) or pd.isna(end) else Stretch(int(start), int(end))


def _quotes(case: Case, article: str) -> Iterator[Side]:
    rows = standing(case.tables["quotes"])
    names = dict(zip(case.speakers["speaker"], case.speakers["name"], strict=True))
    others = dict(zip(case.speakers["speaker"], case.speakers["aliases"].fillna(""), strict=True))
    for row in _each(rows[rows["article"] == article]):
        name = names.get(row.speaker) if isinstance(row.speaker, str) else None
        known = {*others.get(row.speaker, "").split(";"), name} if name else set()
        yield Side(
            _about(row.kind), row.kind in Quote.VERBATIM, row.kind, _stretches(row), name,
            frozenset(_bare(one) for one in known if one), _place(row.speaker_start, row.speaker_end), row.quote,
        )  # fmt: skip


def _bare(name: str) -> str:
    """A name for comparing: lower case, no article before it."""
    return name.lower().replace("’", "'").removeprefix("the ").removeprefix("a ").removeprefix("an ")


def _times(case: Case, article: str) -> Iterator[Side]:
    rows = case.tables["reports"]
    rows = rows[(rows["article"] == article) & rows["expression"].notna()].drop_duplicates(["start", "end"])
    for row in _each(rows):
        days = _days(row.earliest, row.latest)
        stretch = (Stretch(row.start, row.end),)
        yield Side("time", False, row.precision, stretch, days, frozenset([days] if days else []), None, row.report)


def _days(earliest: Any, latest: Any) -> str | None:
    first, last = ("" if pd.isna(one) else str(one)[:DAY] for one in (earliest, latest))
    return None if not first and not last else first if first == last else f"{first}/{last}"


def _hedges(case: Case, article: str) -> Iterator[Side]:
    """A hedge has no offsets of its own; its claim's place, and a little before, stand for it, and its words decide. One
    hedge can weaken several claims, and is one row here."""
    rows = standing(case.tables["claims"])
    rows = rows[(rows["article"] == article) & rows["hedge"].notna()].sort_values("start", kind="stable")
    reach: dict[str, int] = {}
    for row in _each(rows):
        words, start = row.hedge.lower(), max(0, row.start - BEFORE)
        if start < reach.get(words, 0):
            continue
        reach[words] = row.end
        stretch = (Stretch(start, row.end),)
        yield Side("hedge", False, row.hedge_class, stretch, row.hedge, frozenset([words]), None, row.claim)


def _suggested(row: Any) -> Side:
    known: frozenset[str] = frozenset()
    answer = None
    if row.about == "quote" and isinstance(row.name, str):
        answer, known = row.name, frozenset([_bare(row.name)])
    if row.about == "time" and (answer := _days(row.earliest, row.latest)):
        known = frozenset([answer])
    if row.about == "hedge" and isinstance(row.words, str):
        known = frozenset([row.words.lower()])
    about = _about(row.kind) if row.about == "quote" else row.about
    stretches = (_clause(row),) if about == "unmarked" else _stretches(row)
    marks = row.about == "quote" and row.kind in Quote.VERBATIM
    confidence = None if pd.isna(row.confidence) else int(row.confidence)
    return Side(
        about, marks, row.kind, stretches, answer, known, _place(row.speaker_start, row.speaker_end),
        row.suggestion, row.rule, confidence,
    )  # fmt: skip
