"""Through whose hands somebody's words went before they reached the outlet.

* whom they were said to, where that is an outlet (told the Times, in an interview with the station);
* who passed on what they stand in (audio shared by, a memo obtained by), or speaks for somebody (through a lawyer);
* who reported them (according to, as reported by, the paper reported) and whom the speaker rests on (citing).

A hand is somebody: a statement, an e-mail or a platform carries words and is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kit.find.names import OWNING, ROLES, unowned
from kit.find.page import Page
from kit.find.quotation import Quotation
from kit.find.sentences import QUOTES, Sentence
from kit.lexicon import words
from kit.spans import Stretch

__all__ = ["hands", "hands_in"]

_OUTLETS, _OUTLET_NOUNS = words("people-organisations", "outlets"), words("people-organisations", "outlet nouns")
_WITH_THE = words("people-organisations", "outlets with the")
_CARRIERS, _PASSING = words("people-organisations", "carriers"), words("people-organisations", "passing on")
_OTHER_BODIES = words("people-organisations", "always") - _OUTLETS - _OUTLET_NOUNS - _WITH_THE
_TOLD = frozenset(("told", "tell", "tells", "telling"))
_REPORTED = frozenset(("reported", "reports", "reporting", "report"))
_WITNESSES = frozenset(("reported", "quoted", "cited", "relayed"))
_BEHIND = frozenset(("citing", "quoting"))
_THROUGH = frozenset(("via", "through"))
_TO = frozenset(("to", "with", "on", "in", "for"))
_NAMED = _OUTLETS | _WITH_THE
_TRIGGERS = _NAMED | _OUTLET_NOUNS | _PASSING | _BEHIND | _THROUGH | {"according"}
_TRIGGERS |= {word + ending for word in _NAMED for ending in ("'s", "’s")}
_LEADS = _TOLD | _REPORTED | _PASSING | _TO | _BEHIND | _THROUGH | {"according"}
_REPORTERS = _NAMED | _OUTLET_NOUNS
_DETERMINERS = words("grammar", "determiners")
_OWN = frozenset(("his", "her", "its", "their", "my", "our", "your", "this"))
"""Before a noun for an outlet: a speaker's own website, or this newspaper itself."""
_RESTED_ON = 2
_PUBLIC = frozenset(("state", "local", "public", "national", "commercial"))
_COMMON = _DETERMINERS | _PUBLIC
_ALOUD = frozenset(("aloud", "out", "first", "exclusively", "later", "also", "online", "publicly"))
_TIMES = frozenset(
    (
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
        "march", "april", "june", "july", "august", "september", "october", "november", "december", "today",
        "yesterday", "last", "this", "that", "who", "then", "later", "earlier", "late", "early", "shortly"
    )
)  # fmt: skip
_STOP = (
    words("grammar", "prepositions", "conjunctions", "relatives", "auxiliaries", "adverbs") | _TIMES | _PASSING | _TOLD
) - {"of", "report", "post"}
_NOUNS = _OUTLET_NOUNS | _CARRIERS | ROLES
_DATELINE = re.compile(r"\(([A-Z][\w .&’'-]{1,30})\)\s*[—–_-]")
_TOP = 800
"""Code points of an article in which its dateline names the agency; a title and a summary stand before it."""
LONGEST = 8
"""Words a hand's name may have."""
_NEAR = 4
"""Words before "shared by" in which the thing stands that was shared."""


class Hand(NamedTuple):
    """A hand in a sentence. ``depth``: 0 reports the whole, 1 stands between, 2 stands behind the speaker. ``passing``:
    it passed on what the words stand in, and can stand within the words for that."""

    at: Stretch
    depth: int
    passing: bool = False


def hands(page: Page, quotations: Sequence[Quotation]) -> None:
    """Fill in ``via`` of each quotation, the hand nearest the outlet first."""
    starts = [sentence.start for sentence in page.sentences]
    by_sentence: dict[int, list[Quotation]] = {}
    for quotation in quotations:
        if place := quotation.cue or quotation.speaker:
            by_sentence.setdefault(bisect_right(starts, place.start) - 1, []).append(quotation)
    agency = frozenset(name.lower() for name in _DATELINE.findall(page.source, 0, _TOP))
    for n, here in by_sentence.items():
        if n >= 0 and _may_name(page.sentences[n].low, agency) and (found := hands_in(page.sentences[n], agency)):
            _given(page, found, here)


