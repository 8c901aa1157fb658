"""Quotations that report one act of speech, grouped into utterances.

* :mod:`.words`: what is the same word for a comparison has the same number;
* :mod:`.candidates`: pairs that share trigrams few others have (after Broder's shingles, but without sampling:
  quotations are short, and containment is wanted, not resemblance);
* :mod:`.shared`, :mod:`.links`: the longest common runs and the share of the shorter one tell which pairs are one utterance;
* :mod:`.groups`: pairs become groups, and one weak link never chains two.

The same for ten quotations and for a million. What a splice of two sentences holds is taken for one act of speech: both sentences,
and all that hold either, are one utterance.
"""

from kit.compare.variants.grouping import Quotations, utterances, variants
from kit.compare.variants.of_case import found_in

__all__ = ["Quotations", "found_in", "utterances", "variants"]
