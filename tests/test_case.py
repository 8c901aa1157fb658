import copy
import dataclasses
import os
import shutil
import subprocess
import sys

import pandas as pd
import pytest

import kit
from kit import case as cases
from kit.schema import TABLES
from tests import hostile
from tests.conftest import HARBOUR


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def tables(folder):
    return {name: data for name, data in files(folder).items() if not name.startswith("texts/")}


def test_every_table_has_the_columns_and_types_of_the_schema(harbour):
    for name, model in TABLES.items():
        assert list(getattr(harbour, name).columns) == list(model.model_fields)
    assert harbour.quotes.dtypes[["start", "speaker_start"]].astype(str).tolist() == ["Int64", "Int64"]
    assert str(harbour.claims["primary"].dtype) == "boolean"
    assert harbour.quotes["via"].isna().any()


def test_a_table_without_rows_has_the_same_types(harbour):
    for name, model in TABLES.items():
        assert cases.frame(model, []).dtypes.equals(harbour.tables[name].dtypes)


def test_notes_and_texts_come_with_the_case(harbour):
    assert harbour.name == "harbour"
    assert list(harbour.texts) == ["gazette", "courier", "bulletin"]
    assert harbour.notes["07"] == "Nothing here says who is right.\n"
    assert harbour.about.fictional
    assert repr(harbour) == (
        "The Marigold at Port Ansel\n3 articles, 14 quotations, 10 speakers, 11 questions, 29 answers, "
        "4 placings in time; 3 texts at hand"
    )


def test_a_case_never_changes(harbour):
    before = harbour.claims
    changed = harbour.claims
    changed.loc[0, "value"] = "Primrose"
    changed["more"] = 1
    pd.testing.assert_frame_equal(harbour.claims, before)
    with pytest.raises(dataclasses.FrozenInstanceError):
        harbour.name = "other"
    with pytest.raises(TypeError):
        harbour.tables["claims"] = changed


def test_a_case_can_be_copied(harbour):
    assert copy.copy(harbour).claims.equals(harbour.claims)


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("quote", "a case has no quote; did you mean quotes?"),
        ("zebra", f"a case has no zebra; the tables are {', '.join(TABLES)}"),
    ],
)
def test_an_unknown_table_is_told_with_the_nearest(harbour, word, message):
    with pytest.raises(AttributeError) as caught:
        getattr(harbour, word)
    assert str(caught.value) == message


def test_saving_what_was_opened_writes_the_same_bytes(harbour, tmp_path):
    cases.save(harbour, tmp_path / "new")
    assert files(tmp_path / "new") == tables(HARBOUR)


def test_saving_in_place_writes_the_same_bytes(harbour_folder):
    before = files(harbour_folder)
    cases.save(cases.open(harbour_folder), harbour_folder)
    assert files(harbour_folder) == before


def test_saving_hostile_words_writes_the_same_bytes(tmp_path):
    hostile.make(tmp_path / "made")
    cases.save(cases.open(tmp_path / "made"), tmp_path / "saved")
    assert tables(tmp_path / "saved") == tables(tmp_path / "made")


def test_an_empty_optional_table_gets_no_file(harbour_folder, tmp_path):
    (harbour_folder / "verdicts.csv").unlink()
    shutil.rmtree(harbour_folder / "notes")
    cases.save(cases.open(harbour_folder), tmp_path / "new")
    assert set(files(tmp_path / "new")) == set(tables(harbour_folder))


