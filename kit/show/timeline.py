"""When each outlet places each event: all of it above, a stretch around the event below, the words in a list.

* a lane an outlet; a point is one day or minute, a bar a stretch inside which the words leave it open;
* how a placing came about has a mark of its own: stated, resolved, inferred, or known by the order of events alone;
* a menu or a click chooses an event: its placings stand out in all lanes and are listed with their words;
* times are the case's local wall time, written as UTC, so that no viewer's own time zone moves them.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

import altair as alt
import pandas as pd

from kit.show import look
from kit.show.figure import figure, nothing
from kit.show.layout import basis
from kit.show.layout.labels import MENU_WIDTH, counted, short
from kit.show.layout.lanes import LEFT, ORDER, TOTAL, Lanes, lanes, milliseconds, placings
from kit.show.layout.listing import Column, chooser, chosen, listing

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["timeline"]

NAME = "When the outlets place each event"
LISTED = 8
"""Rows of the list; more are counted below it."""

VIEWS = ("overview_0", "detail_2")
"""The layers that a click chooses an event on. Altair ends a layer's name with its place in the concatenation."""

READ = {
    "title": "event", "outlet": "outlet", "when": "placed at", "words": "words",
    "by": "placed by", "basis": "basis", "where": "characters",
}  # fmt: skip
"""What a reader sees of a placing, in the tooltip and in the table."""

FORMAT = {
    "year": "%Y", "quarter": "%b %Y", "month": "%b %Y", "week": "%a %-d %b", "date": "%a %-d %b", "hours": "%H:%M",
    "minutes": "%H:%M", "seconds": "%H:%M", "milliseconds": "%H:%M",
}  # fmt: skip


def timeline(case: Case) -> alt.VConcatChart | alt.Chart:
    """Every report of the case on the outlets' lanes, and the reports of one event as a list."""
    every = placings(case)
    rows = every[every["basis"] != ORDER]
    dated = rows["since"].notna() | rows["until"].notna()
    if not dated.any():
        return nothing(NAME, "No article of this case places an event at a date." if rows.empty else (
            f"None of the {len(rows)} placings in this case can be resolved to a date."))  # fmt: skip
    windows = _windows(case, rows)
    drawn = lanes(case, every, next(iter(windows.values())))
    parts = [_overview(case, drawn, windows), basis.key(case), _detail(case, drawn, windows), _list(drawn)]
    chart = alt.vconcat(*parts, spacing=14, params=[_stretch(windows), _event(drawn.rows)])
    return figure(
        chart, name=NAME, description=_description(case, rows), finding=_finding(rows, every, drawn),
        table=_table(drawn.rows),
    )  # fmt: skip


def _finding(rows: pd.DataFrame, every: pd.DataFrame, drawn: Lanes) -> str:
    undated = int((rows["since"].isna() & rows["until"].isna()).sum())
    exact = int(rows["exact"].sum())
    count, events, outlets = len(rows), rows["event"].nunique(), rows["outlet"].nunique()
    told = (
        f"{counted(outlets, 'outlet')} place{'s' * (outlets == 1)} {counted(events, 'event')} in time "
        f"{counted(count, 'time')}: {exact} at one day or minute, {count - exact - undated} inside a longer stretch, "
        f"and {undated} in words that give no date."
    )
    ordered = every[every["basis"] == ORDER]
    beside = int((ordered["since"].notna() | ordered["until"].notna()).sum())
    if len(ordered):
        told += f" {len(ordered)} more are only put in order, {beside} of them beside an event with a date."
    return told + (f" The first {len(drawn.rows)} of them are drawn." if len(drawn.rows) < count + beside else "")


def _description(case: Case, rows: pd.DataFrame) -> str:
    return (
        f"Two timelines with one lane for each of {rows['outlet'].nunique()} outlets, time from left to right "
        f"({case.about.timezone}): above all {len(rows)} placings, below a stretch chosen in a menu, at first around "
        f"{_day(case.about.happened)}. A list gives the words that place the chosen event."
    )


