"""The subject of a cue.

* the noun phrase before it; appositions between commas are stepped over (X, 45, the mayor of Salem, said);
* a cue that shares its subject (left the room and said; …, adding) takes that of the clause it belongs to;
* a clause's own subject: its first noun phrase past leading adverbials and a dateline.
"""

from __future__ import annotations

from kit.find import classes as c
from kit.find.phrases import (
    DASHES,
    ENDS_PHRASE,
    LONGEST,
    ROUGHLY,
    Part,
    finite,
    is_name,
    opened,
    phrase_after,
    phrase_before,
)
from kit.find.sentences import Sentence
from kit.lexicon import words

__all__ = [
    "LONGEST",
    "Part",
    "clause_subject",
    "finite",
    "phrase_after",
    "phrase_before",
    "subject_before",
    "verb_subject",
]

DATELINE = 10
"""Words a place and its agency take up before the dash of a dateline."""
FARTHEST = 60
"""Words looked back over for the head before appositions: the longest seen is a list of posts held."""

_ENDS_CLAUSE = c.BREAK | c.QUOTATION
_PARTS_SUBJECT = _ENDS_CLAUSE | c.COMMA | c.AND | c.RELATIVE
_PARTING = frozenset({"but", "then", "that"})
"""What keeps the words right before a cue from being its subject; most often nothing does."""
_PLACING = frozenset({"of", "in", "from", "at", "near"})
_CLAUSE_OPENERS = frozenset({"what", "which", "whom"})
_DIRECTIONS = frozenset({"back", "down", "up", "out", "over", "far", "away", "deep", "late", "early"})
_WHICH = frozenset({"last", "this", "next", "that", "earlier", "one", "every", "each"})
_PARTS_OF_TIME = words("speakers", "parts of time")
_CONNECTIVES = frozenset({"but", "yet", "so"})
_ENDS_SENTENCE = frozenset({"!", "?", ";", ":", "…"})


def subject_before(sentence: Sentence, first: int, known: Part | None = None) -> Part | None:
    """The subject of the verb group that begins at word ``first``; ``known`` is that of the cue before it."""
    if not first:
        return None
    if sentence.kinds[first - 1] & _PARTS_SUBJECT or sentence.low[first - 1] in _PARTING:
        return _past_parting(sentence, first, known)
    return phrase_before(sentence, first)


def _past_parting(sentence: Sentence, first: int, known: Part | None) -> Part | None:
    """The subject, where a mark, a conjunction or a relative stands right before the verb group."""
    before, low = sentence.kinds[first - 1], sentence.low[first - 1]
    if low in DASHES:  # Lee — the mayor — said
        open_ = next((k for k in range(first - 2, max(0, first - 2 - LONGEST), -1) if sentence.low[k] in DASHES), 0)
        return phrase_before(sentence, open_) if open_ else None
    if before & c.COMMA:
        return _past_appositions(sentence, first - 1)
    if before & c.AND or low in ("but", "then"):
        return known or verb_subject(sentence, first - 1) or clause_subject(sentence, first - 1)
    if before & c.RELATIVE or low == "that":
        return _sign_that(sentence, first - 1) if low == "that" else Part(first - 1, first)
    return None if before & _ENDS_CLAUSE and low != ")" else phrase_before(sentence, first)


def _sign_that(sentence: Sentence, that: int) -> Part:
    """What a "that" before a verb stands for: a sign that [says]; the word itself where no noun is before it."""
    before = sentence.kinds[that - 1] if that else c.MARK
    if before & (ENDS_PHRASE | c.PREPOSITION | c.CONJUNCTION | c.MARK) or finite(sentence, that - 1):
        return Part(that, that + 1)
    phrase = phrase_before(sentence, that)
    if not phrase:
        return Part(that, that + 1)
    if before & c.SPEECH:  # a note under a headline that said
        links = [k for k in range(phrase.first, that) if sentence.kinds[k] & c.PREPOSITION and sentence.low[k] != "of"]
        if (below := max(links, default=0)) or phrase.last < that:
            return phrase_before(sentence, that, max(below + 1, phrase.last)) or phrase
    return phrase


def verb_subject(sentence: Sentence, stop: int) -> Part | None:
    """The subject of the nearest verb before a word: the mayor left the room and [said]."""
    kinds = sentence.kinds
    if stop and sentence.low[stop - 1] == "as":  # referred to it as …
        stop -= 1
    for k in range(stop - 1, max(0, stop - LONGEST), -1):
        if kinds[k] & (_ENDS_CLAUSE | c.CONJUNCTION | c.RELATIVE):
            return None
        if finite(sentence, k):
            while k and kinds[k - 1] & (c.AUXILIARY | c.ADVERB) and sentence.word[k - 1][0].islower():
                k -= 1
            return phrase_before(sentence, k) if k and not kinds[k - 1] & (c.MARK | c.AND) else None
    return None


