"""Noun phrases, found by what they cannot hold.

* before a word: walk left to a finite verb, a clause word or a mark; after a word: walk right likewise;
* a bracket after a name is stepped over, a relative clause leads to the phrase it belongs to;
* adverbials at either end (On Tuesday the mayor; the mayor on Tuesday) are no part of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kit.find import classes as c
from kit.find.sentences import Sentence

__all__ = [
    "DASHES",
    "ENDS_PHRASE",
    "LONGEST",
    "ROUGHLY",
    "Part",
    "finite",
    "is_name",
    "opened",
    "owner_before",
    "phrase_after",
    "phrase_before",
]

LONGEST = 20
"""Words a noun phrase may have; longer ones are nearly always a clause taken for a phrase."""
BRACKET = 14
"""Words a bracket after a name may hold (R-Ohio; who chairs the panel)."""
JOINED = 8
"""Words looked back over for the verb of a clause that an "and" may join."""
FARTHEST = 60
"""Words looked back over for the phrase that relative clauses one inside the other belong to."""

DASHES = frozenset({"—", "–", "--", "-"})
ENDS_PHRASE = c.BREAK | c.COMMA | c.QUOTATION
_NOUN_LINKS = frozenset({"of", "for", "at", "from", "with", "in", "on", "to", "by", "near", "behind", "against"})
_NAME_LINKS = frozenset(
    {"of", "de", "la", "van", "von", "der", "den", "del", "bin", "al", "el", "the", "and", "for", "&"}
)
ROUGHLY = frozenset({"about", "around", "over", "under", "nearly", "almost", "roughly", "some", "least"})
"""Before a number: part of what is counted."""
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my"})
_ALSO_NAMES = frozenset({"Will", "May"})
_ARTICLES = frozenset({"the", "a", "an"})
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_NO_START = c.PREPOSITION | c.AND | c.TIME | c.NUMBER
_MAY_BE_FINITE = c.AUXILIARY | c.CUE | c.VERB | c.ED
_ENDS_WALK = ENDS_PHRASE | c.RELATIVE | c.CONJUNCTION
_STOPS_WALK = _ENDS_WALK | _MAY_BE_FINITE | c.AND | c.PRONOUN
_MAY_LEAD = c.ADVERB | c.AND | c.CONJUNCTION | c.PREPOSITION | c.ING | c.TIME
_MAY_TRAIL = c.PREPOSITION | c.BREAK
_ENDS_AFTER = ENDS_PHRASE | c.RELATIVE | c.TIME
_STOPS_AFTER = _ENDS_AFTER | _MAY_BE_FINITE | c.CONJUNCTION | c.PRONOUN | c.ING | c.ADVERB | c.PREPOSITION
_EMPTY = c.MARK | c.PREPOSITION | c.OBJECT | c.TIME
# A word with none of these classes is passed by after one test: the rules for the others are asked only where they count.
_LOOSE_END = c.PREPOSITION | c.ADVERB | c.AND | c.TIME | c.CONJUNCTION | c.MARK


class Part(NamedTuple):
    """A run of a sentence's words: ``first`` inclusive, ``last`` exclusive."""

    first: int
    last: int


_new = tuple.__new__
"""``_new(Part, (first, last))`` is ``Part(first, last)`` in a third of the time; used where every cue passes."""


def finite(sentence: Sentence, k: int) -> bool:
    """Whether a word is a verb with a subject of its own, as far as its form and its neighbours tell."""
    kind = sentence.kinds[k]
    if kind & c.AUXILIARY:
        return k == 0 or sentence.word[k] not in _ALSO_NAMES
    if not kind & (c.CUE | c.VERB | c.ED) or (k and sentence.word[k][0].isupper()):  # State Department, Fed
        return False
    before, low = (sentence.kinds[k - 1], sentence.low[k - 1]) if k else (c.BREAK, "")
    if kind & (c.FINITE | c.VERB):
        noun = before & (c.DETERMINER | c.PREPOSITION) and not before & c.PRONOUN and low != "that"
        return not noun and not low.endswith(_POSSESSIVE)
    if kind & c.ED:
        return low == "that" or not before & (c.DETERMINER | c.PREPOSITION | c.ADVERB)
    return bool(before & (c.PRONOUN | c.RELATIVE | c.AUXILIARY)) or low == "to"


def is_name(sentence: Sentence, part: Part) -> bool:
    """Whether a phrase begins with a capital and no article."""
    return sentence.word[part.first][0].isupper() and not sentence.kinds[part.first] & c.DETERMINER


