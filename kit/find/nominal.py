"""Nouns that report (her claim that trams are late, their promise to pay, calls for a new line) as cue frames.

* the noun decides what its content may begin with: "that", "to", or a preposition (`kit/lexicons/indirect.txt`);
* who speaks stands before it (the mayor's claim, his promise), or after "by" or "from".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kit.find import classes as c
from kit.find.complements import Complement
from kit.find.frames import Frame
from kit.find.phrases import owner_before
from kit.find.reporting import TAKEN_BY
from kit.find.sentences import Sentence
from kit.find.subjects import Part, finite, phrase_after

__all__ = ["NOUNS", "nominal"]

_LINKS = {
    "that": TAKEN_BY["noun that"],
    "to": TAKEN_BY["noun to"],
    "for": TAKEN_BY["noun for"],
    "about": TAKEN_BY["noun about"],
    "of": TAKEN_BY["noun of"],
}
NOUNS = frozenset().union(*_LINKS.values())
"""Nouns that report: a sentence without any of them is not read for one."""
_BY = frozenset({"by", "from"})
_FOLLOWS = _BY.union(_LINKS)
_POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our", "your", "whose"})


def nominal(sentence: Sentence, frames: Sequence[Frame], stop: int) -> Iterator[tuple[Frame, Complement]]:
    """The nouns of a sentence that report, each with what it takes; a word that is a cue verb in ``frames`` is none."""
    low = sentence.low
    if NOUNS.isdisjoint(low):
        return
    verbs = {frame.cue.last - 1 for frame in frames}
    for i in [i for i, word in enumerate(low[: stop - 2]) if word in NOUNS]:
        if i in verbs or low[i + 1] not in _FOLLOWS:
            continue
        word, at, speaker = low[i], i + 1, _owner(sentence, i)
        if low[at] in _BY and (agent := phrase_after(sentence, at + 1, stop)):
            at, speaker = agent.last, speaker or agent
        if at + 1 < stop and word in _LINKS.get(low[at], ()):
            if low[at] == "that" and finite(sentence, at + 1):  # a claim that was false: a relative clause
                continue
            kind = "clause" if low[at] in ("that", "to") else "object"
            first = at if kind == "clause" else at + 1
            yield Frame(Part(i, i + 1), speaker, "noun", None, negated=False), Complement(kind, first)


def _owner(sentence: Sentence, i: int) -> Part | None:
    """Whose the noun is, by a possessive up to two adjectives before it."""
    low, kinds = sentence.low, sentence.kinds
    for k in range(i - 1, max(-1, i - 4), -1):
        if low[k] in _POSSESSIVES:
            return Part(k, k + 1)
        if low[k].endswith(("'s", "’s", "s'", "s’")):
            return owner_before(sentence, k + 1)
        if kinds[k] & (c.MARK | c.PREPOSITION | c.AUXILIARY | c.DETERMINER | c.QUOTATION):
            return None
    return None
