"""Orders of events that cannot all be followed, in words, with the place of each.

* :func:`order_conflicts` lists every inconsistency, inside an article or between articles;
* :func:`order_pairs` lists which two articles cannot both be followed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from kit.compare.orders import cycles, pairs
from kit.show.look import article_names
from kit.show.table import Table

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["order_conflicts", "order_pairs"]

BETWEEN = "between articles"


def order_conflicts(case: Case) -> Table:
    """Each circle of orders that cannot all hold: inside which article, of what kind, in words, with their places."""
    found, names = cycles(case), article_names(case)
    rows = case.orders.set_index("order")
    frame = pd.DataFrame(
        {
            "inside": found["within"].map(names).fillna(BETWEEN),
            "what is open": found["kind"],
            "the orders": found["sentence"],
            "characters": [_places(rows.loc[ids.split(";")], names) for ids in found["orders"]],
        }
    )
    return Table(frame, "Orders that cannot all be followed" if len(frame) else "No order contradicts another")


def _places(rows: pd.DataFrame, names: dict[str, str]) -> str:
    """Where the words of these orders stand, article by article."""
    told = []
    for article, group in rows.groupby("article", sort=False):
        spans = [f"{start}-{end}" for start, end in group[["start", "end"]].itertuples(index=False)]
        told.append(f"{names[str(article)]} {', '.join(spans)}")
    return "; ".join(told)


def order_pairs(case: Case) -> Table:
    """Which two articles cannot both be followed in the order of events, in how many pairs of events, and one of them."""
    found, names = pairs(case), article_names(case)
    frame = pd.DataFrame(
        {
            "article": found["article_a"].map(names),
            "and": found["article_b"].map(names),
            "pairs of events": found["disputes"],
            "for example": found["sentence"],
        }
    )
    empty = "All articles can be followed two by two"
    return Table(frame, "Two articles that cannot both be followed in the order of events" if len(frame) else empty)
