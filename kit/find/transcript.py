"""Transcripts: lines that begin with who speaks and a colon (`Q:`, `A:`, `VANE:`, `Ada Vane:`).

* one such line is a lead in prose (`Vane: “…”`) or a heading; a transcript has several, and labels that come again;
* who asks is told by the label, else by who ends in a question mark more often than not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kit.lexicon import words
from kit.spans import Stretch

__all__ = ["labelled"]

_LABEL = re.compile(
    r"(?:(?P<letter>[QA])[.:)]|(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4}(?: \([^()\n]{1,30}\))?):)[ \xa0]+(?=\S)"
)
_WIDEST = 60  # characters: labels are names, not clauses
_ENOUGH = 3  # lines: fewer are leads in prose
_NOBODY = words("layout", "not speakers")
_ASKING = words("layout", "asking")
_ANSWERING = words("layout", "answering")


def labelled(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[tuple[int, str, Stretch]]:
    """A transcript's lines: place among ``lines``, question or answer, and where the speaker's name stands."""
    labels: dict[int, tuple[Stretch, str]] = {}
    for n, (start, end) in enumerate(lines):
        match = (
            _LABEL.match(text, start, end)
            if text.find(":", start, start + _WIDEST) > 0 or text[start] in "QA"
            else None
        )
        if match:
            name = match["letter"] or match["name"]
            if name.lower() not in _NOBODY:
                labels[n] = (Stretch(start, start + len(name)), name.partition(" (")[0].lower())
    if len(labels) < _ENOUGH:
        return
    counts = Counter(label for _, label in labels.values())
    if max(counts.values()) < 2:
        return
    asks = Counter(label for n, (_, label) in labels.items() if text[lines[n][1] - 1] == "?")
    for n, (name, label) in labels.items():
        if counts[label] > 1 or text[name.start : name.end].isupper():
            asking = label in _ASKING or (label not in _ANSWERING and 2 * asks[label] > counts[label])
            yield n, "question" if asking else "answer", name
