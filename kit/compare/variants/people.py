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

    def differ(self, one: int, other: int) -> bool:
        """Whether two speakers are known and are not the same."""
        if not one or not other or one == other:
            return False
        (given, surname), (other_given, other_surname) = self.names[one], self.names[other]
        return surname != other_surname or bool(given and other_given and not _alike(given, other_given))

    def fuller(self, one: int, other: int) -> bool:
        """Whether the first name says more."""
        return bool(self.names[one][0]) > bool(self.names[other][0])

    @classmethod
    def known(cls, speakers: Sequence[str | None]) -> People:
        """From the speakers as they are given, one a node."""
        names: dict[Name, int] = {("", ""): 0}
        read = {given: names.setdefault(_name(given), len(names)) for given in sorted({s for s in speakers if s})}
        of = np.fromiter((read[given] if given else 0 for given in speakers), np.int64, len(speakers))
        return cls(of, list(names))


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
