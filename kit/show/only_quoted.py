"""Utterances in quotation marks that only one outlet has: a bar an outlet, alone and with others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import pandas as pd

from kit.compare.drift import only_quoted as counted_alone
from kit.show.figure import figure, nothing
from kit.show.layout.labels import counted, unique
from kit.show.look import GREY, WIDTH, outlet_colour, outlet_names

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["only_quoted"]

NAME = "Quotations that only one outlet has"

OUTLETS = 16
"""Outlets drawn, the first of the case; the table holds all."""


def only_quoted(case: Case) -> alt.LayerChart | alt.Chart:
    """For each outlet the utterances in its quotation marks: those no other outlet has in quotation marks, and the rest."""
    found = counted_alone(case)
    if not found[["alone", "shared"]].to_numpy().sum():
        return nothing(NAME, "No outlet of this case quotes anybody in words.")
    table = found.rename(columns={"alone": "only here", "shared": "elsewhere too", "words": "words only here"})
    return figure(
        _drawn(case, found), name=NAME, finding=_finding(found), table=table,
        description="Bars, one for each outlet: utterances in quotation marks that no other outlet has in quotation marks (filled), and those that others quote too (outlined).",
    )  # fmt: skip


def _finding(found: pd.DataFrame) -> str:
    alone = int(found["alone"].sum())
    each = [f"{n} in {outlet}" for outlet, n in zip(found["outlet"], found["alone"], strict=True) if n][:OUTLETS]
    left = f" The first {OUTLETS} of {len(found)} outlets are drawn." if len(found) > OUTLETS else ""
    if not alone:
        return f"No utterance stands in the quotation marks of one outlet alone.{left}"
    return f"{counted(alone, 'utterance stands', 'utterances stand')} in the quotation marks of one outlet alone: {', '.join(each)}.{left}"


def _drawn(case: Case, found: pd.DataFrame) -> alt.LayerChart:
    found = found.head(OUTLETS)
    labels = unique({outlet: outlet for outlet in found["outlet"]}, 40)
    found = found.assign(label=found["outlet"].map(labels), every=found["alone"] + found["shared"])
    found["told"] = [f"{a} only here, {s} elsewhere too" for a, s in zip(found["alone"], found["shared"], strict=True)]
    found = found[["outlet", "label", "alone", "every", "told"]]
    most = max(1, int(found["every"].max()))
    y = alt.Y("label:N", sort=[labels[name] for name in outlet_names(case) if name in labels], title=None)
    scale = alt.Scale(domain=[0, most * 1.6], nice=False)
    ticks = alt.Axis(values=[*range(0, most + 1, max(1, most // 8))], format="d")
    base = alt.Chart(found).encode(
        y=y, tooltip=[alt.Tooltip("outlet:N", title="outlet"), alt.Tooltip("told:N", title="utterances")]
    )
    x = alt.X("every:Q", title="utterances in quotation marks", scale=scale, axis=ticks)
    outline = base.mark_bar(fillOpacity=0, stroke=GREY, strokeWidth=1.5).encode(x=x)
    filled = base.mark_bar().encode(x=alt.X("alone:Q", scale=scale, axis=ticks), color=outlet_colour(case, legend=None))
    text = base.mark_text(align="left", dx=6).encode(x=x, text=alt.Text("told:N"))
    return alt.LayerChart(layer=[outline, filled, text]).properties(width=WIDTH - 80, height=alt.Step(30))
