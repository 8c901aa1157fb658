"""The value of a month, season, week or term, and of "last week", "the following year" and "the year".

* a bare month is the nearest one, as its sentence tells;
* "that", "previous" and "following" count from the time told before, all others from publication.
"""

from __future__ import annotations

import re
from datetime import date

from kit.find.times.anchors import Anchors, moved
from kit.find.times.calendars import period, unit_of
from kit.find.times.days import MONTHS, Value, without_full_stop, year_beside, year_near
from kit.find.times.lengths import length, many
from kit.find.times.quarters import ended
from kit.find.times.reading import Reading, spoken_year
from kit.find.times.tense import is_future
from kit.find.times.words import values
from kit.find.times.years import pointer, year_told
from kit.lexicon import words

__all__ = ["before_last", "edge_of_year", "month", "pointed", "season", "term", "weekend"]

_SEASONS = values("times", "season")
_TERMS = values("times", "term")
_LEADS = words("times", "year")
_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_OF_DAY = frozenset({"S", "TM", "H"})
_WHOLE = frozenset({"whole", "entire"})
_COMING = frozenset({"coming", "upcoming"})
_MONTH, _THEN = re.compile(r"(\d{4})-(\d\d)"), re.compile(r"M[.]? z $")
_GIVEN, _ARTICLES = (
    frozenset({"april", "june", "august"}),
    frozenset({"the", "this", "that", "last", "a", "an", "on", "for", ".", ""}),
)
_ORDINARY = frozenset({"may", "march"})


def month(reading: Reading, at: Anchors) -> Value | None:
    """June 1998; last November; early May; June last year."""
    word = reading.word("M")
    if not reading.capital("M"):
        return None
    without_full_stop(reading)
    number = int(MONTHS[word])
    spoken = spoken_year(reading.words("n")) if reading.has("n") else None
    if year := str(spoken or year_told(reading, at) or year_beside(number, reading) or ""):
        return ("DATE", f"{year}-{number:02}")
    if _no_month(reading, word):
        return None
    if at.published is None:
        return ("DATE", f"XXXX-{number:02}")
    year_of = _month_year(number, reading, at)
    return ("DATE", f"{year_of:04}-{number:02}") if year_of else None


def _no_month(reading: Reading, word: str) -> bool:
    """Whether a month told without its year is a person's name ("April Hale said so"), a verb, or part of a longer name."""
    if word in _ORDINARY and reading.letters.startswith(("M", "lM")) and reading.before() in {"-", "."}:
        return True
    if len(reading.letters) > 1:
        return False
    if word in _GIVEN and reading.capital_after() and reading.before() not in _LEADS | _ARTICLES:
        return True
    return (word in _ORDINARY or len(word) == len("jan")) and not _month_like(reading, word)


def _month_like(reading: Reading, word: str) -> bool:
    """Whether a bare May, March or Jan stands where a month would."""
    before, after = reading.before(), reading.after()
    if word in _ORDINARY:
        if before == "the":
            return word == "march" and after not in {"for", "on", "of", "to", "was", "is", ","}
        return before in _LEADS | {"for", "on"} and after not in {"be", "not", "on", "have", "said", "says"}
    return (
        reading.touching()[1] == "."
        or (before in _LEADS and len(word) == 3 and word not in {"jan", "mar", "dec", "jun"})
        or word == "may"
    )


def _month_year(number: int, reading: Reading, at: Anchors) -> int | None:
    pub = at.published
    if pub is None:
        return None
    if (
        reading.before() in {"to", "through"}
        and (first := _MONTH.fullmatch(at.value))
        and _THEN.search(reading.block.letters[: reading.first])
    ):
        return int(first[1]) + (number < int(first[2]))  # from June to December
    if reading.has("lLp"):  # nobody calls the month just past "last February"
        return pub.year - (number >= pub.month - 1)
    if reading.has("xy"):
        return pub.year + (number <= pub.month)
    return pub.year if reading.has("t") or number == pub.month else year_near(number, pub.day, reading, at)