def _past_appositions(sentence: Sentence, stop: int) -> Part | None:
    """The head before one or more appositions: X, 45, the mayor of Salem, Ohio, [said]."""
    found: Part | None = None
    floor = max(0, stop - FARTHEST)
    while stop > floor:
        first = _group(sentence, stop, floor)
        start = _group_start(sentence, first, stop)
        if _modifies(sentence, start, stop):
            if found and _ends_place(sentence, start, stop, found):
                found = None
            elif found and start < stop and not (_explains(sentence, first) and _explains(sentence, start)):
                break
        elif phrase := _of_group(sentence, start, stop):
            if found and _settled(sentence, phrase, found):
                break
            found = phrase
            if phrase.first > start:
                break
        if first <= floor or not sentence.kinds[first - 1] & c.COMMA:
            break
        stop = first - 1
    return found


def _group(sentence: Sentence, stop: int, floor: int) -> int:
    """Where the words between two commas begin; brackets and quoted titles inside belong to them."""
    kinds, low = sentence.kinds, sentence.low
    at = stop
    while at > floor:
        if low[at - 1] == ")" and (open_ := opened(sentence, at - 1)) > floor:
            at = open_
            continue
        title = kinds[at - 1] & c.QUOTATION and at - 2 >= floor and not kinds[at - 2] & c.MARK
        if kinds[at - 1] & ENDS_PHRASE and not title:
            break
        at -= 1
    return at


def _group_start(sentence: Sentence, first: int, stop: int) -> int:
    """Where a comma group's phrase can begin: past "and", adverbs, and the opener of a clause (in what …)."""
    start = first
    while start < stop and sentence.kinds[start] & (c.AND | c.ADVERB | c.CONJUNCTION):
        if sentence.kinds[start] & (c.DETERMINER | c.PRONOUN):
            break
        start += 1
    return next((k + 1 for k in range(stop - 2, first - 1, -1) if _opens(sentence, k)), start)


def _opens(sentence: Sentence, k: int) -> bool:
    """Whether a word opens a clause whose subject follows: in what the mayor, charges that Ann Lee, for one, called …"""
    if sentence.low[k] == "that":
        return sentence.word[k + 1][0].isupper() and sentence.word[k][0].islower()
    return sentence.low[k] in _CLAUSE_OPENERS


def _modifies(sentence: Sentence, start: int, stop: int) -> bool:
    """Whether a comma group is no noun phrase of its own: of Salem; who chairs it; 45; speaking after the vote."""
    if start >= stop:
        return True
    kind = sentence.kinds[start]
    if kind & (c.PREPOSITION | c.RELATIVE | c.NUMBER | c.CONJUNCTION | c.TIME) or sentence.low[start].isdigit():
        return not kind & c.DETERMINER
    return bool(kind & (c.ING | c.ED | c.FINITE)) and (sentence.word[start][0].islower() or start == 0)


def _ends_place(sentence: Sentence, start: int, stop: int, found: Part) -> bool:
    """Whether the lone name found is the end of a place that a comma group begins: at a meeting in Salem, Ohio,"""
    return found.last - found.first == 1 and any(sentence.low[k] in _PLACING for k in range(start, stop))


def _explains(sentence: Sentence, start: int) -> bool:
    """Whether a comma group can stand between a head and the cue: of Salem, who was there, but not: after the vote."""
    return sentence.low[start] in _PLACING or not sentence.kinds[start] & (c.PREPOSITION | c.CONJUNCTION)


def _of_group(sentence: Sentence, start: int, stop: int) -> Part | None:
    """The phrase at the end of a comma group, unless it belongs to a relative clause there."""
    phrase = phrase_before(sentence, stop, start)
    if phrase and phrase.first > start and sentence.low[phrase.first - 1] != "that":
        relative = any(sentence.kinds[k] & c.RELATIVE or sentence.low[k] == "that" for k in range(start, stop))
        return None if relative else phrase
    return phrase


def _settled(sentence: Sentence, left: Part, found: Part) -> bool:
    """Whether the phrase found is the head, and the one to its left is no name that it explains."""
    lone = found.last - found.first < 2  # may be a place: X, mayor of Salem, Ohio
    return is_name(sentence, found) and not lone and not (is_name(sentence, left) and left.first > 0)