def phrase_before(sentence: Sentence, stop: int, floor: int = 0) -> Part | None:
    """The noun phrase that ends right before a word, without a leading adverbial (On Tuesday the mayor)."""
    kinds = sentence.kinds
    if stop > floor and kinds[stop - 1] == c.PRONOUN and (stop < floor + 2 or not kinds[stop - 2] & _MAY_BE_FINITE):
        return _new(Part, (stop - 1, stop))  # he said
    if stop and kinds[stop - 1] & c.BREAK and sentence.low[stop - 1] == ")":
        open_ = opened(sentence, stop - 1)
        stop = open_ if open_ > floor else stop
    if stop > floor + 2 and sentence.low[stop - 1] == "ago":
        stop = _before_ago(sentence, stop, floor)
    at = _walked(sentence, stop, floor)
    left = kinds[at - 1] if at > floor else 0
    if left & (c.RELATIVE | _MAY_BE_FINITE):
        floor = max(floor, stop - FARTHEST)
        head = _relative_head(sentence, at - 1, floor) if left & c.RELATIVE and _with_verb(sentence, at, stop) else None
        if head:
            return head
        if verb := _relative_verb(sentence, at, floor):
            return phrase_before(sentence, verb - 1, floor)  # the man who built it said
    first = _without_lead(sentence, at, stop) if at < stop and kinds[at] & _MAY_LEAD else at
    found = _trimmed(sentence, first, stop)
    if found is None and left & c.ED and at > floor + 1:
        reduced = not kinds[at - 2] & (ENDS_PHRASE | c.AUXILIARY | c.PRONOUN)
        return phrase_before(sentence, at - 1, floor) if reduced else None  # an ad released on Thursday said
    return found


def _before_ago(sentence: Sentence, stop: int, floor: int) -> int:
    """Where "(less than) two weeks ago" begins, that ends right before a word."""
    first = stop - 3 if sentence.kinds[stop - 2] & c.TIME else stop
    if first - 1 > floor and first < stop and sentence.low[first - 1] == "than":
        first -= 2
    return first if first > floor else stop


def _relative_verb(sentence: Sentence, at: int, floor: int) -> int:
    """Where a verb that ended the walk begins its relative clause (who built | it); 0 if it does not."""
    k = at - 1
    if at <= floor + 2 or not finite(sentence, k) or sentence.kinds[k] & c.CUE:
        return 0
    while k > floor and sentence.kinds[k - 1] & (c.AUXILIARY | c.ADVERB):
        k -= 1
    if k < floor + 2 or sentence.low[k - 1] not in ("who", "which"):
        return 0
    return 0 if sentence.kinds[k - 2] & (ENDS_PHRASE | c.PREPOSITION | c.CONJUNCTION) else k


def _walked(sentence: Sentence, stop: int, floor: int) -> int:
    """How far left a phrase can reach."""
    kinds = sentence.kinds
    at, lowest = stop, max(floor, stop - LONGEST)
    while at > lowest:
        kind = kinds[at - 1]
        if kind & _STOPS_WALK:
            if kind & c.BREAK and sentence.low[at - 1] == ")" and (open_ := opened(sentence, at - 1)) > lowest:
                at = open_
                continue
            if kind & _ENDS_WALK or (kind & _MAY_BE_FINITE and finite(sentence, at - 1)):
                break
            if kind & c.AND and not _joins(sentence, at - 1, stop):
                break
            if kind & c.PRONOUN:
                return at - 1
        at -= 1
    return at


def opened(sentence: Sentence, k: int) -> int:
    """Where the bracket that word ``k`` closes was opened, at most `BRACKET` words before; -1 if nowhere."""
    low = sentence.low
    return next((j for j in range(k - 1, max(-1, k - BRACKET), -1) if low[j] == "("), -1)


def _joins(sentence: Sentence, k: int, stop: int) -> bool:
    """Whether an "and" joins two noun phrases of one subject, and not two clauses."""
    if k + 1 >= stop or k == 0:
        return False
    left, right = sentence.word[k - 1], sentence.word[k + 1]
    if finite(sentence, k - 1) or sentence.kinds[k - 1] & (ENDS_PHRASE | c.ADVERB | c.TIME):
        return False
    if left[0].isupper() and right[0].isupper():
        return True
    for at in range(k - 1, max(-1, k - JOINED), -1):
        if sentence.kinds[at] & (ENDS_PHRASE | c.CONJUNCTION):
            return sentence.word[k + 1][0].islower()
        if finite(sentence, at):
            return False
    return True


