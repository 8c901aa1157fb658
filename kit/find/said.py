"""What a rule answers when it is asked who speaks: places in a sentence, and the rule's name."""

from __future__ import annotations

from typing import NamedTuple

from kit.find.frames import Frame
from kit.find.sentences import Sentence
from kit.find.subjects import Part

__all__ = ["Answer", "again", "by_frame"]


class Answer(NamedTuple):
    """Who speaks: the words that name them and the cue, in a sentence, and the rule that says so."""

    sentence: Sentence
    subject: Part
    cue: Part | None
    rule: str


def again(answer: Answer, rule: str) -> Answer:
    """The same speaker and cue by another rule."""
    return Answer(answer.sentence, answer.subject, answer.cue, rule)


def by_frame(sentence: Sentence, frame: Frame | None, rule: str) -> Answer | None:
    """A frame's subject and cue as an answer; none where it has no subject."""
    return Answer(sentence, frame.subject, frame.cue, rule) if frame and frame.subject else None
