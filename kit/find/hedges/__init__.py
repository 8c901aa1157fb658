"""Hedges of an article: where it says less than "it is so", in which words, and what they bear on.

* phrases come from `kit/lexicons/hedges.txt`, whose sections say of what kind they are and which rule judges them;
* a rule says whether the words hedge where they stand (the month of May does not) and how far they bear;
* cues inside quotation marks count too, and are said to stand there: it is the speaker who hedges.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kit.find.hedges.phrases import PHRASES, Phrase
from kit.find.hedges.place import Place, folded, opaque, outermost, spaced
from kit.find.hedges.rules import RULES
from kit.find.marks import Marked, marked
from kit.spans import Stretch

__all__ = ["Hedge", "hedges"]

_RARE = frozenset(PHRASES)


class Hedge(NamedTuple):
    """A hedge at ``start`` to ``end``. ``kind``: hedged (reported or alleged), possible (may be so) or approximate (a
    number that is not meant to the unit). ``scope``: the words it bears on. ``rule``: a section of the lexicon.
    ``quoted``: whether it stands inside quotation marks."""

    start: int
    end: int
    kind: str
    scope: Stretch
    rule: str
    quoted: bool


def hedges(text: str, marks: Sequence[Marked] | None = None) -> list[Hedge]:
    """The hedges of a text in reading order; ``marks`` if its quotations are known already. Never raises.

    Kinds of words after Hyland (1998); cues and scopes after BioScope (Vincze et al. 2008) and the CoNLL-2010 shared
    task (Farkas et al. 2010), with the news' own added. Of two that share words the longer one counts.
    """
    outer = outermost(marked(text) if marks is None else marks)
    low = folded(text)
    found: list[Hedge] = []
    for hedge in sorted(_found(text, low, outer), key=lambda h: (h.start, -h.end)):
        if not found or hedge.end > found[-1].end:
            found.append(hedge)
    return found


def _found(text: str, low: str, outer: list[Marked]) -> Iterator[Hedge]:
    view, opens, everything = opaque(low, outer), [mark.open for mark in outer], Stretch(0, len(text))
    for phrases, at in _met(low):
        for phrase in phrases:
            if place := _matched(low, phrase, at):
                n = bisect_right(opens, place.start) - 1
                quoted = n >= 0 and place.start < outer[n].close
                within = Stretch(outer[n].start, outer[n].end) if quoted else everything
                if hedge := _judged(Place(text, low if quoted else view, place, within), phrase, quoted):
                    yield hedge
                    break


def _met(low: str) -> Iterator[tuple[tuple[Phrase, ...], int]]:
    """Where the rare words of phrases stand. Most of them occur nowhere, so words are compared as a set first."""
    flat = spaced(low)
    for word in sorted(_RARE.intersection(flat.split())):
        sought, at = f" {word} ", -1
        while (at := flat.find(sought, at + 1)) >= 0:
            yield PHRASES[word], at  # the space before a word in the spaced text is where the word stands in the other


def _matched(low: str, phrase: Phrase, at: int) -> Stretch | None:
    """Where the phrase stands if its rarest word begins at ``at``."""
    start = at - phrase.before
    end = start + len(phrase.words)
    if start < 0 or not low.startswith(phrase.words, start):
        return None
    first, last = low[start - 1 : start], low[end : end + 1]
    part = first.isalnum() or first == "-" or last.isalnum() or last == "-"
    return None if part else Stretch(start, end)


def _judged(place: Place, phrase: Phrase, quoted: bool) -> Hedge | None:
    if not place.left <= place.start <= place.end <= place.right or not (found := RULES[phrase.rule](place)):
        return None
    start, end, scope = found
    return Hedge(start, end, phrase.kind, scope, phrase.rule, quoted)
