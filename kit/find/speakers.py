"""Who speaks a quotation, by its own sentence.

* right after it ("…," said the mayor), right before it (the mayor said: "…"), around it (the plan is "…", she said);
* without a cue: whose words they are, a name and a colon, and last the subject of the clause.
"""

from __future__ import annotations

from collections.abc import Sequence

from kit.find import classes as c
from kit.find.frames import Frame
from kit.find.hanging import CLOSE, REACH, around, before, final, right_after, weak
from kit.find.owners import name_and_colon, unlisted_verb, whose_words
from kit.find.said import Answer, again, by_frame
from kit.find.sentences import Sentence
from kit.find.subjects import Part, clause_subject, finite, verb_subject
from kit.lexicon import words

__all__ = ["alone", "by_clause", "by_lead", "in_sentence", "opens_with_attribution"]

OPEN_ENDS = ",?!—-…"
"""Last characters of a quotation that goes on with its attribution; a full stop ends its sentence."""

NEAR = 6
"""Words after a cue in which the "that" of what it tells itself stands."""

_ALONE = c.QUOTATION | c.MARK | c.AND
_PARTS_OF_TIME = words("speakers", "parts of time")
_OWN = frozenset({"subject, cue", "participle"})
_OPENS_CLAUSE = frozenset({"that", "which", "who"})
_DIRECT = frozenset({"subject, cue", "cue, subject"})


_AFTER = c.MARK | c.PREPOSITION | c.TIME
_MORE_AFTER = _AFTER | c.ADVERB | c.OBJECT | c.ING | c.CONJUNCTION
"""What may follow an attribution that opens a sentence; more where the quotation before it was left open."""


def alone(sentence: Sentence) -> bool:
    """Whether a sentence holds nothing but quotations and marks."""
    kinds = sentence.kinds
    if not (kinds[0] & _ALONE and kinds[-1] & _ALONE):  # as nearly every other sentence shows
        return False
    return all(kind & _ALONE for kind in kinds)


def in_sentence(sentence: Sentence, near: Sequence[Frame], i: int, last: str) -> Answer | None:
    """Who speaks the quotation at word ``i``; ``near``: the frames `around` it; ``last``: its last character."""
    if not near:
        unlisted = unlisted_verb(sentence, i) if last in ",?!" else None
        return unlisted or whose_words(sentence, i, None) or name_and_colon(sentence, i, None)
    inside = last.isalnum() and _in_phrase(sentence, i)
    after, earlier = None if inside else right_after(sentence, near, i), before(sentence, near, i)
    gap = i - earlier.cue.last if earlier else 0
    if after:
        if earlier and _fronted(sentence, earlier, gap):
            return by_frame(sentence, earlier, "cue right before")
        if last in OPEN_ENDS or not earlier or gap > 1:
            return by_frame(sentence, after, "cue right after")
    return (
        (unlisted_verb(sentence, i) if not after and last in ",?!" else None)
        or whose_words(sentence, i, earlier)
        or name_and_colon(sentence, i, earlier)
        or _by_place(sentence, near, i, earlier)
        or by_frame(sentence, after, "cue right after")
        or by_frame(sentence, next((f for f in near if f.cue.first > i), None), "cue later")
    )


def _in_phrase(sentence: Sentence, i: int) -> bool:
    """Whether words in marks stand inside a noun phrase, so that what follows is no attribution: the "…" bill he signed."""
    if not i or i + 1 >= len(sentence.kinds) or sentence.kinds[i + 1] & (c.MARK | c.PRONOUN):
        return False
    left = sentence.kinds[i - 1]
    return bool(left & c.DETERMINER and not left & c.PRONOUN) or sentence.low[i - 1].endswith(("'s", "’s", "s'", "s’"))


def _fronted(sentence: Sentence, earlier: Frame, gap: int) -> bool:
    """Whether the cue before a quotation stands with it in a clause that opens the sentence (Although she said "…", he …)."""
    return bool(sentence.kinds[0] & (c.CONJUNCTION | c.PREPOSITION)) and gap <= REACH and not weak(earlier)


