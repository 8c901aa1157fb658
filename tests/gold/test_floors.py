"""The finders on the gold articles: no figure falls below its floor."""

import importlib
import inspect
import tomllib
import warnings
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

import kit.find
from tests.gold.annotation import articles
from tests.gold.scoring import MEASURES, Finders, measure

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text("utf-8"))
ROOM = 0.03  # a figure so far above its floor is worth pinning; below that, one changed word moves some measures


def finder(name):
    """The rules' own function of that name; one that finds nothing while it is not built."""
    found = getattr(kit.find, name, None)
    if not callable(found):  # a package of rules, which has its function inside
        found = (
            getattr(importlib.import_module(f"kit.find.{name}"), name, lambda _: [])
            if find_spec(f"kit.find.{name}")
            else None
        )
    if found is None:
        return lambda *_: []
    dated = "published" in inspect.signature(found).parameters
    return lambda text, published=None: found(text, published) if dated else found(text)


@cache
def figures():
    return measure(articles(), Finders(finder("quotes"), finder("times"), finder("hedges")))


def test_every_measure_has_a_floor_and_every_floor_a_measure():
    assert list(FLOORS) == list(MEASURES), "floors.toml names each measure of scoring.py once, in its order"
    assert all(0 <= floor <= 1 for floor in FLOORS.values())


@pytest.mark.parametrize("name", MEASURES)
@pytest.mark.filterwarnings("default:.*raise the floor")
def test_no_figure_falls_below_its_floor(name):
    figure, floor = figures()[name], FLOORS[name]
    assert figure >= floor, f"{name} ({MEASURES[name]}): {figure}, below its floor of {floor}"
    if figure >= floor + ROOM:
        warnings.warn(f"{name}: {figure} against a floor of {floor}: raise the floor", stacklevel=1)
