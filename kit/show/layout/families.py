"""The types of difference in five families, each with a glyph: what tells them apart without colour."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from kit.compare.changes import TYPES

__all__ = ["GLYPHS", "KEY", "MEANINGS", "QUIET", "glyphs", "kinds"]

KEY = {
    "≠": "other words", "≈": "the same in another form", "±": "words more or fewer", "⇄": "words at another place",
    "…": "a shorter stretch quoted",
}  # fmt: skip

GLYPHS = {
    "negation": "≠", "number": "≠", "name": "≠", "person": "≠", "hedge": "≠", "other words": "≠", "synonym": "≈",
    "inflexion": "≈", "abbreviation": "≈", "spelling": "≈", "case or punctuation": "≈", "splice": "±", "omission": "±",
    "insertion": "±", "order": "⇄", "cut": "…",
}  # fmt: skip

MEANINGS = {
    "negation": "one denies what the other says", "number": "another number", "name": "another name, or a name for a description",
    "person": "I, he, they: the same words from another point of view", "hedge": "a word such as “about” or “may” that makes it less certain",
    "splice": "sentences that stand apart in one quotation run together in the other, with no dots between", "order": "the same words at another place",
    "omission": "words that the second of two rows lacks", "insertion": "words that the first of two rows lacks", "other words": "words that no other name fits",
    "synonym": "another word for much the same", "inflexion": "another form of the same word: another tense, singular or plural",
    "abbreviation": "a short form and what it stands for", "spelling": "one word, spelt in two ways", "case or punctuation": "capitals and marks alone",
    "cut": "one quotation begins later or ends before the other",
}  # fmt: skip
"""What each type means, for whoever has never heard its name."""

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
