"""The value of a quarter, of half a year, and of the same period a year before.

* a bare quarter is the last one begun; "the latest period" and "the 1988 quarter" are the one told last;
* "the year-earlier period" is the quarter told last, one year before;
* a quarter "ended July 31" is the calendar quarter that holds its middle.
"""

from __future__ import annotations

import re
from datetime import date

from kit.find.times.anchors import Anchors, moved
from kit.find.times.calendars import period, unit_of
from kit.find.times.days import MONTHS, Value, year_near
from kit.find.times.lengths import length, same_period_before
from kit.find.times.reading import Reading
from kit.find.times.tense import is_future
from kit.find.times.years import year_told

__all__ = ["ended", "half", "period_told", "quarter", "year_before"]

_COMPARED = frozenset({"after", "from", "than", "against", "since", "before"})
"""A quarter soon after one of these is what the quarter told is measured against: "after a flat second quarter"."""
_DATED, _HALF_A_QUARTER = 12, 46
"""Letters in which the date of an end may stand; days from the middle of a quarter to its end."""


def quarter(reading: Reading, at: Anchors) -> Value | None:
    """The third quarter; this year's second quarter; the year-earlier fourth quarter."""
    if reading.has("J") and not (reading.capital("J") and reading.touching()[0] in {" ", "", "("}):
        return None
    number = int(reading.word("1")) if reading.has("J") else reading.ordinal()
    if number is None or number > 4:
        return None
    before = bool(re.search(r"U-[gr]", reading.letters))
    year = year_told(reading, at)
    if year is None:
        if at.published is None:
            return ("DATE", f"XXXX-Q{number or 'X'}")
        if not number:
            return ("DATE", period(at.published, "Q", -1))
        now = (at.published.month + 2) // 3
        ahead = is_future(reading) > 0
        year = str(at.published.year - (number > now and not ahead) - before)
    over = at.published is None or f"{year}-Q{number or 4}" < period(at.published, "Q")
    if (
        not before
        and not _COMPARED & {reading.before(), reading.before(2), reading.before(3)}
        and (over or is_future(reading) < 1)
    ):
        at.quarter, at.in_months = f"{year}-Q{number or 4}", False
    return ("DATE", f"{year}-Q{number or 4}")


def half(reading: Reading, at: Anchors) -> Value | None:
    """The second half of 1989; the first half of the year."""
    year = year_told(reading, at) or (period(at.published, "Y") if reading.has("U") else None)
    if year is None or (reading.has("U") and not reading.word("U").startswith("year")):
        return None
    number = reading.ordinal()
    return ("DATE", f"{year}-H{number or 2}") if number in {0, 1, 2} else None


def year_before(reading: Reading, at: Anchors) -> Value | None:
    """The year-earlier quarter; year-ago: the same period, one unit before."""
    unit = unit_of(reading.word("U"))
    if not re.search(r"U-[gr]", reading.letters):
        return _same_period(reading, at)
    if reading.has("12n"):
        return ("DURATION", length(reading.number(), unit_of(reading.words("U")[-1])))
    if unit != "Y" or (reading.letters.endswith("-g") and reading.before() in {"a", "one"}):
        return ("DATE", period(at.published, unit, -1))
    return ("DATE", same_period_before(at))


def _same_period(reading: Reading, at: Anchors) -> Value | None:
    """The corresponding period last year; the same quarter of 1988; the quarter a year ago."""
    if reading.word("QK") not in {"quarter", "period"} or (reading.has("U") and unit_of(reading.word("U")) != "Y"):
        return None
    if reading.has("Y"):
        return _in_year(reading.word("Y"), at)
    return ("DATE", same_period_before(at)) if reading.has("U") else None


def _in_year(year: str, at: Anchors) -> Value:
    """The quarter told last, in another year; the year where none was told."""
    return ("DATE", f"{year}{at.quarter[4:]}" if at.quarter and not at.in_months else year)


def period_told(reading: Reading, at: Anchors) -> Value | None:
    """The latest period, the 1988 quarter: the quarter told last, or that of the year named."""
    if reading.word("QK") not in {"quarter", "period"} or not (reading.has("Y") or at.quarter):
        return None
    return _in_year(reading.word("Y"), at) if reading.has("Y") else ("DATE", at.quarter or "")


def ended(reading: Reading, at: Anchors) -> str | None:
    """The quarter ended July 31: the calendar quarter that holds its middle."""
    block, last = reading.block, reading.last
    match = re.match(r" _ (M)[.]? ([12])(?:,? (Y))?", block.letters[last : last + _DATED])
    if not match or reading.after() not in {"ended", "ending"} or at.published is None:
        return None
    month, number = int(MONTHS[block.pieces[last + match.start(1)]]), int(block.pieces[last + match.start(2)])
    year = int(block.pieces[last + match.start(3)]) if match[3] else year_near(month, number, reading, at)
    middle = moved(date(year, month, 1), days=number - _HALF_A_QUARTER) if year else None
    return period(middle, "Q") if middle else None
