"""Whether words hedge where they stand, and what they then bear on: a function for each rule of the lexicon.

* a rule gets a :class:`~kit.find.hedges.place.Place` and answers with the edges of the hedge and its scope, or None;
* it looks at the few words before and behind only: most of what misleads (May, "talked about", "could see") shows there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kit.find.hedges.answers import Answer, clause, phrase
from kit.find.hedges.modals import appears, modal, perfect
from kit.find.hedges.numbers import number, or_so
from kit.find.hedges.place import Place
from kit.find.hedges.reported import claim, passive, reports, suggest
from kit.find.hedges.verbs import clause_follows
from kit.find.hedges.words import DETERMINERS, NOT_NOUNS, NOUN_BEFORE, PREPOSITIONS, PUNCTUATION
from kit.lexicon import words

__all__ = ["RULES"]

_ASKED, _NO_LIKELIHOOD = words("hedges", "asked"), words("hedges", "no likelihood")


def adverb(place: Place) -> Answer:
    """After a determiner an adverb is part of a noun phrase ("an allegedly stolen car")."""
    return (phrase if place.back() in ("a", "an", "the") else clause)(place)


def adjective(place: Place) -> Answer:
    """Only before its noun: "it became apparent" hedges nothing, nor does "potential for"."""
    fixed = (place.view[place.start : place.end], place.ahead()) in (("probable", "cause"), ("apparent", "heir"))
    return phrase(place) if _attributive(place) and not fixed else None


def likely(place: Place) -> Answer:
    """Before a noun, before "to", "that" or a clause; "as soon as possible" and "likely voters" hedge nothing."""
    word, back, ahead = place.view[place.start : place.end], place.back(), place.ahead()
    if word == "possible":
        if back in _NO_LIKELIHOOD or back.endswith("est") or place.back(2) in ("make", "makes", "made", "as"):
            return None
        return phrase(place) if _attributive(place) else clause(place) if clause_follows(place, 0) else None
    if ahead in ("voters", "voter") or back == "as":
        return None
    return phrase(place) if back in DETERMINERS and _attributive(place) else clause(place)


def unclear(place: Place) -> Answer:
    """With what is asked behind it, or last: an unknown number or an uncertain voter hedges nothing."""
    ahead = place.ahead()
    asked = ahead in _ASKED or ahead in PUNCTUATION or not ahead
    return clause(place) if asked and (place.back() not in DETERMINERS) else None


def whether(place: Place) -> Answer:
    """Not "whether to", "whether in", nor "regardless of whether"."""
    aside = place.ahead() in PREPOSITIONS | {"or"} or place.back() in ("of", "matter", "on")
    return None if aside else clause(place)


def _attributive(place: Place) -> bool:
    """Whether an adjective stands before its noun; what is a verb's form as well needs a clearer sign."""
    verb = place.view[place.start : place.end].endswith("ed")
    before = DETERMINERS | PREPOSITIONS | {""} if verb else NOUN_BEFORE
    return (place.back() in before or place.back().endswith("'s")) and place.ahead() not in NOT_NOUNS


RULES: Mapping[str, Callable[[Place], Answer]] = MappingProxyType(
    {
        "adverb": adverb,
        "adjective": adjective,
        "likely": likely,
        "unclear": unclear,
        "whether": whether,
        "modal": modal,
        "perfect": perfect,
        "appears": appears,
        "passive": passive,
        "accused": clause,
        "claim": claim,
        "suggest": suggest,
        "reports": reports,
        "phrase": clause,
        "about": number,
        "at least": number,
        "at most": number,
        "or so": or_so,
    }
)
"""The rule of each section of the lexicon, by the name that stands behind its kind."""
