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

__all__ = ["Column", "beginning", "chooser", "chosen", "listing"]

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
    name: str, fields: Sequence[str], value: Sequence[Mapping[str, str | int]], views: Sequence[str],
    menu: alt.BindInputSelect | None = None, *, only: Sequence[str] = (),
) -> alt.TopLevelSelectionParameter:  # fmt: skip
    """A choice by click on the marks of several views, and by a menu too; a double click chooses everything.

    ``only``: the views whose marks alone are listened to; then nothing else, and no double click, changes the choice.
    Without it Vega-Lite takes a click anywhere in the chart for one on a choice with a menu, and empties it.
    """
    on = ", ".join(f"@{view}_marks:click" for view in only) or "click"
    select = alt.PointSelectionConfig(type="point", fields=list(fields), on=on, clear=False if only else "dblclick")
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
    y = alt.Y("list_y:Q", axis=None, scale=pixels)
    text: dict[str, Any] = {"align": "left", "baseline": "top", "lineBreak": "\n"}
    tips = [alt.Tooltip(f"{column.field}:N", title=column.title) for column in columns]
    base = alt.Chart()  # what the rows are is said once, for all layers
    cells = [
        base.transform_filter(f"datum.list_row <= {rows}").transform_calculate(shown=beginning(column.field, lines))
        .mark_text(**text, limit=column.width).encode(x=alt.XValue(column.x), y=y, text=alt.Text("shown:N"), tooltip=tips)
        for column in columns
    ]  # fmt: skip
    titles = pd.DataFrame({"x": [column.x for column in columns], "title": [column.title for column in columns]})
    across = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, TOTAL], range=[0, TOTAL], nice=False, zero=False))
    head = alt.Chart(titles).mark_text(**text, fontSize=11, color=look.GREY).encode(
        x=across, y=alt.YValue(ROW + 4), text=alt.Text("title:N")
    )  # fmt: skip
    first = base.transform_filter("datum.list_row === 1").mark_text(**text, fontSize=13, fontWeight="bold", limit=TOTAL)
    more = base.transform_filter(f"datum.list_row === {rows + 1}").transform_calculate(
        more=f"'and ' + (datum.list_all - {rows}) + ' more'"
    ).mark_text(**text, color=look.GREY).encode(x=alt.XValue(0), y=alt.YValue(bottom), text=alt.Text("more:N"))  # fmt: skip
    # Vega counts no rows as no row: the note always stands there, and a first row covers it.
    note = alt.Chart(pd.DataFrame({"note": ["Nothing is listed for this choice."]})).encode(text=alt.Text("note:N"))
    none = note.mark_text(**text, color=look.GREY).encode(x=alt.XValue(0), y=alt.YValue(top))
    cover = base.transform_filter("datum.list_row === 1").mark_rect(color="white").encode(
        x=alt.XValue(0), x2=alt.X2Value(TOTAL), y=alt.YValue(top - 2), y2=alt.Y2Value(top + ROW)
    )  # fmt: skip
    top_line = first.encode(x=alt.XValue(0), y=alt.YValue(0), text=f"{heading}:N", tooltip=f"{heading}:N")
    layers = alt.LayerChart(data=chosen_rows.data, layer=[none, cover, *cells, head, top_line, more])
    if chosen_rows.transform is not alt.Undefined:
        layers.transform = chosen_rows.transform
    return (
        # Names of their own: a field of the rows that a choice tests must not be written over.
        layers.transform_window(list_row="row_number()", frame=[None, None]).transform_joinaggregate(list_all="count()")
        .transform_calculate(list_y=f"{top} + {high} * (datum.list_row - 1)")
        .properties(width=TOTAL, height=bottom + ROW, view=alt.ViewConfig(stroke=None), name=name)
    )  # fmt: skip


def beginning(field: str, lines: int) -> str:
    """The Vega expression for the first lines of a field, with dots where more follow."""
    each = f"split(datum.{field}, '\\n')"
    return f"join(slice({each}, 0, {lines}), '\\n') + (length({each}) > {lines} ? ' …' : '')"
