"""The whole case at a glance: every question against every outlet, and what one alone has or leaves out.

* a narrow column is a question, a row an outlet: full where it answers in its own voice, hollow where it answers only
  through someone it cites, a point where it is silent;
* groups of questions follow each other like words in lines; in each, those that most articles answer stand first;
* a menu leaves the questions that one, all but one, or all answer; a click on a column lists its answers below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import pandas as pd

from kit.columns import OUTLET
from kit.compare import silences
from kit.compare.speech import voices
from kit.show import look
from kit.show.figure import figure, nothing
from kit.show.layout.canvas import Canvas
from kit.show.layout.glance import BAR, COLUMN, NAMES, ROW, SUMS, TOP, Glance, asked, glance
from kit.show.layout.labels import counted, short
from kit.show.layout.listing import TOTAL, Column, chooser, chosen, listing
from kit.show.table import Table

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["coverage", "left_out", "only_one"]

NAME = "Who answers what: the whole case at a glance"

ROWS = 200
"""Rows of the two tables at most; their captions say when there are more."""

KEY = ("■ answers in its own voice", "□ answers only through someone it cites", "· no answer")
LAST = ("number below: how many answer", "bar above: part of all that answers")
"""What the marks mean; the last one in a case of few and of many articles."""

_MARK, _TALL, _FAINT = 9, 11, 0.12  # a mark's width and height in pixels; how faint what is not chosen is


def coverage(case: Case) -> alt.VConcatChart | alt.Chart:
    """Every question against every article: answered in its own voice, only through others, or not at all.

    Drawn are the first :data:`TOP` articles and the questions that fit; the counts take in every article, and the
    table every question.
    """
    known = silences.answering(case)
    if known.empty:
        return nothing(NAME, "No article of this case answers a question.")
    rows = asked(case, known)
    drawn = glance(case, rows)
    params = [
        chooser("coverage_question", ["q"], [{"q": 0}], ["coverage_columns_0"], only=["coverage_columns_0"]),
        alt.VariableParameter(name="coverage_many", value=-1, bind=_menu(rows, len(case.articles))),
    ]
    return figure(
        alt.vconcat(_picture(case, drawn), _list(drawn), spacing=6, params=params), name=NAME,
        description=_description(case, rows), finding=_finding(case, known, rows, len(drawn.questions)),
        table=_table(case, rows),
    )  # fmt: skip


def _menu(rows: pd.DataFrame, total: int) -> alt.BindRadioSelect:
    """How many articles answer the questions that are left at full strength: -1 for any number."""
    everyone = "that all articles answer" if total > 1 else "that the article answers"
    named = {-1: "all", total - 1: "that all but one answer", 1: "that only one article answers"}
    named |= {total: everyone, 0: "that none answers"}
    found = (number for number in dict.fromkeys((total, total - 1, 1, 0)) if (rows["many"] == number).any())
    options = [-1, *found]
    return alt.binding_select(options=options, labels=[named[number] for number in options], name="Questions ")


def _picture(case: Case, drawn: Glance) -> alt.LayerChart:
    canvas = Canvas(TOTAL, drawn.height)
    return canvas.layered(
        *_cells(case, canvas, drawn), *_names(case, canvas, drawn), *_counts(case, canvas, drawn),
        *_sums(case, canvas, drawn), *_key(case, canvas, drawn),
    )  # fmt: skip


def _cells(case: Case, canvas: Canvas, drawn: Glance) -> list[alt.Chart]:
    """A mark for each question and article; in front of all, unseen, the columns that answer the pointer."""
    base = canvas.chart(drawn.questions)
    places = alt.LookupData(data=drawn.articles[["i", "outlet"]], key="i", fields=["outlet"])
    cells = (
        base.transform_calculate(state="split(datum.state, '')", i=f"sequence({len(drawn.articles)})")
        .transform_flatten(["state", "i"]).transform_lookup(lookup="i", from_=places)
        .transform_calculate(x=f"datum.x + {(COLUMN - _MARK) / 2}", y=f"datum.y + {ROW} * datum.i + {(ROW - _TALL) / 2}")
        .transform_calculate(x2=f"datum.x + {_MARK}", y2=f"datum.y + {_TALL}")
    )  # fmt: skip
    left = "coverage_many < 0 || datum.many === coverage_many"
    cells = cells.encode(
        x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q"), opacity=alt.condition(left, alt.value(1), alt.value(_FAINT))
    )
    own, cited, silent = (cells.transform_filter(f"datum.state === '{state}'") for state in "210")
    colour = look.outlet_colour(case, legend=None)
    points = silent.transform_calculate(
        x2=f"datum.x + {_MARK / 2 + 1}", y2=f"datum.y + {_TALL / 2 + 1}"
    ).transform_calculate(x="datum.x2 - 2", y="datum.y2 - 2")  # fmt: skip
    return [
        own.mark_rect().encode(color=colour),
        cited.mark_rect(fill="white", strokeWidth=1.5).encode(
            stroke=alt.Stroke("outlet:N", scale=colour["scale"], legend=None)
        ),
        points.mark_rect(fill="#8a8a8a"),
        _target(case, base, drawn),
    ]


def _target(case: Case, base: alt.Chart, drawn: Glance) -> alt.Chart:
    """The columns to point at; the chosen one has a frame."""
    picked = alt.condition(chosen("coverage_question", empty=False), alt.value(look.INK), alt.value("transparent"))
    groups = alt.LookupData(data=drawn.groups, key="g", fields=["group"])
    tips = [
        alt.Tooltip("text:N", title="question"), alt.Tooltip("group:N", title="group"),
        alt.Tooltip("many:Q", title=f"articles that answer, of {len(case.articles)}"),
    ]  # fmt: skip
    columns = base.transform_lookup(lookup="g", from_=groups).transform_calculate(
        x2=f"datum.x + {COLUMN}", y2=f"datum.y + {ROW * len(drawn.articles) + 3}", y="datum.y - 3"
    ).mark_rect(fill="white", fillOpacity=0.001, strokeWidth=1.5)  # fmt: skip
    target: alt.Chart = columns.encode(x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q"), stroke=picked, tooltip=tips)
    return target.properties(name="coverage_columns_0")


def _names(case: Case, canvas: Canvas, drawn: Glance) -> list[alt.Chart]:
    """The names of groups, and the outlets before each line."""
    lines = drawn.blocks[["first"]].drop_duplicates()
    rows = lines.merge(drawn.articles[["outlet", "name", "i"]], how="cross")
    groups = drawn.blocks[["x", "y", "text"]]
    return [
        canvas.text(groups, baseline="top", lineHeight=12, fontSize=11, fontWeight="bold"),
        *_outlets(case, canvas, rows.assign(y=rows["first"] + ROW * (rows["i"] + 0.5))[["outlet", "name", "y"]]),
    ]


def _outlets(case: Case, canvas: Canvas, rows: pd.DataFrame) -> list[alt.Chart]:
    """Names with the shapes of their outlets behind them, before the columns."""
    glyphs = canvas.chart(rows.assign(x=NAMES - 12)).mark_point(filled=True, size=60, opacity=1)
    return [
        glyphs.encode(color=look.outlet_colour(case, legend=None), shape=look.outlet_shape(case, legend=None)),
        canvas.text(rows.assign(x=NAMES - 22), "name", align="right", fontSize=11),
    ]


def _counts(case: Case, canvas: Canvas, drawn: Glance) -> list[alt.Chart]:
    """How many articles answer: a number below each run of columns, or a bar above each when there are many articles."""
    if len(case.articles) > TOP:
        part = f"{BAR - 6} * datum.many / {len(case.articles)}"
        bars = canvas.chart(drawn.questions).transform_calculate(
            x="datum.x + 1", x2=f"datum.x + {_MARK}", y2="datum.y - 5", y=f"datum.y - 5 - {part}"
        )  # fmt: skip
        return [bars.mark_rect(fill=look.GREY).encode(x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q"))]
    below = f"datum.y + {ROW * len(drawn.articles) + 5}"
    runs = (
        canvas.chart(drawn.questions).transform_aggregate(x="min(x)", x2="max(x)", groupby=["many", "g", "y"])
        .transform_calculate(x="datum.x + 1.5", x2=f"datum.x2 + {COLUMN - 1.5}", y=below)
    )  # fmt: skip
    numbers = runs.transform_calculate(x="(datum.x + datum.x2) / 2", y="datum.y + 9")
    return [
        runs.mark_rule(color=look.GREY).encode(x2=alt.X2("x2:Q")),
        numbers.mark_text(align="center", baseline="middle", fontSize=11).encode(text=alt.Text("many:Q")),
    ]


def _sums(case: Case, canvas: Canvas, drawn: Glance) -> list[alt.Chart]:
    """How many questions each article answers, in its own voice, alone, and alone not."""
    rows = drawn.articles.assign(y=[20 + ROW * (i + 0.5) for i in range(len(drawn.articles))])
    across = {column: NAMES + 60 + 118 * nth for nth, column in enumerate(SUMS)}
    numbers = pd.concat([rows[["y"]].assign(x=x, text=rows[column]) for column, x in across.items()])
    titles = pd.DataFrame({"x": list(across.values()), "y": 8, "text": list(SUMS.values())})
    return [
        *_outlets(case, canvas, rows[["outlet", "name", "y"]]),
        canvas.text(numbers, align="right"),
        canvas.text(titles, align="right", fontSize=11, color=look.GREY),
    ]


def _key(case: Case, canvas: Canvas, drawn: Glance) -> list[alt.Chart]:
    marks = pd.DataFrame(
        {"text": [*KEY, LAST[len(case.articles) > TOP]], "x": [NAMES, 334, 578, 654], "y": drawn.top - 26}
    )
    return [canvas.text(marks, fontSize=11, color=look.GREY)]


def _list(drawn: Glance) -> alt.LayerChart:
    """The main answers to the chosen question, one row an article drawn."""
    columns = (
        Column("name", "outlet", 0, NAMES - 6), Column("answer", "main answer (+ further ones)", NAMES, 380),
        Column("by", "who says it, if not the outlet", NAMES + 390, 230),
        Column("where", "characters", NAMES + 630, TOTAL - NAMES - 630),
    )  # fmt: skip
    outlets = alt.LookupData(data=drawn.articles[["i", "name"]], key="i", fields=["name"])
    spoken = alt.LookupData(data=drawn.voices, key="v", fields=["by"])
    rows = (
        alt.Chart(drawn.questions).transform_filter(chosen("coverage_question", empty=False))
        .transform_calculate(i=f"sequence({len(drawn.articles)})").transform_flatten(["i", "a", "v", "from", "to"])
        .transform_lookup(lookup="i", from_=outlets).transform_lookup(lookup="v", from_=spoken)
        .transform_calculate(answer="datum.a || '–'", where="datum.to ? datum.from + '-' + datum.to : ''")
    )  # fmt: skip
    return listing(rows, columns, heading="text", rows=len(drawn.articles), name="coverage_answers")


def _finding(case: Case, known: pd.DataFrame, rows: pd.DataFrame, drawn: int) -> str:
    total, often = len(case.articles), rows["many"].value_counts()
    cut = [f"the first {TOP} articles"] if total > TOP else []
    cut += [f"the first {counted(drawn, 'question')}"] if drawn < len(rows) else []
    rest = f" Drawn: {' and '.join(cut)}." if cut else ""
    if total == 1:
        own = int(known["own"].sum())
        return f"The article answers {len(known)} of {counted(len(rows), 'question')}, {own} in its own voice.{rest}"
    sums = known.groupby("article")["question"].size().reindex(case.articles["article"], fill_value=0)
    sums, names = sums.sort_values(kind="stable"), look.article_names(case)
    least, most = (f"{short(names[sums.index[i]], 40)} answers {sums.iloc[i]}" for i in (0, -1))
    told = {number: str(often.get(number) or "none") for number in (total, total - 1, 1)}
    between = f", all but one answer {told[total - 1]}" if total > 2 else ""
    return (
        f"Of {counted(len(rows), 'question')}, {'both' if total == 2 else f'all {total}'} articles answer "
        f"{told[total]}{between} and only one answers {told[1]}; {most}, the most, and {least}, the fewest.{rest}"
    )


def _description(case: Case, rows: pd.DataFrame) -> str:
    return (
        f"A column for each of {counted(len(rows), 'question')}, in blocks for {counted(rows['group'].nunique(), 'group')}, and "
        f"a row for each of {counted(len(case.articles), 'article')}: full where the article answers in its own voice, hollow "
        "where only someone it cites does, a point where it is silent. A list gives the answers to one question."
    )


def _table(case: Case, rows: pd.DataFrame) -> pd.DataFrame:
    """A row a question, in the order drawn: its group, how many answer, and how each article drawn does."""
    names, words = look.article_names(case), {"2": "own voice", "1": "cited", "0": "no"}
    table = rows[["group", "text", "many"]].rename(columns={"text": "question", "many": "articles that answer"})
    for i, article in enumerate(case.articles["article"][:TOP]):
        table[names[article]] = rows["state"].str[i].map(words)
    return table


def only_one(case: Case) -> Table:
    """What only one article answers, in words: whose answer it is (empty: the article itself), and where it stands."""
    rows = silences.only_one(case)
    frame = pd.DataFrame({
        "outlet": rows["article"].map(look.article_names(case)), "group": rows["group"], "question": rows["text"],
        "answer": rows["answer"], "asserted by": rows["asserted_by"].mask(rows["asserted_by"] == voices(case)[OUTLET]),
        "characters": rows["characters"],
    })  # fmt: skip
    number = counted(rows["question"].nunique(), "question")
    return Table(frame.head(ROWS), f"What only one article answers: {number}{_first(frame)}")


def left_out(case: Case) -> Table:
    """What one article leaves out that all others have, in words: the silent one, and what the others answer."""
    rows = silences.left_out(case)
    frame = pd.DataFrame({
        "silent": rows["article"].map(look.article_names(case)), "group": rows["group"], "question": rows["text"],
        "what the others answer": rows["answers"],
    })  # fmt: skip
    number = counted(len(frame), "question")
    return Table(frame.head(ROWS), f"What one article leaves out that all others have: {number}{_first(frame)}")


def _first(frame: pd.DataFrame) -> str:
    return f"; the first {ROWS} rows of {len(frame):,}" if len(frame) > ROWS else ""
