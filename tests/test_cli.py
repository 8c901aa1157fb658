import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from kit import case as cases
from kit.cli import main
from kit.cli.printing import printed
from kit.compare import COMPUTED, computed
from kit.schema import TABLES
from tests import hostile
from tests.conftest import HARBOUR

ROOT = Path(__file__).parents[1]


@pytest.fixture
def kit(tmp_path, monkeypatch):
    """``kit(*words)`` calls the command line where the only case at hand is a copy of harbour."""
    for name in ("KIT_TEXTS", "KIT_CASE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("KIT_DATA", str(tmp_path / "data"))
    shutil.copytree(HARBOUR, tmp_path / "data" / "harbour")
    return lambda *words: CliRunner().invoke(main, [str(word) for word in words])


@pytest.mark.parametrize("command", main.commands)
def test_every_command_has_help_with_an_example_of_itself(kit, command):
    done = kit(command, "--help")
    assert done.exit_code == 0
    (example,) = re.findall(r"Example: (kit .+)", done.output)
    assert example.split()[1] == command


def test_help_lists_every_command_and_imports_nothing_heavy():
    script = (
        "import sys\nfrom kit.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print([m for m in ('pandas', 'altair', 'pydantic', 'nbformat') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.splitlines()[-1] == "[]"
    for command in main.commands:
        assert f"\n  {command} " in done.stdout


def test_the_version_is_told(kit):
    assert kit("--version").exit_code == 0


def test_the_cases_at_hand_are_listed(kit, tmp_path):
    rows = [{"case": "harbour", "title": "The Marigold at Port Ansel", "happened": "2031-03-14"}]
    assert [json.loads(line) for line in kit("cases", "--format", "jsonl").stdout.splitlines()] == rows
    (tmp_path / "data" / "harbour" / "case.toml").write_bytes(b"\xff")
    assert kit("cases", "--format", "csv").stdout == (
        "case,title,happened\nharbour,(case.toml cannot be read; see: kit check harbour),\n"
    )


def test_no_case_at_hand_prints_no_rows(kit, tmp_path):
    shutil.rmtree(tmp_path / "data" / "harbour")
    assert kit("cases", "--format", "jsonl").stdout == ""
    assert kit("cases", "--format", "csv").stdout == "case,title,happened\n"


def test_a_sound_case_checks_with_status_0(kit):
    done = kit("check", "harbour")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "harbour: 0 problems (with the texts of gazette, courier, bulletin)\n"


def test_without_texts_a_check_says_so(kit, monkeypatch):
    monkeypatch.setenv("KIT_TEXTS", "none")
    assert kit("check", "harbour").stderr == (
        "harbour: 0 problems (without the texts, so offsets into them are unchecked)\n"
    )


def test_a_damaged_case_checks_with_status_1_and_every_problem(kit, tmp_path):
    (tmp_path / "data" / "harbour" / "taxonomy.csv").write_text("term,kind\nFerry,categories\n", encoding="utf-8")
    (tmp_path / "data" / "harbour" / "quotes.csv").unlink()
    done = kit("check", "harbour")
    assert done.exit_code == 1
    assert done.stdout.splitlines()[0] == 'quotes.csv: found "no such file"; allowed: a readable file quotes.csv'
    assert "taxonomy.csv:2:kind: " in done.stdout
    assert done.stderr.startswith(f"harbour: {len(done.stdout.splitlines())} problems (with")
    told = [json.loads(line) for line in kit("check", "harbour", "--format", "jsonl").stdout.splitlines()]
    assert told[0] == {
        "file": "quotes.csv", "row": None, "column": "", "found": "no such file",
        "allowed": "a readable file quotes.csv", "nearest": "",
    }  # fmt: skip
    assert len(told) == len(done.stdout.splitlines())
    assert len(list(csv.DictReader(io.StringIO(kit("check", "harbour", "--format", "csv").stdout)))) == len(told)


@pytest.mark.parametrize("table", TABLES)
def test_a_stored_table_in_csv_is_the_file(kit, table):
    assert (
        kit("show", "harbour", table, "--stored", "--format", "csv").stdout_bytes
        == (HARBOUR / f"{table}.csv").read_bytes()
    )


@pytest.mark.parametrize("table", TABLES)
def test_a_stored_table_in_json_lines_parses_back(kit, harbour, table):
    rows = [
        json.loads(line) for line in kit("show", "harbour", table, "--stored", "--format", "jsonl").stdout.splitlines()
    ]
    frame = harbour.tables[table]
    assert rows == json.loads(frame.to_json(orient="records"))
    assert [list(row) for row in rows] == [list(frame.columns)] * len(frame)


@pytest.mark.parametrize("table", COMPUTED)
def test_a_computed_table_in_csv_and_json_lines_parses_back(kit, harbour, table):
    frame = computed(harbour, table)
    rows = kit("show", "harbour", table, "--format", "jsonl").stdout.splitlines()
    iso = frame.to_json(orient="records", date_format="iso", date_unit="s")
    assert [json.loads(row) for row in rows] == json.loads(iso)
    read = pd.read_csv(io.StringIO(kit("show", "harbour", table, "--format", "csv").stdout))
    assert list(read.columns) == list(frame.columns)
    assert len(read) == len(frame)
    assert len(frame) or table == "headlines"  # no headline of this case answers what its body answers


def test_a_table_for_reading_holds_every_row(kit, harbour):
    shown = kit("show", "harbour", "taxonomy").stdout
    assert all(term in shown for term in harbour.taxonomy["term"])
    assert "nan" not in shown.lower()


def test_hostile_cells_print_in_every_format(kit, tmp_path, capsys):
    hostile.make(tmp_path / "data" / "hostile")
    for form in ("table", "csv", "jsonl"):
        done = kit("show", "hostile", "quotes", "--format", form)
        assert (done.exit_code, done.exception) == (0, None)
    case = cases.open(tmp_path / "data" / "hostile")
    for frame in (*case.tables.values(), *(computed(case, table) for table in COMPUTED)):
        for form in ("csv", "jsonl", "table"):
            printed(frame, form)
            shown = capsys.readouterr()
            assert shown.out or not len(frame)
        assert "\u202e" not in shown.out
        assert ("no rows" in shown.err) == (not len(frame))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["check", "harbor"], 'case: found "harbor"; allowed: a folder, or one of harbour; nearest: "harbour"'),
        (["show", "zebra", "quotes"], 'case: found "zebra"; allowed: a folder, or one of harbour'),
        (
            ["show", "harbour", "quote"],
            f'table: found "quote"; allowed: {", ".join(dict.fromkeys([*TABLES, *COMPUTED]))}; nearest: "quotes"',
        ),
        (
            ["show", "harbour", "hedges", "--stored"],
            f'table: found "hedges" with --stored; allowed: {", ".join(TABLES)}',
        ),
        (["report", "zebra"], 'case: found "zebra"; allowed: a folder, or one of harbour'),
        (["lab", "zebra"], 'case: found "zebra"; allowed: a folder, or one of harbour'),
        (["chek"], "No such command 'chek'"),
        (["check"], "Missing argument 'CASE'"),
        (["check", "harbour", "--formt", "csv"], "No such option '--formt'. Did you mean '--format'?"),
        (["check", "harbour", "--format", "xml"], "'xml' is not one of 'table', 'csv', 'jsonl'."),
    ],
)
def test_a_wrong_call_has_status_2_and_says_what_is_allowed(kit, words, message):
    done = kit(*words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert message in done.stderr


def test_a_folder_of_texts_that_does_not_exist_has_status_2(kit, monkeypatch):
    monkeypatch.setenv("KIT_TEXTS", "/no/such/folder")
    done = kit("check", "harbour")
    assert done.exit_code == 2
    assert 'KIT_TEXTS: found "/no/such/folder"; allowed: a folder that exists, or none' in done.stderr


@pytest.mark.parametrize("words", [["show", "harbour", "claims"], ["texts", "harbour"], ["report", "harbour"]])
def test_a_damaged_case_has_status_1_and_says_how_to_see_all(kit, tmp_path, words):
    (tmp_path / "data" / "harbour" / "quotes.csv").unlink()
    done = kit(*words)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == (
        "harbour: 1 problem; see them all with: kit check harbour\n"
        '  quotes.csv: found "no such file"; allowed: a readable file quotes.csv\n'
    )


def test_texts_are_attached_told_and_detached(kit, tmp_path):
    folder = tmp_path / "data" / "harbour" / "texts"
    own = tmp_path / "own"
    folder.rename(own)
    courier = own / "courier.txt"
    assert kit("texts", "harbour", courier).stdout.splitlines()[0] == f"{courier}: article courier"
    assert [line.split(" (")[0] for line in kit("texts", "harbour").stdout.splitlines()] == [
        "gazette: missing", "courier: at hand", "bulletin: missing",
    ]  # fmt: skip
    assert kit("texts", "harbour", own).exit_code == 0
    assert [path.name for path in sorted(folder.iterdir())] == ["bulletin.txt", "courier.txt", "gazette.txt"]
    assert kit("texts", "harbour", "--detach").stdout == "detached: gazette, courier, bulletin\n"
    assert kit("texts", "harbour", "--detach").stdout == "detached: nothing was attached\n"
    assert courier.exists()


def test_a_file_that_is_no_article_has_status_1(kit, tmp_path):
    (tmp_path / "other.txt").write_text("something else", encoding="utf-8")
    done = kit("texts", "harbour", tmp_path / "other.txt")
    assert done.exit_code == 1
    assert "other.txt: not recognised: its SHA-256 is none of the case's articles" in done.stdout


def test_a_closed_pipe_ends_quietly():
    command = f"{sys.executable} -c 'from kit.cli import main; main()' show {HARBOUR} claims --format csv | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True, cwd=ROOT, env=os.environ)
    assert done.stdout.startswith("claim,article,")
    assert "Traceback" not in done.stderr


def test_a_narrow_terminal_gets_one_record_after_the_other(kit, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    told = kit("show", "harbour", "quotes").stdout
    assert re.search(r"^quote: \w+\narticle: gazette\n", told)


def test_a_report_that_cannot_be_written_is_told_before_the_work(kit, tmp_path):
    (tmp_path / "file").write_text("in the way")
    done = kit("report", "harbour", "-o", tmp_path / "file" / "x.html")
    assert done.exit_code == 2
    assert "notebooks" not in done.stderr


@pytest.mark.parametrize(
    ("words", "case", "options"),
    [
        (("lab", "harbour"), "harbour", []),
        (("lab", "harbour", "--", "--no-browser"), "harbour", ["--no-browser"]),
        (("lab", "--", "--no-browser", "--port=1"), "harbour", ["--no-browser", "--port=1"]),
    ],
)
def test_lab_starts_jupyterlab_on_the_case_with_its_options(kit, monkeypatch, words, case, options):
    started = []
    monkeypatch.setenv("KIT_CASE", "harbour")
    monkeypatch.setattr(subprocess, "call", lambda command, env: started.append((command, env)) or 0)
    assert kit(*words).exit_code == 0
    ((command, environment),) = started
    assert command[1:-1] == ["-m", "jupyterlab", *options]
    assert Path(environment["KIT_CASE"]).name == case
