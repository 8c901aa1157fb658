"""Another day of publication for the articles that do not state theirs, and what would move with it.

* in JupyterLab a date to pick, a button back to the day assumed, the timeline drawn again, and what moved;
* wherever widgets cannot live, a table: each time expression now, and were the texts a day or a week later.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pandas as pd

from kit.compare.redating import moved, redated
from kit.show.evidence import STATIC
from kit.show.layout.lanes import ORDER, placings
from kit.show.look import article_names
from kit.show.table import Table
from kit.show.timeline import timeline

if TYPE_CHECKING:
    from ipywidgets import VBox

    from kit.case import Case

__all__ = ["redate"]

LATER = {"were it a day later": 1, "were it a week later": 7}


def redate(case: Case) -> Table | VBox:
    """The timeline for another day of publication of the undated articles; where ``KIT_STATIC`` is set a table of what
    a day or a week would move. A case in which every article states its day has nothing to change, and says so."""
    days = _assumed(case)
    if not days:
        return Table(
            pd.DataFrame(columns=["article"]), "No day of publication is assumed in this case: nothing can move"
        )
    return (
        _compared(case, days)
        if os.environ.get(STATIC)
        else _widget(case, max(days.values(), key=[*days.values()].count))
    )


def _assumed(case: Case) -> dict[str, date]:
    rows = case.articles[case.articles["published_basis"] == "assumed"]
    return {name: date.fromisoformat(day[:10]) for name, day in zip(rows["article"], rows["published"], strict=True)}


def _compared(case: Case, days: Mapping[str, date]) -> Table:
    """What each time expression of the undated articles means now and later, those that move at all."""
    now = _when(case)
    frame = now[now["article"].isin(days)].reset_index()
    for title, step in LATER.items():
        later = redated(case, {article: (day + timedelta(step)).isoformat() for article, day in days.items()})
        frame[title] = frame["report"].map(_when(later)["placed now"])
    frame = frame[(frame[list(LATER)].ne(frame["placed now"], axis=0)).any(axis="columns")]
    keys = ["article", "words", "placed now", *LATER]
    rows = frame.groupby(keys, sort=False).size().rename("placings").reset_index()
    rows.insert(2, "placings", rows.pop("placings").astype("Int64"))
    rows["article"] = rows["article"].map(article_names(case))
    told = ", ".join(dict.fromkeys(day.isoformat() for day in days.values()))
    return Table(
        rows, f"What would move if the undated articles had not appeared on {told}, the day assumed, but later"
    )


def _when(case: Case) -> pd.DataFrame:
    """Every placing in words, by report."""
    rows = placings(case)
    rows = rows[rows["basis"] != ORDER].set_index("report")
    words = ("“" + rows["expression"] + "”").fillna("–")
    return pd.DataFrame({"article": rows["article"], "words": words, "placed now": rows["when"]})


def _moved(case: Case, later: Case, day: date) -> Table:
    """What the chosen day moves, placing by placing."""
    rows = moved(case, later)
    now, then = _when(case)["placed now"], _when(later)["placed now"]
    frame = pd.DataFrame(
        {
            "article": rows["article"].map(article_names(case)), "event": rows["title"], "words": rows["expression"],
            "was placed at": rows["report"].map(now), "is placed at": rows["report"].map(then), "basis": rows["basis"],
        }
    )  # fmt: skip
    count = f"{len(frame)} placing{'s' * (len(frame) != 1)}"
    return Table(frame, f"{count} moved: published on {day.isoformat()} instead of the day assumed")


def _widget(case: Case, assumed: date) -> VBox:
    import ipywidgets as widgets

    picker = widgets.DatePicker(description="published", value=assumed)
    back = widgets.Button(description=f"back to {assumed.isoformat()}")
    said = widgets.HTML()
    shown = widgets.Output()

    def refresh(_: object = None) -> None:
        day = picker.value or assumed
        try:
            later = redated(case, day.isoformat())
        except ValueError as error:
            said.value = Table(pd.DataFrame({"what": [str(error)]}), "This day cannot be taken").html()
            return
        said.value = ""
        shown.outputs = (_output(timeline(later)), _output(_moved(case, later, day)))

    def reset(_: object) -> None:
        picker.value = assumed

    picker.observe(refresh, names="value")
    back.on_click(reset)
    refresh()
    return widgets.VBox([widgets.HBox([picker, back]), said, shown])


def _output(shown: Any) -> dict[str, object]:
    """What a cell would show, as an output widget keeps it."""
    found = shown._repr_mimebundle_()
    data, metadata = found if isinstance(found, tuple) else (found, {})
    return {"output_type": "display_data", "data": data, "metadata": metadata}
