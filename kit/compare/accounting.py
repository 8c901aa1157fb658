"""Every sentence of an article accounted for: which rows come from it, or why none does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["SOURCES", "accounting"]

SOURCES = ("quotes", "claims", "reports", "orders", "origins", "artefacts")
"""The tables whose rows come from words of an article."""


def accounting(case: Case) -> pd.DataFrame:
    """One row a sentence of ``sentences.csv``, in reading order.

    Columns: ``sentence``, ``article``, ``start``, ``end`` (code points), one column for each of
    ``SOURCES`` with the number of its rows that share a code point with the sentence, ``rows`` (their sum)
    and ``reason`` (why there is none, missing where there is one).
    """
    frame = case.sentences[["sentence", "article", "start", "end", "reason"]].copy()
    for source in SOURCES:
        rows = case.tables[source]
        counts = []
        for sentence in frame.itertuples():
            there = rows[rows["article"] == sentence.article]
            counts.append(int(((there["start"] < sentence.end) & (sentence.start < there["end"])).sum()))
        frame[source] = pd.array(counts, dtype="Int64")
    frame["rows"] = frame[list(SOURCES)].sum(axis="columns")
    return frame[["sentence", "article", "start", "end", *SOURCES, "rows", "reason"]]
