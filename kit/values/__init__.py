"""Typed values: how the answer to a question is written, and how two answers stand to each other.

* `grammar`: one written form a type, and what is wrong with a cell that has another;
* `parsed`: a cell as a value; :func:`parse`, :func:`printed`, :func:`canonical`;
* `terms`: terms with broader terms, from a taxonomy or from who is part of whom;
* `relations`: :func:`relate`, two values of one type: the same, within, overlapping, beside, apart.
"""

from __future__ import annotations

from kit.values.grammar import GRAMMAR, Grammar, ValueType, backwards, instant, names, wrong
from kit.values.parsed import Value, canonical, parse, printed
from kit.values.relations import RELATIONS, Relation, relate
from kit.values.terms import Terms

__all__ = [
    "GRAMMAR", "RELATIONS", "Grammar", "Relation", "Terms", "Value", "ValueType", "backwards", "canonical", "instant",
    "names", "parse", "printed", "relate", "wrong",
]  # fmt: skip
