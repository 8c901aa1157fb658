"""One utterance in every outlet's words, word under word, like the parts of a score.

* a menu chooses the utterance; the one that most outlets quote stands first;
* words that differ are underlined, boxed, or boxed with dashes, each in its own colour: the same mark in a
  column is the same word, and no mark says which word was spoken;
* below the words a glyph tells the family of each difference, and the pointer its types;
* a gap is a solid line where words are left out inside a quotation, a dotted one outside what it quotes;
* words stand in a typewriter face, so that columns can be computed here and fit in any browser.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import altair as alt
import pandas as pd

from kit.compare.changes import changes
from kit.compare.wordings import RELATIONS, relations
from kit.compare.wordings import wordings as aligned
from kit.show import look
from kit.show.figure import figure, nothing
from kit.show.layout.labels import counted, short
from kit.show.layout.quoted import left_out, limited, quoting
from kit.show.layout.score import ADVANCE, STEP, Score, score

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["wordings"]

NAME = "One utterance, every wording"
TYPEWRITER = "'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace"
MARK_COLOURS = ("#0072B2", "#D55E00", "#AA4499")
"""Of a first wording, another, and a third or later one; text on them stays black."""

AS = dict(zip(RELATIONS, ("not the same", "the same, but cut or extended", "the same"), strict=True))

CHOSEN = "!isValid(datum.utterance) || (datum.utterance === utterance && datum.part === min(part, datum.parts))"
"""What the menus choose; rows without an utterance are the key, always shown."""


def wordings(case: Case) -> alt.LayerChart | alt.Chart:
    """The wordings of every utterance that two or more articles quote in words, one utterance at a time."""
    often = quoting(case)
    first = limited(case, often)
    words = aligned(first)
    if words.empty:
        return nothing(NAME, "No utterance of this case is quoted in words by two articles.")
    found = relations(words)
    found["articles"] = found["utterance"].map(often)
    # Most outlets first; among those the one with most changed words shows what the chart is about.
    found = found.sort_values(["articles", "changed"], ascending=False, kind="stable")
    cut = left_out(often)
    return figure(
        _drawn(case, score(case, words, found, changes(first)), found),
        name=NAME, description=_description(found), finding=_finding(found) + (f" Drawn, and counted here: {cut}." if cut else ""), table=_table(case, words, found),
    )  # fmt: skip


def _finding(found: pd.DataFrame) -> str:
    if len(found) == 1:
        return f"Of the one utterance that two or more articles quote in words, the words are {AS[found['relation'].iloc[0]]}."
    changed, cut, same = (int((found["relation"] == relation).sum()) for relation in RELATIONS)
    shared = f"the {len(found)} utterances"
    return (
        f"Of {shared} that two or more articles quote in words, {changed} {'is' if changed == 1 else 'are'} quoted in "
        f"different words, {cut} in the same words but cut or extended, and {same} word for word the same "
        "(capitals and punctuation aside)."
    )


def _description(found: pd.DataFrame) -> str:
    return (
        f"Aligned text of one of {counted(len(found), 'utterance')}, chosen in a menu: each row is an "
        "outlet's quotation, each column a word. Words that differ are underlined or boxed, gaps are lines; a glyph below tells the kind of difference."
    )


def _table(case: Case, words: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """One row a quotation, in the order of the menu."""
    quotes = case.quotes.set_index("quote")
    first = words.drop_duplicates("quote").merge(found[["utterance", "relation"]], on="utterance")
    place = {utterance: i for i, utterance in enumerate(found["utterance"])}
    first = first.sort_values("utterance", key=lambda column: column.map(place), kind="stable")
    rows = quotes.loc[first["quote"]]
    where = rows["start"].astype("str") + "-" + rows["end"].astype("str")
    summaries = first["utterance"].map(case.utterances.set_index("utterance")["summary"])
    return pd.DataFrame({
        "utterance": summaries.to_numpy(), "outlet": first["outlet"].to_numpy(), "words": rows["text"].to_numpy(),
        "characters": where.to_numpy(), "wordings are": first["relation"].to_numpy(),
    })  # fmt: skip


def _drawn(case: Case, drawn: Score, found: pd.DataFrame) -> alt.LayerChart:
    summaries = case.utterances.set_index("utterance")["summary"]
    labels = [
        short(f"{articles} articles: {summaries[utterance]}", 90)
        for utterance, articles in zip(found["utterance"], found["articles"], strict=True)
    ]
    choice = alt.param(
        name="utterance", value=found["utterance"].iloc[0],
        bind=alt.binding_select(options=list(found["utterance"]), labels=labels, name="utterance "),
    )  # fmt: skip
    parts = int(drawn.names["parts"].max())
    part = alt.param(name="part", value=1)
    if parts > 1:
        part = alt.param(name="part", value=1, bind=alt.binding_select(options=[*range(1, parts + 1)], name="part "))
    hover = alt.selection_point(name="hovered", fields=["column"], on="mouseover", clear="mouseout", empty=False)
    return alt.LayerChart(layer=[_words(drawn, hover), *_gaps(drawn), *_types(drawn), *_names(case, drawn)]).add_params(choice, part).properties(
        width=drawn.width, height=alt.Step(STEP), view=alt.ViewConfig(stroke=None), name="score",
    )  # fmt: skip


def _base(width: int, frame: pd.DataFrame | None = None) -> alt.Chart:
    """A layer on the score's pixels and rows, of the words or of another table."""
    pixels = alt.Scale(domain=[0, width], range=[0, width], nice=False, zero=False)
    rows = alt.Scale(type="band", paddingInner=0.2, paddingOuter=0)
    chart = alt.Chart() if frame is None else alt.Chart(frame).transform_filter(CHOSEN)
    return chart.encode(x=alt.X("x:Q", scale=pixels, axis=None), y=alt.Y("y:O", scale=rows, axis=None))


