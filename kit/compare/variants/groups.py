"""Links become groups, the same whatever the order they come in.

* strong links join, the weightiest first; never two groups whose known speakers differ, or that were said twice;
* a fragment then joins one group: that of its weightiest links, so that it never chains two utterances.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kit.compare.variants.links import Links
from kit.compare.variants.people import People

__all__ = ["grouped"]

Ints = NDArray[np.int64]


def grouped(count: int, found: Links, people: People) -> Ints:
    """For each of ``count`` nodes the least node of its group."""
    groups = _Groups(count, people)
    for one, other in zip(found.left[found.apart].tolist(), found.right[found.apart].tolist(), strict=True):
        groups.part(one, other)
    order = np.lexsort((found.right, found.left, -found.evidence))
    strong = order[(found.strong & ~found.apart)[order]]
    for one, other in zip(found.left[strong].tolist(), found.right[strong].tolist(), strict=True):
        groups.join(one, other)
    weak = order[~(found.strong | found.apart)[order]]
    _join_fragments(groups, found.left[weak].tolist(), found.right[weak].tolist())
    return groups.roots()


def _join_fragments(groups: _Groups, hosts: list[int], fragments: list[int]) -> None:
    """Each fragment's group with that of its weightiest host; what a fragment is part of is settled before any joins."""
    chosen: dict[int, int] = {}
    for host, fragment in zip(hosts, fragments, strict=True):
        chosen.setdefault(groups.root(fragment), host)
    for fragment, host in chosen.items():
        groups.join(host, fragment)


class _Groups:
    """Disjoint sets, each with what is known of its speaker."""

    def __init__(self, count: int, people: People) -> None:
        self._parent = list(range(count))
        self._people = people
        self._apart: dict[int, set[int]] = {}
        self._speaker: dict[int, int] = {node: int(people.of[node]) for node in np.flatnonzero(people.of).tolist()}

    def root(self, node: int) -> int:
        parent = self._parent
        while parent[node] != node:
            parent[node] = node = parent[parent[node]]
        return node

    def part(self, one: int, other: int) -> None:
        """Two nodes that no group may hold both; before any is joined."""
        self._apart.setdefault(one, set()).add(other)
        self._apart.setdefault(other, set()).add(one)

    def join(self, one: int, other: int) -> None:
        one, other = sorted((self.root(one), self.root(other)))
        if one == other:
            return
        here, there = self._speaker.get(one, 0), self._speaker.get(other, 0)
        if self._people.differ(here, there) or not self._may_join(one, other):
            return
        if self._speaker:
            if there and (not here or self._people.fuller(there, here)):
                self._speaker[one] = there
        self._parent[other] = one

    def _may_join(self, one: int, other: int) -> bool:
        """Whether nothing sets them apart; if so, what is apart from the second is so from the first, which stays."""
        there = self._apart.get(other)
        if not there:
            return True
        if one in there:
            return False
        for node in there:
            self._apart[node].remove(other)
            self._apart[node].add(one)
        self._apart.setdefault(one, set()).update(self._apart.pop(other))
        return True

    def roots(self) -> Ints:
        return np.array([self.root(node) for node in range(len(self._parent))], np.int64)
