"""What a relative time is relative to.

* the publication date, unless the words look back to a time already told ("that evening", "two days earlier");
* the times told so far: the last day, the last quarter, the last clock time.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

__all__ = ["Anchors", "moved", "zone_of"]


class Anchors:
    """The publication, and the times told so far in one article."""

    def __init__(self, published: str | None, zone: str | None) -> None:
        self.zone = zone_of(zone)
        self.moment = _moment(published, self.zone)
        self.published = self.moment.date() if self.moment else _day(published)
        self.day: date | None = None
        self.on: date | None = None  # the last day told as a day
        self.dated: date | None = None  # the last day told with its year
        self.clock: datetime | None = None
        self.quarter: str | None = None
        self.day_first: Callable[[], bool | None] = lambda: None  # asked once how this article writes 12/03/2019
        self.value: str = ""
        self.length: str = ""  # the stretch of time just told, if nothing else was told since: "during that time"
        self.in_months = False  # whether the last stretch of a year told was one of months: "the nine months"

    @property
    def told_day(self) -> date | None:
        """The day that "at six o'clock" is on: one told as a day, not the first of a week told since."""
        return self.on or self.published

    @property
    def told(self) -> date | None:
        """The day that "that evening" or "two days earlier" counts from."""
        return self.day or self.published

    def tell(self, value: str) -> None:
        """Keep the time just told, for those that follow."""
        if len(value) < len("2025") or not value[:4].isdigit():
            return
        self.value = value
        if (day := _day(value)) is not None:
            if day != self.day:
                self.clock = None
            self.day = day
            self.on = self.on if "W" in value else day
            self.clock = _moment(value, None) or self.clock


def zone_of(name: str | None) -> ZoneInfo | None:
    """The zone of an IANA name; an unknown name is no zone."""
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):  # what zoneinfo raises for names that are none, and for paths
        return None


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat((written or "").strip()[:10])
    except ValueError:
        return None


def _moment(written: str | None, zone: ZoneInfo | None) -> datetime | None:
    """A date and time; one with an offset is told in the zone."""
    if not written or len(written) < len("2025-10-04T18"):
        return None
    try:
        moment = datetime.fromisoformat(written.strip())
        return moment.astimezone(zone) if moment.tzinfo and zone else moment
    except (ValueError, OverflowError):
        return None


def moved(day: date, *, years: int = 0, months: int = 0, days: int = 0) -> date | None:
    """A day so much later; the last of the month where a month is shorter. None outside the years 1 to 9999."""
    month = day.year * 12 + day.month - 1 + years * 12 + months
    year, month = divmod(month, 12)
    try:
        first = date(year, month + 1, 1)
        last = (date(year + month // 11, (month + 1) % 12 + 1, 1) - timedelta(1)).day if year < 9999 else 28
        return first.replace(day=min(day.day, last)) + timedelta(days)
    except (ValueError, OverflowError):
        return None