def _day(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[list(READ)].rename(columns=READ)


def _windows(case: Case, rows: pd.DataFrame) -> dict[str, tuple[int, int]]:
    """The stretches of the menu, in milliseconds; the days around the event first where anything lies in them."""
    midnight = datetime.combine(case.about.happened, time())
    since, until = rows["since"].fillna(rows["until"]), rows["until"].fillna(rows["since"])
    first, last = since.min(), until.max()
    margin = max((last - first) / 50, timedelta(minutes=30))
    spans = {
        "the days around the event": (-2, 3), "the day of the event": (0, 1), "the weeks around the event": (-21, 22),
    }  # fmt: skip
    found = {
        name: (midnight + timedelta(days=a), midnight + timedelta(days=b)) for name, (a, b) in spans.items()
        if ((since < midnight + timedelta(days=b)) & (until > midnight + timedelta(days=a))).any()
    }  # fmt: skip
    found["all of it"] = (first - margin, last + margin)
    return {name: (milliseconds(a), milliseconds(b)) for name, (a, b) in found.items()}


def _stretch(windows: dict[str, tuple[int, int]]) -> alt.VariableParameter:
    menu = alt.binding_select(options=[*range(len(windows))], labels=list(windows), name="stretch of time ")
    return alt.VariableParameter(name="stretch", value=0, bind=menu)


def _event(rows: pd.DataFrame) -> alt.TopLevelSelectionParameter:
    """The choice of an event, by menu or click: at first the one that most outlets place, most differently."""
    found = rows.assign(times=rows["when"].where(rows["basis"] != ORDER)).groupby("event", sort=False).agg(
        title=("title", "first"), outlets=("outlet", "nunique"), times=("times", "nunique")
    )  # fmt: skip
    found = found.sort_values(["outlets", "times"], ascending=False, kind="stable")
    labels = [
        f"{short(title, MENU_WIDTH)} ({counted(outlets, 'outlet')})"
        for title, outlets in zip(found["title"], found["outlets"], strict=True)
    ]
    menu = alt.binding_select(options=[None, *found.index], labels=["all events", *labels], name="event ")
    return chooser("chosen_event", ["event"], [{"event": found.index[0]}], VIEWS, menu, only=VIEWS)


def _edges(windows: dict[str, tuple[int, int]]) -> tuple[str, str]:
    """Vega expressions of the ends of the chosen stretch: numbers only."""
    first, last = ([window[side] for window in windows.values()] for side in (0, 1))
    return f"{first}[stretch]", f"{last}[stretch]"


def _overview(case: Case, drawn: Lanes, windows: dict[str, tuple[int, int]]) -> alt.LayerChart:
    """All placings on thin lanes; the frame shows the stretch that is drawn below."""
    domain = [alt.ExprRef(str(edge)) for edge in windows["all of it"]]
    axis = _axis("all placings; the frame is the stretch below")
    x = alt.X("since:T", axis=axis, scale=alt.Scale(type="utc", domain=domain, range=[LEFT, TOTAL], clamp=True))
    y = alt.Y("outlet:N", axis=None, scale=alt.Scale(type="point", domain=drawn.names["outlet"].tolist(), padding=0.5))
    height = 16 * len(drawn.names) + 8
    marks = _marks(case, drawn, View(x, y, 5, 34, VIEWS[0]))
    low, high = _edges(windows)
    frame = alt.Chart(pd.DataFrame({"here": [0]})).transform_calculate(since=low, until=high).mark_rect(
        fill=None, stroke=look.INK, strokeDash=[4, 2]
    ).encode(x=alt.X("since:T"), x2=alt.X2("until:T"))  # fmt: skip
    names = alt.Chart(drawn.names).mark_text(align="left", dx=14, limit=LEFT - 24).encode(
        x=alt.XValue(0), y=y, text=alt.Text("label:N"), tooltip=alt.Tooltip("outlet:N")
    )  # fmt: skip
    return alt.LayerChart(layer=[frame, *marks, names, _shapes(case, drawn, y)]).properties(
        width=TOTAL, height=height, view=alt.ViewConfig(stroke=None)
    )  # fmt: skip


def _detail(case: Case, drawn: Lanes, windows: dict[str, tuple[int, int]]) -> alt.LayerChart:
    """The chosen stretch: in each lane as many rows as placings overlap."""
    low, high = _edges(windows)
    domain = [alt.ExprRef(low), alt.ExprRef(high)]
    axis = _axis(f"wall time in {case.about.timezone}; shaded: {_day(case.about.happened)}, the day of the event")
    x = alt.X("since:T", axis=axis, scale=alt.Scale(type="utc", domain=domain, range=[LEFT, TOTAL], clamp=True))
    pixels = alt.Scale(domain=[0, drawn.height], range=[0, drawn.height], nice=False)
    y = alt.Y("y:Q", axis=None, scale=pixels)
    inside = f"datum.until > {low} && datum.since < {high}"
    marks = _marks(case, drawn, View(x, y, drawn.step - 2, drawn.step * 7, VIEWS[1], inside))
    midnight = milliseconds(datetime.combine(case.about.happened, time()))
    day = alt.Chart(pd.DataFrame({"since": [midnight], "until": [midnight + 86_400_000]}))
    shade = day.transform_filter(inside).mark_rect(color="#f1ead2").encode(x=alt.X("since:T"), x2=alt.X2("until:T"))
    lines = alt.Chart(drawn.names).mark_rule(color="#bbbbbb").encode(y=alt.Y("top:Q", scale=pixels, axis=None))
    labels = _names(case, drawn, alt.Y("label_y:Q", scale=pixels, axis=None))
    return alt.LayerChart(layer=[shade, lines, *marks, *_cut(case, drawn, y, low, high), *labels]).properties(
        width=TOTAL, height=drawn.height, view=alt.ViewConfig(stroke=None)
    )  # fmt: skip


def _cut(case: Case, drawn: Lanes, y: alt.Y, low: str, high: str) -> list[alt.Chart]:
    """Arrows where a bar goes on before or after the stretch that is drawn."""
    inside = alt.Chart(drawn.rows).transform_filter(f"isValid(datum.y) && datum.until > {low} && datum.since < {high}")
    ends = ((f"datum.since < {low}", "◂", LEFT - 6), (f"datum.until > {high}", "▸", TOTAL + 6))
    return [
        inside.transform_filter(test).mark_text(text=arrow, fontSize=11).encode(
            x=alt.XValue(at), y=y, color=look.outlet_colour(case, legend=None)
        )
        for test, arrow, at in ends
    ]  # fmt: skip


def _axis(title: str) -> alt.Axis:
    return alt.Axis(title=title, format=FORMAT, tickCount=7, labelFlush=False, labelOverlap=True, domain=True)


class View(NamedTuple):
    """One of the two timelines: its scales, the size of its marks, its name, and what lies inside it."""

    x: alt.X
    y: alt.Y
    thickness: float
    point: float
    name: str
    inside: str = "true"


def _marks(case: Case, drawn: Lanes, view: View) -> list[alt.Chart]:
    """Bars for stretches; points with a thin line for one day or minute. What is not chosen is pale.

    Filled: stated (with a thick line) or resolved; hollow: inferred; dotted, with an arrow: known by its order.
    """
    placed = (
        alt.Chart(drawn.rows)
        .transform_filter(f"isValid(datum.y) && {view.inside}")
        .encode(x=alt.X("since:T"), y=view.y)
    )
    bright = alt.condition(chosen("chosen_event"), alt.value(1), alt.value(0.28))
    colour, shape = look.outlet_colour(case, legend=None), look.outlet_shape(case, legend=None)
    fill = alt.Fill("outlet:N", legend=None, scale=colour["scale"], condition={"test": basis.HOLLOW, "value": "white"})
    base = placed.encode(opacity=bright, color=colour)
    bars = base.transform_filter(f"!datum.exact && !({basis.ORDERED})").mark_bar(
        filled=False, size=view.thickness - 1, strokeWidth=1
    ).encode(x2=alt.X2("until:T"), fill=fill)  # fmt: skip
    days = base.transform_filter(f"datum.exact || {basis.ORDERED}").mark_rule().encode(
        x2=alt.X2("until:T"),
        strokeWidth=basis.WEIGHT,
        strokeDash=basis.DASH,
    )  # fmt: skip
    # The scale stands on the points alone: Vega-Lite takes a domain with x and x2 for two that conflict.
    points = base.transform_calculate(since="(datum.since + datum.until) / 2").transform_filter(
        f"datum.exact && {view.inside}"
    ).mark_point(filled=False, size=view.point, strokeWidth=1.2).encode(x=view.x, shape=shape, fill=fill)  # fmt: skip
    ends = base.transform_calculate(since="datum.side > 0 ? datum.until : datum.since").transform_filter(
        f"{basis.ORDERED} && datum.side && {view.inside}"
    ).mark_point(filled=False, size=view.point, strokeWidth=1.2, fill="white").encode(
        shape=alt.condition("datum.side > 0", alt.value("triangle-right"), alt.value("triangle-left"))
    )  # fmt: skip
    # One unseen line over each placing answers the pointer, its square ends wide enough for a single minute.
    target = placed.mark_rule(strokeWidth=max(8, view.thickness), strokeCap="square", opacity=0.001)
    tips = [alt.Tooltip(f"{field}:N", title=title) for field, title in READ.items()]
    return [bars, days, points, ends, target.encode(x2=alt.X2("until:T"), tooltip=tips).properties(name=view.name)]


def _shapes(case: Case, drawn: Lanes, y: alt.Y) -> alt.Chart:
    colour, shape = look.outlet_colour(case, legend=None), look.outlet_shape(case, legend=None)
    marks: alt.Chart = alt.Chart(drawn.names).mark_point(filled=True, size=70, opacity=1)
    return marks.encode(x=alt.XValue(6), y=y, color=colour, shape=shape)


def _names(case: Case, drawn: Lanes, y: alt.Y) -> list[alt.Chart]:
    """The outlet of each lane, and how many of its placings have no date."""
    names = alt.Chart(drawn.names).encode(x=alt.XValue(0), y=y, tooltip=alt.Tooltip("outlet:N"))
    outlet = names.mark_text(align="left", dx=14, limit=LEFT - 24, fontWeight="bold").encode(text=alt.Text("label:N"))
    count = names.mark_text(align="left", dx=14, dy=15, fontSize=11, color=look.GREY).encode(text=alt.Text("count:N"))
    return [outlet, count, _shapes(case, drawn, y)]


def _list(drawn: Lanes) -> alt.LayerChart:
    columns = (
        Column("outlet", "outlet", 0, 150), Column("words", "words", 155, 165), Column("when", "placed at", 325, 220),
        Column("by", "placed by", 550, 175), Column("basis", "basis", 730, 62), Column("where", "characters", 795, 85),
    )  # fmt: skip
    chosen_rows = alt.Chart(drawn.rows).transform_filter(chosen("chosen_event"))
    return listing(chosen_rows, columns, heading="title", rows=LISTED, name="listed")
