from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.values import canonical, parse, printed
from kit.values.parsed import Range

NUMBER = st.one_of(st.integers(0, 10**6).map(str), st.decimals(0, 1000, places=2).map(lambda n: f"{n:f}"))
TERM = st.from_regex(r"[a-z][a-z0-9_]{0,6}", fullmatch=True)
DAY = st.dates(date(1600, 1, 1), date(2900, 1, 1))
MOMENT = st.one_of(
    DAY.map(lambda d: d.isoformat()),
    st.datetimes(datetime.fromisoformat("1600-01-01"), datetime.fromisoformat("2900-01-01")).map(
        lambda d: d.isoformat(timespec="minutes")
    ),
)
VALUES = {
    "quantity": st.one_of(
        st.builds("{}{}".format, st.sampled_from(["", "~", ">=", "<=", ">", "<"]), NUMBER),
        st.sampled_from(["several", "few", "plural", "3 car", "~4 car"]),
        st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda n: f"{min(n)}..{max(n)}"),
    ),
    "time": st.one_of(MOMENT, MOMENT.map("../{}".format), MOMENT.map("{}/..".format), st.just("../..")),
    "set": st.lists(TERM, min_size=1, max_size=4).map(";".join),
    "order": st.builds("{}:{}".format, st.sampled_from(["before", "after"]), TERM),
    "sequence": st.lists(TERM, min_size=2, max_size=5).map(">".join),
    "boolean": st.sampled_from(["yes", "no"]),
    "category": TERM,
    "name": st.text(min_size=1).filter(lambda t: t == t.strip() and len(t.splitlines()) == 1),
    "label": st.text(min_size=1).filter(lambda t: t == t.strip() and len(t.splitlines()) == 1),
}
TYPED = st.sampled_from(sorted(VALUES)).flatmap(lambda kind: st.tuples(st.just(kind), VALUES[kind]))


@given(TYPED)
def test_what_is_printed_is_read_as_the_same_value(typed):
    kind, cell = typed
    value = parse(cell, kind, UTC)
    assert parse(printed(value, kind, UTC), kind, UTC) == value
    assert canonical(canonical(cell, kind), kind) == canonical(cell, kind)


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("quantity", "10", "10.0"), ("quantity", "8..8", "8"), ("quantity", "~10 car", "~10.0 car"), ("set", "b;a", "a;b;a"),
        ("name", "Marigold", "MARIGOLD"), ("name", "O'Hara", "O’Hara"), ("label", "angry  mob", "Angry mob"),
        ("time", "2031-03-14/2031-03-14", "2031-03-14"), ("time", "2031-03-14T18:00Z", "2031-03-14T19:00+01:00"),
        ("time", "2031-03-14T00:00/2031-03-14T23:59", "2031-03-14"),
    ],
)  # fmt: skip
def test_equal_answers_share_one_form(kind, one, other):
    assert canonical(one, kind) == canonical(other, kind)


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [("quantity", "10", "~10"), ("quantity", ">1", ">=1"), ("quantity", "10 car", "10"), ("label", "mob", "mobs"), ("label", "no. units", "no units"),
     ("name", "A-B", "A B"), ("sequence", "a>b", "b>a"), ("time", "2031-03-14", "2031-03-14/..")],
)  # fmt: skip
def test_other_answers_do_not(kind, one, other):
    assert canonical(one, kind) != canonical(other, kind)


def test_a_time_without_an_offset_is_told_in_the_zone_of_the_case():
    there = ZoneInfo("America/Chicago")
    assert parse("2031-03-14T18:00", "time", there) == parse("2031-03-14T23:00Z", "time", UTC)
    assert parse("2031-03-14", "time", there) != parse("2031-03-14", "time", UTC)


def test_a_day_in_which_clocks_change_is_still_one_day():
    there = ZoneInfo("America/Chicago")
    day = parse("2025-11-02", "time", there)
    assert day.until - day.since == 25 * 3600
    assert printed(day, "time", there) == "2025-11-02"


@pytest.mark.parametrize(
    ("cell", "length"), [("2025-11-02T01:59", 60), ("2025-11-02T01:59:59", 1), ("2025-03-09T01:59", 60)]
)
def test_the_minute_before_clocks_change_is_still_one_minute(cell, length):
    minute = parse(cell, "time", ZoneInfo("America/Chicago"))
    assert minute.until - minute.since == length


@pytest.mark.parametrize(
    ("zone", "cell"),
    [
        ("America/Havana", "2025-11-02T00:00-05:00/.."),  # the second midnight of that day
        ("America/Havana", "2025-11-02"),
        ("America/Chicago", "1770-03-05T21:00"),  # an offset with seconds
        ("America/Sao_Paulo", "2018-11-04"),  # a day that begins at one
    ],
)
def test_a_time_is_read_back_in_the_zone_it_was_printed_in(zone, cell):
    there = ZoneInfo(zone)
    value = parse(cell, "time", there)
    assert parse(printed(value, "time", there), "time", there) == value


@pytest.mark.parametrize(
    ("cell", "low", "high"),
    [
        ("~10", 9, 11),
        ("~50", 45, 55),
        ("~0", 0, 1),
        ("8..12", 8, 12),
        ("<=10", 0, 10),
        ("plural", 2, float("inf")),
        ("few", 2, 5),
    ],
)
def test_a_quantity_is_taken_for_an_interval(cell, low, high):
    taken = parse(cell, "quantity").taken
    assert (taken.low, taken.high) == (low, high)


def test_open_ends_are_no_part_of_an_interval():
    assert not parse(">10", "quantity").taken.meets(parse("10", "quantity").taken)
    assert not Range(1, 2, high_open=True).meets(Range(2, 3))
    assert Range(1, 2).meets(Range(2, 3))
    assert not Range(1, 2, high_open=True).holds(Range(1, 2))


@pytest.mark.parametrize(("kind", "cell"), [("quantity", "ten"), ("time", "Friday"), ("boolean", "maybe")])
def test_a_value_of_another_form_is_refused_with_what_is_allowed(kind, cell):
    with pytest.raises(ValueError, match=rf'^{kind}: found "{cell}"; allowed: '):
        parse(cell, kind)
