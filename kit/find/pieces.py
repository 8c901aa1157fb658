"""What stands between two spaces, taken apart into words: once, since nearly all of it comes again.

* a piece is looked up by itself, which is several times as fast as a pattern run over every sentence;
* only short pieces are remembered, and only so many: memory stays flat on a stream of any length.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from kit.find.classes import QUOTATION, classes

__all__ = ["MASKS", "REMEMBERED", "SHUT", "Piece", "taken_apart"]

MASKS, SHUT = "\ue000\ue001", "\ue002\ue003"
"""What stands for the code points of a quotation (two, so that neighbours stay apart), and for the last one of a
quotation that ends as a sentence does."""

LONGEST, MOST = 24, 60_000
"""Code points of a piece that is remembered, and how many pieces are: some 30 MB, and nine of ten pieces of news."""

_WORD = re.compile(
    r"\w+(?:['’.\-&]\w+|,\d{3}\b)*(?:['’](?=\s))?|\ue000+\ue002?|\ue001+\ue003?|[\ue002\ue003]|--+|[^\w\s]"
)
_MASKED = frozenset(MASKS + SHUT)
_ENDS = {mask: ("", shut) for mask, shut in zip(MASKS, SHUT, strict=True)}


class Piece(NamedTuple):
    """The words of a piece: as written, in lower case, their classes, and from the beginning of each how far it is to the
    next (of the last, to the next piece, a space further on). ``lead``: code points before the first word."""

    word: tuple[str, ...]
    low: tuple[str, ...]
    kinds: tuple[int, ...]
    steps: tuple[int, ...]
    lead: int = 0


REMEMBERED: dict[str, Piece] = {}
"""The pieces met so far."""


def taken_apart(piece: str) -> Piece:
    """A piece's words; remembered where it is likely to come again."""
    made = _plain(piece) or _parted(piece)
    if len(piece) <= LONGEST and piece.isprintable():  # a masked quotation is not
        if len(REMEMBERED) >= MOST:
            REMEMBERED.clear()
        REMEMBERED[piece] = made
    return made


def _plain(piece: str) -> Piece | None:
    """A word alone, or with a comma or full stop after it: most pieces, for which no pattern is needed."""
    if not piece:
        return Piece((), (), (), (), 1)
    if piece.lstrip(piece[0]) in _ENDS.get(piece[0], ()):  # a masked quotation alone
        return Piece((piece,), (piece,), (QUOTATION,), (len(piece) + 1,))
    if piece.isalpha():
        low = (piece.lower(),)
        return Piece((piece,), low, tuple(classes(low)), (len(piece) + 1,))
    body, last = piece[:-1], piece[-1]
    if last in ",." and body.isalpha():
        lows = (body.lower(), last)
        return Piece((body, last), lows, tuple(classes(lows)), (len(body), 2))
    return None


def _parted(piece: str) -> Piece:
    matches = list(_WORD.finditer(f"{piece} "))
    word = tuple(match.group() for match in matches)
    low = tuple(map(str.lower, word))
    kinds = tuple(QUOTATION if w[0] in _MASKED else kind for w, kind in zip(word, classes(low), strict=True))
    begin = [match.start() for match in matches]
    steps = tuple(after - at for at, after in pairwise([*begin, len(piece) + 1]))
    return Piece(word, low, kinds, steps, begin[0] if begin else len(piece) + 1)
