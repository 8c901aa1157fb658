"""Who is quoted, how much, and by whom.

* a row is a speaker, a column an outlet, a bar the words inside quotation marks: place tells what colour tells;
* beside them, one mark for every report of indirect speech, in the outlet's colour and shape;
* the menu, or a click on anything that belongs to an outlet, brings that outlet forward everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import pandas as pd

from kit.compare.speech import NOBODY, known, speech
from kit.show.figure import figure, nothing
from kit.show.layout.canvas import Canvas
from kit.show.layout.labels import counted, menu, short, unique, wrapped
from kit.show.look import GREY, outlet_colour, outlet_names, outlet_shape

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["voices"]

NAME = "Who is quoted, how much, and by whom"

HEIGHT = 620
"""Pixels for the rows, so that all fit one screen; the speakers beyond are summed in a last row."""

OUTLETS = 6
"""Outlets drawn in a column each, the first of the case; the sums take in all."""

LABEL = 39
"""Characters of a line of a speaker's name that fit beside the bars, on two lines."""

# Pixels: a row, a line of a column's head; then, from left to right, names, sums, the outlets, indirect speech.
_ROW, _LINE = 20, 15
_NAMES, _SUM, _OUTLETS, _INDIRECT = 270, 46, 420, 130
_FAINT = 0.12


def voices(case: Case) -> alt.LayerChart | alt.Chart:
    """Words inside quotation marks by speaker and outlet, and every report of indirect speech beside them.

    Labels, refusals to comment and an outlet's own voice are left out. The speakers with the most words are
    drawn as far as they fit, the others summed in a last row, and the first :data:`OUTLETS` outlets; the table holds
    everyone.
    """
    heard = speech(case)
    if heard.empty:
        return nothing(NAME, "No speech of others is reported in this case.")
    ranked = _ranked(heard)
    return figure(
        _drawn(case, _placed(case, heard, ranked)), name=NAME, description=_description(case, heard),
        finding=_finding(case, heard, ranked), table=_table(case, heard, ranked),
    )  # fmt: skip


def _ranked(heard: pd.DataFrame) -> pd.DataFrame:
    """A row a speaker: most words first, then most indirect speech, then as they appear in the case."""
    grouped = heard.groupby("speaker", sort=False)
    ranked = pd.DataFrame({"name": grouped["name"].first(), "words": grouped["words"].sum()})
    ranked["indirect"] = grouped.size() - grouped["verbatim"].sum()
    ranked = ranked.sort_values(["words", "indirect"], ascending=False, kind="stable")
    labels = unique(dict(ranked["name"]), 2 * LABEL - 4)
    ranked["label"] = [wrapped(labels[speaker], LABEL, 2) for speaker in ranked.index]
    ranked["height"] = _ROW + (_LINE - 2) * ranked["label"].str.count("\n")
    ranked["drawn"] = ranked["height"].cumsum() <= HEIGHT
    return ranked


def _placed(case: Case, heard: pd.DataFrame, ranked: pd.DataFrame) -> pd.DataFrame:
    """The stretches with the label, middle and end of their row; speakers that do not fit share the last."""
    top = 50 + _LINE * max(text.count("\n") + 1 for text in _heads(case)["text"])
    rows = ranked.assign(below=top + ranked["height"].cumsum())
    rest = rows.index[~rows["drawn"]]
    last = rows.loc[rows["drawn"], "below"].max() + _ROW
    rows.loc[rest, ["label", "height", "below"]] = [counted(len(rest), "other speaker"), _ROW, last]
    rows["y"] = rows["below"] - rows["height"] / 2
    return heard.join(rows[["label", "y", "below"]], on="speaker")


def _column(case: Case) -> tuple[dict[str, float], float]:
    """Where each outlet's column starts, and how wide one is."""
    names = outlet_names(case)[:OUTLETS]
    width = min(_OUTLETS / len(names), 140)
    return {name: _NAMES + _SUM + i * width for i, name in enumerate(names)}, width


