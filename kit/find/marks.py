"""What stands between quotation marks: an automaton that starts afresh at every paragraph.

* double marks (" “ ” « » „ '' ``) are paired by `kit.find.pairing`, single ones told from apostrophes by
  `kit.find.apostrophes`; which of the two kinds is the outer one shows from where they stand;
* a missing mark is mended where it is missing (`kit.find.mending`) and the mending noted in ``repair``;
* a paragraph that opens a quotation and leaves it open, while the next opens again, is ``continued``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kit.find.apostrophes import single, single_marks
from kit.find.layout import Paragraph, paragraphs
from kit.find.pairing import Pair, double_marks, paired
from kit.spans import Stretch

__all__ = ["Marked", "marked"]

_OPENING = ('"', "“", "”", "„", "«", "``", "''", "‘‘")
_OPENING_SINGLE = ("'", "‘")


class Marked(NamedTuple):
    """A stretch in quotation marks.

    ``start`` and ``end`` hold the words, white space at the edges left out, commas and full stops left in; ``open`` and
    ``close`` are the outer edges with the marks, and equal ``start`` or ``end`` where that mark is missing.
    """

    start: int
    end: int
    open: int
    close: int
    mark: str  # the opening mark as written; "" where it is missing
    level: int = 0  # 1: inside another stretch in marks
    repair: str | None = None  # what was mended, in words
    continued: bool = False  # the quotation goes on with the next paragraph's opening mark

    @property
    def double(self) -> bool:
        """Whether the marks are double ones."""
        return self.mark not in {"'", "‘", "‚", "‹"}


def marked(text: str, lines: Sequence[Paragraph] | None = None) -> list[Marked]:
    """The stretches in quotation marks in reading order, a nested one after the one it stands in.

    ``lines`` are the text's :func:`kit.find.layout.paragraphs`, where they are at hand.
    """
    double, one = double_marks(text), single_marks(text)
    if not double and not one:
        return []
    lines = paragraphs(text) if lines is None else lines
    found: list[Marked] = []
    first = first_one = 0  # the marks before these belong to the lines before
    for n, line in enumerate(lines):
        last, last_one = first, first_one
        while last < len(double) and double[last][0] < line.end:
            last += 1
        while last_one < len(one) and one[last_one] < line.end:
            last_one += 1
        if last > first or last_one > first_one:
            following = lines[n + 1].start if n + 1 < len(lines) else len(text)
            _add(found, text, line, following, double[first:last], one[first_one:last_one])
            first, first_one = last, last_one
    return found


def _add(
    found: list[Marked], text: str, line: Paragraph, following: int, double: list[tuple[int, int]], one: list[int]
) -> None:
    """Add a paragraph's stretches; ``following`` is where the next paragraph starts."""
    again = text.startswith(_OPENING, following)
    pairs = paired(text, line.start, line.end, double, continued=again) if double else []
    if one:
        again_single = text.startswith(_OPENING_SINGLE, following)
        pairs = _merged(pairs, single(text, Stretch(line.start, line.end), one, pairs, continued=again_single))
        again = again or again_single
    outer = -1
    for pair in pairs:
        start, end, level = pair.start, pair.end, int(pair.close <= outer)
        if text[start].isspace() or text[end - 1].isspace():
            words = text[start:end]
            start, end = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        outer = max(outer, pair.close)
        continued = again and pair.unclosed
        repair = None if continued else pair.repair
        if start < end:
            found.append(
                Marked(start, end, pair.open, pair.close, text[pair.open : pair.start], level, repair, continued)
            )


def _merged(double: list[Pair], single: list[Pair]) -> list[Pair]:
    return sorted(double + single, key=lambda pair: (pair.open, -pair.close)) if single else double
