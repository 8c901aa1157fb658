"""Names that differ where two quotations otherwise agree: said of two people or places, so said twice."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import JaroWinkler

from kit.compare.variants.links import Links

__all__ = ["names_apart"]

SPELLING = 0.75
"""Jaro-Winkler similarity from which two names are spellings of one, or one with a prefix: Kadhafi, al-Gaddafi."""

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_OWN = re.compile(r"(?<=[\w,;] )[A-Z][\w’'-]+")


def names_apart(linked: Links, texts: Sequence[str], first: NDArray[np.int64]) -> Links:
    """The links, with those set apart whose names differ. ``first``: each node's row in ``texts``."""
    apart = linked.apart.copy()
    for at in np.flatnonzero(linked.names).tolist():
        apart[at] |= _apart(texts[first[linked.left[at]]], texts[first[linked.right[at]]])
    return linked._replace(apart=apart)


def _apart(one: str, other: str) -> bool:
    """Whether each has a name that the other has in no spelling."""
    own, others = _unknown(one, other), _unknown(other, one)
    return bool(own and others) and not any(JaroWinkler.similarity(a, b) >= SPELLING for a in own for b in others)


def _unknown(one: str, other: str) -> set[str]:
    there = {word.casefold() for word in _WORD.findall(other)}
    return {name.casefold() for name in _OWN.findall(one)} - there
