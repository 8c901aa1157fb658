"""Single quotation marks told from apostrophes.

* an opening one stands before a word and after none, and is no elision ('tis, '90s, rock 'n' roll);
* the closing one is the first that ends a word; after an s, or a dropped g, only if no better one follows
  (the dogs' owners, goin' home);
* a pair never crosses a pair of double marks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from kit.find.pairing import Pair
from kit.lexicon import words
from kit.spans import Stretch

__all__ = ["single", "single_marks"]

_CLOSER = re.compile(r"['’‘›](?![\w'’‘])(?<![\s(\[—–]['’‘›])(?<!\W['‘’]n['’])")
_HEAD = re.compile(r"\d+s?\b|\w+(?:['’]\w+)*")
_STARTS = words("marks", "elided start")
_ENDS = words("marks", "elided end")
_TAIL = re.compile(r"[\w'’]{1,6}$")
_REACH = 40  # closing marks looked at for an opening one; a quotation with more apostrophes at word ends is none
_FIRM = frozenset(',.?!…)]—–-%"”')
_AFTER = ',.;:?!)]—–"”'


def single_marks(text: str) -> list[int]:
    """Where single quotations may open: marks before a word and after none, that stand for no letter left out."""
    held = "".join(shape for shape in "'‘‚‹" if shape in text)
    return [m.start() for m in _pattern(held).finditer(text) if not _elided(text, m.end())] if held else []


@cache
def _pattern(held: str) -> re.Pattern[str]:
    """A single shape is written without brackets, as that is searched faster."""
    shapes = f"[{held}]" if len(held) > 1 else held
    return re.compile(rf"{shapes}(?<![\w'’‘]{shapes})(?=[\w\"“£$€#@\[(…])")


def single(text: str, line: Stretch, openers: Sequence[int], double: Sequence[Pair], *, continued: bool) -> list[Pair]:
    """The pairs of single marks in a paragraph, given where they may open and the paragraph's double pairs.

    ``continued`` says that the next paragraph opens with a single mark: this one, if it does so too, need not close.
    """
    start, end = line
    closers = [m.start() for m in _CLOSER.finditer(text, openers[0] + 1, end)]
    pairs = list(_pairs(text, openers, closers, _Regions(double, end)))
    if continued and openers[0] == start and (not pairs or pairs[0].open != start or _loose(text, pairs[0].end)):
        inner = [pair for pair in pairs if pair.open != start]
        return [Pair(start, start + 1, end, end, unclosed=True), *inner]
    return pairs


class _Regions:
    """Which pair of double marks an offset stands in: its place among them, -1 for none."""

    def __init__(self, double: Sequence[Pair], end: int) -> None:
        self._double, self._end = double, end
        self._opens = [pair.open for pair in double]
        self._around: list[int] = []
        for n, pair in enumerate(double):
            around = n - 1
            while around >= 0 and double[around].close < pair.close:
                around = self._around[around]
            self._around.append(around)

    def of(self, at: int) -> int:
        n = bisect_right(self._opens, at) - 1
        while n >= 0 and at >= self._double[n].end:
            n = self._around[n]
        return n

    def end(self, region: int) -> int:
        return self._double[region].end if region >= 0 else self._end


def _pairs(text: str, openers: Sequence[int], closers: Sequence[int], regions: _Regions) -> Iterator[Pair]:
    settled = -1
    for opener, following in zip(openers, [*openers[1:], None], strict=True):
        if opener < settled:
            continue
        region = regions.of(opener)
        limit = regions.end(region)
        if following is not None and regions.of(following) == region:
            limit = min(limit, following)
        closer = _closing(text, opener, closers, regions, limit)
        if closer is not None:
            settled = closer + 1
            yield Pair(opener, opener + 1, closer, settled)


def _closing(text: str, opener: int, closers: Sequence[int], regions: _Regions, limit: int) -> int | None:
    """The first firm closing mark before ``limit``, else the first loose one."""
    region, loose = regions.of(opener), None
    first = bisect_right(closers, opener + 1)
    for closer in closers[first : first + _REACH]:
        if closer >= limit:
            break
        if regions.of(closer) != region:
            continue
        if not _loose(text, closer):
            return closer
        loose = loose or closer
    return loose


def _loose(text: str, closer: int) -> bool:
    """Whether the mark after a word may stand for a letter or a possessive, rather than close something."""
    if (
        text[closer - 1] in _FIRM or text[closer + 1 : closer + 2] in _AFTER
    ):  # at the text's end, too: "" is in any string
        return False
    last = _TAIL.search(text, max(0, closer - 8), closer)
    word = last.group().lower() if last else ""
    return word.endswith(("s", "in")) or word in _ENDS


def _elided(text: str, after: int) -> bool:
    """Whether the mark before ``after`` stands for letters or figures left out."""
    head = _HEAD.match(text, after, after + 12)
    return head is not None and (
        head.group().lower() in _STARTS or (len(head.group()) < 4 and head.group()[0].isdigit())
    )
