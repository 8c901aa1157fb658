import csv
import gzip
import io
import json

import pytest
from click.testing import CliRunner

from kit.cli import main

SAID = "“The gate stays shut,” said Ann Lee, the harbour master, on Friday."


@pytest.fixture
def run():
    runner = CliRunner()
    return lambda *arguments, given=None: runner.invoke(main, list(map(str, arguments)), input=given)


def records(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_quotes_of_a_text_file(run, tmp_path):
    (tmp_path / "gate.txt").write_text(SAID, encoding="utf-8")
    result = run("quotes", tmp_path / "gate.txt", "--format", "jsonl")
    (row,) = (row for row in records(result) if row["kind"] == "direct")
    assert (result.exit_code, row["text"], row["speaker"]["name"]) == (0, "The gate stays shut,", "Ann Lee")


def test_json_lines_from_standard_input_and_from_gz_are_the_same(run, tmp_path):
    line = json.dumps({"id": "x", "text": SAID})
    (tmp_path / "x.jsonl.gz").write_bytes(gzip.compress(line.encode()))
    given, packed = (
        run("quotes", "-", "--format", "jsonl", given=line),
        run("quotes", tmp_path / "x.jsonl.gz", "--format", "jsonl"),
    )
    assert given.stdout == packed.stdout
    assert records(given)


def test_csv_names_each_place_beside_its_words(run, tmp_path):
    (tmp_path / "gate.txt").write_text(SAID, encoding="utf-8")
    head, row, *_ = run("quotes", tmp_path / "gate.txt", "--format", "csv").stdout.splitlines()
    cells = dict(zip(head.split(","), row.split(","), strict=False))
    assert {"quote", "spans", "speaker", "speaker_start", "speaker_name", "cue", "cue_start"} <= set(cells)


def test_offsets_stay_whole_numbers_where_some_are_missing(run, tmp_path):
    (tmp_path / "gate.txt").write_text(f"{SAID}\n\nThe word “tide” has a long past.", encoding="utf-8")
    out = run("quotes", tmp_path / "gate.txt", "--format", "csv").stdout
    assert "label" in out
    assert ",10.0," not in out
    assert out.splitlines()[1].split(",28,35,")[1:]


def test_a_table_is_printed_for_people(run, tmp_path):
    (tmp_path / "gate.txt").write_text(SAID, encoding="utf-8")
    assert "Ann Lee" in run("quotes", tmp_path / "gate.txt").stdout


def test_rows_are_printed_as_they_are_found(run, tmp_path):
    (tmp_path / "two.jsonl").write_text(
        "".join(json.dumps({"id": i, "text": SAID}) + "\n" for i in "ab"), encoding="utf-8"
    )
    shown = run("quotes", tmp_path / "two.jsonl").stdout
    assert [line for line in shown.splitlines() if line.startswith("article: ")] == ["article: a", "article: b"]
    assert "\x1b" not in shown
    table = list(csv.DictReader(io.StringIO(run("quotes", tmp_path / "two.jsonl", "--format", "csv").stdout)))
    assert [row["article"] for row in table] == ["a", "b"]


@pytest.mark.parametrize("command", ["quotes", "times"])
def test_a_table_has_the_columns_of_its_records(run, tmp_path, command):
    text = f"{SAID} “Shut,” she told reporters, according to Lee, and “tide” is the word."
    (tmp_path / "gate.txt").write_text(text, encoding="utf-8")
    head = run(command, tmp_path / "gate.txt", "--format", "csv").stdout.splitlines()[0].split(",")
    record = records(run(command, tmp_path / "gate.txt", "--format", "jsonl"))[0]
    assert [column for column in head if "_" not in column or column in record] == list(record)


def test_times_count_from_the_day_given(run, tmp_path):
    (tmp_path / "gate.txt").write_text(SAID, encoding="utf-8")
    (row,) = records(run("times", tmp_path / "gate.txt", "--published", "2031-03-14", "--format", "jsonl"))
    assert (row["value"], row["earliest"]) == ("2031-03-14", "2031-03-14")


def test_without_a_day_times_stay_unresolved_and_the_way_out_is_named(run, tmp_path):
    (tmp_path / "gate.txt").write_text(SAID, encoding="utf-8")
    result = run("times", tmp_path / "gate.txt", "--format", "jsonl")
    assert records(result)[0]["earliest"] is None
    assert "1 article without a date of publication: relative times are unresolved" in result.stderr
    assert "--published" in result.stderr


def test_an_article_that_says_its_day_keeps_it(run):
    line = json.dumps({"id": "x", "text": SAID, "published": "2031-03-21"})
    (row,) = records(run("times", "-", "--published", "2031-03-14", "--format", "jsonl", given=line))
    assert row["value"] == "2031-03-21"


@pytest.mark.parametrize(
    ("option", "message"),
    [
        (
            ("--published", "Friday"),
            '--published: found "Friday"; allowed: an ISO 8601 date or time, such as 2025-10-06',
        ),
        (("--zone", "Mars"), '--zone: found "Mars"; allowed: an IANA time zone, such as America/Chicago'),
    ],
)
def test_an_option_that_cannot_be(run, tmp_path, option, message):
    (tmp_path / "gate.txt").write_text(SAID, encoding="utf-8")
    result = run("times", tmp_path / "gate.txt", *option)
    assert (result.exit_code, message in result.stderr) == (2, True)


def test_what_cannot_be_read_is_told_and_the_rest_is_found(run):
    lines = "\n".join([json.dumps({"id": "x", "text": SAID}), "{not json", json.dumps({"id": "y", "text": SAID})])
    result = run("quotes", "-", "--format", "jsonl", given=lines)
    assert {row["article"] for row in records(result)} == {"x", "y"}
    assert result.exit_code == 1
    assert ":2" in result.stderr


def test_a_file_that_is_not_there(run, tmp_path):
    result = run("quotes", tmp_path / "none.txt")
    assert result.exit_code in (1, 2)
    assert "none.txt" in result.stderr
    assert "Traceback" not in result.stderr


def test_nothing_found_is_said(run):
    result = run("quotes", "-", given="No one speaks here at all.")
    assert (result.exit_code, "nothing found" in result.stderr) == (0, True)
