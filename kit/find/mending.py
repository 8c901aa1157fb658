"""Where a quotation mark that is missing would stand.

* a stretch that never closes gives way to its attribution (`…, she said`), else to the end of its sentence (a fragment)
  or of its paragraph;
* a stretch that never opened begins after its attribution, else at the start of its sentence or paragraph;
* each search stays between the marks around it, so all of them together are linear.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kit.lexicon import words

__all__ = ["Place", "closing", "gives_way", "opening"]

_SAYING = "|".join(sorted(words("marks", "saying")))
_ATTRIBUTION = rf"(?<=\w[,?!])(?=\s(?:[\w.’'-]{{1,20}}\s){{0,3}}(?:{_SAYING})\b"
_CLOSES = re.compile(rf"{_ATTRIBUTION}(?! that\b))")  # "…, the mayor said"
_CLOSES_LAST = re.compile(rf"{_ATTRIBUTION}(?: [\w.’'-]{{1,20}}){{0,3}}\.?$)")  # the same, and nothing after it
_OPENS = re.compile(rf"\b(?:{_SAYING})\b[^.,:?!]{{0,40}}[,:]\s+(?=\S)|:\s+(?=[A-Z])")  # "The mayor said, …"
_SENTENCE = re.compile(r"[.?!…][’')\]]?\s+(?=\W?[A-Z])")
_TAIL = 60  # characters: an attribution that ends a paragraph is rarely longer
_NAMED = re.compile(r"(?:[A-Z][\w.’'-]*\s?){2,6}(?:,[^.]{2,80})?\.?")  # a line that only names somebody
_ENDED = re.compile(r"[.,?!…][’')\]]?$")


class Place(NamedTuple):
    """Where the missing mark would stand, and by what."""

    at: int
    why: str


def gives_way(text: str, start: int, limit: int) -> re.Match[str] | None:
    """Where the words from ``start`` on give way to their attribution, before ``limit``."""
    return _CLOSES.search(text, start, limit)


def closing(text: str, start: int, limit: int, *, last: bool, continued: bool = False) -> Place:
    """Where the words that open at ``start`` end, before ``limit``: the next opening mark, or the paragraph's end (``last``).

    Where the next paragraph opens again (``continued``), no mark is missing, unless the paragraph ends in an attribution.
    """
    if (
        cue := _CLOSES_LAST.search(text, max(start, limit - _TAIL), limit)
        if continued
        else gives_way(text, start, limit)
    ):
        return Place(cue.start(), "closed before its cue")
    if not continued and text[start : start + 1].islower() and (stop := _SENTENCE.search(text, start, limit)):
        return Place(stop.start() + 1, "closed at the end of its sentence")
    if last:
        return Place(limit, "closed at the end of its paragraph")
    return Place(start + len(text[start:limit].rstrip()), "closed before the next mark")


def opening(text: str, start: int, stop: int, *, first: bool) -> Place | None:
    """Where the words that close at ``stop`` begin: after ``start``, the paragraph's (``first``) or that of what follows
    the last quotation. None where the mark is a stray one: only what ends as quotations do (`…,” he said`) needs a start.
    """
    if not _ENDED.search(text, max(start, stop - 3), stop) or (first and _NAMED.fullmatch(text, start, stop)):
        return None
    if cue := _OPENS.search(text, start, stop):
        return Place(cue.end(), "opened after its cue")
    if first:
        return Place(start, "opened at the start of its paragraph")
    sentence = _SENTENCE.search(text, start, stop)
    return Place(sentence.end(), "opened at the start of its sentence") if sentence else None
