"""Where the answers come from: from an origin over the outlets that point at it to what they answer with it.

* a band is one origin, one outlet and one group of questions, as wide as there are answers, in its outlet's colour and
  with its outlet's shape where it reaches the outlet;
* answers whose origin is not known have no band: how many there are stands under each outlet;
* the menus, or a click on an origin, a band or a group, bring what belongs together forward.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import pandas as pd

from kit.compare.origins import support as computed
from kit.compare.tracing import named, traced
from kit.show.figure import figure, nothing
from kit.show.layout.canvas import Canvas
from kit.show.layout.flows import BETWEEN, LEFT, LINE, NODE, RIGHT, TOP, Flows, across, flows, shared
from kit.show.layout.labels import counted, menu, short
from kit.show.look import INK, article_names, outlet_colour, outlet_shape
from kit.show.table import Table

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["origin_graph", "origins", "support"]

NAME = "Where the answers come from"

TOPS = (16, 14, 12, 10, 8, 6, 4, 3, 2, 1)
"""Origins drawn one by one, those behind most answers: the first number whose picture fits the height."""

OUTLETS = 12
"""Outlets drawn, those with most answers of known origin: more names do not fit under each other."""

HEIGHT = 700
"""Pixels of the origins, so that the whole stays on a screen."""

MOST = 40
"""Answers the table of support has; a case's whole table is that of `kit.compare.origins.support`."""

ROWS = 400
"""Rows up to which the chart's table has every origin and group; beyond, those that are drawn."""

_FAINT = 0.06


def origins(case: Case) -> Table:
    """Where the information comes from: one row an origin, one column an article with the number of its mentions."""
    rows, names = case.origins, article_names(case)
    counts = pd.crosstab(rows["origin"], rows["article"])
    counts = counts.reindex(index=list(dict.fromkeys(rows["origin"])), columns=list(names), fill_value=0)
    frame = counts.astype("Int64").mask(counts == 0).rename(columns=names).rename_axis(columns=None).reset_index()
    frame.insert(1, "kind", frame["origin"].map(rows.groupby("origin")["kind"].first()))
    frame.insert(2, "articles", (counts > 0).sum(axis="columns").to_numpy())
    frame["origin"] = frame["origin"].map(named(case)).astype("str")
    frame = frame.sort_values("articles", ascending=False, kind="stable")
    return Table(frame, "Origins the articles point at, and how often each article does")


def support(case: Case) -> Table:
    """Answers that several articles give, and how many independent origins they name: where many articles stand on few
    origins first. At most :data:`MOST` rows."""
    rows = _ranked(case)
    kept = rows.head(MOST)
    frame = kept[["text", "answer", "articles", "origins", "unknown", "sentence"]].rename(
        columns={
            "text": "question", "origins": "independent origins", "unknown": "origin not told", "sentence": "in words",
        }
    )  # fmt: skip
    caption = "Answers that several articles give, and the origins behind them"
    return Table(frame, caption + (f" ({len(kept)} of {len(rows)})" if len(kept) < len(rows) else ""))


def _ranked(case: Case) -> pd.DataFrame:
    """The answers that several articles give: first those with most articles of known origin beyond their origins."""
    rows = computed(case)
    rows = rows[rows["articles"] > 1]
    known = rows["articles"] - rows["unknown"]
    rows = rows.assign(less=known - rows["origins"], known=known)
    return rows.sort_values(["less", "known", "articles"], ascending=False, kind="stable")


def origin_graph(case: Case) -> alt.LayerChart | alt.Chart:
    """The answers of each outlet with what they come from, as bands: origin, outlet, group of questions.

    Wordings (questions of type ``label``) are left out. As many origins as :data:`TOPS` allow are drawn one by one, the
    others share one place; the table has every one, as long as it has at most :data:`ROWS` rows.
    """
    rows = _answers(case)
    known = rows[rows["origin"].notna()]
    if known.empty:
        return nothing(NAME, "No article of this case says where an answer comes from.")
    table = (
        known.groupby(["origin", "name", "kind", "outlet", "group"], sort=False).size().rename("answers").reset_index()
    )
    outlets = known["outlet"].value_counts().index[:OUTLETS]
    for top in TOPS:
        drawn = shared(case, table[table["outlet"].isin(outlets)], top)
        graph = flows(case, rows, drawn)
        if graph.sources <= HEIGHT:
            break
    return figure(
        _picture(case, graph), name=NAME, description=_description(drawn), finding=_finding(case, rows, graph),
        table=_table(table, drawn),
    )  # fmt: skip


def _table(table: pd.DataFrame, drawn: pd.DataFrame) -> pd.DataFrame:
    if len(table) > ROWS:
        return drawn.rename(columns={"source": "origin", "topic": "group"})
    return table.drop(columns="origin").rename(columns={"name": "origin"})


def _answers(case: Case) -> pd.DataFrame:
    """Every standing claim that is no wording, with its origin and the group of its question."""
    asked = case.questions[["question", "group", "value_type"]]
    rows = traced(case).merge(asked, on="question")
    return rows[rows["value_type"] != "label"]