def _may_name(low: list[str], agency: frozenset[str]) -> bool:
    """Whether a hand can be among the words: most sentences hold nothing that leads to one."""
    return not _TRIGGERS.isdisjoint(low) or (bool(agency) and not agency.isdisjoint(low))


def _given(page: Page, found: list[Hand], quotations: list[Quotation]) -> None:
    """Give each hand to the quotation whose cue it follows; one in front of all cues to the first."""
    quotations = [one for one in quotations if not (one.cue and page.source[one.cue.start : one.cue.end] in _BEHIND)]
    cues = sorted({quotation.cue.start for quotation in quotations if quotation.cue})
    for quotation in quotations:
        cue = quotation.cue
        mine = [hand for hand in found if _outside(hand, quotation)]
        if cue and len(cues) > 1:
            k = cues.index(cue.start)
            since, until = (cue.start if k else 0), (cues[k + 1] if k + 1 < len(cues) else mine and mine[-1].at.end + 1)
            mine = [hand for hand in mine if since <= hand.at.start < (until or 0)]
        mine.sort(key=lambda hand: (hand.depth, -hand.at.start))
        behind = next((hand for hand in mine if hand.depth == _RESTED_ON), None)
        if (
            behind and quotation.kind == "indirect" and quotation.speaker and _speaks_of_others(page, quotation.speaker)
        ):  # "the agency said, citing the report": the report's words
            mine.remove(behind)
            quotation.via += (quotation.speaker,)
            quotation.speaker = behind.at
        quotation.via += tuple(hand.at for hand in mine if hand.at not in quotation.via)


def _speaks_of_others(page: Page, speaker: Stretch) -> bool:
    """Whether a speaker is an outlet."""
    return not _REPORTERS.isdisjoint(page.source[speaker.start : speaker.end].lower().split())


def _outside(hand: Hand, quotation: Quotation) -> bool:
    speaker = quotation.speaker
    if speaker and hand.at.meets(speaker) and not (hand.passing and speaker.start < hand.at.start):
        return False
    return not any(hand.at.meets(span) for span in quotation.spans)


def hands_in(sentence: Sentence, agency: frozenset[str] = frozenset()) -> list[Hand]:
    """Every hand that a sentence names, in order, where it holds a word for one (:func:`_may_name`). ``agency``: the
    outlet of the dateline, in lower case."""
    found: dict[int, Hand] = {}
    for i, word in enumerate(sentence.low):
        if word in _LEADS:
            for first, last, depth in _from(sentence, i, word, agency):
                found.setdefault(first, Hand(sentence.span(first, last), depth, word in _PASSING))
    return sorted(found.values())


def _from(sentence: Sentence, i: int, word: str, agency: frozenset[str]) -> Iterator[tuple[int, int, int]]:
    """The hands that a word leads to: first and last word of each, and its depth."""
    low = sentence.low
    if word in _BEHIND or (word == "according" and low[i + 1 : i + 2] == ["to"]):
        first = i + 1 if word in _BEHIND else i + 2
        last = _phrase(sentence, first)
        if last > first and (word in _BEHIND or not _carried(sentence, first, last)):
            yield first, last, _RESTED_ON if word in _BEHIND else 0
    elif word in _TOLD or word in _TO:
        if _may_name(low[i + 1 : i + 1 + LONGEST], agency):
            yield from _outlet(sentence, i + 1, agency)
    elif word in _THROUGH and low[i + 1 : i + 2]:
        yield from _speaking_for(sentence, i + 1)
    else:
        if word in _REPORTED and i and (first := _before(sentence, i)) < i:
            yield first, _without_auxiliaries(low, first, i), 0
        if word in _PASSING:
            yield from _passed(sentence, i)


def _speaking_for(sentence: Sentence, first: int) -> Iterator[tuple[int, int, int]]:
    last = _phrase(sentence, first)
    if last > first and sentence.low[last - 1] in ROLES:
        yield first, last, 1


def _outlet(sentence: Sentence, first: int, agency: frozenset[str]) -> Iterator[tuple[int, int, int]]:
    """An outlet's name right after a word."""
    last = _phrase(sentence, first)
    if last > first and _is_outlet(sentence, first, last, agency):
        yield first, last, 1


