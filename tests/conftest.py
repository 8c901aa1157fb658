"""The small fictional case that most tests look at, with its texts whatever KIT_TEXTS says."""

import csv
import os
import shutil
from pathlib import Path

import pytest
from altair.utils import schemapi
from hypothesis import settings

from kit import case as cases
from kit import proof
from kit.schema import TABLES

settings.register_profile("kit", deadline=None, max_examples=50, derandomize="CI" in os.environ)
settings.load_profile("kit")

HARBOUR = Path(__file__).parent / "cases" / "harbour"
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in (HARBOUR / "texts").iterdir()}


_validate = schemapi.SchemaBase.__dict__["validate"]


@pytest.fixture(autouse=True, scope="session")
def _unvalidated():
    """Altair checks every part of every chart against its schema, half of a chart's time: once is enough, where a test
    asks for it (``validated``)."""
    with schemapi.debug_mode(False), pytest.MonkeyPatch.context() as patch:
        patch.setattr(schemapi.SchemaBase, "validate", classmethod(lambda *_, **__: None))
        yield


@pytest.fixture
def validated(monkeypatch):
    """Altair's checks, on again."""
    monkeypatch.setattr(schemapi.SchemaBase, "validate", _validate)
    with schemapi.debug_mode(True):
        yield


@pytest.fixture(scope="session")
def harbour():
    """The case as opened: frozen, so that all tests share it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("KIT_TEXTS", raising=False)
        return cases.open(HARBOUR)


@pytest.fixture
def harbour_folder(tmp_path, monkeypatch):
    """A copy of the case's folder, to be damaged."""
    monkeypatch.delenv("KIT_TEXTS", raising=False)
    return Path(shutil.copytree(HARBOUR, tmp_path / "harbour"))


@pytest.fixture
def change(harbour_folder):
    """In the folder: change cells of the row with this id; ``None`` as id adds a row like the first."""

    def changed(table, row, **cells):
        path = harbour_folder / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        key = TABLES[table].KEY[0]
        if row is None:
            rows.append(rows[0] | cells)
        for one in rows:
            if one[key] == row:
                one.update(cells)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(TABLES[table].model_fields), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)

    return changed


@pytest.fixture
def told(harbour_folder):
    """The problems of the folder's case, each as its message."""
    return lambda texts=TEXTS: [str(problem) for problem in proof.problems(harbour_folder, texts)]
