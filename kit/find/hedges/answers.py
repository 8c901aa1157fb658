"""What a rule answers: the edges of the hedge and the words it bears on, or None where nothing is hedged."""

from __future__ import annotations

from kit.find.hedges import scope
from kit.find.hedges.place import Place
from kit.spans import Stretch

__all__ = ["Answer", "answer", "clause", "phrase", "taking", "verb"]

Answer = tuple[int, int, Stretch] | None
"""Where the hedge starts and ends, and its scope."""


def clause(place: Place) -> Answer:
    """A hedge of the clause to its right."""
    return answer(place, scope.after(place))


def verb(place: Place) -> Answer:
    """As a clause, but a comma right behind the hedge opens an insertion."""
    return answer(place, scope.after(place, inserted=True))


def phrase(place: Place) -> Answer:
    """A hedge of the noun phrase to its right."""
    return answer(place, scope.phrase(place))


def taking(place: Place, word: str) -> Answer:
    """A hedge of the clause, with the word right behind it taken in."""
    at = Stretch(place.start, place.end + 1 + len(word))
    return clause(Place(place.text, place.view, at, Stretch(place.left, place.right)))


def answer(place: Place, reach: Stretch | None) -> Answer:
    """The hedge as it was found, if it bears on anything."""
    return (place.start, place.end, reach) if reach else None
