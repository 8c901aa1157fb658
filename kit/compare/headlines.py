"""Headline against body: what a headline answers, and what the same article's text answers to the same question.

* an answer is a headline's when its words stand inside a stretch that ``artefacts.csv`` calls a headline or a heading;
* the body is all the rest of the article; every one of its answers is held against every one of a headline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from kit.compare.coverage import canonical, readable
from kit.compare.speech import standing, voices

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["COLUMNS", "KINDS", "headlines", "in_headlines"]

KINDS = ("headline", "heading")
"""The kinds of `kit.schema.Artefact` that announce the text below them."""

STRENGTH = {"flat": 2, "hedged": 1, "possible": 0}

COLUMNS = (
    "question", "text", "article", "outlet", "artefact", "kind", "claim_headline", "claim_body", "answer_headline",
    "answer_body", "by_headline", "by_body", "hedge_headline", "hedge_body", "class_headline", "class_body",
    "start_headline", "end_headline", "start_body", "end_body", "main", "same", "firmer",
)  # fmt: skip


def headlines(case: Case) -> pd.DataFrame:
    """One row for each answer of a headline and each answer of the same article's body to the same question.

    Articles in their order, headlines as read, of the body the main answer first. Columns: ``question``, ``text``,
    ``article``, ``outlet``; ``artefact``, ``kind`` (headline or heading); with ``_headline`` and ``_body``: ``claim``,
    ``answer`` (in words), ``by`` (whose, in words), ``hedge`` (words; missing for none), ``class`` (flat, hedged,
    possible), ``start``, ``end`` (code points); ``main`` (is the body's answer the article's main one?); ``same`` (are
    the two answers the same?); ``firmer``: headline, body, or neither, by class alone.
    """
    told = _claims(case)
    above = in_headlines(case, told)
    body = told[~told["claim"].isin(above["claim"])]
    columns = ["article", "question", "claim", "answer", "key", "by", "hedge", "class", "start", "end", "main"]
    pairs = above.drop(columns="main").merge(body[columns], on=["article", "question"], suffixes=("_headline", "_body"))
    pairs["same"] = pairs["key_headline"] == pairs["key_body"]
    strength = pairs["class_headline"].map(STRENGTH) - pairs["class_body"].map(STRENGTH)
    pairs["firmer"] = ["headline" if by > 0 else "body" if by < 0 else "neither" for by in strength]
    order = ["place", "start_headline", "asked", "claim_headline", "main", "start_body"]
    pairs = pairs.sort_values(order, ascending=[True, True, True, True, False, True], kind="stable")
    numbers = dict.fromkeys([name for name in COLUMNS if name.startswith(("start", "end"))], "Int64")
    types = {**numbers, "main": "boolean", "same": "boolean"}
    return pairs[list(COLUMNS)].reset_index(drop=True).astype({name: types.get(name, "str") for name in COLUMNS})


def in_headlines(case: Case, claims: pd.DataFrame) -> pd.DataFrame:
    """Those of the claims whose words stand inside a headline or a heading, with its ``artefact`` and ``kind``."""
    found = case.artefacts[case.artefacts["kind"].isin(KINDS)][["artefact", "article", "kind", "start", "end"]]
    pairs = claims.merge(found, on="article", suffixes=("", "_of"))
    inside = pairs[(pairs["start_of"] <= pairs["start"]) & (pairs["end"] <= pairs["end_of"])]
    return inside.drop_duplicates("claim").drop(columns=["start_of", "end_of"])


def _claims(case: Case) -> pd.DataFrame:
    questions = case.questions[["question", "text", "value_type", "unit"]]
    claims = standing(case.claims).merge(questions.assign(asked=range(len(questions))), on="question")
    outlets, names = case.articles.set_index("article")["outlet"], voices(case)
    place = {article: i for i, article in enumerate(outlets.index)}
    keys = [canonical(*each) for each in claims[["value", "value_type"]].itertuples(index=False)]
    return claims.assign(
        answer=readable(case, claims),
        key=pd.Series(keys, claims.index, "str"),
        by=[names.get(voice, voice) for voice in claims["asserted_by"]],
        outlet=claims["article"].map(outlets),
        place=claims["article"].map(place),
    ).rename(columns={"hedge_class": "class", "primary": "main"})
