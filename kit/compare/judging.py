"""From two answers to one question to a verdict, a type of difference and a reason in plain words.

* how the values stand to each other is for `kit.values.relate`; here it is weighed with what is known of the question
  (can only one answer be true?), with scope, qualifier and the hands an answer went through;
* disjoint answers contradict only where the question has a single answer and both have the same scope;
* the types are those of de Marneffe, Rafferty and Manning (2008), with scope beside them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import tzinfo
from functools import lru_cache
from typing import Literal, NamedTuple

from kit.compare.chains import hands
from kit.values import Relation, Terms, Value, ValueType, parse, relate

__all__ = ["TYPES", "VERDICTS", "Answer", "Asked", "Judged", "judge"]

Verdict = Literal["agree", "compatible", "differ", "contradict", "undecided"]
VERDICTS: Mapping[Verdict, str] = {
    "agree": "the same answer",
    "compatible": "one takes in or refines the other, or both can hold without tension",
    "differ": "neither follows from the other and a reader gets another account, or they are not about the same thing",
    "contradict": "an ordinary reader would not take both to be true of one event",
    "undecided": "one of them is a time that cannot be resolved",
}
"""Every verdict and what it means. None of them says which account is right."""

TYPES: Mapping[ValueType, str] = {
    "quantity": "numeric",
    "time": "numeric",
    "boolean": "negation",
    "category": "lexical",
    "set": "lexical",
    "name": "lexical",
    "label": "lexical",
    "identity": "structure",
    "order": "structure",
    "sequence": "structure",
    "place": "world-knowledge",
}
"""What a difference turns on, by the type of the values: a number, yes against no, the meaning of words, who or what
stands in which part of the sentence, or what one knows of places. Two more are found where they arise: ``factive``
(yes or no depends on a qualifier: intended, under way, at first) and ``scope`` (not about the same thing)."""

_OF = {
    "same": "agree", "within": "compatible", "around": "compatible", "overlap": "compatible", "against": "differ",
    "beside": "differ", "apart": "contradict", "open": "undecided",
}  # fmt: skip

_WEAKER: Mapping[str, Verdict] = {"agree": "compatible", "contradict": "differ"}
"""What a verdict becomes where one answer is limited and the other is not."""


class Answer(NamedTuple):
    """What of a claim bears on the verdict; the cells of ``claims.csv``, empty text where a cell is empty."""

    value: str
    scope: str = ""
    qualifier: str = ""
    via: str = ""


class Asked(NamedTuple):
    """What of a question bears on it: how its values are compared, and how they and terms are put into words."""

    value_type: ValueType
    single: bool
    unit: str
    terms: Terms
    zone: tzinfo
    words: Callable[[str], str]
    """An answer in words."""
    named: Callable[[str], str]
    """A term or a speaker in words."""


class Judged(NamedTuple):
    """The verdict, the type of difference (empty where there is none) and the reason."""

    verdict: Verdict
    type: str
    reason: str


def judge(a: Answer, b: Answer, asked: Asked) -> Judged:
    """The verdict on two answers to one question, with type and reason. Swapping the answers swaps the reason's sides.

    Raises ``ValueError`` for a value that is not written as the question's type is.
    """
    relation = relate(
        _parsed(a.value, asked.value_type, asked.zone), _parsed(b.value, asked.value_type, asked.zone),
        asked.value_type, asked.terms, unit=asked.unit,
    )  # fmt: skip
    verdict, why = _weighed(relation, a, b, asked)
    kind = TYPES[asked.value_type]
    if asked.value_type == "boolean" and (limits := _limits("is narrowed", a.qualifier, b.qualifier)):
        verdict, kind, why = _WEAKER.get(verdict, verdict), "factive", f"{why} {limits}"
    if limits := _limits("is limited", a.scope, b.scope):
        both = a.scope and b.scope and verdict != "undecided"
        weaker = "differ" if both else _WEAKER.get(verdict, verdict)
        kind = "scope" if weaker != verdict or both else kind
        verdict, why = weaker, f"{why} {limits}"
    if verdict == "contradict":
        why += " Only one answer can be true."
    return Judged(verdict, "" if verdict == "agree" else kind, why)


@lru_cache(maxsize=100_000)
def _parsed(value: str, value_type: ValueType, zone: tzinfo) -> Value:
    return parse(value, value_type, zone)


def _weighed(relation: Relation, a: Answer, b: Answer, asked: Asked) -> tuple[Verdict, str]:
    """What the relation of the values alone comes to, and the rule in words."""
    answers = {"a": f"“{asked.words(a.value)}”", "b": f"“{asked.words(b.value)}”"}
    if relation.kind == "apart" and asked.value_type == "identity":
        for one, other in ((a, b), (b, a)):
            if one.value in hands(other.via):
                relay, relayed = (answers["a"], answers["b"]) if one is a else (answers["b"], answers["a"])
                return "compatible", f"{relay} is one of the hands through which {relayed} came."
    why = relation.rule.format(**answers, term=f"“{asked.named(relation.term)}”")
    if relation.kind == "apart" and not asked.single:
        return "differ", f"{why} The question leaves room for both."
    return _OF[relation.kind], why  # type: ignore[return-value]  # the words of _OF are verdicts


def _limits(what: str, a: str, b: str) -> str:
    """How the answers are limited, where not alike: "The first answer is limited to “north side”.", empty where alike."""
    if a.casefold() == b.casefold():
        return ""
    sides = [f"the {side} answer {what} to “{limit}”" for side, limit in (("first", a), ("second", b)) if limit]
    told = ", ".join(sides)
    return told[0].upper() + told[1:] + "."
