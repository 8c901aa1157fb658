"""The small fictional case that most tests look at, with its texts whatever KIT_TEXTS says."""

import os
import shutil
from pathlib import Path

import pytest
from altair.utils import schemapi
from hypothesis import settings

from kit import case as cases

settings.register_profile("kit", deadline=None, max_examples=50, derandomize="CI" in os.environ)
settings.load_profile("kit")

HARBOUR = Path(__file__).parent / "cases" / "harbour"


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
