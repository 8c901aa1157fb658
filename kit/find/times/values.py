"""Which value each rule's reading has: the rule's name leads to the function that reckons it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kit.find.times import clocks, days, holidays, lengths, periods, quarters, vague, years
from kit.find.times.anchors import Anchors
from kit.find.times.calendars import unit_of
from kit.find.times.days import Value
from kit.find.times.holidays import DATED
from kit.find.times.reading import Reading

__all__ = ["valued"]


def _duration(reading: Reading, at: Anchors) -> Value | None:
    return lengths.often(reading, at) or lengths.duration(reading, at)


def _stretch(reading: Reading, at: Anchors) -> Value | None:
    """Plurals are stretches, "the next year and a half" is one; "next week" points at one."""
    if reading.letters.endswith("z a j"):
        return ("DURATION", lengths.length(1.5, unit_of(reading.word("U"))))
    if reading.word("UQE").endswith("s"):
        return lengths.stretch(reading, at)
    return periods.pointed(reading, at) if reading.has("x") else None


_OF_RULE: Mapping[str, Callable[[Reading, Anchors], Value | None]] = MappingProxyType(
    {
        "iso moment": clocks.iso_moment, "clock": clocks.clock, "day part": clocks.day_part, "day": days.day, "day beside": days.day_beside,
        "listed day": days.listed_day, "before last": periods.before_last, "month": periods.month, "quarter": quarters.quarter, "half": quarters.half,
        "year before": quarters.year_before, "period told": quarters.period_told, "week of": days.week_of, "ago": lengths.ago, "run": lengths.run, "shift": lengths.shift,
        "each": lengths.each, "from now": lengths.from_now, "whole": lengths.whole, "century": years.century, "stretch": _stretch, "weekend": periods.weekend,
        "pointed": periods.pointed, "pointed part": clocks.pointed_part, "term": periods.term,
        "season": periods.season, "decade": years.decade, "years": years.years, "duration": _duration,
        "year": years.year, "spoken year": years.spoken, "edge of year": periods.edge_of_year,
        "frequency": lengths.frequency, "holiday": holidays.holiday_value, "part": clocks.part,
        "vague": vague.vague, "moment told": vague.moment_told,
    }
)  # fmt: skip


def valued(reading: Reading, at: Anchors) -> Value | None:
    """TIMEX3 type and value, or nothing where the words are no time after all; a value told is kept as an anchor."""
    if "n" in reading.classes and reading.two_numbers():
        return None
    found = _OF_RULE[reading.rule](reading, at)
    if found:
        at.length = found[1] if found[0] == "DURATION" else ""
    if (
        found
        and found[0] in {"DATE", "TIME"}
        and reading.rule != "part"
        and (reading.rule != "holiday" or reading.word("H") not in DATED)
    ):
        at.tell(found[1])
    return found
