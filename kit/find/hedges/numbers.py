"""Approximators: words that say a number is not meant to the unit, and the number they bear on."""

from __future__ import annotations

import re

from kit.find.hedges.answers import Answer, answer, phrase
from kit.find.hedges.place import Place
from kit.find.hedges.words import DETERMINERS, FINITE, PREPOSITIONS
from kit.lexicon import sections, words
from kit.spans import Stretch

__all__ = ["number", "or_so"]

_ABOUT_VERBS, _SPANS, _NEARLY = (words("hedges", name) for name in ("about verbs", "spans of time", "nearly"))
_STOPS = DETERMINERS | PREPOSITIONS | FINITE | words("grammar", "conjunctions", "relatives", "pronouns", "negations")
_PLURALS = frozenset(("people", "percent", "cent", "men", "women", "children", "police", "%"))
_WORD = re.compile(r"[^\W_]+(?:['.\-][^\W_]+)*")
REACH = 60
"""Code points a number may have; longer runs of figures are tables."""


def _alternatives(*names: str) -> str:
    entries = [re.escape(entry) for name in names for entry in sections("hedges")[name]]
    return "|".join(sorted(entries, key=len, reverse=True))


_FIGURE = rf"(?:[$£€¥]\s?|us\$|a\$|c\$)?\d(?:[\d,.:/]*\d)?[\w%]*|(?:{_alternatives('numbers')})\b(?:-\w+)?"
_COUNT = rf"(?:{_FIGURE}|an?\s(?:{_alternatives('a number', 'multiples')})\b)"
_NUMBER = re.compile(
    rf"\s(?:the\s|another\s)?({_COUNT}(?:[\s-](?:{_FIGURE}|(?:{_alternatives('multiples')})s?\b))*"
    rf"(?:\s(?:to|or|in|out of)\s{_COUNT})?)"
)
"""A number right after an approximator: figures, words, "a dozen"; group 1 without the space before it."""
_LAST_NUMBER = re.compile(rf"(?:^|\s)({_COUNT}(?:\s\w+)?)\s$")


def number(place: Place) -> Answer:
    """An approximator right before a number."""
    found = _NUMBER.match(place.view, place.end, min(place.right, place.end + REACH))
    word = place.view[place.start : place.end]
    if not found:
        if word in ("nearly", "almost") and place.ahead() in _NEARLY:
            return phrase(place)
        return None
    if word in ("about", "around", "over", "under") and _is_preposition(place, word, found.group(1)):
        return None
    return place.start, place.end, _after(place, found)


def _is_preposition(place: Place, word: str, figure: str) -> bool:
    """Whether what a number follows is a preposition: talked about two, over three days, under 18."""
    back, counted = place.back(), _counted(place)
    if back in _ABOUT_VERBS or (back in ("much", "more", "little") and place.back(2) in _ABOUT_VERBS):
        return True
    if word == "over" and (figure == "a second" or (len(figure) == 4 and figure.startswith(("19", "20")))):
        return True
    if word == "over":
        return (counted in _SPANS or figure in _SPANS) and back not in (
            "for",
            "just",
            "well",
            "lasting",
            "after",
            "of",
            "by",
        )
    if word == "under":  # "under 18" is an age
        return not (figure[:1] in "$£€" or "%" in figure or (counted and counted not in FINITE)) or back in (
            "children",
            "aged",
            "ages",
            "anyone",
        )
    return False


def or_so(place: Place) -> Answer:
    """Words that make a number before them rough."""
    reach = _before(place)
    return answer(place, reach)


def _after(place: Place, number: re.Match[str]) -> Stretch:
    """The number with up to three words of what is counted."""
    start, stop = number.span(1)
    limit, at = min(place.right, number.end() + REACH), number.end()
    for count in range(3):
        word = _WORD.match(place.view, at + 1, limit) if place.view[at : at + 1] in (" ", "-") else None
        if not word or word.group() in _STOPS or word.group() in DETERMINERS or (word.group() == "of"):
            break
        if count and word.group().endswith(("ed", "ly")):
            break
        stop = at = word.end()
        if word.group().endswith("s") or word.group() in _PLURALS:  # what is counted stands in the plural
            break
    return Stretch(start, min(stop, place.right))


def _counted(place: Place) -> str:
    """The word right behind the number that follows."""
    number = _NUMBER.match(place.view, place.end, min(place.right, place.end + REACH))
    word = (
        _WORD.match(place.view, number.end() + 1)
        if number and place.view[number.end() : number.end() + 1] == " "
        else None
    )
    return word.group() if word else ""


def _before(place: Place) -> Stretch | None:
    """The number right before "or so"."""
    floor = max(place.left, place.start - 40)
    found = _LAST_NUMBER.search(place.view[floor : place.start])
    return Stretch(floor + found.start(1), floor + found.end(1)) if found else None
