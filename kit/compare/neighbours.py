"""Events that an article orders but never dates: what it puts before, after and around them, and so when they were.

* an event lies after every event that its article puts before it, so not before the earliest time of any of these;
* bounds come from the same article's dates and orders alone, never from another article.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from kit.compare.points import Points, bits, points
from kit.compare.timeline import timeline

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["COLUMNS", "neighbours"]

COLUMNS = (
    "article", "outlet", "event", "title", "after", "before", "during", "since", "until", "since_event", "until_event",
    "start", "end",
)  # fmt: skip


class Dates(NamedTuple):
    """When an article's dated events begin at the earliest and end at the latest."""

    since: Mapping[str, pd.Timestamp]
    until: Mapping[str, pd.Timestamp]


def neighbours(case: Case) -> pd.DataFrame:
    """One row for each event that an article orders and never dates, in the order of the articles, then of the telling.

    Columns: ``article``, ``outlet``, ``event``, ``title``; ids with ``;`` between: ``after`` (the nearest events that
    are over before it), ``before`` (the nearest that begin after it), ``during`` (those it falls within); ``since``
    (inclusive) and ``until`` (exclusive) as in `kit.compare.timeline`, the tightest that follow from dated events, and
    ``since_event``, ``until_event``, the ids of these; missing where nothing dated stands on that side, or where the
    sides contradict each other; ``start`` and ``end`` of the first words that order the event, in code points.
    """
    placed, titles = timeline(case), dict(zip(case.events["event"], case.events["title"], strict=True))
    placed = placed[placed["since"].notna() | placed["until"].notna()]
    dated = {str(article): _dates(group) for article, group in placed.groupby("article")}
    groups = dict(iter(case.orders.sort_values("order").groupby("article")))
    rows: list[tuple[object, ...]] = []
    for article, outlet in case.articles[["article", "outlet"]].itertuples(index=False):
        if article not in groups:
            continue
        group, dates = groups[article], dated.get(article, Dates({}, {}))
        found, first = points(group), _first(group)
        before = _ended(found)
        known = {*dates.since, *dates.until}
        undated = sorted((first[event], event) for event in set(found.events) - known)
        rows += [
            (article, outlet, event, titles[event], *_row(found, before, event, dates), *where)
            for where, event in undated
        ]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    times = dict.fromkeys(("since", "until"), "datetime64[s]")
    return frame.astype({name: times.get(name, "str") for name in COLUMNS} | {"start": "Int64", "end": "Int64"})


def _dates(reports: pd.DataFrame) -> Dates:
    """The stretch that all placings of an event share, or where they share none the one that holds them all."""
    since, until = {}, {}
    for event, group in reports.groupby("event"):
        low, high = group["since"].max(), group["until"].min()
        if low >= high:
            low, high = group["since"].min(), group["until"].max()
        if pd.notna(low):
            since[str(event)] = low
        if pd.notna(high):
            until[str(event)] = high
    return Dates(since, until)


def _first(orders: pd.DataFrame) -> dict[str, tuple[int, int]]:
    """Where the words that first order each event stand."""
    found: dict[str, tuple[int, int]] = {}
    for before, after, start, end in orders[["before", "after", "start", "end"]].itertuples(index=False):
        for event in (before, after):
            found[event] = min(found.get(event, (start, end)), (start, end))
    return found


def _row(found: Points, before: Sequence[int], event: str, dates: Dates) -> tuple[object, ...]:
    begins = 2 * bisect_left(found.events, event)
    ends = begins + 1
    starts = ((1 << 2 * len(found.events)) - 1) // 3  # every even bit
    earlier = {point // 2 for point in bits(before[begins])}
    later = {point // 2 for point in bits(found.strictly[ends] & starts)}
    last = found.later[ends] & ~starts & ~(1 << ends)
    around = {point // 2 for point in bits(last) if found.later[point - 1] >> begins & 1}
    # What lasts may have begun before the day it is placed on: only its end, or the whole around an event, gives a bound.
    since = _bound(found, dates.since, earlier | around, latest=True)
    until = _bound(found, dates.until, later | around, latest=False)
    if since and until and since[1] >= until[1]:
        since = until = None
    begun = sum(1 << 2 * i for i in earlier)
    after = _union(found.strictly[2 * i + 1] for i in later)
    near = (
        [i for i in earlier if not found.strictly[2 * i + 1] & begun & ~(1 << 2 * i)],
        [i for i in later if not after >> 2 * i & 1 or found.strictly[2 * i + 1] >> 2 * i & 1],
        around,
    )
    ids = [";".join(found.events[i] for i in sorted(each)) for each in near]
    times = [each[1] if each else pd.NaT for each in (since, until)]
    return (*ids, *times, *(each[0] if each else None for each in (since, until)))


def _ended(found: Points) -> list[int]:
    """For each point the ends of events that are over before it."""
    before = [0] * len(found.later)
    for point in range(1, len(before), 2):
        for later in bits(found.strictly[point]):
            before[later] |= 1 << point
    return before


def _union(masks: Iterable[int]) -> int:
    whole = 0
    for mask in masks:
        whole |= mask
    return whole


def _bound(
    found: Points, times: Mapping[str, pd.Timestamp], near: set[int], *, latest: bool
) -> tuple[str, pd.Timestamp] | None:
    """The tightest time among these events, and whose it is."""
    known = sorted((times[event], event) for i in near if (event := found.events[i]) in times)
    if not known:
        return None
    tightest = known[-1][0] if latest else known[0][0]
    return min(event for time, event in known if time == tightest), tightest
