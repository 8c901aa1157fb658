"""The types of differences on the hand-typed ones: no figure falls below its floor."""

import tomllib
import warnings
from collections import Counter
from pathlib import Path

import pytest

from kit.compare.kinds import TYPES
from tests.gold.changes_scoring import PAIRS, READ, UNREAD, f1

FLOORS = tomllib.loads(Path(__file__).with_name("changes.toml").read_text("utf-8"))
ROOM = 0.03


def test_three_hundred_differences_of_every_type():
    counts = Counter(each["type"] for pair in PAIRS for each in pair["differences"])
    assert set(counts) == set(TYPES)
    assert sum(counts.values()) >= 300
    assert min(counts.values()) >= 15


def test_words_stand_in_their_wordings():
    for pair in PAIRS:
        for each in pair["differences"]:
            assert each["words_a"] in pair["a"]
            assert each["words_b"] in pair["b"]


@pytest.mark.parametrize("name", FLOORS)
@pytest.mark.filterwarnings("default:.*raise the floor")
def test_no_figure_falls_below_its_floor(name):
    figure = f1(READ if name.startswith("read") else UNREAD, exact=name.endswith("exact"))
    assert figure >= FLOORS[name], f"{name}: {figure}, below its floor of {FLOORS[name]}"
    if figure >= FLOORS[name] + ROOM:
        warnings.warn(f"{name}: {figure} against a floor of {FLOORS[name]}: raise the floor", stacklevel=1)
