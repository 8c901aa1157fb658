"""Terms with broader terms: a taxonomy, or speakers with the bodies they belong to.

* a term may have several broader terms (an office of a port is part of the port and part of the town);
* siblings share a direct broader term: the case's terms do not say that they exclude each other;
* terms that share no direct broader term are apart: what is one is not the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

__all__ = ["Terms"]


class Terms:
    """The broader terms of each term. Terms that lead back to themselves, as two tables together may, take each other in."""

    def __init__(self, broader: Iterable[tuple[str, str | None]] = ()) -> None:
        """``broader``: pairs of a term and one of its broader terms; ``None`` for a term at the top."""
        found: dict[str, set[str]] = {}
        for term, above in broader:
            found.setdefault(term, set()).update([above] if above else [])
        self._broader: Mapping[str, set[str]] = found
        self._above: dict[str, frozenset[str]] = {}

    def above(self, term: str) -> frozenset[str]:
        """Every term that takes this one in, however far up; none for a term without any."""
        if term not in self._above:
            found: set[str] = set()
            ahead = [*self._broader.get(term, ())]
            while ahead:
                one = ahead.pop()
                if one not in found:
                    found.add(one)
                    ahead += self._broader.get(one, ())
            self._above[term] = frozenset(found - {term})
        return self._above[term]

    def within(self, term: str, other: str) -> bool:
        """Whether ``term`` is ``other`` or one of the terms under it."""
        return term == other or other in self.above(term)

    def shared(self, term: str, other: str) -> str:
        """The direct broader term that two terms share, the first by name; empty where they share none."""
        return min(self._broader.get(term, set()) & self._broader.get(other, set()), default="")
