"""The word list of the comparison (kit/lexicons/variants.txt) as tables that NumPy can look words up in, by their hash."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kit.lexicon import sections, words

__all__ = ["CLICHE", "Bits", "Vocabulary", "numbered", "vocabulary"]

FUNCTION, COMMON, CONTENT = 0.1, 0.5, 1.0
"""What a word weighs as a sign of one utterance. Set by hand on the development pairs of all cases; content is the unit."""

CLICHE = 0.05
"""What each word of a cliché weighs, whatever it is."""

SLOTS = 20
"""Bits of a hash that choose its slot; few enough for the cache, enough that a thousand words seldom meet."""

CONTRACTED = np.uint64(0xA24BAED4963EE407)
"""What the hash of a word's letters is mixed with where the list has it with an apostrophe: *we'll* is not *well*."""

_SPREAD = np.uint64(0x9E3779B97F4A7C15)

Bits = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Entry 0 stands for every word that is not listed; ``first`` and ``second`` of 0 for the word itself and nothing."""

    slots: NDArray[np.int16]
    key: Bits
    first: Bits
    second: Bits
    count: NDArray[np.int64]
    weight: NDArray[np.float32]
    second_weight: NDArray[np.float32]
    value: NDArray[np.int64]
    negations: Bits

    def entries(self, hashes: Bits, contracted: NDArray[np.int64]) -> NDArray[np.int16]:
        """The entry of each word. ``contracted``: those with an apostrophe, which are looked up with it, then without."""
        found = self._looked_up(hashes)
        whole = self._looked_up(hashes[contracted] ^ CONTRACTED)
        found[contracted[whole > 0]] = whole[whole > 0]
        return found

    def _looked_up(self, hashes: Bits) -> NDArray[np.int16]:
        found: NDArray[np.int16] = self.slots[(hashes >> np.uint64(64 - SLOTS)).astype(np.int64)]
        found[self.key[found] != hashes] = 0
        return found


def numbered(values: NDArray[np.int64]) -> Bits:
    """The hash of a number, the same for words and digits."""
    mixed = (values.astype(np.uint64) + np.uint64(1)) * _SPREAD
    return (mixed ^ (mixed >> np.uint64(29))) * np.uint64(0xBF58476D1CE4E5B9)


def vocabulary(hashed: Callable[[list[str]], Bits]) -> Vocabulary:
    """The tables, for a function that hashes words as they are written."""
    lists = sections("variants")
    written = dict(line.split(": ") for line in lists["written"])
    cardinals = {
        word: int(value) for word, value in (line.split(": ") for line in sections("times_numbers")["cardinal"])
    }
    cardinals.pop("dozen")
    light = dict.fromkeys(lists["common"], COMMON) | dict.fromkeys(lists["function"], FUNCTION)
    left_out = words("variants", "left out")
    listed = sorted({*written, *cardinals, *light, *left_out})
    hashes = dict(zip(listed, hashed(listed).tolist(), strict=True))
    others = sorted({part for parts in written.values() for part in parts.split()} - hashes.keys())
    hashes |= dict(zip(others, hashed(others).tolist(), strict=True))
    hashes |= dict(zip(cardinals, numbered(np.array(list(cardinals.values()))).tolist(), strict=True))
    rows = []
    apart = {word: int(CONTRACTED) for word in listed if "'" in word[1:-1]}
    for word, letters in zip(listed, hashed(listed).tolist(), strict=True):
        key = letters ^ apart.get(word, 0)
        first, _, second = written.get(word, word).partition(" ")
        weigh = [light.get(part, CONTENT) for part in (first, second)]
        count = 0 if word in left_out else 2 if second else 1
        rows.append((key, hashes[first], hashes[second] if second else 0, count, *weigh, cardinals.get(word, -1)))
    return _tables(rows, hashed(["not", "never"]))


def _tables(rows: list[tuple[int, int, int, int, float, float, int]], negations: Bits) -> Vocabulary:
    columns = list(zip((0, 0, 0, 1, CONTENT, CONTENT, -1), *rows, strict=True))
    key, first, second = (np.array(column, np.uint64) for column in columns[:3])
    slots = np.zeros(1 << SLOTS, np.int16)
    slots[(key[1:] >> np.uint64(64 - SLOTS)).astype(np.int64)] = np.arange(1, len(key))
    weight, second_weight = (np.array(column, np.float32) for column in columns[4:6])
    count, value = np.array(columns[3], np.int64), np.array(columns[6], np.int64)
    return Vocabulary(slots, key, first, second, count, weight, second_weight, value, negations)
