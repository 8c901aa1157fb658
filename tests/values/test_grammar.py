from datetime import date, datetime
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit import values

RIGHT = {
    "quantity": ["10", "~10", ">=10", "<=10", ">10", "<10", "8..12", "8..8", "2.5", "several", "few", "plural",
                 "10 car", "plural motor_car"],
    "time": [
        "2025-10-04", "2025-10-04T18:00", "2025-10-04T18:00:30Z", "2025-10-04T18:00+01:00", "2025-10-04/2025-10-05",
        "../2025-10-04", "2025-10-04T18:00/..", "2025-10-04T18:00/2025-10-04", "../..",
    ],
    "place": ["north_pier"],
    "category": ["ferry"],
    "identity": ["harbour_master"],
    "set": ["crew", "crew;passengers"],
    "boolean": ["yes", "no"],
    "order": ["before:crash", "after:crash"],
    "sequence": ["u_clear>u_hold", "a>b>c"],
    "name": ["Marigold", "X"],
    "label": ["“paper boat”"],
}  # fmt: skip
WRONG = {
    "quantity": ["", "ten", "10 ", "=10", "10-12", "12..", "~8..12", "٣", "1e3", "-1", "10 Car", "10  car", "10 car van"],
    "time": [
        "", "Friday", "2025-02-30", "2025-10", "20251004", "2025-W40-6", "2025-10-04 18:00", "2025-10-04T25:00",
        "..", "2025-10-04/", "a/b", "9999-12-31", "0999-01-01/2025-10-04", "2025-10-04/2025-10-05/2025-10-06",
    ],
    "place": ["", "North", "a;b", "a b"],
    "category": ["2", "a>b"],
    "identity": ["Ann"],
    "set": ["", "a;", "a; b", "a,b"],
    "boolean": ["", "Yes", "true", "1", "yes/no"],
    "order": ["crash", "before:", "before:Crash", "during:crash"],
    "sequence": ["a", "a>", "a;b", "a > b"],
    "name": ["", " ", " Marigold", "a\nb"],
    "label": ["", "label "],
}  # fmt: skip


def test_every_type_has_one_grammar():
    assert set(values.GRAMMAR) == set(get_args(values.ValueType)) == set(RIGHT) == set(WRONG)


@pytest.mark.parametrize(("value_type", "value"), [(t, v) for t, all_ in RIGHT.items() for v in all_])
def test_a_value_written_as_its_type_is_accepted(value_type, value):
    assert values.wrong(value, value_type) is None


@pytest.mark.parametrize(("value_type", "value"), [(t, v) for t, all_ in WRONG.items() for v in all_])
def test_a_value_not_written_as_its_type_is_told_what_is_allowed(value_type, value):
    assert values.wrong(value, value_type) == values.GRAMMAR[value_type].words


@pytest.mark.parametrize(
    ("value_type", "value"),
    [
        ("quantity", "12..8"),
        ("quantity", "10..9.5"),
        ("time", "2025-10-05/2025-10-04"),
        ("time", "2025-10-04T18:00-05:00/2025-10-04T19:00+02:00"),
    ],
)
def test_a_range_has_its_lower_side_first(value_type, value):
    assert values.wrong(value, value_type) == f"{values.GRAMMAR[value_type].words}; the lower side first"


@given(st.text(max_size=40), st.sampled_from(get_args(values.ValueType)))
def test_any_text_is_right_or_told_why_not(value, value_type):
    assert values.wrong(value, value_type) is None or values.wrong(value, value_type).startswith(
        values.GRAMMAR[value_type].words
    )


@given(st.dates(date(1000, 1, 1), date(9998, 12, 31)))
def test_every_day_is_read_back(day):
    assert values.instant(day.isoformat()) == day


@given(st.datetimes(datetime.fromisoformat("1000-01-01"), datetime.fromisoformat("9998-12-31")))
def test_every_minute_is_read_back(moment):
    minute = moment.isoformat(timespec="minutes")
    assert values.instant(minute).isoformat(timespec="minutes") == minute


@pytest.mark.parametrize(
    ("value", "value_type", "named"),
    [
        ("crew;passengers", "set", ["crew", "passengers"]),
        ("u_clear>u_hold", "sequence", ["u_clear", "u_hold"]),
        ("before:crash", "order", ["crash"]),
        ("after:crash", "order", ["crash"]),
        ("north_pier", "place", ["north_pier"]),
        (">=10", "quantity", []),
        (">=10 car", "quantity", ["car"]),
        ("a;b", "label", []),
    ],
)
def test_the_ids_a_value_names(value, value_type, named):
    assert values.names(value, value_type) == named


@pytest.mark.parametrize(
    ("earliest", "latest", "reverse"),
    [
        ("2025-10-04", "2025-10-04", False),
        ("2025-10-05", "2025-10-04T18:00", True),
        ("2025-10-04T18:00", "2025-10-04", False),
        ("2025-10-04T19:00+02:00", "2025-10-04T18:00Z", False),
        ("2025-10-04T18:00Z", "2025-10-04T19:00+02:00", True),
        ("2025-10-04T18:00:30Z", "2025-10-04T20:00+02:00", False),
        ("2025-10-04T18:00:30Z", "2025-10-04T18:00:29Z", True),
        ("2025-10-04T18:00Z", "2025-10-04T18:00:30", False),
    ],
)
def test_a_range_with_offsets_is_compared_as_moments(earliest, latest, reverse):
    assert values.backwards(earliest, latest) is reverse
