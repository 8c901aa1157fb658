"""Where the nodes of a layered graph stand: Sugiyama's method for paths that run from left to right.

* every path stops in every column, at a node or at a place of its own that lets it pass (a *dummy*);
* columns are ordered by barycentres (Sugiyama, Tagawa & Toda 1981), so that few paths cross; the first
  column keeps the order given;
* nodes then move towards the paths that reach them, never past each other, always at the same place for
  the same paths.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["Layout", "Path", "arranged"]

ROUNDS = 12
"""Sweeps of ordering and of moving; the orders of graphs this small no longer change after half of them."""

Node = tuple[int, Hashable]
Path = Sequence[Hashable | None]
"""A key for every column, ``None`` where the path only passes."""


@dataclass(frozen=True)
class Layout:
    """The middle of every node, where each path enters and leaves each of its nodes, and the height used."""

    middle: Mapping[Node, float]
    entry: Mapping[tuple[int, Node], float]
    leave: Mapping[tuple[int, Node], float]
    extent: Mapping[Node, float]
    height: float

    @staticmethod
    def stops(number: int, path: Path) -> list[Node]:
        """The nodes of the path with this number, its dummies among them."""
        return [(column, ("pass", number) if key is None else key) for column, key in enumerate(path)]


def arranged(paths: Sequence[Path], slots: Sequence[float], room: Callable[[Node], float], gap: float) -> Layout:
    """Places for paths that take ``slots[i]`` pixels each, ``room(node)`` pixels being free above a node.

    ``gap`` pixels at least stand between two nodes of a column.
    """
    stops = [Layout.stops(number, path) for number, path in enumerate(paths)]
    extent: dict[Node, float] = {}
    for nodes, slot in zip(stops, slots, strict=True):
        for node in nodes:
            extent[node] = extent.get(node, 0) + slot
    columns = _ordered(stops, slots, extent)
    above = {node: room(node) + gap for node in extent}
    height = max(sum(above[n] + extent[n] for n in column) for column in columns)
    middle = _moved(columns, stops, slots, extent, above, height)
    entry, leave = _ends(stops, slots, extent, middle)
    return Layout(middle, entry, leave, extent, height)


def _pull(
    column: int, stops: Sequence[list[Node]], slots: Sequence[float], at: Mapping[Node, float], sides: tuple[int, ...]
) -> dict[Node, float]:
    """The mean place of each node's neighbours, by the pixels of the paths that join them."""
    sums: dict[Node, tuple[float, float]] = {}
    for nodes, slot in zip(stops, slots, strict=True):
        for side in sides:
            if 0 <= column + side < len(nodes):
                total, weight = sums.get(nodes[column], (0.0, 0.0))
                sums[nodes[column]] = (total + slot * at[nodes[column + side]], weight + slot)
    return {node: total / weight for node, (total, weight) in sums.items()}


def _ordered(stops: Sequence[list[Node]], slots: Sequence[float], extent: Mapping[Node, float]) -> list[list[Node]]:
    columns = [[n for n in extent if n[0] == c] for c in range(len(stops[0]))]
    rank = {node: float(i) for column in columns for i, node in enumerate(column)}
    for turn in range(ROUNDS):
        forward = turn % 2 == 0
        for c in range(1, len(columns)) if forward else range(len(columns) - 2, 0, -1):
            pull = _pull(c, stops, slots, rank, (-1,) if forward else (1,))
            columns[c].sort(key=lambda node: pull[node])
            scale = len(columns[0]) / len(columns[c])  # the same yardstick for long and short columns
            rank |= {node: i * scale for i, node in enumerate(columns[c])}
    return columns


def _moved(
    columns: Sequence[list[Node]], stops: Sequence[list[Node]], slots: Sequence[float],
    extent: Mapping[Node, float], above: Mapping[Node, float], height: float,
) -> dict[Node, float]:  # fmt: skip
    middle: dict[Node, float] = {}
    for column in columns:
        free = (height - sum(above[n] + extent[n] for n in column)) / (len(column) + 1)
        edge = free
        for node in column:
            middle[node] = edge + above[node] + extent[node] / 2
            edge += above[node] + extent[node] + free
    for turn in range(ROUNDS):
        for c in range(len(columns)) if turn % 2 else range(len(columns) - 1, -1, -1):
            pull = _pull(c, stops, slots, middle, (-1, 1))
            wanted = {node: middle[node] + 0.6 * (pull[node] - middle[node]) for node in columns[c]}
            middle |= _apart(columns[c], wanted, extent, above, height)
    return middle


def _apart(
    column: Sequence[Node], wanted: Mapping[Node, float], extent: Mapping[Node, float],
    above: Mapping[Node, float], height: float,
) -> dict[Node, float]:  # fmt: skip
    """The wanted places, pushed down and then up until no two nodes meet and all lie within the height."""
    placed: dict[Node, float] = {}
    edge = 0.0
    for node in column:
        placed[node] = max(wanted[node], edge + above[node] + extent[node] / 2)
        edge = placed[node] + extent[node] / 2
    edge = height
    for node in reversed(column):
        placed[node] = min(placed[node], edge - extent[node] / 2)
        edge = placed[node] - extent[node] / 2 - above[node]
    return placed


def _ends(
    stops: Sequence[list[Node]], slots: Sequence[float], extent: Mapping[Node, float], middle: Mapping[Node, float]
) -> tuple[dict[tuple[int, Node], float], dict[tuple[int, Node], float]]:
    """Paths side by side where they enter and leave a node, in the order of where they come from or go to."""
    ends: list[dict[tuple[int, Node], float]] = []
    for side in (-1, 1):
        found: dict[tuple[int, Node], float] = {}
        for node, size in extent.items():
            through = [i for i, nodes in enumerate(stops) if nodes[node[0]] == node]
            beyond = {i: stops[i][min(max(node[0] + side, 0), len(stops[i]) - 1)] for i in through}
            edge = middle[node] - size / 2
            for i in sorted(through, key=lambda i: middle[beyond[i]]):
                found[i, node] = edge + slots[i] / 2
                edge += slots[i]
        ends.append(found)
    return ends[0], ends[1]
