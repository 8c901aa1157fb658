"""How a placing came about, as marks: stated, resolved, inferred, or known by the order of events alone.

* a thick line is stated in full, a plain one resolved, a hollow mark inferred, a dotted line ordered only;
* the key draws the marks themselves, and says which days of publication are taken for granted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import pandas as pd

from kit.show import look
from kit.show.layout.canvas import Canvas
from kit.show.layout.labels import wrapped
from kit.show.layout.lanes import ORDER, TOTAL

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["DASH", "HOLLOW", "ORDERED", "WEIGHT", "key"]

ORDERED = f"datum.basis === '{ORDER}'"
HOLLOW = f"datum.basis === 'inferred' || {ORDERED}"
"""Vega tests of a row."""

WEIGHT = alt.condition("datum.basis === 'stated'", alt.value(4), alt.value(1.5))
DASH = alt.condition(ORDERED, alt.value([2, 2]), alt.value([1, 0]))

KEY = (
    ("stated", "stated in full", 0), ("resolved", "resolved from the day of publication", 122),
    ("inferred", "inferred from other words", 366), (ORDER, "known by its order alone; arrow: the open side", 550),
)  # fmt: skip
"""Each basis in words, with the pixel at which it stands in the key."""

NAMED = 4
"""Articles named for each day that is assumed."""


def key(case: Case) -> alt.LayerChart:
    """What the marks mean, drawn with the marks themselves, and which days of publication are assumed."""
    rows = pd.DataFrame(KEY, columns=["basis", "text", "x"]).assign(y=8)
    rows = rows.assign(x2=rows["x"] + 22)
    lines = _assumed(case)
    canvas = Canvas(TOTAL, 24 + 15 * (lines.count("\n") + 1))
    line = canvas.chart(rows).mark_rule(color=look.INK).encode(x2=alt.X2("x2:Q"), strokeWidth=WEIGHT, strokeDash=DASH)
    shape = alt.condition(ORDERED, alt.value("triangle-right"), alt.value("circle"))
    point = canvas.chart(rows.assign(x=rows["x"] + 11)).mark_point(
        size=55, strokeWidth=1.5, stroke=look.INK, opacity=1
    ).encode(fill=alt.condition(HOLLOW, alt.value("white"), alt.value(look.INK)), shape=shape)  # fmt: skip
    text = canvas.text(rows.assign(x=rows["x"] + 28), fontSize=11)
    below = pd.DataFrame({"x": [0], "y": [22], "text": [lines]})
    return canvas.layered(line, point, text, canvas.text(below, baseline="top", lineHeight=15))


def _assumed(case: Case) -> str:
    """The days of publication that are taken for granted, in words."""
    rows = case.articles[case.articles["published_basis"] == "assumed"]
    if rows.empty:
        return "No day of publication is assumed."
    names, told = look.article_names(case), []
    for day, group in rows.groupby("published", sort=False):
        papers = [names[article] for article in group["article"]]
        more = f" and {len(papers) - NAMED} more" if len(papers) > NAMED else ""
        told.append(f"{', '.join(papers[:NAMED])}{more} on {day}")
    return wrapped(f"Assumed, as the texts do not say so: published {'; '.join(told)}.", 124, 3)
