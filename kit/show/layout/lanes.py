"""Where each placing stands on the outlets' lanes of a timeline.

* a lane is one outlet; placings that overlap in time stand in rows under each other;
* rows get thinner when there are many, so that all lanes fit on a screen; beyond that the rest is left out;
* an event that an article only orders stands between its dated neighbours, or beside the one it has.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from kit.compare.neighbours import neighbours
from kit.compare.timeline import timeline
from kit.show import look
from kit.show.layout.labels import short

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["LEFT", "ORDER", "TOTAL", "Lanes", "lanes", "milliseconds", "placings"]

TOTAL = 850
LEFT = 190
"""Pixels before the time axis, for the outlets' names."""

ROOM = 500
"""Pixels of all lanes together; where more rows are needed than fit, those below begin again at the top."""

THICKEST, THINNEST = 14, 4
LANE = 40
"""The least height of a lane: two lines of text."""

OUTLETS, ROWS = 12, 600
"""Lanes and placings that are drawn at most."""

ORDER = "order"
"""The basis of an event that its article only orders."""


class Lanes(NamedTuple):
    """``rows``: what is drawn or listed, with readable columns and, where it has a date, its place in pixels;
    ``names``: a row a lane; ``height`` and ``step`` (of a row) in pixels."""

    rows: pd.DataFrame
    names: pd.DataFrame
    height: int
    step: int