def test_a_case_that_cannot_be_opened_tells_the_first_problems_and_keeps_all(harbour_folder):
    for name in ("quotes", "claims", "events", "reports", "orders", "origins"):
        (harbour_folder / f"{name}.csv").unlink()
    with pytest.raises(cases.CaseError) as caught:
        cases.open(harbour_folder)
    assert len(caught.value.problems) == 6
    assert str(caught.value) == (
        "harbour: 6 problems; see them all with: kit check harbour"
        '\n  quotes.csv: found "no such file"; allowed: a readable file quotes.csv'
        '\n  claims.csv: found "no such file"; allowed: a readable file claims.csv'
        '\n  events.csv: found "no such file"; allowed: a readable file events.csv'
        '\n  reports.csv: found "no such file"; allowed: a readable file reports.csv'
        '\n  orders.csv: found "no such file"; allowed: a readable file orders.csv'
        "\n  ... and 1 more"
    )


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A data folder with the case harbour and a folder that is no case."""
    monkeypatch.setenv("KIT_DATA", str(tmp_path))
    monkeypatch.delenv("KIT_CASE", raising=False)
    shutil.copytree(HARBOUR, tmp_path / "harbour")
    (tmp_path / "empty").mkdir()
    return tmp_path


def test_a_case_is_found_by_name_by_path_and_by_environment(data, monkeypatch):
    assert cases.cases() == {"harbour": data / "harbour"}
    assert cases.find("harbour") == data / "harbour"
    assert cases.find(HARBOUR) == HARBOUR
    assert cases.find(str(HARBOUR)) == HARBOUR
    monkeypatch.setenv("KIT_CASE", "harbour")
    assert cases.find() == data / "harbour"


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("harbor", 'case: found "harbor"; allowed: a folder, or one of harbour; nearest: "harbour"'),
        ("zebra", 'case: found "zebra"; allowed: a folder, or one of harbour'),
        (None, 'case: found "chicago"; allowed: a folder, or one of harbour'),
    ],
)
def test_an_unknown_case_is_told_with_the_cases_at_hand(data, wanted, message):
    with pytest.raises(cases.UnknownCase) as caught:
        cases.find(wanted)
    assert str(caught.value) == message


def test_where_there_is_no_case_at_all_the_message_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("KIT_DATA", str(tmp_path))
    with pytest.raises(cases.UnknownCase, match="allowed: a folder; there is no case in "):
        cases.find("zebra")


def test_a_folder_without_files_tells_every_file_it_lacks(data):
    problems, texts = cases.check("empty")
    needed = ["case.toml", *(f"{name}.csv" for name, model in TABLES.items() if not model.OPTIONAL)]
    assert [problem.file for problem in problems] == needed
    assert texts == []


def test_checking_names_the_texts_it_had(harbour_folder, monkeypatch):
    assert cases.check(harbour_folder) == ([], ["gazette", "courier", "bulletin"])
    (harbour_folder / "texts" / "courier.txt").unlink()
    assert cases.check(harbour_folder) == ([], ["gazette", "bulletin"])
    monkeypatch.setenv("KIT_TEXTS", "none")
    assert cases.check(harbour_folder) == ([], [])


def test_the_package_offers_its_verbs_and_nothing_else():
    assert {name for name in kit.__all__ if name != "show"} <= {name for name in kit.__all__ if hasattr(kit, name)}
    with pytest.raises(AttributeError, match="module 'kit' has no attribute 'opne'"):
        kit.opne  # noqa: B018


@pytest.mark.parametrize(
    ("code", "absent"), [("import kit", ["pandas", "pydantic", "altair"]), ("import kit.case", ["pandas"])]
)
def test_importing_is_light(code, absent):
    script = f"{code}\nimport sys\nprint(*[m for m in {absent} if m in sys.modules])"
    environment = {**os.environ, "PYTHONWARNINGS": "error"}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment, check=True)
    assert done.stdout.strip() == ""


def test_a_case_is_equal_to_itself_and_can_be_a_key(harbour, harbour_folder):
    assert {harbour: 1}[harbour] == 1
    assert kit.open(harbour_folder) != harbour


def test_save_writes_each_column_under_its_name_whatever_their_order(harbour, tmp_path):
    turned = dataclasses.replace(harbour, tables={n: t[t.columns[::-1]] for n, t in harbour.tables.items()})
    kit.save(turned, tmp_path / "turned")
    assert kit.open(tmp_path / "turned").events.equals(harbour.events)


def test_save_leaves_no_file_of_an_optional_table_that_became_empty(harbour, tmp_path):
    kit.save(harbour, tmp_path / "again")
    emptied = dataclasses.replace(harbour, tables={**harbour.tables, "sentences": harbour.sentences.head(0)})
    kit.save(emptied, tmp_path / "again")
    assert kit.open(tmp_path / "again").sentences.empty
