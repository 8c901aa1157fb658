"""The first and the last day, or moment, that a TIMEX3 value can mean.

* a calendar value spans its days; a time of the clock is told with the offset of the case's zone;
* values that no calendar resolves have neither: None, None.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from types import MappingProxyType
from zoneinfo import ZoneInfo

from kit.find.times.anchors import moved

__all__ = ["bounds"]

_PARTS = MappingProxyType(
    {"MO": (5, 12), "MI": (12, 14), "AF": (12, 18), "EV": (17, 22), "NI": (18, 30), "DT": (6, 18)}
)
"""Hours a part of day can mean, wide rather than narrow: they overlap, as people's use does; 30 is six next morning."""
_SEASONS = MappingProxyType({"SP": (3, 5), "SU": (6, 8), "FA": (9, 11)})
"""Months of the northern hemisphere's meteorological seasons."""
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(?:(\d\d):(\d\d)(?::\d\d)?(Z|[+-]\d\d:?\d\d)?|([A-Z]{2}))")
_CALENDAR = re.compile(
    r"(?P<year>\d{2,4})(?:-W(?P<week>\d\d)(?P<weekend>-WE)?|-(?P<month>\d\d)(?:-(?P<day>\d\d))?"
    r"|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<season>SP|SU|FA|WI))?"
)
Days = tuple[date, date]


@lru_cache(maxsize=1024)
def bounds(value: str, zone: ZoneInfo | None, offset: int | None = None) -> tuple[str | None, str | None]:
    """Earliest and latest of a value, both included, as ISO 8601 dates or moments; ``None, None`` if unresolved.

    ``offset`` is that of the zone a clock time names ("5 p.m. EST"), in hours; else it is told in the case's zone.
    """
    try:
        if offset is not None and len(value) == len("2025-10-04T18:00"):
            value += f"{offset:+03}:00"
        if match := _MOMENT.fullmatch(value):
            return _moments(match, zone)
        found = _days(value)
    except (ValueError, OverflowError):  # beyond the calendar, such as a 54th week
        return None, None
    return (found[0].isoformat(), found[1].isoformat()) if found else (None, None)


def _moments(match: re.Match[str], zone: ZoneInfo | None) -> tuple[str, str]:
    if match[5]:
        first, last = _PARTS.get(match[5], (0, 24))
        start = datetime.combine(date.fromisoformat(match[1]), time())
        return _told(start + timedelta(hours=first), zone), _told(start + timedelta(hours=last, minutes=-1), zone)
    if match[4]:
        moment = datetime.fromisoformat(match[0])
        told = (moment.astimezone(zone) if zone else moment).isoformat(timespec="minutes")
        return told, told
    day = date.fromisoformat(match[1])
    moment = datetime.combine(day, time()) + timedelta(hours=int(match[2]), minutes=int(match[3]))
    return _told(moment, zone), _told(moment, zone)


def _told(moment: datetime, zone: ZoneInfo | None) -> str:
    return (moment.replace(tzinfo=zone) if zone else moment).isoformat(timespec="minutes")


def _days(value: str) -> Days | None:
    match = _CALENDAR.fullmatch(value)
    if match is None:
        return None
    year, told = (
        match["year"],
        {name: int(number) for name, number in match.groupdict().items() if (number or "").isdigit()},
    )
    if match["week"]:
        monday = date.fromisocalendar(told["year"], told["week"], 1)
        return monday + timedelta(5 if match["weekend"] else 0), monday + timedelta(6)
    if match["season"]:
        return _season(told["year"], match["season"])
    if match["day"]:
        return (date(told["year"], told["month"], told["day"]),) * 2
    first, last = _span(told)
    return _months(int(year.ljust(4, "0")), first, 12)[0], _months(int(year.ljust(4, "9")), 1, last)[1]


def _span(told: dict[str, int]) -> tuple[int, int]:
    """First and last month of a month, a quarter, a half or a whole year."""
    if "month" in told:
        return told["month"], told["month"]
    for name, size in (("quarter", 3), ("half", 6)):
        if name in told:
            return size * told[name] - size + 1, size * told[name]
    return 1, 12


def _months(year: int, first: int, last: int) -> Days:
    end = moved(date(year, last, 1), months=1)
    return date(year, first, 1), (end - timedelta(1)) if end else date(year, 12, 31)


def _season(year: int, name: str) -> Days:
    """A winter named by one year may be the one that begins or the one that ends in it: both are within."""
    if name == "WI":
        return date(max(year - 1, 1), 12, 1), _months(min(year + 1, 9999), 2, 2)[1]
    return _months(year, *_SEASONS[name])
