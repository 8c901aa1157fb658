"""A cell as a value: parsed once, printed in one form, compared by what it means.

* a quantity is an interval, with the mark or the vague word it was written with;
* a time is an interval of seconds in the case's time zone: a day is all of it, a minute its sixty seconds;
* every value is hashable, and two answers are the same answer exactly when their values are equal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from decimal import Decimal
from math import inf

from kit.values.grammar import ValueType, instant, wrong

__all__ = ["Moments", "Quantity", "Range", "Value", "canonical", "parse", "printed"]

ABOUT, ABOUT_LEAST = 0.1, 1.0
"""``~10`` is ten per cent either way, and one at least."""

PLURAL = 2
SEVERAL = 3
FEW = (2, 5)
"""What most readers take the vague words for: several is more than two, a few is two to five. Both only exclude one
and none, so a number beyond them differs but does not contradict."""


@dataclass(frozen=True)
class Range:
    """An interval of numbers; an open end is not part of it."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    def holds(self, other: Range) -> bool:
        """Whether all of ``other`` lies in it."""
        below = self.low < other.low or (self.low == other.low and (other.low_open or not self.low_open))
        above = self.high > other.high or (self.high == other.high and (other.high_open or not self.high_open))
        return below and above

    def meets(self, other: Range) -> bool:
        """Whether some number lies in both."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        if low != high:
            return low < high
        ends = [(one.low, one.low_open) for one in (self, other)] + [(one.high, one.high_open) for one in (self, other)]
        return not any(end == low and is_open for end, is_open in ends)


@dataclass(frozen=True)
class Quantity:
    """A number with its mark (``~``, ``>=``, ``<=``, ``>``, ``<`` or none), a range, or a vague word; and its unit."""

    mark: str
    low: float
    high: float
    unit: str = ""

    @property
    def taken(self) -> Range:
        """What a reader takes it for."""
        if self.mark in _WORDS:
            return _WORDS[self.mark]
        if self.mark == "~":
            slack = max(ABOUT_LEAST, ABOUT * self.low)
            return Range(max(0.0, self.low - slack), self.low + slack)
        if self.mark in (">", ">="):
            return Range(self.low, inf, low_open=self.mark == ">")
        if self.mark in ("<", "<="):
            return Range(0, self.high, high_open=self.mark == "<")
        return Range(self.low, self.high)

    @property
    def possible(self) -> Range:
        """What it leaves possible: a vague word only excludes one and none."""
        return Range(PLURAL, inf) if self.mark in _WORDS else self.taken

    @property
    def bound(self) -> str:
        """``lower`` or ``upper`` where it only says at least or at most."""
        return {">": "lower", ">=": "lower", "<": "upper", "<=": "upper"}.get(self.mark, "")


_WORDS = {"plural": Range(PLURAL, inf), "several": Range(SEVERAL, inf), "few": Range(*FEW)}


@dataclass(frozen=True)
class Moments:
    """A stretch of time in seconds since 1970 in the case's zone, ``until`` not included; infinite where open."""

    since: float
    until: float

    @property
    def taken(self) -> Range:
        """The stretch as an interval."""
        return Range(self.since, self.until, high_open=True)

    @property
    def known(self) -> bool:
        """Whether either side is given."""
        return (self.since, self.until) != (-inf, inf)

    @property
    def bound(self) -> str:
        """``lower`` or ``upper`` where one side is open."""
        sides = (self.since == -inf, self.until == inf)
        return {(False, True): "lower", (True, False): "upper"}.get(sides, "")


Value = Quantity | Moments | frozenset[str] | tuple[str, ...] | str
"""A parsed value: see `parse` for which type gives which."""


def parse(value: str, value_type: ValueType, zone: tzinfo = UTC) -> Value:
    """A cell as a value: a :class:`Quantity`, :class:`Moments`, a frozenset (set), a tuple (order: side and event;
    sequence: its steps), else text; a name or a label without capitals and with one sort of apostrophe.

    ``zone`` is where times without an offset are told. Raises ``ValueError`` with what is allowed.
    """
    if allowed := wrong(value, value_type):
        raise ValueError(f'{value_type}: found "{value}"; allowed: {allowed}')
    if value_type == "quantity":
        return _quantity(value)
    if value_type == "time":
        return _moments(value, zone)
    if value_type == "set":
        return frozenset(value.split(";"))
    if value_type in ("order", "sequence"):
        return tuple(re.split("[:>]", value))
    return " ".join(value.casefold().replace("’", "'").split()) if value_type in ("name", "label") else value


