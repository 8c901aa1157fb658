"""Which of a sentence's cue frames a quotation hangs on.

* the one right after it, the nearest before it, the one that ends the sentence;
* a cue that itself hangs on a stronger one before it (the mayor said he believes) gives way to that one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kit.find import classes as c
from kit.find.frames import Frame, fronted_end
from kit.find.sentences import Sentence
from kit.lexicon import words

__all__ = ["CLOSE", "REACH", "around", "before", "final", "right_after", "weak"]

REACH = 9
"""Words between a noun of speech and the quotation that it introduces (his claim that the port "…")."""
CLOSE = 4
"""Words between a cue and a quotation that stands right after it (told the crowd on Monday: …)."""
WINDOW = 80
"""Words on either side of a quotation in which its cue is looked for: longer sentences are lists or no prose."""

_WEAK = words("speakers", "weak cues")
_NAMING = frozenset({"call", "dub", "label", "term", "describe", "name", "title"})


def around(frames: Sequence[Frame], i: int) -> list[Frame]:
    """The frames near word ``i`` that have a subject."""
    if frames and (frames[0].cue.first < i - WINDOW or frames[-1].cue.first >= i + WINDOW):  # few sentences are so long
        first = bisect_left(frames, i - WINDOW, key=_place)
        frames = frames[first : bisect_left(frames, i + WINDOW, first, key=_place)]
    return [frame for frame in frames if frame.subject]


def _place(frame: Frame) -> int:
    return frame.cue.first


def right_after(sentence: Sentence, frames: Sequence[Frame], i: int) -> Frame | None:
    """The frame that begins right after a quotation: "…," said the mayor; "…," the mayor said."""
    if not frames or frames[-1].cue.first <= i:
        return None
    kinds, at = sentence.kinds, i + 1
    size = len(kinds)
    while at < size and kinds[at] & c.MARK:
        at += 1
    for frame in frames:
        if frame.subject and min(frame.subject.first, frame.cue.first) == at:
            return None if kinds[at] & c.RELATIVE or sentence.low[at] == "that" else frame
    return None


def before(sentence: Sentence, frames: Sequence[Frame], i: int) -> Frame | None:
    """The cue before the quotation that it hangs on: the nearest, unless that one hangs on a stronger one itself."""
    earlier = [f for f in frames if f.cue.last <= i and f.subject and f.subject.last <= i]
    if len(earlier) < 2:
        return earlier[0] if earlier else None
    found = earlier.pop()
    fronted = fronted_end(sentence)
    for frame in reversed(earlier):
        if frame.cue.last <= fronted < found.cue.first:
            break
        if weak(frame) or _describes(sentence, frame, found):
            continue
        if _names(frame, found):
            found = frame
            continue
        if not (weak(found) or _echoes(sentence, frame, found) or _relative(sentence, found, i)):
            break
        found = frame
    return found


def _names(outer: Frame, inner: Frame) -> bool:
    """Whether the inner cue only names the outer one's object (slammed the rule called "…")."""
    if not outer.verb or not inner.verb or not inner.subject or inner.verb.form != "past":
        return False
    return inner.verb.lemma in _NAMING and inner.subject.first == outer.cue.last and "object" in outer.verb.takes


def _describes(sentence: Sentence, outer: Frame, inner: Frame) -> bool:
    """Whether the inner cue's clause describes the outer subject (…, said the mayor, who called it …)."""
    if not outer.subject or not inner.subject or not sentence.kinds[inner.subject.first] & c.RELATIVE:
        return False
    return 0 <= inner.subject.first - outer.subject.last <= REACH and outer.cue.last <= outer.subject.first


def weak(frame: Frame) -> bool:
    """Whether a cue hangs on a stronger one where there is one."""
    return frame.verb is not None and frame.verb.lemma in _WEAK


def _echoes(sentence: Sentence, outer: Frame, inner: Frame) -> bool:
    """Whether the inner subject is the outer one again (the mayor said that he …)."""
    if not inner.subject or not sentence.kinds[inner.subject.first] & c.PRONOUN or inner.subject.first < outer.cue.last:
        return False
    between = sentence.low[outer.cue.last : inner.subject.first]
    return not between or between[-1] == "that"


def _relative(sentence: Sentence, frame: Frame, i: int) -> bool:
    """Whether the cue's clause hangs on a noun (which she called …) and ends before the quotation."""
    first = frame.subject.first if frame.subject else 0
    if first and sentence.low[first - 1] == "what":
        return True
    relative = sentence.kinds[first] & c.RELATIVE or (first and sentence.kinds[first - 1] & c.RELATIVE)
    between = sentence.kinds[frame.cue.last : i]
    return bool(relative) and (len(between) > CLOSE or any(kind & c.QUOTATION for kind in between))


def final(sentence: Sentence, frames: Sequence[Frame], i: int) -> Frame | None:
    """The attribution that ends the sentence (…, the mayor said on Monday), if the quotation stands before it."""
    kinds = sentence.kinds
    for frame in reversed(frames):
        subject = frame.subject
        if not subject or min(subject.first, frame.cue.first) <= i:
            break
        edge = min(subject.first, frame.cue.first)
        if edge and kinds[edge - 1] & c.COMMA:
            return frame
    return None
