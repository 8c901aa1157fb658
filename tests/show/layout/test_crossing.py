import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.show.layout.crossing import HEIGHT, LINES, SIDE, Words, crossing, drawn, turning
from tests.built import article, built, expressions

TOP = 44


def _laid(words, columns=3):
    names = [f"Outlet {i}" for i in range(columns)]
    cells = [
        {"row": row, "column": i % columns, "head": "1", "words": each, "fill": "#ffffff"} for row, each in enumerate(words)
        for i in range(2)
    ]  # fmt: skip
    rows = pd.DataFrame({"label": [f"Row {i}" for i in range(len(words))]})
    return crossing(pd.DataFrame({"name": names, "outlet": names}), rows, pd.DataFrame(cells), TOP)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.text("ab ", max_size=300), min_size=1, max_size=40), st.integers(1, 30))
def test_rows_fill_pages_without_meeting(words, columns):
    laid = _laid(words, columns)
    assert laid.rows["row"].tolist() == list(range(len(words)))
    assert laid.rows["page"].is_monotonic_increasing
    for _, page in laid.rows.groupby("page"):
        assert (page["y2"].to_numpy()[:-1] < page["y"].to_numpy()[1:]).all()
        assert page["y2"].max() - page["y"].min() <= HEIGHT
    assert laid.rows["y2"].max() < laid.height
    assert laid.cells["text"].str.count("\n").max() < LINES
    assert laid.columns.groupby("turn").size().max() <= SIDE
    for _, turn in laid.columns.groupby("turn"):
        assert (turn["x2"].to_numpy()[:-1] < turn["x"].to_numpy()[1:]).all()


def test_menus_only_where_there_is_more_than_one_page():
    bound = {each.name for each in turning("m", _laid(["x"]), {"row": 0}) if "bind" in each.to_dict()}
    assert bound == set()
    bound = {each.name for each in turning("m", _laid(["x"] * 30, 9), {"row": 0}) if "bind" in each.to_dict()}
    assert bound == {"m_page", "m_turn"}


def test_what_belongs_to_no_row_is_no_choice():
    (choice, *_) = turning("m", _laid(["x"]), {"row": 0, "column": 1})
    told = choice.to_dict()["select"]
    assert told["fields"] == ["row", "column"]
    assert "isNumber(event.item.datum.row) && isNumber(event.item.datum.column)" in told["on"]


def test_the_frame_of_marked_cells():
    case = built(articles=[article(f"a{i}", f"Outlet {i}") for i in range(3)])
    plain, framed = (
        drawn(case, _laid(["x"]), "m", Words("row", ["key"], [], marked)).to_dict() for marked in ("", "datum.head === '1'")
    )  # fmt: skip
    assert "datum.head === '1'" not in expressions(plain)
    assert "datum.head === '1'" in set(expressions(framed))
    assert len(framed["layer"]) == len(plain["layer"]) + 1
