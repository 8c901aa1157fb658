"""How the voices of an article are introduced: by name, by description, or with the name withheld.

* a bar an outlet, once for its different speakers and once for what they are reported to say; a glyph and
  the bar's texture tell what its shade tells;
* below, every speaker under the same three heads, with the shapes of the outlets that report them;
* a click on a part of a bar, or the menu, leaves only the speakers in question in that list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import pandas as pd

from kit.compare.speech import NOBODY, known, speech
from kit.show.figure import figure, nothing
from kit.show.layout.canvas import Canvas
from kit.show.layout.labels import counted, menu, unique, wrapped
from kit.show.look import GREY, INK, outlet_colour, outlet_names, outlet_shape

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["naming"]

NAME = "Named, unnamed and anonymous voices"

OUTLETS = 8
"""Outlets drawn, the first of the case; the finding and the table take in all."""

HEIGHT = 760
"""Pixels of bars and list together, so that both fit a screen; a last line counts the speakers beyond."""

_GLYPHS = {"named": "●", "unnamed": "◐", "anonymous": "○", "not given": "–"}
_SHADES = {"named": "#33475f", "unnamed": "#b4c0d0", "anonymous": "#ffffff", "not given": "#f1f1f1"}
_INKS = {"named": "#ffffff", "unnamed": INK, "anonymous": INK, "not given": INK}
_DASHES = {"named": [1, 0], "unnamed": [1, 0], "anonymous": [4, 2], "not given": [1, 2]}

# Pixels: names of outlets, one set of bars, what stands behind it for its sum; a bar, its row; a line of the list,
# the shape of one outlet there, a letter; the heads.
_NAMES, _BARS, _SUM, _BAR, _ROW = 190, 290, 50, 30, 40
_LINE, _SHAPE, _LETTER, _HEAD = 15, 11, 6.6, 52
_WIDTH = _NAMES + 2 * (_BARS + _SUM)


def naming(case: Case) -> alt.VConcatChart | alt.Chart:
    """Numbers of different speakers and of stretches of speech by naming and outlet, and who they are.

    Stretches are words in quotation marks and indirect speech alike; labels, refusals to comment and an
    outlet's own voice are left out.
    """
    heard = speech(case)
    if heard.empty:
        return nothing(NAME, "No speech of others is reported in this case.")
    shown = heard[heard["outlet"].isin(_outlets(case))]
    part = alt.selection_point(
        name="naming_part", fields=["outlet", "naming"], on="click", clear="dblclick", toggle=False
    )
    outlet = alt.selection_point(name="naming_outlet", fields=["outlet"], bind=menu("Outlet", _outlets(case)))
    drawn = [_bars(case, shown, part, outlet)]
    if known(shown):
        drawn.append(_list(case, shown, part, outlet))
    return figure(
        alt.vconcat(*drawn, spacing=12), name=NAME, description=_description(case, heard), finding=_finding(case, heard),
        table=_table(case, heard),
    )  # fmt: skip


def _outlets(case: Case) -> list[str]:
    return outlet_names(case)[:OUTLETS]


def _classes(heard: pd.DataFrame) -> list[str]:
    return [name for name in _GLYPHS if (heard["naming"] == name).any()]


def _bar_of(chart: alt.Chart) -> alt.Chart:
    """Shade and outline of a class. Plain values: a scale of colours would be shared with the outlets' one."""
    dashes = alt.Scale(domain=list(_DASHES), range=list(_DASHES.values()))
    return chart.encode(
        x2=alt.X2("x2:Q"),
        fill=alt.Fill("shade:N", scale=None),
        strokeDash=alt.StrokeDash("naming:N", scale=dashes, legend=None),
    )


def _segments(case: Case, heard: pd.DataFrame) -> pd.DataFrame:
    """A row for each part of a bar, with its place; the two sets have a scale each."""
    place, order = {name: i for i, name in enumerate(_outlets(case))}, list(_GLYPHS)
    persons = heard[heard["speaker"] != NOBODY].drop_duplicates(["outlet", "speaker"])
    sets = []
    for start, counts, rows in ((_NAMES, "speakers", persons), (_NAMES + _BARS + _SUM, "stretches of speech", heard)):
        parts = rows.groupby(["outlet", "naming"], sort=False).size().rename("number").reset_index()
        parts = parts.sort_values("naming", key=lambda names: names.map(order.index), kind="stable")
        sums = parts.groupby("outlet", sort=False)["number"]
        scale = _BARS / max(sums.sum().max(), 1) if len(parts) else 0
        ends = start + scale * sums.cumsum()
        sets.append(parts.assign(counts=counts, x=ends - scale * parts["number"], x2=ends, sum=sums.transform("sum")))
    found = pd.concat(sets, ignore_index=True)
    found["y"] = _HEAD + _ROW * (found["outlet"].map(place).astype(float) + 0.5)
    # A narrow part has room for its number or, narrower still, for a tooltip only.
    wide, numbers = found["x2"] - found["x"], found["number"].astype(str)
    found["text"] = (found["naming"].map(_GLYPHS).where(wide > 13, "") + "\n" + numbers).where(wide > 8, "")
    found["shade"], found["ink"] = found["naming"].map(_SHADES), found["naming"].map(_INKS)
    return found.assign(middle=(found["x"] + found["x2"]) / 2)


