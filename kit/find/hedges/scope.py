"""How far a hedge bears: the words that it weakens.

* verbs, modals and adverbs bear on the clause to their right, adjectives on their noun, approximators on their number;
* a hedge that comes last in its clause bears on what stands before it;
* edges are found by marks and by closed classes of words, as a parser is not at hand.

The conventions are those of BioScope (Vincze et al. 2008), but for the subject, which is left out of the scope.
"""

from __future__ import annotations

import re

from kit.find.cues import CUES
from kit.find.hedges.place import AHEAD, BEHIND, Place
from kit.find.hedges.words import DETERMINERS, NOT_NOUNS, PREPOSITIONS, SUBJECTS
from kit.lexicon import words
from kit.spans import Stretch

__all__ = ["after", "before_mark", "behind", "phrase"]

_EDGE = re.compile(r"[.!?…,;:\n()\[\]—–\ue001]")
_TURNS = (" but ", " although ", " though ", " whereas ", " because ", " according ", " - ", " -- ")
_CLOSING = frozenset(" \t\n\"”')]")
_START = re.compile(r"[.!?…]+[\"”')\]]*\s+|\n|[;:]\s|[—–(\[]|\ue001\s+|,\s+(?:but|and|who|which)\s")
_WORD = re.compile(r"[^\W_]+(?:['.\-][^\W_]+)*")
_ABBREVIATIONS = words("abbreviations")
_OPENERS = frozenset(
    ("which", "who", "whose", "so", "yet", "although", "though", "while", "whereas", "but", "because", "if")
)
_OPEN = frozenset(("", ",", ".", "and", "but", '"', "“", "'", "‘", "(", ":", ";", "—", "–"))
_OPENING = PREPOSITIONS | {"that"}
_RELATIVES = frozenset(("who", "which", "whose", "whom"))
_REPORTS = frozenset(("neutral", "claiming", "revealing", "denying"))
_STOPS = (NOT_NOUNS | words("grammar", "negations")) - {"of", "one", "some", "many", "both", "others"}
ATTRIBUTION = 9
"""Words in which "…, a spokesman for the ministry said" must come to its verb."""
_ATTRIBUTED = 60
"""Code points between a comma and the cue of an attribution that stands last."""
SHORT = 20
"""Code points up to which words before a comma are taken for an opening ("who claims that in May, the pier fell")."""
PHRASE = 8
"""Words a noun phrase may have after an adjective; longer runs are clauses without a mark."""


def after(place: Place, *, inserted: bool = False) -> Stretch | None:
    """The clause to the right of a hedge; where there is none, the one to its left. ``inserted``: a comma right behind
    the hedge opens an insertion ("could, under the law, face")."""
    first = _WORD.search(place.view, place.end, min(place.right, place.end + AHEAD))
    limit = min(place.right, place.end + AHEAD)
    start = place.end
    while start < limit and place.view[start].isspace() and place.view[start] != "\n":
        start += 1
    if place.view[start : start + 1] == ",":  # "was, allegedly, shot" goes on, "was shot, allegedly," does not
        if not inserted and place.back() not in _OPEN:
            return behind(place)
        start += 0 if inserted else 1
    stop = _edge(place, start, limit)
    if first and first.start() < stop:
        return _trimmed(place, start, stop)
    return behind(place)


def _edge(place: Place, start: int, limit: int) -> int:
    at, view = start, place.view
    while edge := _EDGE.search(view, at, limit):
        if (onward := _passed(place, start, edge.start(), limit)) is None:
            limit = edge.start() + (edge.group() == "\ue001")  # a closing mark belongs to the quotation
            break
        at = onward
    return min([turn for words in _TURNS if (turn := view.find(words, start, limit)) >= 0], default=limit)


def _passed(place: Place, start: int, at: int, limit: int) -> int | None:
    """Where the clause goes on behind a mark, None where it ends there."""
    view, mark = place.view, place.view[at]
    if mark in ".!?…,:;" and at + 1 < limit and view[at + 1] not in _CLOSING:
        return at + 1
    if mark == "." and place.text[at + 1 : at + 3].strip()[:1].islower():
        return at + 1
    if mark == ".":
        return at + 1 if _goes_on(view, start, at) else None
    if mark == "(":
        shut = view.find(")", at, min(limit, at + 150))
        return shut + 1 if shut > 0 else None
    if mark == "\ue001":
        following = place.text[at + 1 : at + 4].lstrip()[:1]
        return None if following.isupper() or not following else at + 1
    return _comma(place, start, at, limit) if mark == "," else None


