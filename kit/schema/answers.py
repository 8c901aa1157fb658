"""Questions, the articles' answers, the terms they are compared by, and rulings on how two compare."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from kit.columns import Chain, Hedging, Id, Moment, Offset, Phrase, Row, Status, YesNo, col, maybe
from kit.values import ValueType

__all__ = ["Claim", "Question", "Ruling", "Term"]


class Question(Row):
    """a question the articles answer"""

    KEY = ("question",)
    question: Id = col("short, readable, stable", "car_count")
    text: str = col("the question", "How many cars were there?", own=True)
    value_type: ValueType = col("how an answer is written", "quantity")
    unit: str | None = maybe("what a quantity counts", "car")
    single: YesNo = col("whether only one answer can be true", "yes")
    group: str = col("the heading it stands under", "numbers")
    note: str | None = maybe("how answers were read", own=True)


class Claim(Row):
    """one article's answer to one question"""

    KEY = ("claim",)
    SPANS = (("start", "end", None),)
    claim: Id = col("short, readable, stable", "harbour_c01")
    article: Id = col("the article that answers", "harbour", ref="articles")
    question: Id = col("the question answered", "car_count", ref="questions")
    value: str = col("the answer, typed as the question says", ">=10")
    statement: str = col("the answer as a sentence, in our own words", own=True)
    asserted_by: Id = col("whose answer it is", "harbour_master", ref="speakers", outlet=True)
    via: Chain | None = maybe("hands it went through, nearest the outlet first", "radio_log", ref="speakers")
    in_quotation: YesNo = col("whether the answer stands inside quotation marks", "no")
    hedge: Phrase | None = maybe("the words that weaken it", "reportedly")
    hedge_class: Hedging = col("flat: none; hedged: reported or alleged; possible: may, might", "hedged")
    scope: str | None = maybe("what the answer is limited to (place, time, part)", "north side", own=True)
    qualifier: str | None = maybe("what else narrows it", "at first", own=True)
    start: Offset = col("first code point of the words that answer", 310)
    end: Offset = col("one past the last", 330)
    primary: YesNo = col("the article's main answer to this question", "yes")
    status: Status = col("a suggestion, or what a person made of it", "accepted")

    def faults(self) -> Iterator[tuple[str, str]]:
        yield from super().faults()
        if self.hedge and self.hedge_class == "flat":
            yield "hedge_class", "hedged or possible, as a hedge is given"


class Term(Row):
    """a term and its broader term"""

    KEY = ("term", "broader")
    term: Id = col("short, readable, stable", "handgun")
    broader: Id | None = maybe("a term that takes it in; empty at the top", "firearm", ref="taxonomy")
    kind: Literal["place", "category", "identity"] = col("what the term sorts", "category")


class Ruling(Row):
    """a person's ruling on a computed relation"""

    KEY = ("claim_a", "claim_b", "by")
    OPTIONAL = True
    claim_a: Id = col("one claim", "harbour_c01", ref="claims")
    claim_b: Id = col("the other", "tribune_c01", ref="claims")
    verdict: Literal["agree", "compatible", "differ", "contradict", "undecided"] = col("the relation", "differ")
    reason: str = col("why, in own words", own=True)
    by: str = col("who ruled", "A. Reader")
    when: Moment = col("when", "2026-01-31")

    def faults(self) -> Iterator[tuple[str, str]]:
        yield from super().faults()
        if self.claim_a and self.claim_a == self.claim_b:
            yield "claim_b", f"another claim than claim_a ({self.claim_a})"