def _bars(case: Case, heard: pd.DataFrame, part: alt.Parameter, outlet: alt.Parameter) -> alt.LayerChart:
    canvas = Canvas(_WIDTH, _HEAD + _ROW * len(_outlets(case)))
    parts = _segments(case, heard)
    shade = alt.when(part & outlet).then(alt.value(1)).otherwise(alt.value(0.15))
    bars = canvas.chart(parts).mark_bar(height=_BAR, stroke=INK, strokeWidth=1)
    bars = _bar_of(bars).encode(opacity=shade, tooltip=["outlet:N", "naming:N", "counts:N", "number:Q"])
    words = parts.assign(x=parts["middle"], y=parts["y"] - 6)
    sums = parts.drop_duplicates(["counts", "outlet"], keep="last").assign(x=lambda rows: rows["x2"] + 6)
    numbers = canvas.text(words, align="center", fontSize=11, lineHeight=12)
    return canvas.layered(
        bars.add_params(part, outlet).properties(name="naming_bars"),
        numbers.encode(color=alt.Color("ink:N", scale=None), opacity=shade),
        canvas.text(sums, "sum", color=GREY),
        *_heads(case, canvas, _classes(heard)),
    )


def _heads(case: Case, canvas: Canvas, classes: list[str]) -> list[alt.Chart]:
    """The legend, the heads of the two sets, and the outlets with their shapes."""
    legend = pd.DataFrame({"naming": classes, "text": [f"{_GLYPHS[name]}  {name}" for name in classes]})
    legend = legend.assign(x=[_NAMES + 130.0 * i for i in range(len(classes))], y=8)
    legend["shade"], legend["x2"] = legend["naming"].map(_SHADES), legend["x"] + 18
    swatches = canvas.chart(legend).mark_bar(height=14, stroke=INK, strokeWidth=1)
    heads = pd.DataFrame(
        {"x": [_NAMES, _NAMES + _BARS + _SUM], "y": 36, "text": ["different speakers", "stretches of speech"]}
    )
    names = _outlets(case)
    rows = pd.DataFrame({"outlet": names, "text": [wrapped(name, 23, 2) for name in names]})
    rows["x"], rows["y"] = 8, [_HEAD + _ROW * (i + 0.5) for i in range(len(names))]
    labels = rows.assign(x=22, y=rows["y"] - 7 * rows["text"].str.count("\n"))
    return [
        _bar_of(swatches),
        canvas.text(legend.assign(x=legend["x"] + 24)),
        canvas.text(heads, fontWeight="bold"),
        canvas.text(labels, lineHeight=14),
        canvas.chart(rows)
        .mark_point(filled=True, size=90, opacity=1)
        .encode(
            color=outlet_colour(case, legend=None),
            shape=outlet_shape(case, legend=None),
            tooltip=alt.Tooltip("outlet:N"),
        ),
    ]


