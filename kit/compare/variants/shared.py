"""What two quotations share, for many pairs at once: the words of each that stand in a common run.

* a run is two or more words that follow each other in both; order among runs does not matter, so that lists may be reordered;
* pairs of like length are laid side by side and compared word by word, row by row: dynamic programming without a loop over pairs.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kit.compare.variants.words import NAME, NEGATION, NUMBER, Words

__all__ = ["Shared", "shared"]

RUN = 2
"""Words of a run: one word alone is shared by chance."""

CELLS = 1 << 20
"""Words against words that are held at once."""

NEAR = 2
"""Words from a run within which a number or a name of its own counts as standing in its place."""

Ints = NDArray[np.int64]
Runs = NDArray[np.unsignedinteger]
Floats = NDArray[np.float32]


class Shared(NamedTuple):
    """One row a pair; weights as in `kit.compare.variants.vocabulary`."""

    both: Floats
    """The weight of what is shared, the lesser of both sides."""
    longest: Floats
    """The weight of the heaviest run."""
    words: NDArray[np.int64]
    """Words of the longest run."""
    least: Floats
    """The weight of the lighter quotation."""
    cover: Floats
    """The share of the lighter quotation that is shared."""
    numbers: NDArray[np.bool_]
    """Whether beside what is shared each has a number of its own."""
    names: NDArray[np.bool_]
    """The same of words with a capital."""
    denied: NDArray[np.bool_]
    """Whether beside what is shared only the shorter has a *not* or *never*."""


def shared(words: Words, left: Ints, right: Ints) -> Shared:
    """What each pair of texts shares."""
    lengths = np.diff(words.starts)
    swap = lengths[left] > lengths[right]
    short, long = np.where(swap, right, left), np.where(swap, left, right)
    columns = [np.zeros(len(left), kind) for kind in ("f4", "f4", "i8", "f4", "f4", "?", "?", "?")]
    rows, width = _padded(lengths[short]), _padded(lengths[long])
    for shape in np.unique(rows * (1 << 32) + width):
        height, breadth = int(shape >> 32), int(shape & 0xFFFFFFFF)
        which = np.flatnonzero((rows == height) & (width == breadth))
        step = max(CELLS // (breadth * 4), 1)
        for start in range(0, len(which), step):
            part = which[start : start + step]
            for column, found in zip(columns, _block(words, short[part], long[part], height, breadth), strict=True):
                column[part] = found
    return Shared(*columns)


def _padded(lengths: Ints) -> Ints:
    """Lengths rounded up, so that few shapes remain."""
    steps = np.array(
        [
            4,
            6,
            8,
            12,
            16,
            20,
            24,
            32,
            40,
            48,
            64,
            96,
            128,
            192,
            256,
            384,
            512,
            1024,
            2048,
            4096,
            1 << 14,
            1 << 20,
            1 << 28,
        ]
    )
    return steps[np.searchsorted(steps, np.maximum(lengths, 1))]


def _block(words: Words, short: Ints, long: Ints, height: int, breadth: int) -> tuple[NDArray[np.generic], ...]:
    a, a_at = _grid(words, short, height)
    b, b_at = _grid(words, long, breadth)
    forms_a = np.where(a, _low(words.forms[a_at]), np.uint32(1))
    forms_b = np.where(b, _low(words.forms[b_at]), np.uint32(2))
    ends_a, ends_b = _ends(forms_a, forms_b)
    in_a, in_b = _inside(ends_a) & a, _inside(ends_b) & b
    weights_a, weights_b = np.where(a, words.weights[a_at], 0), np.where(b, words.weights[b_at], 0)
    total_a, total_b = weights_a.sum(1), weights_b.sum(1)
    shared_a, shared_b = (weights_a * in_a).sum(1), (weights_b * in_b).sum(1)
    a_lighter = total_a <= total_b
    least = np.where(a_lighter, total_a, total_b)
    cover = np.where(a_lighter, shared_a, shared_b) / np.maximum(least, 1e-6)
    marks_a, marks_b = np.where(a & ~in_a, words.marks[a_at], 0), np.where(b & ~in_b, words.marks[b_at], 0)
    near_a, near_b = _near(in_a), _near(in_b)
    own_a, own_b = (
        [((marks == mark) & near).any(1) for mark in (NUMBER, NAME, NEGATION)]
        for marks, near in ((marks_a, near_a), (marks_b, near_b))
    )
    own = own_a[0] & own_b[0], own_a[1] & own_b[1], own_a[2] & ~own_b[2]
    return np.minimum(shared_a, shared_b), _heaviest(weights_a, ends_a), ends_a.max(1), least, cover, *own


def _grid(words: Words, texts: Ints, width: int) -> tuple[NDArray[np.bool_], Ints]:
    """For each text, which of its columns hold a word, and which one."""
    start, end = words.starts[texts], words.starts[texts + 1]
    at = start[:, None] + np.arange(width)
    filled = at < end[:, None]
    return filled, np.where(filled, at, 0)


def _low(forms: NDArray[np.uint64]) -> NDArray[np.uint32]:
    return (forms >> np.uint64(30)).astype(np.uint32) | np.uint32(4)


def _ends(a: NDArray[np.uint32], b: NDArray[np.uint32]) -> tuple[Runs, Runs]:
    """For each word of either side, how many words the longest run has that ends with it."""
    kind = (
        np.uint8
        if a.shape[1] < np.iinfo(np.uint8).max
        else np.uint16
        if a.shape[1] < np.iinfo(np.uint16).max
        else np.uint32
    )
    runs = np.zeros((len(b), b.shape[1] + 1), kind)
    ends_a, ends_b = np.zeros(a.shape, kind), np.zeros(b.shape, kind)
    for row in range(a.shape[1]):
        runs[:, 1:] = (runs[:, :-1] + kind(1)) * (a[:, row, None] == b)
        ends_a[:, row] = runs.max(1)
        np.maximum(ends_b, runs[:, 1:], out=ends_b)
    return ends_a, ends_b


def _inside(ends: Runs) -> NDArray[np.bool_]:
    """Whether each word stands in a run, from how long those are that end at each word."""
    inside = np.zeros(ends.shape, bool)
    left = np.zeros(len(ends), np.int32)
    for column in range(ends.shape[1] - 1, -1, -1):
        here = np.where(ends[:, column] >= RUN, ends[:, column], 0).astype(np.int32)
        left = np.maximum(left - 1, here)
        inside[:, column] = left > 0
    return inside


def _near(inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    near = inside.copy()
    for step in range(1, NEAR + 1):
        near[:, step:] |= inside[:, :-step]
        near[:, :-step] |= inside[:, step:]
    return near


def _heaviest(weights: NDArray[np.floating], ends: Runs) -> NDArray[np.floating]:
    """The weight of the heaviest run."""
    sums = np.zeros((len(weights), weights.shape[1] + 1), np.float32)
    np.cumsum(weights, axis=1, out=sums[:, 1:])
    columns = np.arange(1, sums.shape[1])
    begin = np.maximum(columns - ends.astype(np.int64), 0)
    heaviest: NDArray[np.floating] = (sums[:, 1:] - np.take_along_axis(sums, begin, 1)).max(1)
    return heaviest
