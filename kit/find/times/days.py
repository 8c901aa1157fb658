"""The value of a day.

* a bare weekday is the last one, or the next where the sentence tells of what is to come;
* a date without a year takes the nearest year, again by the sentence;
* what cannot be resolved keeps TIMEX3's underspecified form (`XXXX-WXX-5`).
"""

from __future__ import annotations

import re
from datetime import date

from kit.find.times.anchors import Anchors, moved
from kit.find.times.calendars import period, weekday
from kit.find.times.reading import Reading
from kit.find.times.tense import is_future
from kit.find.times.words import ordinals, values
from kit.lexicon import words

__all__ = [
    "DEICTIC",
    "MONTHS",
    "WEEKDAYS",
    "Value",
    "day",
    "day_beside",
    "day_first",
    "day_value",
    "listed_day",
    "week_of",
    "weekday_value",
    "without_full_stop",
    "written",
    "year_beside",
    "year_near",
]

Value = tuple[str, str]
"""TIMEX3 type and value."""

MONTHS, WEEKDAYS = values("times", "month"), values("times", "weekday")
DEICTIC = values("times", "deictic")
_SLASHED = re.compile(r"\b(\d\d?)/(\d\d?)/(\d\d)")
_SAME_STORY = 60
"""Days around a date told with its year, in which a date told without one belongs to the same year."""
_JUST_NOW = 30
"""Days before publication in which such a date is of this year, unless the time told last is of the other."""
_PAST_WEIGHT = 0.4
"""A past date counts as this much of its distance: chosen by hand on a dozen dates of the development data, as articles recall
the whole year past and announce a season ahead; not fitted. A word that tells the past halves it, no more, as it is often "said";
a verb right before ("signed in December") divides it by eight."""
_FUTURE_WEIGHT = 3.0
"""A date that its sentence puts ahead lies ahead unless the past one is three times nearer; by hand, as above."""
_LISTED = re.compile(r"(?: z |-)(?:(M)[.]?(?: [12]9?)?|[12]9?),? (Y)")
"""The rest of a list or a stretch of dates, whose year stands with the last: "May 3 and June 4, 2018"."""
_TO = frozenset({"to", "through", "until", "till"})
_THEN = re.compile(r"W(?: P)? z $")
_SHORT = words("times", "also words")
"""Names of days and months that are names of people or things, or words, too: a capital alone does not make them a time."""
_NAMED = words("times", "named weekday")


def year_near(month: int, day_of: int, reading: Reading, at: Anchors) -> int | None:
    """The year of a date told without one: the nearest such date, past ones counting as nearer."""
    pub = at.published
    if pub is None:
        return None
    if at.dated and abs((month - at.dated.month) * 30.4 + day_of - at.dated.day) <= _SAME_STORY:
        recent = 0 <= (pub.month - month) * 30.4 + pub.day - day_of <= _JUST_NOW
        if not recent or at.value[:4] == f"{at.dated.year:04}":
            return at.dated.year
    days_ahead = ((month - pub.month) * 30.4 + day_of - pub.day) % 365
    if days_ahead == 0:
        return pub.year
    weight = {1: _FUTURE_WEIGHT, 0: _PAST_WEIGHT, -1: _PAST_WEIGHT / 2, -2: _PAST_WEIGHT / 8}[is_future(reading)]
    ahead = days_ahead < (365 - days_ahead) * weight
    later = (month, day_of) > (pub.month, pub.day)
    return pub.year + (ahead and not later) - (not ahead and later)


def year_beside(month: int, reading: Reading) -> int | None:
    """The year of a date that shares it with the one after it: that year, or the one before ("December and January 2019")."""
    block, last = reading.block, reading.last
    match = _LISTED.match(block.letters, last)
    if match is None:
        return None
    then = int(MONTHS[block.pieces[match.start(1)]]) if match[1] else month
    return int(block.pieces[match.start(2)]) - (then < month)


def _of_number(month: int, number: int, year: str | None, reading: Reading, at: Anchors) -> str | None:
    """A month and a day of it, with its year or the nearest."""
    if not 1 <= number <= 31:
        return None
    year = year or str(year_beside(month, reading) or "")
    if not year and reading.has("l") and at.published:
        told: int | None = at.published.year - ((month, number) >= (at.published.month, at.published.day))
    else:
        told = int(year) if year else year_near(month, number, reading, at)
    if told is None:
        return f"XXXX-{month:02}-{number:02}"
    try:
        return date(told, month, number).isoformat()
    except ValueError:
        return None


def day_first(text: str, published: date | None) -> bool | None:
    """Whether 12/03/2019 is 12 March in this text: another date of it that can only be read one way tells, or the day
    of publication; None where nothing does."""
    told = set()
    for first, second, _ in _SLASHED.findall(text):
        if max(int(first), int(second)) > 12:
            told.add(int(first) > 12)
        elif published and first != second and {int(first), int(second)} == {published.day, published.month}:
            told.add(int(first) == published.day)
    return told.pop() if len(told) == 1 else None


def _numeric(text: str, *, day_first: bool | None) -> str | None:
    """2019-03-12, 12/03/2019 or 3/12/2019; the year alone where either number could be the month and nothing decides."""
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    if numbers[0] > 31:
        year, month, number = numbers
    else:
        month, number, year = numbers
        if month > 12 or (day_first and number <= 12):
            month, number = number, month
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    if numbers[0] <= 12 and numbers[1] <= 12 and numbers[0] != numbers[1] and day_first is None:
        return f"{year}-XX-XX"
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def weekday_value(reading: Reading, at: Anchors) -> str | None:
    word = reading.word("W")
    number = int(WEEKDAYS[word])
    told = at.day if reading.has("py") and at.day else at.published
    if told is None:
        return f"XXXX-WXX-{number}"
    if at.day and reading.before() in _TO and _THEN.search(reading.block.letters[: reading.first]):
        told, by = at.day, 1  # from Monday to Friday
    elif reading.has("lLp"):
        by = -1
    elif reading.has("xy"):
        by = 1
    elif reading.has("t"):
        by = 2
    else:
        by = 2 if is_future(reading) > 0 and reading.touching()[1] != "'" else 0
    found = weekday(told, number, by)
    return found.isoformat() if found else None


