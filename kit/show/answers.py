"""Who answers what: every question against every outlet, and how many of each group each outlet answers.

* above, a row for each group of questions, with the number of answers of each outlet; a click chooses the group;
* below, its questions with the answers as text: the same letter and tone in a row is the same answer;
* a click on an answer lists its evidence: statement, who says it, hedge, characters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt
import pandas as pd

from kit.compare.coverage import answers as answered
from kit.show import look
from kit.show.figure import figure, nothing
from kit.show.layout.grid import EVIDENCE, LEFT, Grid, grid, ranked, width
from kit.show.layout.labels import MENU_WIDTH, counted, short
from kit.show.layout.listing import TOTAL, Column, chooser, chosen, listing

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

VIEWS = ("groups_0", "cells_2")
"""What a click chooses a group or an answer on. Altair ends a layer's name with its place in the concatenation."""


def answers(case: Case) -> alt.VConcatChart | alt.Chart:
    """The answers of every article to every question, a group at a time, with the evidence of one answer."""
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
        finding=_finding(table),
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


def _description(table: pd.DataFrame) -> str:
    return (
        f"Two matrices with a column for each of {counted(table['article'].nunique(), 'article')}: how many of the "
        f"{counted(table['question'].nunique(), 'question')} it answers in each of {counted(table['group'].nunique(), 'group')}, "
        "and its answer to each question of a group chosen in a menu. A list gives the evidence of one answer."
    )