def _is_outlet(sentence: Sentence, first: int, last: int, agency: frozenset[str] = frozenset()) -> bool:
    """Whether a phrase names an outlet: a name that holds such a word, or a noun for one as its head."""
    low, written = sentence.low, sentence.word
    end = unowned(low[last - 1])
    if low[first] in _OWN or end in _OTHER_BODIES:
        return False
    if low[first] in _COMMON:
        if end in _OUTLET_NOUNS and not any(word.endswith(OWNING) for word in low[first : last - 1]):
            return not written[last - 1][0].isupper() or last - first > 1
        if any(word in _OUTLET_NOUNS for word in low[first : last - 1]) and written[last - 1][0].isupper():
            return True  # the daily Harbour Voice
    if low[last - 1].isdigit() and last - first == 2 and low[first] in _OUTLET_NOUNS:  # Channel 4
        return True
    for k in range(first, last):
        word = unowned(low[k])
        if written[k][0].isupper() and (
            word in _OUTLETS or word.rpartition("-")[2] in _OUTLETS or word in agency or _with_the(low, first, last, k)
        ):
            return True
    return False


def _with_the(low: list[str], first: int, last: int, k: int) -> bool:
    """Whether a word that is an outlet's only in a name has the article, and ends a name or its owner."""
    ends = k + 1 == last or low[k].endswith(OWNING)
    return low[first] == "the" and k > first and ends and unowned(low[k]) in _WITH_THE


def _carried(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a phrase is a thing that words stand in (a report, documents)."""
    return sentence.low[last - 1] in _CARRIERS and not sentence.word[last - 1][0].isupper() and first < last


def _passed(sentence: Sentence, i: int) -> Iterator[tuple[int, int, int]]:
    """Who passed on what words can stand in: "audio shared by", "as reported by", "shared with the Post by", "the memo
    that the Post obtained"."""
    low = sentence.low
    word, at = low[i], i + 1
    if word not in _WITNESSES and _CARRIERS.isdisjoint(low[max(0, i - _NEAR - LONGEST) : i]):
        return
    near = word in _WITNESSES or not _CARRIERS.isdisjoint(low[max(0, i - _NEAR) : i])
    if near and at < len(low) and (low[at] in _ALOUD or low[at] in _TIMES):
        at += 1
    if near and low[at : at + 1] == ["with"] and (last := _phrase(sentence, at + 1)) > at + 1:
        if _is_outlet(sentence, at + 1, last):
            yield at + 1, last, 1
        at = last
    if near and low[at : at + 1] == ["by"] and (last := _phrase(sentence, at + 1)) > at + 1:
        if low[at + 1] not in _OWN or low[last - 1] not in _OUTLET_NOUNS:
            yield at + 1, last, 0 if word in _WITNESSES else 1
    elif (first := _before(sentence, i)) < i and first and _thing_before(low, first):
        yield first, _without_auxiliaries(low, first, i), 1


def _thing_before(low: list[str], first: int) -> bool:
    """Whether a relative clause about a thing begins there: "the memo that ..."."""
    return low[first - 1] in _CARRIERS or (
        first > 1 and low[first - 1] in ("that", "which") and low[first - 2] in _CARRIERS
    )


_AUXILIARIES = frozenset(("has", "had", "have", "is", "was", "first", "also"))


def _without_auxiliaries(low: list[str], first: int, stop: int) -> int:
    while stop - 1 > first and low[stop - 1] in _AUXILIARIES:
        stop -= 1
    return stop


def _before(sentence: Sentence, stop: int) -> int:
    """Where an outlet's name begins that ends right before a word; ``stop`` where there is none."""
    low, written = sentence.low, sentence.word
    end = stop
    while end and stop - end < 2 and low[end - 1] in _AUXILIARIES:
        end -= 1
    first = end
    while first and end - first < LONGEST and (written[first - 1][0].isupper() or low[first - 1] == "the"):
        first -= 1
        if low[first] == "the":
            break
    if first == end and end and low[end - 1] in _OUTLET_NOUNS:
        first = end - 2 if end > 1 and low[end - 2] in _DETERMINERS else end - 1
    return first if first < end and _is_outlet(sentence, first, end) else stop


def _phrase(sentence: Sentence, first: int) -> int:
    """Where a short noun phrase ends that begins at a word; ``first`` where none begins."""
    low, written = sentence.low, sentence.word
    last = first + (first < len(low) and low[first] in _DETERMINERS)
    head = last
    while last < len(low) and last - first < LONGEST:
        word = low[last]
        if (word in _STOP and not written[last][0].isupper()) or not (word[0].isalnum() or word[0] == "@"):
            break
        if written[last][0] in QUOTES or word in _TIMES:
            break
        upper = last > head and written[last - 1][0].isupper()
        if upper and written[last][0].islower() and word not in _NOUNS and word != "of":
            break
        last += 1
    while last > first and low[last - 1] == "of":
        last -= 1
    return last if last > head else first
