"""Stand-off spans: where words are in a text, without the text.

* an offset counts Unicode code points of the text as decoded from UTF-8, line ends kept;
* a :class:`Stretch` runs from ``start`` to ``end``, end exclusive, as Python slices do;
* words that an attribution splits are several stretches, written ``12-40;55-80``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

__all__ = ["Stretch", "crossing", "parse", "sha256", "sliced", "written"]

_WRITTEN = re.compile(r"[0-9]+-[0-9]+(?:;[0-9]+-[0-9]+)*")


class Stretch(NamedTuple):
    """One unbroken run of code points: ``start`` inclusive, ``end`` exclusive."""

    start: int
    end: int

    def holds(self, other: Stretch) -> bool:
        """Whether ``other`` lies wholly inside (or equals) this stretch."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Stretch) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


def parse(cell: str) -> tuple[Stretch, ...]:
    """Read ``12-40;55-80``.

    Raises ``ValueError`` when the cell is not written so, a stretch is empty, or two overlap or
    stand in the wrong order.
    """
    if not _WRITTEN.fullmatch(cell):
        raise ValueError("written as start-end;start-end, such as 12-40;55-80")
    stretches = tuple(Stretch(*map(int, part.split("-"))) for part in cell.split(";"))
    if any(s.start >= s.end for s in stretches):
        raise ValueError("every stretch ends after it starts")
    if any(a.end > b.start for a, b in pairwise(stretches)):
        raise ValueError("stretches in reading order that do not overlap")
    return stretches


def written(stretches: Iterable[Stretch]) -> str:
    """The inverse of :func:`parse`."""
    return ";".join(f"{s.start}-{s.end}" for s in stretches)


def sliced(text: str, stretches: Sequence[Stretch]) -> str:
    """The words that the stretches hold, joined by one space where an attribution split them."""
    return " ".join(text[s.start : s.end] for s in stretches)


def crossing(stretches: Sequence[Stretch]) -> list[tuple[int, int]]:
    """Positions (in the order given) of each stretch that meets an earlier one, with that one.

    A sweep in order of ``start``; only the earlier stretch that reaches furthest is named.
    """
    found: list[tuple[int, int]] = []
    furthest: int | None = None
    for i in sorted(range(len(stretches)), key=lambda i: stretches[i]):
        if furthest is not None and stretches[furthest].meets(stretches[i]):
            found.append((i, furthest))
        if furthest is None or stretches[i].end > stretches[furthest].end:
            furthest = i
    return found


def sha256(data: bytes) -> str:
    """The hexadecimal digest by which a text file is recognised."""
    import hashlib

    return hashlib.sha256(data).hexdigest()
