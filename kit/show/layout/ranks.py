"""Events in one column by what comes first, and the orders between them as lines that never lie upon each other.

* a topological order (networkx) in which neighbours stand close: barycentres, as in `layers`, in one dimension;
* where orders run in a circle, its events stand together: none of them is said to be first;
* each line gets the free place that is nearest to the names, short lines first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import networkx as nx

__all__ = ["packed", "ranked", "steps"]

ROUNDS = 12
"""Times the order is improved; those of graphs this small no longer change after half of them."""

Pair = tuple[str, str]


def steps(orders: Iterable[tuple[str, str, str]]) -> list[Pair]:
    """What stands above what, from (before, after, relation): earlier above later, a whole above its parts."""
    return sorted(
        {(b, a) if relation == "ends" else (a, b) for a, b, relation in orders if relation != "simultaneous"}
    )  # fmt: skip


def ranked(events: Iterable[str], above: Iterable[Pair], near: Iterable[Pair] = ()) -> list[str]:
    """All events, each below those it follows as far as circles allow; what is joined most comes first.

    ``near``: further pairs that should stand close, whichever is above.
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(sorted(events))
    graph.add_edges_from(sorted(above))
    joined: nx.Graph[str] = nx.Graph([*graph.edges, *sorted(near)])
    joined.add_nodes_from(graph)
    parts = sorted(nx.connected_components(joined), key=lambda part: (-len(part), min(part)))
    return [event for part in parts for event in _line(graph.subgraph(part), joined)]


def _line(graph: nx.DiGraph[str], joined: nx.Graph[str]) -> list[str]:
    """One connected part as a line: the shortest of some rounds of sorting by the places of neighbours."""
    circles = nx.condensation(graph, scc=sorted(map(sorted, nx.strongly_connected_components(graph))))
    members: Mapping[int, Sequence[str]] = {node: sorted(circles.nodes[node]["members"]) for node in circles}
    generations = nx.topological_generations(circles)
    place = {event: float(i) for i, part in enumerate(generations) for node in part for event in members[node]}
    best: list[str] = []
    for _ in range(ROUNDS):
        wanted = {
            node: (_mean([place[other] for event in inside for other in joined[event]]), inside[0])
            for node, inside in members.items()
        }
        line = [
            event
            for node in nx.lexicographical_topological_sort(circles, key=wanted.__getitem__)
            for event in members[node]
        ]
        place = {event: float(i) for i, event in enumerate(line)}
        if not best or _length(line, joined) < _length(best, joined):
            best = line
    return best


def _mean(places: list[float]) -> float:
    return sum(places) / max(1, len(places))


def _length(line: list[str], joined: nx.Graph[str]) -> int:
    at = {event: i for i, event in enumerate(line)}
    return sum(abs(at[a] - at[b]) for a, b in joined.edges if a in at and b in at)


def packed(lines: Sequence[tuple[int, int, int]]) -> list[int]:
    """For lines ``(from row, to row, places wide)`` the first place each takes, no two of which meet."""
    found = [0] * len(lines)
    taken: list[list[tuple[int, int]]] = []
    for number in sorted(range(len(lines)), key=lambda i: (abs(lines[i][0] - lines[i][1]), i)):
        first, last, width = lines[number]
        top, bottom = min(first, last), max(first, last)
        at = 0
        while any(low <= bottom and top <= high for place in taken[at : at + width] for low, high in place):
            at += 1
        taken.extend([] for _ in range(at + width - len(taken)))
        for place in taken[at : at + width]:
            place.append((top, bottom))
        found[number] = at
    return found
