"""Where each placing stands on the outlets' lanes of a timeline.

* a lane is one outlet; placings that overlap in time stand in rows under each other;
* rows get thinner when there are many, so that all lanes fit on a screen.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from kit.show import look
from kit.show.layout.labels import short

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["LEFT", "TOTAL", "Lanes", "lanes", "milliseconds"]

TOTAL = 850
LEFT = 190
"""Pixels before the time axis, for the outlets' names."""

ROOM = 440
"""Pixels of all lanes together; where more rows are needed than fit, those below begin again at the top."""

THICKEST, THINNEST = 14, 4
LANE = 40
"""The least height of a lane: two lines of text."""


class Lanes(NamedTuple):
    """``rows``: all placings with readable columns; ``placed``: those with a date and their place in pixels;
    ``names``: a row a lane; ``height`` and ``step`` (of a row) in pixels."""

    rows: pd.DataFrame
    placed: pd.DataFrame
    names: pd.DataFrame
    height: int
    step: int


def milliseconds(moment: datetime) -> int:
    """Wall time as if it were UTC, in milliseconds since 1970: the same for every viewer."""
    return int((pd.Timestamp(moment) - pd.Timestamp(1970, 1, 1)) // pd.Timedelta(milliseconds=1))


def lanes(case: Case, rows: pd.DataFrame, window: tuple[int, int]) -> Lanes:
    """The placings of ``kit.compare.timeline``; those that overlap in ``window`` get rows of their own."""
    rows = rows.assign(
        when=[_when(since, until) for since, until in zip(rows["since"], rows["until"], strict=True)],
        where=rows["start"].astype("str") + "-" + rows["end"].astype("str"),
    )
    rows = rows.assign(**{field: rows[field].fillna("–") for field in ("expression", "hedge")})
    placed = _placed(rows, window)
    placed["row"] %= max(1, (ROOM - 12 * rows["outlet"].nunique()) // (rows["outlet"].nunique() * THINNEST))
    outlets = [name for name in look.outlet_names(case) if name in set(rows["outlet"])]
    depth = placed.groupby("outlet")["row"].max().add(1).reindex(outlets).fillna(0).astype(int)
    step = int(max(THINNEST, min(THICKEST, (ROOM - 12 * len(outlets)) // max(1, depth.sum()))))
    heights = (depth * step + 12).clip(lower=LANE)
    tops = heights.cumsum() - heights
    inner = (heights - depth * step) / 2
    placed = placed.assign(
        lane=placed["outlet"].map({name: i for i, name in enumerate(outlets)}),
        y=placed["outlet"].map(tops + inner) + (placed["row"] + 0.5) * step,
    )
    counts = rows.groupby("outlet").size().reindex(outlets)
    undated = counts - placed.groupby("outlet").size().reindex(outlets).fillna(0).astype(int)
    names = pd.DataFrame({
        "outlet": outlets, "label": [short(name, 60) for name in outlets], "lane": range(len(outlets)), "top": tops.to_numpy(),
        "label_y": (tops + heights / 2 - 7).to_numpy(),
        "count": [f"{n - u} with a date, {u} without" for n, u in zip(counts, undated, strict=True)],
    })  # fmt: skip
    kept = [
        "event", "title", "outlet", "lane", "y", "since", "until", "exact", "when", "expression", "hedge", "by", "basis",
        "where",
    ]  # fmt: skip
    return Lanes(rows, placed[kept], names, int(heights.sum()), step)


def _placed(rows: pd.DataFrame, window: tuple[int, int]) -> pd.DataFrame:
    """The dated placings in milliseconds, each with its row in the lane: the first one that is free.

    An open side reaches to the earliest or latest time of the case.
    """
    placed = rows[rows["since"].notna() | rows["until"].notna()]
    known = pd.concat([placed["since"], placed["until"]]).dropna()
    placed = placed.assign(since=placed["since"].fillna(known.min()), until=placed["until"].fillna(known.max()))
    placed = placed.assign(since=placed["since"].map(milliseconds), until=placed["until"].map(milliseconds))
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
