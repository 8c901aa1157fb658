"""Through whose hands words came: from the outlet over its sources to the speaker.

* a band is a chain, as wide as the stretches of speech that came that way, in its outlet's colour all along
  and with its outlet's shape where it reaches the speaker;
* drawn are the speakers who reach some outlet through a hand, with their direct chains beside; how much
  stands directly in all is a number under each outlet;
* the menus, or a click on an outlet, a band or a speaker, bring the chains in question forward.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import altair as alt
import pandas as pd

from kit.compare.chains import chains as computed
from kit.compare.chains import hands
from kit.compare.speech import NOBODY, known, voices
from kit.show.figure import figure, nothing
from kit.show.layout.canvas import Canvas
from kit.show.layout.labels import counted, menu, short, unique, wrapped
from kit.show.layout.layers import Layout, Node, Path, arranged
from kit.show.look import INK, outlet_colour, outlet_names, outlet_shape

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.case import Case

__all__ = ["chains"]

NAME = "Through whose hands the words came"

TOPS = (24, 18, 14, 10, 8, 6, 4, 3, 2, 1)
"""Speakers drawn, those with most stretches of speech that came through a hand: the first number that fits."""

HEIGHT = 700
"""Pixels of the columns, so that the whole stays on a screen."""

OUTLETS = 8
"""Outlets drawn, the first that name a hand."""

HANDS = 4
"""Hands drawn of a chain, nearest the outlet first; a column more would leave no room for names."""

LABEL = 30
"""Characters of a line of a speaker's name that fit at the right, on two lines."""

# Pixels: left of, between and right of the nodes; a node; the heads of the columns; a line of text; then the widest
# band of one stretch, all bands together, and the least a band takes beside others.
_LEFT, _BETWEEN, _RIGHT, _NODE, _TOP, _LINE = 170, 470, 236, 8, 26, 15
_BAND, _BANDS, _SLOT = 5.0, 260, 9.0
_FAINT = 0.06


def chains(case: Case) -> alt.LayerChart | alt.Chart:
    """The attribution chains of ``kit.compare.chains`` as bands through columns: outlet, hands, speaker.

    As many speakers as :data:`TOPS` allow, :data:`OUTLETS` outlets and :data:`HANDS` hands of a chain are drawn; the table
    holds every chain.
    """
    table = computed(case)
    if table.empty:
        return nothing(NAME, "No speech of others is reported in this case.")
    relayed = table[table["hands"] > 0]
    if relayed.empty:
        return nothing(NAME, "All reported speech is given directly, through nobody's hands.")
    first = list(dict.fromkeys(relayed["outlet"]))[:OUTLETS]
    relayed = relayed[relayed["outlet"].isin(first)]
    ranked = relayed.groupby("speaker", sort=False)["stretches"].sum().sort_values(ascending=False, kind="stable")
    table["spoken"] = table["speaker"].map(
        unique(dict(zip(table["speaker"], table["name"], strict=True)), 2 * LABEL - 4)
    )
    attributed = table[((table["hands"] > 0) | (table["speaker"] != NOBODY)) & _may_stand(table, first)]
    for top in TOPS:
        drawn = attributed[attributed["speaker"].isin(ranked.index[:top])].reset_index(drop=True)
        graph = _graph(case, table, drawn)
        if graph.layout.height <= HEIGHT:
            break
    return figure(
        _picture(case, graph), name=NAME, description=_description(drawn),
        finding=_finding(case, table, known(drawn)), table=_readable(table),
    )  # fmt: skip


def _may_stand(table: pd.DataFrame, first: list[str]) -> pd.Series:
    """Which chains may be drawn: all, or those of the first outlets with hands where there are more than fit."""
    many = table.loc[table["hands"] > 0, "outlet"].nunique() > OUTLETS
    return table["outlet"].isin(first if many else table["outlet"])


