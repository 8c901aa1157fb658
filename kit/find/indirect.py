"""Reported speech without quotation marks: every clause that a cue introduces or follows, and refusals to comment.

* a clause that holds a quotation is given whole; the quoted words stay a quotation of their own;
* what stands nearly all in marks is left to the quotations;
* of what is told inside something told, only questions are given: the rest stands in the outer one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from kit.find import classes as c
from kit.find.clauses import clause_end, object_end, words_end
from kit.find.confidence import confidence
from kit.find.contents import content
from kit.find.frames import Frame
from kit.find.nocomment import refusals
from kit.find.nominal import nominal
from kit.find.page import Page
from kit.find.quotation import Quotation
from kit.find.rejected import stretch
from kit.find.reporting import Reported
from kit.find.sentences import Sentence
from kit.find.subjects import Part

__all__ = ["indirect", "reported"]

QUOTED = 0.9
"""Share of a stretch inside marks from which on it is left to the quotations."""
CUES, TRIED = 40, 200
"""Cues of one sentence whose content is given, and that are looked at: a sentence with more is a list or no prose."""


def indirect(page: Page) -> list[Quotation]:
    """Every stretch of indirect or mixed speech and every refusal to comment, in reading order of their sentences;
    what stands in marks is masked already."""
    found: list[Quotation] = []
    for n, sentence in enumerate(page.sentences):
        found += [_quotation(sentence, one) for one in reported(sentence, page.frames(n))]
    return found


def _quotation(sentence: Sentence, found: Reported) -> Quotation:
    rule, parts, frame = found
    span, subject, cue = sentence.span, frame.subject, frame.cue
    return Quotation(
        "no-comment" if rule == "no comment" else "indirect",
        tuple([span(first, last) for first, last in parts]),
        stretch(sentence, subject) if subject else None,
        span(cue.first, cue.last),
        rule,
        confidence(rule),
    )


def reported(sentence: Sentence, frames: Sequence[Frame]) -> list[Reported]:
    """The content of each frame of a sentence that has any, and of the words that tell without one."""
    others = any(map(c.TELLS.__and__, sentence.kinds))
    if not (frames or others):
        return []
    found: list[Reported] = []
    given: list[Part] = []
    for one in _candidates(sentence, frames, words_end(sentence), others=others):
        if _in_marks(sentence, one.parts):
            continue
        if given and "question" not in one.rule and any(_within(one.parts, outer) for outer in given):
            continue
        given += one.parts
        found.append(one)
    return found


def _within(parts: Sequence[Part], outer: Part) -> bool:
    return outer.first <= parts[0].first and parts[-1].last <= outer.last


def _candidates(sentence: Sentence, frames: Sequence[Frame], stop: int, *, others: bool) -> list[Reported]:
    """What each cue of a sentence tells: refusals, verbs, nouns, in this order; at most `CUES`."""
    silent = list(islice(refusals(sentence, stop), CUES)) if others else []
    found = [
        Reported("no comment", (words,), Frame(cue, subject, "no comment", None, negated=True))
        for subject, cue, words in silent
    ]
    for frame in frames[:TRIED]:
        if silent and any(refusal.cue.first < frame.cue.last <= refusal.words.last for refusal in silent):
            continue
        if one := content(sentence, frame, stop):
            found.append(one)
            if len(found) >= CUES:
                return found[:CUES]
    return [*found, *islice(_by_nouns(sentence, frames, stop), CUES - len(found))] if others else found


def _by_nouns(sentence: Sentence, frames: Sequence[Frame], stop: int) -> Iterator[Reported]:
    """What nouns tell (her claim that …)."""
    for frame, found in nominal(sentence, frames, stop):
        if found.kind == "clause":
            end = clause_end(sentence, found.first, stop, leading="main")
        else:
            end = object_end(sentence, found.first, stop)
        if end > found.first:
            yield Reported("noun that reports", (Part(found.first, end),), frame)


def _in_marks(sentence: Sentence, parts: Sequence[Part]) -> bool:
    """Whether all but a small share of the letters are those of quotations."""
    kinds = sentence.kinds
    if not any(c.QUOTATION in kinds[first:last] for first, last in parts):
        return False
    inside = outside = 0
    for part in parts:
        for k in range(part.first, part.last):
            if kinds[k] & c.QUOTATION:
                inside += len(sentence.word[k])
            elif not kinds[k] & c.MARK:
                outside += len(sentence.word[k])
    return inside >= QUOTED * (inside + outside)
