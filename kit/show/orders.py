"""Which event comes before which, by whom: events in one column, every order a line between two of them.

* a line has the colour and shape of its outlet; its end says what it means: later, within, or at the same time;
* lines that contradict others are heavier and carry a sign; the finding says what kind of contradiction it is;
* a menu chooses an outlet, a click on an event lists every order it is part of, with the words' place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import pandas as pd

from kit.compare.orders import pairs
from kit.show import look
from kit.show.figure import figure, nothing
from kit.show.layout.canvas import Canvas
from kit.show.layout.labels import MENU_WIDTH, counted, menu, short
from kit.show.layout.listing import Column, chooser, chosen, listing
from kit.show.layout.tracks import LEFT, TOTAL, Tracks, tracks
from kit.show.table import Table

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["orders", "orders_graph"]

NAME = "Which event comes before which"
LISTED = 6
"""Rows of the list; more are counted below it."""

VIEWS = ("order_rows_1", "order_lines_1")
FAINT = 0.1
SIGN = "≠"
KEY = (
    ("▼", "comes later (▲ drawn upwards)", 0), ("○", "falls within", 215), ("=", "at the same time, or begins or ends it", 315),
    (SIGN, "contradicts one or two others", 570),
)  # fmt: skip


def orders_graph(case: Case) -> alt.VConcatChart | alt.Chart:
    """The orders of all articles, outlet by outlet, contradictions marked, and the orders of one event as a list."""
    if case.orders.empty:
        return nothing(NAME, "No article of this case puts two events in order.")
    drawn = tracks(case)
    parts = [_key(case, drawn), _graph(case, drawn), _list(drawn)]
    chart = alt.vconcat(*parts, spacing=10, params=[_outlet(case, drawn), _event(drawn)])
    return figure(
        chart, name=NAME, description=_description(drawn), finding=_finding(case, drawn), table=_table(drawn)
    )  # fmt: skip


def orders(case: Case) -> Table:
    """How the articles order events, one row an order in words: earlier (or including) event, relation, later one."""
    rows, titles = case.orders, case.events.set_index("event")["title"]
    frame = pd.DataFrame({
        "outlet": rows["article"].map(look.article_names(case)), "earlier, or whole": rows["before"].map(titles),
        "relation": rows["relation"], "later, or part": rows["after"].map(titles),
        "characters": [f"{a}-{b}" for a, b in zip(rows["start"], rows["end"], strict=True)],
    })  # fmt: skip
    return Table(frame, "How the articles order events")


def _outlet(case: Case, drawn: Tracks) -> alt.TopLevelSelectionParameter:
    names = [name for name in look.outlet_names(case) if name in set(drawn.orders["outlet"])]
    select = alt.PointSelectionConfig(type="point", fields=["outlet"], on=f"@{VIEWS[1]}_marks:click", clear="dblclick")
    return alt.TopLevelSelectionParameter(
        name="order_outlet", select=select, bind=menu("outlet", names), views=[VIEWS[1]]
    )  # fmt: skip


def _event(drawn: Tracks) -> alt.TopLevelSelectionParameter:
    """The choice of an event: at first the one with the most marked lines, then the most orders."""
    rows = drawn.orders.assign(marked=drawn.orders["marked"].fillna(0))
    each = pd.concat([rows[["a", "marked"]].rename(columns={"a": "b"}), rows[["b", "marked"]]]).groupby("b")["marked"]
    found = pd.DataFrame({"marked": each.sum(), "orders": each.size()}).sort_values(
        ["marked", "orders"], ascending=False, kind="stable"
    )
    labels = [short(label, MENU_WIDTH) for label in drawn.events["label"]]
    options = alt.binding_select(options=drawn.events["event"].tolist(), labels=labels, name="event ")
    return chooser("order_event", ["event"], [{"event": str(found.index[0])}], VIEWS[:1], options, only=VIEWS[:1])


def _key(case: Case, drawn: Tracks) -> alt.LayerChart:
    """The signs in words, and below them the outlets with their shapes, as many as fit on a line."""
    rows = pd.DataFrame(KEY, columns=["glyph", "text", "x"]).assign(y=8)
    outlets = [name for name in look.outlet_names(case) if name in set(drawn.orders["outlet"])]
    labels = [short(name, 40) for name in outlets]
    ends = (pd.Series([34 + 7.2 * len(label) for label in labels])).cumsum()
    places = (ends - [34 + 7.2 * len(label) for label in labels] + 6).round(1)
    names = pd.DataFrame({"outlet": outlets, "text": labels, "x": places, "y": 28})[ends < TOTAL]
    canvas = Canvas(TOTAL, 40)
    colour, shape = look.outlet_colour(case, legend=None), look.outlet_shape(case, legend=None)
    return canvas.layered(
        canvas.text(rows, "glyph", fontWeight="bold"), canvas.text(rows.assign(x=rows["x"] + 16), fontSize=11),
        canvas.chart(names).mark_point(filled=True, size=70, opacity=1).encode(color=colour, shape=shape),
        canvas.text(names.assign(x=names["x"] + 10)),
    )  # fmt: skip


def _graph(case: Case, drawn: Tracks) -> alt.LayerChart:
    canvas = Canvas(TOTAL, drawn.height)
    rows = canvas.chart(drawn.events)
    is_chosen = chosen("order_event", empty=False)
    rules = rows.mark_rule(color="#eeeeee").encode(x2=alt.X2("x2:Q"))
    high = rows.mark_bar(height=16, cornerRadius=3).encode(
        x2=alt.X2("x2:Q"), color=alt.condition(is_chosen, alt.value("#f1ead2"), alt.value("transparent"))
    ).properties(name=VIEWS[0])  # fmt: skip
    names = canvas.text(drawn.events.assign(x=LEFT - 12), "label", align="right")
    lines = _named(canvas.chart(drawn.orders), drawn).transform_filter("isValid(datum.x)").encode(
        opacity=alt.condition(chosen("order_outlet"), alt.value(1), alt.value(FAINT))
    )  # fmt: skip
    return canvas.layered(rules, high, names, *_lines(case, lines))


def _lines(case: Case, lines: alt.Chart) -> list[alt.Chart]:
    """The lines with the outlet's shape where they begin and what they mean where they end."""
    colour, shape = look.outlet_colour(case, legend=None), look.outlet_shape(case, legend=None)
    marked = "datum.marked > 0"
    dash = alt.condition("datum.glyph === '○'", alt.value([2, 2]), alt.value([1, 0]))
    rule = lines.mark_rule().encode(
        y2=alt.Y2("y2:Q"),
        color=colour,
        strokeDash=dash,
        strokeWidth=alt.condition(marked, alt.value(3.5), alt.value(1.3)),
    )
    begin = lines.mark_point(filled=True, size=36, opacity=1).encode(color=colour, shape=shape)
    end = lines.transform_calculate(y="datum.y2").mark_text(fontSize=11, fontWeight="bold", baseline="middle").encode(
        text=alt.Text("glyph:N"), color=colour
    )  # fmt: skip
    middle = lines.transform_filter(marked).transform_calculate(y="(datum.y + datum.y2) / 2")
    halo = middle.mark_point(shape="circle", filled=True, size=130, color="white")
    sign = middle.mark_text(text=SIGN, fontSize=13, fontWeight="bold", baseline="middle").encode(color=colour)
    more = lines.transform_filter("datum.more > 0").transform_calculate(text="'+' + datum.more").mark_text(
        fontSize=11, dx=8, align="left"
    ).encode(text=alt.Text("text:N"))  # fmt: skip
    tips = [
        alt.Tooltip("earlier:N", title="earlier, or whole"), alt.Tooltip("relation:N", title="relation"),
        alt.Tooltip("later:N", title="later, or part"), alt.Tooltip("outlet:N", title="outlet"),
        alt.Tooltip("where:N", title="characters"), alt.Tooltip("against:N", title="not with"),
    ]  # fmt: skip
    target = lines.mark_rule(strokeWidth=9, opacity=0.001).encode(
        y2=alt.Y2("y2:Q"), tooltip=tips, opacity=alt.OpacityValue(0.001)
    )
    return [rule, begin, halo, sign, end, more, target.properties(name=VIEWS[1])]


