"""The value of a day with a name: the nearest of that name, by the sentence; 9/11 is one day for ever."""

from __future__ import annotations

import re
from datetime import date

from kit.find.times.anchors import Anchors
from kit.find.times.calendars import holiday, period
from kit.find.times.days import Value
from kit.find.times.reading import Reading
from kit.find.times.tense import is_future
from kit.find.times.words import values

__all__ = ["DATED", "holiday_value"]

_NAMES = values("times_holidays", "day")
DATED = values("times_holidays", "date")
"""Days that go by their date: a background, from which no other time is told."""
_YEAR = 365
_NEAR = 45
"""Days after publication within which a named day is taken to lie ahead."""
_LONGEST = 8
"""Pieces of the longest name: New Year's Eve."""


def holiday_value(reading: Reading, at: Anchors) -> Value | None:
    """Christmas Eve, Thanksgiving 2018, Easter week, 9/11."""
    if told := DATED.get(reading.word("H")):
        return ("DATE", told)
    name = _name(reading) if reading.capital("H") else ""
    if not name:
        return None
    block, last = reading.block, reading.last
    if year := re.match(r",? ?Y", block.letters[last:]):
        reading.last = last + year.end()
        found = holiday(name, int(block.pieces[reading.last - 1]))
    elif at.published is None:
        rule = _NAMES[name]
        return ("DATE", f"XXXX-{rule}" if re.fullmatch(r"\d\d-\d\d", rule) else "XXXX-XX-XX")
    else:
        found = _nearest(name, at.published, reading)
    if found and block.pieces[last : last + 2] == [" ", "week"]:
        reading.last = last + 2
        return ("DATE", period(found, "W"))
    return ("DATE", found.isoformat()) if found else None


def _name(reading: Reading) -> str:
    """The longest name that begins with the word; the reading then ends with it."""
    pieces, first = reading.block.pieces, reading.first + reading.letters.index("H")
    name, last = "", 0
    for end in range(first + 1, min(first + _LONGEST, len(pieces) + 1)):
        words = "".join(pieces[first:end]).replace("’", "'").replace("\n", " ")
        if words in _NAMES:
            name, last = words, end
    if not name or (name == "new year" and pieces[last - 2 : last - 1] != [" "]):
        return ""
    reading.last = last
    return name


def _nearest(name: str, published: date, reading: Reading) -> date | None:
    """The day of that name in the year of publication, unless it is far ahead, or was far behind."""
    found = holiday(name, published.year)
    if found is None:
        return None
    if (found - published).days > _NEAR and is_future(reading) < 1:
        return holiday(name, published.year - 1)
    if (published - found).days > _YEAR - _NEAR:  # the New Year, told in December
        return holiday(name, published.year + 1)
    return found
