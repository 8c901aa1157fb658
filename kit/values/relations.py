"""How two values of one type stand to each other, before anything is known of the question they answer.

* the relations are those of intervals and of taxonomies: same, within, around, overlap, against, beside, apart, open;
* each comes with the rule that gave it, a sentence with the two answers in it;
* swapping the values swaps ``within`` and ``around`` and the answers in the sentence, and nothing else.

"Apart" is what de Marneffe, Rafferty and Manning (2008, Finding Contradictions in Text) ask for: an ordinary reader
would not take both to be true of one thing. Whether it is a contradiction is for `kit.compare.verdicts` to say.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from kit.values.grammar import ValueType
from kit.values.parsed import Moments, Quantity, Range, Value
from kit.values.terms import Terms

__all__ = ["RELATIONS", "Relation", "relate"]

Kind = Literal["same", "within", "around", "overlap", "against", "beside", "apart", "open"]

RELATIONS: dict[Kind, str] = {
    "same": "the same value",
    "within": "the first lies within the second, or is narrower",
    "around": "the second lies within the first, or is narrower",
    "overlap": "both can hold without tension",
    "against": "a lower bound against an upper bound: both can hold",
    "beside": "neither takes in the other, and neither excludes it",
    "apart": "they exclude each other",
    "open": "one of them is unresolved",
}
"""Every relation and what it means."""


class Relation(NamedTuple):
    """How the first value stands to the second, and the rule: a sentence with ``{a}``, ``{b}`` for the two answers
    and ``{term}`` for ``term``, an id that the rule rests on (empty where there is none)."""

    kind: Kind
    rule: str
    term: str = ""


def relate(a: Value, b: Value, value_type: ValueType, terms: Terms | None = None, *, unit: str = "") -> Relation:
    """The relation of two parsed values of one type.

    ``terms`` holds broader terms (place, category, set, and the units of a quantity) or who is part of whom (identity);
    ``unit`` is what a quantity without a unit of its own counts. Raises ``TypeError`` for values of different types.
    """
    terms = terms or Terms()
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return _quantities(a, b, terms, unit)
    if isinstance(a, Moments) and isinstance(b, Moments):
        return _moments(a, b)
    if a == b:
        return Relation("same", _SAME)
    if isinstance(a, frozenset) and isinstance(b, frozenset):
        return _sets(a, b, terms)
    if isinstance(a, tuple) and isinstance(b, tuple):
        return _sequences(a, b) if value_type == "sequence" else _orders(a, b)
    if isinstance(a, str) and isinstance(b, str):
        return _RULES.get(value_type, _terms)(a, b, terms, value_type)
    raise TypeError(f"relate: found a {type(a).__name__} and a {type(b).__name__}; allowed: two values of one type")


_SAME = "Both say {a}."


def _quantities(a: Quantity, b: Quantity, terms: Terms, unit: str) -> Relation:
    units = (a.unit or unit, b.unit or unit)
    if a == b or (units[0] == units[1] and _plain(a) == _plain(b)):
        return Relation("same", _SAME)
    if units[0] == units[1]:
        return _within_bounds(a, b)
    if not units[1] or terms.within(units[0], units[1]):  # without a unit: whatever the question counts
        return _narrower_unit(a, b, units[0])
    if not units[0] or terms.within(units[1], units[0]):
        return _swapped(_narrower_unit(b, a, units[1]))
    return Relation("beside", "{a} and {b} do not count the same thing.")


def _plain(value: Quantity) -> tuple[str, float, float]:
    return value.mark, value.low, value.high


_SIZES = "{} is a lower bound, {} an upper bound: both can hold, and each tells another size."
_SIDES = "{} leaves the end open, {} the beginning: both can hold, and each tells another time."


def _within_bounds(a: Quantity | Moments, b: Quantity | Moments) -> Relation:
    """Two intervals; a bound from below against one from above is told as that."""
    nested = a.taken.holds(b.taken) or b.taken.holds(a.taken)  # at least none takes in at most ten
    if {a.bound, b.bound} == {"lower", "upper"} and a.taken.meets(b.taken) and not nested:
        sides = ("{a}", "{b}") if a.bound == "lower" else ("{b}", "{a}")
        return Relation("against", (_SIZES if isinstance(a, Quantity) else _SIDES).format(*sides))
    if isinstance(a, Quantity) and isinstance(b, Quantity) and not a.taken.meets(b.taken):
        if a.possible.meets(b.possible):
            vague = "{a}" if a.possible != a.taken else "{b}"
            return Relation(
                "beside", f"{{a}} and {{b}} do not meet as most readers take them, but {vague} is a vague word."
            )
        return Relation("apart", "{a} and {b} exclude each other.")
    return _ranges(a.taken, b.taken)


def _ranges(a: Range, b: Range) -> Relation:
    if not a.meets(b):
        return Relation("apart", "{a} and {b} exclude each other.")
    if a == b:
        return Relation("overlap", "{a} and {b} take in the same.")
    if b.holds(a):
        return Relation("within", "{a} lies within {b}.")
    if a.holds(b):
        return Relation("around", "{b} lies within {a}.")
    return Relation("overlap", "{a} and {b} overlap, so that both can hold.")


def _narrower_unit(a: Quantity, b: Quantity, unit: str) -> Relation:
    """``a`` counts a kind of what ``b`` counts. A reader takes both for the same things as long as the numbers allow it;
    more of the kind than of the whole there cannot be, fewer there can."""
    if _plain(a) == _plain(b):
        return Relation("within", "{a} counts only {term}, which {b} takes in.", unit)
    plain = _within_bounds(a, b)
    if plain.kind != "apart":
        return plain
    if a.possible.low >= b.possible.high:
        return Relation("apart", "{a} counts only {term}, and these alone are more than {b}.", unit)
    return Relation("beside", "{a} counts only {term}, so there can be others among {b}.", unit)


def _moments(a: Moments, b: Moments) -> Relation:
    if not a.known or not b.known:
        return Relation("open", "A time that is not resolved cannot be compared: {a}; {b}.")
    return Relation("same", _SAME) if a == b else _within_bounds(a, b)


def _sets(a: frozenset[str], b: frozenset[str], terms: Terms) -> Relation:
    """Open lists: what one leaves out it does not deny, so that nothing is ever apart."""
    first, second = (
        all(any(terms.within(one, other) for other in whole) for one in part) for part, whole in ((a, b), (b, a))
    )
    if first and second:
        return Relation("overlap", "{a} and {b} come to the same: what one names besides is narrower.")
    if first:
        return Relation("within", "All that {a} names is in {b}, or narrower.")
    if second:
        return Relation("around", "All that {b} names is in {a}, or narrower.")
    if any(terms.within(one, other) or terms.within(other, one) for one in a for other in b):
        return Relation("beside", "{a} and {b} share something, and each names what the other does not.")
    return Relation("beside", "{a} and {b} share nothing, but a list that leaves something out does not deny it.")


def _terms(a: str, b: str, terms: Terms, value_type: ValueType) -> Relation:
    inside = "{} lies in {}." if value_type == "place" else "{} is a kind of {}."
    if terms.within(a, b):
        return Relation("within", inside.format("{a}", "{b}"))
    if terms.within(b, a):
        return Relation("around", inside.format("{b}", "{a}"))
    if parent := terms.shared(a, b):
        return Relation("beside", "{a} and {b} stand side by side under {term}: neither takes in the other.", parent)
    return Relation("apart", "{a} and {b} are two kinds of thing: what is one is not the other."
                    if value_type == "category" else "{a} and {b} are two places, neither of which lies in the other.")  # fmt: skip


def _identities(a: str, b: str, terms: Terms, _: ValueType) -> Relation:
    if terms.within(a, b):
        return Relation("within", "{a} is part of {b}.")
    if terms.within(b, a):
        return Relation("around", "{b} is part of {a}.")
    return Relation("apart", "{a} and {b} are not the same, and neither is part of the other.")


def _booleans(*_: object) -> Relation:
    return Relation("apart", "One says {a}, the other {b}.")


def _names(*_: object) -> Relation:
    return Relation("apart", "{a} and {b} are not the same name.")


def _labels(*_: object) -> Relation:
    return Relation("beside", "{a} and {b} are other words; a label can differ, never contradict.")


_RULES: dict[ValueType, Callable[[str, str, Terms, ValueType], Relation]] = {
    "identity": _identities,
    "boolean": _booleans,
    "name": _names,
    "label": _labels,
}


def _orders(a: tuple[str, ...], b: tuple[str, ...]) -> Relation:
    if a[1] == b[1]:
        return Relation("apart", "{a} and {b} are the reverse of each other.")
    return Relation("beside", "{a} and {b} are told against two different events.")


def _sequences(a: tuple[str, ...], b: tuple[str, ...]) -> Relation:
    pairs = (_pairs(a), _pairs(b))
    if any((after, before) in pairs[1] and (before, after) not in pairs[1] and (after, before) not in pairs[0]
           for before, after in pairs[0]):  # fmt: skip
        return Relation("apart", "{a} and {b} have steps in reversed order.")
    if _contained(a, b):
        return Relation("within", "{a} leaves out steps of {b} and keeps their order.")
    if _contained(b, a):
        return Relation("around", "{b} leaves out steps of {a} and keeps their order.")
    if pairs[0] & pairs[1]:
        return Relation("overlap", "{a} and {b} order the steps they share alike.")
    return Relation("beside", "{a} and {b} do not order the same steps.")


def _pairs(steps: tuple[str, ...]) -> set[tuple[str, str]]:
    """Each step with every later one."""
    return {(one, later) for i, one in enumerate(steps) for later in steps[i + 1 :] if one != later}


def _contained(steps: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether ``others`` has all ``steps`` in this order, whatever stands between them."""
    ahead = iter(others)
    return all(step in ahead for step in steps)


def _swapped(relation: Relation) -> Relation:
    """The relation of the second value to the first."""
    kinds: dict[Kind, Kind] = {"within": "around", "around": "within"}
    rule = relation.rule.replace("{a}", "\0").replace("{b}", "{a}").replace("\0", "{b}")
    return Relation(kinds.get(relation.kind, relation.kind), rule, relation.term)
