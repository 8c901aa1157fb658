"""Sentences as the rules see them: words, with each quotation as one opaque word.

* quotations are masked by private code points of the same length, so that offsets stay;
* a full stop inside a quotation parts no sentence, one at its end does, if a new sentence follows;
* words are made only when asked for; what stands between two spaces is taken apart once and remembered (`kit.find.pieces`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, chain
from operator import add, itemgetter
from typing import Any

from kit.find.classes import QUOTATION
from kit.find.marks import Marked
from kit.find.pieces import MASKS, REMEMBERED, SHUT, Piece, taken_apart
from kit.lexicon import words

__all__ = ["QUOTES", "Sentence", "masked", "sentences"]

QUOTES = frozenset(MASKS + SHUT)
"""First characters of the words that stand for quotations."""

_BREAK = re.compile(r"[.!?…\ue002\ue003\n](?:(?<=\n)\s*|(?<!\n)([)\]’']*)\s+(?=[\"“‘'(\[—A-Z0-9\ue000-\ue003]))")
_WORD, _LOW, _KINDS, _STEPS, _LEAD = map(itemgetter, range(5))  # the fields of a Piece
_PRIVATE = re.compile("[\ue000-\ue003]")
_ENDS = frozenset(".!?…")
_ABBREVIATIONS = words("abbreviations")
_REACH = 12
"""Code points before a full stop that hold the abbreviation or the initials it may belong to."""

_LONGEST = max(map(len, _ABBREVIATIONS)) + 1
_INITIAL = re.compile(r"(?:\W|^)(?:[A-Z]\.)*[A-Z]\.$")


class Sentence:
    """One sentence: parallel lists of its words (``word`` as written, ``low`` in lower case, ``kinds``: what each can be
    (`kit.find.classes`), ``begin`` and ``finish``: offsets into the article) and ``quotes``: the indices of the words
    that are quotations. They are made when first asked for: most sentences are never read word by word."""

    __slots__ = ("_pieces", "begin", "end", "finish", "kinds", "low", "quotes", "source", "start", "word")
    _pieces: list[Piece]
    begin: list[int]
    finish: list[int]
    kinds: list[int]
    low: list[str]
    quotes: list[int]
    word: list[str]

    def __init__(self, source: str, start: int, end: int) -> None:
        self.source, self.start, self.end = source, start, end

    def __getattr__(self, name: str) -> Any:  # called only for what is not made yet
        if name in ("low", "kinds", "_pieces"):
            self._read()
        elif name == "word":
            self.word = list(chain.from_iterable(map(_WORD, self._pieces)))
        elif name in ("begin", "finish"):
            self._place()
        elif name == "quotes":
            kinds = self.kinds
            self.quotes = [i for i, kind in enumerate(kinds) if kind == QUOTATION] if QUOTATION in kinds else []
        else:
            raise AttributeError(name)
        return object.__getattribute__(self, name)

    def _read(self) -> None:
        known = REMEMBERED.get
        text = self.source[self.start : self.end]
        if "\n" in text:
            text = text.replace("\n", " ")
        self._pieces = made = [known(piece) or taken_apart(piece) for piece in text.split(" ")]
        self.low = list(chain.from_iterable(map(_LOW, made)))
        self.kinds = list(chain.from_iterable(map(_KINDS, made)))

    def _place(self) -> None:
        made = self._pieces
        if any(map(_LEAD, made)):  # white space before a first word, or a piece without one
            steps = [self.start]
            for piece in made:
                steps[-1] += piece[4]
                steps += piece[3]
        else:
            steps = [self.start, *chain.from_iterable(map(_STEPS, made))]
        begin = list(accumulate(steps))
        begin.pop()  # where a next word would begin
        self.begin, self.finish = begin, list(map(add, begin, map(len, self.word)))


def masked(text: str, marks: Sequence[Marked]) -> str:
    """The text with every outermost quotation, marks included, as private code points of the same length."""
    if _PRIVATE.search(text):  # a text that holds them itself must not look masked
        text = _PRIVATE.sub(" ", text)
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
    found, at = [], len(source) - len(source.lstrip())
    for match in _BREAK.finditer(source, at):
        stop = match.end(1)
        if stop < 0:  # a line's end
            stop = match.start()
        elif source[stop - 1] == "." and _goes_on(source, stop) and "\n" not in match.group():
            continue
        if stop > at:
            found.append(Sentence(source, at, stop))
        at = match.end()
    if at < len(source) and not source[at:].isspace():
        found.append(Sentence(source, at, len(source)))
    return found


def _goes_on(source: str, stop: int) -> bool:
    """Whether the full stop before ``stop`` belongs to an abbreviation or an initial."""
    before = source[max(0, stop - _REACH) : stop]
    if len(before) == _REACH and before[-_LONGEST:-1].isalpha():
        return False  # too long a word
    last = before.split()[-1] if before.split() else ""
    return last.lower().lstrip("(").rpartition("-")[2] in _ABBREVIATIONS or bool(_INITIAL.search(before))
