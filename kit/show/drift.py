"""How far each outlet's wording of an utterance lies from the others'.

* a row is an utterance, the one whose wordings lie farthest apart first; a mark is an outlet, farther right the more of
  its words differ; the first row is each outlet's mean over the utterances it shares;
* outlets stand a little below one another in a row, so that equal distances do not hide each other;
* far from the others is not far from what was said: no mark says who is right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt
import pandas as pd

from kit.compare.drift import drift as measured
from kit.show.figure import figure, nothing
from kit.show.layout.labels import counted, short, unique, wrapped
from kit.show.look import GREY, INK, outlet_colour, outlet_names, outlet_shape

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["drift"]

NAME = "How far the wordings lie apart"

UTTERANCES, OUTLETS = 16, 8
"""Utterances drawn, those farthest apart, and outlets, the first of the case; the table holds all."""

_ROW, _LABEL, _PLOT = 42, 330, 460
"""Pixels: a row, its label, the distances."""

MEAN = "mean over its shared utterances"


def drift(case: Case) -> alt.LayerChart | alt.Chart:
    """Mean word edit distance of each outlet's wording from the others', by utterance; only stretches that both quote."""
    found = measured(case)
    found = found[found["apart"].notna()]
    if found.empty:
        return nothing(NAME, "No utterance of this case is quoted in words by two outlets.")
    far = found.groupby("utterance")["apart"].mean().sort_values(ascending=False, kind="stable")
    means = found.groupby("outlet").agg(apart=("apart", "mean"), shared=("utterance", "nunique"))
    means = means.reindex([outlet for outlet in outlet_names(case) if outlet in means.index])
    return figure(
        _drawn(case, found, far, means), name=NAME, description=_description(far), finding=_finding(case, far, means),
        table=_table(case, found, far, means),
    )  # fmt: skip


def _description(far: pd.Series) -> str:
    return (
        f"Dot plot of {counted(len(far), 'utterance')}: each row is an utterance, each mark an outlet, its place the share of "
        "words by which its wording differs from the others'. The first row has every outlet's mean."
    )


def _finding(case: Case, far: pd.Series, means: pd.DataFrame) -> str:
    summaries = case.utterances.set_index("utterance")["summary"]
    same = int((far == 0).sum())
    if same == len(far):
        return f"Where outlets share {counted(len(far), 'utterance')}, their words are the same in all."
    first = max(zip(means["apart"], means["shared"], means.index, strict=True), key=lambda each: each[0])
    told = (
        f"The wordings of “{short(summaries[far.index[0]], 70)}” lie farthest apart: on average {far.iloc[0]:.0%} of the words differ. "
        f"{counted(same, 'utterance is', 'utterances are')} word for word the same where both quote. "
        f"Farthest from the others on average is {first[2]} ({first[0]:.0%} over {counted(first[1], 'utterance')}); "
        "to be far from the others is not to be far from what was said."
    )
    cut = [f"the {UTTERANCES} utterances farthest apart of {len(far)}"] if len(far) > UTTERANCES else []
    cut += [f"the first {OUTLETS} of {len(means)} outlets"] if len(means) > OUTLETS else []
    return told + (f" Drawn: {', '.join(cut)}." if cut else "")


def _table(case: Case, found: pd.DataFrame, far: pd.Series, means: pd.DataFrame) -> pd.DataFrame:
    summaries = case.utterances.set_index("utterance")["summary"]
    place = {utterance: i for i, utterance in enumerate(far.index)}
    rows = found.sort_values("utterance", key=lambda column: column.map(place), kind="stable")
    said = pd.DataFrame({
        "utterance": rows["utterance"].map(summaries).to_numpy(), "outlet": rows["outlet"].to_numpy(),
        "words that differ, %": (rows["apart"] * 100).round().astype(int).to_numpy(), "measured against": [counted(n, "outlet") for n in rows["others"]],
    })  # fmt: skip
    mean = pd.DataFrame({
        "utterance": MEAN, "outlet": means.index, "words that differ, %": (means["apart"] * 100).round().astype(int).to_numpy(),
        "measured against": [f"over {counted(n, 'utterance')}" for n in means["shared"]],
    })  # fmt: skip
    return pd.concat([mean, said], ignore_index=True)


def _drawn(case: Case, found: pd.DataFrame, far: pd.Series, means: pd.DataFrame) -> alt.LayerChart:
    outlets = list(means.index[:OUTLETS])
    shown = list(far.index[:UTTERANCES])
    labels = unique(dict(case.utterances.set_index("utterance")["summary"].loc[shown]), 96)
    rows = {"": 0, **{utterance: i for i, utterance in enumerate(shown, start=1)}}
    averages = means.reset_index().assign(
        utterance="", told=[f"mean over {counted(n, 'utterance')}" for n in means["shared"]]
    )
    marks = pd.concat([averages, found.assign(told=[f"against {counted(n, 'other outlet')}" for n in found["others"]])])
    marks = marks[marks["outlet"].isin(outlets) & marks["utterance"].isin(rows)]
    lane = {outlet: (i + 1) / (len(outlets) + 1) for i, outlet in enumerate(outlets)}
    marks = marks.assign(
        y=marks["utterance"].map(rows) + marks["outlet"].map(lane), share=[f"{each:.0%}" for each in marks["apart"]]
    )[["y", "apart", "outlet", "told", "share"]]
    most = max(0.1, float(marks["apart"].max()) * 1.05)
    names = pd.DataFrame({
        "y": [i + 0.5 for i in rows.values()], "apart": 0, "text": [wrapped(labels.get(u, MEAN), 50, 2) for u in rows],
        "strong": [not u for u in rows], "top": list(rows.values()),
    })  # fmt: skip
    x = alt.X(
        "apart:Q",
        title="words that differ from the others’ wording",
        scale=alt.Scale(domain=[0, most], nice=False),
        axis=alt.Axis(format=".0%", tickCount=6),
    )
    down = alt.Scale(domain=[len(rows), 0], nice=False)
    y, top = alt.Y("y:Q", scale=down, axis=None), alt.Y("top:Q", scale=down, axis=None)
    lines = alt.Chart(names).mark_rule(color="#dddddd").encode(x=alt.XValue(-_LABEL), x2=alt.X2Value(_PLOT), y=top)
    weights: dict[str, Any] = {"datum.strong": "bold", "!datum.strong": "normal"}
    texts = [
        alt.Chart(names).transform_filter(test).mark_text(align="left", baseline="middle", lineBreak="\n", lineHeight=14, fontWeight=weight, color=INK)
        .encode(x=alt.XValue(-_LABEL), y=y, text=alt.Text("text:N"))
        for test, weight in weights.items()
    ]  # fmt: skip
    base = alt.Chart(marks).encode(x=x, y=y)
    reach = base.mark_rule(color=GREY, opacity=0.35).encode(x2=alt.datum(0))
    points = base.mark_point(filled=True, size=80, opacity=1).encode(
        color=outlet_colour(case, legend=alt.Legend(columns=4)), shape=outlet_shape(case, legend=alt.Legend(columns=4)),
        tooltip=[alt.Tooltip("outlet:N", title="outlet"), alt.Tooltip("share:N", title="words that differ"), alt.Tooltip("told:N", title="measured")],
    )  # fmt: skip
    height = _ROW * len(rows)
    return alt.LayerChart(layer=[lines, *texts, reach, points]).properties(width=_PLOT, height=height)
