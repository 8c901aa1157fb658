"""A picture laid out by hand, where an axis could not carry what stands beside the marks.

* ``x`` and ``y`` of the rows are pixels, ``y`` downwards, as a reader of the code sees them on the screen;
* every layer of one picture is made by the same :class:`Canvas`, so all of them agree on the scales;
* encodings are channel objects (``alt.X2("x2:Q")``), here and in every chart: of a string alone Altair looks through all its
  classes for the one to make, 6 ms each time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

__all__ = ["Canvas"]


@dataclass(frozen=True)
class Canvas:
    """Width and height in pixels."""

    width: float
    height: float

    def chart(self, frame: pd.DataFrame) -> alt.Chart:
        """A chart of rows with ``x`` and ``y``; further ends are ``x2:Q`` and ``y2:Q``."""
        across = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, self.width], nice=False, zero=False))
        down = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[self.height, 0], nice=False, zero=False))
        return alt.Chart(frame).encode(x=across, y=down)

    def text(self, frame: pd.DataFrame, field: str = "text", **options: Any) -> alt.Chart:
        """The words of ``field``, from ``x`` on unless ``align`` says otherwise; line feeds break lines."""
        mark = {"align": "left", "baseline": "middle", "lineBreak": "\n", **options}
        frame = frame.assign(**{field: frame[field].astype(str)})  # Vega breaks lines of text only, not of numbers
        words: alt.Chart = self.chart(frame).mark_text(**mark).encode(text=alt.Text(field, type="nominal"))
        return words

    def layered(self, *layers: alt.Chart) -> alt.LayerChart:
        """The layers as one picture, the first at the back, without a frame.

        Marks are not read out: pixels would be all there is to hear, and description and table tell more.
        """
        for layer in layers:
            mark = {"type": layer.mark} if isinstance(layer.mark, str) else layer.mark.to_dict()
            layer.mark = alt.MarkDef(**{**mark, "aria": False})
        frame = alt.ViewConfig(stroke=None)
        return alt.LayerChart(layer=list(layers), width=self.width, height=self.height, view=frame)
