"""How the answer to a question is written: one grammar a type, as the data dictionary gives it.

The types that name something (a place, a speaker, an event) also say which table the name must stand in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal, NamedTuple

__all__ = ["GRAMMAR", "Grammar", "ValueType", "backwards", "instant", "names", "wrong"]

ValueType = Literal[
    "quantity", "time", "place", "category", "identity", "set", "boolean", "order", "sequence", "name", "label"
]


class Grammar(NamedTuple):
    """How one type is written: a pattern, the pattern in words, and the tables its names stand in."""

    pattern: re.Pattern[str]
    words: str
    tables: tuple[str, ...] = ()


_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_TERM = r"[a-z][a-z0-9_]*"
_MOMENT = r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})?)?"
"""Of the many forms of ISO 8601 the one that sorts as text, but for offsets."""

_OFFSET = re.compile(r"(?:Z|[+-][0-9]{2}:[0-9]{2})$")
_YEARS = range(1000, 9999)
"""Beyond these the next day, or the same day in another zone, may be none that Python knows."""

GRAMMAR: Mapping[ValueType, Grammar] = {
    "quantity": Grammar(
        re.compile(rf"(?:(?:~|>=|<=|>|<)?{_NUMBER}|{_NUMBER}\.\.{_NUMBER}|several|few|plural)(?: {_TERM})?"),
        "10, ~10, >=10, <=10, >10, <10, 8..12, several, few or plural; "
        "where it counts something narrower than the question, that term of taxonomy.csv after it: 10 car",
        ("taxonomy",),
    ),
    "time": Grammar(
        re.compile(rf"{_MOMENT}|{_MOMENT}/(?:\.\.|{_MOMENT})|\.\./(?:\.\.|{_MOMENT})"),
        "an ISO 8601 date or time, or earliest/latest with .. for an open side; ../.. is unresolved",
    ),
    "place": Grammar(re.compile(_TERM), "a term of taxonomy.csv", ("taxonomy",)),
    "category": Grammar(re.compile(_TERM), "a term of taxonomy.csv", ("taxonomy",)),
    "identity": Grammar(re.compile(_TERM), "a speaker of speakers.csv", ("speakers",)),
    "set": Grammar(
        re.compile(rf"{_TERM}(?:;{_TERM})*"),
        "a;b, each a term of taxonomy.csv or a speaker of speakers.csv",
        ("taxonomy", "speakers"),
    ),
    "boolean": Grammar(re.compile("yes|no"), "yes or no"),
    "order": Grammar(re.compile(rf"(?:before|after):{_TERM}"), "before:EVENT or after:EVENT", ("events",)),
    "sequence": Grammar(
        re.compile(rf"{_TERM}(?:>{_TERM})+"),
        "a>b, each an utterance or an event",
        ("utterances", "events"),
    ),
    "name": Grammar(re.compile(r"\S(?:.*\S)?"), "a name as text"),
    "label": Grammar(re.compile(r"\S(?:.*\S)?"), "the label as text"),
}


def instant(cell: str) -> date | datetime:
    """An ISO 8601 date or time such as 2025-10-04T18:00; raises ``ValueError`` for anything else."""
    if not re.fullmatch(_MOMENT, cell):
        raise ValueError(f"not an ISO 8601 date or time: {cell}")
    if int(cell[:4]) not in _YEARS:
        raise ValueError(f"not a year from {_YEARS[0]} to {_YEARS[-1]}: {cell}")
    return date.fromisoformat(cell) if len(cell) == len("2025-10-04") else datetime.fromisoformat(cell)


def backwards(earliest: str, latest: str) -> bool:
    """Whether ``latest`` is over before ``earliest``: a day holds its minutes, a minute its seconds.

    Two moments with an offset are compared as moments, all others as far as both are written.
    """
    a, b = instant(earliest), instant(latest)
    shared = min(len(_OFFSET.sub("", cell)) for cell in (earliest, latest))
    if isinstance(a, datetime) and isinstance(b, datetime) and a.tzinfo and b.tzinfo:
        seconds = shared > len("2025-10-04T18:00")
        return a > b if seconds else a.replace(second=0) > b.replace(second=0)
    return earliest[:shared] > latest[:shared]


def wrong(value: str, value_type: ValueType) -> str | None:
    """What is allowed, when ``value`` is not written as its type is; ``None`` when it is."""
    words = GRAMMAR[value_type].words
    if not GRAMMAR[value_type].pattern.fullmatch(value):
        return words
    reverse = False
    if value_type == "quantity" and ".." in value:
        low, high = map(float, value.split(" ", maxsplit=1)[0].split(".."))
        reverse = low > high
    if value_type == "time":
        sides = [side for side in value.split("/") if side != ".."]
        try:
            reverse = bool(sides) and backwards(sides[0], sides[-1])
        except ValueError:
            return words
    return f"{words}; the lower side first" if reverse else None


def names(value: str, value_type: ValueType) -> list[str]:
    """The ids a value names, which must stand in one of the type's tables; ``[]`` for other types."""
    if not GRAMMAR[value_type].tables:
        return []
    if value_type == "quantity":
        return value.split(" ")[1:]
    return re.split("[;>]", value.removeprefix("before:").removeprefix("after:"))
