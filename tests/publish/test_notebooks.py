"""What every notebook promises: the same card, short cells, only verbs of the kit, outputs that do not change."""

import re
from pathlib import Path

import nbformat
import pytest

from kit.publish import notebooks
from kit.publish.notebooks import cards, folder

CARDS = cards()
LINES = 12
MINE = re.compile(r"0x[0-9a-f]{6,}|/home/|/root/|/work/|/tmp/|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-")


def cells(card, kind):
    return [cell for cell in nbformat.read(card.path, as_version=4).cells if cell.cell_type == kind]


@pytest.fixture(params=CARDS, ids=lambda card: card.path.stem)
def card(request):
    return request.param


def test_every_committed_notebook_has_a_card():
    assert {card.path for card in CARDS} == set(folder().glob("*.ipynb"))


def test_a_readers_own_notebook_is_left_out(tmp_path, monkeypatch):
    nbformat.write(nbformat.v4.new_notebook(), tmp_path / "Untitled.ipynb")
    monkeypatch.setattr(notebooks, "folder", lambda: tmp_path)
    assert cards() == []


def test_the_order_is_that_of_the_names():
    assert [card.order for card in CARDS] == [int(card.path.name[:2]) for card in CARDS]
    assert {card.next for card in CARDS} <= {card.path.stem for card in CARDS}


def test_the_card_is_on_top_and_says_what_the_metadata_say(card):
    top = cells(card, "markdown")[0].source
    assert top.startswith(f"# {card.title}\n\n| For | Minutes | Level | Needs |")
    assert f"| {card.minutes} | {card.level} |" in top
    assert top.rstrip().endswith("?**")


def test_cells_are_short_and_define_nothing(card):
    for cell in cells(card, "code"):
        assert cell.source.count("\n") < LINES
        assert not re.search(r"^\s*(def|class|lambda|for|while)\b", cell.source, re.MULTILINE)


def test_one_cell_is_to_be_changed(card):
    (cell,) = [cell for cell in cells(card, "code") if "CHANGE ME" in cell.source]
    assert cell.metadata.get("tags") == ["notebook-only"]  # a page has nothing to run it


def test_it_says_what_to_see_what_it_cannot_show_and_what_is_next(card):
    prose = "\n".join(cell.source for cell in cells(card, "markdown"))
    for promised in ("You should see", "## What this cannot show", f"({card.next}.ipynb)"):
        assert promised in prose


def test_every_code_cell_was_run_in_order_and_shows_nothing_of_the_machine(card):
    code = cells(card, "code")
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    for output in (output for cell in code for output in cell.outputs):
        assert output.output_type in ("execute_result", "display_data")
        assert not MINE.search(str(output.data))


def test_links_lead_to_notebooks_that_exist(card):
    for target in re.findall(r"\]\(([\w-]+\.ipynb)\)", "\n".join(cell.source for cell in cells(card, "markdown"))):
        assert Path(card.path.parent, target).exists()