def _picture(case: Case, graph: Flows) -> alt.LayerChart:
    bands, places, height, _ = graph
    canvas = Canvas(LEFT + BETWEEN + RIGHT, TOP + height + 12)
    fields = (("source", "Origin"), ("kind", "Kind of origin"), ("outlet", "Outlet"), ("topic", "Group"))
    choices = [
        alt.selection_point(
            name=f"origins_{field}", fields=[field], on="click", clear="dblclick",
            bind=menu(title, dict.fromkeys(bands[field])),
        )
        for field, title in fields
    ]  # fmt: skip
    chosen = alt.when(choices[0] & choices[1] & choices[2] & choices[3])
    shade = chosen.then(alt.value(0.6)).otherwise(alt.value(_FAINT))
    tips = [alt.Tooltip("source:N", title="origin"), "outlet:N", alt.Tooltip("topic:N", title="group"), "answers:Q"]
    colour = outlet_colour(case, legend=None)
    ribbons = (
        canvas.chart(bands).transform_flatten(["x", "y"]).transform_calculate(y2="datum.y + datum.width")
        .mark_area(interpolate="monotone").encode(y2=alt.Y2("y2:Q"), detail=alt.Detail("band:N"), color=colour, opacity=shade, tooltip=tips)
    )  # fmt: skip
    bars = (
        canvas.chart(places)
        .mark_bar(width=NODE, color=INK, opacity=1)
        .encode(y2=alt.Y2("y2:Q"), tooltip=alt.Tooltip("name:N"))
    )
    heads = pd.DataFrame(
        {"x": [LEFT - 14, across(1), across(2) + 14], "y": 8, "text": ["origin (kind)", "outlet", "answers what"]}
    )
    layers = [
        ribbons.add_params(*choices).properties(name="origins_bands"),
        bars,
        *_labels(canvas, places, case),
        canvas.text(heads[:1], align="right", fontWeight="bold"),
        canvas.text(heads[1:2], align="center", fontWeight="bold"),
        canvas.text(heads[2:], fontWeight="bold"),
    ]
    return canvas.layered(*layers)


def _labels(canvas: Canvas, places: pd.DataFrame, case: Case) -> list[alt.Chart]:
    """Origins left of their node, groups right of it, outlets above theirs on a white halo, with their shape."""
    lines = places["label"].str.count("\n") + 1
    beside = places.assign(y=(places["y"] + places["y2"]) / 2 - LINE * (lines - 1) / 2)
    left = beside[beside["column"] == 0].assign(x=LEFT - 14)
    right = beside[beside["column"] == 2].assign(x=across(2) + 14)
    inner = places[places["column"] == 1]
    inner = inner.assign(y=inner["y"] - LINE * 1.5)
    glyphs = canvas.chart(
        inner.assign(x=inner["x"] - [3.4 * max(map(len, label.split("\n"))) + 12 for label in inner["label"]])
    ).mark_point(filled=True, size=90, opacity=1)
    halo = {"align": "center", "lineHeight": LINE}
    return [
        canvas.text(left, "label", align="right", lineHeight=LINE).encode(tooltip=alt.Tooltip("name:N")),
        canvas.text(right, "label", lineHeight=LINE).encode(tooltip=alt.Tooltip("name:N")),
        canvas.text(inner, "label", stroke="white", strokeWidth=4, strokeJoin="round", **halo),
        canvas.text(inner, "label", **halo).encode(tooltip=alt.Tooltip("name:N")),
        glyphs.encode(
            color=outlet_colour(case, legend=None), shape=outlet_shape(case, legend=None), tooltip=alt.Tooltip("name:N")
        ),
    ]


def _finding(case: Case, rows: pd.DataFrame, graph: Flows) -> str:
    known = rows[rows["origin"].notna()]
    parts = [
        f"Of {counted(len(rows), 'answer')}, {len(known):,} {'has' if len(known) == 1 else 'have'} an origin that is told"
    ]
    parts[0] += f": {counted(known['origin'].nunique(), 'origin')} in all"
    several = _ranked(case)
    several = several[(several["origins"] > 0) & (several["less"] > 0)]
    if not several.empty:
        # Who is given as a source can itself come from no more origins: another question says more.
        kinds = several["question"].map(case.questions.set_index("question")["value_type"])
        first = several.loc[(kinds == "identity").sort_values(kind="stable").index[0]]
        said = f"“{short(first['text'], 70)}” with “{short(first['answer'], 40)}”: {first['sentence'].split(':')[0]}"
        parts += [f"most repeated: {said}"]
    drawn = set(graph.bands["outlet"])
    left = known["outlet"].nunique() - len(drawn)
    parts += [f"the {len(drawn)} outlets with most such answers are drawn"] if left else []
    return "; ".join(parts) + "."


def _description(drawn: pd.DataFrame) -> str:
    return (
        f"Bands run from {counted(drawn['source'].nunique(), 'origin')} at the left over "
        f"{counted(drawn['outlet'].nunique(), 'outlet')} to {counted(drawn['topic'].nunique(), 'group')} of questions at "
        "the right; the wider a band, the more answers. Colour and shape tell the outlet."
    )
