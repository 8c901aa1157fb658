"""Where each order of events is drawn: a line from the row of one event to that of another, in a track of its own.

* lines of one statement stand side by side, one an outlet; what an article says twice is drawn once;
* what follows from an article's other orders is left out, unless it is part of a contradiction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from kit.compare.orders import cycles, orders
from kit.compare.points import Points, points
from kit.show.layout.labels import unique, wrapped
from kit.show.layout.ranks import packed, ranked, steps

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["LEFT", "ROW", "TOTAL", "Tracks", "tracks"]

TOTAL, LEFT, TOP = 880, 385, 4
"""Pixels: of the whole, before the lines, above the first row."""

ROW, TRACK = 17, 10

EVENTS, ORDERS, BESIDE = 60, 300, 6
"""Events and orders drawn at most, and outlets side by side; the others are counted."""

AGAINST = 4
"""Outlets named that an order cannot hold with."""

SAYS = ["before", "after", "relation"]
"""What an order says, whoever does."""

SHORT = 3
"""Orders of a circle whose lines are marked."""

ENDS = {"before": "▼", "immediately-before": "▼", "includes": "○"}


class Tracks(NamedTuple):
    """``events``: a row each with its label and pixels; ``orders``: the orders of these events, the drawn ones with their
    pixels; ``every``: all of the case; ``found``: the inconsistencies; ``implied``: how many are listed, not drawn."""

    events: pd.DataFrame
    orders: pd.DataFrame
    every: pd.DataFrame
    found: pd.DataFrame
    implied: int
    height: int


def tracks(case: Case) -> Tracks:
    """The orders of a case, laid out. The case has at least one."""
    every, found = orders(case), cycles(case)
    often = pd.concat([every["before"], every["after"]]).value_counts()
    kept = sorted(often.index, key=lambda event: (-often[event], event))[:EVENTS]
    marked = {order for ids in found["orders"] if ids.count(";") < SHORT for order in ids.split(";")}
    rows = every.assign(marked=every["order"].isin(marked))
    rows = _few(rows[rows["before"].isin(kept) & rows["after"].isin(kept)])
    events = _events(case, rows)
    drawn = rows[~_implied(every, rows) | rows["marked"]]
    lines = _lines(drawn, dict(zip(events["event"], events["row"], strict=True)))
    outlet = dict(zip(every["order"], every["outlet"], strict=True))
    told = _told(rows, outlet).join(lines).reset_index(drop=True)
    return Tracks(events, told, every, found, len(rows) - len(drawn), TOP + ROW * len(events) + 6)


def _few(rows: pd.DataFrame) -> pd.DataFrame:
    """The orders with the number of outlets that say the same; of too many, those that most outlets say."""
    rows = rows.assign(size=rows.groupby(SAYS)["outlet"].transform("nunique"))
    if len(rows) <= ORDERS:
        return rows
    once = rows.sort_values("marked", ascending=False, kind="stable").drop_duplicates([*SAYS, "outlet"]).sort_index()
    once = once[once.groupby(SAYS).cumcount() < BESIDE]
    return (
        once.sort_values(["size", *SAYS], ascending=[False, True, True, True], kind="stable").head(ORDERS).sort_index()
    )


def _events(case: Case, rows: pd.DataFrame) -> pd.DataFrame:
    kept = {*rows["before"], *rows["after"]}
    facts = list(rows[["before", "after", "relation"]].itertuples(index=False, name=None))
    line = ranked(kept, steps(facts), [(a, b) for a, b, relation in facts if relation == "simultaneous"])
    titles = dict(zip(case.events["event"], case.events["title"], strict=True))
    labels = unique({event: titles[event] for event in line}, 58)
    frame = pd.DataFrame({"event": line, "label": [labels[event] for event in line], "row": range(len(line))})
    frame["brief"] = [wrapped(label, 32, 2) for label in frame["label"]]
    return frame.assign(x=0, x2=TOTAL, y=TOP + ROW * (frame["row"] + 0.5))


def _told(rows: pd.DataFrame, outlet: dict[str, str]) -> pd.DataFrame:
    """Each order with its place and the outlets it cannot be followed with."""
    others = [list(dict.fromkeys(outlet[o] for o in ids.split(";") if o)) for ids in rows["conflicts"]]
    against = [
        ", ".join(names[:AGAINST]) + f" and {len(names) - AGAINST} more" * (len(names) > AGAINST) for names in others
    ]
    return pd.DataFrame(
        {
            "outlet": rows["outlet"],
            "a": rows["before"],
            "relation": rows["relation"],
            "b": rows["after"],
            "where": rows["start"].astype("str") + "-" + rows["end"].astype("str"),
            "against": [
                text or ("–" if even else "the article itself")
                for text, even in zip(against, rows["consistent"], strict=True)
            ],
        }
    )


def _implied(every: pd.DataFrame, rows: pd.DataFrame) -> pd.Series:
    """Which orders follow from two others of the same article: the transitive reduction of each article."""
    groups = dict(iter(every.groupby("article")))
    implied: dict[int, bool] = {}
    for article, group in rows.groupby("article"):
        found = points(groups[article])
        number = {event: i for i, event in enumerate(found.events)}
        for row, a, b, relation in group[SAYS].itertuples(name=None):
            implied[row] = _between(found, number[a], number[b], relation)
    return pd.Series([implied[row] for row in rows.index], rows.index, dtype="bool")


def _between(found: Points, a: int, b: int, relation: str) -> bool:
    """Whether a third event stands between two, as one stands before the other, or holds it."""
    others = [i for i in range(len(found.events)) if i not in (a, b)]
    if relation == "before":
        return any(_before(found, a, i) and _before(found, i, b) and not _before(found, i, a) for i in others)
    if relation == "includes":
        return any(_holds(found, a, i) and _holds(found, i, b) and not _holds(found, i, a) for i in others)
    return False


def _before(found: Points, a: int, b: int) -> bool:
    return bool(found.strictly[2 * a + 1] >> 2 * b & 1)


def _holds(found: Points, a: int, b: int) -> bool:
    return bool(found.later[2 * a] >> 2 * b & 1 and found.later[2 * b + 1] >> (2 * a + 1) & 1)


def _lines(rows: pd.DataFrame, at: dict[str, int]) -> pd.DataFrame:
    """The pixels of the lines of these orders, one for each statement and outlet, and how many outlets are left out."""
    once = rows.sort_values("marked", ascending=False, kind="stable")
    once = once.drop_duplicates([*SAYS, "outlet"]).sort_index()
    place = once.groupby(SAYS, sort=False).cumcount()
    once = once.assign(place=place, here=once.groupby(SAYS, sort=False)["order"].transform("size"))[place < BESIDE]
    facts = once.drop_duplicates(SAYS)
    ends = [(at[a], at[b]) for a, b in facts[["before", "after"]].itertuples(index=False)]
    wide = [
        min(BESIDE, here) + (3 if size > BESIDE else 0)  # room for the number of those left out
        for here, size in zip(facts["here"], facts["size"], strict=True)
    ]
    starts = packed([(*pair, width) for pair, width in zip(ends, wide, strict=True)])
    most = max(start + width for start, width in zip(starts, wide, strict=True))
    step = min(TRACK, (TOTAL - LEFT - 10) / most)
    facts = facts.assign(first=starts)[[*SAYS, "first"]]
    once = once.reset_index().merge(facts, on=SAYS).set_index("index").sort_index()
    up = once["before"].map(at) > once["after"].map(at)
    glyph = once["relation"].map(ENDS).fillna("=")
    return pd.DataFrame({
        "x": (LEFT + (once["first"] + once["place"] + 0.5) * step).round(1),
        "y": TOP + ROW * (once["before"].map(at) + 0.5), "y2": TOP + ROW * (once["after"].map(at) + 0.5),
        "glyph": glyph.where(~(up & (glyph == "▼")), "▲"),
        "marked": once["marked"].astype(int), "more": (once["size"] - BESIDE).where((once["place"] == BESIDE - 1) & (once["size"] > BESIDE)),
    })  # fmt: skip
