"""What a cue takes, and where that begins: a clause, a question, an infinitive, a noun phrase.

* past when and where it was said, past the hearer (told the crowd on Monday that …);
* which verbs tell what by what stands in `kit/lexicons/indirect.txt`.
"""

from __future__ import annotations

from typing import NamedTuple

from kit.find import classes as c
from kit.find.circumstances import past_circumstances
from kit.find.clauses import REACH, has_verb
from kit.find.cues import Cue
from kit.find.reporting import TAKEN_BY
from kit.find.sentences import Sentence
from kit.find.subjects import phrase_after

__all__ = ["Complement", "complement"]

_NO_SPEECH, _HEARER, _CLAUSE = TAKEN_BY["no speech"], TAKEN_BY["hearer"], TAKEN_BY["clause"]
_INFINITIVE, _OBJECT, _ASKING = TAKEN_BY["infinitive"], TAKEN_BY["object"], TAKEN_BY["question"]
_new = tuple.__new__  # as in `kit.find.phrases`
_AGENT_OR_PARTICLE = frozenset({"out", "by"})
_MAY_TELL = c.MARK | c.PREPOSITION | c.CONJUNCTION
"""What a "that" can be or stand after, or a mark."""
_QUESTION, _THERE = TAKEN_BY["question words"], TAKEN_BY["there"]
_TAKEN_PREPOSITIONS = frozenset({"about", "of", "for", "on", "as", "to", "with", "against"})
_ITSELF = frozenset({"it", "this", "that", "themselves", "itself"})
_STARTS = c.DETERMINER | c.PRONOUN
_NO_CONTENT = frozenset({"so", "not"})
_CLAUSE_WORDS = frozenset({"that", "as", "if"})
_BARS_THAT = c.AUXILIARY | c.BREAK | c.COMMA | c.QUOTATION | c.PRONOUN
POINTING = 4
"""Words after "that" from which on it begins a clause even without a verb that is known: a thing pointed at is shorter."""
FARTHEST = 24
"""Words looked over between a cue and the "that" of its clause (told reporters in Salem on Monday that …)."""
NAMED_WITHIN = 8
"""Words looked over for what somebody is called (called the head of the harbour board a fool)."""


class Complement(NamedTuple):
    """What a cue takes. ``kind``: that, clause, question, infinitive, object, or a preposition; ``first``: first word of the content."""

    kind: str
    first: int


def complement(sentence: Sentence, verb: Cue, at: int, stop: int) -> Complement | None:
    """What a cue that ends before word ``at`` takes, up to word ``stop``, if that says what was said."""
    if at < stop and sentence.low[at] in _AGENT_OR_PARTICLE:
        at = _past_agent(sentence, verb, at, stop)
    first = past_circumstances(sentence, at, stop)
    if first >= stop:
        return None
    lemma, _, strength, takes = verb
    kind, hearer = sentence.kinds[first], "whom" in takes
    if hearer or kind & _MAY_TELL:
        told = "that" in takes and strength != "thinking" and lemma not in _NO_SPEECH
        if told and (that := _that(sentence, first, stop, hearer=hearer)) is not None:
            return _new(Complement, ("that", that))
        if kind & c.MARK:
            return _past_mark(sentence, lemma, first, stop) if told else None
    if lemma in _HEARER and (found := _past_hearer(sentence, lemma, first, stop)):
        return found
    return _kind(sentence, lemma, first, stop)


def _past_agent(sentence: Sentence, verb: Cue, at: int, stop: int) -> int:
    """The word after a particle (pointed out that …) or the one who asked (asked by a reader whether …)."""
    if at < stop and sentence.low[at] == "out":
        return at + 1
    if at + 1 < stop and sentence.low[at] == "by" and "whom" in verb.takes:
        agent = phrase_after(sentence, at + 1, stop)
        return agent.last if agent else at
    return at


def _past_mark(sentence: Sentence, lemma: str, mark: int, stop: int) -> Complement | None:
    """What follows a mark after the cue: she says: trams are late; she said, in a low voice, that …."""
    kinds, low = sentence.kinds, sentence.low
    if mark + 2 >= stop or kinds[mark + 1] & c.QUOTATION:
        return None
    if low[mark] == ":" and lemma in TAKEN_BY["clause"]:
        return Complement("colon", mark + 1)
    if low[mark] == ",":
        for k in range(mark + 1, min(stop - 2, mark + REACH)):
            if kinds[k] & c.QUOTATION:
                return None
            if kinds[k] & c.COMMA:
                return Complement("that", k + 1) if low[k + 1] == "that" else None
    return None


