"""One look everywhere: an outlet keeps its colour, shape and place on every chart.

Colours are those of Okabe & Ito (2008, Color Universal Design), those that reach 3:1 on white first, but for one:
their reddish purple (``#CC79A7``) only just does (3.06:1), so the purple of Paul Tol's muted scheme (``#AA4499``,
5.3:1) stands in its place. There are seven colours and eight shapes, so that no two of 56 outlets share both.

Charts tell outlets apart; where articles are told apart, :func:`article_names` says which of an outlet's it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import altair as alt

if TYPE_CHECKING:
    from kit.case import Case

__all__ = [
    "FONT", "GREY", "INK", "VERDICT_GLYPHS", "VERDICT_TONES", "WIDTH", "article_names", "chart_theme", "outlet_colour", "outlet_names", "outlet_shape",
]  # fmt: skip

FONT = "system-ui, 'Segoe UI', 'DejaVu Sans', Arial, sans-serif"
INK = "#1b1b1b"
GREY = "#767676"
"""The lightest grey that reads on white at 4.5:1 (WCAG 2.2, 1.4.3)."""

WIDTH = 640
"""Pixels of a chart's plotting area: fits beside its labels on a laptop's Lab and on paper."""

_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#AA4499", "#000000", "#E69F00", "#56B4E9")
_SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "triangle-right", "triangle-left")


VERDICT_TONES = {
    "agree": "#f3f5f7", "compatible": "#d5dde5", "undecided": "#ffffff", "differ": "#8fa3b5", "contradict": "#16202b",
}  # fmt: skip
"""The darker, the farther apart: one hue, of no outlet, that also tells on paper without colours."""

VERDICT_GLYPHS = {"agree": "=", "compatible": "≈", "undecided": "?", "differ": "≠", "contradict": "×"}


@alt.theme.register("kit", enable=True)
def chart_theme() -> alt.theme.ThemeConfig:
    """The Altair theme of every chart: fonts, sizes, spacing, and label limits wide enough to cut nothing."""
    text: dict[str, Any] = {"labelFontSize": 12, "titleFontSize": 12, "labelColor": INK, "titleColor": INK}
    theme: dict[str, Any] = {
        "config": {
            "font": FONT,
            "background": "white",
            "mark": {"aria": False},  # a chart is described once and has its table; no mark reads out numbers
            "view": {"continuousWidth": WIDTH, "stroke": "#dddddd"},
            "axis": {**text, "labelLimit": 320, "gridColor": "#e6e6e6", "titleFontWeight": "normal"},
            "legend": {**text, "labelLimit": 320, "symbolSize": 120, "orient": "top"},
            "header": {**text, "labelLimit": 320},
            "title": {
                "anchor": "start", "fontSize": 16, "subtitleFontSize": 13, "offset": 14,
                "color": INK, "subtitleColor": INK,
            },
            "text": {"fontSize": 12, "color": INK},
        }
    }  # fmt: skip
    return cast("alt.theme.ThemeConfig", theme)


def outlet_names(case: Case) -> list[str]:
    """The outlets of a case in their fixed order: that of ``articles.csv``, each once."""
    return list(dict.fromkeys(case.articles["outlet"]))


def article_names(case: Case) -> dict[str, str]:
    """A name for every article, by id: its outlet, with the id in brackets where the outlet has several articles."""
    articles = case.articles
    several = articles["outlet"].duplicated(keep=False)
    return {
        article: f"{outlet} ({article})" if more else outlet
        for article, outlet, more in zip(articles["article"], articles["outlet"], several, strict=True)
    }


def outlet_colour(case: Case, **options: Any) -> alt.Color:
    """The colour channel of a field ``outlet``, with the case's fixed domain and range."""
    names = outlet_names(case)
    colours = [_COLOURS[i % len(_COLOURS)] for i in range(len(names))]
    return alt.Color("outlet:N", title="outlet", scale=alt.Scale(domain=names, range=colours), **options)


def outlet_shape(case: Case, **options: Any) -> alt.Shape:
    """The shape channel of a field ``outlet``, in step with :func:`outlet_colour`."""
    names = outlet_names(case)
    shapes = [_SHAPES[i % len(_SHAPES)] for i in range(len(names))]
    return alt.Shape("outlet:N", title="outlet", scale=alt.Scale(domain=names, range=shapes), **options)