def _with_verb(sentence: Sentence, at: int, stop: int) -> bool:
    """Whether the words after a relative begin with its verb (the man who lives here), not with a subject (which he)."""
    if at >= stop or sentence.low[at - 1] in ("whom", "whose"):
        return False
    return not sentence.kinds[at] & (c.PRONOUN | c.DETERMINER) and sentence.word[at][0].islower()


def _relative_head(sentence: Sentence, k: int, floor: int) -> Part | None:
    """The phrase that a relative clause (the man who …) belongs to."""
    stop = k - 1 if k and sentence.kinds[k - 1] & c.COMMA else k
    if stop <= floor or sentence.kinds[stop - 1] & (ENDS_PHRASE | c.PREPOSITION):
        return None
    return phrase_before(sentence, stop, floor)


def _without_lead(sentence: Sentence, at: int, stop: int) -> int:
    """Where the phrase begins, past conjunctions, adverbs and a leading adverbial without its comma."""
    kinds, word = sentence.kinds, sentence.word
    while at < stop and kinds[at] & (c.ADVERB | c.AND | c.CONJUNCTION) and not kinds[at] & (c.DETERMINER | c.PRONOUN):
        if kinds[at] & c.ADVERB and word[at][0].isupper() and (at or stop == 1):
            break  # Kelly
        at += 1
    if at >= stop or not kinds[at] & (c.PREPOSITION | c.ING | c.TIME):
        return at
    for k in range(stop - 1, at, -1):
        if _starts(sentence, k):
            return k
    if sentence.low[at] == "with":  # with the mayor saying
        return at + 1
    return stop if kinds[at] & c.PREPOSITION else at


def _starts(sentence: Sentence, k: int) -> bool:
    """Whether a noun phrase can begin at a word that follows an adverbial."""
    kind, left = sentence.kinds[k], sentence.kinds[k - 1]
    if kind & c.PRONOUN:
        return True
    if kind & c.NUMBER and sentence.low[k - 1] in ROUGHLY:  # about 50 people; not: about 50 minutes
        after = sentence.kinds[k + 1] if k + 1 < len(sentence.kinds) else c.MARK
        return not after & (c.TIME | c.MARK) and not _dates(sentence, k)
    capital = sentence.word[k][0].isupper() and not sentence.word[k - 1][0].isupper()
    if not (kind & c.DETERMINER or capital or left & c.TIME or (left & c.NUMBER and _dates(sentence, k - 1))):
        return False
    if kind & c.NUMBER and not left & (c.DETERMINER | c.TIME):
        return not _dates(sentence, k) and not sentence.kinds[min(k + 1, len(sentence.kinds) - 1)] & (c.TIME | c.MARK)
    if sentence.low[k - 1] in ROUGHLY and kind & c.DETERMINER and sentence.low[k] not in _DEFINITE:
        return True  # about half of them
    return (
        not left & (c.PREPOSITION | c.DETERMINER) and not kind & _NO_START and sentence.low[k - 1] not in ("of", "the")
    )


def _dates(sentence: Sentence, k: int) -> bool:
    """Whether a number says when, and does not count what follows: in 2012 officials, on June 5 officials."""
    return _year(sentence.low[k]) or (k > 0 and bool(sentence.kinds[k - 1] & c.TIME))


def _trimmed(sentence: Sentence, first: int, stop: int) -> Part | None:
    """The phrase without a trailing adverbial (the mayor on Tuesday), bracket or adverb."""
    kinds = sentence.kinds
    for k in range(first + 1, stop):
        if kinds[k] & _MAY_TRAIL and _trails(sentence, k, stop):
            stop = k
            break
    while stop > first and kinds[stop - 1] & _LOOSE_END:
        if kinds[stop - 1] & c.PRONOUN or (sentence.word[stop - 1][0].isupper() and kinds[stop - 1] & c.ADVERB):
            break
        if stop == first + 2 and kinds[first + 1] & c.ADVERB and sentence.low[first] in _ARTICLES:  # the first said
            break
        stop -= 1
    if stop <= first or _empty(kinds, first, stop):
        return None
    if stop == first + 1 and sentence.low[first] in _ARTICLES and sentence.low[stop : stop + 1] != [":"]:  # but: A: …
        return None
    return _new(Part, (first, stop))


