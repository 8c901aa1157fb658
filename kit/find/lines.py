"""Speakers that the layout names: a line below the words, a dash and a name after them, a transcript, a tweet.

* the name's place is the paragraph's (`kit.find.layout`); here it becomes an answer for the quotations it holds;
* words that stand in no marks (a transcript's lines, a block below its lead-in) become quotations of their own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from kit.find import classes as c
from kit.find.cues import CUES
from kit.find.layout import Paragraph
from kit.find.page import Page
from kit.find.said import Answer, again
from kit.find.sentences import Sentence
from kit.find.speakers import by_lead
from kit.find.subjects import Part, finite
from kit.spans import Stretch

__all__ = ["by_layout", "unmarked"]

_OPENING = frozenset("\"“”„«‘'`")
_CIRCUMSTANCE = c.PREPOSITION | c.TIME | c.COMMA | c.ADVERB
_SPOKEN = frozenset({"question", "answer"})


def by_layout(page: Page, at: int) -> Answer | None:
    """Who speaks the words that stand at an offset, where their paragraph or the line below it names somebody."""
    lines = page.paragraphs
    n = bisect_right(lines, at, key=_start) - 1
    if n < 0:
        return None
    if lines[n].speaker:
        return _named(page, lines[n].speaker, f"{lines[n].kind} line")
    if n + 1 < len(lines) and lines[n + 1].kind == "attribution":
        return _named(page, lines[n + 1].speaker, "line below")
    return None


def _start(line: Paragraph) -> int:
    return line.start


def _named(page: Page, name: Stretch | None, rule: str) -> Answer | None:
    if name is None:
        return None
    n = bisect_right(page.sentences, name.start, key=_begin) - 1
    if n < 0:
        return None
    sentence = page.sentences[n]
    first = bisect_right(sentence.begin, name.start) - 1
    last = bisect_right(sentence.begin, name.end - 1)
    return Answer(sentence, Part(first, last), None, rule) if 0 <= first < last else None


def _begin(sentence: Sentence) -> int:
    return sentence.start


def unmarked(page: Page) -> Iterator[tuple[Stretch, Answer]]:
    """The spoken words that stand in no marks, with who speaks them: transcripts, and blocks below a lead-in."""
    for n, line in enumerate(page.paragraphs):
        if line.words is None:
            continue
        if line.words.end <= line.words.start or page.text[line.words.start] in _OPENING:
            continue
        if line.kind in _SPOKEN:
            answer = _named(page, line.speaker, f"{line.kind} line")
        elif line.kind == "block" and n:
            answer = _led(page, page.paragraphs[n - 1])
        else:
            continue
        if answer:
            yield line.words, answer


def _led(page: Page, lead: Paragraph) -> Answer | None:
    """Who the lead-in above a block names."""
    n = bisect_right(page.sentences, lead.end - 1, key=_begin) - 1
    found = by_lead(page.sentences[n], page.frames(n)) if n >= 0 else None
    return (
        again(found, "block below its lead-in")
        if found and found.cue and _gives_word(found.sentence, found.cue)
        else None
    )


def _gives_word(sentence: Sentence, cue: Part) -> bool:
    """Whether a lead-in ends in its cue, its hearer or a circumstance (the mayor wrote on Monday:), not in what was told."""
    kinds, end = sentence.kinds, len(sentence.kinds) - 1
    after = cue.last + (sentence.low[cue.last] == "that")
    verb = CUES.get(sentence.low[cue.last - 1])
    if after >= end or (verb and "whom" in verb.takes):
        return after >= end or not any(finite(sentence, k) for k in range(after, end))
    return bool(kinds[after] & _CIRCUMSTANCE) and not any(finite(sentence, k) for k in range(after, end))
