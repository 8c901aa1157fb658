"""The order of telling against the order of events: where an article goes back in time.

* an event is told where the words first order or date it; words that date another event with it do not count;
* a step of the telling goes back only where the article itself orders or dates the two events so;
* no order between them is a step of its own kind, not a guess.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pandas as pd

from kit.compare.points import Points, points
from kit.compare.timeline import timeline

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["COLUMNS", "STEPS", "known", "telling"]

COLUMNS = ("article", "outlet", "event", "title", "start", "end", "percent", "step")

STEPS = ("first", "forward", "back", "open")


def telling(case: Case) -> pd.DataFrame:
    """One row for each event that an article orders or dates by words of its own, in the order of the telling.

    Columns: ``article``, ``outlet``, ``event``, ``title``; ``start`` and ``end`` of the words in code points;
    ``percent`` of the article's length at which they stand; ``step`` from the event told before: ``first``,
    ``forward``, ``back`` (this one was over before that began, by this article's orders and dates), ``open`` (neither
    follows). Events told by the same words stand in the order of their ids, earlier ones first.
    """
    titles = dict(zip(case.events["event"], case.events["title"], strict=True))
    length = dict(zip(case.articles["article"], case.articles["characters"], strict=True))
    outlets = dict(zip(case.articles["article"], case.articles["outlet"], strict=True))
    places, groups = _places(case), dict(iter(known(case).groupby("article")))
    rows: list[tuple[object, ...]] = []
    for article in case.articles["article"]:
        if article not in places:
            continue
        found = points(groups[article]) if article in groups else None
        told = _told(places[article], found)
        steps = ["first", *(_step(found, a, b) for (_, _, a), (_, _, b) in pairwise(told))]
        for (start, end, event), step in zip(told, steps, strict=True):
            percent = min(100.0, round(100 * start / max(1, length[article]), 1))
            rows.append((article, outlets[article], event, titles[event], start, end, percent, step))
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    kinds = {"start": "Int64", "end": "Int64", "percent": "float64"}
    return frame.astype({name: kinds.get(name, "str") for name in COLUMNS})


def known(case: Case) -> pd.DataFrame:
    """What each article says of the order of events: its orders, and ``before`` where its dates lie apart.

    Columns: ``article``, ``before``, ``after``, ``relation``, by article and id of the order, dates last.
    """
    placed = timeline(case)
    dated = placed.groupby(["article", "event"], as_index=False, sort=True).agg(
        since=("since", "min"), until=("until", "max")
    )
    whole = placed.groupby(["article", "event"])[["since", "until"]].count().min(axis="columns")
    size = placed.groupby(["article", "event"]).size()
    closed = (whole == size).reindex(pd.MultiIndex.from_frame(dated[["article", "event"]])).to_numpy()
    dated = dated[closed & dated["since"].notna() & dated["until"].notna()]
    rows = []
    for article, group in dated.groupby("article"):
        ends = group.sort_values(["until", "event"])[["event", "since", "until"]].to_numpy().tolist()
        rows += [(article, a, b, "before") for a, _, until in ends for b, since, _ in ends if until <= since]
    columns = ["article", "before", "after", "relation"]
    orders = case.orders.sort_values("order")[columns]
    return pd.concat([orders, pd.DataFrame(rows, columns=columns).astype("str")], ignore_index=True)


def _places(case: Case) -> dict[str, list[tuple[int, int, str]]]:
    """For each article where each event is first ordered, or dated by words of its own."""
    orders, reports = case.orders, case.reports[case.reports["basis"] != "inferred"]
    parts = [
        orders[["article", event, "start", "end"]].rename(columns={event: "event"}) for event in ("before", "after")
    ]
    rows = pd.concat([*parts, reports[["article", "event", "start", "end"]]])
    rows = rows.sort_values(["start", "end", "event"], kind="stable").drop_duplicates(["article", "event"])
    found: dict[str, list[tuple[int, int, str]]] = {}
    for article, event, start, end in rows.itertuples(index=False, name=None):
        found.setdefault(article, []).append((int(start), int(end), event))
    return found


def _told(places: list[tuple[int, int, str]], found: Points | None) -> list[tuple[int, int, str]]:
    """The places as told; of those at the same words the earlier event first, as far as its article says."""
    told: list[tuple[int, int, str]] = []
    for place in places:
        at = len(told)
        while at and told[at - 1][:2] == place[:2] and _step(found, told[at - 1][2], place[2]) == "back":
            at -= 1
        told.insert(at, place)
    return told


def _step(found: Points | None, a: str, b: str) -> str:
    if found is None or a not in found.events or b not in found.events:
        return "open"
    first, second = (found.events.index(event) for event in (a, b))
    forward = found.strictly[2 * first + 1] >> 2 * second & 1
    back = found.strictly[2 * second + 1] >> 2 * first & 1
    return "open" if forward == back else "forward" if forward else "back"