def _trails(sentence: Sentence, k: int, stop: int) -> bool:
    """Whether what begins at a word is no part of the phrase before it: a bracket, on Tuesday, in 2012, during …"""
    if sentence.low[k] == "(":
        return True
    if not sentence.kinds[k] & c.PREPOSITION or sentence.kinds[k] & c.AND:
        return False
    if sentence.low[k] not in _NOUN_LINKS:
        return True
    return k + 1 < stop and (bool(sentence.kinds[k + 1] & c.TIME) or _year(sentence.low[k + 1]))


def _year(word: str) -> bool:
    return len(word) == 4 and word.isdigit()


def _empty(kinds: Sequence[int], first: int, stop: int) -> bool:
    """Whether a phrase of one word is none: a mark, a preposition, him, Tuesday."""
    return stop == first + 1 and bool(kinds[first] & _EMPTY) and not kinds[first] & c.PRONOUN


def owner_before(sentence: Sentence, stop: int) -> Part | None:
    """Whose something is, by the phrase that ends in a possessive right before a word: (beyond) the mayor of Salem's."""
    phrase = phrase_before(sentence, stop) or _new(Part, (stop - 1, stop))
    parts = c.PREPOSITION | c.ING
    links = [k for k in range(phrase.first, stop - 1) if sentence.kinds[k] & parts and sentence.low[k] != "of"]
    return _new(Part, (links[-1] + 1, stop)) if links else phrase


def phrase_after(sentence: Sentence, start: int, limit: int | None = None) -> Part | None:
    """The noun phrase that begins at a word."""
    kinds, word = sentence.kinds, sentence.word
    stop = min(len(kinds) if limit is None else min(limit, len(kinds)), start + LONGEST)
    if start >= stop or sentence.low[start] == "that":
        return None
    kind, capital = kinds[start], word[start][0]
    if kind & _ENDS_AFTER or (kind & c.PREPOSITION and capital.islower()):
        return None
    if kind & c.PRONOUN and not kind & c.DETERMINER:
        return Part(start, start + 1)
    named = capital.isupper() and not kind & c.DETERMINER
    at = _reached(sentence, start, stop, named=named)
    while at > start and kinds[at - 1] & (_LOOSE_END & ~c.TIME) and not word[at - 1][0].isupper():
        if kinds[at - 1] & c.PRONOUN or (at == start + 2 and sentence.low[start] in _ARTICLES):
            break
        at -= 1
    if at <= start or _empty(kinds, start, at) or (at == start + 1 and sentence.low[start] in _ARTICLES):
        return None
    return _new(Part, (start, at))


def _reached(sentence: Sentence, start: int, stop: int, *, named: bool) -> int:
    """How far right a phrase that begins at a word can reach."""
    kinds = sentence.kinds
    at = start if kinds[start] & c.PREPOSITION and not _links(sentence, start, named=named) else start + 1
    while start < at < stop:
        kind = kinds[at]
        if kind & _STOPS_AFTER:
            if at == start + 1 and kind & (c.TIME | c.ADVERB) and sentence.low[start] in _ARTICLES:
                at += 1  # a Wednesday editorial, the recently closed line
                continue
            if kind & _ENDS_AFTER or _ends(sentence, at):
                break
            if kind & c.PREPOSITION and not _links(sentence, at, named=named):
                break
        at += 1
    return at


def _ends(sentence: Sentence, at: int) -> bool:
    """Whether a word inside it ends a phrase: a verb, a clause word, a participle, a subject of its own."""
    kind = sentence.kinds[at]
    if kind & c.CONJUNCTION or (kind & _MAY_BE_FINITE and finite(sentence, at)):
        return True
    plain = not kind & c.DETERMINER and not (kind & c.ING and sentence.kinds[at - 1] & c.DETERMINER)  # the timing
    return plain and bool(kind & c.PRONOUN or (kind & (c.ING | c.ADVERB) and sentence.word[at][0].islower()))


def _links(sentence: Sentence, at: int, *, named: bool) -> bool:
    """Whether a preposition goes on with the phrase: a name holds few (Bank of Salem), a role more (a man in the crowd)."""
    if named:
        return sentence.low[at] in _NAME_LINKS
    after = sentence.kinds[at + 1] if at + 1 < len(sentence.kinds) else 0
    if sentence.low[at] == "to" and not sentence.word[min(at + 1, len(sentence.word) - 1)][0].isupper():
        return False  # told by the mayor to wait; but: the envoy to Chile
    return sentence.low[at] in _NOUN_LINKS and not after & (c.TIME | c.NUMBER)
