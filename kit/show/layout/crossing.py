"""A matrix of words: rows as high as their words need, columns of outlets, both turned like pages.

* everything is placed here, in pixels; a menu chooses the page of rows, another that of columns, where there are several;
* a click chooses a row, or a cell, for a list below; a dash stands wherever a row has nothing in a column.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import altair as alt
import pandas as pd

from kit.show import look
from kit.show.layout.canvas import Canvas
from kit.show.layout.labels import wrapped
from kit.show.layout.listing import TOTAL, chosen

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["MANY", "ROWS", "Crossing", "Words", "crossing", "drawn", "turning"]

MANY = 21
"""Columns that can be turned through; a case with more outlets is summed up instead."""

ROWS = 60
"""Rows drawn at most, on several pages."""

LEFT = 250
"""Pixels before the columns, for the rows' names."""

HEIGHT = 396
"""Pixels of a page of rows: with the list below, one screen."""

SIDE = 7
"""Columns side by side."""

LETTER, LINE, LINES = 6.7, 14, 4
"""Pixels of a letter at 11 px, on the generous side of the fonts that may be at hand; of a line; lines of a cell."""

VIEW = "rows_0"
"""Where a row is chosen, in a matrix that is the first of the views put together. Its whole picture hears a click;
what belongs to no row must not count as a choice of none."""


class Crossing(NamedTuple):
    """``columns`` with ``x``, ``x2`` and their page (``turn``), ``rows`` with ``y``, ``y2`` and ``page``, ``cells`` by
    the numbers of both; ``height`` in pixels with the heads."""

    columns: pd.DataFrame
    rows: pd.DataFrame
    cells: pd.DataFrame
    height: float


class Words(NamedTuple):
    """What stands around a matrix: ``corner`` (what the rows are), ``key`` (what its marks mean, a line each), ``tips``
    (of a cell). ``marked``: the Vega expression for cells with a dashed frame, where cells, not rows, are chosen."""

    corner: str
    key: Sequence[str]
    tips: Sequence[alt.Tooltip]
    marked: str = ""


