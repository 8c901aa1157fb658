"""Verbs around a hedge, told by their place and a few endings.

* a clause follows where a verb that can be finite comes within a few words, before any mark or relative;
* adverbs and inserted words between a modal and its verb are stepped over.
"""

from __future__ import annotations

from kit.find.hedges.place import Place
from kit.find.hedges.words import FINITE, PREPOSITIONS, SUBJECTS
from kit.lexicon import words

__all__ = ["clause_follows", "skipped"]

_ADVERBS = words("grammar", "adverbs", "negations") | {"yet", "well", "very", "perhaps"}
_STOPS = frozenset(',.;:!?…—–()"“”') | {
    "who",
    "which",
    "that",
    "to",
    "and",
    "or",
    "but",
    "when",
    "while",
    "because",
    "if",
}
CLAUSE = 8
"""Words in which a clause shows its verb; subjects of news are seldom longer."""


def clause_follows(place: Place, skip: int) -> bool:
    """Whether a clause begins behind the words: "that", a pronoun, or a subject and its verb."""
    following = place.after[skip : skip + CLAUSE]
    if following[:1] == ["that"] or (following and following[0] in SUBJECTS):
        return True
    if following and (following[0] in PREPOSITIONS or following[0] in FINITE):
        return False
    for n, word in enumerate(following):
        if word in _STOPS:
            return False
        if n and (word in FINITE or "n't" in word or (word.endswith("ed") and n > 1)):
            return True
    return False


def skipped(place: Place, first: int) -> tuple[str, str]:
    """The first word behind the phrase that is no adverb, and the word after it."""
    following = place.after[first - 1 :]
    n = next(
        (n for n, word in enumerate(following) if word not in _ADVERBS and not word.endswith("ly")), len(following)
    )
    return (following[n] if n < len(following) else ""), (following[n + 1] if n + 1 < len(following) else "")