def _cells(case: Case, placed: pd.DataFrame) -> pd.DataFrame:
    """A bar for each speaker and outlet with words in quotation marks."""
    starts, width = _column(case)
    grouped = placed[placed["verbatim"] & placed["outlet"].isin(starts)].groupby(["label", "y", "outlet"], sort=False)
    cells = grouped.agg(words=("words", "sum"), quotations=("quote", "size")).reset_index()
    texts, most = [f"{n:,}" for n in cells["words"]], max(cells["words"], default=1)
    room = max(width - 8 - 7 * max(map(len, texts), default=0), 12)  # a bar's number stands behind it
    cells["x"] = cells["outlet"].map(starts)
    return cells.assign(x2=cells["x"] + room * cells["words"] / max(most, 1), text=texts)


def _heads(case: Case) -> pd.DataFrame:
    starts, width = _column(case)
    texts = [wrapped(name, max(int(width / 7.6), 6), 4) for name in starts]
    return pd.DataFrame({"outlet": list(starts), "x": [x + 6 for x in starts.values()], "y": 30, "text": texts})


def _dots(case: Case, placed: pd.DataFrame) -> pd.DataFrame:
    """A mark for each report of indirect speech in the outlets drawn, side by side; closer together where a row has many.

    ``count``: how many reports the row has in all outlets.
    """
    spoken = placed[~placed["verbatim"]].sort_values("y", kind="stable")
    spoken = spoken.assign(count=spoken.groupby("y")["quote"].transform("size"))
    dots = spoken[spoken["outlet"].isin(outlet_names(case)[:OUTLETS])]
    rows = dots.groupby("y")["quote"]
    step = ((_INDIRECT - 44) / rows.transform("size")).clip(upper=13)
    dots = dots.assign(x=_NAMES + _SUM + _OUTLETS + 14 + step * rows.cumcount())
    return dots[["label", "name", "outlet", "quote", "x", "y", "count"]]


def _names(canvas: Canvas, placed: pd.DataFrame, dots: pd.DataFrame) -> list[alt.Chart]:
    """The rows' rules, speakers and sums, and the heads of the columns that belong to no outlet."""
    rows = placed.groupby(["label", "y", "below"], sort=False)["words"].sum().reset_index()
    rows = rows.assign(x=0, x2=canvas.width, sum=[f"{n:,}" for n in rows["words"]])
    lift = (_LINE - 2) / 2 * rows["label"].str.count("\n")  # a label of two lines stands about the middle
    names = rows.assign(x=_NAMES - 12, y=rows["y"] - lift)
    places, texts = [0, _SUM, _SUM + _OUTLETS + 8], ["all", "words in quotation marks", "indirect speech"]
    heads = pd.DataFrame({"x": places, "y": 8, "text": texts}).assign(x=lambda frame: frame["x"] + _NAMES)
    counts = dots.groupby("y", as_index=False)[["x", "count"]].max()
    rule = canvas.chart(rows.assign(y=rows["below"])).mark_rule(color="#eeeeee").encode(x2=alt.X2("x2:Q"))
    return [
        rule,
        canvas.text(names, "label", align="right", lineHeight=_LINE - 2),
        canvas.text(rows.assign(x=_NAMES + _SUM - 10), "sum", align="right", fontWeight="bold"),
        canvas.text(heads[:1].assign(x=_NAMES + _SUM - 10), align="right", fontWeight="bold"),
        canvas.text(heads[1:], fontWeight="bold"),
        canvas.text(counts.assign(x=counts["x"] + 10), "count", color=GREY),
    ]


