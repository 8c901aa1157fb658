from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit import case as cases
from kit.compare.redating import MOVED, moved, redated
from kit.compare.resolving import Placing, resolved
from tests.built import article, built

MONDAY = "2031-03-17"


def _case(*reports, claims=(), basis="assumed"):
    """Reports of one article of a Monday, each ``(expression, earliest, latest, precision, basis)``."""
    paper = {**article("a", "Gazette"), "published": MONDAY, "published_basis": basis}
    known = {"article": "a", "event": "crash", "asserted_by": "outlet"}
    return built(
        articles=[paper, {**article("b", "Courier"), "published": MONDAY, "published_basis": "stated"}],
        events=[{"event": "crash", "title": "The crash", "kind": "x"}],
        reports=[
            {**known, "report": f"r{i}", "expression": words, "earliest": first, "latest": last, "precision": precision,
             "basis": how, "start": 10 * i, "end": 10 * i + 8}
            for i, (words, first, last, precision, how) in enumerate(reports)
        ],
        questions=[{"question": "day", "text": "When?", "value_type": "time", "single": True, "group": "g"}],
        claims=[
            {"claim": f"c{i}", "article": "a", "question": "day", "value": value, "statement": "s", "asserted_by": "outlet",
             "in_quotation": False, "hedge_class": "flat", "start": start, "end": start + 3, "primary": True,
             "status": "accepted"}
            for i, (value, start) in enumerate(claims)
        ],
    )  # fmt: skip


def _ends(case, day):
    rows = redated(case, day).reports[["earliest", "latest", "precision"]].astype(object)
    return [tuple(row) for row in rows.where(rows.notna(), None).to_numpy().tolist()]


def day(words, when, how="resolved", precision="day"):
    return (words, when, when, precision, how)


@pytest.mark.parametrize(
    ("new", "saturday"),
    [
        ("2031-03-18", "2031-03-15"),
        ("2031-03-15", "2031-03-15"),
        ("2031-03-14", "2031-03-08"),
        ("2031-03-24", "2031-03-22"),
    ],
)
def test_a_weekday_is_the_last_up_to_the_new_day(new, saturday):
    assert _ends(_case(day("on Saturday", "2031-03-15")), new) == [(saturday, saturday, "day")]


def test_a_weekday_some_weeks_off_stays_as_many_off():
    case = _case(day("Saturday week", "2031-03-08"), day("next Saturday", "2031-03-22"))
    assert [ends[0] for ends in _ends(case, "2031-03-24")] == ["2031-03-15", "2031-03-29"]


@pytest.mark.parametrize(
    ("report", "found"),
    [
        (day("yesterday", "2031-03-16"), ("2031-03-18", "2031-03-18", "day")),
        (day("three days ago", "2031-03-14"), ("2031-03-16", "2031-03-16", "day")),
        (("Since Friday", "2031-03-14", MONDAY, "day", "resolved"), ("2031-03-14", "2031-03-19", "day")),
        (("the weekend", "2031-03-15", "2031-03-16", "day", "resolved"), ("2031-03-15", "2031-03-16", "day")),
        (("last week", "2031-03-10", "2031-03-16", "week", "resolved"), ("2031-03-10", "2031-03-16", "week")),
        (("last month", "2031-02-01", "2031-02-28", "month", "resolved"), ("2031-02-01", "2031-02-28", "month")),
        (("today at six", "2031-03-17T18:00", "2031-03-17T18:00", "hour", "resolved"),
         ("2031-03-19T18:00", "2031-03-19T18:00", "hour")),
        (("on 9 March", "2031-03-09", "2031-03-09", "day", "stated"), ("2031-03-09", "2031-03-09", "day")),
        (("at Easter", "2031-03-13", "2031-03-13", "day", "resolved"), (None, None, "unresolved")),
        (("Friday", "2031-03-13", "2031-03-13", "day", "resolved"), (None, None, "unresolved")),  # it is a Thursday
        (("the day after", "2031-03-13", "2031-03-13", "day", "inferred"), (None, None, "unresolved")),
        (("recently", None, None, "unresolved", "inferred"), (None, None, "unresolved")),
    ],
)  # fmt: skip
def test_two_days_later(report, found):
    assert _ends(_case(report), "2031-03-19") == [found]


def test_whole_months_and_years_stay_whole():
    case = _case(
        ("last month", "2031-02-01", "2031-02-28", "month", "resolved"),
        ("last year", "2030-01-01", "2030-12-31", "year", "resolved"),
        ("this year", "2031-01-01", MONDAY, "year", "resolved"),
    )
    assert [ends[:2] for ends in _ends(case, "2032-04-05")] == [
        ("2032-03-01", "2032-03-31"), ("2031-01-01", "2031-12-31"), ("2032-01-01", "2032-04-05"),
    ]  # fmt: skip


