"""Double quotation marks of one paragraph, paired.

* a mark leans to opening or closing by what stands beside it; where that tells nothing, by its shape;
* an automaton pairs them, one nested pair deep;
* what finds no partner is mended on the spot (`kit.find.mending`), so the rest of the article is never lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import methodcaller
from typing import NamedTuple

from kit.find.mending import closing, gives_way, opening

__all__ = ["Pair", "double_marks", "paired"]

_SHAPES = {mark[:2]: re.compile(mark) for mark in (*'"“”„‟«»″', "''(?!')", "``", "’’(?!’)", "‘‘")}
"""Two single marks can be set for a double one."""

_SPAN = methodcaller("span")
_OPENERS = frozenset("“„«") | {"``", "‘‘"}
_CLOSERS = frozenset("”»") | {"''", "’’"}
_BEFORE = frozenset("([{<>—–-/‘'‚‹“\"«„|:")
_AFTER = frozenset(",.;:!?)]}<>—–-…/’'›”\"»|*")
_CLOSED = frozenset(("", " ", "\n", ".", ",", "\r"))  # what follows a straight mark that surely closes
_KINDS = ('"', "″"), ("“", "”", "„", "‟"), ("«", "»"), ("``", "''", "‘‘", "’’")
_KIND = {mark: n for n, marks in enumerate(_KINDS) for mark in marks}


class Pair(NamedTuple):
    """Two marks and the words between: ``open``-``start`` and ``end``-``close`` hold the marks themselves."""

    open: int
    start: int
    end: int
    close: int
    repair: str | None = None
    unclosed: bool = False  # goes on to the end of its paragraph


class _Mark(NamedTuple):
    start: int
    end: int
    lean: int  # 1 opens, -1 closes, 0 either


def double_marks(text: str) -> list[tuple[int, int]]:
    """Every double mark of a text. One shape at a time is found many times faster than all at once."""
    found: list[tuple[int, int]] = []
    for shape, pattern in _SHAPES.items():
        if shape[0] in text and shape in text:
            found += map(_SPAN, pattern.finditer(text))
    found.sort()
    return found


def paired(text: str, start: int, end: int, marks: Sequence[tuple[int, int]], *, continued: bool = False) -> list[Pair]:
    """The pairs of the double marks of the paragraph between two offsets, nested ones after the pair they stand in.

    ``continued`` says that the next paragraph opens with a mark, so that this one need not close.
    """
    return _plain(text, start, marks) or _Paragraph(text, (start, end), marks, continued=continued).run()


def _plain(text: str, start: int, marks: Sequence[tuple[int, int]]) -> list[Pair]:
    """The common case, read off the shapes: “ and ” by turns, or " with white space outside and none inside."""
    shapes = "".join([text[at] for at, _ in marks])
    straight = shapes == '""' * (len(marks) // 2)
    if not straight and shapes != "“”" * (len(marks) // 2):
        return []
    found = []
    for (a, _), (b, _) in zip(marks[::2], marks[1::2], strict=True):
        if straight and not ((a == start or text[a - 1] == " ") and _words(text, a + 1, b)):
            return []
        if b > a + 1:
            found.append(Pair(a, a + 1, b, b + 1))
    return found


def _words(text: str, start: int, end: int) -> bool:
    """Whether straight marks around the words surely belong to them: no white space inside, some or a stop after."""
    return not text[start].isspace() and not text[end - 1].isspace() and text[end + 1 : end + 2] in _CLOSED


def _leaning(text: str, mark: tuple[int, int], start: int, end: int) -> _Mark:
    a, b = mark
    left, right = (text[a - 1] if a > start else " "), (text[b] if b < end else " ")
    opens, closes = left.isspace() or left in _BEFORE, right.isspace() or right in _AFTER
    if opens != closes:
        return _Mark(a, b, 1 if opens else -1)
    shape = text[a:b]
    return _Mark(a, b, -1 if left.isdigit() else (shape in _OPENERS) - (shape in _CLOSERS))


class _Paragraph:
    """The automaton: the mark that stands open, the nested pairs inside it, and how far the text is settled."""

    def __init__(self, text: str, edges: tuple[int, int], marks: Sequence[tuple[int, int]], *, continued: bool) -> None:
        self.text, self.continued = text, continued
        self.start, self.end = edges
        self.settled = self.start
        self.marks = [_leaning(text, mark, *edges) for mark in marks]
        self.opened: _Mark | None = None
        self.inner: list[Pair] = []
        self.found: list[Pair] = []

    def run(self) -> list[Pair]:
        skip = False
        for n, mark in enumerate(self.marks, 1):
            if skip:
                skip = False
            elif self.opened is None:
                self._outside(mark)
            elif mark.lean > 0 and self._nests(n):
                self.inner.append(_pair(mark, self.marks[n]))
                skip = True
            elif mark.lean > 0:
                self._settle(self._unclosed(self.opened, mark.start), mark.start)
                self.opened = mark
            elif not self._measures(mark, n):
                self._settle(_noted(self.text, _pair(self.opened, mark)), mark.end)
        if self.opened is not None:
            self._settle(self._unclosed(self.opened, self.end), self.end)
        return self.found

    def _outside(self, mark: _Mark) -> None:
        if mark.lean >= 0:
            self.opened = mark
        elif not self.text[mark.start - 1].isdigit():
            self._stray(mark)

    def _stray(self, mark: _Mark) -> None:
        """A closing mark with no opening one: mended, or passed over."""
        where = opening(self.text, self.settled, mark.start, first=self.settled == self.start)
        self.settled = mark.end
        if where:
            mixed = self.text[where.at] in "'‘"  # a single mark opened, a double one closes
            why = "mixed marks" if mixed else where.why
            self.found.append(Pair(where.at, where.at + mixed, mark.start, mark.end, why))

    def _nests(self, n: int) -> bool:
        """Whether the mark before ``n``, which opens inside a quotation, closes before the quotation does."""
        if self.opened is None or n == len(self.marks) or self.marks[n].lean > 0:
            return False
        if n + 1 < len(self.marks):
            return self.marks[n + 1].lean < 0
        return self.continued and self.opened.start == self.start and not self._attributed(self.opened.end, n)

    def _attributed(self, start: int, n: int) -> bool:
        """Whether an attribution stands between an open mark and the last two, or after these."""
        text, (again, shut) = self.text, self.marks[n - 1 : n + 1]
        return bool(gives_way(text, start, again.start) or gives_way(text, shut.start, min(shut.end + 60, self.end)))

    def _measures(self, mark: _Mark, n: int) -> bool:
        """Whether a mark after a figure means inches: another close follows, and the quotation needs only one."""
        return self.text[mark.start - 1].isdigit() and n < len(self.marks) and self.marks[n].lean < 0

    def _unclosed(self, opened: _Mark, limit: int) -> Pair:
        last = limit == self.end
        where = closing(self.text, opened.end, limit, last=last, continued=last and self.continued)
        return Pair(opened.start, opened.end, where.at, where.at, where.why, last and where.at == limit)

    def _settle(self, pair: Pair, settled: int) -> None:
        if self.text[pair.start : pair.end].strip():
            self.found += [pair, *self.inner]
        self.opened, self.inner, self.settled = None, [], settled


def _pair(opened: _Mark, closed: _Mark) -> Pair:
    return Pair(opened.start, opened.end, closed.start, closed.end)


def _noted(text: str, pair: Pair) -> Pair:
    """The pair, with a note where its two marks are not of one kind."""
    a, b = text[pair.open : pair.start], text[pair.end : pair.close]
    if _KIND[a] != _KIND[b]:
        return pair._replace(repair="mixed marks")
    return pair._replace(repair="turned mark") if b == "“" != a != "„" or a + b == "““" else pair
