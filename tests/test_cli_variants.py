import gzip
import json

import pytest
from click.testing import CliRunner

from kit.cli import main

ROWS = [
    {"id": "a", "text": "“The weir gave way while the choir was singing,”", "outlet": "Ledger", "extra": 1},
    {"id": "b", "text": "The vicar kept rowing."},
    {"id": "c", "text": "the weir gave way while the choir"},
]
LINES = "".join(json.dumps(row) + "\n" for row in ROWS)


@pytest.fixture
def run():
    runner = CliRunner()
    return lambda *arguments, given=None: runner.invoke(main, ["variants", *map(str, arguments)], input=given)


def records(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_one_line_a_quotation_in_the_order_given(run):
    result = run("-", "--format", "jsonl", given=LINES)
    assert (result.exit_code, result.stderr) == (0, "")
    assert records(result) == [
        {"id": "a", "utterance": "a"},
        {"id": "b", "utterance": "b"},
        {"id": "c", "utterance": "a"},
    ]


def test_files_and_gz_are_read_together(run, tmp_path):
    (tmp_path / "one.jsonl").write_text(json.dumps(ROWS[0]), "utf-8")
    (tmp_path / "two.jsonl.gz").write_bytes(gzip.compress(json.dumps(ROWS[2]).encode()))
    result = run(tmp_path / "one.jsonl", tmp_path / "two.jsonl.gz", "--format", "csv")
    assert result.stdout == "id,utterance\na,a\nc,a\n"


def test_a_table_is_printed_for_people(run):
    assert "utterance" in run("-", given=LINES).stdout


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": "z"', "no JSON"),
        ('{"text": "words"}', "no id"),
        ('{"id": "", "text": "words"}', "no id"),
        ('{"id": "z"}', "no text"),
        ('{"id": "z", "text": 3}', "text is no string"),
        ('{"id": "a", "text": "words"}', "the id is taken"),
        ("[1]", "no JSON object"),
    ],
)
def test_a_bad_line_is_told_with_its_number_and_the_rest_is_done(run, line, message):
    result = run("-", "--format", "jsonl", given=LINES + line + "\n" + '{"id": 9, "text": "The vicar kept rowing."}\n')
    assert result.exit_code == 1
    assert "-:4: " in result.stderr
    assert message in result.stderr
    assert records(result)[1:] == [
        {"id": "b", "utterance": "9"},
        {"id": "c", "utterance": "a"},
        {"id": "9", "utterance": "9"},
    ]


@pytest.mark.parametrize("given", ["", "just words", "[]"])
def test_what_is_no_json_lines_is_told(run, given):
    result = run("-", "--format", "jsonl", given=given)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("-: ")


def test_a_missing_file_is_told_and_the_others_are_done(run, tmp_path):
    (tmp_path / "one.jsonl").write_text(LINES, "utf-8")
    result = run(tmp_path / "none.jsonl", tmp_path / "one.jsonl", "--format", "jsonl")
    assert result.exit_code == 1
    assert "there is no such file" in result.stderr
    assert len(records(result)) == 3


def test_half_a_surrogate_pair_is_mended(run):
    result = run("-", "--format", "jsonl", given='{"id": "\\ud800x", "text": "The vicar \\ud800 kept rowing."}\n')
    assert result.exit_code == 0
    assert len(records(result)) == 1