def _listed(case: Case, heard: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """A row for each speaker and outlet with its place under the head of its naming; and the heads."""
    place = {name: i for i, name in enumerate(_outlets(case))}
    persons = heard[heard["speaker"] != NOBODY]
    sizes = (
        persons.groupby(["speaker", "naming", "name"], sort=False).size().sort_values(ascending=False, kind="stable")
    )
    people = sizes.rename("all").reset_index().assign(order=range(len(sizes)))
    classes, shapes = _classes(persons), 8 + _SHAPE * len(place)
    letters = int((_WIDTH - len(classes) * (shapes + 14)) / _LETTER)
    widths = _shares([int(people.loc[people["naming"] == c, "name"].str.len().max()) for c in classes], letters)
    heads, x = [], 0.0
    for name, width in zip(classes, widths, strict=True):
        its = people[people["naming"] == name]
        labels = unique(dict(zip(its["speaker"], its["name"], strict=True)), 2 * width - 4)
        people.loc[its.index, "label"] = [wrapped(labels[key], width, 2) for key in its["speaker"]]
        people.loc[its.index, "left"] = x
        heads.append({"naming": name, "x": x, "text": f"{_GLYPHS[name]}  {name}: {counted(len(its), 'speaker')}"})
        x += max(shapes + _LETTER * width + 14, 160)
    rows = persons.groupby(["speaker", "naming", "outlet"], sort=False).size().rename("stretches").reset_index()
    rows = rows.merge(people, on=["speaker", "naming"])
    rows["lines"] = rows["label"].str.count("\n") + 1
    return rows.assign(
        shape=rows["left"] + 6 + _SHAPE * rows["outlet"].map(place), x=rows["left"] + shapes
    ), pd.DataFrame(heads)


def _shares(wanted: list[int], letters: int) -> list[int]:
    """Widths as wanted, the widest made narrower until all fit."""
    widths = [max(width, 16) for width in wanted]
    while sum(widths) > letters:
        widths[widths.index(max(widths))] -= 1
    return widths


def _list(case: Case, heard: pd.DataFrame, part: alt.Parameter, outlet: alt.Parameter) -> alt.LayerChart:
    rows, heads = _listed(case, heard)
    lines = rows.drop_duplicates("speaker").groupby("naming")["lines"].sum().max()
    room = max(int((HEIGHT - _HEAD - _ROW * len(_outlets(case))) / _LINE), 10)
    lines = min(int(lines), room + 1)
    down = alt.Y("line:Q", axis=None, scale=alt.Scale(domain=[lines + 0.6, -0.6], nice=False))
    across = alt.Scale(domain=[0, _WIDTH], nice=False)
    # A speaker has a row for each outlet, and the first row counts: so a list closes up when rows are left out.
    chosen = alt.Chart(rows).transform_filter(part).transform_filter(outlet)
    chosen = chosen.transform_window(nth="row_number()", groupby=["speaker"])
    chosen = chosen.transform_calculate(takes="datum.nth == 1 ? datum.lines : 0").transform_window(
        end="sum(takes)", sort=[alt.SortField("order")], groupby=["naming"], ignorePeers=False
    ).transform_calculate(line="datum.end - datum.lines + 1")  # fmt: skip
    shown, beyond = chosen.transform_filter(f"datum.end <= {room}"), chosen.transform_filter(f"datum.end > {room}")
    tips = [alt.Tooltip("name:N", title="speaker"), "outlet:N", alt.Tooltip("stretches:Q", title="stretches of speech")]
    first = shown.transform_filter("datum.nth == 1")
    more = beyond.transform_aggregate(more="distinct(speaker)", x="min(left)", groupby=["naming"]).transform_calculate(
        text="'and ' + datum.more + ' more'", line=f"{room + 1}"
    )  # fmt: skip
    layers = [
        alt.Chart(heads.assign(line=0))
        .mark_text(align="left", baseline="middle", fontWeight="bold")
        .encode(text=alt.Text("text:N")),
        first.mark_text(align="left", baseline="middle", lineBreak="\n", lineHeight=_LINE - 2).encode(
            text=alt.Text("label:N"), tooltip=tips[:1]
        ),
        more.mark_text(align="left", baseline="middle", color=GREY).encode(text=alt.Text("text:N")),
    ]
    layers = [layer.encode(x=alt.X("x:Q", axis=None, scale=across), y=down) for layer in layers]
    shapes = shown.mark_point(filled=True, size=50, opacity=1).encode(
        x=alt.X("shape:Q", axis=None, scale=across), y=down, tooltip=tips,
        color=outlet_colour(case, legend=None), shape=outlet_shape(case, legend=None),
    )  # fmt: skip
    height = _LINE * (lines + 1)
    return alt.LayerChart(layer=[*layers, shapes], width=_WIDTH, height=height, view=alt.ViewConfig(stroke=None))


def _finding(case: Case, heard: pd.DataFrame) -> str:
    persons = heard.drop_duplicates("speaker")
    persons = persons[persons["speaker"] != NOBODY]
    numbers = persons["naming"].value_counts()
    unnamed = heard["naming"].isin(["unnamed", "anonymous"])
    outlets = len(outlet_names(case))
    parts = [f"{numbers.get(name, 0)} {name}" for name in ("named", "unnamed", "anonymous")]
    return (
        f"Of {counted(len(persons), 'speaker')}, {parts[0]}, {parts[1]} and {parts[2]}; {int(unnamed.sum())} of "
        f"{counted(len(heard), 'stretch', 'stretches')} of reported speech {'is' if unnamed.sum() == 1 else 'are'} "
        "given to someone without a name."
        + (f" The first {OUTLETS} of {outlets} outlets are drawn." if outlets > OUTLETS else "")
    )


def _description(case: Case, heard: pd.DataFrame) -> str:
    return (
        f"Stacked bars for {counted(len(outlet_names(case)), 'outlet')}: at the left the number of different speakers, at "
        "the right of stretches of reported speech, each split into named, unnamed and anonymous voices. Below, "
        f"{counted(known(heard), 'speaker')} listed under these heads with the shapes of the outlets that report them."
    )


def _table(case: Case, heard: pd.DataFrame) -> pd.DataFrame:
    """Every speaker of every outlet, with the naming and the number of stretches."""
    rows = heard.groupby(["outlet", "naming", "speaker", "name"], sort=False).agg(
        stretches=("quote", "size"), marks=("verbatim", "sum")
    )  # fmt: skip
    place, order = {name: i for i, name in enumerate(outlet_names(case))}, list(_GLYPHS)
    rows = rows.reset_index()
    keys = pd.DataFrame({"outlet": rows["outlet"].map(place), "naming": rows["naming"].map(order.index)})
    rows = rows.loc[keys.sort_values(["outlet", "naming"], kind="stable").index].drop(columns="speaker")
    names = {"name": "speaker", "stretches": "stretches of speech", "marks": "in quotation marks"}
    return rows.rename(columns=names).reset_index(drop=True)
