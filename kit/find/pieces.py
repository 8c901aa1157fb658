"""A sentence taken apart into words: at the white space, once a space is put before the marks that end a word.

* the methods of strings do so many times faster than a pattern; what they leave joined, a pattern takes apart;
* what each word can be is remembered, since nearly all words come again: one look-up a word, over a small table.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kit.find.classes import QUOTATION, classes

__all__ = ["MASKS", "SHUT", "Words", "by_pattern", "spaced", "taken_apart"]

MASKS, SHUT = "\ue000\ue001", "\ue002\ue003"
"""What stands for the code points of a quotation (two, so that neighbours stay apart), and for the last one of a
quotation that ends as a sentence does."""

LONGEST, MOST = 24, 60_000
"""Code points of a word that is remembered, and how many words are: some 8 MB, and nearly all words of news."""

_WORD = re.compile(
    r"\w+(?:['’.\-&]\w+|,\d{3}\b)*(?:['’](?=\s))?|\ue000+\ue002?|\ue001+\ue003?|[\ue002\ue003]|--+|[^\w\s]"
)
_ONE = re.compile(r"\w+(?:['’.\-&]\w+|,\d{3}\b)*|--+|[^\w\s]")
_MASKED = frozenset(MASKS + SHUT)
_ENDS = {mask: ("", shut) for mask, shut in zip(MASKS, SHUT, strict=True)}
_JOINED = -1
"""Stands for the classes of a piece that is more than one word, or ends in an apostrophe that may be a mark."""
_KINDS: dict[str, int] = {}
"""The classes of the words met so far, in lower case."""
_known = _KINDS.__getitem__
_new = tuple.__new__  # as in `kit.find.phrases`


class Words(NamedTuple):
    """The words of a sentence: as written, in lower case, and their classes."""

    word: list[str]
    low: list[str]
    kinds: list[int]


def spaced(text: str) -> str:
    """A text with white space before the two marks that most often end a word."""
    return f"{text} ".replace(". ", " . ").replace(", ", " , ")


def taken_apart(text: str, parted: str, low: list[str]) -> Words:
    """The words of a text; ``parted`` is the text `spaced`, and ``low`` that in lower case and split."""
    try:
        return _new(Words, (parted.split(), low, list(map(_known, low))))
    except KeyError:
        pass
    kinds = _classed(low)
    if _JOINED in kinds:
        parted = parted.replace(". ", " . ").replace(": ", " : ").replace("? ", " ? ").replace("; ", " ; ")
        parted = parted.replace(" (", " ( ").replace(") ", " ) ").replace("—", " — ").replace("$", " $ ")
        low = parted.lower().split()
        kinds = _classed(low)
        if _JOINED in kinds:
            return by_pattern(text)
    return _new(Words, (parted.split(), low, kinds))


def _classed(low: list[str]) -> list[int]:
    """The classes of each piece in lower case."""
    return [_KINDS[piece] if piece in _KINDS else _met(piece) for piece in low]


def _met(piece: str) -> int:
    """The classes of a piece that is not remembered; remembered from now on, if it is short."""
    if piece[0] in _MASKED:
        return QUOTATION if piece.lstrip(piece[0]) in _ENDS.get(piece[0], ()) else _JOINED
    kind = classes((piece,))[0] if piece.isalpha() or _ONE.fullmatch(piece) else _JOINED
    if kind != _JOINED and len(piece) <= LONGEST:
        if len(_KINDS) >= MOST:
            _KINDS.clear()
        _KINDS[piece] = kind
    return kind


def by_pattern(text: str) -> Words:
    """The words of a text, taken apart by the pattern that says what a word is: slower, but right for every text."""
    word = _WORD.findall(f"{text} ")
    low = list(map(str.lower, word))
    kinds = [QUOTATION if w[0] in _MASKED else kind for w, kind in zip(word, classes(low), strict=True)]
    return Words(word, low, kinds)