def _goes_on(view: str, floor: int, at: int) -> bool:
    """Whether the full stop at a place belongs to an abbreviation or an initial."""
    word = view[max(floor, at - 12) : at + 1].rpartition(" ")[2]
    return word in _ABBREVIATIONS or (word[-3:-2] in ("", ".") and word[-2:-1].isalpha() and word.endswith("."))


def _comma(place: Place, start: int, at: int, limit: int) -> int | None:
    """A comma ends a clause before an attribution or a new clause, and where the hedge stands in an inserted one."""
    view = place.view
    if at <= start:  # "could, under the law, face"
        shut = view.find(",", at + 1, min(limit, at + 150))
        return shut + 1 if shut > 0 else None
    opening = at - start < SHORT and place.ahead() in _OPENING
    if place.back() == "," or (_RELATIVES.intersection(place.before[-4:]) and not opening):
        return None
    piece = view[at + 1 : min(limit, at + 100)]
    words = _WORD.findall(piece.partition(",")[0])[:ATTRIBUTION]
    if not words or words[0] in SUBJECTS or words[0] in _OPENERS:
        return None
    if words[0] in ("and", "or") and words[1:2] and words[1] in SUBJECTS:
        return None
    told = not words[0].endswith("ing") and any(_tells(word) for word in words)
    return None if told else at + 1


def _tells(word: str) -> bool:
    cue = CUES.get(word)
    return cue is not None and cue.form in ("past", "s") and cue.strength in _REPORTS


def behind(place: Place) -> Stretch | None:
    """What stands in the clause before a hedge."""
    floor = max(place.left, place.start - BEHIND)
    start = floor
    for edge in _START.finditer(place.view, floor, place.start):
        if edge.end() < place.start - 2 and not _goes_on(place.view, floor, edge.start()):
            start = edge.end()
    return _trimmed(place, start, place.start)


def before_mark(place: Place) -> Stretch | None:
    """What stands before the comma or the quotation's end that parts it from its attribution (the boat sank, he claimed)."""
    near = place.view[max(place.left, place.start - _ATTRIBUTED) : place.start]
    at = max(near.rfind(", "), near.rfind("\ue000 "), near.rfind("\ue001 "))
    if at < 0:
        return None
    stop = place.start - len(near) + at + (near[at] != ",")
    return behind(Place(place.text, place.view, Stretch(stop, stop), Stretch(place.left, place.right)))


def _trimmed(place: Place, start: int, stop: int) -> Stretch | None:
    """Without white space and commas at the edges."""
    piece = place.view[start:stop]
    start += len(piece) - len(piece.lstrip(" \t\n,:;\"“”'"))
    stop -= len(piece) - len(piece.rstrip(" \t\n,:;"))
    return Stretch(start, stop) if start < stop else None


def phrase(place: Place) -> Stretch | None:
    """The noun phrase right after an adjective, with what "of" adds to it."""
    limit = min(place.right, place.end + AHEAD)
    return _noun(place, place.end, limit, PHRASE)


def _noun(place: Place, at: int, limit: int, most: int) -> Stretch | None:
    """A run of words from ``at`` on that may be one noun phrase."""
    view, start, stop, count, of = place.view, 0, 0, 0, False
    while count < most and (word := _WORD.search(view, at, min(limit, at + 40))):
        low, between = word.group(), view[at : word.start()]
        if between not in (" ", "", ' "', " “") or low in _STOPS or low == "that":
            break
        if count and not of and (low in DETERMINERS or _is_verb(low, view[word.end() : word.end() + 4])):
            break
        start, of = start if count else word.start(), low == "of"
        stop, at, count = stop if of else word.end(), word.end(), count + 1
    return Stretch(start, stop) if stop > start else None


def _is_verb(low: str, following: str) -> bool:
    """Whether a word inside a noun phrase looks like the verb behind it, such as a past before "the"."""
    return (low.endswith("ed") and following[1:2] != "") or low in CUES