def _kind(sentence: Sentence, lemma: str, first: int, stop: int) -> Complement | None:
    """What begins at word ``first``, if the verb tells something by it."""
    word, kind = sentence.low[first], sentence.kinds[first]
    if word == "to" and lemma in _INFINITIVE:
        return Complement("infinitive", first) if first + 1 < stop else None
    if word in _QUESTION:
        return Complement("question", first) if lemma in _ASKING else None
    if word in _NO_CONTENT or (kind & c.CONJUNCTION and word not in _CLAUSE_WORDS):
        return None
    if kind & c.PREPOSITION and not kind & c.DETERMINER:
        return _prepositional(sentence, lemma, first, stop)
    return _bare(sentence, lemma, first, stop)


def _prepositional(sentence: Sentence, lemma: str, first: int, stop: int) -> Complement | None:
    """Called for a strike, asked about the fare; the content begins after the preposition."""
    word = "on" if sentence.low[first] == "upon" else sentence.low[first]
    if word in _TAKEN_PREPOSITIONS and first + 1 < stop:
        return Complement(word, first + 1) if lemma in TAKEN_BY[word] else None
    clause = lemma == "say" and has_verb(sentence, first, stop)  # said in winter trams were late
    return Complement("clause", first) if clause else None


def _bare(sentence: Sentence, lemma: str, first: int, stop: int) -> Complement | None:
    """A clause without "that", else a noun phrase."""
    if lemma == "call":
        return Complement("object", first) if _named_as(sentence, first, stop) else None
    if lemma == "say" or (lemma in _CLAUSE and has_verb(sentence, first, stop)):
        return _new(Complement, ("clause", first))
    return Complement("object", first) if lemma in _OBJECT else None


def _named_as(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether somebody is called something (called it unfair, called the plan a waste), and not just called."""
    kinds, low = sentence.kinds, sentence.low
    if kinds[first] & c.OBJECT or low[first] in _ITSELF:
        return first + 1 < stop and not kinds[first + 1] & (c.MARK | c.PREPOSITION | c.TIME)
    for k in range(first + 1, min(stop, first + NAMED_WITHIN)):
        if low[k] in ("a", "an"):
            return not kinds[k - 1] & (c.PREPOSITION | c.AND | c.COMMA)
    return False


def _that(sentence: Sentence, first: int, stop: int, *, hearer: bool) -> int | None:
    """The "that" of a cue's clause: right there, or past a hearer or circumstances that hold no finite verb."""
    kinds, low = sentence.kinds, sentence.low
    if low[first] == "that":
        long = first + POINTING < stop and not kinds[first + 1] & c.MARK
        return first if long or has_verb(sentence, first + 1, stop) else None
    if not hearer and not kinds[first] & c.PREPOSITION:
        return None
    for k in range(first, min(stop, first + FARTHEST)):
        if low[k] == "that":
            return k
        if kinds[k] & _BARS_THAT and not kinds[k] & c.OBJECT:
            return None
    return None


def _past_hearer(sentence: Sentence, lemma: str, first: int, stop: int) -> Complement | None:
    """What follows a hearer: told the crowd he …, asked her to …, asked them whether …."""
    if sentence.low[first] == "to" or sentence.low[first] in _QUESTION:
        return None
    phrase = phrase_after(sentence, first, stop)
    hearer = phrase.last if phrase else first
    if sentence.kinds[first] & c.OBJECT and (
        sentence.low[first] != "her" or sentence.low[first + 1 : first + 2] == ["to"]
    ):
        hearer = first + 1  # "her" may begin a longer phrase
    at = past_circumstances(sentence, hearer, stop)
    if not first < at < stop:
        return None
    found = _after_hearer(sentence, lemma, at, stop)
    return found._replace(first=first) if found and found.kind == "hearer, infinitive" else found


def _after_hearer(sentence: Sentence, lemma: str, at: int, stop: int) -> Complement | None:
    word, begin = sentence.low[at], at
    if word == "to" or (word == "not" and sentence.low[at + 1 : at + 2] == ["to"]):
        kind = "hearer, infinitive"
    elif word in _QUESTION:
        kind = "hearer, question"
    elif word == "about":
        kind, begin = "hearer, about", at + 1
    else:
        starts = sentence.kinds[at] & _STARTS or word in _THERE or sentence.word[at][0].isupper()
        kind = "hearer, clause" if starts and has_verb(sentence, at, stop) else ""
    return Complement(kind, begin) if kind and begin < stop and lemma in TAKEN_BY[kind] else None
