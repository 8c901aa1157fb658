"""How the rules group a case's quotations, beside the curators' utterances."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from kit.compare.speech import standing
from kit.compare.variants.grouping import variants
from kit.schema import Quote

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["COLUMNS", "found_in"]

COLUMNS = ("quote", "article", "utterance", "found")


def found_in(case: Case) -> pd.DataFrame:
    """One row a quotation in words, as stored: ``quote``, ``article``, ``utterance`` (the curators'), ``found`` (the rules':
    the least ``quote`` of the group). The rules are given words, article, date, speaker and the body a speaker is part of, never the utterance."""
    quotes = standing(case.quotes)
    quotes = quotes[quotes["kind"].isin(Quote.VERBATIM) & quotes["text"].fillna("").str.strip().ne("")]
    published = case.articles.set_index("article")["published"]
    given = pd.DataFrame(
        {
            "id": quotes["quote"],
            "text": quotes["text"],
            "article": quotes["article"],
            "published": quotes["article"].map(published).astype("str"),
            "case": "this",
            "speaker": quotes["speaker"],
            "part_of": quotes["speaker"].map(case.speakers.set_index("speaker")["part_of"]).astype("str"),
        }
    )
    found = quotes[["quote", "article", "utterance"]].assign(found=variants(given)["utterance"].to_numpy())
    return found.reset_index(drop=True)[list(COLUMNS)]
