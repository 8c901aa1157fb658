"""What each cue of a sentence tells: the words after it, before it, or around it.

* before or around it, if a comma parts them (`kit.find.before`), else after it (the mayor said that …);
* a relative pronoun that belongs to what is said stands before the speaker (a line which, she said, was late);
* what somebody would or could say is not said, and what follows a quotation belongs to the quotation.
"""

from __future__ import annotations

from collections.abc import Sequence

from kit.find import classes as c
from kit.find.before import according, before
from kit.find.clauses import clause_end, object_end
from kit.find.complements import complement
from kit.find.cues import Cue
from kit.find.frames import Frame
from kit.find.reporting import Reported
from kit.find.sentences import Sentence
from kit.find.subjects import Part

__all__ = ["content"]

_MODALS = frozenset({"would", "could", "can", "may", "might", "should", "must", "cannot"})
_PHRASES = frozenset({"object", "of", "for", "on", "about", "as", "with", "against", "to", "hearer, about"})
_BESIDE = frozenset({"subject, cue", "cue, subject"})
_FREE = frozenset({"participle", "infinitive", "passive"})
"""Patterns of a cue that may stand right after a quotation and yet tell what follows."""
_new = tuple.__new__  # as in `kit.find.phrases`
_CLOSES = c.COMMA | c.QUOTATION
_LEADS = frozenset(
    {"when", "as", "while", "if", "although", "though", "after", "before", "since", "because", "despite"}
)


def content(sentence: Sentence, frame: Frame, stop: int) -> Reported | None:
    """What a frame tells, in the words up to ``stop`` (one past the last that is no closing mark); None if nothing."""
    (first, last), subject, pattern, verb, _ = frame
    if verb is None:
        return according(sentence, frame, stop)
    low, kinds = sentence.low, sentence.kinds
    if last - first > 1 and not _MODALS.isdisjoint(low[first : last - 1]):
        return None  # what somebody would say is not said
    if subject and pattern in _BESIDE:
        first = min(first, subject.first)
    if first:
        marked = kinds[first - 1] & _CLOSES
        told_that = last < len(low) and low[last] == "that"
        if marked and not told_that and pattern not in _FREE and _past_quotation(kinds, first):
            return None
        if (marked or low[first - 1] == "as") and pattern in _BESIDE and (one := before(sentence, frame, verb, stop)):
            return one
    return _after(sentence, frame, verb, first, stop) if pattern != "cue, subject" else None


def _past_quotation(kinds: Sequence[int], first: int) -> bool:
    """Whether a cue has its words already: "…," the mayor said."""
    before = kinds[first - 2] if first > 1 and kinds[first - 1] & c.COMMA else kinds[first - 1]
    return bool(before & c.QUOTATION)


def _after(sentence: Sentence, frame: Frame, verb: Cue, first: int, stop: int) -> Reported | None:
    """The mayor said that …; ``first`` is the first word of the cue with its subject."""
    found = complement(sentence, verb, frame.cue.last, stop)
    if not found or _no_content(found.kind, frame.pattern):
        return None
    kind, begin = found
    leading = _leading(sentence, frame)
    phrase = kind in _PHRASES and verb.lemma != "urge"  # urged her to leave: a clause in all but form
    end = object_end(sentence, begin, stop, verb.form) if phrase else stop
    if not phrase or leading == "main":  # Asked about the fare, the mayor said …
        end = min(end, clause_end(sentence, begin, stop, verb.form, leading))
    if end <= begin:
        return None
    words = _new(Part, (begin, end))
    if kind == "clause" and begin == frame.cue.last and first < begin and _which(sentence, first):
        return Reported("relative clause", (Part(first - 1, first), words), frame)
    return _new(Reported, (f"{kind} after the cue", (words,), frame))


def _no_content(kind: str, pattern: str) -> bool:
    """Whether what follows a cue without a subject of its own is more often something else (was reported in May)."""
    return (kind in ("object", "clause") and pattern == "passive") or (kind == "object" and pattern == "no subject")


def _which(sentence: Sentence, first: int) -> bool:
    """Whether a relative pronoun that belongs to the content stands before the speaker: which, she said, was late."""
    if not first or sentence.low[first - 1] != "which":
        return False
    return first == 1 or not sentence.kinds[first - 2] & c.PREPOSITION


def _leading(sentence: Sentence, frame: Frame) -> str:
    """What is still to come after a clause before the main one (When the mayor said …,
    Asked whether …,), or inside it (the mayor, who said …, left)."""
    low, kinds = sentence.low, sentence.kinds
    if frame.cue.first == 0:
        return "main"
    first = min(frame.cue.first, frame.subject.first if frame.subject else frame.cue.first)
    if low[max(0, first - 1)] in _LEADS or low[0] in _LEADS:
        return "main"
    if frame.pattern == "participle" and frame.cue.first <= 2 and kinds[frame.cue.first - 1] & c.PREPOSITION:
        return "main"
    at = frame.cue.first - 1
    if kinds[at] & c.RELATIVE or (at and kinds[at - 1] & c.RELATIVE):
        return "verb"
    return ""
