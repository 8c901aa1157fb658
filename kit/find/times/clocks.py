"""The value of a time of the clock and of a part of a day.

* figures and words are read, with am, pm and the part of the day beside them; the hour stays as told where neither says which;
* its day is named beside it, or right after it, or is the last one told, else publication;
* without any of these it is a time of no day (`T21:15`).
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from kit.find.times.anchors import Anchors, moved
from kit.find.times.days import WEEKDAYS, Value, day_value, without_full_stop, written
from kit.find.times.reading import Reading
from kit.find.times.tense import is_future
from kit.find.times.words import values

__all__ = ["PARTS", "clock", "day_part", "either_half", "half_a_day_later", "iso_moment", "part", "pointed_part"]

PARTS = values("times", "part of day")
_CARDINALS = {word: int(number) for word, number in values("times_numbers", "cardinal").items()}
_NOTED = frozenset({"update", "updated"})
_AROUND = 24
"""Pieces around "six o'clock" in which a word may say which half of the day it is in."""
_SOON = 14
"""Pieces after a clock time in which its weekday may stand: "at 10:35 (0735 GMT) on Friday"."""


def _hour(reading: Reading) -> str | None:
    """HH:MM of a clock time, from figures or words, with am or pm."""
    if reading.has("L") or (reading.has("Q") and reading.has("z")):
        return _spoken_hour(reading)
    mark = ("pm" if reading.has("I") else "am") if reading.has("N") else reading.word("C")
    match = (
        re.match(r"\D*(\d{1,4})(?:[:.](\d\d))?(?:[:.](\d\d))?", reading.text)
        if not reading.has("0") or reading.has("12")
        else None
    )
    if match and len(match[1]) > 2:
        hour, minute = int(match[1][:-2]), int(match[1][-2:])
    elif match:
        hour, minute = int(match[1]), int(match[2] or 0)
    else:
        hour, minute = int(reading.number() or -1), 0
    if mark in {"am", "pm"}:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (mark == "pm")
    elif 0 < hour < 12 and _part_named(reading) in {"AF", "EV", "NI"}:
        hour += 12
    return f"{hour:02}:{minute:02}" if 0 <= hour <= 24 and minute < 60 else None


def either_half(reading: Reading) -> bool:
    """Whether a time told in words, or by o'clock, may be before noon or after it."""
    told = reading.rule == "clock" and (reading.has("0") or (reading.has("LQ") and reading.has("jzQ")))
    return told and not reading.has("NP") and not _half_of_day(reading)


def half_a_day_later(value: str) -> str:
    """The same time of the clock in the other half of the day."""
    day, _, clock = value.partition("T")
    return f"{day}T{int(clock[:2]) + 12:02}{clock[2:]}" if clock[:2].isdigit() and int(clock[:2]) < 12 else value


def _half_of_day(reading: Reading) -> str:
    """The nearest part of a day named around a time: that evening at six o'clock."""
    pieces = reading.block.pieces
    near = [
        *reversed(pieces[max(reading.first - _AROUND, 0) : reading.first]),
        *pieces[reading.last : reading.last + _AROUND],
    ]
    return next((PARTS.get(piece, "EV") for piece in near if piece in PARTS or piece == "tonight"), "")


def _part_named(reading: Reading) -> str:
    """The part of a day named with a time of the clock; near it, where it is told by o'clock."""
    if reading.has("P"):
        return PARTS[reading.word("P")]
    return _half_of_day(reading) if reading.has("0") else ""


def _spoken_hour(reading: Reading) -> str | None:
    """Half past six; a quarter to ten."""
    told = reading.words("1n")
    hour = int(told[0]) if told[0].isdigit() else _CARDINALS[told[0]]
    minutes = hour * 60 + (30 if reading.has("j") else 15 if reading.has("L") else -15)
    return f"{minutes // 60:02}:{minutes % 60:02}" if 1 <= hour <= 12 else None


def clock(reading: Reading, at: Anchors) -> Value | None:
    """9.15 p.m. on 12 March 2019; 10:35 a.m. Friday; six o'clock; 0735 GMT."""
    before, after = reading.touching()
    if before in {":", "-", "/", "$", "£", ".", "@"} or after == "%":
        return None
    if after == ":" and reading.block.letters[reading.last + 1 : reading.last + 2] in {*"12345Y"}:
        return None
    if not reading.has("CNLQ") and not _timely(reading):
        return None
    hour = _hour(reading)
    if hour is None:
        return None
    return ("TIME", f"{_told_day(reading, at)}T{hour}")


