"""Which utterances a view of wordings shows, and of which articles: limited before anything is aligned, since every two
wordings of an utterance are held against each other."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

import pandas as pd

from kit.compare.speech import standing
from kit.schema import Quote

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["ARTICLES", "UTTERANCES", "left_out", "limited", "quoting"]

UTTERANCES, ARTICLES = 40, 12
"""Utterances shown, those that most articles quote, and articles of each, the first that quote it: what a menu and a screen
hold."""


def quoting(case: Case) -> pd.Series:
    """How many articles quote each utterance in words, of those that two or more do; the most first."""
    quotes = standing(case.quotes)
    quotes = quotes[quotes["kind"].isin(sorted(Quote.VERBATIM)) & quotes["utterance"].notna()]
    quotes = quotes[quotes["text"].fillna("").str.strip() != ""]  # white space alone has no word
    often = quotes.groupby("utterance")["article"].nunique()
    often = often.reindex([each for each in case.utterances["utterance"] if each in often.index])
    return often[often > 1].sort_values(ascending=False, kind="stable")


def limited(case: Case, often: pd.Series) -> Case:
    """The case with the quotations of the utterances shown alone, of each from the first articles that quote it."""
    quotes = case.quotes[case.quotes["utterance"].isin(often.index[:UTTERANCES])]
    place = {article: i for i, article in enumerate(case.articles["article"])}
    rank = quotes["article"].map(place).groupby(quotes["utterance"]).rank(method="dense")
    tables = {**case.tables, "quotes": quotes[rank <= ARTICLES]}
    return replace(case, tables=MappingProxyType(tables))


def left_out(often: pd.Series) -> str:
    """What of the case is shown, in words; empty where that is everything."""
    cut = [f"the {UTTERANCES} of {len(often)} utterances that most articles quote"] if len(often) > UTTERANCES else []
    cut += [f"of each the first {ARTICLES} articles"] if often.max() > ARTICLES else []
    return ", ".join(cut)
