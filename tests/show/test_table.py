import re
from html.parser import HTMLParser

import altair as alt
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.schema import TABLES
from kit.show.figure import figure
from kit.show.table import Table, data, only, table, unknown

TAGS = {"div", "table", "caption", "thead", "tbody", "tr", "th", "td"}


class Cells(HTMLParser):
    """The elements of a page, and the text of every table cell as a browser reads it."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.cells = set(), []
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        if tag in ("td", "th", "caption"):
            self.cells.append("")

    def handle_data(self, text):
        if text.strip() or (self.cells and self.cells[-1]):
            self.cells[-1] += text


def test_a_table_has_a_caption_headings_and_cells():
    frame = pd.DataFrame({"outlet": ["Ansel Gazette"], "words": pd.array([97], dtype="Int64")})
    assert Table(frame, "Sizes").html().replace("\n", "") == (
        '<div class="scroll" style="max-height: 34rem; overflow: auto" tabindex="0" role="group" aria-label="Sizes">'
        '<table class="kit-table short-1 number-2"><caption>Sizes</caption>'
        '<thead><tr><th scope="col">outlet</th><th scope="col">words</th></tr></thead>'
        "<tbody><tr><td>Ansel Gazette</td><td>97</td></tr></tbody></table></div>"
    )


def test_missing_cells_are_empty_and_yes_and_no_are_words():
    frame = pd.DataFrame({"a": pd.array([True, False, None], dtype="boolean"), "b": ["x", None, pd.NA], "c": [0, 1, 2]})
    assert re.findall(r"<td[^>]*>(.*?)</td>", Table(frame, "").html()) == [
        "yes", "x", "0", "no", "", "1", "", "", "2",
    ]  # fmt: skip


anything = st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"]), max_size=60)


@given(anything, anything, anything)
def test_any_text_is_escaped_and_read_back_as_it_was(caption, column, cell):
    page = Cells(Table(pd.DataFrame({column: pd.Series([cell], dtype="str")}), caption).html())
    assert page.tags <= TAGS
    assert [text.strip() for text in page.cells] == [caption.strip(), column.strip(), cell.strip()]


def test_a_column_of_long_text_gets_room():
    html = Table(pd.DataFrame({"a": ["word " * 40], "b": ["word"]}), "Texts").html()
    assert '<table class="kit-table long-1 short-2">' in html


def test_jupyter_gets_html_and_a_plain_line():
    one, two = (Table(pd.DataFrame({"a": range(rows)}), "Rows") for rows in (1, 2))
    assert one._repr_mimebundle_() == {"text/html": one.html(), "text/plain": "Table: Rows (1 row)"}
    assert two._repr_mimebundle_()["text/plain"] == "Table: Rows (2 rows)"


@pytest.mark.parametrize("name", TABLES)
def test_every_table_of_a_case_is_shown_without_its_empty_columns(harbour, name):
    shown = table(harbour, name)
    assert shown.caption == f"{name}: each row is {TABLES[name].__doc__}"
    assert len(shown.frame) == len(harbour.tables[name])
    assert not shown.frame.isna().all().any()


def test_a_table_is_filtered_by_its_columns(harbour):
    shown = table(harbour, "quotes", article="courier", kind="fragment")
    assert shown.frame["quote"].tolist() == ["courier_q01", "courier_q03", "courier_q04"]
    assert (
        shown.caption
        == "quotes: each row is one stretch of reported speech; where article is courier, kind is fragment"
    )


def test_an_allowed_value_that_no_row_has_gives_no_rows(harbour):
    assert table(harbour, "quotes", status="rejected").frame.empty
    assert table(harbour, "quotes", speaker="ambulance_service").frame.empty


@pytest.mark.parametrize(
    ("name", "values", "message"),
    [
        ("quote", {}, f'table: found "quote"; allowed: {", ".join(TABLES)}; nearest: "quotes"'),
        (
            "utterances",
            {"speaker": "controler"},
            (
                'speaker: found "controler"; allowed: harbour_master, port_authority, controller, ferry_company, '
                'ambulance_service, gazette_paper, dock_worker, locals, radio_recording, port_log; nearest: "controller"'
            ),
        ),
        ("taxonomy", {"termm": "tug"}, 'column: found "termm"; allowed: term, broader, kind; nearest: "term"'),
        ("taxonomy", {"kind": "person"}, 'kind: found "person"; allowed: place, category, identity'),
    ],
)
def test_a_word_that_does_not_exist_is_told_with_the_nearest(harbour, name, values, message):
    with pytest.raises(ValueError, match="found") as caught:
        table(harbour, name, **values)
    assert str(caught.value) == message


def test_only_keeps_the_rows_that_hold_every_value():
    frame = pd.DataFrame({"a": ["x", "y", "x"], "b": ["1", "1", "2"]})
    assert only(frame, {}, a="x", b="1").index.tolist() == [0]
    assert only(frame, {"a": ["z"]}, a="z").empty


def test_the_message_for_an_unknown_word():
    assert (
        unknown("fruit", "appel", ["apple", "pear"]) == 'fruit: found "appel"; allowed: apple, pear; nearest: "apple"'
    )


def test_choices_too_many_to_list_are_described():
    assert unknown("fruit", "appel", ["apple"], "a fruit") == 'fruit: found "appel"; allowed: a fruit; nearest: "apple"'


def test_the_data_of_a_chart_is_its_table():
    rows = pd.DataFrame({"outlet": ["Ansel Gazette"], "quotes": [4]})
    chart = figure(alt.Chart(rows).mark_bar(), name="Quotes", description="Bars.", finding="Four.", table=rows)
    shown = data(chart)
    assert shown.caption == "The data of the chart: Quotes"
    pd.testing.assert_frame_equal(shown.frame, rows)
