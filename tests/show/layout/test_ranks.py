from hypothesis import given
from hypothesis import strategies as st

from kit.show.layout.ranks import packed, ranked, steps

pairs = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]))


@given(st.permutations("abcdefgh"), pairs)
def test_what_is_above_stands_above(line, pairs):
    above = [(line[i], line[j]) for i, j in pairs]
    found = ranked(line, above)
    assert sorted(found) == sorted(line)
    assert all(found.index(a) < found.index(b) for a, b in above)
    assert found == ranked(sorted(line), above[::-1])


def test_a_circle_stands_together():
    found = ranked("abcd", [("a", "b"), ("b", "c"), ("c", "b"), ("c", "d")])
    assert found == ["a", "b", "c", "d"]


def test_what_is_joined_most_comes_first():
    assert ranked("abcdef", [("e", "f"), ("f", "d")], [("a", "b")])[:3] == ["e", "f", "d"]


def test_what_an_order_puts_above():
    rows = [("a", "b", "before"), ("c", "d", "ends"), ("e", "f", "simultaneous"), ("a", "b", "includes")]
    assert steps(rows) == [("a", "b"), ("d", "c")]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(1, 3))))
def test_lines_never_meet(lines):
    places = packed(lines)
    taken = [
        (place, row)
        for (first, last, width), at in zip(lines, places, strict=True)
        for place in range(at, at + width)
        for row in range(min(first, last), max(first, last) + 1)
    ]
    assert len(taken) == len(set(taken))
