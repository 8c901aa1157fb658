import dataclasses

import pandas as pd

from kit.compare.accounting import SOURCES, accounting
from kit.schema import TABLES


def test_each_sentence_counts_the_rows_that_share_its_words(harbour):
    rows = accounting(harbour).set_index("sentence")
    assert rows.loc["gazette_s04", list(SOURCES)].to_dict() == {
        "quotes": 1, "claims": 1, "reports": 0, "orders": 0, "origins": 0, "artefacts": 0,
    }  # fmt: skip
    assert rows.loc["courier_s05", list(SOURCES)].to_dict() == {
        "quotes": 2, "claims": 1, "reports": 0, "orders": 1, "origins": 1, "artefacts": 0,
    }  # fmt: skip
    assert rows.loc["courier_s05", "rows"] == 5


def test_a_sentence_without_rows_has_a_reason(harbour):
    rows = accounting(harbour)
    assert rows[rows["rows"] == 0]["sentence"].tolist() == ["gazette_s09"]
    assert rows["reason"].dropna().tolist() == ["scenery; it answers no question"]


def test_sentences_keep_their_order_and_columns(harbour):
    rows = accounting(harbour)
    assert list(rows.columns) == ["sentence", "article", "start", "end", *SOURCES, "rows", "reason"]
    assert rows["sentence"].tolist() == harbour.sentences["sentence"].tolist()
    assert {str(rows[source].dtype) for source in SOURCES} == {"Int64"}


def test_a_row_that_only_touches_a_sentence_is_not_counted(harbour):
    start = int(harbour.sentences.set_index("sentence").loc["gazette_s09", "start"])
    touching = harbour.claims.head(1).assign(article="gazette", start=start - 4, end=start)
    case = dataclasses.replace(harbour, tables={**harbour.tables, "claims": touching})
    rows = accounting(case).set_index("sentence")
    assert rows.loc["gazette_s09", "claims"] == 0
    touching = touching.assign(end=start + 1)
    case = dataclasses.replace(harbour, tables={**harbour.tables, "claims": touching})
    assert accounting(case).set_index("sentence").loc["gazette_s09", "claims"] == 1


def test_a_case_without_rows_has_no_sentences(harbour):
    empty = dataclasses.replace(harbour, tables={name: harbour.tables[name].head(0) for name in TABLES})
    rows = accounting(empty)
    assert rows.empty
    assert isinstance(rows, pd.DataFrame)
