"""The types of difference in five families, each with a glyph: what tells them apart without colour."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from kit.compare.changes import TYPES

__all__ = ["GLYPHS", "KEY", "QUIET", "glyphs", "kinds"]

KEY = {
    "≠": "other words", "≈": "the same in another form", "±": "words more or fewer", "⇄": "words at another place",
    "…": "a shorter stretch quoted",
}  # fmt: skip

GLYPHS = {
    "negation": "≠", "number": "≠", "name": "≠", "person": "≠", "hedge": "≠", "other words": "≠", "synonym": "≈",
    "inflexion": "≈", "abbreviation": "≈", "spelling": "≈", "case or punctuation": "≈", "splice": "±", "omission": "±",
    "insertion": "±", "order": "⇄", "cut": "…",
}  # fmt: skip

QUIET = "case or punctuation"
"""The type that is counted, not marked: nearly every wording differs in it from every other."""


def kinds(found: pd.DataFrame, quotes: Iterable[str]) -> dict[int, tuple[str, ...]]:
    """For each position that a difference between two of these quotations bears on, the types of the differences
    (of ``kit.compare.changes``), those first that most often change what a reader takes away."""
    there = set(quotes)
    found = found[found["quote_a"].isin(there) & found["quote_b"].isin(there) & (found["type"] != QUIET)]
    held: dict[int, set[str]] = {}
    for kind, positions in zip(found["type"], found["positions"], strict=True):
        for position in positions.split(";"):
            held.setdefault(int(position), set()).add(kind)
    return {position: tuple(sorted(types, key=TYPES.index)) for position, types in sorted(held.items())}


def glyphs(types: Iterable[str]) -> str:
    """Each family's glyph once; none for a cut, which a chart shows by a line."""
    return "".join(dict.fromkeys(GLYPHS[kind] for kind in types if kind != "cut"))