def _timely(reading: Reading) -> bool:
    """A bare 10:35 is a time after such a word; else it may be a score, a verse or a ratio."""
    return reading.before() in {
        "at",
        "by",
        "until",
        "till",
        "from",
        "since",
        "around",
        "about",
        "after",
        "before",
        "between",
        "and",
        "to",
    }


def _told_day(reading: Reading, at: Anchors) -> str:
    """The day a time of the clock belongs to: named beside it, right after it, or the last one told."""
    if reading.has("MWD") and (value := day_value(reading, at)):
        return value
    if value := _day_after(reading, at):
        return value
    told = at.published if {reading.before(), reading.before(2)} & _NOTED else _day_around(reading, at)
    return told.isoformat() if told else ""


def _day_after(reading: Reading, at: Anchors) -> str | None:
    """The day soon after in the same sentence, which a full stop ends, be it that of "p.m." before a capital."""
    block, last = reading.block, reading.last
    if reading.touching()[1] == ":" or (reading.pieces[-1] == "." and reading.capital_after()):
        return None
    ahead = block.letters[last : last + _SOON]
    day_at = next((last + i for i, letter in enumerate(ahead) if letter in "WD"), -1)
    if day_at < last or "." in block.letters[last:day_at]:
        return None
    beside = Reading("day", block, day_at, day_at + 1)
    return day_value(beside, at) if written(beside, "W") else None


def _day_around(reading: Reading, at: Anchors) -> date | None:
    """The day told last, unless it is still to come and the sentence tells of what was."""
    told = at.told_day
    return at.published if told and at.published and told > at.published and is_future(reading) < 0 else told


def iso_moment(reading: Reading, _at: Anchors) -> Value | None:
    """2019-03-12T21:15, as it is written."""
    block = reading.block
    offset = re.match(r"[zZ]|[+-]\d\d:?\d\d", block.text[reading.span[1] : reading.span[1] + 6])
    if offset:
        reading.last = min(reading.last + len(offset[0].split(":")) * 2 - (offset[0] in "zZ"), len(block.pieces))
    try:
        datetime.fromisoformat(written := block.text[slice(*reading.span)].upper())
    except ValueError:
        return None
    return ("TIME", written)


def _part_value(word: str, told: str) -> Value:
    part_of = PARTS[word].replace(".", ":")
    return ("TIME", f"{told}T{part_of}")


def day_part(reading: Reading, at: Anchors) -> Value | None:
    """Friday night; the evening of 12 March; noon Saturday; Tuesday nights."""
    without_full_stop(reading)
    value = day_value(reading, at)
    if value is None:
        return None
    if reading.word("P").endswith("s"):
        return (
            ("SET", f"XXXX-WXX-{WEEKDAYS[reading.word('W')]}T{PARTS[reading.word('P')]}") if reading.has("W") else None
        )
    return _part_value(reading.word("P"), value)


def pointed_part(reading: Reading, at: Anchors) -> Value | None:
    """That evening; last night; the next morning; this afternoon."""
    told: date | None = at.told if reading.has("kpyx") else at.published
    if reading.has("pl") or (reading.has("xy") and told):
        told = moved(told, days=-1 if reading.has("pl") else 1) if told else None
    return _part_value(reading.word("P"), told.isoformat() if told else "XXXX-XX-XX")


def part(reading: Reading, at: Anchors) -> Value | None:
    """Midnight; overnight; in the morning: of the last day told."""
    word = reading.word("P")
    if word.endswith("s") or (
        word in {"night", "morning", "evening", "afternoon", "dawn", "dusk"} and not _definite(reading)
    ):
        return None
    if word == "overnight" and at.published:
        return _part_value(word, (at.published - timedelta(1)).isoformat() if at.published > date.min else "")
    told = _day_around(reading, at)
    return _part_value(word, told.isoformat() if told else "XXXX-XX-XX")


def _definite(reading: Reading) -> bool:
    if reading.has("bu"):
        return True
    return (
        reading.has("d")
        and reading.before() in {"in", "during", "for", "of", "through", "throughout", "into"}
        and reading.after() != "of"
    )
