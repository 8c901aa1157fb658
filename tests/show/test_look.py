import dataclasses
from itertools import pairwise

import altair as alt
import pandas as pd
import pytest

from kit.show import look
from tests.built import article, built


def with_outlets(case, names):
    articles = case.tables["articles"]
    rows = pd.concat([articles.head(1).assign(outlet=name) for name in names], ignore_index=True)
    return dataclasses.replace(case, tables={**case.tables, "articles": rows})


def luminance(colour):
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def on_white(colour):
    return 1.05 / (luminance(colour) + 0.05)


def test_outlets_keep_the_order_of_the_articles(harbour):
    assert look.outlet_names(harbour) == ["Ansel Gazette", "Strand Courier", "Port Bulletin"]
    assert look.outlet_names(with_outlets(harbour, ["B", "A", "B"])) == ["B", "A"]


def test_an_article_is_named_by_its_outlet_and_its_id_where_that_repeats():
    case = built(articles=[article("a", "Gazette"), article("b", "Courier"), article("c", "Gazette")])
    assert look.article_names(case) == {"a": "Gazette (a)", "b": "Courier", "c": "Gazette (c)"}


def test_an_outlet_has_the_same_place_in_colours_and_shapes(harbour):
    colour, shape = look.outlet_colour(harbour).to_dict(), look.outlet_shape(harbour).to_dict()
    assert colour["scale"]["domain"] == shape["scale"]["domain"] == look.outlet_names(harbour)
    assert len(set(colour["scale"]["range"])) == len(set(shape["scale"]["range"])) == 3
    assert colour["title"] == shape["title"] == "outlet"


@pytest.mark.parametrize("count", [1, 2, 7, 8, 20])
def test_two_outlets_never_share_both_colour_and_shape(harbour, count):
    case = with_outlets(harbour, [f"Outlet {number}" for number in range(count)])
    colours = look.outlet_colour(case).to_dict()["scale"]["range"]
    shapes = look.outlet_shape(case).to_dict()["scale"]["range"]
    assert len(set(zip(colours, shapes, strict=True))) == count


def test_options_reach_the_channel(harbour):
    assert look.outlet_colour(harbour, legend=None).to_dict()["legend"] is None


def test_the_first_five_colours_read_on_white(harbour):
    case = with_outlets(harbour, "abcde")
    assert min(map(on_white, look.outlet_colour(case).to_dict()["scale"]["range"])) >= 3


def test_text_reads_on_white():
    assert on_white(look.INK) >= 7
    assert on_white(look.GREY) >= 4.5


def test_the_theme_is_on_and_cuts_no_label():
    assert alt.theme.active == "kit"
    config = look.chart_theme()["config"]
    assert config["view"]["continuousWidth"] == look.WIDTH
    assert min(config[part]["labelLimit"] for part in ("axis", "legend", "header")) >= 320
    sizes = [config["axis"]["labelFontSize"], config["title"]["subtitleFontSize"], config["title"]["fontSize"]]
    assert all(small < large for small, large in pairwise(sizes))
