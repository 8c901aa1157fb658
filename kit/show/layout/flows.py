"""Where the bands of a picture in three columns stand: what comes from where, over whom, to what.

* a band is as thick as it has rows, everywhere alike; those that join the same two nodes lie side by side;
* the columns keep an order that is given, so that an outlet has its place here as everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from kit.show.layout.labels import counted, short, unique, wrapped
from kit.show.look import outlet_names

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["BETWEEN", "LEFT", "LINE", "NODE", "RIGHT", "TOP", "Flows", "across", "flows", "shared"]

# Pixels: left of, between and right of the nodes; a node; the heads of the columns; a line of text; all bands together.
LEFT, BETWEEN, RIGHT, NODE, TOP, LINE = 250, 430, 200, 8, 26, 15
BANDS = 380

WIDEST = 9
"""Pixels of one answer at most, so that a small case is no thick picture."""

GROUPS = 11
"""Groups of questions drawn one by one, those with most answers; the others share a place."""

LABEL, TOPIC = 32, 26
"""Characters of a line left of the picture, and right of it, on two lines."""

COLUMNS = ("source", "outlet", "topic")
SIDES = (
    ("source", "outlet", "topic"), ("outlet", "source", "topic"), ("outlet", "topic", "source"), ("topic", "outlet", "source")
)  # fmt: skip
"""The four ends of a band: the node where it ends, and what orders the ends there."""


def across(column: int) -> float:
    """Pixels of a column's middle."""
    return LEFT + BETWEEN * column / 2


_LEVEL = 14
"""Pixels that a band runs level before and behind a node, so that it swings only between nodes."""

ACROSS = tuple(
    across(column) + side
    for column, sides in ((0, (0, _LEVEL)), (1, (-_LEVEL, -NODE / 2, NODE / 2, _LEVEL)), (2, (-_LEVEL, 0)))
    for side in sides
)  # fmt: skip
"""Pixels from the left of the points of a band, two for each of its four ends."""


class Flows(NamedTuple):
    """What is drawn: bands with the points ``x``, ``y`` of their upper edge, nodes, and the height in pixels, of all and of the sources."""

    bands: pd.DataFrame
    nodes: pd.DataFrame
    height: float
    sources: float


def shared(case: Case, table: pd.DataFrame, top: int) -> pd.DataFrame:
    """The bands in the order of the outlets, with the labels of their ends; origins and groups beyond the drawn ones
    share a label."""
    origins = table.groupby("origin", sort=False)["answers"].sum().sort_values(ascending=False, kind="stable")
    groups = table.groupby("group", sort=False)["answers"].sum().sort_values(ascending=False, kind="stable")
    heads = table.drop_duplicates("origin").set_index("origin")
    names = unique(dict(heads["name"]), 2 * LABEL - 4)
    kept = origins.index[: top if len(origins) > top + 1 else len(origins)]
    titles = {origin: f"{names[origin]} ({heads['kind'][origin]})" for origin in kept}
    rest = counted(len(origins) - len(kept), "other origin")
    named = {group: str(group) for group in groups.index[: GROUPS if len(groups) > GROUPS + 1 else len(groups)]}
    others = counted(len(groups) - len(named), "other group")
    frame = table.assign(
        source=table["origin"].map(titles).fillna(rest).astype("str"),
        topic=table["group"].map(named).fillna(others).astype("str"),
    )
    frame = frame.groupby(["source", "kind", "outlet", "topic"], sort=False)["answers"].sum().reset_index()
    place = {name: i for i, name in enumerate(outlet_names(case))}
    by = frame["source"].map(frame.groupby("source")["answers"].sum()).where(frame["source"] != rest, 0)
    order = pd.DataFrame(
        {"by": -by, "source": frame["source"], "outlet": frame["outlet"].map(place), "topic": frame["topic"]}
    )
    return frame.loc[order.sort_values([*order.columns], kind="stable").index].reset_index(drop=True)


def flows(case: Case, rows: pd.DataFrame, drawn: pd.DataFrame) -> Flows:
    """Bands without gaps between them, so that those of two nodes look like one; each column about the same middle."""
    band = min(BANDS / int(drawn["answers"].sum()), WIDEST)
    drawn = drawn.assign(width=band * drawn["answers"])
    nodes = pd.concat([_column(case, rows, drawn, column) for column in range(3)], ignore_index=True)
    nodes["below"] = nodes.groupby("column")["room"].cumsum()
    depth = nodes.groupby("column")["room"].transform("sum")
    nodes["y2"] = (
        TOP + (depth.max() - depth) / 2 + nodes["below"] - (nodes["room"] - nodes["above"] - nodes["width"]) / 2
    )
    nodes["y"] = nodes["y2"] - nodes["width"]
    sizes = nodes.groupby("column")["room"].sum()
    kept = nodes.drop(columns=["room", "above", "below", "width"]).round(1)
    return Flows(_ends(drawn, nodes), kept, float(sizes.max()), float(sizes[0]))


def _column(case: Case, rows: pd.DataFrame, drawn: pd.DataFrame, column: int) -> pd.DataFrame:
    """The nodes of a column in their order, with the room each takes and what of it lies above the node."""
    field = COLUMNS[column]
    widths = drawn.groupby(field, sort=False)["width"].sum()
    order = {"outlet": outlet_names(case), "topic": [*dict.fromkeys(case.questions["group"]), *widths.index]}
    names = [name for name in dict.fromkeys(order.get(field, widths.index)) if name in widths]
    nodes = pd.DataFrame({"column": column, "x": across(column), field: names, "width": widths[names].to_numpy()})
    nodes["label"] = [wrapped(name, LABEL if column == 0 else TOPIC, 2) for name in names]
    nodes["name"] = names
    nodes["kind"] = None  # chosen by its menu only: a click on an origin must not narrow the next choice
    if field == "outlet":
        sums = rows.groupby("outlet")["origin"].agg(["count", "size"])
        told = [f"{sums['count'][name]} of {sums['size'][name]} told" for name in names]
        nodes["label"] = [f"{short(name, 30)}\n{below}" for name, below in zip(names, told, strict=True)]
        nodes["name"] = [f"{name}: {below}" for name, below in zip(names, told, strict=True)]
    high = LINE * (nodes["label"].str.count("\n") + 1) + 4
    nodes["above"] = high if field == "outlet" else 0
    return nodes.assign(
        room=nodes["width"] + high if field == "outlet" else pd.concat([nodes["width"] + 6, high], axis=1).max(axis=1)
    )


def _ends(drawn: pd.DataFrame, nodes: pd.DataFrame) -> pd.DataFrame:
    """The bands with their points: where each leaves its origin, enters and leaves its outlet, and enters its group.

    At a node they lie in the order of what they come from or go to, so that none crosses another without need.
    """
    at = {field: drawn[field].map(nodes.dropna(subset=field).set_index(field)["y"]) for field in COLUMNS}
    order = {field: values.to_numpy() for field, values in at.items()}
    ends = []
    for field, *beyond in SIDES:
        keys = [order[each] for each in (*beyond[::-1], field)]
        widths = drawn["width"].iloc[np.lexsort(keys)]
        top = (at[field] + widths.groupby(drawn[field]).cumsum() - widths).round(1)
        ends += [top, top]
    points = pd.Series(pd.concat(ends, axis=1).to_numpy().tolist(), drawn.index, "object")
    across = pd.Series([list(ACROSS)] * len(drawn), drawn.index, "object")
    return drawn.assign(band=range(len(drawn)), width=drawn["width"].round(1), y=points, x=across)
