"""Stock phrases: word trigrams, hashed, and those of clichés (kit/lexicons/variants.txt) found among many words."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kit.compare.variants.vocabulary import Bits

__all__ = ["GRAM", "Stock", "mixed"]

GRAM = 3
"""Words of a gram: two are shared by chance, four miss quotations with an edit in every few words."""

_BITS = 20
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # odd; words are mixed well enough for no more than that


def mixed(forms: Bits, size: int) -> Bits:
    """The hash of the gram that begins at each word but the last ones."""
    count = max(len(forms) - size + 1, 0)
    grams = forms[:count].copy()
    for step in range(1, size):
        grams *= _FACTOR
        grams += forms[step : step + count]
    return grams


class Stock(NamedTuple):
    """A table of hashes' first bits, which most words miss, and the hashes themselves in order."""

    table: NDArray[np.bool_]
    grams: Bits

    @classmethod
    def of(cls, forms: Bits, ends: NDArray[np.int64]) -> Stock:
        """From phrases, one after the other, each ending at one of ``ends``."""
        inside = np.ones(max(len(forms) - GRAM + 1, 0), bool)
        for back in range(1, GRAM):
            inside[ends[:-1] - back] = False
        grams = np.unique(mixed(forms, GRAM)[inside])
        table = np.zeros(1 << _BITS, bool)
        table[grams >> np.uint64(64 - _BITS)] = True
        return cls(table, grams)

    def within(self, forms: Bits) -> NDArray[np.int64]:
        """The places of all words that stand in one of the phrases' trigrams."""
        grams = mixed(forms, GRAM)
        maybe = np.flatnonzero(self.table[grams >> np.uint64(64 - _BITS)])
        at = maybe[np.isin(grams[maybe], self.grams)]
        return np.concatenate([at + step for step in range(GRAM)])
