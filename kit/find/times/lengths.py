"""The value of a length of time, of a recurrence, and of a time told by its distance.

* a length is an ISO 8601 duration; an unknown number is X, as TIMEX3 has it (`PXM`);
* a time told by its distance is as fine as its unit: "two months ago" is a month, "two days ago" a day;
* a recurrence is a SET with its period (`P1D`) or its weekday (`XXXX-WXX-1`).
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kit.find.times.anchors import Anchors, moved
from kit.find.times.calendars import period, unit_of
from kit.find.times.clocks import PARTS
from kit.find.times.days import DEICTIC, MONTHS, WEEKDAYS, Value
from kit.find.times.reading import Reading
from kit.find.times.tense import is_future
from kit.find.times.words import values

__all__ = ["ago", "duration", "each", "frequency", "length", "many", "run", "shift", "stretch"]

_FREQUENCIES = values("times", "frequency")
_OF_TIME = {"S": "S", "TM": "M", "H": "H"}
_SECONDS = {"S": 1, "TM": 60, "H": 3600}
_HALVES = {"Y": ("M", 12), "H": ("M", 60), "TM": ("S", 60), "D": ("H", 24)}
"""What half of a unit is told in: 2.5 years are P2Y6M."""
_PLAIN = {"E": ("Y", 10), "C": ("Y", 100), "L": ("Y", 1000), "F": ("W", 2)}
_LASTS = frozenset({"for", "in", "of", "within", "after", "over", "take", "took", "spent"})
_MARKS = frozenset({"$", "£", "€", ".", ",", "/", ":"})
_COUNTED = frozenset({"people", "million", "billion", "trillion", "percent"})
_KINDS = frozenset({"fiscal", "financial", "calendar", "academic", "school", "tax"})
_RATE = 8
"""Pieces before "a day" among which a number makes it a rate."""
_LARGEST = 1_000_000


def length(number: float | None, unit: str) -> str:
    """The duration of so many units; X for a number that is not told."""
    if number is None:
        return f"PT{'X'}{_OF_TIME[unit]}" if unit in _OF_TIME else f"PX{unit if unit != 'F' else 'W'}"
    if unit in _PLAIN:
        unit, times = _PLAIN[unit]
        number *= times
    whole, rest = int(number), number - int(number)
    tail = ""
    if rest and unit in _HALVES:
        small, many_in = _HALVES[unit]
        tail = f"{'T' if unit == 'D' else ''}{round(rest * many_in)}{small}"
        number = whole
    head = f"{number:g}{_OF_TIME.get(unit, unit)}" if number else ""
    return ("PT" if unit in _OF_TIME else "P") + head + tail


def duration(reading: Reading, _at: Anchors) -> Value | None:
    """Three days; a minute and a half; 16-hour; several years; half an hour; day-long. Ages are measures."""
    word = reading.word("UQE")
    if word == "days" and reading.block.pieces[reading.last : reading.last + 4] == [*" a ", "week"]:  # five days a week
        reading.last += 4
        return ("SET", "P1W")
    if _no_length(reading) or _rate(reading):
        return None
    number = reading.number()
    if reading.letters in {"U-v", "a U-v"}:
        number = None if word.endswith(("s", "ia")) else 1.0  # weeks-long, a weeks-long, a week-long
    if reading.text == "one day" and reading.before() != "by" and is_future(reading) > 0:
        return ("DATE", "FUTURE_REF")
    if number is not None and number > _LARGEST:
        return None
    return ("DURATION", length(number, "S" if reading.letters[-1] == "8" else unit_of(word)))


def _no_length(reading: Reading) -> bool:
    """Whether the words tell something else: a price, an age, a title, an ordinal, a fraction."""
    before, after = reading.touching()
    kind_of_year = reading.letters == "a v U" and reading.word("v") in _KINDS
    if kind_of_year or reading.block.letters.startswith(" a U", reading.last):  # "24 hours a day": always
        return True
    if before in _MARKS or (after == "'" and reading.letters.startswith("a")) or _age(reading) or reading.title("UQE"):
        return True
    if reading.letters[-1] == "8":
        return reading.word("8") != "second" or "-" not in reading.letters or after not in {" ", ","}
    if reading.has("8") and reading.word("U") in {"hour", "minute"}:  # "an eleventh-hour deal"
        return True
    if reading.has("Q"):
        following = reading.block.letters[reading.last : reading.last + 2]
        fraction = following == " m" and reading.number() == 3
        return (
            "-Q" in reading.letters
            or fraction
            or not reading.word("Q").endswith("s")
            or reading.text == "some quarters"
        )
    return reading.letters == "U-v" and reading.pieces[-1] != "long"


def _age(reading: Reading) -> bool:
    """52 years old, a six-year-old: how old somebody or something is."""
    return "o" in reading.block.letters[reading.last : reading.last + 2]


def _rate(reading: Reading) -> bool:
    """Whether "a day" tells a rate: five flights a day, 30 cents a year."""
    if not reading.letters.startswith("a "):
        return False
    word, letters = reading.before(), reading.block.letters[max(reading.first - _RATE, 0) : reading.first]
    counted = len(word) > len("gas") and word.endswith("s") and any(letter in "1234n$" for letter in letters)
    return counted or word in _COUNTED or (word.isdigit() and reading.touching()[0] == " ")


def _rated(reading: Reading) -> bool:
    """Whether an amount stands right before: 10,000 units annually, 20% annually."""
    near = reading.block.letters[max(reading.first - _RATE, 0) : reading.first]
    return reading.before() in _COUNTED | {"%"} or (
        reading.before().endswith("s") and any(letter in "12345Yn$" for letter in near)
    )


def many(reading: Reading) -> Value | None:
    """For years; weeks or months; the days before."""
    word, before, after = reading.word("UQ"), reading.before(), reading.after()
    if _age(reading) or reading.has("b") or (before == "of" and reading.before(2) == "matter"):
        return None
    if after in {"before", "after"} or before in _LASTS:
        return ("DURATION", length(None, unit_of(word)))
    return None


def same_period_before(at: Anchors) -> str:
    """The quarter told last, one year before; without one, the year before publication."""
    if at.quarter and at.quarter[:4].isdigit() and not at.in_months:
        return f"{int(at.quarter[:4]) - 1:04}{at.quarter[4:]}"
    return period(at.published, "Y", -1)


def run(reading: Reading, at: Anchors) -> Value | None:
    """The first nine months; the six months ended."""
    unit = unit_of(reading.words("UQ")[-1])
    at.in_months = unit == "M"
    return ("DURATION", length(reading.number(), unit))


def stretch(reading: Reading, _at: Anchors) -> Value | None:
    """The past two months; the next few years; recent years; the weeks ahead."""
    unit = unit_of(reading.word("UQE"))
    counted = reading.has("12345Ynf")
    if not counted:
        if reading.has(
            "R"
        ):  # recent months are a stretch up to now, as the past few months are; recent years are vague
            return (
                ("DURATION", length(None, unit))
                if unit in {"D", "W", "M"} and "z" not in reading.letters
                else ("DATE", "PAST_REF")
            )
        return ("DATE", "FUTURE_REF") if reading.has("Gx") else ("DURATION", length(None, unit))
    return ("DURATION", length(reading.number(), unit))


def ago(reading: Reading, at: Anchors) -> Value | None:
    """Two months ago; a year ago; several years ago."""
    unit, number = unit_of(reading.word("UQ")), reading.number()
    if number is None or number > _LARGEST or reading.has("K"):  # a moment ago, some time ago
        return ("DATE", "PAST_REF")
    if number == 1 and unit == "Y" and at.quarter and reading.letters == "a U g":
        return ("DATE", same_period_before(at))
    if unit in _OF_TIME and (told := _clock(at.moment, -number, unit)):
        return ("TIME", told)
    return _distant(-number, unit, at.published)


def from_now(reading: Reading, at: Anchors) -> Value | None:
    """Two weeks from now; a year from today; three days from tomorrow."""
    unit, number, last = unit_of(reading.word("U")), reading.number(), reading.pieces[-1]
    if reading.pieces[-3] != "from" or last not in {"now", *DEICTIC}:
        return None
    if number is None or number > _LARGEST:
        return ("DATE", "FUTURE_REF")
    if unit in _OF_TIME and (told := _clock(at.moment, number, unit)):
        return ("TIME", told)
    day = moved(at.published, days=int(DEICTIC.get(last, 0))) if at.published else None
    return _distant(number, unit, day)


def whole(reading: Reading, _at: Anchors) -> Value | None:
    """All week, all night."""
    if (word := reading.word("U")) and not word.endswith("s"):
        return ("DURATION", length(1, unit_of(word)))
    return ("DURATION", "P1NI") if reading.word("P") in {"night", "day"} else None


def shift(reading: Reading, at: Anchors) -> Value | None:
    """Two days later; a year earlier; 30 minutes later: from the time told before."""
    unit, number = unit_of(reading.word("UQ")), reading.number()
    if reading.has("7%") and reading.touching()[1] not in {".", ",", ";"}:
        reading.last -= 2  # "two days before the vote" is a length, told of the vote
        number_told = None
    else:
        number_told = number
    if number_told is None or number_told > _LARGEST:
        return ("DURATION", length(number, unit)) if (number or 0) <= _LARGEST else None
    sign = -1 if reading.has("r7") else 1
    if unit == "Y" and number_told == 1 and sign < 0 and at.quarter:
        return ("DATE", same_period_before(at))
    if unit in _OF_TIME:
        return _later_clock(sign * number_told, unit, at)
    told = at.told
    if told and unit == "Y" and at.value:
        told = moved(told, years=int(at.value[:4]) - told.year)
    return _distant(sign * number_told, unit, told)


def _later_clock(number: float, unit: str, at: Anchors) -> Value:
    """A clock time so much off the one told last; a length where none was told."""
    told = _clock(at.clock, number, unit)
    return ("TIME", told) if told else ("DURATION", length(abs(number), unit))


def _clock(moment: datetime | None, number: float, unit: str) -> str | None:
    try:
        return (
            (moment + timedelta(seconds=number * _SECONDS[unit])).isoformat()[: len("2025-10-04T18:00")]
            if moment
            else None
        )
    except OverflowError:
        return None


def _distant(number: float, unit: str, day: date | None) -> Value:
    """A time so many units off a day, as fine as the unit."""
    if unit in _OF_TIME:
        return ("DATE", period(day, "D"))
    if unit == "Y" and number % 1:
        return ("DATE", period(day, "M", round(number * 12)))
    if unit in {"E", "C", "L"} and number % 1:  # half a century ago
        unit, number = "Y", number * _PLAIN[unit][1]
    whole = round(number * 2) if unit == "F" else round(number)
    return ("DATE", period(day, "W" if unit == "F" else unit, whole))


def each(reading: Reading, _at: Anchors) -> Value | None:
    """Every day; each Thursday; every two years; every other week; each of the past three years."""
    if reading.has(";") and reading.word("e") == "each":  # "they blamed each other Friday"
        return None
    if reading.has("WMPS"):
        return _each_named(reading)
    unit = unit_of(reading.word("UQE"))
    if "e m" in reading.letters:
        return ("DURATION", length(reading.number(), unit))
    if reading.has("8"):
        return ("SET", length(reading.ordinal(), unit))
    often = 2.0 if reading.word(";") == "other" else 1.0
    return ("SET", length(reading.number() if reading.has("f") else reading.number() or often, unit))


def _each_named(reading: Reading) -> Value | None:
    """Each Thursday night, each July, every evening, every summer."""
    part = f"T{PARTS[reading.word('P')].replace('.', ':')}" if reading.has("P") else ""
    if reading.has("W"):
        return ("SET", f"XXXX-WXX-{WEEKDAYS[reading.word('W')]}{part}")
    if reading.has("M"):
        return ("SET", f"XXXX-{int(MONTHS[reading.word('M')]):02}") if reading.capital("M") else None
    return ("SET", f"XXXX-XX-XX{part}" if part else f"XXXX-{values('times', 'season')[reading.word('S')]}")


def often(reading: Reading, _at: Anchors) -> Value | None:
    """Once a month, three times a week: the unit is how often."""
    if not reading.letters.startswith("a U") or reading.before() not in {"once", "twice", "times"}:
        return None
    return ("SET", length(1, unit_of(reading.word("U"))))


def frequency(reading: Reading, _at: Anchors) -> Value | None:
    """Daily; annually. A name such as the Daily Post is none, nor a daily paper; "20% annually" tells a rate."""
    text, end = reading.block.text, reading.span[1]
    if reading.text == "daily" and text[end + 1 : end + 2].isupper():
        return None
    if reading.text in {"annually", "yearly"} and _rated(reading):
        return None
    if reading.capital("F") and reading.before() not in {".", "", '"', "”", "“"}:
        return None
    return ("SET", _FREQUENCIES[reading.word("F")])
