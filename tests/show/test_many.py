"""Every chart on a case that is too large for it: it says what it leaves out, and its size stays small."""

import json

import pytest

from benchmarks.generated import Sizes, make
from kit import case as cases
from kit.show.answers import answers
from kit.show.chains import chains
from kit.show.coverage import coverage
from kit.show.drift import drift
from kit.show.figure import table_of
from kit.show.maps import maps
from kit.show.naming import naming
from kit.show.only_quoted import only_quoted
from kit.show.voices import voices
from kit.show.wordings import wordings

LIMIT = 600_000
"""Characters of a specification with its table; ten times the articles may not make it ten times as large."""


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """60 articles of 60 outlets, 3,000 claims on 100 questions."""
    return cases.open(make(tmp_path_factory.mktemp("many"), Sizes(60, 3000, 100)))


@pytest.mark.parametrize(
    ("chart", "said"),
    [
        (maps, "; the first 8 are drawn."),
        (voices, "a column each have the first 6 of 60 outlets."),
        (naming, "The first 8 of 60 outlets are drawn."),
        (wordings, "Drawn, and counted here: the 40 of "),
        (drift, " Drawn: the "),
        (only_quoted, " The first 16 of 60 outlets are drawn."),
        (chains, "outlets that name hands the first 8 are drawn."),
        (answers, " Drawn: the first 6 articles."),
        (coverage, " Drawn: the first 8 articles"),
    ],
)
def test_what_is_left_out_is_said(many, chart, said):
    drawn = chart(many).to_dict()
    assert said in drawn["usermeta"]["kit"]["finding"]
    assert len(json.dumps(drawn, separators=(",", ":"))) < LIMIT


def test_the_tables_of_speech_hold_every_outlet(many):
    assert len([name for name in table_of(voices(many)).columns if name.endswith(": words")]) == 60
    assert table_of(naming(many))["outlet"].nunique() == 60
    assert table_of(chains(many))["outlet"].nunique() == 60


def test_the_same_seed_makes_the_same_case(tmp_path):
    sizes = Sizes(4, 40, 12)
    folders = [make(tmp_path / name, sizes, seed) for name, seed in (("one", 1), ("again", 1), ("other", 2))]
    one, again, other = ((folder / "claims.csv").read_bytes() for folder in folders)
    assert one == again != other
    assert cases.check(folders[0])[0] == []
