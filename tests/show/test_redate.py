from datetime import date

import pytest

from kit.show.redate import redate
from kit.show.table import Table
from tests.built import article, built

NASTY = "</script>\"'] } ${datum.x} \\"


def _case(basis="assumed"):
    return built(
        articles=[{**article("a", NASTY), "published": "2031-03-17", "published_basis": basis}],
        events=[{"event": "crash", "title": NASTY, "kind": "x"}],
        reports=[
            {"report": "r", "article": "a", "event": "crash", "earliest": "2031-03-15", "latest": "2031-03-15",
             "precision": "day", "basis": "resolved", "expression": "on Saturday", "start": 1, "end": 9,
             "asserted_by": "outlet"},
        ],
    )  # fmt: skip


@pytest.fixture
def still(monkeypatch):
    monkeypatch.setenv("KIT_STATIC", "1")


@pytest.fixture
def live(monkeypatch):
    monkeypatch.delenv("KIT_STATIC", raising=False)


def test_a_page_tells_what_a_day_and_a_week_would_move(still):
    told = redate(_case())
    assert told.frame.to_dict("records") == [
        {
            "article": NASTY, "words": "“on Saturday”", "placings": 1, "placed now": "Sat 15 Mar 2031",
            "were it a day later": "Sat 15 Mar 2031", "were it a week later": "Sat 22 Mar 2031",
        }
    ]  # fmt: skip
    assert "2031-03-17, the day assumed" in told.caption
    assert "</script>" not in told.html()


def test_placings_of_the_same_words_are_one_row(still, harbour):
    assert redate(harbour).frame["placings"].tolist() == [1]


@pytest.mark.usefixtures("live")
def test_nothing_is_assumed():
    shown = redate(_case("stated"))
    assert isinstance(shown, Table)
    assert "nothing can move" in shown.caption


def _parts(widget):
    row, said, shown = widget.children
    return *row.children, said, shown


def test_another_day_draws_again_and_the_button_takes_it_back(live):
    picker, back, said, shown = _parts(redate(_case()))
    chart, table = shown.outputs
    assert "Table: 0 placings moved" in table["data"]["text/plain"]
    picker.value = date(2031, 3, 25)
    assert "Table: 1 placing moved: published on 2031-03-25" in shown.outputs[1]["data"]["text/plain"]
    assert shown.outputs[0] != chart
    assert not said.value
    back.click()
    assert picker.value == date(2031, 3, 17)
    assert shown.outputs == (chart, table)


def test_a_day_that_no_case_can_hold_is_refused(live):
    picker, _, said, shown = _parts(redate(_case()))
    before = shown.outputs
    picker.value = date(9, 1, 1)
    assert "allowed: a date" in said.value
    assert shown.outputs == before
    picker.value = None
    assert not said.value
