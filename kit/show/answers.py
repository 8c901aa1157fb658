"""Who answers what: every question against every outlet, and how many of each group each outlet answers.

* above, a row for each group of questions, with the number of answers of each outlet; a click chooses the group;
* below, its questions, page by page, with the answers as text: the same letter and tone in a row is the same answer;
* a click on an answer lists its evidence: statement, who says it, hedge, characters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt
import pandas as pd

from kit.compare.coverage import answers as answered
from kit.show import look
from kit.show.figure import figure, nothing
from kit.show.layout.grid import LEFT, LISTS, QUESTIONS, RANKS, TOP, Grid, grid, ranked, width
from kit.show.layout.labels import MENU_WIDTH, counted, short
from kit.show.layout.listing import TOTAL, Column, beginning, chooser, chosen, listing

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["answers"]

NAME = "Which outlet answers which question"
PAGE = 7
"""Questions shown at once: with the overview and the evidence one screen."""

STEP, GROUP_STEP = 47, 18
"""Pixels of a question's row and of a group's."""

TONES = ("#eaf0f6", "#d3dfea", "#bccddd", "#a5bbd0")
"""By the rank of an answer in its row, paler the more outlets give it; black text reads on all of them."""

KEY = (
    "same letter: same answer in this row  ·  ≈ reported or alleged  ·  ? may or might  ·  +1 a further answer, +1 ≠ another one  ·  "
    "– no answer"
)
LISTED, LINES = 3, 2
"""Answers of one article to one question in the list, and lines of each; more are counted below it."""

JOINED = 5
"""Articles up to which a column is wide enough for the lines of the list."""

VIEWS = ("groups_0", "cells_2", "told_2")
"""What a click chooses a group, or a silence or an answer, on. Altair ends a layer's name with its place in the concatenation."""

PART = "answers_part.part[0]"
"""The group and the page that the menu, or a click on a group, has chosen, such as ``3:2``. One choice for both: a new
group begins with its first page."""

ALL_PAGES = 60
"""Pages of all groups together that the menu offers at most; with more, it offers the groups only."""


def answers(case: Case) -> alt.VConcatChart | alt.Chart:
    """The answers of every article to every question, a page of a group at a time, with the evidence of one answer.

    Drawn are the first :data:`TOP` articles and :data:`QUESTIONS` questions, as the finding says; counts take in all.
    """
    table = answered(case)
    if table.empty or table["silent"].all():
        return nothing(NAME, "No article of this case answers a question.")
    table = ranked(table)
    drawn = grid(case, table)
    views = [_overview(case, drawn), _heads(case, drawn), _matrix(drawn), _evidence(drawn)]
    chart = alt.vconcat(*views, spacing=4, params=_params(drawn, table))
    return figure(
        chart,
        name=NAME,
        description=_description(table),
        finding=_finding(table) + _left_out(table),
        table=_table(table, look.article_names(case)),
    )


def _finding(table: pd.DataFrame) -> str:
    articles = table["article"].nunique()
    many = table.groupby("question", sort=False)["answers"].agg(lambda each: int((each > 0).sum()))
    kinds = table.groupby("question", sort=False)["rank"].max()
    shared, apart = int((many > 1).sum()), int((kinds > 0).sum())
    if articles == 1:
        return f"The article answers {int((many > 0).sum())} of {counted(len(many), 'question')}."
    return (
        f"Of {counted(len(many), 'question')}, all {articles} articles answer {int((many == articles).sum())} and one alone "
        f"answers {int((many == 1).sum())}; of the {shared} that two or more answer, {apart} "
        f"{'gets' if apart == 1 else 'get'} main answers that are not the same."
    )


def _left_out(table: pd.DataFrame) -> str:
    """What of the case is not drawn."""
    sizes = ((TOP, table["article"].nunique(), "articles"), (QUESTIONS, table["question"].nunique(), "questions"))
    cut = [f"the first {most} {what}" for most, size, what in sizes if size > most]
    return f" Drawn: {' and '.join(cut)}." if cut else ""


def _description(table: pd.DataFrame) -> str:
    return (
        f"Two matrices with a column for each of {counted(table['article'].nunique(), 'article')}: how many of the "
        f"{counted(table['question'].nunique(), 'question')} it answers in each of {counted(table['group'].nunique(), 'group')}, "
        "and its answer to each question of a group chosen in a menu. A list gives the evidence of one answer."
    )


