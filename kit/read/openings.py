"""What stands before an article's first prose: headline, byline, day; and the place that its first sentence opens with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kit.lexicon import sections
from kit.read.shapes import CLOSERS, END, NAME, NAME_LINE, NAMES, SHORT, Line, Part, Told, ended

__all__ = ["first_prose", "opening"]

HEADLINE = 180
"""Characters of the longest headline; news headlines rarely pass 140."""
PROSE = 60
"""Characters from which a line with an end mark counts as prose when the article's first and last prose are sought."""

_WIRE = "|".join(sections("artefacts")["dateline wire"])
_BYLINE = re.compile(
    rf"(?:By|BY|Written by|Posted by|Story by|Words by|Author:|From)[ ]+{NAME}(?:[ ]{NAME}){{0,4}}"
    rf"(?:(?:,? and|,| &)[ ]{NAMES})*(?:(?:,| \||,? for| in| of)[ ][A-Z][^.!?\n]{{2,60}}?)??(?=$|\s{{2,}}|[ ]*[|•·–—][ ]*|\s+(?:Published|Updated|Posted)\b)"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_CLOCK = r"(?:(?:,? at|,|\s)?\s*[0-9]{1,2}(?:[:.][0-9]{2})?\s*(?:[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,4}\)?)?)"
_DATE = re.compile(
    rf"(?:(?:date|published|updated|posted|last updated|first published|modified)\b:?(?: on| at)?\s+)?"
    rf"(?:(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
    rf"(?:[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|{_MONTH}\s+[0-9]{{1,2}},?\s+[0-9]{{4}}|[0-9]{{1,2}}\s+{_MONTH}\s+[0-9]{{4}})"
    rf"(?:\s*[T|•·-]?\s*{_CLOCK})?|[0-9]+ (?:minute|hour|day|week|month|year)s? ago)",
    re.IGNORECASE,
)
_CITY = r"[A-Z][\w.'’-]+(?:[ ][A-Z][\w.'’-]+){0,3}"
_DATELINE = re.compile(
    rf"(?:[A-Z][A-Z.'’-]+(?:[ ][A-Z][A-Z.'’-]+){{0,3}}(?:,[ ][A-Z][\w.]+(?:[ ][A-Z][\w.]+)?)?"
    rf"(?:,[ ]{_MONTH}[ ][0-9]{{1,2}})?(?:[ ]\((?:[^()\n]{{2,30}})\))?\s*(?:—|–|--|-)\s+(?=\S)"
    rf"|{_CITY}(?:,[ ]{_CITY})?[ ]\((?:{_WIRE})\)\s*(?:(?:—|–|--|-)\s*)?(?=\S)"
    rf"|{_CITY}(?:,[ ]{_CITY})?\s*(?:—|--)\s+(?=[A-Z“\"])"
    rf"|\((?:{_WIRE})\)\s*(?:(?:—|–|--|-)\s*)?(?=[A-Z“\"]))",
)
_STAMP = re.compile(r"(?:Updated|Published|Posted|Last updated|Last modified|First published)\b:?", re.IGNORECASE)
_SAID = re.compile(r"[\"“][^\n]*[\"”]\s*(?:—|–|--)")


def _prose(line: Line, kind: Told | None) -> bool:
    return kind is None and len(line.words) >= PROSE and ended(line.words) and line.words[-1] != ":"


def first_prose(lines: Sequence[Line], kinds: Sequence[Told | None]) -> int:
    """Where the first line of prose stands; 0 when there is none, so that nothing counts as standing before it."""
    return next((at for at, line in enumerate(lines) if _prose(line, kinds[at])), 0)


def opening(lines: Sequence[Line], at: int, first: int) -> list[Part]:
    """What stands in a line before the first prose, and at the start of the first."""
    line = lines[at]
    if at == first:
        return _place(line)
    return _byline(line) or _day(line) or _name(lines, at) or _headline(line)


def _place(line: Line) -> list[Part]:
    match = _DATELINE.match(line.words)
    end = line.start + len(match.group().rstrip()) if match else 0
    return [Part(line.start, end, "dateline", "a place before the first sentence")] if match else []


def _byline(line: Line) -> list[Part]:
    match = _BYLINE.match(line.words)
    if not match:
        return []
    found = [Part(line.start, line.start + match.end(), "byline", 'a name after "By"')]
    if day := _DATE.search(line.words, match.end(), match.end() + SHORT):
        found.append(Part(line.start + day.start(), line.start + day.end(), "dateline", "a day beside the byline"))
    return found


def _day(line: Line) -> list[Part]:
    match = _DATE.match(line.words)
    if not match or len(line.words) - match.end() > SHORT // 2:
        stamped = _STAMP.match(line.words) and len(line.words) <= SHORT
        return [Part(line.start, line.end, "dateline", "a time before the first prose")] if stamped else []
    found = [Part(line.start, line.start + match.end(), "dateline", "a day before the first prose")]
    if after := line.words[match.end() :].lstrip():
        found.append(Part(line.end - len(after), line.end, "navigation", "what stands beside the day"))
    return found


def _name(lines: Sequence[Line], at: int) -> list[Part]:
    """Names alone; on the first line only above another such (the outlet's), as it may be a headline."""
    line = lines[at]
    alone = NAME_LINE.fullmatch(line.words) and (at or NAME_LINE.fullmatch(lines[at + 1].words))
    if not alone or (line.words.isupper() and not (at and NAME_LINE.fullmatch(lines[at - 1].words))):
        return []
    return [Part(line.start, line.end, "byline", "a name alone before the first prose")]


def _headline(line: Line) -> list[Part]:
    words = line.words
    stop = words.rstrip(CLOSERS)[-1:] in END and words[-1] not in "?!"
    if stop or len(words) > HEADLINE or _SAID.match(words):
        return []
    return [Part(line.start, line.end, "headline", "a line without a full stop before the first prose")]
