"""A chart with what belongs to it: a name, a description, a finding made from the data, and its table.

* all of it travels inside the specification (``usermeta``), so a committed output carries it too;
* the name and the finding are also the chart's title, so that JupyterLab shows them;
* the renderer emits what JupyterLab's own Vega draws offline, with nothing random in it.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from typing import Any, TypeVar

import altair as alt
import pandas as pd

__all__ = ["MIME", "figure", "nothing", "table_of"]

MIME = "application/vnd.vegalite.v5+json"
"""What JupyterLab draws itself. Altair's own v6 type is refused by nbformat on export."""

_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"

FINDING_WIDTH = 96
"""Characters of a finding's line under the title: about the width of a chart."""

AnyChart = alt.Chart | alt.LayerChart | alt.ConcatChart | alt.HConcatChart | alt.VConcatChart | alt.FacetChart
C = TypeVar("C", bound=AnyChart)


def figure(chart: C, *, name: str, description: str, finding: str, table: pd.DataFrame) -> C:
    """The chart, which must be nobody else's, with its name, description (for a screen reader), finding and table (shown
    on demand).

    Raises ``ValueError`` when one of the texts is empty: a chart nobody can read is not shown.
    """
    for what, text in {"name": name, "description": description, "finding": finding}.items():
        if not text.strip():
            raise ValueError(f'figure: {what}: found nothing; allowed: a sentence about "{name or "the chart"}"')
    title = alt.TitleParams(text=name, subtitle=textwrap.wrap(finding, FINDING_WIDTH))
    rows = table.astype(object).where(table.notna(), None).to_numpy().tolist()
    carried = {"name": name, "finding": finding, "table": {"columns": list(table.columns), "rows": rows}}
    chart.title, chart.description, chart.usermeta = (
        title,
        description,
        {"kit": carried},
    )  # `properties` copies every part
    return chart


def nothing(name: str, why: str) -> alt.Chart:
    """A calm note in a chart's place, when the case has nothing to draw."""
    note = alt.Chart(pd.DataFrame({"note": [why]}), height=60).mark_text(align="left", fontSize=13)
    drawn: alt.Chart = note.encode(text=alt.Text("note:N"), x=alt.XValue(12))
    return figure(drawn, name=name, description=why, finding=why, table=pd.DataFrame({"note": [why]}))


def table_of(chart: AnyChart) -> pd.DataFrame:
    """The table a figure carries. Raises ``ValueError`` for a chart that is none of the kit's."""
    carried = chart.usermeta
    if not isinstance(carried, Mapping) or "kit" not in carried:
        raise ValueError("table_of: found a chart without a table; allowed: a chart that a kit.show function made")
    table = carried["kit"]["table"]
    return pd.DataFrame(table["rows"], columns=table["columns"])


def _bundle(spec: dict[str, Any], **_: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    spec = {**spec, "$schema": _SCHEMA}
    kit = spec.get("usermeta", {}).get("kit", {})
    plain = f"Chart: {kit['name']}. {kit['finding']}" if kit else "Chart"
    return {MIME: spec, "text/plain": plain}, {MIME: {"embed_options": {"renderer": "svg", "actions": False}}}


alt.renderers.register("kit", _bundle)
alt.renderers.enable("kit")
alt.data_transformers.disable_max_rows()
