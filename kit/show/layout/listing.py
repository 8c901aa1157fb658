"""A list below a chart, of the rows that a selection chooses: text in columns, with a heading and a count.

* it is a Vega-Lite view, so that it follows the selection in JupyterLab and in the offline report alike;
* a text longer than its column ends in dots; the whole of it stands in the tooltip.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from kit.show import look

__all__ = ["Column", "chooser", "chosen", "listing"]

TOTAL = 880
ROW = 19
LINE = 15
"""Pixels of a row, and of each line of a row with several."""


class Column(NamedTuple):
    """A column of the list: the field, its heading, and its place and width in pixels."""

    field: str
    title: str
    x: int
    width: int


def chooser(
    name: str, fields: Sequence[str], value: Sequence[Mapping[str, str]], views: Sequence[str],
    menu: alt.BindInputSelect | None = None,
) -> alt.TopLevelSelectionParameter:  # fmt: skip
    """A choice by click on the marks of several views, and by a menu too; a double click chooses everything."""
    select = alt.PointSelectionConfig(type="point", fields=list(fields), on="click", clear="dblclick")
    bound = {} if menu is None else {"bind": menu}
    return alt.TopLevelSelectionParameter(name=name, select=select, value=list(value), views=list(views), **bound)


def chosen(name: str, *, empty: bool = True) -> alt.ParameterPredicate:
    """The test whether a row is what the choice of this name chose; ``empty``: what holds before any choice."""
    return alt.ParameterPredicate(param=name, empty=empty)


def listing(
    chosen_rows: alt.Chart,
    columns: Sequence[Column],
    *,
    heading: str,
    rows: int,
    name: str,
    lines: int = 1,
) -> alt.LayerChart:
    """The first ``rows`` of the rows that a chart's transforms have chosen, each of ``lines`` lines, below the first
    one's ``heading``."""
    high = ROW if lines == 1 else LINE * lines + 8
    top, bottom = 2 * ROW + 4, 2 * ROW + 4 + high * rows
    pixels = alt.Scale(domain=[0, bottom + ROW], range=[0, bottom + ROW], nice=False, zero=False)
    y = alt.Y("place:Q", axis=None, scale=pixels)
    text: dict[str, Any] = {"align": "left", "baseline": "top", "lineBreak": "\n"}
    base = (
        chosen_rows.transform_window(row="row_number()", frame=[None, None])
        .transform_joinaggregate(total="count()").transform_calculate(place=f"{top} + {high} * (datum.row - 1)")
    )  # fmt: skip
    tips = [alt.Tooltip(f"{column.field}:N", title=column.title) for column in columns]
    cells = [
        base.transform_filter(f"datum.row <= {rows}").transform_calculate(shown=_first(column.field, lines))
        .mark_text(**text, limit=column.width).encode(x=alt.value(column.x), y=y, text="shown:N", tooltip=tips)
        for column in columns
    ]  # fmt: skip
    titles = pd.DataFrame({"x": [column.x for column in columns], "title": [column.title for column in columns]})
    across = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, TOTAL], range=[0, TOTAL], nice=False, zero=False))
    head = alt.Chart(titles).mark_text(**text, fontSize=11, color=look.GREY).encode(
        x=across, y=alt.value(ROW + 4), text="title:N"
    )  # fmt: skip
    first = base.transform_filter("datum.row === 1").mark_text(**text, fontSize=13, fontWeight="bold", limit=TOTAL)
    more = base.transform_filter(f"datum.row === {rows + 1}").transform_calculate(
        more=f"'and ' + (datum.total - {rows}) + ' more'"
    ).mark_text(**text, color=look.GREY).encode(x=alt.value(0), y=alt.value(bottom), text="more:N")  # fmt: skip
    # Vega counts no rows as no row: the note always stands there, and a first row covers it.
    note = alt.Chart(pd.DataFrame({"note": ["Nothing is listed for this choice."]})).encode(text="note:N")
    none = note.mark_text(**text, color=look.GREY).encode(x=alt.value(0), y=alt.value(top))
    cover = base.transform_filter("datum.row === 1").mark_rect(color="white").encode(
        x=alt.value(0), x2=alt.value(TOTAL), y=alt.value(top - 2), y2=alt.value(top + ROW)
    )  # fmt: skip
    top_line = first.encode(x=alt.value(0), y=alt.value(0), text=f"{heading}:N", tooltip=f"{heading}:N")
    return alt.LayerChart(layer=[none, cover, *cells, head, top_line, more]).properties(
        width=TOTAL, height=bottom + ROW, view=alt.ViewConfig(stroke=None), name=name
    )  # fmt: skip


def _first(field: str, lines: int) -> str:
    """The Vega expression for the first lines of a field, with dots where more follow."""
    each = f"split(datum.{field}, '\\n')"
    return f"join(slice({each}, 0, {lines}), '\\n') + (length({each}) > {lines} ? ' …' : '')"
