"""Pairs of quotations that are worth a comparison: those that share word trigrams few others have.

* every trigram is hashed with its pool, sorted, and read off in buckets;
* a small bucket gives all its pairs, a larger one its longest quotations with each, and neighbours; a trigram that very many
  share is stock, but for where it goes on alike for six words, as with a quotation that everybody carries;
* two shared trigrams make a pair, or one where a quotation has hardly more.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kit.compare.variants.stock import GRAM, mixed
from kit.compare.variants.vocabulary import Bits
from kit.compare.variants.words import Words

__all__ = ["candidates"]

LONG_GRAM = 6
"""Words of a gram that counts however many share it."""

ALL_PAIRS = 8
"""Quotations of a bucket up to which each is paired with each; enough for most events, few enough to stay linear."""

STOCK = 64
"""Quotations of a pool that may share a trigram before it is stock."""

FEW_WORDS = 5
"""Words of a quotation for which one shared trigram is enough."""

_TABLE = 24

Ints = NDArray[np.int64]
Owners = NDArray[np.int32]


def candidates(words: Words, pools: Bits) -> tuple[Ints, Ints]:
    """Pairs of texts, the lesser number first. ``pools``: texts of different pools are never paired. Texts are numbered
    the longest first."""
    count = len(pools)
    room = np.uint64(max(count - 1, 1).bit_length())
    grams, owners = _grams(words, pools, GRAM)
    buckets = _buckets(grams, owners, room)
    sizes = np.diff(buckets[1])
    pairs = [_paired(*buckets, (sizes > 1) & (sizes <= STOCK), room)]
    stock = buckets[0][buckets[1][:-1][sizes > STOCK]] >> room
    if len(stock):
        hot = np.zeros(1 << _TABLE, bool)
        hot[_slot(stock << room)] = True
        long_grams, long_owners = _grams(words, pools, LONG_GRAM, hot)
        longer = _buckets(long_grams, long_owners, room)
        found = _paired(*longer, np.diff(longer[1]) > 1, room)
        pairs += [found, found]  # six words are as good as two trigrams
    return _often(np.concatenate(pairs), np.diff(words.starts), room)


def _slot(grams: Bits) -> Ints:
    return (grams >> np.uint64(64 - _TABLE)).astype(np.int64)


def _grams(words: Words, pools: Bits, size: int, hot: NDArray[np.bool_] | None = None) -> tuple[Bits, Owners]:
    """The grams that do not run over a text's end, and whose they are; with ``hot``, only those whose trigram is in that
    table."""
    lengths = np.diff(words.starts)
    total = int(words.starts[-1])
    if total < size:
        return np.zeros(0, np.uint64), np.zeros(0, np.int32)
    owners: Owners = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
    at = np.flatnonzero(owners[size - 1 :] == owners[: total - size + 1])
    owners = owners[at]
    if hot is not None:
        kept = hot[_slot(mixed(words.forms, GRAM)[at] ^ pools[owners])]
        at, owners = at[kept], owners[kept]
    return mixed(words.forms, size)[at] ^ pools[owners], owners


def _buckets(grams: Bits, owners: Owners, room: np.uint64) -> tuple[Bits, Ints]:
    """Gram and owner in one number each, sorted, each once; and where buckets begin, with the end of the last."""
    grams = (grams >> room) << room
    grams |= owners.astype(np.uint64)
    grams.sort()
    if len(grams):
        grams = grams[np.concatenate([[True], grams[1:] != grams[:-1]])]
    keys = grams >> room
    begins = np.flatnonzero(keys[1:] != keys[:-1]) + 1
    return grams, np.concatenate([[0], begins, [len(grams)]])


def _paired(entries: Bits, bounds: Ints, wanted: NDArray[np.bool_], room: np.uint64) -> Bits:
    """Pairs of owners in one number each, once for every bucket they share."""
    begins, sizes = bounds[:-1][wanted], np.diff(bounds)[wanted]
    owners = entries & ((np.uint64(1) << room) - np.uint64(1))
    found = []
    small = sizes <= ALL_PAIRS
    for apart in range(1, ALL_PAIRS):
        for begin in range(ALL_PAIRS - apart):
            at = begins[small & (sizes > begin + apart)] + begin
            found.append((owners[at] << room) | owners[at + apart])
    begins, sizes = begins[~small], sizes[~small]
    at = np.repeat(begins - np.concatenate([[0], np.cumsum(sizes)[:-1]]), sizes) + np.arange(sizes.sum())
    first = np.repeat(begins, sizes)
    for hub in (first, first + 1, at - 1):
        pair = (at > first + 1) | ((hub < at) & (hub >= first))
        found.append((owners[hub[pair]] << room) | owners[at[pair]])
    return np.concatenate(found)


def _often(pairs: Bits, lengths: Ints, room: np.uint64) -> tuple[Ints, Ints]:
    """The pairs that were found twice, or once where the shorter has few words."""
    pairs.sort()
    begins = np.flatnonzero(np.concatenate([[True], pairs[1:] != pairs[:-1]])) if len(pairs) else np.zeros(0, np.int64)
    counts = np.diff(begins, append=len(pairs))
    pairs = pairs[begins]
    left = (pairs >> room).astype(np.int64)
    right = (pairs & ((np.uint64(1) << room) - np.uint64(1))).astype(np.int64)
    kept = (counts > 1) | (np.minimum(lengths[left], lengths[right]) <= FEW_WORDS)
    return left[kept], right[kept]
