"""Cue words by speaker and outlet: who is said to *say*, who to *claim*, and who to *reveal*.

* a row is a speaker, a column an outlet, a cell its cue words there with how often each stands; shade tells the number;
* speakers that most outlets introduce stand first; a click on a cell lists what is reported, with its place;
* the menu marks a cue word wherever it stands; with too many outlets for columns, they are taken together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import pandas as pd

from kit.compare.cues import cues as counted_cues
from kit.compare.cues import introduced
from kit.compare.speech import NOBODY
from kit.show.figure import figure, nothing
from kit.show.layout.crossing import MANY, ROWS, Crossing, Words, crossing, drawn, turning
from kit.show.layout.labels import MENU_WIDTH, counted, short, unique, wrapped
from kit.show.layout.listing import Column, chosen, listing
from kit.show.look import outlet_names

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["cues"]

NAME = "With which words each speaker is introduced"

TONES = ("#f4f7fa", "#e2eaf2", "#cbd9e7", "#b3c8dc")
"""Of a cell with one stretch of speech, two, three, four or more."""

KEY = (
    "A number: stretches of speech with a cue (darker: more), and the cues; ×2 stands twice  ·  – none in this outlet",
    "A click on a cell lists what is reported there; a dashed frame marks the cue chosen in the menu.",
)

TIPS = tuple(alt.Tooltip(f"{field}:N", title=title) for field, title in (
    ("full", "outlet"), ("head", "stretches of speech"), ("told", "cues"),
))  # fmt: skip

LISTED = 6
"""Stretches of speech in the list below; more are counted."""

TOLD = 300
"""Characters of what is reported that a list carries, and of the cues of a cell in its tooltip."""

OFFERED = 40
"""Cues in the menu, the most frequent."""

TOLD_ROWS = 2000
"""Rows of the table at most; ``kit show CASE cues`` prints all."""

MARKED = "cues_word !== '' && indexof(datum.told, cues_word) >= 0"
"""Whether the cue of the menu, or a longer one around it, stands in a cell."""


def cues(case: Case) -> alt.VConcatChart | alt.Chart:
    """The cues of every speaker in every outlet; of many speakers the first :data:`ROWS` as ranked."""
    table = counted_cues(case)
    if table.empty:
        return nothing(NAME, "No speech of this case is introduced with a cue word.")
    ranked = _ranked(table)
    many = len(outlet_names(case)) > MANY
    laid = crossing(*_matrix(case, table, ranked, many=many), top=44)
    first = {key: int(laid.cells[key].iloc[0]) for key in ("row", "column")}
    views = drawn(case, laid, "cues", Words("speaker", KEY, TIPS, MARKED)), _list(case, laid, ranked)
    chart = alt.vconcat(*views, spacing=8, params=[*turning("cues", laid, first), _menu(table)])
    return figure(
        chart, name=NAME, description=_description(case, ranked), finding=_finding(table, ranked),
        table=_table(table, ranked),
    )  # fmt: skip


def _ranked(table: pd.DataFrame) -> pd.DataFrame:
    """A row a speaker: most outlets first, then most stretches, then as in the case; nobody last."""
    grouped = table.groupby("speaker", sort=False)
    ranked = pd.DataFrame({"name": grouped["name"].first(), "outlets": grouped["outlet"].nunique()})
    ranked["count"], ranked["given"] = grouped["count"].sum(), ranked.index != NOBODY
    return ranked.sort_values(["given", "outlets", "count"], ascending=False, kind="stable")


def _matrix(
    case: Case, table: pd.DataFrame, ranked: pd.DataFrame, *, many: bool
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    names = outlet_names(case)
    columns = pd.DataFrame({"name": [counted(len(names), "outlet")], "outlet": None})
    if not many:
        columns = pd.DataFrame({"name": names, "outlet": names})
    place = {speaker: i for i, speaker in enumerate(ranked.index[:ROWS])}
    shown = table[table["speaker"].isin(place)]
    shown = shown.assign(column=0 if many else shown["outlet"].map({name: i for i, name in enumerate(names)}))
    cells = []
    shown = shown.sort_values("speaker", key=lambda ids: ids.map(place), kind="stable")
    for (speaker, column), group in shown.groupby(["speaker", "column"], sort=False):
        each = group.groupby("cue", sort=False)["count"].sum().sort_values(ascending=False, kind="stable")
        told, total = ", ".join(f"{cue} ×{n}" if n > 1 else str(cue) for cue, n in each.items()), int(each.sum())
        words = {"words": told, "told": short(told, TOLD), "fill": TONES[min(total, len(TONES)) - 1]}
        cells.append({"row": place[speaker], "column": column, "head": f"{total:,}", **words})
    labels = unique(dict(ranked["name"][:ROWS]), 100)
    return columns, pd.DataFrame({"label": list(labels.values())}), pd.DataFrame(cells)


def _menu(table: pd.DataFrame) -> alt.VariableParameter:
    """The cues to mark, the most frequent first."""
    often = table.groupby("cue", sort=False)["count"].sum().sort_values(ascending=False, kind="stable")[:OFFERED]
    labels = ["none", *(short(f"{cue} ({n:,})", MENU_WIDTH) for cue, n in often.items())]
    bind = alt.binding_select(options=["", *often.index], labels=labels, name="mark the cue ")
    return alt.VariableParameter(name="cues_word", value="", bind=bind)


def _list(case: Case, laid: Crossing, ranked: pd.DataFrame) -> alt.LayerChart:
    columns = (
        Column("outlet", "outlet", 0, 150), Column("cue", "cue", 155, 130), Column("kind", "kind", 290, 75),
        Column("said", "what is reported", 370, 410), Column("where", "characters", 790, 85),
    )  # fmt: skip
    place = {speaker: i for i, speaker in enumerate(ranked.index[:ROWS])}
    rows, outlets = introduced(case), {name: i for i, name in enumerate(outlet_names(case))}
    rows = rows[rows["speaker"].isin(place)]
    rows = rows.assign(column=rows["outlet"].map(outlets))
    if len(outlets) > MANY:
        rows = rows.groupby("speaker", sort=False).head(LISTED).assign(column=0)
    said = [
        f"“{text}”" if isinstance(text, str) else str(own)
        for text, own in rows[["text", "paraphrase"]].itertuples(index=False)
    ]
    entries = pd.DataFrame({
        "row": rows["speaker"].map(place), "column": rows["column"], "outlet": [wrapped(name, 21, 2) for name in rows["outlet"]],
        "cue": [wrapped(cue, 19, 2) for cue in rows["cue"]], "kind": rows["kind"],
        "said": [wrapped(short(text, TOLD), 60, 6) for text in said],
        "where": rows["start"].astype("str") + "-" + rows["end"].astype("str"),
    })  # fmt: skip
    names = alt.LookupData(data=laid.rows, key="row", fields=["full"])
    found = alt.Chart(entries).transform_lookup(lookup="row", from_=names).transform_filter(chosen("cues_chosen"))
    return listing(found, columns, heading="full", rows=LISTED, lines=2, name="reported")


def _finding(table: pd.DataFrame, ranked: pd.DataFrame) -> str:
    often = table.groupby("cue", sort=False)["count"].sum().sort_values(ascending=False, kind="stable")
    people = ranked[ranked["given"]]
    stretches = counted(int(often.sum()), "stretch", "stretches")
    said = f"{counted(len(often), 'different cue')} introduce{'s' * (len(often) == 1)} {stretches} of speech"
    most = f"the most frequent is “{short(str(often.index[0]), MENU_WIDTH)}” ({int(often.iloc[0]):,})"
    parts = [said, most, *([_speakers(people["outlets"])] if len(people) else [])]
    parts += [f"the first {ROWS} are drawn"] if len(ranked) > ROWS else []
    return "; ".join(parts) + "."


def _speakers(outlets: pd.Series) -> str:
    if len(outlets) == 1:
        return f"the one speaker is introduced by {counted(int(outlets.iloc[0]), 'outlet')}"
    shared = int((outlets > 1).sum())
    return f"{shared} of {len(outlets):,} speakers {'is' if shared == 1 else 'are'} introduced by two or more outlets"


def _description(case: Case, ranked: pd.DataFrame) -> str:
    return (
        f"A matrix of {counted(min(len(ranked), ROWS), 'speaker')} by {counted(len(outlet_names(case)), 'outlet')}: each cell holds "
        "the number of stretches of speech and the cue words that introduce them. A list gives what one speaker is reported to say."
    )


def _table(table: pd.DataFrame, ranked: pd.DataFrame) -> pd.DataFrame:
    """A row for each speaker, outlet and cue, speakers in the order drawn; the first :data:`TOLD_ROWS`."""
    place = {speaker: i for i, speaker in enumerate(ranked.index)}
    rows = table.sort_values("speaker", key=lambda ids: ids.map(place), kind="stable")[:TOLD_ROWS]
    rows = rows.drop(columns="speaker").rename(columns={"name": "speaker", "count": "stretches", "quotes": "rows"})
    return rows[["speaker", "outlet", "cue", "stretches", "rows"]].reset_index(drop=True)
