"""Stated as fact here, attributed there: in whose voice each article gives an answer.

* a row is a question, a column an article, a glyph the voice: a row with mixed glyphs shows the shift at a glance;
* cells with a frame take part in a shift: their answers agree or are compatible, and the voices differ;
* a click on a row lists its answers with speaker, hands, hedge and characters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt
import pandas as pd

from kit.compare.chains import through
from kit.compare.coverage import readable
from kit.compare.shifts import KINDS
from kit.compare.shifts import shifts as computed
from kit.compare.speech import standing, voices
from kit.show import look
from kit.show.figure import figure, nothing
from kit.show.layout.canvas import Canvas
from kit.show.layout.labels import MENU_WIDTH, counted, short
from kit.show.layout.listing import TOTAL, Column, chooser, chosen, listing
from kit.show.layout.tones import CELLS, EVIDENCE, LEFT, PAGE, STEP, TOP, VOICES, Tones, tones
from kit.show.table import Table, only

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["shifted", "shifts"]

NAME = "Stated as fact here, attributed there"

MOST = 40
"""Rows of the table of shifts."""

KEY = (
    "● stated as fact (tinted)  ·  ○ attributed  ·  “” attributed, in quotation marks  ·  ≈ weakened (alone: in its own voice)",
    "frame: takes part in a shift  ·  ▲ its headline states what its text attributes  ·  – no answer  ·  click a row: evidence",
)
SPEAKER = "#555555"
FACT = "#d9e4ef"
"""The grey of whoever is said to speak, and the tint of what is stated as fact; black reads on it."""

LISTED = 10
"""Answers in the list; more are counted below it."""

VIEW = "rows_1"
"""What a click chooses a row on. Altair ends a layer's name with its place in the concatenation."""


def shifted(case: Case, kind: str = "") -> Table:
    """The shifts one by one: who states, who attributes and to whom, with both places. At most :data:`MOST` rows: first
    one of each question, main answers before others.

    ``kind`` keeps those of one of `kit.compare.shifts.KINDS`. Raises ``ValueError`` for any other, with the nearest.
    """
    rows = only(computed(case), {"kind": KINDS}, kind=kind) if kind else computed(case)
    ordered = rows.sort_values("headline", ascending=False, kind="stable")
    turn = ordered.groupby("question", observed=True).cumcount()
    kept = (
        ordered.assign(turn=turn).sort_values(["turn", "headline"], ascending=[True, False], kind="stable").head(MOST)
    )
    kept = kept.sort_index()
    names, called = look.article_names(case), voices(case)
    answers = _answers(case)
    frame = pd.DataFrame({
        "question": kept["text"], "states": kept["article_stated"].map(names), "as": kept["claim_stated"].map(answers),
        "attributes": kept["article_attributed"].map(names), "what": kept["claim_attributed"].map(answers),
        "to": kept["speaker"].map(called), "through": [through(via, called) or None for via in kept["via"]],
        "kind": kept["kind"], "states it too": kept["also_stated"], "characters": kept["places"],
    })  # fmt: skip
    caption = "One states as fact what the other attributes" + (f": {kind}" if kind else "")
    return Table(frame, caption + (f" ({len(kept)} of {len(rows)})" if len(kept) < len(rows) else ""))


def _answers(case: Case) -> dict[str, str]:
    claims = standing(case.claims).merge(case.questions[["question", "value_type", "unit"]], on="question")
    return dict(zip(claims["claim"], readable(case, claims), strict=True))


def shifts(case: Case) -> alt.VConcatChart | alt.Chart:
    """The questions with a shift, those with most shifts between main answers first, and each article's voice in them.

    Drawn are the questions and articles of `kit.show.layout.tones`; the finding says what is left out.
    """
    found = computed(case)
    if found.empty:
        return nothing(NAME, "No article of this case states as fact what another one, or its own text, attributes.")
    drawn = tones(case, found)
    chart = alt.vconcat(_heads(case, drawn), _matrix(drawn), _evidence(drawn), spacing=4, params=_params(drawn))
    return figure(
        chart, name=NAME, description=_description(drawn), finding=_finding(case, found, drawn), table=drawn.table
    )


