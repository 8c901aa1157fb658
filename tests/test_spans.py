import hashlib
import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit import spans
from kit.spans import Stretch


@st.composite
def in_reading_order(draw):
    """Stretches that do not overlap, touching ones included."""
    places = draw(st.lists(st.integers(1, 40), min_size=2, max_size=12).filter(lambda gaps: len(gaps) % 2 == 0))
    at, found = 0, []
    for before, length in zip(places[::2], places[1::2], strict=True):
        start = at + before - 1
        at = start + length
        found.append(Stretch(start, at))
    return tuple(found)


@given(in_reading_order())
def test_parsing_what_was_written_gives_the_same_stretches(stretches):
    assert spans.parse(spans.written(stretches)) == stretches


@given(in_reading_order())
def test_writing_what_was_parsed_gives_the_same_cell(stretches):
    cell = spans.written(stretches)
    assert spans.written(spans.parse(cell)) == cell


@given(st.text(min_size=1), st.data())
def test_slicing_one_stretch_is_slicing_the_text(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert spans.sliced(text, [Stretch(start, end)]) == text[start:end]


@given(in_reading_order(), st.text(min_size=600, max_size=600))
def test_split_words_are_joined_by_one_space(stretches, text):
    assert spans.sliced(text, stretches).split(" ") == " ".join(text[a:b] for a, b in stretches).split(" ")


def test_offsets_count_code_points_not_bytes():
    assert spans.sliced("🚢 é “ahoy”", [Stretch(5, 9)]) == "ahoy"


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("", "written as start-end;start-end, such as 12-40;55-80"),
        ("12", "written as start-end;start-end, such as 12-40;55-80"),
        ("12-40; 55-80", "written as start-end;start-end, such as 12-40;55-80"),
        ("-1-4", "written as start-end;start-end, such as 12-40;55-80"),
        ("1-4\n", "written as start-end;start-end, such as 12-40;55-80"),
        ("٣-٤", "written as start-end;start-end, such as 12-40;55-80"),
        ("40-40", "every stretch ends after it starts"),
        ("40-12", "every stretch ends after it starts"),
        ("12-40;39-50", "stretches in reading order that do not overlap"),
        ("55-80;12-40", "stretches in reading order that do not overlap"),
    ],
)
def test_a_cell_that_is_not_written_so_is_refused(cell, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        spans.parse(cell)


@given(st.text(max_size=30))
def test_any_text_is_parsed_or_refused_and_nothing_else(cell):
    with suppress(ValueError):
        assert spans.parse(spans.written(spans.parse(cell))) == spans.parse(cell)


def test_touching_stretches_do_not_meet():
    assert not Stretch(0, 4).meets(Stretch(4, 8))
    assert Stretch(0, 5).meets(Stretch(4, 8))


def test_a_stretch_holds_itself_and_what_lies_inside():
    assert Stretch(2, 9).holds(Stretch(2, 9))
    assert Stretch(2, 9).holds(Stretch(3, 4))
    assert not Stretch(2, 9).holds(Stretch(8, 10))


def test_crossing_names_each_later_stretch_with_the_earlier_one():
    assert spans.crossing([Stretch(10, 20), Stretch(0, 5), Stretch(19, 30), Stretch(12, 14)]) == [(3, 0), (2, 0)]
    assert spans.crossing([Stretch(4, 8), Stretch(0, 4)]) == []


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda t: Stretch(t[0], t[0] + t[1])), max_size=12)
)
def test_crossing_finds_something_exactly_when_two_stretches_meet(stretches):
    pairs = [(a, b) for i, a in enumerate(stretches) for b in stretches[:i]]
    found = spans.crossing(stretches)
    assert bool(found) == any(a.meets(b) for a, b in pairs)
    assert all(stretches[i].meets(stretches[j]) for i, j in found)


def test_a_text_is_recognised_by_the_sha256_of_its_bytes():
    assert spans.sha256(b"ahoy\n") == hashlib.sha256(b"ahoy\n").hexdigest()