def _words(drawn: Score, hover: alt.Parameter) -> alt.LayerChart:
    """The words, their marks, and unseen boxes that answer the pointer and light up a column."""
    base = _base(drawn.width)
    marked = [base.transform_filter(f"datum.mark === {n}").encode(x2=alt.X2("word_end:Q")) for n in (1, 2, 3)]
    box: list[dict[str, Any]] = [
        {"stroke": colour, "fill": colour, "fillOpacity": 0.1, "strokeWidth": 1.5} for colour in MARK_COLOURS
    ]
    text = base.transform_filter("datum.word !== ''").mark_text(
        align="left", baseline="middle", font=TYPEWRITER, fontSize=12, dx=2, color=look.INK
    )  # fmt: skip
    target = base.transform_filter("isValid(datum.utterance)").mark_rect(fill=look.INK).encode(
        x2=alt.X2("x2:Q"), fillOpacity=alt.condition(hover, alt.value(0.14), alt.value(0)),
        tooltip=[alt.Tooltip("outlet:N", title="outlet"), alt.Tooltip("told:N", title="here stands"), alt.Tooltip("types:N", title="differs in")],
    ).add_params(hover).properties(name="boxes")  # fmt: skip
    layers = (
        marked[0].mark_rule(color=MARK_COLOURS[0], strokeWidth=2.5, yOffset=8), marked[1].mark_rect(**box[1]),
        marked[2].mark_rect(**box[2], strokeDash=[3, 2]), text.encode(text=alt.Text("word:N")), target,
    )  # fmt: skip
    places = alt.LookupData(data=drawn.columns, key="column", fields=["x", "x2", "told", "types"])
    return (
        alt.LayerChart(data=drawn.cells, layer=[*layers]).transform_filter(CHOSEN).transform_flatten(["column", "word", "mark"])
        .transform_lookup(lookup="column", from_=places)
        .transform_calculate(word_end=f"datum.x + 4 + {ADVANCE} * length(datum.word)")
    )  # fmt: skip


def _gaps(drawn: Score) -> Iterable[alt.Chart]:
    looks: dict[str, dict[str, Any]] = {
        "left out": {"strokeWidth": 1.5, "color": look.INK},
        "outside": {"strokeWidth": 1.5, "color": "#9a9a9a", "strokeDash": [1, 4]},
    }
    for place, options in looks.items():
        gaps = _base(drawn.width, drawn.gaps).transform_filter(f"datum.place === '{place}'")
        yield gaps.mark_rule(**options).encode(x2=alt.X2("x2:Q"))


def _types(drawn: Score) -> Iterable[alt.Chart]:
    """The glyphs below the columns that differ."""
    if drawn.types.empty:
        return
    places = alt.LookupData(data=drawn.columns, key="column", fields=["x", "told", "types"])
    tips = [alt.Tooltip("told:N", title="here stands"), alt.Tooltip("types:N", title="differs in")]
    marks = _base(drawn.width, drawn.types).transform_lookup(lookup="column", from_=places)
    yield marks.mark_text(align="left", baseline="middle", dx=2, fontSize=12).encode(
        text=alt.Text("text:N"), tooltip=tips
    )


def _names(case: Case, drawn: Score) -> Iterable[alt.Chart]:
    weights: dict[str, Any] = {"datum.strong": "bold", "!datum.strong": "normal"}
    for test, weight in weights.items():
        heads = _base(drawn.width, drawn.heads).transform_filter(test)
        yield heads.mark_text(align="left", baseline="middle", fontSize=13, fontWeight=weight).encode(
            text=alt.Text("text:N")
        )
    names = _base(drawn.width, drawn.names)
    tips = [
        alt.Tooltip("outlet:N", title="outlet"),
        alt.Tooltip("where:N", title="characters"),
        alt.Tooltip("through:N", title="through"),
    ]
    yield names.mark_point(filled=True, size=70, opacity=1, xOffset=6).encode(
        color=look.outlet_colour(case, legend=None), shape=look.outlet_shape(case, legend=None), tooltip=tips
    )
    yield names.mark_text(align="left", baseline="middle", dx=16, limit=drawn.left - 22).encode(
        text=alt.Text("label:N"), tooltip=tips
    )