def _table(table: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """A row a question: its group, its text, and each article's answers."""
    cells = table["answer"].fillna("–") + ("; " + table["others"]).fillna("")
    wide = table.assign(cell=cells).pivot_table(index="question", columns="article", values="cell", aggfunc="first")
    questions = table.drop_duplicates("question")[["question", "group", "text"]]
    wide = questions.join(wide[list(names)], on="question")
    return wide.drop(columns="question").rename(columns={"text": "question", **names}).reset_index(drop=True)


def _params(drawn: Grid, table: pd.DataFrame) -> list[Any]:
    sizes = drawn.groups.drop_duplicates("group").set_index("group")["of"]
    group = str(sizes.index[0])
    labels = ["all groups", *(f"{short(str(name), MENU_WIDTH)} ({size})" for name, size in sizes.items())]
    menu = alt.binding_select(options=[None, *sizes.index], labels=labels, name="group ")
    # The cell that is open at first has as many answers as the list can show.
    inside = table[(table["group"] == group) & ~table["silent"] & (table["answers"] <= LISTED)]
    cell = inside.sort_values("answers", ascending=False, kind="stable").iloc[0] if len(inside) else table.iloc[0]
    pages = alt.binding_select(options=[*range(1, -(-len(drawn.rows) // PAGE) + 1)], name="page ")
    least = alt.binding_select(options=[*range(len(drawn.columns) + 1)], name="articles that answer, at least ")
    return [
        chooser("chosen_group", ["group"], [{"group": group}], VIEWS[:1], menu),
        chooser("chosen_cell", ["question", "article"], [{key: cell[key] for key in ("question", "article")}], VIEWS[1:]),
        alt.VariableParameter(name="page", value=1, bind=pages),
        alt.VariableParameter(name="least", value=0, bind=least),
    ]  # fmt: skip


def _x(field: str = "x:Q") -> alt.X:
    return alt.X(field, axis=None, scale=alt.Scale(domain=[0, TOTAL], range=[0, TOTAL], nice=False, zero=False))


def _names(case: Case, drawn: Grid, y: int) -> list[alt.Chart]:
    """The outlets above their columns, with their shapes."""
    tips = [alt.Tooltip("outlet:N", title="outlet"), alt.Tooltip("article:N", title="article")]
    names = alt.Chart(drawn.columns).encode(x=_x(), y=alt.value(y), tooltip=tips)
    shape = names.mark_point(filled=True, size=70, opacity=1, xOffset=7).encode(
        color=look.outlet_colour(case, legend=None), shape=look.outlet_shape(case, legend=None)
    )
    text = names.mark_text(align="left", baseline="top", dx=17, dy=-6, fontSize=11, fontWeight="bold", lineBreak="\n")
    return [shape, text.encode(text="name:N")]


def _sized(chart: alt.LayerChart, height: Any) -> alt.LayerChart:
    return chart.properties(width=TOTAL, height=height, view=alt.ViewConfig(stroke=None))


def _overview(case: Case, drawn: Grid) -> alt.LayerChart:
    """How many questions of each group each outlet answers."""
    top, rows = 34, int(drawn.groups["row"].max()) + 1
    height = top + rows * GROUP_STEP
    pixels = alt.Scale(domain=[0, height], range=[0, height], nice=False, zero=False)
    y = alt.Y("y:Q", axis=None, scale=pixels)
    places = f"{top} + {GROUP_STEP} * datum.row"
    cells = alt.Chart(drawn.groups).transform_calculate(
        y=f"{places} + 2", bottom=f"{places} + {GROUP_STEP - 2}", middle=f"{places} + {GROUP_STEP / 2}",
        right=f"datum.x + {width(drawn.columns)}", told="datum.answered + ' of ' + datum.of",
    ).encode(x=_x(), y=y)  # fmt: skip
    is_chosen = chosen("chosen_group", empty=False)
    tone = alt.Fill(
        "share:Q", legend=None, scale=alt.Scale(domain=[0, 1], range=["#ffffff", TONES[-1]], interpolate="rgb")
    )
    boxes = cells.mark_rect(strokeWidth=1.5).encode(
        x2="right:Q", y2="bottom:Q", fill=tone,
        stroke=alt.condition(is_chosen, alt.value(look.INK), alt.value("#cccccc")),
        tooltip=[alt.Tooltip("group:N", title="group"), alt.Tooltip("outlet:N", title="outlet"),
                 alt.Tooltip("told:N", title="questions answered")],
    ).properties(name=VIEWS[0])  # fmt: skip
    middle = alt.Y("middle:Q", axis=None, scale=pixels)
    numbers = cells.mark_text(align="left", baseline="middle", dx=8, fontSize=11).encode(y=middle, text="answered:Q")
    labels = cells.transform_filter(f"datum.x === {drawn.columns['x'].iloc[0]}").mark_text(
        align="left", baseline="middle", limit=LEFT - 8
    ).encode(x=alt.value(0), y=middle, text="label:N", tooltip=alt.Tooltip("group:N", title="group"))  # fmt: skip
    head = pd.DataFrame({"text": ["group (questions), and how many"]})
    title = alt.Chart(head).mark_text(align="left", baseline="middle", fontSize=11, color=look.GREY).encode(
        x=alt.value(0), y=alt.value(16), text="text:N"
    )  # fmt: skip
    return _sized(alt.LayerChart(layer=[boxes, numbers, labels, title, *_names(case, drawn, 16)]), height)


def _heads(case: Case, drawn: Grid) -> alt.LayerChart:
    """What the marks mean, and the outlets again."""
    lines = pd.DataFrame({"y": [10, 44], "text": [KEY, "question"]})
    text = alt.Chart(lines).mark_text(align="left", baseline="middle", fontSize=11, color=look.GREY).encode(
        x=alt.value(0), y=alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[0, 60], range=[0, 60], nice=False)), text="text:N"
    )  # fmt: skip
    return _sized(alt.LayerChart(layer=[text, *_names(case, drawn, 44)]), 60)


def _matrix(drawn: Grid) -> alt.LayerChart:
    """One page of the questions that the menus choose."""
    y = alt.Y("place:O", axis=None, scale=alt.Scale(type="band", paddingInner=0.08, paddingOuter=0))
    rows = alt.Chart().transform_calculate(full="datum.full || datum.text").encode(y=y)
    left: dict[str, Any] = {"align": "left", "baseline": "top", "lineBreak": "\n", "lineHeight": 13.5}
    questions = rows.mark_text(**left, yOffset=-19, limit=LEFT).encode(
        x=alt.value(0),
        text="text:N",
        tooltip=[alt.Tooltip("full:N", title="question"), alt.Tooltip("group:N", title="group")],
    )
    places = alt.LookupData(data=drawn.columns, key="article", fields=["x", "outlet"])
    cells = (
        rows.transform_flatten(["article", "cell", "corner", "tone", "told"])
        .transform_lookup(lookup="article", from_=places)
        .transform_calculate(right=f"datum.x + {width(drawn.columns)}", told="datum.told || datum.cell")
        .encode(x=_x())
    )  # fmt: skip
    picked = chosen("chosen_cell", empty=False)
    silent = cells.transform_filter("datum.tone < 0")
    gap = silent.mark_rect(fill="white", stroke="#a0a0a0", strokeDash=[2, 3]).encode(x2="right:Q")
    tones = alt.Scale(domain=[*range(len(TONES))], range=list(TONES))
    filled = (
        cells.transform_filter("datum.tone >= 0")
        .mark_rect()
        .encode(x2="right:Q", fill=alt.Fill("tone:O", legend=None, scale=tones))
    )
    # The answers lie above everything, unseen, to be pointed at; the chosen one has a frame.
    target = cells.mark_rect(fillOpacity=0.001, fill="white", strokeWidth=2).encode(
        x2="right:Q", stroke=alt.condition(picked, alt.value(look.INK), alt.value("transparent")),
        tooltip=[alt.Tooltip("outlet:N", title="outlet"), alt.Tooltip("told:N", title="answer")],
    ).properties(name=VIEWS[1])  # fmt: skip
    corner = cells.mark_text(**left, dx=6, yOffset=-19, fontSize=11, fontWeight="bold").encode(text="corner:N")
    words = cells.mark_text(**left, dx=6, yOffset=-5, fontSize=11).encode(text="cell:N")
    layers = alt.LayerChart(data=drawn.rows, layer=[questions, gap, filled, corner, words, target])
    return _sized(_paged(layers), alt.Step(STEP))


def _paged(layers: alt.LayerChart) -> alt.LayerChart:
    """The rows that the menus leave, numbered anew, and of these one page (the last when there are fewer)."""
    return (
        layers.transform_filter(chosen("chosen_group")).transform_filter("datum.many >= least")
        .transform_window(place="row_number()", frame=[None, None])
        .transform_joinaggregate(all="count()")
        .transform_filter(f"ceil(datum.place / {PAGE}) === min(page, ceil(datum.all / {PAGE}))")
    )  # fmt: skip


def _evidence(drawn: Grid) -> alt.LayerChart:
    columns = (
        Column("answer", "answer", 0, 135), Column("statement", "statement, in our own words", 140, 400),
        Column("by", "who says it", 545, 145), Column("hedge", "flat or hedged", 695, 96),
        Column("where", "characters", 795, 85),
    )  # fmt: skip
    outlets = alt.LookupData(data=drawn.columns, key="article", fields=["brief"])
    voices = alt.LookupData(data=drawn.voices, key="voice", fields=["by"])
    claims = (
        alt.Chart(drawn.claims).transform_flatten([*EVIDENCE]).transform_filter(chosen("chosen_cell"))
        .transform_lookup(lookup="article", from_=outlets).transform_lookup(lookup="voice", from_=voices)
        .transform_calculate(heading="datum.brief + ': ' + datum.text")
    )  # fmt: skip
    return listing(claims, columns, heading="heading", rows=LISTED, lines=LINES, name="evidence")