class _Graph(NamedTuple):
    """The number of the last column, the layout, and the rows drawn: points of bands, and nodes."""

    last: int
    layout: Layout
    bands: pd.DataFrame
    nodes: pd.DataFrame


def _paths(drawn: pd.DataFrame) -> list[Path]:
    """The keys of each chain in the columns outlet, hands, speaker.

    A hand keeps one column in all chains, the farthest from an outlet where it stands. Where two hands go
    before each other in turn that cannot be, and each stands at its place in its own chain.
    """
    vias = [hands(via)[:HANDS] for via in drawn["via"]]
    column = {hand: 1 for via in vias for hand in via}
    for _ in range(HANDS):
        for via in vias:
            for before, hand in pairwise(via):
                column[hand] = max(column[hand], column[before] + 1)
    last = max(map(len, vias)) + 1
    steady = max(column.values()) < last
    paths: list[Path] = []
    for outlet, via, speaker in zip(drawn["outlet"], vias, drawn["speaker"], strict=True):
        between = {column[hand] if steady else i: hand for i, hand in enumerate(via, 1)}
        paths.append((outlet, *(between.get(c) for c in range(1, last)), speaker))
    return paths


def _nodes(case: Case, table: pd.DataFrame, drawn: pd.DataFrame, last: int) -> dict[Node, dict[str, Any]]:
    """What is written at a node: outlets and hands on up to two lines, speakers on one."""
    names = voices(case)
    width = max(int(_BETWEEN / last / 7.2), 9)
    direct = (
        table.assign(n=table["stretches"].where(table["hands"] == 0, 0)).groupby("outlet")[["stretches", "n"]].sum()
    )
    nodes: dict[Node, dict[str, Any]] = {}
    for outlet, sums in direct.iterrows():
        below = f"{sums['n']} of {sums['stretches']} direct"
        nodes[0, outlet] = {
            "outlet": outlet,
            "label": f"{wrapped(str(outlet), 19, 2)}\n{below}",
            "name": f"{outlet}: {below}",
        }
    for key in dict.fromkeys(hand for via in drawn["via"] for hand in hands(via)):
        for column in range(1, last):
            nodes[column, key] = {"label": wrapped(names[key], width, 2), "name": names[key]}
    for key, label, name in drawn[["speaker", "spoken", "name"]].itertuples(index=False):
        nodes[last, key] = {"spoken": label, "label": wrapped(label, LABEL, 2), "name": name}
    return nodes


def _room(nodes: dict[Node, dict[str, Any]], last: int) -> Callable[[Node], float]:
    """Pixels that a node's label needs above it: hands are named there, the others beside."""

    def room(node: Node) -> float:
        if node not in nodes:
            return 0.0
        lines = str(nodes[node]["label"]).count("\n") + 1
        return _LINE * lines if 0 < node[0] < last else max(_LINE * lines - _SLOT, 0)

    return room


def _graph(case: Case, table: pd.DataFrame, drawn: pd.DataFrame) -> _Graph:
    paths = _paths(drawn)
    last = len(paths[0]) - 1
    nodes = _nodes(case, table, drawn, last)
    band = min(_BAND, _BANDS / int(drawn["stretches"].sum()))
    drawn = drawn.assign(chain=range(len(drawn)), width=(band * drawn["stretches"]).clip(lower=1.2))
    slot = min(_SLOT, 2 * _BANDS / len(drawn))
    layout = arranged(paths, [max(width + 2, slot) for width in drawn["width"]], _room(nodes, last), 5)
    return _Graph(last, layout, _bands(drawn, paths, layout), _places(nodes, layout, last))


def _across(column: int, last: int) -> float:
    return _LEFT + _BETWEEN * column / last


