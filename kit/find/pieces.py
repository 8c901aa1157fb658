"""Sentences taken apart into words: at the white space, once spaces are put around the marks that end a word.

* all sentences of an article at once: the methods of strings do so many times faster than a pattern;
* a sentence in which they leave words joined is taken apart by the pattern that says what a word is;
* what each word can be is remembered, since nearly all words come again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kit.find.classes import QUOTATION, classes

__all__ = ["MASKS", "SHUT", "Words", "by_pattern", "taken_apart"]

MASKS, SHUT = "\ue000\ue001", "\ue002\ue003"
"""What stands for the code points of a quotation (two, so that neighbours stay apart), and for the last one of a
quotation that ends as a sentence does."""

LONGEST, MOST = 24, 60_000
"""Code points of a word that is remembered, and how many words are: some 8 MB, and nearly all words of news."""

_WORD = re.compile(
    r"\w+(?:['’.\-&]\w+|,\d{3}\b)*(?:['’](?=\s))?|\ue000+\ue002?|\ue001+\ue003?|[\ue002\ue003]|--+|[^\w\s]"
)
_ONE = re.compile(r"\w+(?:['’.\-&]\w+|,\d{3}\b)*|--+|[^\w\s]")
_ALONE = [(mark, f" {mark} ") for mark in "?!:;()—–/$%…"] + [(", ", " , "), (". ", " . ")]
"""Marks that are words of their own wherever they stand, the commonest ones, with the spaces that part them off."""
_MASKED = frozenset(MASKS + SHUT)
_ENDS = {mask: ("", shut) for mask, shut in zip(MASKS, SHUT, strict=True)}
_JOINED = -1
"""Stands for the classes of a piece that is more than one word, or ends in an apostrophe that may be a mark."""
_new = tuple.__new__  # as in `kit.find.phrases`


class Words(NamedTuple):
    """The words of a sentence: as written, in lower case, and their classes."""

    word: list[str]
    low: list[str]
    kinds: list[int]


class _Kinds(dict[str, int]):
    """The classes of pieces in lower case; short words are remembered once they are met."""

    def __missing__(self, piece: str) -> int:
        if piece[0] in _MASKED:
            return QUOTATION if piece.lstrip(piece[0]) in _ENDS.get(piece[0], ()) else _JOINED
        kind = classes((piece,))[0] if piece.isalpha() or _ONE.fullmatch(piece) else _JOINED
        if kind != _JOINED and len(piece) <= LONGEST:
            if len(self) >= MOST:
                self.clear()
            self[piece] = kind
        return kind


_known = _Kinds().__getitem__


def taken_apart(sentences: Sequence[str]) -> Iterator[Words]:
    """The words of each of some sentences, none of which holds a line's end."""
    lines = " \n".join([*sentences, ""])
    for mark, parted in _ALONE:
        lines = lines.replace(mark, parted)
    for line, sentence in zip(lines.split("\n"), sentences, strict=False):  # after the last end stands no line
        word = line.split()
        low = list(map(str.lower, word))
        kinds = list(map(_known, low))
        yield by_pattern(sentence) if _JOINED in kinds else _new(Words, (word, low, kinds))


def by_pattern(text: str) -> Words:
    """The words of a text, taken apart by the pattern that says what a word is: slower, but right for every text."""
    word = _WORD.findall(f"{text} ")
    low = list(map(str.lower, word))
    kinds = [QUOTATION if w[0] in _MASKED else kind for w, kind in zip(word, classes(low), strict=True)]
    return Words(word, low, kinds)
