"""Which pairs of quotations report one utterance, and how surely, from what they share.

* *strong*: a long common run, or most of the shorter one; what a speaker says twice in so many words is rare;
* *weak*: a short fragment inside a longer quotation, which joins one utterance at most (`kit.compare.variants.groups`);
* the opposite where beside the shared words each has its own number or its own name, or a fragment its own *not*: that is said
  twice, not reported twice.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kit.compare.variants.shared import Shared

__all__ = ["Links", "Pairs", "links"]

# Every threshold was set by hand on the development pairs: the errors of all cases were read, so that no half of them was held back.

LONG_RUN, LONG_WEIGHT, LONG_COVER = 8, 1.4, 0.35
"""Words in a row, and their weight, that nobody says twice by chance, if what stands around them is not much longer."""

VERY_LONG_RUN, VERY_LONG_WEIGHT = 12, 3.0
"""The same, whatever stands around them."""

PART_RUN, PART_WEIGHT, PART_COVER = 5, 3.0, 0.5
"""A shorter run of telling words, where it is half of the shorter quotation."""

MOST_RUN, MOST_WEIGHT, MOST_COVER = 7, 2.4, 0.65
"""A run that is the better part of the shorter quotation."""

MANY_WEIGHT, MANY_COVER = 5.0, 0.6
"""Several runs that together hold most of the shorter quotation: edits, or a list in another order."""

INSIDE_RUN, INSIDE_WEIGHT, INSIDE_COVER = 4, 0.79, 0.78
"""A short quotation that is nearly all in the other. Just below two pairs that had passed before only because *well* and *that*
were read as two words each; lower, an invented pair of grammar alone passes."""

WHOLE_RUN, WHOLE_WEIGHT, WHOLE_COVER = 3, 2.0, 0.95
"""A shorter one that is all in the other."""

LIGHT_RUN, LIGHT_WEIGHT = 5, 0.35
"""Within a case also words that are hardly more than grammar, if that many stand in the other as they are."""

FRAGMENT = 3.0
"""The weight of the lighter quotation below which a link is weak, unless its run is long."""

TWICE_COVER = 0.9
"""Two quotations of one article, or of a body and of who speaks for it, are one utterance only where nearly all of the shorter is
in the other."""

FAR_WEIGHT = 1.5
"""What weights are divided by when the articles appeared far apart."""


class Pairs(NamedTuple):
    """What is known of pairs beside their words."""

    far: NDArray[np.bool_]
    """Whether the articles appeared far apart."""
    twice: NDArray[np.bool_]
    """Whether it is one article, or a body and who speaks for it, so that the same may have been said twice."""
    cased: NDArray[np.bool_]
    """Whether both are of one case."""


class Links(NamedTuple):
    """Pairs that may be one utterance."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    strong: NDArray[np.bool_]
    apart: NDArray[np.bool_]
    """Whether it is the opposite: what was said twice, so that nothing may join the two."""
    evidence: NDArray[np.float32]
    """What is shared, by weight."""
    names: NDArray[np.bool_]
    """Whether each has a word with a capital of its own beside what is shared."""


def links(left: NDArray[np.int64], right: NDArray[np.int64], found: Shared, pairs: Pairs) -> Links:
    """The links among candidate pairs."""
    scale = np.where(pairs.far, np.float32(1 / FAR_WEIGHT), np.float32(1))
    longest, both, least = found.longest * scale, found.both * scale, found.least * scale
    run = (found.words >= LONG_RUN) & (longest >= LONG_WEIGHT) & (found.cover >= LONG_COVER)
    run |= (found.words >= VERY_LONG_RUN) & (longest >= VERY_LONG_WEIGHT)
    part = (found.words >= PART_RUN) & (longest >= PART_WEIGHT) & (found.cover >= PART_COVER)
    most = (found.words >= MOST_RUN) & (longest >= MOST_WEIGHT) & (found.cover >= MOST_COVER)
    many = (both >= MANY_WEIGHT) & (found.cover >= MANY_COVER)
    inside = (found.words >= INSIDE_RUN) & (longest >= INSIDE_WEIGHT) & (found.cover >= INSIDE_COVER)
    whole = (found.words >= WHOLE_RUN) & (least >= WHOLE_WEIGHT) & (found.cover >= WHOLE_COVER)
    light = pairs.cased & (found.words >= LIGHT_RUN) & (least >= LIGHT_WEIGHT) & (found.cover >= WHOLE_COVER)
    same = run | part | most | many | inside | whole | light
    same &= ~pairs.twice | (found.cover >= TWICE_COVER)
    apart = found.numbers | (found.denied & (least < FRAGMENT))
    strong = run | part | most | many | (least >= FRAGMENT)
    at = np.flatnonzero(same)
    return Links(left[at], right[at], strong[at], apart[at], both[at], found.names[at])