def _bands(drawn: pd.DataFrame, paths: list[Path], layout: Layout) -> pd.DataFrame:
    """Two points for each chain and node: level there, so that a monotone line swings between nodes."""
    points = []
    for number, path in enumerate(paths):
        last = len(path) - 1
        for node in layout.stops(number, path):
            ends = (
                (-1, layout.entry if node[0] else layout.leave),
                (1, layout.leave if node[0] < last else layout.entry),
            )
            for side, at in ends if isinstance(node[1], str) else ((0, layout.entry),):
                points.append(
                    (number, _across(node[0], last) + side * _NODE / 2, _TOP + at[number, node], node[0] == last)
                )
    told = drawn[["chain", "outlet", "spoken", "through", "stretches", "quotations", "width"]]
    told = told.assign(through=[short(through, 160) or "nobody" for through in told["through"]])
    return pd.DataFrame(points, columns=["chain", "x", "y", "end"]).merge(told, on="chain")


def _places(nodes: dict[Node, dict[str, Any]], layout: Layout, last: int) -> pd.DataFrame:
    rows = []
    for node, written in nodes.items():
        if node in layout.middle:
            middle, half = _TOP + layout.middle[node], layout.extent[node] / 2
            place = {"column": node[0], "x": _across(node[0], last), "y": middle - half, "y2": middle + half}
            rows.append({"outlet": None, "spoken": None, **written, **place})
    return pd.DataFrame(rows)


def _heads(last: int) -> pd.DataFrame:
    steps = ["through"] if last == 2 else [f"hand {c}" for c in range(1, last)]
    places = [_LEFT - 26, *(_across(c, last) for c in range(1, last)), _LEFT + _BETWEEN + 14]
    return pd.DataFrame({"x": places, "y": 8, "text": ["outlet", *steps, "speaker"]})


def _picture(case: Case, graph: _Graph) -> alt.LayerChart:
    last, layout, bands, places = graph
    canvas = Canvas(_LEFT + _BETWEEN + _RIGHT, _TOP + layout.height + 12)
    spoken = list(dict.fromkeys(places.loc[places["column"] == last, "spoken"]))
    by_outlet, by_speaker = (
        alt.selection_point(name=f"chains_{field}", fields=[field], bind=menu(title, values), on="click", clear="dblclick")
        for field, title, values in (("outlet", "Outlet", outlet_names(case)), ("spoken", "Speaker", sorted(spoken)))
    )  # fmt: skip
    chosen = alt.when(by_outlet & by_speaker)
    shade = chosen.then(alt.value(0.75)).otherwise(alt.value(_FAINT))
    clear = chosen.then(alt.value(1)).otherwise(alt.value(_FAINT))
    tips = [
        alt.Tooltip("outlet:N"), alt.Tooltip("through:N", title="through"), alt.Tooltip("spoken:N", title="speaker"),
        alt.Tooltip("stretches:Q", title="stretches of speech"), alt.Tooltip("quotations:Q", title="in quotation marks"),
    ]  # fmt: skip
    colour, shape = outlet_colour(case, legend=None), outlet_shape(case, legend=None)
    lines = canvas.chart(bands).mark_line(interpolate="monotone", strokeCap="butt").encode(
        detail=alt.Detail("chain:N"), strokeWidth=alt.StrokeWidth("width:Q", scale=None), color=colour, opacity=shade, tooltip=tips,
    )  # fmt: skip
    tails = bands[bands["end"]].drop_duplicates("chain")
    marks = canvas.chart(tails.assign(x=tails["x"] - 5)).mark_point(filled=True, size=60, stroke="white", strokeWidth=1)
    bars = (
        canvas.chart(places)
        .mark_bar(width=_NODE, color=INK, opacity=1)
        .encode(y2=alt.Y2("y2:Q"), tooltip=alt.Tooltip("name:N"))
    )
    heads = _heads(last)
    layers = [
        lines.add_params(by_speaker, by_outlet).properties(name="chains_bands"),
        marks.encode(color=colour, shape=shape, opacity=clear, tooltip=tips),
        bars,
        *_labels(canvas, places, case, last),
        canvas.text(heads[:1], align="right", fontWeight="bold"),
        canvas.text(heads[1:last], align="center", fontWeight="bold"),
        canvas.text(heads[last:], fontWeight="bold"),
    ]
    return canvas.layered(*layers)


