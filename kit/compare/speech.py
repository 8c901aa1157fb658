"""Who is heard: every stretch of reported speech with its outlet, its speaker and its size.

* what an article says in its own voice is not reported speech, nor is a label or a refusal to comment;
* words inside quotation marks are counted, other people's words in indirect speech are only numbered;
* a stretch whose speaker the article does not give stays in, under :data:`NOBODY`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from kit.columns import OUTLET

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["NOBODY", "known", "speech", "standing", "voices"]

NOBODY = "-"
"""Stands for the speaker where an article gives none: no id, so it never meets one."""

SPEECH = ("direct", "fragment", "document")
"""The kinds of `kit.schema.Quote` whose words stand in quotation marks and are someone's speech."""


def voices(case: Case) -> dict[str, str]:
    """Every voice that a row may name, in words: each speaker by id, an article's own voice, and :data:`NOBODY`."""
    names = dict(zip(case.speakers["speaker"], case.speakers["name"], strict=True))
    return {**names, OUTLET: "the article itself", NOBODY: "no speaker given"}


def standing(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table that a person has not rejected."""
    return rows[rows["status"] != "rejected"]


def speech(case: Case) -> pd.DataFrame:
    """One row a stretch of reported speech, in the order of ``quotes.csv``.

    Columns: ``quote``, ``article``, ``outlet``; ``speaker`` (an id or :data:`NOBODY`), ``name``, ``naming``
    (named, unnamed, anonymous, not given); ``verbatim`` (in quotation marks?), ``words`` (inside the marks,
    between white space; 0 when indirect); ``via`` (ids, nearest the outlet first; empty when direct).
    """
    rows = standing(case.quotes)
    rows = rows[rows["kind"].isin([*SPEECH, "indirect"]) & (rows["speaker"].fillna(NOBODY) != OUTLET)]
    frame = rows[["quote", "article"]].reset_index(drop=True)
    rows = rows.reset_index(drop=True)
    naming = case.speakers.set_index("speaker")["naming"]
    frame["outlet"] = rows["article"].map(case.articles.set_index("article")["outlet"])
    frame["speaker"] = rows["speaker"].fillna(NOBODY)
    frame["name"] = frame["speaker"].map(voices(case)).astype("str")
    frame["naming"] = rows["speaker"].map(naming).astype("str").fillna("not given")
    frame["verbatim"] = rows["kind"].isin(SPEECH)
    frame["words"] = [len(text.split()) for text in rows["text"].fillna("")]
    frame["via"] = rows["via"].fillna("")
    return frame


def known(rows: pd.DataFrame) -> int:
    """How many different speakers the rows have, not counting :data:`NOBODY`."""
    return int(rows.loc[rows["speaker"] != NOBODY, "speaker"].nunique())
