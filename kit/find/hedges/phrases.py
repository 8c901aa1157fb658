"""The phrases of `kit/lexicons/hedges.txt`, each filed under its rarest word."""

from __future__ import annotations

from typing import NamedTuple

from kit.lexicon import sections, words

__all__ = ["KINDS", "PHRASES", "Phrase"]

KINDS = ("hedged", "possible", "approximate")
"""What a hedge can be; the first two as in a claim's hedge_class."""

_COMMON = words("hedges", "commonest")


class Phrase(NamedTuple):
    """``words`` as folded text has them; ``before``: how many code points of them stand before the rarest word."""

    words: str
    before: int
    kind: str
    rule: str


def _phrases() -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for section, entries in sections("hedges").items():
        kind, _, rule = section.partition(" ")
        if kind in KINDS:
            for entry in entries:
                rare = _rarest(entry)
                found.setdefault(rare, []).append(Phrase(entry, f" {entry} ".index(f" {rare} "), kind, rule))
    return {word: tuple(sorted(phrases, key=lambda p: -len(p.words))) for word, phrases in found.items()}


def _rarest(entry: str) -> str:
    """The word of a phrase that running text is searched for: the longest that is not among the commonest."""
    parts = entry.split()
    return max([part for part in parts if part not in _COMMON] or parts, key=len)


PHRASES = _phrases()
"""The phrases to try at a word, the longest first."""
