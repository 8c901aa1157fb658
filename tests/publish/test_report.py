"""Reports are made once and kept until something they depend on changes."""

import shutil
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest

from kit.case import CaseError
from kit.publish import notebooks
from kit.publish import report as reports
from tests.cases import only_articles

CELLS = ("import kit\nfrom kit import show\n\ncase = kit.open()", "show.maps(case)")


@pytest.fixture
def small(harbour_folder, tmp_path, monkeypatch):
    """A case, one notebook with one chart (what the curated ones draw is tested elsewhere), and a cache of its own."""
    monkeypatch.setenv("KIT_CACHE", str(tmp_path / "cache"))
    card = notebooks.cards()[1]
    one = nbformat.read(card.path, as_version=4)
    one.cells = [nbformat.v4.new_markdown_cell("# One chart"), *map(nbformat.v4.new_code_cell, CELLS)]
    path = tmp_path / "one.ipynb"
    nbformat.write(one, path)
    monkeypatch.setattr(reports, "cards", lambda: [replace(card, path=path)])
    return harbour_folder


def test_the_second_report_runs_nothing(small, tmp_path, monkeypatch):
    first = reports.report(small, tmp_path / "a.html").read_bytes()
    monkeypatch.setattr(notebooks, "run", lambda *_: pytest.fail("a notebook was run again"))
    told = []
    assert reports.report(small, tmp_path / "b.html", tell=told.append).read_bytes() == first
    assert told[0].endswith("nothing changed since the last report")


def test_a_changed_case_is_drawn_again(small, tmp_path):
    first = reports.report(small, tmp_path / "a.html").read_text(encoding="utf-8")
    about = small / "case.toml"
    text = about.read_text(encoding="utf-8")
    about.write_text(text.replace('title = "', 'title = "Changed: ', 1), encoding="utf-8")
    second = reports.report(small, tmp_path / "a.html").read_text(encoding="utf-8")
    assert "Changed: " not in first
    assert "Changed: " in second


def test_two_fresh_reports_are_the_same(small, tmp_path):
    first = reports.report(small, tmp_path / "a.html", fresh=True).read_bytes()
    assert reports.report(small, tmp_path / "b.html", fresh=True).read_bytes() == first


def test_a_run_that_is_cut_off_leaves_no_half_page(small, tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        reports.report(small, tmp_path / "a.html")
    assert not list((tmp_path / "cache").rglob("*.*"))


def test_a_damaged_case_gives_its_problems_not_a_page(small, tmp_path):
    shutil.move(small / "quotes.csv", tmp_path / "elsewhere.csv")
    with pytest.raises(CaseError, match=r"quotes\.csv: found"):
        reports.report(small, tmp_path / "a.html")
    assert not (tmp_path / "a.html").exists()


def test_a_failing_notebook_is_named_with_its_cell_and_error(small, tmp_path, monkeypatch):
    card = reports.cards()[0]
    broken = nbformat.read(card.path, as_version=4)
    broken.cells[1].source = "raise ValueError('no such thing')"
    path = tmp_path / "broken.ipynb"
    nbformat.write(broken, path)
    monkeypatch.setattr(reports, "cards", lambda: [replace(card, path=path)])
    with pytest.raises(CaseError, match=r"broken.ipynb: code cell 1: ValueError: no such thing"):
        reports.report(small, tmp_path / "a.html")


def test_a_case_that_has_just_been_begun_gives_a_report(tmp_path, monkeypatch):
    monkeypatch.setenv("KIT_CACHE", str(tmp_path / "cache"))
    (tmp_path / "begun").mkdir()
    only_articles.make(tmp_path / "begun")
    assert "Just begun" in reports.report(tmp_path / "begun", tmp_path / "begun.html").read_text(encoding="utf-8")
