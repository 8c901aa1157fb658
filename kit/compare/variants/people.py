"""Who is known to speak, as far as a name tells: enough to keep apart what two people said in the same words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from kit.lexicon import words

__all__ = ["People"]

_VAGUE = re.compile(
    r"(?:an?|the|one|some|many|several|two|three|another|he|she|they|it|his|her|their|unknown)\b", re.IGNORECASE
)
_WORDS = re.compile(r"[^\W_][\w’'.-]*")

Name = tuple[str, str]
"""Given name (may be empty) and surname, in lower case; a body or an identifier is all surname."""


@dataclass(slots=True)
class People:
    """``of``: for each node the number of its speaker in ``names``, 0 where nobody is known."""

    of: NDArray[np.int64]
    names: list[Name] = field(default_factory=list)
    bodies: frozenset[tuple[int, int]] = frozenset()
    """Pairs of a speaker and the body it speaks for, which may be named for one and the same words."""

    def differ(self, one: int, other: int) -> bool:
        """Whether two speakers are known and are not the same, nor is one a part of the other."""
        if not one or not other or one == other or {(one, other), (other, one)} & self.bodies:
            return False
        (given, surname), (other_given, other_surname) = self.names[one], self.names[other]
        return surname != other_surname or bool(given and other_given and not _alike(given, other_given))

    def related(self, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.bool_]:
        """For each pair of nodes whether one's speaker is a part of the other's."""
        count = len(self.names)
        known = [one * count + other for pair in self.bodies for one, other in (pair, pair[::-1])]
        return np.isin(self.of[left] * count + self.of[right], known)

    def fuller(self, one: int, other: int) -> bool:
        """Whether the first name says more: a given name, or who speaks for the other."""
        return (one, other) in self.bodies or bool(self.names[one][0]) > bool(self.names[other][0])

    @classmethod
    def known(cls, speakers: Sequence[str | None], bodies: Sequence[str | None] = ()) -> People:
        """From the speakers as they are given, one a node, and the body each is part of, where one is given."""
        names: dict[Name, int] = {("", ""): 0}
        read = {given: names.setdefault(_name(given), len(names)) for given in sorted({s for s in speakers if s})}
        of = np.fromiter((read[given] if given else 0 for given in speakers), np.int64, len(speakers))
        parts = {(s, body) for s, body in zip(speakers, bodies, strict=False) if s in read and body in read}
        pairs = frozenset((read[s], read[body]) for s, body in parts if s and body and read[s] and read[body])
        return cls(of, list(names), pairs)


def _alike(one: str, other: str) -> bool:
    """Whether two given names can be one: equal, an initial, or cut short (Tom, Thomas is not seen)."""
    one, other = one.rstrip("."), other.rstrip(".")
    return one.startswith(other) or other.startswith(one)


@cache
def _titles() -> frozenset[str]:
    return words("people", "titles", "titles of men", "titles of women", "roles", "roles of men", "roles of women")


def _name(given: str) -> Name:
    """Given name and surname; both empty for somebody described or left vague (*the mayor*, *police officials*)."""
    given = given.partition(",")[0].partition("(")[0].strip()
    if _VAGUE.match(given) or (" " in given and given[:1].islower()):
        return "", ""
    parts = [
        word for word in _WORDS.findall(given.casefold().replace("’", "'")) if word not in words("people", "suffixes")
    ]
    while len(parts) > 1 and (parts[0] in _titles() or parts[0].rstrip(".") in _titles()):
        parts = parts[1:]
    if not parts:
        return "", given.casefold()
    return (parts[0] if len(parts) > 1 else ""), parts[-1].removesuffix("'s")