def _named(rows: alt.Chart, drawn: Tracks) -> alt.Chart:
    labels = alt.LookupData(data=drawn.events[["event", "brief"]], key="event", fields=["brief"])
    found: alt.Chart = rows.transform_lookup(lookup="a", from_=labels, as_=["earlier"])
    return found.transform_lookup(lookup="b", from_=labels, as_=["later"])


def _list(drawn: Tracks) -> alt.LayerChart:
    columns = (
        Column("outlet", "outlet", 0, 130), Column("earlier", "earlier, or whole", 135, 205),
        Column("relation", "relation", 345, 110), Column("later", "later, or part", 460, 205),
        Column("where", "characters", 670, 75), Column("against", "not with", 750, 130),
    )  # fmt: skip
    rows = (
        _named(alt.Chart(drawn.orders), drawn).transform_calculate(event="[datum.a, datum.b]")
        .transform_flatten(["event"]).transform_filter(chosen("order_event")).transform_filter(chosen("order_outlet"))
        .transform_calculate(
            heading="join(split(datum.event === datum.a ? datum.earlier : datum.later, '\\n'), ' ')",
            against="replace(datum.against, ', ', ',\\n')",
        )
    )  # fmt: skip
    return listing(rows, columns, heading="heading", rows=LISTED, lines=2, name="listed_orders")