def _table(table: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """A row a question drawn: its group, its text, and the answers of each article drawn."""
    first = dict(list(names.items())[:TOP])
    questions = table.drop_duplicates("question")[["question", "group", "text"]].head(QUESTIONS)
    cells = table["answer"].fillna("–") + ("; " + table["others"]).fillna("")
    cell = dict(zip(zip(table["question"], table["article"], strict=True), cells, strict=True))
    told = {name: [cell[question, each] for question in questions["question"]] for each, name in first.items()}
    rows = questions.drop(columns="question").rename(columns={"text": "question"}).reset_index(drop=True)
    return rows.join(pd.DataFrame(told))


def _menu(drawn: Grid) -> tuple[list[str], list[str]]:
    """The choices of the menu, and their words: each page of each group, then of all questions together."""
    sizes = drawn.rows.groupby("g", sort=False).size()
    names = dict(zip(drawn.groups["g"], drawn.groups["name"], strict=True))
    parts = [(str(g), short(names[g], MENU_WIDTH), int(size)) for g, size in sizes.items()]
    if len(drawn.rows) <= ALL_PAGES * PAGE:
        parts.append(("all", "all groups", len(drawn.rows)))
    pages = [(g, name, size, page) for g, name, size in parts for page in range(-(-size // PAGE))]
    labels = [
        f"{name} ({size})" if size <= PAGE else f"{name}: {page * PAGE + 1}–{min((page + 1) * PAGE, size)} of {size}"
        for _, name, size, page in pages
    ]
    return [f"{g}:{page + 1}" for g, _, _, page in pages], labels


def _params(drawn: Grid, table: pd.DataFrame) -> list[Any]:
    options, labels = _menu(drawn)
    menu = alt.binding_select(options=options, labels=labels, name="questions ")
    # The cell that is open at first has as many answers as the list can show.
    cell, most = {"q": 0, "i": 0}, 0
    for q, articles in drawn.rows.loc[drawn.rows["g"] == drawn.rows["g"].iloc[0], ["q", "i"]].itertuples(index=False):
        for i in dict.fromkeys(articles):
            if most < articles.count(i) <= LISTED:
                cell, most = {"q": int(q), "i": int(i)}, articles.count(i)
    total = table["article"].nunique()
    few = alt.binding_select(options=[*range(total + 1)], name="articles that answer, at least ")
    many = alt.binding_range(min=0, max=total, step=1, name="articles that answer, at least ")
    return [
        chooser("answers_part", ["part"], [{"part": options[0]}], VIEWS[:1], menu, only=VIEWS[:1]),
        chooser("answers_cell", ["q", "i"], [cell], VIEWS[1:2], only=VIEWS[1:]),
        alt.VariableParameter(name="answers_least", value=0, bind=few if total <= TOP else many),
    ]


def _x(field: str = "x:Q") -> alt.X:
    return alt.X(field, axis=None, scale=alt.Scale(domain=[0, TOTAL], range=[0, TOTAL], nice=False, zero=False))


def _names(case: Case, drawn: Grid, y: int) -> list[alt.Chart]:
    """The outlets above their columns, with their shapes."""
    tips = [alt.Tooltip("outlet:N", title="outlet"), alt.Tooltip("article:N", title="article")]
    names = alt.Chart(drawn.columns).encode(x=_x(), y=alt.YValue(y), tooltip=tips)
    shape = names.mark_point(filled=True, size=70, opacity=1, xOffset=7).encode(
        color=look.outlet_colour(case, legend=None), shape=look.outlet_shape(case, legend=None)
    )
    text = names.mark_text(align="left", baseline="top", dx=17, dy=-6, fontSize=11, fontWeight="bold", lineBreak="\n")
    return [shape, text.encode(text=alt.Text("name:N"))]


def _sized(chart: alt.LayerChart, height: Any) -> alt.LayerChart:
    return chart.properties(width=TOTAL, height=height, view=alt.ViewConfig(stroke=None))


def _overview(case: Case, drawn: Grid) -> alt.LayerChart:
    """How many questions of each group each outlet answers."""
    top, rows = 34 + _third(drawn), len(drawn.groups)
    height = top + rows * GROUP_STEP
    pixels = alt.Scale(domain=[0, height], range=[0, height], nice=False, zero=False)
    y = alt.Y("y:Q", axis=None, scale=pixels)
    places = alt.LookupData(data=drawn.columns, key="i", fields=["x", "outlet"])
    groups = alt.Chart(drawn.groups).transform_calculate(
        y=f"{top + 2} + {GROUP_STEP} * datum.g", bottom=f"{top - 2} + {GROUP_STEP} * (datum.g + 1)",
        middle=f"{top} + {GROUP_STEP} * (datum.g + 0.5)", part="datum.g + ':1'",
    ).encode(y=y)  # fmt: skip
    cells = groups.transform_calculate(i=f"sequence({len(drawn.columns)})").transform_flatten(
        ["told", "i"], as_=["answered", "i"]
    ).transform_lookup(lookup="i", from_=places).transform_calculate(
        right=f"datum.x + {width(drawn.columns)}", share="datum.answered / datum.of",
        told="datum.answered + ' of ' + datum.of",
    ).encode(x=_x())  # fmt: skip
    is_chosen = f"split({PART}, ':')[0] === toString(datum.g)"
    tone = alt.Fill(
        "share:Q", legend=None, scale=alt.Scale(domain=[0, 1], range=["#ffffff", TONES[-1]], interpolate="rgb")
    )
    boxes = cells.mark_rect(strokeWidth=1.5).encode(
        x2=alt.X2("right:Q"), y2=alt.Y2("bottom:Q"), fill=tone,
        stroke=alt.condition(is_chosen, alt.value(look.INK), alt.value("#cccccc")),
        tooltip=[alt.Tooltip("name:N", title="group"), alt.Tooltip("outlet:N", title="outlet"),
                 alt.Tooltip("told:N", title="questions answered")],
    ).properties(name=VIEWS[0])  # fmt: skip
    middle = alt.Y("middle:Q", axis=None, scale=pixels)
    numbers = cells.mark_text(align="left", baseline="middle", dx=8, fontSize=11).encode(
        y=middle, text=alt.Text("answered:Q")
    )
    labels = groups.mark_text(align="left", baseline="middle", limit=LEFT - 8).encode(
        x=alt.XValue(0), y=middle, text=alt.Text("label:N"), tooltip=alt.Tooltip("name:N", title="group")
    )  # fmt: skip
    head = pd.DataFrame({"text": ["group (questions), and how many"]})
    title = alt.Chart(head).mark_text(align="left", baseline="middle", fontSize=11, color=look.GREY).encode(
        x=alt.XValue(0), y=alt.YValue(16), text=alt.Text("text:N")
    )  # fmt: skip
    return _sized(alt.LayerChart(layer=[boxes, numbers, labels, title, *_names(case, drawn, 16)]), height)


def _third(drawn: Grid) -> int:
    """Pixels for the third line of a name, where there is one."""
    return 13 * bool(drawn.columns["name"].str.count("\n").max() > 1)


def _heads(case: Case, drawn: Grid) -> alt.LayerChart:
    """What the marks mean, and the outlets again."""
    height = 60 + _third(drawn)
    pixels = alt.Scale(domain=[0, height], range=[0, height], nice=False)
    lines = pd.DataFrame({"y": [10, 44], "text": [KEY, "question"]})
    text = alt.Chart(lines).mark_text(align="left", baseline="middle", fontSize=11, color=look.GREY)
    text = text.encode(x=alt.XValue(0), y=alt.Y("y:Q", axis=None, scale=pixels), text=alt.Text("text:N"))
    return _sized(alt.LayerChart(layer=[text, *_names(case, drawn, 44)]), height)


def _matrix(drawn: Grid) -> alt.LayerChart:
    """One page of the questions that the menus choose."""
    y = alt.Y("place:O", axis=None, scale=alt.Scale(type="band", paddingInner=0.08, paddingOuter=0))
    names = alt.LookupData(data=drawn.groups, key="g", fields=["name"])
    rows = alt.Chart().transform_calculate(full="datum.full || datum.text").encode(y=y)
    left: dict[str, Any] = {"align": "left", "baseline": "top", "lineBreak": "\n", "lineHeight": 13.5}
    questions = rows.transform_lookup(lookup="g", from_=names).mark_text(**left, yOffset=-19, limit=LEFT).encode(
        x=alt.XValue(0), text=alt.Text("text:N"),
        tooltip=[alt.Tooltip("full:N", title="question"), alt.Tooltip("name:N", title="group")],
    )  # fmt: skip
    places = alt.LookupData(data=drawn.columns, key="i", fields=["x", "outlet"])
    cells, given = (
        chart.transform_lookup(lookup="i", from_=places)
        .transform_calculate(right=f"datum.x + {width(drawn.columns)}").encode(x=_x())
        for chart in (
            rows.transform_calculate(i=f"sequence({len(drawn.columns)})").transform_flatten(["i"]),
            rows.transform_flatten([*LISTS]).transform_filter("datum.c").transform_calculate(
                tone=f"min(indexof('{RANKS}', slice(datum.c, 0, 1)) + 1 || {len(RANKS)}, {len(RANKS)})",
                shown=beginning("a", 2),
            ),
        )
    )  # fmt: skip
    tones = alt.Scale(domain=[*range(1, len(TONES) + 1)], range=list(TONES))
    filled = given.mark_rect(strokeWidth=1.5).encode(
        x2=alt.X2("right:Q"), fill=alt.Fill("tone:O", legend=None, scale=tones), stroke=alt.Stroke("tone:O", legend=None, scale=tones)
    )  # fmt: skip
    corner = given.mark_text(**left, dx=6, yOffset=-19, fontSize=11, fontWeight="bold").encode(text=alt.Text("c:N"))
    words = given.mark_text(**left, dx=6, yOffset=-5, fontSize=11).encode(text=alt.Text("shown:N"))
    gap = cells.mark_rect(fill="white", stroke="#a0a0a0", strokeDash=[2, 3]).encode(x2=alt.X2("right:Q"))
    dash = cells.mark_text(**left, dx=6, yOffset=-5, fontSize=11).encode(text=alt.TextValue("–"))
    # The answers lie above everything, unseen, to be pointed at, and the silences above the dashes.
    layers = [questions, gap, dash, _target(cells, "'no answer'").properties(name=VIEWS[1]), filled, corner, words]
    layers.append(_target(given, "datum.a").properties(name=VIEWS[2]))
    return _sized(_paged(alt.LayerChart(data=drawn.rows, layer=layers)), alt.Step(STEP))


def _target(cells: alt.Chart, told: str) -> alt.Chart:
    """Unseen cells to point at; the chosen one has a frame."""
    picked = alt.condition(chosen("answers_cell", empty=False), alt.value(look.INK), alt.value("transparent"))
    tips = [alt.Tooltip("outlet:N", title="outlet"), alt.Tooltip("told:N", title="answer")]
    unseen = cells.transform_calculate(told=told).mark_rect(fillOpacity=0.001, fill="white", strokeWidth=2)
    target: alt.Chart = unseen.encode(x2=alt.X2("right:Q"), stroke=picked, tooltip=tips)
    return target


def _paged(layers: alt.LayerChart) -> alt.LayerChart:
    """The rows that the menus leave, numbered anew, and of these one page (the last when there are fewer)."""
    return (
        layers.transform_filter(f"split({PART}, ':')[0] === 'all' || split({PART}, ':')[0] === toString(datum.g)")
        .transform_filter("datum.many >= answers_least")
        .transform_window(place="row_number()", frame=[None, None])
        .transform_joinaggregate(all="count()")
        .transform_filter(
            f"ceil(datum.place / {PAGE}) === min(toNumber(split({PART}, ':')[1]), ceil(datum.all / {PAGE}))"
        )
    )


def _evidence(drawn: Grid) -> alt.LayerChart:
    columns = (
        Column("answer", "answer", 0, 135), Column("statement", "statement, in our own words", 140, 400),
        Column("by", "who says it", 545, 145), Column("hedge", "flat or hedged", 695, 96),
        Column("where", "characters", 795, 85),
    )  # fmt: skip
    outlets = alt.LookupData(data=drawn.columns, key="i", fields=["brief"])
    voices = alt.LookupData(data=drawn.voices, key="v", fields=["by"])
    hedges = alt.LookupData(data=drawn.hedges, key="h", fields=["hedge"])
    # In narrow columns an answer has many short lines, which the list joins again.
    joined = "join(split(datum.a, '\\n'), ' ')" if len(drawn.columns) > JOINED else "datum.a"
    claims = (
        alt.Chart(drawn.rows).transform_flatten([*LISTS]).transform_filter(chosen("answers_cell", empty=False))
        .transform_lookup(lookup="i", from_=outlets).transform_lookup(lookup="v", from_=voices)
        .transform_lookup(lookup="h", from_=hedges)
        .transform_calculate(
            heading="datum.brief + ': ' + (datum.full || join(split(datum.text, '\\n'), ' '))", answer=joined,
            statement="datum.s", where="datum.from + '-' + datum.to",
        )
    )  # fmt: skip
    return listing(claims, columns, heading="heading", rows=LISTED, lines=LINES, name="evidence")