def written(reading: Reading, letters: str) -> bool:
    """Whether the names of days and months in it are written as names."""
    for letter in letters:
        if letter not in reading.letters:
            continue
        word = reading.word(letter)
        if not reading.capital(letter) and (word in _SHORT or len(word) < 4 or word == "second"):
            return False
    return True


def day_value(reading: Reading, at: Anchors) -> str | None:
    """The calendar day a reading names, if it names one."""
    if not written(reading, "MW"):
        return None
    if reading.has("M"):
        month = int(MONTHS[reading.word("M")])
        ordinal = reading.word("8")
        tens = {"twenty": 20, "thirty": 30}.get(reading.word("n"), 0)
        number = ordinals()[ordinal] + tens if ordinal else _day_number(reading)
        return _of_number(month, number, reading.word("Y") or None, reading, at) if number else None
    if reading.has("W"):
        return None if _named_weekday(reading) else weekday_value(reading, at)
    if not reading.has("D") or (reading.capital("D") and _after_a_name(reading)):  # USA TODAY
        return None
    found = moved(at.published, days=int(DEICTIC[reading.word("D")])) if at.published else None
    return found.isoformat() if found else "XXXX-XX-XX"


def _named_weekday(reading: Reading) -> bool:
    """Whether a weekday is a word or a name: Sun, Super Tuesday, Fox News Sunday."""
    word = reading.word("W")
    if word in _SHORT and reading.touching()[1] != "." and len(reading.letters) <= len(word):
        return True
    return reading.letters[0] == "W" and reading.before() in _NAMED and _after_a_name(reading)


def _after_a_name(reading: Reading) -> bool:
    """Whether it stands right after a word with a capital."""
    text, (start, _), before = reading.block.text, reading.span, reading.before()
    return before.isalpha() and text[start - 1] == " " and text[start - 1 - len(before)].isupper()


def _day_number(reading: Reading) -> int:
    """The number next to the month: a clock time may stand before it."""
    month = reading.letters.index("M")
    after = re.match(r"M[.]? (?:d )?([12])", reading.letters[month:])
    if after:
        return int(reading.pieces[month + after.start(1)])
    before = re.search(r"([12])9?(?: m)? $", reading.letters[:month])
    return int(reading.pieces[before.start(1)]) if before else 0


def without_full_stop(reading: Reading) -> None:
    """Leave the full stop that ends the sentence, not a month's name, out of a reading."""
    if reading.letters.endswith("M."):
        word = reading.pieces[-2]
        reading.last -= len(word) > len("sept") or word in {"may", "june", "july"}


def day(reading: Reading, at: Anchors) -> Value | None:
    """Friday; Aug. 7; 12 March 2019; the 4th of October; yesterday; 2019-03-12."""
    without_full_stop(reading)
    if not reading.has("MWD"):
        return _bare_numeric(reading, at)
    if reading.word("W").endswith("days") and not reading.has("M"):
        return ("SET", f"XXXX-WXX-{WEEKDAYS[reading.word('W')]}")
    value = day_value(reading, at)
    if value and reading.has("Y"):
        at.dated = date.fromisoformat(value)
    if value and reading.word("D") == "tonight":
        return ("TIME", value + "TNI")
    return ("DATE", value) if value else None


def _bare_numeric(reading: Reading, at: Anchors) -> Value | None:
    before, after = reading.touching()
    if (
        before in {"-", "/", ".", ":", "$", "£", "€"}
        or after in {"-", "/", "%"}
        or ("." in reading.text and not reading.has("Y"))
    ):
        return None
    value = _numeric(reading.text, day_first=True if "." in reading.text else at.day_first())
    return ("DATE", value) if value else None


def day_beside(reading: Reading, at: Anchors) -> Value | None:
    """The day after tomorrow; the day before Aug. 7."""
    if reading.word("U") != "day" or (value := day_value(reading, at)) is None:
        return None
    by = -1 if reading.has("7") else 1
    try:
        found = moved(date.fromisoformat(value), days=by)
    except ValueError:
        return ("DATE", "XXXX-XX-XX")
    return ("DATE", found.isoformat()) if found else None


def week_of(reading: Reading, at: Anchors) -> Value | None:
    """The week of June 5: the week that holds the day."""
    if reading.word("U") != "week" or not (value := day_value(reading, at)):
        return None
    return ("DATE", period(date.fromisoformat(value), "W") if value[0] != "X" else period(None, "W"))


def listed_day(reading: Reading, at: Anchors) -> Value | None:
    """The second of "April 24 and 25", the first of "24 and 25 April": the month stands with the other."""
    letters, pieces = reading.block.letters, reading.block.pieces
    near = range(max(reading.first - 8, 0), min(reading.last + 8, len(letters)))
    before = re.search(r"M[.]? [12](?: z |-)$", letters[near.start : reading.first])
    months = [near.start + before.start()] if before else [i for i in near if letters[i] == "M"]
    if not months:
        return None
    month = int(MONTHS[pieces[min(months, key=lambda i: abs(i - reading.first))]])
    value = _of_number(month, int(reading.word("12")), reading.word("Y") or None, reading, at)
    return ("DATE", value) if value else None
