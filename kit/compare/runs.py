"""Runs of words that two articles share, from the hashes of their shingles alone.

* all hashes of all articles are sorted once; equal ones stand side by side, so no article is held against every other;
* shingles that follow one another in both articles are one run;
* where runs overlap, the longest keeps its words (greedy string tiling; Wise 1993, String similarity via greedy string
  tiling and running Karp-Rabin matching), so that no word is counted twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from kit.compare.prints import Prints
from kit.shingles import SIZE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["CROWD", "Run", "runs"]

CROWD = 200
"""Places of one shingle from which on it makes no run, as a line of a site's frame does: 200 already make 20,000 pairs,
and time would grow with the square of them."""


class Run(NamedTuple):
    """``words`` words that article ``a`` has from shingle ``at_a`` on (its place in the prints) and article ``b`` from
    ``at_b`` on, where they are the words from ``word_a`` and ``word_b`` on."""

    a: int
    b: int
    word_a: int
    word_b: int
    words: int
    at_a: int
    at_b: int


def runs(prints: Prints, least: int = SIZE) -> list[Run]:
    """What each two articles share, of pairs that have a run of at least ``least`` words; in the order of the articles,
    then of the words in the first."""
    found = _diagonals(prints, least)
    return sorted(run for _, pair in groupby(found, key=itemgetter(0, 1)) for run in _tiled(list(pair)))


def _diagonals(prints: Prints, least: int) -> list[Run]:
    """Every run of shingles that follow one another in both articles, sorted by pair."""
    import numpy as np

    left, right = _matches(prints)
    if not len(left):
        return []
    shift = prints.word[right] - prints.word[left]
    order = np.lexsort((prints.word[left], shift, prints.article[right], prints.article[left]))
    left, right, shift = left[order], right[order], shift[order]
    a, b, word = prints.article[left], prints.article[right], prints.word[left]
    new = np.ones(len(a), dtype=bool)
    new[1:] = (a[1:] != a[:-1]) | (b[1:] != b[:-1]) | (shift[1:] != shift[:-1]) | (word[1:] != word[:-1] + 1)
    first = np.flatnonzero(new)
    length = np.diff(np.append(first, len(a))) + SIZE - 1
    pair = a[first] * (int(b.max()) + 1) + b[first]
    kept = np.isin(pair, np.unique(pair[length >= least]))
    first, length = first[kept], length[kept]
    columns = (a[first], b[first], word[first], prints.word[right[first]], length, left[first], right[first])
    return [Run(*cells) for cells in zip(*(column.tolist() for column in columns), strict=True)]


def _matches(prints: Prints) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Every two places of one hash in two articles, as positions in ``prints``; the earlier article's first."""
    import numpy as np

    order = np.argsort(prints.hash, kind="stable")
    _, size = np.unique(prints.hash, return_counts=True)
    order = order[np.repeat((size > 1) & (size <= CROWD), size)]
    value, article = prints.hash[order], prints.article[order]
    left, right = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)]
    at, step = np.arange(len(order)), 0
    while step := step + 1:
        at = at[at < len(order) - step]
        at = at[value[at] == value[at + step]]
        if not len(at):
            break
        apart = at[article[at] != article[at + step]]
        left.append(order[apart])
        right.append(order[apart + step])
    return np.concatenate(left), np.concatenate(right)


def _tiled(pair: Sequence[Run]) -> Iterator[Run]:
    """Runs of one pair cut so that no word of either article stands in two; the longest first, then the earliest."""
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for run in sorted(pair, key=lambda run: (-run.words, run.word_a, run.word_b)):
        free = [run.word_a + i not in taken_a and run.word_b + i not in taken_b for i in range(run.words)]
        skipped, size = _longest(free)
        if size >= SIZE:
            a, b = run.word_a + skipped, run.word_b + skipped
            taken_a.update(range(a, a + size))
            taken_b.update(range(b, b + size))
            yield Run(run.a, run.b, a, b, size, run.at_a + skipped, run.at_b + skipped)


def _longest(free: Sequence[bool]) -> tuple[int, int]:
    """Where the longest unbroken part of what is free begins, and its length."""
    best, begin = (0, 0), 0
    for i, one in enumerate([*free, False]):
        if not one:
            if i - begin > best[1]:
                best = (begin, i - begin)
            begin = i + 1
    return best
