"""How far each wording lies from the others, and which utterances only one outlet has in quotation marks.

* a distance is the share of words to be put in, taken out or replaced (Levenshtein's, normalised by the longer of the two:
  rapidfuzz), capitals and outer punctuation aside;
* only the stretch that both wordings quote is measured: to quote less is not to word otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd
from rapidfuzz.distance import Levenshtein

from kit.compare.alignment import form
from kit.compare.speech import standing
from kit.compare.wordings import wordings
from kit.schema import Quote

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["apart", "drift", "only_quoted"]


def drift(case: Case) -> pd.DataFrame:
    """One row an utterance and outlet, of the utterances that two or more outlets quote in words.

    Columns: ``utterance``, ``outlet``; ``others`` (outlets whose wording shares a stretch with this one's); ``apart``: mean
    distance from their wordings, 0 (word for word the same) to 1 (no word in common); missing where none shares a stretch.
    """
    rows = []
    for utterance, group in wordings(case).groupby("utterance", sort=False):
        lines = [(line["outlet"].iloc[0], line["word"].tolist()) for _, line in group.groupby("quote", sort=False)]
        found: dict[str, dict[str, list[float]]] = {outlet: defaultdict(list) for outlet, _ in lines}
        for i, (outlet, one) in enumerate(lines):
            for other, another in lines[i + 1 :]:
                distance = apart(one, another)
                if outlet != other and distance is not None:
                    found[outlet][other].append(distance)
                    found[other][outlet].append(distance)
        for outlet, others in found.items():
            means = [sum(each) / len(each) for each in others.values()]
            rows.append([utterance, outlet, len(means), sum(means) / len(means) if means else None])
    frame = pd.DataFrame(rows, columns=["utterance", "outlet", "others", "apart"])
    shared = frame.groupby("utterance")["outlet"].transform("size") > 1
    return (
        frame[shared]
        .reset_index(drop=True)
        .astype({"utterance": "str", "outlet": "str", "others": "Int64", "apart": "Float64"})
    )


def apart(one: Sequence[object], other: Sequence[object]) -> float | None:
    """The distance of two rows of one alignment on the stretch that both quote; None where they share none."""
    held = [[i for i, cell in enumerate(line) if isinstance(cell, str)] for line in (one, other)]
    start, end = max(held[0][0], held[1][0]), min(held[0][-1], held[1][-1])
    forms = [
        [form(str(line[i])) for i in where if start <= i <= end] for line, where in zip((one, other), held, strict=True)
    ]
    return float(Levenshtein.normalized_distance(*forms)) if all(forms) else None


def only_quoted(case: Case) -> pd.DataFrame:
    """One row an outlet, in their order: utterances in quotation marks that no other outlet has in quotation marks.

    Columns: ``outlet``; ``alone`` (utterances that only this outlet quotes), ``shared`` (that others quote too), ``words``
    in quotation marks of those quoted alone. A quotation that is part of no utterance counts as one of its own; labels do not
    count. Another outlet may still report the same in its own words.
    """
    quotes = standing(case.quotes)
    quotes = quotes[quotes["kind"].isin(Quote.VERBATIM - {"label"}) & (quotes["text"].fillna("").str.strip() != "")]
    quotes = quotes.assign(
        said=quotes["utterance"].fillna("quote " + quotes["quote"]),
        outlet=quotes["article"].map(case.articles.set_index("article")["outlet"]), words=[len(text.split()) for text in quotes["text"]],
    )  # fmt: skip
    single = quotes.groupby("said")["outlet"].transform("nunique") == 1
    rows = []
    for outlet in dict.fromkeys(case.articles["outlet"]):
        own = quotes["outlet"] == outlet
        counts = [quotes.loc[own & which, "said"].nunique() for which in (single, ~single)]
        rows.append([outlet, *counts, int(quotes.loc[own & single, "words"].sum())])
    return pd.DataFrame(rows, columns=["outlet", "alone", "shared", "words"])
