"""What is told as reported: passives, verbs that leave open whether it is so, reports and rumours."""

from __future__ import annotations

from kit.find.hedges import scope
from kit.find.hedges.answers import Answer, answer, clause, taking
from kit.find.hedges.place import Place
from kit.find.hedges.verbs import clause_follows
from kit.find.hedges.words import BE, DETERMINERS, FINITE, NOUN_BEFORE, PREPOSITIONS, PRONOUNS, PUNCTUATION, SUBJECTS
from kit.lexicon import words

__all__ = ["claim", "passive", "reports", "suggest"]

_BRING_UP, _GONE = words("hedges", "bring up"), words("hedges", "gone")
_BETWEEN = frozenset(("not", "also", "now", "being", "been", "still", "long"))
_WHERE = PUNCTUATION | {"in", "on", "at", "after", "near", "among", "amid", "as", ""}
_STATES = frozenset(("have", "be", "own", "know", "represent", "speak", "hold"))
_NOUN_CLAIM = (DETERMINERS - PRONOUNS - {"that", "all"}) | (PREPOSITIONS - {"to"})
_NO_INFINITIVE = DETERMINERS | SUBJECTS | PUNCTUATION | {""}
_NOUN_REPORT = NOUN_BEFORE | FINITE | {"media", "news", "early", "press", "police"}


def passive(place: Place) -> Answer:
    """ "is said to", "was believed dead", "said to be"; a plain "was reported" bears on what stands before it."""
    word, ahead = place.view[place.start : place.end], place.ahead()
    verb = next((n for n in range(1, 5) if place.back(n) in BE or place.back(n) in ("'s", "it's")), 0)
    between = place.before[-verb + 1 :] if verb > 1 else []
    if verb and all(b.endswith("ly") or b in _BETWEEN for b in between):
        return _passive(place, word, ahead)
    if ahead == "to" and place.ahead(2) in ("be", "have") and place.back() not in SUBJECTS | {"who"}:
        return taking(place, "to") if word not in ("expected", "claimed") else None
    return None


def _passive(place: Place, word: str, ahead: str) -> Answer:
    if word == "understood" and "be" in place.before[-2:]:  # "it must be understood that"
        return None
    if ahead == "to" and place.ahead(2) not in _NO_INFINITIVE and word != "estimated":
        return taking(place, "to")
    if ahead == "that" or (place.ahead() in _GONE and word not in ("said", "expected")) or _is_it(place):
        return clause(place)
    plain = not place.back().endswith("ly")  # "wrongly reported" says how, not that it is reported only
    return answer(place, scope.behind(place)) if word == "reported" and ahead in _WHERE and plain else None


def _is_it(place: Place) -> bool:
    """ "it is claimed the boat was empty": a clause without "that"."""
    return "it" in place.before[-4:] and clause_follows(place, 0)


def claim(place: Place) -> Answer:
    """The verb, with a clause behind it or before its comma; the noun is left to the rule for reports."""
    back, ahead = place.back(), place.ahead()
    if back in _NOUN_CLAIM and ahead != "that":
        return None
    to_have = ahead == "to" and place.ahead(2) in _STATES
    if ahead == "that" or to_have or clause_follows(place, 0):
        return clause(place)
    told = ahead in PUNCTUATION - {",", ":"} and back and back not in BE
    said = scope.before_mark(place) if told else None
    return answer(place, said)


def suggest(place: Place) -> Answer:
    """A verb with a clause behind it; suspects may be people."""
    if place.view[place.start : place.end] in ("suspect", "suspects") and place.back() in NOUN_BEFORE - PRONOUNS:
        return None
    return clause(place) if place.ahead() == "that" or clause_follows(place, 0) else None


def reports(place: Place) -> Answer:
    """The noun with "that", "of", or with a verb that brings it up."""
    word, back, ahead = place.view[place.start : place.end], place.back(), place.ahead()
    if not (back in _NOUN_REPORT or back.endswith(("'s", "ed", "ing", "al"))):  # "Reuters reports that" is a verb
        return None
    if ahead == "that" and place.ahead(2) in _BRING_UP:  # the reports that say so, not what they say
        return None
    if ahead in ("that", "of") and not (ahead == "of" and word in ("suspicion", "suggestion", "claim")):
        return clause(place)
    if ahead in _BRING_UP and ahead not in ("have", "had", "are", "were"):
        return taking(place, ahead)
    return None
