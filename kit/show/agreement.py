"""Outlet by outlet: how the answers of every two accounts stand to each other, and those of each account in itself.

* a bar counts questions, in the order of the verdicts; it is no score, and nothing in it is weighted;
* labels and names that are only worded differently are counted apart from other differences;
* a click on a part of a bar lists its questions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import numpy as np
import pandas as pd

from kit.compare.parting import parted
from kit.show import look
from kit.show.figure import figure, nothing
from kit.show.layout.labels import counted, unique
from kit.show.layout.listing import TOTAL, Column, chooser, chosen, listing

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["agreement"]

NAME = "How often each two accounts agree, differ or contradict"
BARS = 20
"""Bars drawn: those of the pairs that part in most questions."""

LISTED = 6
"""Questions in the list; more are counted below it."""

WORDED = "worded differently"
"""Labels, and names of which several can be right, that are not the same: counted apart, for they never contradict."""

ORDER = ("contradict", "differ", WORDED, "undecided", "compatible", "agree")
TONES = {**look.VERDICT_TONES, WORDED: "#bac8d3"}
SIGNS = {**look.VERDICT_GLYPHS, WORDED: "≠"}

MARGIN, BAR = 270, 24
"""Pixels for the names of the accounts, and of a bar."""


def agreement(case: Case) -> alt.VConcatChart | alt.Chart:
    """For every two accounts, and for each in itself, how many questions have which verdict; with these questions."""
    rows = parted(case)
    if rows.empty:
        return nothing(NAME, "No question of this case has two answers to compare.")
    rows = _kinds(rows)
    bars = _bars(case, rows)
    drawn = bars[bars["place"] < BARS]
    start: dict[str, str | int] = {"p": int(drawn["p"].iloc[0]), "kind": str(drawn["kind"].iloc[0])}
    params = [chooser("chosen_part", ["p", "kind"], [start], ["agreement_bars_0"])]
    chart = alt.vconcat(_chart(drawn), _list(case, rows, drawn), spacing=8, params=params)
    return figure(chart, name=NAME, description=_description(bars), finding=_finding(rows, bars), table=_table(bars))


def _kinds(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with ``kind``, one of :data:`ORDER`."""
    codes = rows["verdict"].cat.set_categories([*ORDER]).cat.codes.to_numpy()
    worded = rows["wording"].to_numpy() & (codes == ORDER.index("differ"))
    kind = pd.Categorical.from_codes(np.where(worded, ORDER.index(WORDED), codes), pd.Index(ORDER, dtype="str"))
    return rows.assign(kind=kind)


def _bars(case: Case, rows: pd.DataFrame) -> pd.DataFrame:
    """One row a part of a bar: ``p`` (number of the pair), ``place`` (of its bar), ``label``, ``kind``, ``many``, from ``x`` to ``x2``."""
    counts = rows.groupby(["pair", "kind"], observed=True).size().unstack(fill_value=0)  # noqa: PD010 - counts of categories
    counts = counts.reindex(rows["pair"].drop_duplicates(), columns=[*ORDER], fill_value=0).rename_axis(
        index="pair", columns=None
    )
    counts.index, counts.columns = counts.index.astype("str"), counts.columns.astype("str")
    counts["inside"] = [len(set(pair.split("|"))) == 1 for pair in counts.index]
    order = ["inside", "contradict", "differ"]
    counts = counts.reset_index().sort_values(order, ascending=[True, False, False], kind="stable", ignore_index=True)
    names = unique(look.article_names(case), 18)
    one = counts["pair"].str.split("|")
    counts["label"] = [f"{names[a]}, in itself" if a == b else f"{names[a]} – {names[b]}" for a, b in one]
    counts["place"] = _places(counts["inside"])
    counts["p"] = range(len(counts))
    ends = counts[[*ORDER]].cumsum(axis="columns")
    long = counts.melt(["p", "place", "label", "inside", "pair"], [*ORDER], "kind", "many")
    long["x2"] = ends.melt()["value"].to_numpy()
    long["x"] = long["x2"] - long["many"]
    long["rank"] = long["kind"].map({kind: i for i, kind in enumerate(ORDER)})
    return long[long["many"] > 0].sort_values(["place", "rank"], kind="stable", ignore_index=True)


