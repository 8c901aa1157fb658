"""Who else could speak a quotation, and why the rules passed them over: for the reader who checks a suggestion."""

from __future__ import annotations

from collections.abc import Sequence

from kit.find import classes as c
from kit.find.frames import Frame
from kit.find.quotation import Rejected
from kit.find.said import Answer
from kit.find.sentences import Sentence
from kit.find.subjects import Part
from kit.spans import Stretch

__all__ = ["passed_over", "stretch"]

_NOBODY = Part(0, 0)
_MAY_CONTRACT = c.PRONOUN | c.RELATIVE
MOST = 3
"""Candidates kept: a reader who checks a suggestion looks at few."""


def stretch(sentence: Sentence, part: Part) -> Stretch:
    """A run of a sentence's words as offsets into the article; without the verb of a contraction (he's)."""
    span, last = sentence.span(*part), part[1] - 1
    if sentence.kinds[last] & _MAY_CONTRACT:
        word = sentence.word[last]
        if (cut := max(word.find("'"), word.find("’"))) > 0:
            return Stretch(span.start, span.end - len(word) + cut)
    return span


def passed_over(
    sentence: Sentence, frames: Sequence[Frame], answer: Answer | None, before: Answer | None
) -> tuple[Rejected, ...]:
    """The subjects of the cues beside the one that was taken, and who spoke before; at most `MOST`."""
    found: list[Rejected] = []
    taken = answer.subject if answer and answer.sentence is sentence else _NOBODY
    seen: list[Part] = []
    for frame in frames:
        subject = frame.subject
        if subject and not (subject.first < taken.last and taken.first < subject.last) and subject not in seen:
            seen.append(subject)
            found.append(Rejected(stretch(sentence, subject), _why(sentence, frame)))
            if len(found) == MOST:
                return tuple(found)
    if before and not _taken(answer, before.sentence, before.subject):
        place = stretch(before.sentence, before.subject)
        if not (found and any(place.meets(one.speaker) for one in found)):
            found.append(Rejected(place, "spoke before"))
    return tuple(found)


def _taken(answer: Answer | None, sentence: Sentence, part: Part) -> bool:
    """Whether a phrase is, or overlaps, the one that the rules chose."""
    if answer is None or answer.sentence is not sentence:
        return False
    return part.first < answer.subject.last and answer.subject.first < part.last


def _why(sentence: Sentence, frame: Frame) -> str:
    return f"subject of another cue ({' '.join(sentence.word[frame.cue.first : frame.cue.last])})"
