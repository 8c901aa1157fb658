"""Times that no calendar tells: now, recently, the future, at the time.

* their value points to the past, the present or the future (TIMEX3's PAST_REF and its like);
* the words around tell whether such a word is a time at all.
"""

from __future__ import annotations

from kit.find.times.anchors import Anchors
from kit.find.times.days import Value
from kit.find.times.reading import Reading
from kit.find.times.tense import looks_back
from kit.find.times.words import values
from kit.lexicon import words

__all__ = ["moment_told", "vague"]

_VAGUE = values("times", "vague")
_CLAUSE = words("times", "clause")
_DURING = frozenset({"during", "over", "in", "throughout"})


def vague(reading: Reading, _at: Anchors) -> Value | None:
    """Now; recently; the future; current."""
    if word := reading.word("V"):
        return ("DATE", _VAGUE[word]) if _is_time(word, reading) else None
    if reading.has("G"):
        return ("DATE", "FUTURE_REF") if _is_noun(reading) else None
    if reading.has("L"):
        after = reading.after()
        noun = reading.before() in {"in", "of", "from"} and (not after.isalpha() or after in _CLAUSE)
        return ("DATE", "PAST_REF") if noun else None
    return ("DATE", "PRESENT_REF") if reading.text == "current" else None


def _is_time(word: str, reading: Reading) -> bool:
    """Not the "Now," of somebody who takes breath, nor "as soon as"."""
    before, after = reading.before(), reading.after()
    if word == "soon":
        if looks_back(after) or before in {"was", "were", "had"}:  # "soon became"
            return False
        return after not in {"as", "after"} and before not in {"as", "too", "how", "so"}
    return word != "now" or not (reading.capital("V") and after == ",")


def _is_noun(reading: Reading) -> bool:
    """ "in the future" is a time; "the future of the town" is a subject to talk of."""
    return (reading.has("d") and reading.before() in {"in", "for", "into", "about"}) or reading.before() in {
        "in",
        "near",
    }


def moment_told(reading: Reading, at: Anchors) -> Value | None:
    """At the time; at this crucial moment; at that point; during that time, which is as long as the stretch just told."""
    if reading.letters == "k K" and reading.before() != "at":
        return ("DURATION", at.length) if at.length and reading.before() in _DURING else None
    if reading.block.letters[reading.last : reading.last + 2] == " m" or reading.pieces[-1].endswith("s"):
        return None
    if reading.pieces[-1] == "point" or (reading.text == "the time" and reading.touching()[1] not in {",", ".", ";"}):
        return None
    now = reading.has("t") or reading.text == "the moment"
    return ("DATE", "PRESENT_REF" if now else "PAST_REF")
