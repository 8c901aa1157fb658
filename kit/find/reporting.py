"""What reporting is made of: which verbs and nouns tell what by what, and the content found in a sentence."""

from __future__ import annotations

from typing import NamedTuple

from kit.find.frames import Frame
from kit.find.subjects import Part
from kit.lexicon import sections

__all__ = ["TAKEN_BY", "Reported"]

TAKEN_BY = {name: frozenset(entries) for name, entries in sections("indirect").items()}
"""The sections of `kit/lexicons/indirect.txt`."""


class Reported(NamedTuple):
    """Content found in a sentence, by word, the rule that found it and the cue it hangs on."""

    rule: str
    parts: tuple[Part, ...]
    frame: Frame
