"""In which order each article tells its events: place in the text across, order of the events down.

* a line joins the events as they are told; where it climbs in colour, the article goes back in time;
* faint dotted steps join events that the article puts in no order: there, up and down mean nothing;
* all articles stand small in a row; a menu or a click chooses the one that is drawn with its events' names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import altair as alt
import pandas as pd

from kit.compare.telling import known
from kit.compare.telling import telling as told
from kit.show import look
from kit.show.figure import figure, nothing
from kit.show.layout.canvas import Canvas
from kit.show.layout.labels import MENU_WIDTH, counted, short, unique
from kit.show.layout.listing import chooser, chosen
from kit.show.layout.ranks import ranked, steps

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["telling"]

NAME = "In which order each article tells its events"

ARTICLES, EVENTS = 10, 45
"""Articles drawn at most, those first in the case, and events of each, those told first."""

TOTAL, LEFT, TOP, ROW = 880, 385, 8, 16
"""Pixels: of the whole, before the text's axis, above the first row, of a row."""

ACROSS, MINI_WIDTH, MINI_HEIGHT, MINI_TOP = 5, 168, 92, 22
"""Small pictures in a row, and the pixels of each."""

VIEWS = ("telling_small_0",)
BACK = "datum.step === 'back'"
TICKS = pd.DataFrame({"percent": [0, 25, 50, 75, 100]})
WORDS = {
    "first": "told first", "forward": "later than the one told before", "back": "earlier than the one told before",
    "open": "in no order with the one told before",
}  # fmt: skip


class Drawn(NamedTuple):
    """``rows``: a row an event, with its ``rank`` and the place and rank ``p0``, ``r0`` of the one told before it;
    ``articles``: their pictures; ``left``: articles left out; ``rest``: events left out."""

    rows: pd.DataFrame
    articles: pd.DataFrame
    left: int
    rest: int


def telling(case: Case) -> alt.VConcatChart | alt.Chart:
    """Place of telling against order of events, all articles small and one large. A flashback is a line that climbs."""
    every = told(case)
    if every.empty:
        return nothing(NAME, "No article of this case orders or dates its events.")
    drawn = _drawn(case, every)
    chart = alt.vconcat(_small(case, drawn), _key(), _large(case, drawn), spacing=8, params=[_article(drawn)])
    return figure(
        chart, name=NAME, description=_description(drawn), finding=_finding(case, every, drawn), table=_table(drawn)
    )


def _drawn(case: Case, every: pd.DataFrame) -> Drawn:
    names = look.article_names(case)
    listed = list(dict.fromkeys(every["article"]))
    rows = every[every["article"].isin(listed[:ARTICLES])]
    kept = rows[rows.groupby("article").cumcount() < EVENTS]
    orders = known(case)
    groups = [
        _ranks(group, orders[orders["article"] == article]) for article, group in kept.groupby("article", sort=False)
    ]
    placed = pd.concat(groups, ignore_index=True)
    ids = listed[:ARTICLES]
    number = pd.Series(range(len(ids)))
    articles = pd.DataFrame({
        "article": ids, "name": [names[article] for article in ids], "x": number % ACROSS * (TOTAL / ACROSS),
        "y": number // ACROSS * (MINI_HEIGHT + MINI_TOP) + MINI_TOP,
        "events": [int((placed["article"] == article).sum()) for article in ids],
        "outlet": [case.articles.set_index("article")["outlet"][article] for article in ids],
    })  # fmt: skip
    articles["label"] = [short(name, 21) for name in articles["name"]]
    return Drawn(placed, articles, len(listed) - len(ids), len(rows) - len(kept))


def _ranks(rows: pd.DataFrame, orders: pd.DataFrame) -> pd.DataFrame:
    """The events of one article with their rank in its own order, and where the line to each begins."""
    events = set(rows["event"])
    facts = [
        (a, b, relation) for a, b, relation in orders[["before", "after", "relation"]].itertuples(index=False)
        if a in events and b in events
    ]  # fmt: skip
    line = ranked(events, steps(facts), [(a, b) for a, b, relation in facts if relation == "simultaneous"])
    rank = rows["event"].map({event: i for i, event in enumerate(line)})
    titles = unique(dict(zip(rows["event"], rows["title"], strict=True)), 58)
    return rows.assign(
        rank=rank, p0=rows["percent"].shift(), r0=rank.shift(), label=rows["event"].map(titles),
        where=rows["start"].astype("str") + "-" + rows["end"].astype("str"),
    )  # fmt: skip


