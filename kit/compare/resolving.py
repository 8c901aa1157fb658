"""When the placings of one article are, once its day of publication is another.

* each placing moves by its own words, or with the placing that it was inferred from;
* the words are English: days of the week, ``today`` and its like, and whole weeks, months and years;
* for the same day of publication every placing that can be resolved stays as it is.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from kit.values import backwards, instant

__all__ = ["Ends", "Placing", "resolved"]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NAMED = re.compile(rf"\b({'|'.join(WEEKDAYS)}|weekend)s?\b", re.IGNORECASE)
"""Words that name a day of the week; a weekend begins on its Saturday."""

NEAR = re.compile(
    r"\b(today|tonight|yesterday|tomorrow|now|ago|currently|this (?:morning|afternoon|evening)|last night)\b",
    re.IGNORECASE,
)
"""Words that name a day by its distance from the day of publication."""

SINCE = re.compile(r"\bsince\b", re.IGNORECASE)

Ends = tuple[str | None, str | None]


class Placing(NamedTuple):
    """A row of ``reports.csv``, as far as it says when."""

    report: str
    earliest: str | None
    latest: str | None
    precision: str
    basis: str
    expression: str
    start: int
    end: int

    @property
    def day(self) -> date:
        """The day that it rests on."""
        return _day(self.earliest or self.latest or "")


def resolved(placings: Iterable[Placing], old: date, new: date) -> dict[str, Ends | None]:
    """The new ends of each placing that has a date, by report; ``None`` where its words cannot be resolved again."""
    found: dict[str, Ends | None] = {}
    dated = sorted((each for each in placings if each.earliest or each.latest), key=lambda each: each.report)
    stated = [each for each in dated if each.basis == "stated"]
    anchors = [each for each in dated if each.basis == "resolved"]
    found |= {each.report: (each.earliest, each.latest) for each in stated}
    found |= {each.report: _by_words(each, old, new) for each in anchors}
    left = [each for each in dated if each.report not in found]
    for known in (
        anchors,
        stated,
        [each for each in left if NAMED.search(each.expression) or NEAR.search(each.expression)],
    ):
        for each in known:
            if each.report not in found:
                found[each.report] = _by_words(each, old, new)
        for each in left:
            anchor = _anchor(each, known)
            if each.report not in found and anchor:
                found[each.report] = _with(each, anchor, found[anchor.report])
    return {each.report: found.get(each.report) for each in dated}


def _anchor(placing: Placing, known: list[Placing]) -> Placing | None:
    """The placing of the same day that another rests on: of the same words, else the nearest in the text."""
    same = [each for each in known if each.day == placing.day]
    words = (placing.start, placing.end)
    return min(
        same,
        key=lambda each: ((each.start, each.end) != words, abs(each.start - placing.start), each.report),
        default=None,
    )


def _with(placing: Placing, anchor: Placing, ends: Ends | None) -> Ends | None:
    """A placing moved as far as the one that it rests on."""
    if ends is None or (placing.earliest, placing.latest) == (anchor.earliest, anchor.latest):
        return ends
    days = (_day(ends[0] or ends[1] or "") - anchor.day).days
    whole = placing.precision in ("month", "year")
    return None if days and whole else _sound(placing, lambda day: day + timedelta(days=days))


def _by_words(placing: Placing, old: date, new: date) -> Ends | None:
    """A placing resolved from the day of publication, by its own words."""
    weekday = NAMED.search(placing.expression)
    if weekday:
        return _weekday(placing, weekday[1].lower(), old, new)
    if placing.precision in ("week", "month", "year"):
        return _whole(placing, old, new)
    if NEAR.search(placing.expression):
        return _sound(placing, lambda day: day + (new - old))
    return None


def _weekday(placing: Placing, name: str, old: date, new: date) -> Ends | None:
    """The last such weekday up to the day of publication, or as many weeks from that as it was."""
    number = WEEKDAYS.index("saturday" if name == "weekend" else name)
    if placing.day.weekday() != number:
        return None
    days = _last(number, new) - _last(number, old)
    still = SINCE.search(placing.expression)
    return _sound(placing, lambda day: new if still and day == old != placing.day else day + days)


def _last(weekday: int, day: date) -> date:
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def _whole(placing: Placing, old: date, new: date) -> Ends | None:
    """Whole weeks, months or years at the same distance; an end on the day of publication stays on that day."""
    sides = [_day(cell) for cell in (placing.earliest, placing.latest) if cell]
    if placing.precision == "week":
        weeks = _last(0, new) - _last(0, old)
        return _sound(placing, lambda day: new if day == old and len(set(sides)) > 1 else day + weeks)
    if placing.earliest and sides[0].day != 1:
        return None
    months = 12 * (new.year - old.year) + (new.month - old.month if placing.precision == "month" else 0)
    if placing.latest and sides[-1] != old and sides[-1].day != monthrange(sides[-1].year, sides[-1].month)[1]:
        return None

    def move(day: date) -> date:
        if day == old and day == sides[-1]:
            return new
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        return date(year, month + 1, 1 if day.day == 1 else monthrange(year, month + 1)[1])

    return _sound(placing, move)


def _sound(placing: Placing, move: Callable[[date], date]) -> Ends | None:
    """The ends of a placing with their days moved, their times of day kept; ``None`` where this gives no stretch."""
    try:
        ends = [cell and move(_day(cell)).isoformat() + cell[10:] for cell in (placing.earliest, placing.latest)]
        for end in filter(None, ends):
            instant(end)
    except (OverflowError, ValueError):
        return None
    first, last = ends
    return None if first and last and backwards(first, last) else (first, last)


def _day(cell: str) -> date:
    return date.fromisoformat(cell[:10])
