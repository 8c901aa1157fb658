"""Links become groups, the same whatever the order they come in.

* strong links join, but never what was said twice, nor groups whose known speakers differ;
* a fragment then joins one group: that of its weightiest link, so that it never chains two utterances;
* NumPy joins all at once; only where a group would hold what is apart are its links taken one by one, the weightiest first.
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
    order = np.lexsort((found.right, found.left, -found.evidence))
    left, right = found.left[order], found.right[order]
    strong, apart = found.strong[order], found.apart[order]
    parted = left[apart], right[apart]
    groups = _joined(np.arange(count), left[strong & ~apart], right[strong & ~apart], parted, people)
    weak = ~(strong | apart)
    hosts, fragments = left[weak], right[weak]
    _, first = np.unique(groups[fragments], return_index=True)  # the weightiest link of each fragment's group
    first.sort()
    return _joined(groups, hosts[first], fragments[first], parted, people)


def _joined(groups: Ints, left: Ints, right: Ints, parted: tuple[Ints, Ints], people: People) -> Ints:
    """The groups when each link in turn has joined two, unless something sets them apart."""
    together = _components(groups, left, right)
    troubled = np.zeros(len(groups), bool)
    one, other = (together[side] for side in parted)
    troubled[one[one == other]] = True
    known = np.flatnonzero(people.of)
    known = known[np.argsort(together[known], kind="stable")]
    for_two = (together[known[1:]] == together[known[:-1]]) & (people.of[known[1:]] != people.of[known[:-1]])
    troubled[together[known[1:]][for_two]] = True
    if not troubled.any():
        return together
    careful = troubled[together]
    nodes = np.flatnonzero(careful)
    held = _Groups(nodes.tolist(), groups[nodes].tolist(), people)
    inside = careful[parted[0]] & careful[parted[1]]
    for a, b in zip(parted[0][inside].tolist(), parted[1][inside].tolist(), strict=True):
        held.part(a, b)
    for a, b in zip(left[careful[left]].tolist(), right[careful[left]].tolist(), strict=True):
        held.join(a, b)
    together[nodes] = [held.root(node) for node in nodes.tolist()]
    return together


def _components(groups: Ints, left: Ints, right: Ints) -> Ints:
    """The least node that links lead to from each, by hooking and pointer jumping (Shiloach and Vishkin 1982)."""
    groups = groups.copy()
    while len(left):
        one, other = groups[left], groups[right]
        open_ = one != other
        left, right, one, other = left[open_], right[open_], one[open_], other[open_]
        np.minimum.at(groups, np.maximum(one, other), np.minimum(one, other))
        while not np.array_equal(further := groups[groups], groups):
            groups = further
    return groups


class _Groups:
    """Disjoint sets of some nodes, each with what is known of its speaker and which sets are apart from it."""

    def __init__(self, nodes: list[int], groups: list[int], people: People) -> None:
        self._parent = dict(zip(nodes, nodes, strict=True))
        self._people = people
        self._apart: dict[int, set[int]] = {}
        self._speaker = {node: int(people.of[node]) for node in nodes if people.of[node]}
        for node, group in zip(nodes, groups, strict=True):
            self.join(group, node)

    def root(self, node: int) -> int:
        parent = self._parent
        while parent[node] != node:
            parent[node] = node = parent[parent[node]]
        return node

    def part(self, one: int, other: int) -> None:
        """Two nodes that no set may hold both."""
        one, other = self.root(one), self.root(other)
        if one != other:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)

    def join(self, one: int, other: int) -> None:
        one, other = sorted((self.root(one), self.root(other)))
        if one == other:
            return
        here, there = self._speaker.get(one, 0), self._speaker.get(other, 0)
        if self._people.differ(here, there) or not self._may_join(one, other):
            return
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