def _quantity(value: str) -> Quantity:
    number, _, unit = value.partition(" ")
    if number in _WORDS:
        return Quantity(number, _WORDS[number].low, _WORDS[number].high, unit)
    if ".." in number:
        low, high = map(float, number.split(".."))
        return Quantity("", low, high, unit)
    mark, digits = re.fullmatch("([~<>=]*)(.*)", number).groups()  # type: ignore[union-attr]  # the grammar says so
    return Quantity(mark, float(digits), float(digits), unit)


def _moments(value: str, zone: tzinfo) -> Moments:
    since, _, until = value.partition("/")
    until = until or since
    low = -inf if since == ".." else _seconds(since, zone, after=False)
    high = inf if until == ".." else _seconds(until, zone, after=True)
    return Moments(low, high)


def _seconds(cell: str, zone: tzinfo, *, after: bool) -> float:
    """The start of the day, minute or second that a cell names, or what comes after it."""
    moment = instant(cell)
    if isinstance(moment, datetime):
        length = (
            timedelta(seconds=1) if len(re.split(r"Z|[+-]\d\d:", cell[11:])[0]) > len("18:00") else timedelta(minutes=1)
        )
        moment = moment if moment.tzinfo else moment.replace(tzinfo=zone)
        return moment.timestamp() + after * length.total_seconds()  # not on the wall, where clocks may change meanwhile
    return datetime.combine(moment + timedelta(days=after), time(), zone).timestamp()


def printed(value: Value, value_type: ValueType, zone: tzinfo = UTC) -> str:
    """A value in the one written form that all equal values share; :func:`parse` reads it again."""
    if isinstance(value, Quantity):
        if value.mark in _WORDS:
            number = value.mark
        elif value.low == value.high:
            number = value.mark + _digits(value.low)
        else:
            number = f"{_digits(value.low)}..{_digits(value.high)}"
        return f"{number} {value.unit}".rstrip()
    if isinstance(value, Moments):
        return _printed_moments(value, zone)
    if isinstance(value, frozenset):
        return ";".join(sorted(value))
    if isinstance(value, tuple):
        return (":" if value_type == "order" else ">").join(value)
    return value


def _digits(number: float) -> str:
    """A number without exponent and without zeros that say nothing."""
    digits = f"{Decimal(repr(number)):f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _printed_moments(value: Moments, zone: tzinfo) -> str:
    since, until = (None if abs(s) == inf else datetime.fromtimestamp(s, zone) for s in (value.since, value.until))
    sides = [_side(since, until, after=False), _side(until, since, after=True)]
    return sides[0] if sides[0] == sides[1] != ".." else "/".join(sides)


def _side(moment: datetime | None, other: datetime | None, *, after: bool) -> str:
    """One side of a stretch, as coarse as it allows: the day, the minute or the second (``after``: that ends there)."""
    if moment is None:
        return ".."
    if _midnight(moment) and (other is None or _midnight(other)):
        return (moment - timedelta(days=after)).date().isoformat()
    fine = moment.second or (other is not None and other.second)
    length = timedelta(seconds=1) if fine else timedelta(minutes=1)
    wall = (moment.astimezone(UTC) - after * length).astimezone(moment.tzinfo)
    if (wall.utcoffset() or timedelta()).seconds % 60:  # local mean time of old: no offset that can be written
        wall = wall.replace(tzinfo=None)
    return wall.isoformat(timespec="seconds" if fine else "minutes")


def _midnight(moment: datetime) -> bool:
    """Whether a day begins then: the first midnight, where clocks are set back to it."""
    return moment.time() == time() and not moment.fold


def canonical(value: str, value_type: ValueType, zone: tzinfo = UTC) -> str:
    """A cell in the one form that equal values share: sets sorted, names and labels without capitals, ``8..8`` as 8."""
    return printed(parse(value, value_type, zone), value_type, zone)
