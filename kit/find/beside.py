"""What stands beside words in quotation marks: the words of the same sentence on either side, and how it is written.

* only a bounded stretch on either side is looked at, so a text with many marks stays linear;
* words are parted at white space, which is far cheaper than a pattern.
"""

from __future__ import annotations

import re

from kit.find.cues import CUES
from kit.find.marks import Marked
from kit.lexicon import words

__all__ = ["EDGES", "SMALL", "Beside"]

_BEFORE, _AFTER = 110, 60  # characters looked at: about twenty words before, ten after
_WORD = 30  # characters of one word at most
EDGES = ".,!?;:'’‘\"“”()[]…—–="
_STOPS = ("? ", "! ", "; ", ": ", ".” ", '." ', "?” ", '?" ')
_ABBREVIATED = 4  # letters: a full stop after a shorter word may be an abbreviation's
_YEAR = re.compile(r"\s?\((?:1[5-9]|20)[0-9]{2}\b")
_FUNCTION = words("labels", "function")
SMALL = words("labels", "small")
"""Words that stand in lower case in a title."""
_QUOTING = frozenset(form for form, cue in CUES.items() if "quote" in cue.takes)


class Beside:
    """The words inside a pair of marks and beside it. ``title``: capitalised throughout but for small words;
    ``before`` and ``after``: the words beside the marks in lower case, ``before`` from the sentence's start on; ``left``:
    the word before up to white space, as written, ``right``: the first character after, on the same line, that is none."""

    __slots__ = (
        "_mark",
        "_text",
        "after",
        "attribute",
        "before",
        "capital",
        "inside",
        "last",
        "left",
        "right",
        "size",
        "title",
    )

    def __init__(self, text: str, mark: Marked, inside: list[str]) -> None:
        self._text, self._mark = text, mark
        self.last = text[mark.end - 1]
        self.inside = inside = [bare for word in inside if (bare := word.strip(EDGES))]
        self.size = len(inside)
        self.capital = bool(inside) and not inside[0][0].islower()
        self.title = self.capital and SMALL.issuperset([word for word in inside if word[0].islower()])
        self.attribute = text.startswith("=", mark.open - 1, mark.open)

    def look(self) -> Beside:
        """Read what stands beside the marks."""
        text, (opens, closes) = self._text, self._mark[2:4]
        first = max(0, opens - _BEFORE)
        line = text.rfind("\n", first, opens)
        before = text[first if line < 0 else line : opens]
        self.before = [word.strip(EDGES) for word in before[_stop(before) :].lower().split()]
        stop = text.find("\n", closes, closes + _AFTER)
        after = text[closes : closes + _AFTER if stop < 0 else stop]
        self.after = [word.strip(EDGES) for word in after.lower().split()]
        pieces = text[max(0, opens - _WORD) : opens].rsplit(None, 1) if self.before else None
        self.left = pieces[-1] if pieces else ""
        self.right = after[:3].lstrip()[:1]
        return self

    @property
    def near(self) -> bool:
        """Whether a cue that quotations depend on stands near."""
        return not (_QUOTING.isdisjoint(self.before) and _QUOTING.isdisjoint(self.after[:6]))

    @property
    def year(self) -> bool:
        """Whether a year in brackets follows."""
        return self.right == "(" and _YEAR.match(self._text, self._mark.close) is not None

    @property
    def noun_follows(self) -> bool:
        """Whether the words in marks run on into a noun, as a modifier does: no full stop or comma, no function word."""
        if not self.after or not self.last.isalnum() or not self.right.islower():
            return False
        return self.after[0] not in _FUNCTION and self.after[0] not in CUES


def _stop(before: str) -> int:
    """Where the last sentence begins."""
    stop = max([before.rfind(mark) for mark in _STOPS])
    dot = before.rfind(". ")
    while dot > stop and before[max(0, dot - _ABBREVIATED) : dot].count(" "):
        dot = before.rfind(". ", 0, dot)
    return max(stop, dot) + 1
