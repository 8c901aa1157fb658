import pandas as pd
import pytest

from kit.compare.timeline import COLUMNS, timeline
from tests.built import article, built


def _report(name, earliest=None, latest=None, precision="day", **cells):
    known = {"report": name, "article": "a", "event": "crash", "precision": precision, "basis": "stated"}
    return {**known, "earliest": earliest, "latest": latest, "start": 1, "end": 2, "asserted_by": "outlet", **cells}


def _one(zone="UTC", **cells):
    case = built(
        articles=[article("a", "Gazette")], events=[{"event": "crash", "title": "The crash", "kind": "x"}],
        reports=[_report("r", **cells)],
    )  # fmt: skip
    object.__setattr__(case, "about", case.about.model_copy(update={"timezone": zone}))
    return timeline(case).iloc[0]


def test_a_date_is_its_whole_day():
    row = _one(earliest="2031-03-14", latest="2031-03-14")
    assert (row["since"], row["until"]) == (pd.Timestamp("2031-03-14"), pd.Timestamp("2031-03-15"))
    assert row["exact"]


def test_a_minute_is_its_whole_minute():
    row = _one(earliest="2031-03-14T18:20", latest="2031-03-14T18:20", precision="minute")
    assert row["until"] - row["since"] == pd.Timedelta(minutes=1)
    assert row["exact"]


def test_an_evening_is_a_stretch():
    row = _one(earliest="2031-03-14T18:00", latest="2031-03-14", precision="part-of-day")
    assert row["until"] == pd.Timestamp("2031-03-15")
    assert not row["exact"]


def test_an_offset_is_brought_into_the_time_zone():
    row = _one(zone="America/Chicago", earliest="2031-03-14T18:20Z", latest="2031-03-14T18:20Z", precision="minute")
    assert row["since"] == pd.Timestamp("2031-03-14T13:20")


@pytest.mark.parametrize("cell", ["1000-01-01", "9998-12-31", "1000-01-01T00:00Z", "9998-12-31T23:59Z"])
@pytest.mark.parametrize("zone", ["America/Chicago", "Pacific/Kiritimati"])
def test_the_first_and_last_dates_that_a_case_can_hold(cell, zone):
    row = _one(zone=zone, earliest=cell, latest=cell)
    assert row["until"] - row["since"] == (pd.Timedelta(minutes=1) if "T" in cell else pd.Timedelta(days=1))


def test_undated_rows_are_kept(harbour):
    rows = timeline(harbour)
    assert rows["report"].tolist() == ["gazette_r01", "courier_r01", "courier_r02", "bulletin_r01"]
    assert rows["since"].isna().tolist() == [False, False, True, False]
    assert rows["by"].tolist()[0] == "the article itself"
    assert rows["by"].tolist()[2] == "a dock worker"


def test_no_reports():
    assert timeline(built()).columns.tolist() == list(COLUMNS)