def _finding(case: Case, drawn: Tracks) -> str:
    rows, found = drawn.every, drawn.found
    outlets, events = rows["outlet"].nunique(), pd.concat([rows["before"], rows["after"]]).nunique()
    told = (
        f"{counted(outlets, 'outlet')} put{'s' * (outlets == 1)} {counted(events, 'event')} in order "
        f"{counted(len(rows), 'time')}"
    )
    left = f" (the {len(drawn.orders)} that most outlets give are listed)" if len(drawn.orders) < len(rows) else ""
    if found.empty:
        return f"{told}{left}; the orders are consistent: all of them can be followed."
    inside, across = int(found["within"].notna().sum()), int(found["within"].isna().sum())
    apart = len(pairs(case))
    unfollowed = f"; {counted(apart, 'pair')} of articles cannot both be followed" if apart else ""
    opposite = int((found["kind"] == "opposite order").sum())
    kinds = (
        f"{'In all' if opposite == len(found) else f'In {opposite:,}'} of these, beginnings stand in opposite order"
        if opposite else "In none do two events begin in opposite order: all turn on what was over by then, or happened at once"
    )  # fmt: skip
    return f"{told}{left}. Contradictions inside one article: {inside:,}; between articles: {across:,}{unfollowed}. {kinds}."


def _description(drawn: Tracks) -> str:
    one = drawn.implied == 1
    implied = (
        f" {counted(drawn.implied, 'order')} that follow{'s' * one} from others of the same article "
        f"{'is' if one else 'are'} listed, not drawn."
    )
    return (
        f"{counted(len(drawn.events), 'event')} in rows, earlier above later as far as the orders allow. Lines between rows "
        f"are orders, in the colour and shape of the outlet that gives them.{implied * bool(drawn.implied)} A list gives the orders of a chosen event."
    )


def _table(drawn: Tracks) -> pd.DataFrame:
    rows, names = drawn.orders, drawn.events.set_index("event")["label"]
    return pd.DataFrame({
        "outlet": rows["outlet"], "earlier, or whole": rows["a"].map(names), "relation": rows["relation"],
        "later, or part": rows["b"].map(names), "characters": rows["where"], "not with": rows["against"],
    })  # fmt: skip