def _drawn(case: Case, placed: pd.DataFrame) -> alt.LayerChart:
    canvas = Canvas(_NAMES + _SUM + _OUTLETS + _INDIRECT, float(placed["below"].max()))
    chosen = alt.selection_point(
        name="voices_outlet",
        fields=["outlet"],
        bind=menu("Outlet", outlet_names(case)[:OUTLETS]),
        on="click",
        clear="dblclick",
    )
    shade = alt.when(chosen).then(alt.value(1)).otherwise(alt.value(_FAINT))
    colour, shape = outlet_colour(case, legend=None), outlet_shape(case, legend=None)
    cells, heads, dots = _cells(case, placed), _heads(case), _dots(case, placed)
    said = [alt.Tooltip("label:N", title="speaker"), alt.Tooltip("outlet:N")]
    sizes = [alt.Tooltip("words:Q", title="words in quotation marks"), alt.Tooltip("quotations:Q")]
    layers = [
        canvas.chart(cells).mark_bar(height=12).encode(x2=alt.X2("x2:Q"), color=colour, tooltip=[*said, *sizes]),
        canvas.text(cells.assign(x=cells["x2"] + 3), color=GREY, fontSize=11),
        canvas.chart(heads).mark_point(filled=True, size=90).encode(color=colour, shape=shape, tooltip=alt.Tooltip("outlet:N")),
        canvas.text(heads.assign(x=heads["x"] - 6, y=42), baseline="top"),
        canvas.chart(dots).mark_point(size=50, strokeWidth=1.8).encode(
            color=colour,
            shape=shape,
            tooltip=[alt.Tooltip("name:N", title="speaker"), "outlet:N", alt.Tooltip("quote:N", title="row")],
        ),
    ]  # fmt: skip
    layers = [layer.encode(opacity=shade) for layer in layers]
    layers[0] = layers[0].add_params(chosen).properties(name="voices_bars")
    return canvas.layered(*_names(canvas, placed, dots), *layers)


def _finding(case: Case, heard: pd.DataFrame, ranked: pd.DataFrame) -> str:
    people = ranked.drop(index=NOBODY, errors="ignore")
    if people.empty or not people["words"].iloc[0]:
        return f"None of {counted(len(people), 'speaker')} has words in quotation marks."
    first, words = people.index[0], int(people["words"].iloc[0])
    outlets = heard.loc[heard["verbatim"] & (heard["speaker"] == first), "outlet"].nunique()
    has = f"{short(people['name'].iloc[0], LABEL)} has the most words in quotation marks ({words:,}"
    parts = [f"Of {counted(len(people), 'speaker')}, {has}, in {counted(outlets, 'outlet')})"]
    silent, shown = int((people["words"] == 0).sum()), int(ranked["drawn"].sum())
    parts += [f"{silent} speak{'s' * (silent == 1)} only indirectly"] if silent else []
    parts += [f"the {shown} most quoted are drawn one by one"] if shown < len(ranked) else []
    outlets = len(outlet_names(case))
    parts += [f"a column each have the first {OUTLETS} of {outlets} outlets"] if outlets > OUTLETS else []
    return "; ".join(parts) + "."


def _description(case: Case, heard: pd.DataFrame) -> str:
    return (
        f"A table of bars: {counted(known(heard), 'speaker')} in rows, ordered by words inside quotation marks, and "
        f"{counted(len(outlet_names(case)), 'outlet')} in columns. At the right, one mark for every report of "
        "indirect speech, in the outlet's colour and shape."
    )


def _table(case: Case, heard: pd.DataFrame, ranked: pd.DataFrame) -> pd.DataFrame:
    """Everyone, in the order drawn: words in all and by outlet, then reports of indirect speech by outlet."""
    known = pd.DataFrame({"speaker": ranked["name"], "words in quotation marks": ranked["words"]})
    columns = {}
    for title, values in (
        ("words", heard.assign(n=heard["words"])), ("indirect", heard.assign(n=(~heard["verbatim"]).astype("int64")))
    ):  # fmt: skip
        sums = values.groupby(["outlet", "speaker"])["n"].sum()
        for outlet in outlet_names(case):
            its = sums[outlet] if outlet in sums.index else pd.Series(dtype="int64")
            columns[f"{outlet}: {title}"] = its.reindex(known.index, fill_value=0)
    return known.join(pd.DataFrame(columns)).reset_index(drop=True)
