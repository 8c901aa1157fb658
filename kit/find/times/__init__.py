"""Time expressions of an article, as TIMEX3 (ISO 24617-1) has them: where they stand, and when they mean.

* `windows` says where to look, `words` and `expressions` say what is a time: rules over word classes, all of them data;
* `values` and its modules reckon the value, from what `anchors` keeps of publication and of the times already told, and
  from what `tense` reads in the verbs around;
* `ranges` says which days or moments a value spans.
"""

from __future__ import annotations

from functools import cache, partial
from typing import NamedTuple

from kit.find.times.anchors import Anchors
from kit.find.times.clocks import either_half, half_a_day_later
from kit.find.times.days import day_first
from kit.find.times.expressions import found
from kit.find.times.ranges import bounds
from kit.find.times.reading import Reading
from kit.find.times.values import valued
from kit.find.times.windows import windows
from kit.find.times.words import values

__all__ = ["TimeExpression", "times"]

_OFFSETS = values("times", "offset")


class TimeExpression(NamedTuple):
    """A time told in a text; ``start`` and ``end`` count code points, end exclusive."""

    start: int
    end: int
    type: str
    value: str
    earliest: str | None
    latest: str | None
    rule: str


def times(text: str, published: str | None = None, zone: str | None = None) -> list[TimeExpression]:
    """Every time expression of a text, in reading order, with its TIMEX3 type (DATE, TIME, DURATION, SET) and value.

    ``published`` is an ISO 8601 date or moment; without it relative times keep their underspecified value. ``zone``
    is an IANA name, in which earliest and latest are told. Never raises: what is not understood stays unresolved.
    """
    anchors, rows = Anchors(published, zone), []
    anchors.day_first = cache(partial(day_first, text, anchors.published))
    for block in windows(text):
        for reading, (kind, value) in found(block, lambda reading: valued(reading, anchors)):
            rows.append(
                TimeExpression(*reading.span, kind, value, *_range(reading, kind, value, anchors), reading.rule)
            )
    return rows


def _range(reading: Reading, kind: str, value: str, anchors: Anchors) -> tuple[str | None, str | None]:
    """Earliest and latest. A fiscal year is its company's own, and a bare "six o'clock" may be either half of the day."""
    if kind == "TIME":
        offset = next((int(_OFFSETS[word]) for word in reading.words("C") if word in _OFFSETS), None)
        earliest, latest = bounds(value, anchors.zone, offset)
        return earliest, bounds(half_a_day_later(value), anchors.zone, offset)[1] if either_half(reading) else latest
    return (None, None) if "fiscal" in reading.words("v") else bounds(value, anchors.zone)
