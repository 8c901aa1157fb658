"""What happens, and how each article places it in time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from kit.columns import Id, Moment, Offset, Phrase, Row, col, maybe
from kit.values import backwards

__all__ = ["Event", "Order", "Report"]


class Event(Row):
    """something that happens in the story"""

    KEY = ("event",)
    event: Id = col("short, readable, stable", "crash")
    title: str = col("a name for it, in our own words", "The crash", own=True)
    kind: str = col("what sort of event", "collision")
    note: str | None = maybe("what it takes in, and what not", own=True)


class Report(Row):
    """one article placing one event in time"""

    KEY = ("report",)
    SPANS = (("start", "end", "expression"),)
    report: Id = col("short, readable, stable", "harbour_r01")
    article: Id = col("the article that places it", "harbour", ref="articles")
    event: Id = col("the event placed", "crash", ref="events")
    earliest: Moment | None = maybe("first moment possible; empty when unresolved", "2025-10-04T18:00")
    latest: Moment | None = maybe("last moment possible, this day or minute included", "2025-10-04")
    precision: Literal["minute", "hour", "part-of-day", "day", "week", "month", "year", "unresolved"] = col(
        "how finely the words place it", "day"
    )
    basis: Literal["stated", "resolved", "inferred"] = col(
        "stated: a full date; resolved: from the publication date; inferred: from other words", "resolved"
    )
    expression: Phrase | None = maybe("the time expression", "on Saturday")
    start: Offset = col("first code point of the expression", 80)
    end: Offset = col("one past its last", 91)
    asserted_by: Id = col("whose placing it is", "outlet", ref="speakers", outlet=True)
    hedge: Phrase | None = maybe("the words that weaken it", "around")

    def faults(self) -> Iterator[tuple[str, str]]:
        yield from super().faults()
        if self.earliest and self.latest and backwards(self.earliest, self.latest):
            yield "latest", f"not before earliest ({self.earliest})"
        if self.bad & {"precision", "earliest", "latest"}:
            return  # whether there is a moment is not known
        resolved = self.precision != "unresolved"
        if resolved and not self.earliest and not self.latest:
            yield "precision", "unresolved, as neither earliest nor latest is given"
        if not resolved and (self.earliest or self.latest):
            yield "precision", "how finely the words place it, as earliest or latest is given"


class Order(Row):
    """one article ordering two events"""

    KEY = ("order",)
    SPANS = (("start", "end", None),)
    order: Id = col("short, readable, stable", "harbour_o01")
    article: Id = col("the article that orders them", "harbour", ref="articles")
    before: Id = col("the earlier (or the including) event", "crash", ref="events")
    after: Id = col("the later (or the included) event", "closure", ref="events")
    relation: Literal["before", "immediately-before", "includes", "simultaneous", "begins", "ends"] = col(
        "after the TimeML relations of the same names", "before"
    )
    start: Offset = col("first code point of the words that order them", 140)
    end: Offset = col("one past their last", 145)

    def faults(self) -> Iterator[tuple[str, str]]:
        yield from super().faults()
        if self.before and self.before == self.after:
            yield "after", f"another event than before ({self.before})"
