import pandas as pd
import pytest

from kit.find.fingerprints import fingerprints
from kit.find.stored import store


def test_storing_needs_every_text(harbour_folder, monkeypatch):
    monkeypatch.setenv("KIT_TEXTS", "none")
    with pytest.raises(
        SystemExit, match="the text of gazette, courier, bulletin is not at hand; attach it with kit texts"
    ):
        store("fingerprints", str(harbour_folder))


def test_the_small_case_stores_what_its_texts_give(harbour, harbour_folder):
    pd.testing.assert_frame_equal(fingerprints(harbour), harbour.fingerprints)
    before = (harbour_folder / "fingerprints.csv").read_bytes()
    store("fingerprints", str(harbour_folder))
    assert (harbour_folder / "fingerprints.csv").read_bytes() == before


def test_another_table_is_refused(harbour_folder):
    with pytest.raises(SystemExit, match=r"found \"quotes\"; allowed: fingerprints, suggestions"):
        store("quotes", str(harbour_folder))