def clause_subject(sentence: Sentence, stop: int) -> Part | None:
    """The first noun phrase of the clause that holds the words before ``stop``, past leading adverbials."""
    while stop and sentence.kinds[stop - 1] & c.MARK:
        stop -= 1
    first = _clause_start(sentence, stop)
    start = _past_leads(sentence, first, stop)
    if start < stop and sentence.kinds[start] & c.AUXILIARY and sentence.word[start][0].islower():  # Why is the mayor …
        if start and sentence.low[start - 1] == "there":
            return None
        start += 1
    found = phrase_after(sentence, start, stop)
    at = found.last + (sentence.low[found.last] == ".") if found and found.last < stop else stop
    led = found and start > first and at < stop - 2 and sentence.kinds[at] & c.COMMA
    if found and led and is_name(sentence, found):
        after = phrase_after(sentence, at + 1, stop)  # In Salem, Ohio, the mayor …
        if after and after.last < stop and finite(sentence, after.last):
            return after
    return found


def _clause_start(sentence: Sentence, stop: int) -> int:
    """Where the clause begins: after a colon, a semicolon or a dateline, and past quotations."""
    low, start = sentence.low, stop
    while start and stop - start < FARTHEST and low[start - 1] not in _ENDS_SENTENCE:
        start -= 1
    near = low[start + 1 : min(stop, start + DATELINE)]
    dash = 0 if DASHES.isdisjoint(near) else next(k for k, w in enumerate(near, start + 1) if w in DASHES)
    if dash and (sentence.word[start].isupper() or low[dash - 1] == ")"):  # LONDON (Agency) —
        start = dash + 1
    while start < stop and sentence.kinds[start] & (c.QUOTATION | c.COMMA):
        start += 1
    return start


def _past_leads(sentence: Sentence, start: int, stop: int) -> int:
    """Past what may open a clause before its subject: adverbs, connectives, adverbials with their comma."""
    kinds, word = sentence.kinds, sentence.word
    while start < stop:
        kind = kinds[start]
        small = word[start][0].islower() or start == 0 or not kind & c.ADVERB
        light = kind & (c.ADVERB | c.AND | c.COMMA) and not kind & (c.DETERMINER | c.PRONOUN) and small
        if light or sentence.low[start] in _CONNECTIVES or _counts(sentence, start):
            start += 1
        elif _adverbial(sentence, start, stop) and not kind & c.PRONOUN:
            comma = next((k for k in range(start, stop) if kinds[k] & c.COMMA or _closes(sentence, k, stop)), None)
            opens = kind & c.CONJUNCTION and (not kind & c.PREPOSITION or sentence.low[start] == "as")
            if opens and (comma is None or _interrupted(sentence, start, comma)):
                return start + 1
            if comma is None:
                break
            start = comma + 1
        else:
            break
    return start


def _closes(sentence: Sentence, k: int, stop: int) -> bool:
    """Whether a quotation holds the comma that ends a lead: Calling him “…,” Ann Lee …"""
    return bool(sentence.kinds[k] & c.QUOTATION) and k + 1 < stop and sentence.word[k + 1][0].isupper()


def _counts(sentence: Sentence, at: int) -> bool:
    """Whether a word belongs to the number after it: About 200 people."""
    return sentence.low[at] in ROUGHLY and at + 1 < len(sentence.kinds) and bool(sentence.kinds[at + 1] & c.NUMBER)


def _interrupted(sentence: Sentence, start: int, comma: int) -> bool:
    """Whether a comma belongs to the subject of a clause that a conjunction opens: While Ann Lee, the mayor, left …"""
    named = sentence.word[start + 1][0].isupper() and not sentence.kinds[start + 1] & c.DETERMINER
    return named and not any(finite(sentence, k) for k in range(start + 1, comma))


def _adverbial(sentence: Sentence, start: int, stop: int) -> bool:
    """Whether an adverbial or a subordinate clause begins at a word: on Tuesday, two days later, speaking …, while …"""
    kind, after = sentence.kinds[start], sentence.kinds[min(start + 1, stop - 1)]
    if kind & c.RELATIVE and start and sentence.kinds[start - 1] & c.COMMA:  # In Salem, which was cold, …
        return True
    if kind & (c.TIME | c.PREPOSITION | c.CONJUNCTION) or after & c.TIME:
        return True
    if after & c.PREPOSITION and sentence.low[start] in _DIRECTIONS:  # back in Salem
        return True
    if sentence.low[start] in _WHICH and sentence.low[min(start + 1, stop - 1)] in _PARTS_OF_TIME:
        return True
    if start == 0 and kind & c.FINITE and (sentence.low[0].endswith("ed") or sentence.low[0] == "told"):
        return True  # Asked whether …, she
    return bool(kind & (c.ING | c.ED)) and (start == 0 or sentence.word[start][0].islower())