def milliseconds(moment: datetime) -> int:
    """Wall time as if it were UTC, in milliseconds since 1970: the same for every viewer."""
    return int((pd.Timestamp(moment) - pd.Timestamp(1970, 1, 1)) // pd.Timedelta(milliseconds=1))


def placings(case: Case) -> pd.DataFrame:
    """The rows of ``kit.compare.timeline``, and after them those of ``kit.compare.neighbours`` in the same columns.

    The latter have the basis :data:`ORDER`. Further columns: ``when`` (the placing in words), ``words`` (the expression
    in quotation marks, or the neighbours), ``where`` (the words' characters).
    """
    rows, ordered = timeline(case), neighbours(case)
    titles = dict(zip(case.events["event"], case.events["title"], strict=True))
    rows["words"] = ("“" + rows["expression"] + "”").fillna("–") + (", hedged by “" + rows["hedge"] + "”").fillna("")
    told = [
        "; ".join(
            f"{side} {' and '.join(f'“{titles[event]}”' for event in events.split(';'))}"
            for side, events in (("after", after), ("before", before), ("within", during)) if events
        )
        for after, before, during in ordered[["after", "before", "during"]].itertuples(index=False)
    ]  # fmt: skip
    ordered = ordered.assign(
        words=pd.Series(told, ordered.index, "str").replace("", "around others"), basis=ORDER, by="the article itself",
        exact=False, hedge=pd.Series(None, ordered.index, "str"),
    )  # fmt: skip
    rows = pd.concat([rows, ordered[[name for name in ordered if name in rows]]], ignore_index=True)
    rows["when"] = [_when(since, until) for since, until in zip(rows["since"], rows["until"], strict=True)]
    rows["where"] = rows["start"].astype("str") + "-" + rows["end"].astype("str")
    return rows


def lanes(case: Case, rows: pd.DataFrame, window: tuple[int, int]) -> Lanes:
    """The first of the rows of :func:`placings`, without those that are ordered but stand beside no dated event; those that
    overlap in ``window`` get rows of their own."""
    rows = rows[(rows["basis"] != ORDER) | rows["since"].notna() | rows["until"].notna()]
    outlets = [name for name in look.outlet_names(case) if name in set(rows["outlet"])][:OUTLETS]
    rows = _first(rows[rows["outlet"].isin(outlets)])
    outlets = [name for name in outlets if name in set(rows["outlet"])]
    placed = _placed(rows, window)
    placed["row"] %= max(1, (ROOM - 12 * len(outlets)) // (len(outlets) * THINNEST))
    depth = placed.groupby("outlet")["row"].max().add(1).reindex(outlets).fillna(0).astype(int)
    step = int(max(THINNEST, min(THICKEST, (ROOM - 12 * len(outlets)) // max(1, depth.sum()))))
    heights = (depth * step + 12).clip(lower=LANE)
    tops = heights.cumsum() - heights
    inner = (heights - depth * step) / 2
    places = pd.DataFrame({
        "y": placed["outlet"].map(tops + inner) + (placed["row"] + 0.5) * step,
        "since": placed["since"], "until": placed["until"], "side": placed["side"],
    })  # fmt: skip
    names = pd.DataFrame({
        "outlet": outlets, "label": [short(name, 60) for name in outlets], "top": tops.to_numpy(),
        "label_y": (tops + heights / 2 - 7).to_numpy(), "count": [_count(rows[rows["outlet"] == name]) for name in outlets],
    })  # fmt: skip
    told = rows[
        ["event", "title", "outlet", "exact", "when", "words", "by", "basis", "where"]
    ].assign(title=[short(title, 200) for title in rows["title"]])  # fmt: skip
    return Lanes(told.join(places), names, int(heights.sum()), step)


def _first(rows: pd.DataFrame) -> pd.DataFrame:
    """As many rows as are drawn: those of the events that most outlets place."""
    if len(rows) <= ROWS:
        return rows
    outlets = rows.groupby("event")["outlet"].transform("nunique")
    order = pd.DataFrame({"outlets": -outlets, "event": rows["event"]}).sort_values(["outlets", "event"], kind="stable")
    return rows.loc[order.index[:ROWS].sort_values()]


def _count(rows: pd.DataFrame) -> str:
    """How many rows of a lane have a date, have none, are drawn by their order."""
    dated = rows["since"].notna() | rows["until"].notna()
    ordered = rows["basis"] == ORDER
    return f"{(dated & ~ordered).sum()} dated, {(~dated & ~ordered).sum()} not, {(dated & ordered).sum()} by order"


def _placed(rows: pd.DataFrame, window: tuple[int, int]) -> pd.DataFrame:
    """The dated placings in milliseconds, each with its row in the lane: the first one that is free.

    An open side reaches to the earliest or latest time of the case; that of an event known by its order only as far as
    shows on which ``side`` (-1, 1; else 0) of its neighbour it lies.
    """
    placed = rows[rows["since"].notna() | rows["until"].notna()]
    ordered = placed["basis"] == ORDER
    side = ordered * (placed["until"].isna().astype(int) - placed["since"].isna().astype(int))
    known = pd.concat([placed["since"], placed["until"]]).dropna()
    since, until = placed["since"].fillna(known.min()), placed["until"].fillna(known.max())
    placed = placed.assign(since=since.map(milliseconds), until=until.map(milliseconds), side=side)
    stub = (window[1] - window[0]) // 12
    placed["until"] = placed["until"].mask(side > 0, placed["since"] + stub)
    placed["since"] = placed["since"].mask(side < 0, placed["until"] - stub)
    # A point is as wide as about ten pixels of the window that is drawn first.
    apart = (window[1] - window[0]) * 10 // (TOTAL - LEFT)
    placed = placed.sort_values(["since", "until"], kind="stable")
    free: dict[str, list[int]] = {}
    levels = []
    for outlet, since, until in zip(placed["outlet"], placed["since"], placed["until"], strict=True):
        ends = free.setdefault(outlet, [])
        level = next((i for i, end in enumerate(ends) if end <= since), len(ends))
        ends[level : level + 1] = [max(until, since + apart)]
        levels.append(level)
    return placed.assign(row=levels)


def _when(since: pd.Timestamp, until: pd.Timestamp) -> str:
    """A placing in words: a day, a minute, or from and to, both included."""
    if pd.isna(since) and pd.isna(until):
        return "no date"
    first = "open" if pd.isna(since) else _moment(since)
    if pd.isna(until):
        return f"{first} or later"
    days = until.time() == datetime.min.time() and (pd.isna(since) or since.time() == datetime.min.time())
    last = _moment(until - pd.Timedelta(days=1) if days else until - pd.Timedelta(minutes=1))
    if pd.isna(since):
        return f"{last} or earlier"
    if days:
        first = _date(since)
        last = _date(until - pd.Timedelta(days=1))
    if first == last:
        return first
    if not days and since.date() == (until - pd.Timedelta(minutes=1)).date():
        last = last.rsplit(" ", 1)[1]
    return f"{first} – {last}"


def _date(moment: datetime) -> str:
    return f"{moment:%a} {moment.day} {moment:%b %Y}"


def _moment(moment: datetime) -> str:
    return _date(moment) + (f" {moment:%H:%M}" if moment.time() != datetime.min.time() else "")
