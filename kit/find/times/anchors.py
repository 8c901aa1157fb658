"""What a relative time is relative to.

* the publication date, unless the words look back to a time already told ("that evening", "two days earlier");
* the times told so far: the last day, the last quarter, the last clock time;
* whether a bare weekday or month lies before or after: the nearest telling word of its sentence decides, else the past.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from kit.find.times.reading import Reading
from kit.find.times.words import Block
from kit.lexicon import words

__all__ = ["Anchors", "is_future", "looks_back", "moved", "zone_of"]

_WILL, _DID = words("times", "will"), words("times", "did")
_TIMETABLE = words("times", "timetable")
_PROMISED, _PLANNED = words("times", "promised"), words("times", "planned")
_NO_PAST = words("times", "no past")
_SHORTENED = words("abbreviations")
_UP_TO = frozenset({"by", "until", "till", "through", "into"})
_NOT_BEFORE = frozenset({("early", "as"), ("soon", "as"), ("late", "as"), ("ahead", "of")})
"""A day right after one of these lies ahead, unless its sentence looks back ("until Thursday, they had not")."""
_BACK = 30
"""Pieces looked at for the telling word, spaces included: some fifteen words, seldom more than a clause."""
_AHEAD, _AHEAD_AT_ITS_HEAD, _LEADING = 16, 24, 4
"""Pieces looked at after it; more where it begins its sentence, within so many pieces ("On Friday,"), as the subject between
the day and its verb can be long."""
_STOPS = frozenset(";!?")


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


def is_future(reading: Reading) -> int:
    """1 where its sentence tells of what is to come, -1 of what was, 0 where no word tells.

    The nearest telling word before it decides, else the nearest after it.
    """
    block, pieces = reading.block, reading.block.pieces
    if reading.before() in _UP_TO or (reading.before(2), reading.before()) in _NOT_BEFORE:
        return -1 if "had" in pieces[max(reading.first - _AHEAD, 0) : reading.last + _AHEAD] else 1
    back = range(reading.first - 1, max(reading.first - _BACK, -1), -1)
    told, seen = _nearest(block, back)
    if not told:
        most = _AHEAD if seen > _LEADING else _AHEAD_AT_ITS_HEAD
        told, _ = _nearest(block, range(reading.last, min(reading.last + most, len(pieces))))
    return told


def _nearest(block: Block, near: range) -> tuple[int, int]:
    """What the first telling word tells, and how many pieces were looked at before it or the sentence's edge."""
    for seen, at in enumerate(near):
        if block.pieces[at] == " ":
            continue
        if _ends(block, at):
            return 0, seen
        if told := _tells(block, at):
            return told, seen
    return 0, len(near)


def _ends(block: Block, at: int) -> bool:
    """Whether a sentence or a paragraph ends at a piece; the full stop of an abbreviation ends none."""
    piece = block.pieces[at]
    if piece != ".":
        return piece in _STOPS or piece[:1] == "\n" != piece
    word = block.pieces[at - 1] if at else ""
    return f"{word}." not in _SHORTENED and block.letters[at + 1 : at + 2] in {"", " "}


def _tells(block: Block, at: int) -> int:
    """What one word tells; a participle after "be" or "to be" leaves it to the words before."""
    pieces, piece = block.pieces, block.pieces[at]
    before = pieces[at - 2] if at > 1 else ""
    if piece in _WILL:
        return -1 if before in {"been", "previously"} else 1  # "had been due to end Friday"
    if piece in _TIMETABLE:
        return int(block.text[block.starts[at]].islower())  # not "Meet the Press"
    following = pieces[at + 2] if at + 2 < len(pieces) else ""
    if (piece in {"was", "were"} and following in _WILL) or f"{piece} {following}" in _PLANNED:  # "were planning"
        return 1
    if piece == "to":
        return 1 if before in _PROMISED else 0
    if looks_back(piece):
        if before == "be" or block.text[block.starts[at]].isupper():  # "the United States"
            return 0
        return 1 if piece in _PROMISED and following == "to" else -1
    return 0


def looks_back(word: str) -> bool:
    """Whether a word is a verb in the past: a listed one, or one in -ed."""
    return word in _DID or (len(word) > len("used") and word.endswith("ed") and word not in _NO_PAST)


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