def before_last(reading: Reading, at: Anchors) -> Value | None:
    """The year before last."""
    unit = unit_of(reading.word("UQ"))
    return None if unit in _OF_DAY else ("DATE", period(at.published, unit, -2))


def weekend(reading: Reading, at: Anchors) -> Value | None:
    """Last weekend; over the weekend."""
    plural = reading.word("E").endswith("s")
    if reading.has("a") or plural:
        if reading.before() in {"at", "on"} and (plural or not reading.after().isalpha()):  # not "on a weekend report"
            return ("SET", "XXXX-WXX-WE")
        return ("DURATION", "PXWE" if plural else "P1WE")
    by = pointer(reading)
    if reading.word("x") in _COMING and at.published:  # the one ahead, be it that of this week
        by = int(at.published.isoweekday() > 5)
    early = at.published is not None and at.published.isoweekday() < 4
    if by is None:
        if not reading.has("dW"):
            return None
        by = -1 if early and is_future(reading) < 1 else 0
    elif (
        by == 0 and early and reading.has("t") and is_future(reading) < 0
    ):  # "this weekend", told of in the past on a Monday
        by = -1
    return ("DATE", period(at.published, "WE", by))


def pointed(reading: Reading, at: Anchors) -> Value | None:
    """Last month; this week; the following year; that day; the current quarter."""
    unit = unit_of(reading.word("UQ"))
    if unit in _OF_DAY or reading.title("UQ"):
        return ("DURATION", length(1, unit)) if reading.has("lLx") and not reading.title("UQ") else None
    if vague := _vague(reading):
        return ("DATE", vague)
    if reading.word("UQ").endswith("s") and reading.has("tly"):  # the last years of; not "this years-long row"
        return ("DURATION", length(None, unit)) if reading.letters.startswith(("l", "d")) else None
    if reading.has("L") and not reading.has("t"):
        return ("DURATION", length(1, unit))
    if reading.has("c"):
        return ("DATE", _latest(unit, at))
    by = pointer(reading)
    return None if by is None else _pointed_at(unit, by, reading, at)


def _latest(unit: str, at: Anchors) -> str:
    """The latest quarter is the one told last, unless that is still to end; else the latest is the one before this."""
    told = at.quarter if unit == "Q" else None
    if unit == "Q":
        at.in_months = False
    if told and at.published and told >= period(at.published, "Q"):
        told = None
    return told or period(at.published, unit, -1)


def _vague(reading: Reading) -> str:
    """Past years; these days, in those days: no calendar tells which."""
    if reading.has("Lp") and reading.word("UQ").endswith("s"):
        return "PAST_REF"
    if reading.pieces[-1] == "days" and reading.has("tk"):
        return "PRESENT_REF" if reading.has("t") or reading.word("k") == "these" else "PAST_REF"
    return ""


def _pointed_at(unit: str, by: int, reading: Reading, at: Anchors) -> Value | None:
    """What a pointing word names, from publication or from the time told before; "the last day" names none."""
    if reading.word("k") == "those" or (unit == "D" and reading.has("l")):
        return None
    if not reading.has("kpy") and not (unit == "D" and reading.has("x")):
        return ("DATE", period(at.published, unit, by))
    if unit in {"Q", "K"} and at.quarter and by == 0:
        return ("DATE", at.quarter)
    return ("DATE", period(_told_in(unit, at), unit, by))


def _told_in(unit: str, at: Anchors) -> date | None:
    """A day of the year or month told last, where it was told by itself; else the day told last."""
    told = at.told
    if told and unit == "Y" and at.value:
        return moved(told, years=int(at.value[:4]) - told.year)
    if told and unit == "M" and re.match(r"\d{4}-\d\d\b", at.value):
        return told.replace(year=int(at.value[:4]), month=int(at.value[5:7]), day=1)
    return told


