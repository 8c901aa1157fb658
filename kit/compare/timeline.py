"""When each article places each event: the rows of reports.csv as stretches of local time.

* a date means its whole day, a minute its whole minute: ``latest`` is included, so ``until`` is the moment after it;
* times with an offset are brought into the case's time zone; the result carries no zone;
* a row without any date is kept, with empty times: that an article does not date an event is a finding too.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pandas as pd

from kit.compare.speech import voices
from kit.values import instant

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["COLUMNS", "local", "timeline"]

COLUMNS = (
    "report", "article", "outlet", "event", "title", "earliest", "latest", "since", "until", "precision", "exact",
    "basis", "expression", "hedge", "by", "start", "end",
)  # fmt: skip


def timeline(case: Case) -> pd.DataFrame:
    """One row a report, in the order of the articles and, inside each, as read.

    Columns: ``report``, ``article``, ``outlet``, ``event``, its ``title``; ``earliest`` and ``latest`` as written;
    ``since`` (inclusive) and ``until`` (exclusive) as datetimes in the case's time zone, missing where open or
    unresolved; ``precision``; ``exact`` (one minute or one day); ``basis``, ``expression``, ``hedge``; ``by`` (the
    speaker whose placing it is, in words, or ``the article itself``); ``start`` and ``end`` of the words in code points.
    """
    articles = case.articles.set_index("article")
    events = case.events.set_index("event")
    zone = ZoneInfo(case.about.timezone)
    frame = case.reports
    frame["outlet"] = frame["article"].map(articles["outlet"])
    frame["title"] = frame["event"].map(events["title"])
    frame["since"] = _moments(frame["earliest"], zone, after=False)
    frame["until"] = _moments(frame["latest"], zone, after=True)
    length = frame["until"] - frame["since"]
    frame["exact"] = frame["precision"].isin(["minute", "day"]) & (length <= timedelta(days=1))
    names = voices(case)
    frame["by"] = pd.Series([names.get(voice, voice) for voice in frame["asserted_by"]], frame.index, "str")
    order = frame["article"].map({article: i for i, article in enumerate(articles.index)})
    place = pd.DataFrame({"article": order, "start": frame["start"]}).sort_values(["article", "start"], kind="stable")
    return frame.loc[place.index, list(COLUMNS)].reset_index(drop=True)


def _moments(cells: pd.Series, zone: ZoneInfo, *, after: bool) -> pd.Series:
    moments = [pd.NaT if pd.isna(cell) else local(cell, zone, after=after) for cell in cells]
    return pd.Series(moments, index=cells.index, dtype="datetime64[s]")


def local(cell: str, zone: ZoneInfo, *, after: bool) -> datetime:
    """The wall time of a cell, or the moment after the day or minute it names."""
    moment = instant(cell)
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time()) + timedelta(days=after)
    wall = moment.astimezone(zone).replace(tzinfo=None) if moment.tzinfo else moment
    return wall + timedelta(minutes=after)
