"""The value of a year, a decade and a century, and the year that a pointing word means.

* a number is a year only where the words around it let it be one;
* "last year" and "this fiscal year" count from publication.
"""

from __future__ import annotations

from kit.find.times.anchors import Anchors
from kit.find.times.calendars import period, unit_of
from kit.find.times.days import Value
from kit.find.times.reading import Reading, spoken_year
from kit.find.times.words import values
from kit.lexicon import words

__all__ = ["century", "decade", "pointer", "spoken", "year", "year_told", "years"]

_DECADES = values("times_numbers", "decade")
_NUMBERED, _LEADS = words("times", "numbered"), words("times", "year")
_COUNTED = words("times", "counted")
_ROUND = 10
"""A number that this divides may count whatever follows ("2000 rivals"); of another only what is often counted makes sure ("1953 birds"), as
that of a year stands before a plural too ("2016 rivals")."""


def pointer(reading: Reading) -> int | None:
    """How many units a pointing word moves: last -1, this 0, next 1."""
    for letters, by in (
        ("lp", -1),
        ("L", -1),
        ("xy", 1),
        ("t", 0),
        ("k", 0),
        ("cX", 0),
    ):  # "this past week" is the last
        if reading.has(letters):
            return by
    return None


def year_told(reading: Reading, at: Anchors) -> str | None:
    """The year named in a reading: 1998, this year, last fiscal year."""
    if reading.has("Y"):
        return reading.word("Y")
    if reading.has("U") and at.published and (by := pointer(reading)) is not None and "year" in reading.word("U"):
        return period(at.published, "Y", by)
    return None


def year(reading: Reading, _at: Anchors) -> Value | None:
    """1998; mid-1996; fiscal 1990; the year 2000. Not $1990, Flight 1549, 2000 people."""
    value = reading.word("Y")
    if reading.letters.endswith("v U"):  # the 2016 fiscal year
        return ("DATE", value) if reading.pieces[-1] == "year" else None
    if _no_year(reading):
        return None
    if not 1900 <= int(value) <= 2100:
        return ("DATE", value) if _sure(reading) and not _counts(reading) and 1000 < int(value) < 2100 else None
    if reading.after() in _COUNTED and not _sure(reading):
        return None
    told = int(value) % _ROUND or not _counts(reading) or (_sure(reading) and int(value) not in {1900, 2000})
    return ("DATE", value) if told else None


def _sure(reading: Reading) -> bool:
    """Whether the words before it make a number a year, whatever follows."""
    before = reading.before()
    return before in _LEADS or before == "the" or reading.has("vUbum")


def _no_year(reading: Reading) -> bool:
    """Whether the marks and words around make it a price, a score, part of a date in figures, or a number of something."""
    before, after = reading.touching()
    letters, last = reading.block.letters, reading.last
    if before in {"$", "£", "€", "#", ".", ",", "/", ":", "+", "@"} or after in {"%", "°"}:
        return True
    if before == "-" and not _year_range(reading):
        return True
    if after in {".", ",", "-", "/", ":"} and letters[last + 1 : last + 2] in {"1", "2", "3", "4"}:
        return True
    return reading.before() in _NUMBERED or letters[last : last + 2] in {" n", " C"}


def _year_range(reading: Reading) -> bool:
    """1994-1995: the other side of the hyphen is a year."""
    return reading.first >= 2 and reading.block.letters[reading.first - 2] == "Y"


def _counts(reading: Reading) -> bool:
    """Whether a noun in the plural follows, which the number then counts."""
    word = reading.after()
    if not word.isalpha() or len(word) < 4 or reading.capital_after():
        return False
    return word in _COUNTED or (word.endswith("s") and not word.endswith("ss"))


def years(reading: Reading, _at: Anchors) -> Value | None:
    """2018-19, 2018/19: by the first year; not a score or a page range."""
    first, second = reading.word("Y"), reading.pieces[-1]
    if int(second) != (int(first) + 1) % 100 or reading.touching()[0] in {"$", "-"}:
        return None
    return ("DATE", first)


def spoken(reading: Reading, _at: Anchors) -> Value | None:
    """Nineteen seventy-nine."""
    found = spoken_year(reading.words("n"))
    if _counts(reading):
        return None
    return ("DATE", str(found)) if found else None


def decade(reading: Reading, _at: Anchors) -> Value | None:
    """The 1990s; the late '80s; the eighties."""
    if word := reading.word("6"):
        if reading.before() in {"her", "his", "their", "my", "your"} or not reading.has("db"):
            return None
        return ("DATE", f"19{_DECADES[word][0]}")
    if year := reading.word("Y"):
        if "'" not in reading.letters or (year[-1] == "0" and reading.has("d")):
            return ("DATE", year[:3]) if year[-1] == "0" else None
        reading.last -= len("'s")  # 2016's elections
        return ("DATE", year)
    short = reading.word("23")
    if short[-1] != "0" or not reading.has("'d") or reading.before() in {"her", "his", "their", "my"}:
        return None
    return ("DATE", f"{'20' if short in {'00', '10', '20'} else '19'}{short[0]}")


def century(reading: Reading, at: Anchors) -> Value | None:
    """The 11th century; the turn of the century; her second year is none."""
    unit, number = unit_of(reading.word("U")), reading.ordinal()
    if unit == "C":
        if not number:
            return ("DATE", period(at.published, "C"))
        return ("DATE", f"{number - 1:02}") if number > 1 else None
    if unit == "D" and "at" in {reading.before(), reading.before(2)}:  # "at the end of the day" tells no time
        return None
    if unit not in {"Y", "M", "W", "D", "Q", "E"} or number is not None or not reading.has("u"):
        return None
    return ("DATE", period(at.published, unit))
