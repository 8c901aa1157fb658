"""Shortest circles of orders that cannot all hold.

* a circle is found from every strict step, breadth first, so that it has the fewest orders;
* of equal circles the same one is taken whatever the order of rows: the lowest events, then the fewest articles.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from kit.compare.points import Edge, bits, points

__all__ = ["Circle", "circles"]

AT_ONCE = ("simultaneous", "begins")
"""Relations of two events that begin together."""


class Circle(NamedTuple):
    """``events`` in order; ``orders``: one id a step, of few articles; ``all_orders``: every id that makes
    each step; ``kind``: see `kit.compare.orders.cycles`; ``articles``: how many it needs."""

    events: tuple[str, ...]
    orders: tuple[str, ...]
    all_orders: tuple[tuple[str, ...], ...]
    kind: str
    articles: int


def circles(rows: pd.DataFrame) -> list[Circle]:
    """The shortest circle through each strict step of these rows of ``orders.csv``, each circle once, shortest first."""
    found = points(rows)
    steps: dict[tuple[int, int], list[Edge]] = {}
    for edge in found.edges:
        if found.amiss(edge) or found.later[edge.q] >> edge.p & 1:
            steps.setdefault((edge.p, edge.q), []).append(edge)
    strict = [edge for (p, q), edges in steps.items() for edge in edges if edge.strict and found.amiss(edge)]
    if not strict:
        return []
    onward: dict[int, int] = {}
    inward: dict[int, int] = {}
    for p, q in steps:
        onward[p] = onward.get(p, 0) | 1 << q
        inward[q] = inward.get(q, 0) | 1 << p
    levels: dict[int, list[int]] = {}
    kept: dict[frozenset[tuple[int, int]], list[tuple[int, int]]] = {}
    for edge in sorted(strict):
        if edge.q not in levels:
            levels[edge.q] = _levels(edge.q, onward, len(found.events))
        path = [(edge.p, edge.q), *reversed([*_path(edge.p, levels[edge.q], inward)])]
        kept.setdefault(frozenset(path), path)
    told = list(rows[["order", "article", "before", "after", "relation"]].itertuples(index=False, name=None))
    made = [
        _circle(told, [found.events[p // 2] for p, _ in path], [steps[step] for step in path]) for path in kept.values()
    ]
    unique = {frozenset(circle.orders): circle for circle in reversed(made)}
    return sorted(unique.values(), key=lambda circle: (len(circle.orders), circle.events, circle.orders))


def _levels(start: int, onward: dict[int, int], events: int) -> list[int]:
    """The points that can be reached from a beginning with no order, with one, with two, ..."""
    beginnings = sum(1 << 2 * event for event in range(events))

    def with_ends(mask: int) -> int:
        return mask | (mask & beginnings) << 1

    seen = with_ends(1 << start)
    levels = [seen]
    while levels[-1]:
        reached = 0
        for point in bits(levels[-1]):
            reached |= onward.get(point, 0)
        levels.append(with_ends(reached) & ~seen)
        seen |= levels[-1]
    return levels


def _path(point: int, levels: list[int], inward: dict[int, int]) -> Iterator[tuple[int, int]]:
    """The steps that lead to a point from where the levels begin, last one first."""
    level = next(i for i, mask in enumerate(levels) if mask >> point & 1)
    while level:
        came = inward.get(point, 0) & levels[level - 1]
        if not came:
            point -= 1  # an end that was reached from its own beginning
            came = inward[point] & levels[level - 1]
        last = next(bits(came))
        yield last, point
        point, level = last, level - 1


def _circle(rows: list[tuple[str, ...]], events: list[str], path: list[list[Edge]]) -> Circle:
    """The circle of these steps, beginning with its lowest event."""
    turn = events.index(min(events))
    path = path[turn:] + path[:turn]
    choices = [sorted({row for edge in edges for row in edge.rows}) for edges in path]
    chosen = _few([{rows[row][1] for row in each} for each in choices])
    picked = list(dict.fromkeys(next(row for row in each if rows[row][1] in chosen) for each in choices))
    every = tuple(tuple(rows[row][0] for row in each) for each in choices)
    kind = _kind([rows[row][2:] for row in picked])
    return Circle(tuple(events[turn:] + events[:turn]), tuple(rows[row][0] for row in picked), every, kind, len(chosen))


def _few(left: list[set[str]]) -> set[str]:
    """Articles that between them state every step: always the one that states most of those left."""
    chosen: set[str] = set()
    while left:
        states = [article for each in left for article in each]
        best = min(set(states), key=lambda article: (-states.count(article), article))
        chosen.add(best)
        left = [each for each in left if best not in each]
    return chosen


def _kind(orders: list[tuple[str, ...]]) -> str:
    """What cannot hold: the order of the beginnings, that two begin together, or only when something was over."""
    apart = [each for each in orders if each[2] not in AT_ONCE]
    if _circular(apart):
        return "opposite order"
    return "at once or in turn" if _circular(orders) else "over or going on"


def _circular(orders: list[tuple[str, ...]]) -> bool:
    """Whether the beginnings of the events cannot be put in order."""
    onward: dict[str, set[str]] = {}
    for a, b, relation in orders:
        first, second = (b, a) if relation == "ends" else (a, b)
        onward.setdefault(first, set()).add(second)
        if relation in AT_ONCE:
            onward.setdefault(second, set()).add(first)
    return any(_leads(onward, b, a) for a, b, relation in orders if "before" in relation)


def _leads(onward: dict[str, set[str]], start: str, end: str) -> bool:
    seen, left = {start}, [start]
    while left:
        new = onward.get(left.pop(), set()) - seen
        seen |= new
        left += new
    return end in seen
