"""Typed values: how the answer to a question is written.

One grammar a type, as the data dictionary gives it. The types that name something
(a place, a speaker, an event) also say which table the name must stand in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal, NamedTuple

__all__ = ["GRAMMAR", "Grammar", "ValueType", "instant", "names", "wrong"]

ValueType = Literal[
    "quantity", "time", "place", "category", "identity", "set", "boolean", "order", "sequence", "name", "label"
]


class Grammar(NamedTuple):
    """How one type is written: a pattern, the pattern in words, and the tables its names stand in."""

    pattern: re.Pattern[str]
    words: str
    tables: tuple[str, ...] = ()


_NUMBER = r"\d+(?:\.\d+)?"
_TERM = r"[a-z][a-z0-9_]*"

GRAMMAR: Mapping[ValueType, Grammar] = {
    "quantity": Grammar(
        re.compile(rf"(?:~|>=|<=|>|<)?{_NUMBER}|{_NUMBER}\.\.{_NUMBER}|several|few|plural"),
        "10, ~10, >=10, <=10, >10, <10, 8..12, several, few or plural",
    ),
    "time": Grammar(
        re.compile(r"[0-9T:+Z-]+|(?:\.\.|[0-9T:+Z-]+)/(?:\.\.|[0-9T:+Z-]+)"),
        "an ISO 8601 date or time, or earliest/latest with .. for an open side",
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
    """An ISO 8601 date or time; raises ``ValueError`` for anything else."""
    return date.fromisoformat(cell) if len(cell) == len("2025-10-04") else datetime.fromisoformat(cell)


def wrong(value: str, value_type: ValueType) -> str | None:
    """What is allowed, when ``value`` is not written as its type is; ``None`` when it is."""
    grammar = GRAMMAR[value_type]
    if not grammar.pattern.fullmatch(value):
        return grammar.words
    if value_type == "time":
        try:
            for side in value.split("/"):
                if side != "..":
                    instant(side)
        except ValueError:
            return grammar.words
    return None


def names(value: str, value_type: ValueType) -> list[str]:
    """The ids a value names, which must stand in one of the type's tables; ``[]`` for other types."""
    if not GRAMMAR[value_type].tables:
        return []
    return re.split("[;>]", value.removeprefix("before:").removeprefix("after:"))
