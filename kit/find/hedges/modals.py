"""Modals and "appears to": what may be so, told from the month, from strength, from being able and from being there."""

from __future__ import annotations

from kit.find.hedges.answers import Answer, clause, taking, verb
from kit.find.hedges.place import OPAQUE, Place
from kit.find.hedges.verbs import skipped
from kit.find.hedges.words import DETERMINERS, FINITE, NOT_NOUNS, PUNCTUATION, SUBJECTS
from kit.lexicon import words

__all__ = ["appears", "modal", "perfect"]

_ABILITY, _PERCEIVED, _AS_ABLE = (words("hedges", name) for name in ("ability", "perceived", "as able"))
_MONTH_BEFORE, _MODAL_BEHIND = words("hedges", "month before"), words("hedges", "modal behind")
_STRENGTH_BEFORE = words("hedges", "strength before")
_NOT_APPEAR = words("hedges", "after appear") | NOT_NOUNS | DETERMINERS


def modal(place: Place) -> Answer:
    """Not the month or a name, not strength, not what somebody was able to do."""
    word = place.view[place.start : place.end].partition("'")[0]
    return None if _ASIDE[word](place) else verb(place)


def perfect(place: Place) -> Answer:
    """A participle must follow: "must have a permit" is a duty."""
    word, _ = skipped(place, 1)
    return verb(place) if word in FINITE or word.endswith(("ed", "en", "wn", "ne")) else None


def _is_month(place: Place) -> bool:
    written, ahead = place.text[place.start : place.end], place.ahead()
    if ahead[:1].isdigit() or ahead in PUNCTUATION - {",", "(", "'", '"', "“"} or not ahead:
        return True
    if written == "may":
        return False
    if written == "MAY":
        return place.back() in _MONTH_BEFORE or not place.back()
    return not place.back() or place.back() in _MONTH_BEFORE or ahead not in _MODAL_BEHIND


def _is_strength(place: Place) -> bool:
    return (
        place.back() in _STRENGTH_BEFORE or place.back().endswith("'s") or place.ahead() in ("of", "and", "as", ".", "")
    )


def _is_ability(place: Place) -> bool:
    verb, following = skipped(place, 1)
    if place.ahead() in ("not", "never") or place.ahead() in SUBJECTS or not verb or verb in PUNCTUATION - {","}:
        return True
    if verb in ("have", "be"):
        return verb == "be" and following in _PERCEIVED
    able = place.back() in SUBJECTS and bool(_AS_ABLE.intersection(place.before[-4:-1]))  # "as fast as he could run"
    return able or verb in _ABILITY


_ASIDE = {"may": _is_month, "might": _is_strength, "could": _is_ability}


def appears(place: Place) -> Answer:
    """Before "to", "that" or an adjective, or with "it"; "appeared in court" is presence."""
    word, ahead = place.view[place.start : place.end], place.ahead()
    if ahead == "to":
        return taking(place, "to") if place.ahead(2) not in DETERMINERS else None
    if word.startswith(("seem", "look")) or place.back() in ("it", "there") or ahead in ("that", "likely", "unlikely"):
        return clause(place) if place.ahead() != "in" else None
    if ahead in _NOT_APPEAR or ahead[:1].isdigit() or ahead.startswith(OPAQUE):
        return None
    capital = place.text[place.end + 1 : place.end + 2].isupper()
    return None if capital or ahead.endswith("ly") or word == "appearing" else clause(place)