def season(reading: Reading, at: Anchors) -> Value | None:
    """Last fall; the summer of 1998; this spring; in the winter."""
    word = reading.word("S")
    name = _SEASONS[word]
    spoken = spoken_year(reading.words("n")) if reading.has("n") else None
    year = str(spoken) if spoken else year_told(reading, at)
    if year:
        return ("DATE", f"{year}-{name}")
    if not reading.has("ltxpyL") and not _seasonal(reading, word):
        return None
    if at.published is None:
        return ("DATE", f"XXXX-{name}")
    pub, start = at.published, _STARTS[name]
    if reading.has("lp"):
        return ("DATE", f"{pub.year - (pub.month < start + 3)}-{name}")
    if reading.has("xy"):
        return ("DATE", f"{pub.year + (pub.month >= start)}-{name}")
    ahead = start - pub.month
    past = ahead > 2 and not reading.has("t") and is_future(reading) < 1
    return ("DATE", f"{pub.year - past}-{name}")


def _seasonal(reading: Reading, word: str) -> bool:
    """A bare season is one after "in the" or "this"; "the fall of" and "to spring" are other words."""
    lead = reading.before() in {
        "in",
        "into",
        "during",
        "over",
        "since",
        "until",
        "by",
        "of",
        "for",
        "through",
        "throughout",
    }
    if word in {"fall", "spring"}:
        return lead and reading.has("dbu") and reading.after() not in {"of", "in", "from"}
    return (lead or reading.has("bu")) and reading.after() != "of"


def term(reading: Reading, at: Anchors) -> Value | None:
    """Michaelmas term, Trinity term 2019: the months it spans, by its first."""
    if not reading.letters.endswith("Y") and reading.pieces[-1] not in {"term", "sittings"}:
        if not reading.has("lpx") or not reading.capital("T"):
            return None
        reading.last = reading.first + reading.letters.index("T") + 1
    year = reading.word("Y") or period(at.published, "Y", min(pointer(reading) or 0, 0))
    return ("DATE", f"{year}-{_TERMS[reading.word('T')][:2]}")


def edge_of_year(reading: Reading, at: Anchors) -> Value | None:
    """Year-end; the end of the year; the fiscal year; the quarter; for years; the day before."""
    unit, word = unit_of(reading.word("UQ")), reading.word("UQ")
    if "-" in reading.touching():
        return None
    if word.endswith(("s", "ia")):
        return None if reading.has("u") else many(reading)
    if re.search(r"U(?:[- ]|'s )u$", reading.letters):
        return ("DATE", period(at.published, "Y") + "-12-31") if unit == "Y" and reading.pieces[-1] == "end" else None
    if unit in _OF_DAY or not reading.has("du") or (reading.has("ri") and unit != "D"):
        return None
    return _the_period(unit, reading, at)


def _the_period(unit: str, reading: Reading, at: Anchors) -> Value | None:
    """The year, the quarter, the week: of publication, unless the words around tell another."""
    before, after = reading.before(), reading.after()
    if unit == "Q":
        return ("DATE", _the_quarter(reading, at))
    if reading.letters == "d U" and after in {"before", "after"}:
        return ("DATE", period(None, unit))
    if after in {"ended", "ending", "to", "through"} or reading.word("v") in _WHOLE:
        return ("DURATION", length(1, unit))
    within = reading.has("bri") or (unit != "D" and before in {"for", "of", "in", "during", "on"})
    if unit == "Y" or reading.has("u") or (unit in {"D", "W", "M"} and within and after != "of"):
        return ("DATE", period(at.told if unit == "D" else at.published, unit))
    return None


def _the_quarter(reading: Reading, at: Anchors) -> str:
    """The quarter: the one whose end is told with it, or the one told last, or the one before publication."""
    at.in_months = False
    if told := ended(reading, at):
        at.quarter = at.quarter or told
        return told
    return at.quarter or period(at.published, "Q", -1)
