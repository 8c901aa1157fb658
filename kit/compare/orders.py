"""Which event comes before which: the rows of orders.csv, and where they cannot all be followed.

* an inconsistency is the shortest circle of orders that cannot all hold, in one article or across several;
* two articles part over an order where what follows from one rules out what follows from the other;
* nothing says which order is right, and an order that nobody disputes is not proved by it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
import pandas as pd

from kit.compare.circles import Circle, circles
from kit.compare.points import Points, bits, points

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["CYCLES", "OPEN", "PAIRS", "WORDS", "cycles", "graph", "orders", "pairs"]

CYCLES = ("within", "kind", "events", "orders", "articles", "outlets", "sentence")
PAIRS = ("article_a", "article_b", "disputes", "event_a", "event_b", "sentence")

WORDS = {
    "before": "“{a}” comes before “{b}”",
    "immediately-before": "“{a}” comes right before “{b}”",
    "includes": "“{b}” falls within “{a}”",
    "simultaneous": "“{a}” and “{b}” are at the same time",
    "begins": "“{a}” begins “{b}”",
    "ends": "“{a}” ends “{b}”",
}
"""An order in words, by its relation."""

OPEN = {
    "opposite order": "Which came first?",
    "at once or in turn": "One after the other, or at once?",
    "over or going on": "Over by then, or still going on?",
}
"""What an inconsistency leaves open, by its kind."""


def graph(case: Case, article: str | None = None) -> nx.MultiDiGraph[tuple[str, str]]:
    """The orders of one article, or of all, as a graph of points in time (see :data:`kit.compare.points.EDGES`).

    A node is ``(event, "start")`` or ``(event, "end")``; an edge leads to a point that is not before it, or after it
    where ``strict``. Its key is the id of the order, empty for the edge from an event's start to its end. Raises
    ``ValueError`` for an article that the case does not have.
    """
    if article is not None and article not in set(case.articles["article"]):
        raise ValueError(f'article: found "{article}"; allowed: {", ".join(case.articles["article"])}')
    rows = case.orders if article is None else case.orders[case.orders["article"] == article]
    ids, found = rows["order"].tolist(), points(rows)
    names = [(event, side) for event in found.events for side in ("start", "end")]
    drawn: nx.MultiDiGraph[tuple[str, str]] = nx.MultiDiGraph()
    for event in found.events:
        drawn.add_edge((event, "start"), (event, "end"), key="", strict=False)
    for edge in found.edges:
        for row in edge.rows:
            drawn.add_edge(names[edge.p], names[edge.q], key=ids[row], strict=edge.strict)
    return drawn


def cycles(case: Case) -> pd.DataFrame:
    """One row an inconsistency: inside one article first, then across articles. No row: all orders can be followed.

    For each order that is part of any, the shortest circle (of the fewest orders) through it, each circle once. Across
    articles what one says against itself is left out, and so is a circle that needs three articles or more and shares
    an event with one already told. Columns: ``within`` (the article; missing across articles); ``kind`` (``opposite
    order``; ``at once or in turn``; ``over or going on``: only whether one event was over when the other came);
    ``events`` (ids, ``;`` between, in the order of the circle), ``orders`` (the ids that make it, of few articles),
    ``articles``, ``outlets`` (of these orders), ``sentence``. All are text.
    """
    rows, amiss = _sorted(case)
    inside = [(article, circle) for article, group in _by_article(case, rows[amiss]) for circle in circles(group)]
    across = [(None, circle) for circle in _across(rows[~amiss])]
    outlets = case.articles.set_index("article")["outlet"]
    titles = case.events.set_index("event")["title"]
    named = rows.assign(a=rows["before"].map(titles), b=rows["after"].map(titles), outlet=rows["article"].map(outlets))
    named = named.set_index("order")[["article", "outlet", "relation", "a", "b"]]
    place = {article: i for i, article in enumerate(outlets.index)}
    told = [_told(named, place, within, circle) for within, circle in (*inside, *across)]
    return pd.DataFrame(told, columns=list(CYCLES)).astype("str")


def orders(case: Case) -> pd.DataFrame:
    """Every order, as in ``orders.csv``, with what stands against it.

    Columns: those of ``orders.csv``; ``outlet``, ``before_title``, ``after_title``; ``consistent`` (part of no
    inconsistency inside its article); ``conflicts`` (ids of orders in other articles that make a shortest circle with
    it, ``;`` between; empty where there are none).
    """
    frame = case.orders
    frame["outlet"] = frame["article"].map(case.articles.set_index("article")["outlet"])
    titles = case.events.set_index("event")["title"]
    frame["before_title"], frame["after_title"] = frame["before"].map(titles), frame["after"].map(titles)
    rows, amiss = _sorted(case)
    kept = rows[~amiss]
    frame["consistent"] = frame["order"].isin(kept["order"]).astype("boolean")
    article = dict(zip(frame["order"], frame["article"], strict=True))
    against: dict[str, set[str]] = {}
    for circle in _across(kept):
        for i, step in enumerate(circle.all_orders):
            others = {other for j, each in enumerate(circle.all_orders) if j != i for other in each}
            for order in step:
                others_of = {other for other in others if article[other] != article[order]}
                against.setdefault(order, set()).update(others_of)
    frame["conflicts"] = pd.Series(
        [";".join(sorted(against.get(order, ()))) for order in frame["order"]], frame.index, "str"
    )
    return frame.reset_index(drop=True)


def pairs(case: Case) -> pd.DataFrame:
    """Which two articles cannot both be followed, in the order of the articles; no row where all can.

    What follows from one article's orders is held against what follows from the other's; orders that are inconsistent
    inside their article are left out. Columns: ``article_a``, ``article_b``; ``disputes`` (pairs of events they put in
    opposite ways); ``event_a``, ``event_b`` (one of these pairs: ``article_a`` ends the first before the second begins,
    or the other way round), ``sentence``.
    """
    rows, amiss = _sorted(case)
    rows = rows[~amiss]
    every = sorted({*rows["before"], *rows["after"]})
    found = {article: points(group, every) for article, group in _by_article(case, rows)}
    names = list(found)
    earlier = {name: _before(found[name]) for name in names}
    outlets = dict(zip(case.articles["article"], case.articles["outlet"], strict=True))
    titles = dict(zip(case.events["event"], case.events["title"], strict=True))
    titled = [(event, titles[event]) for event in every]
    told = [
        (a, b, *_parted(titled, (outlets[a], outlets[b]), against))
        for i, a in enumerate(names)
        for b in names[i + 1 :]
        if (against := [*_against(earlier[a], found[b], 0), *_against(earlier[b], found[a], 1)])
    ]
    return pd.DataFrame(told, columns=list(PAIRS)).astype({name: "str" for name in PAIRS if name != "disputes"})


def _sorted(case: Case) -> tuple[pd.DataFrame, np.ndarray[tuple[int], np.dtype[np.bool_]]]:
    """The orders by id, so that nothing found depends on the order of rows; and which of them are part of an
    inconsistency inside their article."""
    rows = case.orders.sort_values("order", ignore_index=True).astype("object")  # lists of text are read many times
    amiss = np.zeros(len(rows), dtype=bool)
    for _, group in _by_article(case, rows):
        found = points(group)
        amiss[[group.index[row] for edge in found.edges if found.amiss(edge) for row in edge.rows]] = True
    return rows, amiss


def _by_article(case: Case, rows: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    groups = dict(iter(rows.groupby("article")))
    return [(name, groups[name]) for name in case.articles["article"] if name in groups]


def _across(rows: pd.DataFrame) -> list[Circle]:
    """The circles that two articles make; one of more articles only where no event of it stands in another."""
    found = circles(rows)
    kept = [circle for circle in found if circle.articles <= 2]
    events = {event for circle in kept for event in circle.events}
    for circle in found:
        if circle.articles > 2 and events.isdisjoint(circle.events):
            kept.append(circle)
            events |= set(circle.events)
    return kept


def _told(named: pd.DataFrame, place: dict[str, int], within: str | None, circle: Circle) -> tuple[str | None, ...]:
    steps = list(named.loc[list(circle.orders)].itertuples(index=False, name=None))
    articles = sorted({str(article) for article, *_ in steps}, key=lambda article: place[article])
    outlets = {article: str(outlet) for article, outlet, *_ in steps}
    return (
        within, circle.kind, ";".join(circle.events), ";".join(circle.orders), ";".join(articles),
        ", ".join(dict.fromkeys(outlets[article] for article in articles)), _sentence(circle.kind, steps),
    )  # fmt: skip


def _sentence(kind: str, steps: list[tuple[str, ...]]) -> str:
    parts: list[str] = []
    last = None
    for article, outlet, relation, a, b in steps:
        words = WORDS[relation].format(a=a, b=b)
        parts.append(f"and {words}" if article == last else f"{outlet}: {words}")
        last = article
    return "; ".join(parts) + ". " + OPEN[kind]


def _before(found: Points) -> list[tuple[int, int]]:
    """For each event that begins after another has ended: its beginning, and the ends before it as a set."""
    before: dict[int, int] = {}
    for point in range(1, 2 * len(found.events), 2):
        for later in bits(found.strictly[point]):
            if later % 2 == 0:
                before[later] = before.get(later, 0) | 1 << point
    return sorted(before.items())


def _against(before: list[tuple[int, int]], other: Points, side: int) -> list[tuple[int, int, int]]:
    """Ends that one article puts before a beginning and the other does not, as (end, beginning, whose)."""
    return [
        (end, start, side) for start, ends in before if (both := other.later[start] & ends) for end in bits(both)
    ]  # fmt: skip


def _parted(
    events: list[tuple[str, str]], outlets: tuple[str, str], against: list[tuple[int, int, int]]
) -> tuple[str | int, ...]:
    end, start, side = min(against)
    (first, ended), (second, begun) = events[end // 2], events[start // 2]
    sentence = (
        f"By {outlets[side]}, “{ended}” is over before “{begun}” begins; by {outlets[1 - side]}, “{begun}” begins before "
        f"“{ended}” is over."
    )
    return len({frozenset((end // 2, start // 2)) for end, start, _ in against}), first, second, sentence
