"""Calendar reckoning in TIMEX3 values: days, ISO weeks, quarters, decades, named days.

* a period is written by its unit (`1998-W12`, `1998-Q3`, `199`), and moved by whole units;
* named days are reckoned from the rules in ``kit/lexicons/times_holidays.txt``.
"""

from __future__ import annotations

from datetime import date, timedelta

from kit.find.times.anchors import moved
from kit.find.times.words import values

__all__ = ["UNITS", "easter", "holiday", "period", "unit_of", "weekday"]

UNITS = values("times", "unit")
"""What each unit word is, in TIMEX3's letters: S TM H D W M Y E (decade) C L, and F for a fortnight."""
_UNKNOWN = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "E": "XXX", "C": "XX",
}  # fmt: skip
_YEARS = {"Y": 1, "E": 10, "C": 100, "L": 1000}


def unit_of(word: str) -> str:
    """The TIMEX3 letter of a unit word, quarters and weekends included."""
    return UNITS.get(word) or ("Q" if word.startswith("quarter") else "WE" if word.startswith("weekend") else "K")


def period(day: date | None, unit: str, by: int = 0) -> str:
    """The period of this unit that holds the day, moved by so many units; its underspecified form without a day."""
    if day is None or (day := _moved(day, unit, by)) is None:
        return _UNKNOWN.get(unit, "XXXX-XX-XX")
    if unit in {"W", "WE", "F"}:
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "WE" else "")
    if unit == "Q":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    written = day.isoformat()
    return {"M": written[:7], "Y": written[:4], "E": written[:3], "C": written[:2], "L": written[:1]}.get(unit, written)


def _moved(day: date, unit: str, by: int) -> date | None:
    if unit in _YEARS:
        return moved(day, years=by * _YEARS[unit])
    if unit in {"M", "Q"}:
        return moved(day, months=by * (3 if unit == "Q" else 1))
    return moved(day, days=by * {"W": 7, "WE": 7, "F": 14}.get(unit, 1))


def weekday(day: date, number: int, by: int) -> date | None:
    """The nearest such weekday: -1 strictly before, 1 strictly after, 0 the day itself or before, 2 it or after."""
    ahead = (number - day.isoweekday()) % 7
    if by > 0:
        return moved(day, days=(ahead or 7) if by == 1 else ahead)
    behind = (day.isoweekday() - number) % 7
    return moved(day, days=-((behind or 7) if by < 0 else behind))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of Meeus, Astronomical Algorithms, 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * i) // 451
    month, day = divmod(h + i - 7 * m + 114, 31)
    return date(year, month, day + 1)


def holiday(name: str, year: int) -> date | None:
    """The day of that name in a year, or nothing for a name the lexicon lacks."""
    rule = values("times_holidays", "day").get(name)
    if rule is None or not 1 <= year <= 9999:
        return None
    if rule == "election":
        return _nth(year, 11, 1, 1) + timedelta(1)
    if rule.startswith("easter"):
        return moved(easter(year), days=int(rule[6:]))
    if "/" in rule:
        month, day_of_week, nth = map(int, rule.split("/"))
        return _nth(year, month, day_of_week, nth)
    return date(year, int(rule[:2]), int(rule[3:]))


def _nth(year: int, month: int, day_of_week: int, nth: int) -> date:
    """The nth such weekday of a month; -1 is the last."""
    first = date(year, month, 1)
    day = first + timedelta((day_of_week - first.isoweekday()) % 7 + 7 * (max(nth, 1) - 1))
    if nth < 0:
        while (day + timedelta(7)).month == month:
            day += timedelta(7)
    return day