def _params(drawn: Tones) -> list[Any]:
    sizes = drawn.rows["group"].value_counts(sort=False)
    labels = ["all groups", *(f"{short(str(name), MENU_WIDTH)} ({size})" for name, size in sizes.items())]
    groups = alt.binding_select(options=[None, *sizes.index], labels=labels, name="group ")
    pages = alt.binding_select(options=[*range(1, -(-len(drawn.rows) // PAGE) + 1)], name="page ")
    return [
        alt.VariableParameter(name="shifts_group", value=None, bind=groups),
        alt.VariableParameter(name="shifts_page", value=1, bind=pages),
        chooser("shifts_row", ["q"], [{"q": 0}], [VIEW]),
    ]


def _heads(case: Case, drawn: Tones) -> alt.LayerChart:
    """What the glyphs mean, and the articles above their columns."""
    canvas = Canvas(TOTAL, TOP)
    lines = pd.DataFrame({"x": 0, "y": [8 + 16 * i for i in range(len(KEY))], "text": KEY})
    names = drawn.columns.assign(y=TOP - 16)
    marks = canvas.chart(names.assign(x=names["x"] + 7)).mark_point(filled=True, size=70, opacity=1)
    return canvas.layered(
        canvas.text(lines, fontSize=11, color=look.GREY),
        canvas.text(pd.DataFrame({"x": [0], "y": [TOP - 16], "text": ["question"]}), fontSize=11, color=look.GREY),
        marks.encode(
            color=look.outlet_colour(case, legend=None), shape=look.outlet_shape(case, legend=None), tooltip=alt.Tooltip("outlet:N")
        ),
        canvas.text(
            names.assign(x=names["x"] + 17, y=names["y"] - 6 * names["name"].str.count("\n")), "name", fontSize=11, fontWeight="bold", lineHeight=12
        ).encode(tooltip=alt.Tooltip("outlet:N")),
    )  # fmt: skip


def _paged(chart: alt.Chart) -> alt.Chart:
    """The rows that the menu leaves, numbered anew, and of these one page (the last when there are fewer)."""
    paged: alt.Chart = (
        chart.transform_filter("!shifts_group || datum.group === shifts_group")
        .transform_window(place="row_number()", frame=[None, None]).transform_joinaggregate(all="count()")
        .transform_filter(f"ceil(datum.place / {PAGE}) === min(shifts_page, ceil(datum.all / {PAGE}))")
        .transform_calculate(y=f"{STEP} * ((datum.place - 1) % {PAGE})")
    )  # fmt: skip
    return paged


def _matrix(drawn: Tones) -> alt.LayerChart:
    """One page of the questions that the menus choose."""
    canvas = Canvas(TOTAL, min(PAGE, len(drawn.rows)) * STEP)
    # No mark without a row: a click on it would choose none.
    rows = _paged(canvas.chart(drawn.rows)).transform_calculate(x="0", x2=f"{TOTAL}", y2=f"datum.y + {STEP - 4}")
    tips = [alt.Tooltip("full:N", title="question"), alt.Tooltip("group:N", title="group")]
    picked = alt.condition(chosen("shifts_row", empty=False), alt.value("#f1f1f1"), alt.value("white"))
    ground = (
        rows.mark_rect().encode(x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q"), fill=picked, tooltip=tips).properties(name="rows")
    )
    left: dict[str, Any] = {"align": "left", "baseline": "top", "lineBreak": "\n", "lineHeight": 13, "fontSize": 11}
    places = alt.LookupData(
        data=drawn.columns[["x", "outlet"]].rename_axis("a").reset_index(), key="a", fields=["x", "outlet"]
    )
    cells = (
        _paged(canvas.chart(drawn.rows)).transform_flatten(["a", *CELLS])
        .transform_lookup(lookup="a", from_=places)
        .transform_calculate(x2=f"datum.x + {drawn.width}", y2=f"datum.y + {STEP - 6}")
    )  # fmt: skip
    told = [alt.Tooltip("outlet:N", title="outlet"), *tips]
    tint = alt.condition("datum.fact > 0", alt.value(FACT), alt.value("white"))
    frames = cells.transform_filter("datum.glyph !== '–'").mark_rect(strokeWidth=1.2).encode(
        fill=tint, stroke=alt.condition("datum.on > 0", alt.value(look.GREY), alt.value("transparent"))
    )  # fmt: skip
    glyphs = cells.mark_text(align="left", baseline="top", dx=4, dy=3, fontSize=12, fontWeight="bold").encode(
        text=alt.Text("glyph:N")
    )
    return canvas.layered(
        ground,
        rows.mark_text(**left, dy=3, limit=LEFT).encode(text=alt.Text("text:N"), tooltip=tips),
        frames.encode(x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q"), tooltip=told),
        glyphs,
        cells.transform_calculate(x="datum.x2 - 4").mark_text(align="right", baseline="top", dy=3).encode(text=alt.Text("corner:N")),
        cells.mark_text(**left, dx=26, dy=3).encode(text=alt.Text("words:N"), tooltip=told),
        cells.transform_calculate(y="datum.y + 13 * length(split(datum.words, '\\n'))")
        .mark_text(**left, dx=6, dy=5, color=SPEAKER).encode(text=alt.Text("speaker:N"), tooltip=told),
    )  # fmt: skip


def _evidence(drawn: Tones) -> alt.LayerChart:
    columns = (
        Column("called", "outlet", 0, 122), Column("how", "how", 128, 150), Column("answer", "answer", 284, 200),
        Column("by", "who says it", 490, 186), Column("hedge", "flat or hedged", 682, 120),
        Column("where", "characters", 806, 74),
    )  # fmt: skip
    outlets = alt.LookupData(
        data=drawn.columns[["called"]].rename_axis("article").reset_index(), key="article", fields=["called"]
    )
    how = alt.LookupData(data=pd.DataFrame({"voice": range(len(VOICES)), "how": VOICES}), key="voice", fields=["how"])
    claims = (
        alt.Chart(drawn.rows).transform_filter(chosen("shifts_row", empty=False)).transform_flatten([*EVIDENCE])
        .transform_lookup(lookup="article", from_=outlets).transform_lookup(lookup="voice", from_=how)
        .transform_lookup(lookup="who", from_=alt.LookupData(data=drawn.speakers, key="who", fields=["by"]))
    )  # fmt: skip
    return listing(
        claims,
        columns,
        heading="full",
        rows=min(LISTED, max(map(len, drawn.rows["where"]), default=1)),
        name="evidence",
    )


def _finding(case: Case, found: pd.DataFrame, drawn: Tones) -> str:
    """In how many questions there are shifts, of what kind, and what is not drawn."""
    asked, between = found["question"].nunique(), found["kind"] != KINDS[2]
    quoted = found.loc[found["kind"] == KINDS[1], "question"].nunique()
    main = found.loc[found["headline"], "question"].nunique()
    parts = []
    if between.any():
        several = found.loc[between, "question"].nunique()
        parts += [f"In {counted(several, 'question')} one article states as fact what another attributes"]
        parts[0] += f" (in {main} with its main answer)" if main else ""
    parts += [f"in {quoted} of them the other has it inside quotation marks"] if quoted else []
    headed = found.loc[~between, ["question", "article_stated"]].drop_duplicates()
    if len(headed):
        said = f"{counted(len(headed), 'time')} an article's headline states what its text attributes"
        parts += [said if parts else said.capitalize()]
    left = asked - len(drawn.rows)
    parts += [f"drawn are the {len(drawn.rows)} with most shifts"] if left else []
    articles, columns = len(case.articles), len(drawn.columns)
    parts += [f"of {articles} articles the {columns} with most are drawn"] if articles > columns else []
    return "; ".join(parts) + "."


def _description(drawn: Tones) -> str:
    return (
        f"A matrix of {counted(len(drawn.rows), 'question')} and {counted(len(drawn.columns), 'article')}, page by page. Each "
        "cell has a glyph for the voice, the answer, and who is said to give it; a frame marks a shift. A list below gives "
        "the evidence of one question."
    )
