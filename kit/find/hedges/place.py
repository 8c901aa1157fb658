"""Where a hedge may stand: its words, what is around them, and how far a rule may look.

* a text is folded once: lower case, one kind of apostrophe and of space, the same offsets;
* a place inside quotation marks sees only what is inside them, one outside sees quotations as opaque stretches;
* no rule looks further than a fixed number of characters, so that the work grows with the text and no faster.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kit.find.marks import Marked
from kit.spans import Stretch

__all__ = ["AHEAD", "BEHIND", "OPAQUE", "Place", "folded", "opaque", "outermost", "spaced"]

AHEAD = 400
"""Code points a scope may run to: longer clauses are lists or lost full stops."""

BEHIND = 300
"""Code points a scope may run back, where its hedge comes last."""

_NEAR_BEHIND, _NEAR_AHEAD = 60, 90
"""Code points in which the few words right before and after a hedge are looked for: six words, and ten."""

OPAQUE, _SHUT = "\ue000", "\ue001"
_MARKS = '.,;:!?…"“”()[]—–/\n\t\r'
_TOKEN = re.compile(r"[^\W_\ue000\ue001]+(?:['.\-][^\W_]+)*|[^\w\s]|[\ue000\ue001]+")


def folded(text: str) -> str:
    """The text in lower case with plain apostrophes and spaces, every code point where it was."""
    low = text.replace("İ", "I").lower()  # the one letter whose lower case is longer
    return low.replace("’", "'").replace("\xa0", " ").replace("\u202f", " ")


def spaced(low: str) -> str:
    """A folded text between two spaces, with a space for every mark that can touch a word."""
    for mark in _MARKS:
        low = low.replace(mark, " ")
    return f" {low} ".replace(" '", "  ").replace("' ", "  ")  # single quotation marks, but no apostrophe in a word


def outermost(marks: Sequence[Marked]) -> list[Marked]:
    """The stretches in quotation marks that stand in no other."""
    found: list[Marked] = []
    for mark in marks:
        if not found or mark.open >= found[-1].close:
            found.append(mark)
    return found


def opaque(low: str, marks: Sequence[Marked]) -> str:
    """A folded text with the outermost quotations made unreadable; the last code point says if a sentence ends there."""
    parts, at = [], 0
    for mark in marks:
        if not at <= mark.open < mark.close:
            continue
        last = low[max(mark.start, mark.end - 3) : mark.end].rstrip()[-1:]
        end = _SHUT if last and last in ".!?…" else OPAQUE
        parts += [low[at : mark.open], OPAQUE * (mark.close - mark.open - 1), end]
        at = mark.close
    parts.append(low[at:])
    return "".join(parts)


class Place:
    """A phrase found at ``start`` to ``end``. ``view`` is the folded text it is read in, from ``left`` to ``right``;
    ``text`` the article as it stands."""

    __slots__ = ("_after", "_before", "end", "left", "right", "start", "text", "view")

    def __init__(self, text: str, view: str, at: Stretch, within: Stretch) -> None:
        self.text, self.view = text, view
        self.start, self.end = at
        self.left, self.right = within
        self._before: list[str] | None = None
        self._after: list[str] | None = None

    @property
    def before(self) -> list[str]:
        """The last few words and marks before the phrase in its line, nearest last."""
        if self._before is None:
            line = self.view[max(self.left, self.start - _NEAR_BEHIND) : self.start].rpartition("\n")[2]
            self._before = _TOKEN.findall(line)[-6:]
        return self._before

    @property
    def after(self) -> list[str]:
        """The next few words and marks behind the phrase in its line."""
        if self._after is None:
            line = self.view[self.end : min(self.right, self.end + _NEAR_AHEAD)].partition("\n")[0]
            self._after = _TOKEN.findall(line)[:10]
        return self._after

    def back(self, count: int = 1) -> str:
        """The word ``count`` before the phrase, ``""`` where there is none."""
        return self.before[-count] if len(self.before) >= count else ""

    def ahead(self, count: int = 1) -> str:
        """The word ``count`` behind the phrase, ``""`` where there is none."""
        return self.after[count - 1] if len(self.after) >= count else ""