def _places(inside: pd.Series) -> list[int]:
    """Where each bar stands: pairs from the top, then single accounts, with a quarter of the room kept for these."""
    across = int((~inside).sum())
    kept = min(int(inside.sum()), max(BARS // 4, BARS - across))
    room = min(across, BARS - kept)
    places = [i if i < room else BARS + i for i in range(across)]
    return places + [room + i if i < kept else BARS + across + i for i in range(int(inside.sum()))]


def _chart(drawn: pd.DataFrame) -> alt.LayerChart:
    most = int(drawn["x2"].max())
    y = alt.Y("place:O", axis=None, scale=alt.Scale(type="band", paddingInner=0.2, paddingOuter=0.1))
    across = alt.Scale(domain=[-MARGIN * most / (TOTAL - MARGIN), most], nice=False, zero=False)
    fill = alt.Color(
        "kind:N", scale=alt.Scale(domain=[*ORDER], range=[TONES[kind] for kind in ORDER]),
        legend=alt.Legend(title=None, orient="top", symbolType="square", symbolStrokeColor="#8a97a3", symbolStrokeWidth=0.7,
                          labelExpr=f"({ {kind: f'{SIGNS[kind]} {kind}' for kind in ORDER} })[datum.label]"),
    )  # fmt: skip
    base = alt.Chart(drawn).encode(y=y)
    picked = chosen("chosen_part", empty=False)
    tips = [
        alt.Tooltip("label:N", title="accounts"),
        alt.Tooltip("kind:N", title="verdict"),
        alt.Tooltip("many:Q", title="questions"),
    ]
    bars = base.mark_bar(cursor="pointer").encode(
        x=alt.X("x:Q", axis=None, scale=across), x2=alt.X2("x2:Q"), fill=fill, tooltip=tips,
        stroke=alt.condition(picked, alt.value("#D55E00"), alt.value("#8a97a3")),
        strokeWidth=alt.condition(picked, alt.value(3), alt.value(0.7)),
    ).properties(name="agreement_bars")  # fmt: skip
    wide = f"datum.x2 - datum.x > {most * 16 / (TOTAL - MARGIN):.2f}"
    numbers = base.transform_filter(wide).transform_calculate(middle="(datum.x + datum.x2) / 2").mark_text(fontSize=11).encode(
        x=alt.X("middle:Q", axis=None, scale=across), text=alt.Text("many:Q"),
        color=alt.condition("datum.kind === 'contradict'", alt.value("white"), alt.value(look.INK)),
    )  # fmt: skip
    names = base.transform_filter("datum.x === 0").mark_text(align="right", dx=-8, limit=MARGIN - 8).encode(
        x=alt.X("x:Q", axis=None, scale=across), text=alt.Text("label:N")
    )  # fmt: skip
    height = BAR * drawn["place"].nunique()
    return alt.LayerChart(layer=[bars, numbers, names], width=TOTAL, height=height, view=alt.ViewConfig(stroke=None))


def _list(case: Case, rows: pd.DataFrame, drawn: pd.DataFrame) -> alt.LayerChart:
    """The questions of the chosen part of a bar, by number."""
    numbers = drawn.drop_duplicates("pair").set_index("pair")[["p", "label"]]
    texts = case.questions[["question", "text"]].assign(q=range(len(case.questions)))
    number = dict(zip(texts["question"], texts["q"], strict=True))
    cells = rows.loc[rows["pair"].isin(numbers.index), ["pair", "kind", "question"]].astype("str")
    cells["q"] = cells["question"].map(number)
    asked = (
        cells.groupby(["pair", "kind"], sort=False)["q"]
        .agg(list)
        .reset_index()
        .join(numbers, on="pair")
        .drop(columns="pair")
    )
    texts = texts.loc[texts["q"].isin(cells["q"]), ["q", "text"]]
    found = (
        alt.Chart(asked).transform_filter(chosen("chosen_part", empty=False)).transform_flatten(["q"])
        .transform_lookup(lookup="q", from_=alt.LookupData(data=texts, key="q", fields=["text"]))
        .transform_calculate(heading="datum.label + ': ' + datum.kind")
    )  # fmt: skip
    return listing(
        found, (Column("text", "question", 0, TOTAL),), heading="heading", rows=LISTED, name="agreement_questions"
    )


def _finding(rows: pd.DataFrame, bars: pd.DataFrame) -> str:
    across = bars[~bars["inside"]]
    if across.empty:
        return f"{counted(rows['pair'].nunique(), 'account')} can be compared with itself only: no two answer one question."
    apart = across[across["kind"].isin(["contradict", "differ"])].groupby("label", sort=False)["many"].sum()
    every = across.groupby("label", sort=False)["many"].sum()
    part = apart.reindex(every.index, fill_value=0)
    most, least = str(part.idxmax()), str(part.idxmin())
    text = f"{most} part over {int(part[most])} of the {counted(int(every[most]), 'question')} that both answer"
    text += f", {least} over {int(part[least])} of {int(every[least])}." if most != least else "."
    text += " Differences of wording alone are counted apart."
    left = int((bars.drop_duplicates("p")["place"] >= BARS).sum())
    return text + (f" Drawn are the {BARS} bars with most differences; {left:,} are left out." if left else "")


def _description(bars: pd.DataFrame) -> str:
    return (
        f"A bar for each of {counted(int(bars['p'].nunique()), 'pair')} of accounts, and accounts in themselves, divided by the verdict on "
        "their answers to the same questions: contradict, differ, worded differently, undecided, compatible, agree. A list gives the questions "
        "of one part."
    )


def _table(bars: pd.DataFrame) -> pd.DataFrame:
    wide = bars[bars["place"] < 10 * BARS].pivot_table(
        index=["place", "label"], columns="kind", values="many", fill_value=0
    )
    wide = wide.reindex(columns=[*ORDER], fill_value=0).astype("int64").reset_index().drop(columns="place")
    return wide.rename(columns={"label": "accounts"}).rename_axis(columns=None)
