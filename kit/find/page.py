"""What all rules of one article share: its marks, paragraphs, sentences and cue frames, each found once."""

from __future__ import annotations

from kit.find.frames import Frame, frames
from kit.find.layout import Paragraph, paragraphs
from kit.find.marks import Marked, marked
from kit.find.sentences import Sentence, masked, sentences

__all__ = ["Page"]


class Page:
    """An article being read, stage by stage: each stage in a loop of its own, whose code and data stay in the processor's cache.
    ``paragraphs``: its lines with their layout; ``marks``: every stretch in quotation marks; ``source``: the text with the outermost of
    them masked, same offsets; ``sentences`` of that source; ``frames(n)``: the cue frames of its sentence ``n``."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.paragraphs: list[Paragraph] = paragraphs(text)
        self.marks: list[Marked] = marked(text, self.paragraphs)
        self.source = masked(text, self.marks)
        self.sentences: list[Sentence] = sentences(self.source)
        self._frames: list[list[Frame]] = list(map(frames, self.sentences))

    def frames(self, n: int) -> list[Frame]:
        """The cue frames of a sentence, found once."""
        return self._frames[n]
