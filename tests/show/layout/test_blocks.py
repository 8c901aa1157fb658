from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kit.show.layout.blocks import CUT, GAP, LEAST, blocks


def test_blocks_follow_each_other_in_a_line():
    assert blocks([("a", 12), ("b", 3), ("c", 10)], 60) == [
        ("a", 0, 12, 0, 0), ("b", 0, 3, 0, 12 + GAP), ("c", 0, 10, 0, 12 + LEAST + 2 * GAP),
    ]  # fmt: skip


def test_a_block_goes_on_in_the_next_line():
    assert blocks([("a", 30), ("b", 40)], 60) == [("a", 0, 30, 0, 0), ("b", 0, 28, 0, 32), ("b", 28, 12, 1, 0)]


def test_no_small_rest_stands_alone():
    assert blocks([("a", 30), ("b", 30)], 60)[1:] == [("b", 0, 30 - CUT, 0, 32), ("b", 30 - CUT, CUT, 1, 0)]
    assert blocks([("a", 55), ("b", 20)], 60)[1:] == [("b", 0, 20, 1, 0)]


@given(st.lists(st.integers(1, 150), max_size=12), st.integers(2 * CUT + LEAST, 80))
def test_every_column_stands_once_inside_its_line(sizes, room):
    placed = blocks([(str(i), size) for i, size in enumerate(sizes)], room)
    for i, size in enumerate(sizes):
        mine = [(block.first, block.first + block.size) for block in placed if block.group == str(i)]
        assert mine[0][0] == 0
        assert mine[-1][1] == size
        assert all(a[1] == b[0] for a, b in pairwise(mine))
    assert all(block.column + block.size <= room for block in placed)
    starts = [(block.line, block.column) for block in placed]
    assert starts == sorted(set(starts))
