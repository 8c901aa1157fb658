from typing import Literal

import pytest
from pydantic import ValidationError

from kit import columns as of
from kit.columns import Row, amiss, col, maybe, plain_type, written


class Sample(Row):
    """a row with a column of every kind"""

    KEY = ("id",)
    SPANS = (("start", "end", None), ("from_", "to", None))
    id: of.Id = col("key", "a")
    chain: of.Chain | None = maybe("hands")
    digest: of.Digest | None = maybe("digest")
    moment: of.Moment | None = maybe("moment")
    phrase: of.Phrase | None = maybe("phrase")
    spans: of.Spans | None = maybe("stretches")
    asked: of.YesNo | None = maybe("asked")
    size: of.Count | None = maybe("size")
    kind: Literal["a", "b"] | None = maybe("kind")
    start: of.Offset = col("first")
    end: of.Offset = col("last")
    from_: of.Offset | None = maybe("first again")
    to: of.Offset | None = maybe("last again")


def sample(**cells):
    return Sample(**({"id": "a", "start": "0", "end": "4"} | cells))


def messages(**cells):
    with pytest.raises(ValidationError) as caught:
        sample(**cells)
    return [str(error["ctx"].get("error", error["msg"])) for error in caught.value.errors()]


def test_cells_become_what_their_columns_are():
    row = sample(size="12", asked="no", spans="0-2;3-4", moment="2025-10-04")
    assert (row.size, row.asked, row.spans, row.moment, row.chain) == (12, False, "0-2;3-4", "2025-10-04", None)


@pytest.mark.parametrize("cell", ["1.0", " 1", "+1", "01", "1_000", "-1", "٣", "one", "1234567890", "1e3"])
def test_a_whole_number_is_written_one_way_only(cell):
    assert messages(size=cell) == ["a whole number in digits, nine at most"]


@pytest.mark.parametrize("cell", ["Yes", "true", "1", "on", "y", "0"])
def test_yes_and_no_are_written_one_way_only(cell):
    assert messages(asked=cell) == ["yes or no"]


@pytest.mark.parametrize("cell", ["2025", "20251004", "2025-10-04 18:00", "yesterday", "2025-13-01"])
def test_a_moment_is_written_one_way_only(cell):
    assert messages(moment=cell) == ["an ISO 8601 date or time, such as 2025-10-04 or 2025-10-04T18:00"]


def test_a_phrase_has_at_most_six_words():
    assert sample(phrase="one two three four five six").phrase
    assert messages(phrase="one two three four five six seven") == ["at most 6 words of an article's prose"]


@pytest.mark.parametrize(
    ("column", "cell"), [("id", "A"), ("id", "a" * 61), ("id", "a\n"), ("chain", "a; b"), ("digest", "0")]
)
def test_an_id_a_chain_and_a_digest_keep_to_their_pattern(column, cell):
    with pytest.raises(ValidationError, match="string_pattern_mismatch"):
        sample(**{column: cell})


def test_a_stretch_ends_after_it_starts():
    assert messages(start="4", end="4") == ["greater than start (4)"]


def test_offsets_are_given_together():
    assert messages(from_="1") == ["from_ and to are given together or not at all"]
    assert messages(to="1") == ["from_ and to are given together or not at all"]


def test_every_fault_of_a_row_is_told_also_of_a_partial_one():
    row = Sample.partial({"id": "a", "start": "4", "end": "4", "from_": "1", "asked": "yes", "kind": "c"}, ["kind"])
    assert (row.start, row.asked, row.kind, row.bad) == (4, True, None, {"kind"})
    assert list(row.faults()) == [
        ("end", "greater than start (4)"),
        ("to", "from_ and to are given together or not at all"),
    ]


def test_a_problem_of_a_row_names_its_column():
    problem = amiss("end", "later")
    assert (problem.type, problem.context, str(problem)) == ("row", {"column": "end", "allowed": "later"}, "later")


def test_how_a_column_is_written_in_words():
    told = {column: written(info) for column, info in Sample.model_fields.items()}
    assert told == {
        "id": "an id: lower-case letters, digits and _, starting with a letter, 60 at most",
        "chain": "ids separated by ; with no spaces, such as fox_news;cpd",
        "digest": "a SHA-256 digest: 64 digits 0-9 a-f",
        "moment": "an ISO 8601 date or time, such as 2025-10-04 or 2025-10-04T18:00",
        "phrase": "at most 6 words of an article's prose",
        "spans": "start-end;start-end, such as 12-40;55-80",
        "asked": "yes or no",
        "kind": "a list",
    } | dict.fromkeys(["size", "start", "end", "from_", "to"], "a whole number in digits, nine at most")


def test_the_plain_type_of_a_column():
    plain = {column: plain_type(info) for column, info in Sample.model_fields.items()}
    assert [plain[c] for c in ("id", "asked", "size", "start", "kind")] == [str, bool, int, int, Literal["a", "b"]]