def _labels(canvas: Canvas, places: pd.DataFrame, case: Case, last: int) -> list[alt.Chart]:
    """Outlets left of their node with their shape, hands above on a white halo, speakers at the right."""
    lines = places["label"].str.count("\n") + 1
    middle = places.assign(y=(places["y"] + places["y2"]) / 2)
    low = places["y2"] - _SLOT / 2 - _LINE * (lines - 1)  # what is taller than its node grows upwards, where room is
    beside = places.assign(y=(middle["y"] - _LINE * (lines - 1) / 2).clip(upper=low))
    left = beside[beside["column"] == 0].assign(x=_LEFT - 26)
    right = beside[beside["column"] == last].assign(x=_LEFT + _BETWEEN + 14)
    inner = places[(places["column"] > 0) & (places["column"] < last)]
    inner = inner.assign(y=inner["y"] - _LINE * (lines - 0.5))
    glyphs = canvas.chart(middle[middle["column"] == 0].assign(x=_LEFT - 14)).mark_point(
        filled=True, size=90, opacity=1
    )
    halo = {"align": "center", "lineHeight": _LINE}
    return [
        canvas.text(left, "label", align="right", lineHeight=_LINE).encode(tooltip=alt.Tooltip("name:N")),
        glyphs.encode(
            color=outlet_colour(case, legend=None), shape=outlet_shape(case, legend=None), tooltip=alt.Tooltip("name:N")
        ),
        canvas.text(inner, "label", stroke="white", strokeWidth=4, strokeJoin="round", **halo),
        canvas.text(inner, "label", **halo),
        canvas.text(right, "label", lineHeight=_LINE).encode(tooltip=alt.Tooltip("name:N")),
    ]


def _finding(case: Case, table: pd.DataFrame, drawn: int) -> str:
    relayed = table[table["hands"] > 0]
    total, passed = int(table["stretches"].sum()), int(relayed["stretches"].sum())
    speakers, named = known(table), known(relayed)
    with_hands = relayed["outlet"].nunique()
    without = len(outlet_names(case)) - with_hands
    parts = [f"{passed} of {counted(total, 'stretch', 'stretches')} of reported speech came through others' hands"]
    parts[0] += f", at most {relayed['hands'].max()} in a row"
    parts += [f"{counted(without, 'outlet')} name{'s' * (without == 1)} none"] if without else []
    if drawn < named:
        parts += [f"drawn {'is' if drawn == 1 else 'are'} the {drawn} most often relayed of {speakers} speakers"]
    elif named < speakers:
        parts += [
            f"drawn {'is' if drawn == 1 else 'are'} {drawn} of {speakers} speakers, the rest is heard only directly"
        ]
    parts += [f"of {with_hands} outlets that name hands the first {OUTLETS} are drawn"] if with_hands > OUTLETS else []
    return "; ".join(parts) + "."


def _description(drawn: pd.DataFrame) -> str:
    return (
        f"Bands run from {counted(drawn['outlet'].nunique(), 'outlet')} at the left through the hands in between to "
        f"{counted(known(drawn), 'speaker')} at the right; the wider a band, the more stretches of "
        "speech came that way. Colour and shape at a band's end tell the outlet."
    )


def _readable(table: pd.DataFrame) -> pd.DataFrame:
    told = table[["outlet", "through", "name", "stretches", "quotations", "words"]]
    return told.assign(through=told["through"].where(told["through"] != "", "(directly)")).rename(
        columns={"name": "speaker", "stretches": "stretches of speech", "quotations": "in quotation marks",
                 "words": "words in quotation marks"}
    )  # fmt: skip
