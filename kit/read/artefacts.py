"""What stands in an article's text but is none of its prose, as stretches; nothing is cut out.

* each line is looked up in `kit/lexicons/artefacts.txt` (share bars, forms, footers, captions, links);
* lines that say it by their place or shape follow: headline, byline, dateline, headings, biographies at the end,
  attributions under a quotation;
* tags left in the text are found inside lines, as are white space alone and at a line's start.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from kit.read import listings, openings, shapes
from kit.read.shapes import Line

__all__ = ["Artefact", "artefacts"]

_LINE = re.compile(r"[^\n]+")
_TAG = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|u|li|ul|ol|h[1-6]|img|hr|blockquote|figure|iframe|script)"
    r"(?:\s[^<>\n]{0,500})?/?>|<(?:p|br|div|span|h[1-6]|li)(?=[A-Z“\"‘'0-9]|\s|$)"
)
_JOINED = frozenset({"form", "biography", "poll"})
"""Kinds whose neighbouring lines are one artefact: a form is a heading, a sentence and a button."""


class Artefact(NamedTuple):
    """A stretch that is not the article's prose; ``kind`` as in the table of a case, ``why`` the rule in words."""

    start: int
    end: int
    kind: str
    why: str


def artefacts(text: str) -> list[Artefact]:
    """The artefacts of a text in reading order; they do not overlap."""
    lines, blanks = _lines(text)
    found = _joined(lines, _of_lines(text, lines))
    return list(_apart([*found, *blanks, *_tags(text)]))


def _lines(text: str) -> tuple[list[Line], list[Artefact]]:
    """The lines that hold words, and the white space before them or instead of them."""
    lines, blanks = [], []
    for match in _LINE.finditer(text):
        start, whole = match.start(), match.group()
        words = whole.strip()
        if words and not whole[0].isspace():
            lines.append(Line(start, start + len(words), words))
        elif words:
            first = start + len(whole) - len(whole.lstrip())
            lines.append(Line(first, first + len(words), words))
            blanks.append(Artefact(start, first, "blank", "white space before a line's first word"))
        elif alone := whole.rstrip("\r"):
            blanks.append(Artefact(start, start + len(alone), "blank", "a line of white space alone"))
    return lines, blanks


def _of_lines(text: str, lines: list[Line]) -> Iterator[Artefact]:
    present = listings.present(text)
    short = Counter(line.words for line in lines if len(line.words) <= shapes.SHORT)
    kinds = [listings.listed(line.words, present) for line in lines]
    first = openings.first_prose(lines, kinds)
    for at, line in enumerate(lines):
        if told := kinds[at]:
            yield Artefact(line.start, line.end, *told)
        elif at <= first and (parts := [*openings.opening(lines, at, first)]):
            yield from (Artefact(*part) for part in parts)
        elif told := shapes.placed(lines, kinds, at, short[line.words] > 2):
            kinds[at] = told
            yield Artefact(line.start, line.end, *told)


def _joined(lines: list[Line], found: Iterable[Artefact]) -> Iterator[Artefact]:
    """Neighbouring lines of one form, poll or biography as one."""
    following = {before.end: line.start for before, line in pairwise(lines)}
    held: Artefact | None = None
    for one in found:
        if held and one.kind == held.kind and one.kind in _JOINED and following.get(held.end) == one.start:
            held = held._replace(end=one.end)
            continue
        if held:
            yield held
        held = one
    if held:
        yield held


def _tags(text: str) -> Iterator[Artefact]:
    if "<" in text:
        for match in _TAG.finditer(text):
            why = "a tag left in the text" if match.group().endswith(">") else "a tag that is not closed"
            yield Artefact(match.start(), match.end(), "broken-tag", why)


def _apart(found: list[Artefact]) -> Iterator[Artefact]:
    """Those that do not overlap; of two that do, the one that starts first, then the longer."""
    reached = 0
    for one in sorted(found, key=lambda a: (a.start, -a.end)):
        if one.start >= reached:
            reached = one.end
            yield one