def crossing(columns: pd.DataFrame, rows: pd.DataFrame, cells: pd.DataFrame, top: int) -> Crossing:
    """Place columns (``name``, and ``outlet`` or missing), rows (``label``) and cells (``row`` and ``column`` as
    numbers, a ``head`` and ``words`` below it, and ``fill``). ``top`` pixels are kept free above the names of the columns."""
    side = min(len(columns), SIDE)
    width = (TOTAL - LEFT) / side
    letters = int((width - 14) / LETTER)
    names = [wrapped(name, int((width - 24) / LETTER), 3) for name in columns["name"]]
    columns = columns.assign(full=columns["name"], name=names, turn=[i // side + 1 for i in range(len(columns))])
    columns["x"] = [round(LEFT + (i % side) * width, 1) for i in range(len(columns))]
    cells = cells.assign(text=[wrapped(words, letters, LINES) for words in cells["words"]])
    lines = (1 + cells["text"].map(_lines)).groupby(cells["row"]).max()
    rows = rows.assign(row=range(len(rows)), full=rows["label"], label=[wrapped(text, 36, 3) for text in rows["label"]])
    rows["lines"] = pd.concat([rows["label"].map(_lines), rows["row"].map(lines).fillna(1)], axis=1).max(axis=1)
    first = top + LINE * max(map(_lines, names)) + 8
    rows = _paged(rows, first)
    columns = columns.assign(column=range(len(columns)), x2=(columns["x"] + width - 4).round(1))
    rows, cells = rows.drop(columns="lines"), cells.drop(columns="words")
    return Crossing(columns, rows, cells, float(rows["y2"].max()) + 4)


def _lines(text: str) -> int:
    return text.count("\n") + 1 if text else 0


def _paged(rows: pd.DataFrame, first: float) -> pd.DataFrame:
    """With the ``page`` of each row, and where it begins and ends there."""
    page, y, places = 1, first, []
    for lines in rows["lines"]:
        high = LINE * lines + 10
        if y + high > first + HEIGHT and y > first:
            page, y = page + 1, first
        places.append((page, y, y + high - 3))
        y += high
    return rows.assign(**dict(zip(("page", "y", "y2"), zip(*places, strict=True), strict=True)), x=0, x2=TOTAL)


def turning(
    name: str, laid: Crossing, value: Mapping[str, int]
) -> list[alt.TopLevelSelectionParameter | alt.VariableParameter]:
    """The choice (``NAME_chosen``) of a row, or of a row and column, as the keys of ``value`` say; of a page of rows
    (``NAME_page``) and of columns (``NAME_turn``)."""
    known = " && ".join(["event.item", "event.item.datum", *(f"isNumber(event.item.datum.{field})" for field in value)])
    select = alt.PointSelectionConfig(type="point", fields=[*value], on=f"click[{known}]", clear=False)
    return [
        alt.TopLevelSelectionParameter(name=f"{name}_chosen", select=select, value=[dict(value)], views=[VIEW]),
        _menu(f"{name}_page", "page ", int(laid.rows["page"].max())),
        _menu(f"{name}_turn", "outlets, page ", int(laid.columns["turn"].max())),
    ]


def _menu(name: str, title: str, pages: int) -> alt.VariableParameter:
    if pages == 1:
        return alt.VariableParameter(name=name, value=1)
    return alt.VariableParameter(
        name=name, value=1, bind=alt.binding_select(options=[*range(1, pages + 1)], name=title)
    )


def drawn(case: Case, laid: Crossing, name: str, words: Words) -> alt.LayerChart:
    """The matrix. What is chosen has a grey row, or a solid frame where cells are what is chosen."""
    canvas = Canvas(TOTAL, laid.height)
    page, turn = f"datum.page === {name}_page", f"datum.turn === {name}_turn"
    box = {"x2": "x2:Q", "y2": "y2:Q"}
    is_chosen = chosen(f"{name}_chosen", empty=False)
    grey = alt.condition(is_chosen, alt.value("#e9e9e9"), alt.value("#ffffff"))
    rows = alt.LookupData(data=laid.rows, key="row", fields=["y", "y2", "page"])
    columns = alt.LookupData(data=laid.columns, key="column", fields=["x", "x2", "turn", "full"])
    boxes = canvas.chart(laid.cells).transform_lookup(lookup="row", from_=rows)
    boxes = boxes.transform_lookup(lookup="column", from_=columns).transform_filter(page).transform_filter(turn)
    lines = canvas.chart(laid.rows).transform_filter(page)
    key = pd.DataFrame({"x": 0, "y": [8 + LINE * i for i in range(len(words.key))], "text": words.key})
    told = canvas.text(laid.rows, "label", baseline="top", lineHeight=LINE, dx=4, dy=5)
    return canvas.layered(
        lines.mark_rect(stroke="#eeeeee").encode(**box, fill=grey).properties(name=VIEW[:-2]),
        told.transform_filter(page),
        _dashes(canvas, laid, page, name),
        boxes.mark_rect(stroke="#b9c4cf").encode(**box, fill=alt.Fill("fill:N", scale=None)),
        _words(boxes, "head", 0, fontWeight="bold"),
        _words(boxes, "text", LINE),
        *(target.encode(**box) for target in _targets(boxes, words, is_chosen)),
        *_heads(case, canvas, laid, turn, words.corner),
        canvas.text(key, fontSize=11, color=look.GREY),
    )


def _targets(boxes: alt.Chart, words: Words, is_chosen: alt.ParameterPredicate) -> list[alt.Chart]:
    """The cells again, above everything and unseen, to be pointed at; before them the frames of marked ones."""
    unseen: dict[str, Any] = {"fill": "white", "fillOpacity": 0.001, "strokeWidth": 2.5}
    target = boxes.mark_rect(**unseen)
    if not words.marked:
        return [target.encode(tooltip=list(words.tips))]
    ink, none = alt.value(look.INK), alt.value("transparent")
    marked = boxes.mark_rect(**unseen, strokeDash=[5, 3]).encode(stroke=alt.condition(words.marked, ink, none))
    return [marked, target.encode(stroke=alt.condition(is_chosen, ink, none), tooltip=list(words.tips))]


def _words(boxes: alt.Chart, field: str, down: int, **options: Any) -> alt.Chart:
    place: dict[str, Any] = {"align": "left", "baseline": "top", "dx": 6, "dy": 5 + down}
    lines: dict[str, Any] = {"lineBreak": "\n", "lineHeight": LINE, "fontSize": 11}
    words: alt.Chart = boxes.mark_text(**place, **lines, **options).encode(text=alt.Text(field, type="nominal"))
    return words


def _dashes(canvas: Canvas, laid: Crossing, page: str, name: str) -> alt.Chart:
    """A dash in every column of every row; what a row has in a column covers it."""
    side = int(laid.columns["turn"].eq(1).sum())
    width = (TOTAL - LEFT) / side
    count = f"min({side}, {len(laid.columns)} - {side} * ({name}_turn - 1))"
    dashes = canvas.chart(laid.rows).transform_filter(page).mark_text(
        align="left", baseline="top", dx=6, dy=5, color=look.GREY, text="–"
    )  # fmt: skip
    dashes = dashes.transform_calculate(i=f"sequence({count})").transform_flatten(["i"])
    placed: alt.Chart = dashes.transform_calculate(
        x=f"{LEFT} + {width} * datum.i", column=f"datum.i + {side} * ({name}_turn - 1)"
    )
    return placed


def _heads(case: Case, canvas: Canvas, laid: Crossing, turn: str, corner: str) -> list[alt.Chart]:
    """The columns' names, with the shapes of those that are outlets, and what the rows are."""
    lines = laid.columns["name"].map(_lines).max()
    columns = laid.columns.assign(y=laid.rows["y"].min() - 8 - LINE * lines)
    names = columns.assign(x=columns["x"] + 6 + 11 * columns["outlet"].notna())
    bold: dict[str, Any] = {"baseline": "top", "fontSize": 11, "fontWeight": "bold", "lineHeight": LINE}
    text = canvas.text(names, "name", **bold).transform_filter(turn)
    first = pd.DataFrame({"x": [4], "y": [float(columns["y"].iloc[0])], "text": [corner]})
    found = [text, canvas.text(first, baseline="top", fontSize=11, color=look.GREY)]
    outlets = columns[columns["outlet"].notna()]
    if outlets.empty:
        return found
    shapes = canvas.chart(outlets.assign(x=outlets["x"] + 7, y=outlets["y"] + 6)).transform_filter(turn)
    return [*found, shapes.mark_point(filled=True, size=70, opacity=1).encode(
        color=look.outlet_colour(case, legend=None), shape=look.outlet_shape(case, legend=None), tooltip=alt.Tooltip("outlet:N")
    )]  # fmt: skip
