"""What orders say of the beginnings and ends of events: a graph of points in time, and what follows from it.

* every relation becomes "not after" (weak) or "before" (strict) between beginnings and ends: the point algebra of
  Vilain & Kautz (1986, AAAI) for the interval relations of Allen (1983, CACM 26:11);
* orders are consistent as long as no circle of points has a strict step in it;
* points are numbered, and sets of points are whole numbers, a bit a point: fast, and the same for any order of rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import pandas as pd

__all__ = ["EDGES", "Edge", "Points", "bits", "points"]

START, END = 0, 1

EDGES: Mapping[str, tuple[tuple[tuple[int, int], tuple[int, int], bool], ...]] = {
    "before": (((0, END), (1, START), True),),
    "immediately-before": (((0, END), (1, START), True),),
    "includes": (((0, START), (1, START), False), ((1, END), (0, END), False)),
    "simultaneous": (
        ((0, START), (1, START), False), ((1, START), (0, START), False),
        ((0, END), (1, END), False), ((1, END), (0, END), False),
    ),
    "begins": (((0, START), (1, START), False), ((1, START), (0, START), False), ((0, END), (1, END), False)),
    "ends": (((0, END), (1, END), False), ((1, END), (0, END), False), ((1, START), (0, START), False)),
}  # fmt: skip
"""For each relation of an order its steps ``(event, side)`` to ``(event, side)``, events counted as in the row: 0 stands
under ``before``, 1 under ``after``. The last says whether the step is strict.

Each is the weakest reading: what includes may begin or end with what is included, and what is immediately before is only
before. So an inconsistency that is found holds under any stricter reading too, such as TimeML's.
"""


class Edge(NamedTuple):
    """A step from one point to another, and the orders (their places among the rows) that say so."""

    p: int
    q: int
    strict: bool
    rows: tuple[int, ...]


class Points(NamedTuple):
    """``events`` in the order of their ids: event ``i`` begins at point ``2 i`` and ends at ``2 i + 1``. ``edges`` are
    those of the orders; ``later`` and ``strictly`` hold for each point the points not before, and those after it."""

    events: Sequence[str]
    edges: Sequence[Edge]
    later: Sequence[int]
    strictly: Sequence[int]

    def amiss(self, edge: Edge) -> bool:
        """Whether a step lies on a circle that has a strict step."""
        back, strictly = self.later[edge.q], self.strictly[edge.q]
        return bool((back if edge.strict else strictly) >> edge.p & 1)


def points(orders: pd.DataFrame, events: Iterable[str] | None = None) -> Points:
    """The points of rows of ``orders.csv``. ``events``: those to number, by default the ones that the rows name."""
    first, second = orders["before"].tolist(), orders["after"].tolist()
    named = sorted({*first, *second} if events is None else set(events))
    number = {event: i for i, event in enumerate(named)}
    found: dict[tuple[int, int, bool], list[int]] = {}
    for row, (before, after, relation) in enumerate(zip(first, second, orders["relation"].tolist(), strict=True)):
        pair = (2 * number[before], 2 * number[after])
        for (a, side), (b, other), strict in EDGES[relation]:
            found.setdefault((pair[a] + side, pair[b] + other, strict), []).append(row)
    edges = [Edge(*key, tuple(rows)) for key, rows in sorted(found.items())]
    used = {number[event] for event in (*first, *second)}
    return Points(named, edges, *_closed(len(named), used, edges))


def bits(mask: int) -> Iterator[int]:
    """The points of a set, lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def _closed(events: int, used: Iterable[int], edges: Iterable[Edge]) -> tuple[list[int], list[int]]:
    """For each point the set of points not before it, and of those after it: what follows from all steps together."""
    steps: dict[int, list[tuple[int, bool]]] = {2 * event: [(2 * event + 1, False)] for event in used}
    for p, q, strict, _ in edges:
        steps.setdefault(p, []).append((q, strict))
    later, strictly = [0] * (2 * events), [0] * (2 * events)
    inwards = _inwards(steps)
    changed = True
    while changed:
        changed = False
        for p in inwards:
            weak, strict_ = later[p], strictly[p]
            for q, strict in steps.get(p, ()):
                beyond = later[q] | 1 << q
                weak |= beyond
                strict_ |= beyond if strict else strictly[q]
            if weak != later[p] or strict_ != strictly[p]:
                later[p], strictly[p], changed = weak, strict_, True
    return later, strictly


def _inwards(steps: Mapping[int, Sequence[tuple[int, bool]]]) -> list[int]:
    """The points, as far as can be each after those it leads to: then one round is enough where nothing circles."""
    seen: set[int] = set()
    found: list[int] = []
    for root in sorted(steps):
        stack = [(root, iter(steps[root]))] if root not in seen else []
        seen.add(root)
        while stack:
            point, rest = stack[-1]
            following = next((q for q, _ in rest if q not in seen), None)
            if following is None:
                found.append(point)
                stack.pop()
            else:
                seen.add(following)
                stack.append((following, iter(steps.get(following, ()))))
    return found