def _by_place(sentence: Sentence, near: Sequence[Frame], i: int, earlier: Frame | None) -> Answer | None:
    """The cue before the quotation, unless it is weak or far and an attribution ends the sentence."""
    last = final(sentence, near, i)
    if earlier and i - earlier.cue.last <= CLOSE and not (last and weak(earlier)):
        return by_frame(sentence, earlier, "cue right before")
    return by_frame(sentence, last, "cue at the end") or by_frame(sentence, earlier, "cue before")


def opens_with_attribution(sentence: Sentence, frames: Sequence[Frame], *, open_ended: bool) -> Answer | None:
    """The attribution that a sentence begins with, for the quotation that ended just before: "Why?" the mayor asked.

    ``open_ended``: the quotation ends as one does that goes on with its attribution, in no full stop."""
    frame = _with_subject(frames)
    if not frame or not frame.subject or min(frame.subject.first, frame.cue.first) > 0 or frame.pattern not in _DIRECT:
        return None
    if frame.cue.first > frame.subject.last and not sentence.kinds[frame.subject.last] & c.MARK:
        return None
    end = max(frame.subject.last, frame.cue.last)
    if sentence.low[-1] == ":" or _tells_more(sentence, end):
        return None
    if end >= len(sentence.kinds):
        return by_frame(sentence, frame, "cue right after")
    hearer = open_ended and frame.verb is not None and "whom" in frame.verb.takes  # the mayor told Channel 4
    more = _MORE_AFTER if open_ended else _AFTER
    if sentence.low[end] != "that" and (hearer or sentence.kinds[end] & more):
        return by_frame(sentence, frame, "cue right after")
    return None


def _tells_more(sentence: Sentence, end: int) -> bool:
    """Whether an attribution that ends before word ``end`` has a clause of its own to tell: “…!” She told them that …"""
    for k in range(end, min(end + NEAR, len(sentence.kinds))):
        if sentence.low[k] == "that" and k + 1 < len(sentence.kinds):
            return sentence.low[k + 1] not in _PARTS_OF_TIME and not finite(sentence, k + 1)
        if sentence.kinds[k] & (c.BREAK | c.ING):
            break
    return False


def _hangs(sentence: Sentence, frame: Frame) -> bool:
    """Whether a cue stands in what another tells: the mayor wrote that members pledged to the plan may go."""
    first = min(frame.cue.first, frame.subject.first if frame.subject else frame.cue.first)
    return not _OPENS_CLAUSE.isdisjoint(sentence.low[max(0, first - NEAR) : first])


def _with_subject(frames: Sequence[Frame]) -> Frame | None:
    """The first frame that has a subject."""
    for frame in frames:
        if frame.subject:
            return frame
    return None


def by_clause(sentence: Sentence, i: int) -> Answer | None:
    """The subject of the clause that a fragment stands in, where no cue is found."""
    for k in range(i - 1, max(0, i - REACH), -1):
        if sentence.low[k] == "who" and k + 1 < i and not sentence.kinds[k + 1] & (c.PRONOUN | c.DETERMINER):
            return Answer(sentence, Part(k, k + 1), None, "subject of the clause")
        if sentence.kinds[k] & (c.MARK | c.QUOTATION):
            break
    subject = verb_subject(sentence, i) or clause_subject(sentence, i)
    return Answer(sentence, subject, None, "subject of the clause") if subject else None


def by_lead(sentence: Sentence, frames: Sequence[Frame]) -> Answer | None:
    """Who a sentence speaks of, for the quotation that follows it: its strongest cue's subject, else its clause's."""
    end = len(sentence.kinds)
    near = around(frames, end)
    frame = before(sentence, near, end)
    if frame and frame.pattern in _OWN and sentence.low[-1] != ":" and _hangs(sentence, frame):
        frame = next((f for f in near if not weak(f) and f.pattern in _OWN), frame)
    if frame and not weak(frame) and frame.subject and not sentence.kinds[frame.subject.first] & c.RELATIVE:
        return by_frame(sentence, frame, "lead-in")
    found = by_clause(sentence, end)
    return again(found, "sentence before") if found else None
