"""Labels side by side: the words that each article uses for the same people, things and acts.

* answers to questions of the types ``label`` and ``name``, every one of them, not the main one alone;
* labels that an article sets in quotation marks: beside the answer they stand in, or on their own where none is asked;
* wordings only: two labels differ or not, and say nothing of who is right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from kit.compare.speech import NOBODY, standing, voices

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["COLUMNS", "TYPES", "labels"]

TYPES = ("label", "name")
"""The types of `kit.values` whose answers are words."""

COLUMNS = (
    "question", "text", "group", "value_type", "article", "outlet", "label", "asserted_by", "by", "in_quotation", "marked",
    "claim", "quote", "start", "end",
)  # fmt: skip


def labels(case: Case) -> pd.DataFrame:
    """One row a label: questions in their order, articles in theirs, as read; labels no question asks for come last.

    Columns: ``question``, its ``text``, ``group``, ``value_type`` (label or name; these four are missing where no
    question asks); ``article``, ``outlet``; ``label`` (as printed); ``asserted_by`` (an id, ``outlet``, or ``-`` for
    nobody), ``by`` (in words); ``in_quotation`` (inside quoted speech?); ``marked`` (itself in quotation marks, as a
    name or with irony?); ``claim`` and ``quote`` (ids; missing where there is none); ``start``, ``end`` in code points.
    """
    questions = case.questions[case.questions["value_type"].isin(TYPES)][["question", "text", "group", "value_type"]]
    claims = standing(case.claims).merge(questions.assign(asked=range(len(questions))), on="question")
    marks = standing(case.quotes)
    marks = marks[marks["kind"] == "label"]
    pairs = _met(claims, marks)
    claims = claims.assign(quote=claims["claim"].map(pairs.groupby("claim")["quote"].agg(";".join)).astype("str"))
    alone = marks[~marks["quote"].isin(pairs["quote"])].rename(columns={"text": "value", "speaker": "asserted_by"})
    alone = alone.assign(asked=len(questions), in_quotation=False, asserted_by=alone["asserted_by"].fillna(NOBODY))
    rows = pd.concat([claims, alone], ignore_index=True).rename(columns={"value": "label"})
    return _told(case, rows)


def _met(claims: pd.DataFrame, marks: pd.DataFrame) -> pd.DataFrame:
    """Which marked labels share characters with which answers (``claim``, ``quote``)."""
    spans = ["article", "start", "end"]
    pairs = claims[["claim", *spans]].merge(marks[["quote", *spans]], on="article", suffixes=("", "_mark"))
    return pairs[(pairs["start"] < pairs["end_mark"]) & (pairs["start_mark"] < pairs["end"])]


def _told(case: Case, rows: pd.DataFrame) -> pd.DataFrame:
    outlets, names = case.articles.set_index("article")["outlet"], voices(case)
    place = {article: i for i, article in enumerate(outlets.index)}
    rows = rows.assign(
        outlet=rows["article"].map(outlets),
        by=[names.get(voice, voice) for voice in rows["asserted_by"]],
        marked=rows["quote"].notna(),
        place=rows["article"].map(place),
    )
    rows = rows.sort_values(["asked", "place", "start"], kind="stable").reindex(columns=list(COLUMNS))
    types = {"in_quotation": "boolean", "marked": "boolean", "start": "Int64", "end": "Int64"}
    return rows.reset_index(drop=True).astype({name: types.get(name, "str") for name in COLUMNS})
