"""When, where and on what occasion something was said: what stands between a cue and its content.

* time words with what leads them (on Monday, last week, earlier this month);
* occasions with who they were with (in an interview with the Post).
"""

from __future__ import annotations

from kit.find import classes as c
from kit.find.reporting import TAKEN_BY
from kit.find.sentences import Sentence

__all__ = ["past_circumstances"]

_TIME, _TIME_LEADS, _OCCASION = TAKEN_BY["time words"], TAKEN_BY["time leads"], TAKEN_BY["occasions"]
_WHERE = frozenset({"in", "on", "at", "during", "to", "with", "through", "via", "from", "after", "by", "before", "for"})
_WITH = frozenset({"with", "to", "on", "at", "in", "by", "for"})
_OPENERS = _TIME | _TIME_LEADS | _WHERE
_MAY_TELL_WHEN = c.TIME | c.ADVERB
_ENDS = c.MARK | c.AUXILIARY | c.PREPOSITION | c.QUOTATION
OCCASION = 5
"""Words from a preposition to the occasion it names (in a rare late-night television interview)."""
COMPANY = 7
"""Words whom or where an occasion was with may take; longer ones are the content taken for them."""


def past_circumstances(sentence: Sentence, at: int, stop: int) -> int:
    """The first word past when, where and on what occasion something was said (on Monday, in an interview with the Post)."""
    kinds, low, word = sentence.kinds, sentence.low, sentence.word
    while at < stop:
        if not kinds[at] & _MAY_TELL_WHEN and low[at] not in _OPENERS:  # nearly always
            return at
        if kinds[at] & c.TIME or low[at] in _TIME:
            at += 1
        elif low[at] in _TIME_LEADS and at + 1 < stop and (kinds[at + 1] & c.TIME or low[at + 1] in _TIME):
            at += 2
        elif low[at] in _WHERE and (end := _occasion(sentence, at, stop)):
            at = end
        elif (
            kinds[at] & c.ADVERB
            and low[at].endswith("ly")
            and word[at][0].islower()
            and (at + 1 == stop or low[at + 1] in ("that", "to"))
        ):
            at += 1
        else:
            return at
    return at


def _occasion(sentence: Sentence, at: int, stop: int) -> int | None:
    """One past a phrase such as "in an interview with the Post", if that is what the preposition begins."""
    kinds, low = sentence.kinds, sentence.low
    k = at + 1
    while k < stop and k - at <= OCCASION and not kinds[k] & _ENDS:
        if kinds[k] & c.TIME or low[k] in _TIME:
            return k + 1
        if low[k] in _OCCASION:
            while k + 1 < stop and low[k + 1] in _OCCASION:
                k += 1
            if k + 2 < stop and low[k + 1] in _WITH and (company := _company(sentence, k + 2, stop)):
                return company
            return k + 1
        k += 1
    return None


def _company(sentence: Sentence, first: int, stop: int) -> int | None:
    """One past the name of whom or what an occasion was with, if something follows it."""
    at = first + bool(sentence.kinds[first] & c.DETERMINER)
    last = at
    while last < min(stop, first + COMPANY) and sentence.word[last][0].isupper():
        last += 1
    return last if at < last < stop else None