def test_what_was_inferred_moves_with_what_it_rests_on():
    case = _case(
        day("on Saturday", "2031-03-15"), day("Today", "2031-03-15", "inferred"),
        ("that night", "2031-03-15T20:00", "2031-03-16T05:00", "part-of-day", "inferred"),
    )  # fmt: skip
    assert [ends[:2] for ends in _ends(case, "2031-03-23")] == [
        ("2031-03-22", "2031-03-22"), ("2031-03-22", "2031-03-22"), ("2031-03-22T20:00", "2031-03-23T05:00"),
    ]  # fmt: skip
    assert redated(case, "2031-03-18").reports.equals(case.reports)  # its Saturday is the same


def test_what_rests_on_a_stated_day_stays():
    case = _case(day("on 15 March", "2031-03-15", "stated"), day("then", "2031-03-15", "inferred"))
    assert moved(case, redated(case, "2031-04-01")).empty


def test_claims_move_with_the_words_they_share():
    case = _case(
        day("on Saturday", "2031-03-15"),
        claims=[
            ("2031-03-15", 3),
            ("2031-03-15/..", 3),
            ("2031-03-14", 3),
            ("2031-03-15", 60),
            ("2031-03-15T18:00", 3),
        ],
    )
    assert redated(case, "2031-03-23").claims["value"].tolist() == [
        "2031-03-22", "2031-03-22/..", "2031-03-14", "2031-03-15", "2031-03-22T18:00",
    ]  # fmt: skip


def test_a_stated_date_cannot_be_changed():
    with pytest.raises(ValueError, match="b: its date of publication is not assumed"):
        redated(_case(), {"b": "2031-03-18"})


@pytest.mark.parametrize("wanted", [{"aa": "2031-03-18"}, "tomorrow", {"a": "2031-02-30"}])
def test_what_cannot_be_a_date_or_an_article(wanted):
    with pytest.raises(ValueError, match="found"):
        redated(_case(), wanted)


def test_the_end_of_time_is_unresolved():
    assert _ends(_case(day("tomorrow", "2031-03-18")), "9998-12-31") == [(None, None, "unresolved")]


def test_one_article_alone(harbour):
    again = redated(harbour, {"courier": "2031-03-23"})
    told = moved(harbour, again)
    assert told.columns.tolist() == list(MOVED)
    assert told[["report", "outlet", "earliest", "new_earliest"]].to_numpy().tolist() == [
        ["courier_r01", "Strand Courier", "2031-03-14T18:00", "2031-03-21T18:00"]
    ]
    assert again.articles["published"].tolist() == ["2031-03-15", "2031-03-23", "2031-03-17T09:30"]
    assert again.about == harbour.about


def test_one_day_for_all_is_the_new_assumption(harbour):
    assert redated(harbour, "2031-03-23").about.assumptions[0].value == "2031-03-23"
    assert harbour.reports.equals(redated(redated(harbour, "2031-03-23"), "2031-03-16").reports)


@pytest.mark.parametrize("name", ["harbour", "chicago"])
def test_the_same_day_is_the_same_case(name, harbour):
    case = harbour if name == "harbour" else cases.open("chicago")
    (assumed,) = set(case.articles.loc[case.articles["published_basis"] == "assumed", "published"])
    again = redated(case, assumed)
    assert again.about == case.about
    for table, frame in case.tables.items():
        pd.testing.assert_frame_equal(again.tables[table], frame)


def test_every_row_of_chicago_follows_from_its_words():
    """Resolved again for the day it has, each row gives what was curated."""
    case = cases.open("chicago")
    for _, rows in case.reports[case.reports["article"] != "betrayed"].groupby("article"):
        columns = rows[list(Placing._fields)].astype(object)
        placings = [Placing(*row) for row in columns.where(columns.notna(), None).itertuples(index=False)]
        found = resolved(placings, date(2025, 10, 6), date(2025, 10, 6))
        assert found == {each.report: (each.earliest, each.latest) for each in placings if each.earliest}


days = st.dates(date(2030, 1, 1), date(2032, 12, 31))
words = st.sampled_from(["on Saturday", "Friday", "over the weekend", "yesterday", "Since Sunday", "then", "last week"])


@settings(deadline=None)
@given(
    days,
    days,
    st.lists(st.tuples(words, st.integers(0, 9), st.integers(0, 3), st.sampled_from(["resolved", "inferred"]))),
)
def test_the_same_day_again_and_there_and_back(old, new, rows):
    placings = [
        Placing(f"r{i}", str(old - timedelta(ago)), str(old - timedelta(ago) + timedelta(long)), "day", basis, said, i, i + 1)
        for i, (said, ago, long, basis) in enumerate(rows)
    ]  # fmt: skip
    ends = {each.report: (each.earliest, each.latest) for each in placings}
    found = resolved(placings, old, old)
    assert {report: each for report, each in found.items() if each} == {r: ends[r] for r, each in found.items() if each}
    there = resolved(placings, old, new)
    assert list(there) == [each.report for each in sorted(placings, key=lambda each: each.report)]
    for each in placings:
        first, last = there[each.report] or (None, None)
        assert not first or first <= last
        if each.basis == "resolved" and first and "Saturday" in each.expression:
            assert date.fromisoformat(first).weekday() == 5
            assert (new - date.fromisoformat(first)).days // 7 == (old - date.fromisoformat(each.earliest)).days // 7
    assert resolved(placings[::-1], old, new) == there
