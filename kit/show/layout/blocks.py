"""Many narrow columns in named blocks, set one after the other like words in lines of text.

* a block that does not fit a line goes on in the next one, when enough of it stands on both sides of the break;
* places are counted in columns, so that whoever draws them chooses the pixels.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["Block", "blocks"]

LEAST = 9
"""Columns a block takes up at least, so that its name has room."""

GAP = 2
"""Columns between two blocks of a line."""

CUT = 9
"""Columns of a block that stand on each side of a break, at least."""


class Block(NamedTuple):
    """``size`` columns of a group from its ``first`` on, in a line from a column on."""

    group: str
    first: int
    size: int
    line: int
    column: int


def blocks(sizes: Iterable[tuple[str, int]], room: int) -> list[Block]:
    """The blocks of groups of these sizes, in lines of ``room`` columns."""
    found: list[Block] = []
    line = column = 0
    for group, size in sizes:
        first = 0
        while first < size:
            count = _taken(size - first, room - column)
            if not count and column:
                line, column = line + 1, 0
                continue
            count = count or min(size - first, room)
            found.append(Block(group, first, count, line, column))
            first, column = first + count, column + max(count, LEAST) + GAP
    return found


def _taken(left: int, free: int) -> int:
    """How many of the columns left go where so many are free; 0 when a new line is better."""
    if max(left, LEAST) <= free:
        return left
    part = min(free, left - CUT)
    return part if part >= CUT else 0