def _article(drawn: Drawn) -> alt.TopLevelSelectionParameter:
    """The choice of an article: at first the one that goes back most often."""
    back = drawn.rows[drawn.rows["step"] == "back"].groupby("article").size()
    first = max(drawn.articles["article"], key=lambda article: back.get(article, 0))
    labels = [short(name, MENU_WIDTH) for name in drawn.articles["name"]]
    options = alt.binding_select(options=drawn.articles["article"].tolist(), labels=labels, name="article ")
    return chooser("told_article", ["article"], [{"article": first}], VIEWS, options, only=VIEWS)


def _data(drawn: Drawn) -> alt.Chart:
    """The rows as the large and the small picture share them."""
    fields = ["article", "outlet", "label", "where", "percent", "step", "rank", "p0", "r0"]
    return alt.Chart(drawn.rows[fields])


def _strokes(base: alt.Chart, case: Case, weight: float) -> list[alt.Chart]:
    """The steps: back in colour and heavy, forward dark, those without an order faint and dotted."""
    colour = look.outlet_colour(case, legend=None)
    lines = base.transform_filter("isValid(datum.p0)")
    open_steps = lines.transform_filter("datum.step === 'open'").mark_rule(
        color="#a0a0a0", strokeDash=[1, 3], strokeWidth=1
    )
    forward = lines.transform_filter("datum.step === 'forward'").mark_rule(color=look.INK, strokeWidth=1.2 * weight)
    back = lines.transform_filter(BACK).mark_rule(strokeWidth=2.6 * weight).encode(color=colour)
    return [layer.encode(x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q")) for layer in (open_steps, forward, back)]


def _small(case: Case, drawn: Drawn) -> alt.LayerChart:
    """Every article's line, without names."""
    high = (len(drawn.articles) - 1) // ACROSS + 1
    canvas = Canvas(TOTAL, high * (MINI_HEIGHT + MINI_TOP) + 4)
    boxes = drawn.articles.assign(x2=drawn.articles["x"] + MINI_WIDTH, y2=drawn.articles["y"] + MINI_HEIGHT)
    frame = canvas.chart(boxes).mark_rect(fill="white", strokeWidth=1.5).encode(
        x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q"),
        stroke=alt.condition(chosen("told_article", empty=False), alt.value(look.INK), alt.value("#cccccc")),
    ).properties(name=VIEWS[0])  # fmt: skip
    colour, shape = look.outlet_colour(case, legend=None), look.outlet_shape(case, legend=None)
    point = canvas.chart(boxes.assign(x=boxes["x"] + 7, y=boxes["y"] - 10)).mark_point(
        filled=True, size=60, opacity=1
    ).encode(color=colour, shape=shape)  # fmt: skip
    names = canvas.text(boxes.assign(x=boxes["x"] + 17, y=boxes["y"] - 10), "label")
    places = alt.LookupData(data=drawn.articles, key="article", fields=["x", "y", "events"])
    across, down = MINI_WIDTH - 12, MINI_HEIGHT - 12
    data = _data(drawn).transform_lookup(lookup="article", from_=places, as_=["left", "top", "events"]).transform_calculate(
        x=f"datum.left + 6 + {across} * datum.percent / 100", x2=f"datum.left + 6 + {across} * datum.p0 / 100",
        y=f"datum.top + 6 + {down} * datum.rank / max(1, datum.events - 1)",
        y2=f"datum.top + 6 + {down} * datum.r0 / max(1, datum.events - 1)",
    )  # fmt: skip
    placed = _on(canvas, data)
    return canvas.layered(frame, point, names, *_strokes(placed, case, 0.8))


def _on(canvas: Canvas, data: alt.Chart) -> alt.Chart:
    """Rows whose pixels Vega calculates, on the canvas's scales."""
    empty = canvas.chart(pd.DataFrame({"x": [0], "y": [0]}))
    found: alt.Chart = data.encode(x=empty.encoding.x, y=empty.encoding.y)
    return found


def _key() -> alt.LayerChart:
    rows = pd.DataFrame(
        [(0, "back in time, by the article's own words", 2.6, [1, 0], look.INK),
         (300, "on to a later event", 1.2, [1, 0], look.INK),
         (480, "no order between the two", 1, [1, 3], "#767676")],
        columns=["x", "text", "weight", "dash", "ink"],
    ).assign(y=10)  # fmt: skip
    canvas = Canvas(TOTAL, 20)
    lines = [
        canvas.chart(row.assign(x2=row["x"] + 24, y2=[5 if i == 0 else 15 if i == 1 else 10], y=[15 if i == 0 else 5 if i == 1 else 10]))
        .mark_rule(color=row["ink"].iloc[0], strokeWidth=row["weight"].iloc[0], strokeDash=row["dash"].iloc[0])
        .encode(x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q"))
        for i, row in ((i, rows.iloc[[i]][["x", "weight", "dash", "ink"]]) for i in range(len(rows)))
    ]  # fmt: skip
    return canvas.layered(*lines, canvas.text(rows.assign(x=rows["x"] + 32)[["x", "y", "text"]]))


def _large(case: Case, drawn: Drawn) -> alt.LayerChart:
    """The chosen article, its events in rows."""
    rows = int(drawn.rows.groupby("article").size().max())
    high = TOP + ROW * rows
    canvas = Canvas(TOTAL, high + 40)
    room = TOTAL - LEFT - 14
    data = _data(drawn).transform_filter(chosen("told_article")).transform_calculate(
        x=f"{LEFT} + {room} * datum.percent / 100", x2=f"{LEFT} + {room} * datum.p0 / 100",
        y=f"{TOP} + {ROW} * (datum.rank + 0.5)", y2=f"{TOP} + {ROW} * (datum.r0 + 0.5)",
        told=f"{{{', '.join(f'{step}: {words!r}' for step, words in WORDS.items())}}}[datum.step]",
    )  # fmt: skip
    placed = _on(canvas, data)
    colour, shape = look.outlet_colour(case, legend=None), look.outlet_shape(case, legend=None)
    rules = (
        placed.transform_calculate(x=f"{LEFT - 6}", x2=f"{TOTAL}").mark_rule(color="#eeeeee").encode(x2=alt.X2("x2:Q"))
    )
    names = (
        placed.transform_calculate(x=f"{LEFT - 12}")
        .mark_text(align="right", baseline="middle")
        .encode(text=alt.Text("label:N"))
    )
    points = placed.mark_point(filled=True, size=46, opacity=1).encode(color=colour, shape=shape)
    tips = [
        alt.Tooltip("label:N", title="event"), alt.Tooltip("where:N", title="characters"),
        alt.Tooltip("percent:Q", title="percent of the text"), alt.Tooltip("told:N", title="this event is"),
    ]  # fmt: skip
    target = placed.mark_point(filled=True, size=200, opacity=0.001).encode(tooltip=tips)
    ticks = TICKS.assign(x=LEFT + room * TICKS["percent"] / 100, y=TOP, y2=high)
    grid = canvas.chart(ticks).mark_rule(color="#dddddd").encode(y2=alt.Y2("y2:Q"))
    marks = canvas.text(
        ticks.assign(y=high + 10, text=[f"{n} %" for n in ticks["percent"]]), align="center", fontSize=11
    )
    title = pd.DataFrame(
        {"x": [LEFT], "y": [high + 28], "text": ["place in the article’s text, from beginning to end"]}
    )
    side = title.assign(x=LEFT - 12, text="↑ earlier    later ↓")
    return canvas.layered(
        grid, rules, names, *_strokes(placed, case, 1), points, target, marks, canvas.text(title, fontSize=11),
        canvas.text(side, align="right", fontSize=11),
    )  # fmt: skip


def _finding(case: Case, every: pd.DataFrame, drawn: Drawn) -> str:
    names = look.article_names(case)
    back = every.groupby("article", sort=False)["step"].agg(lambda each: int((each == "back").sum()))
    most, total = int(back.max()), int(back.sum())
    leading = [short(names[str(article)], 40) for article, count in back.items() if count == most]
    articles = counted(len(back), "article")
    left = f" {counted(drawn.left, 'article')} more left out of the picture." if drawn.left else ""
    left += f" {counted(drawn.rest, 'event')} told last left out." if drawn.rest else ""
    if not total:
        return f"By its own words no step of {articles} goes back in time.{left}"
    who = leading[0] if len(leading) == 1 else f"{len(leading)} articles" if len(leading) > 2 else " and ".join(leading)
    if len(back) == 1:
        return f"The article tells {counted(len(every), 'event')} and goes back in time {counted(total, 'time')}.{left}"
    return (
        f"{articles} tell {counted(len(every), 'event')} in all and go back in time {counted(total, 'time')} by their own words; "
        f"most often {who} ({most}{' each' if len(leading) > 1 else ''}).{left}"
    )


def _description(drawn: Drawn) -> str:
    return (
        f"A line for each of {counted(len(drawn.articles), 'article')}: events from the first told at the left to the last at "
        "the right, earlier events above later ones. All lines stand small in a row; the chosen one is drawn large with the "
        "names of its events. Steps back in time are heavy."
    )


def _table(drawn: Drawn) -> pd.DataFrame:
    rows = drawn.rows
    names = dict(zip(drawn.articles["article"], drawn.articles["name"], strict=True))
    return pd.DataFrame({
        "article": rows["article"].map(names), "event": rows["label"], "percent of the text": rows["percent"],
        "characters": rows["where"], "this event is": rows["step"].map(WORDS),
    })  # fmt: skip
