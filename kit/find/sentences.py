"""Sentences as the rules see them: words, with each quotation as one opaque word.

* quotations are masked by private code points of the same length, so that offsets stay;
* a full stop inside a quotation parts no sentence, one at its end does, if a new sentence follows;
* words are made of all sentences at once (`kit.find.pieces`), and where they stand is found only where somebody asks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kit.find.classes import QUOTATION
from kit.find.marks import Marked
from kit.find.pieces import MASKS, SHUT, Words, by_pattern, taken_apart
from kit.lexicon import words
from kit.spans import Stretch

__all__ = ["QUOTES", "Sentence", "masked", "sentences"]

QUOTES = frozenset(MASKS + SHUT)
"""First characters of the words that stand for quotations."""

_BREAK = re.compile(r"[.!?…\ue002\ue003\n](?:(?<=\n)\s*|(?<!\n)([)\]’']*)\s+(?=[\"“‘'(\[—A-Z0-9\ue000-\ue003]))")
_ENDS = frozenset(".!?…")
_ABBREVIATIONS = words("abbreviations")
_REACH = 12
"""Code points before a full stop that hold the abbreviation or the initials it may belong to."""

_LONGEST = max(map(len, _ABBREVIATIONS)) + 1
_INITIAL = re.compile(r"(?:\W|^)(?:[A-Z]\.)*[A-Z]\.$")
_new = tuple.__new__  # as in `kit.find.phrases`


class Sentence:
    """One sentence: parallel lists of its words (``word`` as written, ``low`` in lower case, ``kinds``: what each can be,
    `kit.find.classes`), and where in the article the sentence stands (``start``, ``end``) and its words do (`span`)."""

    __slots__ = ("_placed", "end", "kinds", "low", "source", "start", "word")

    def __init__(self, source: str, start: int, end: int, words: Words | None = None) -> None:
        self.source, self.start, self.end = source, start, end
        self.word, self.low, self.kinds = words or by_pattern(source[start:end])
        self._placed: list[int] = []

    @property
    def begin(self) -> list[int]:
        """Where each word begins in the article."""
        self._place(len(self.word))
        return self._placed

    @property
    def quotes(self) -> list[int]:
        """The indices of the words that are quotations."""
        return [i for i, kind in enumerate(self.kinds) if kind == QUOTATION]

    def span(self, first: int, last: int) -> Stretch:
        """Where the words from ``first`` up to ``last`` stand in the article."""
        placed = self._placed
        if len(placed) < last:
            self._place(last)
        return _new(Stretch, (placed[first], placed[last - 1] + len(self.word[last - 1])))

    def _place(self, last: int) -> None:
        """Find where the words before ``last`` begin, from where the search ended before."""
        find, placed, word = self.source.find, self._placed, self.word
        done = len(placed)
        at = placed[-1] + len(word[done - 1]) if done else self.start
        for one in word[done:last]:
            at = find(one, at)
            placed.append(at)
            at += len(one)


def masked(text: str, marks: Sequence[Marked]) -> str:
    """The text with every outermost quotation, marks included, as private code points of the same length."""
    for mask in MASKS + SHUT:
        if mask in text:  # a text that holds them itself must not look masked
            text = text.replace(mask, " ")
    parts, at = [], 0
    for n, mark in enumerate(marks):
        if mark.open < at:
            continue
        last = text[mark.start : mark.end].rstrip()[-1:]
        final = SHUT if last in _ENDS and last else MASKS
        parts += [text[at : mark.open], MASKS[n % 2] * (mark.close - mark.open - 1), final[n % 2]]
        at = mark.close
    parts.append(text[at:])
    return "".join(parts)


def sentences(source: str) -> list[Sentence]:
    """The sentences of a masked text, in order; white space between them belongs to none."""
    places, at = [], len(source) - len(source.lstrip())
    for match in _BREAK.finditer(source, at):
        stop = match.end(1)
        if stop < 0:  # a line's end
            stop = match.start()
        elif source[stop - 1] == "." and _goes_on(source, stop) and "\n" not in match.group():
            continue
        if stop > at:
            places.append((at, stop))
        at = match.end()
    if at < len(source) and not source[at:].isspace():
        places.append((at, len(source)))
    parted = taken_apart([source[start:end] for start, end in places])
    return [Sentence(source, start, end, words) for (start, end), words in zip(places, parted, strict=True)]


def _goes_on(source: str, stop: int) -> bool:
    """Whether the full stop before ``stop`` belongs to an abbreviation or an initial."""
    before = source[max(0, stop - _REACH) : stop]
    if len(before) == _REACH and before[-_LONGEST:-1].isalpha():
        return False  # too long a word
    pieces = before.split()
    if pieces and pieces[-1].lower().lstrip("(").rpartition("-")[2] in _ABBREVIATIONS:
        return True
    return "A" <= before[-2:-1] <= "Z" and _INITIAL.search(before) is not None
