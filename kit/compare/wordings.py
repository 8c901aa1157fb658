"""One utterance in the words of every article that quotes it, set word under word.

* only what stands in quotation marks is compared, of the utterances that two or more articles quote;
* two words are the same when they differ in nothing but capitals and outer punctuation;
* how they are set is `kit.compare.alignment`'s; words that replace each other share a position.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pandas as pd

from kit.compare.alignment import Position, aligned, form
from kit.compare.alignment import words as read
from kit.compare.speech import standing
from kit.schema import Quote

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["COLUMNS", "RELATIONS", "relations", "wordings"]

COLUMNS = ("utterance", "quote", "article", "outlet", "position", "word", "place", "variant")

RELATIONS = ("words changed", "cut or extended", "the same")
"""How the wordings of one utterance relate, the strongest first."""


def wordings(case: Case) -> pd.DataFrame:
    """The aligned words: one row for each position of each quotation of an utterance.

    Columns: ``utterance``, ``quote``, ``article``, ``outlet``; ``position`` (from 0, shared by the wordings
    of an utterance); ``word`` (as it stands, missing in a gap); ``place``: ``same`` (no other word stands
    there), ``changed`` (another does), ``left out`` (a gap inside the quotation) or ``outside`` (before its first
    or after its last word); ``variant``: 0, or where words differ their rank by number of wordings (1 the
    most frequent, the earlier outlet first).
    """
    quotes = _quoted(case)
    rows: list[dict[str, Any]] = []
    for utterance, group in quotes.groupby("utterance", sort=False):
        words = [read(text) for text in group["text"]]
        positions = aligned(words)
        for number, quote in enumerate(group.to_dict("records")):
            known = {"utterance": utterance, **{key: quote[key] for key in ("quote", "article", "outlet")}}
            rows += [{**known, **cell} for cell in _cells(positions, number, words)]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return frame.astype({name: "Int64" if name in ("position", "variant") else "str" for name in COLUMNS})


def relations(words: pd.DataFrame) -> pd.DataFrame:
    """One row an utterance of :func:`wordings`: ``utterance``, ``articles``, ``quotations``, ``positions``,
    ``changed`` (positions where words differ) and ``relation`` (one of ``RELATIONS``)."""
    rows = []
    for utterance, group in words.groupby("utterance", sort=False):
        changed = group.loc[group["place"] == "changed", "position"].nunique()
        gaps = group["word"].isna().any()
        relation = RELATIONS[0] if changed else RELATIONS[1] if gaps else RELATIONS[2]
        counts = [group[column].nunique() for column in ("article", "quote", "position")]
        rows.append([utterance, *counts, changed, relation])
    return pd.DataFrame(rows, columns=["utterance", "articles", "quotations", "positions", "changed", "relation"])


def _quoted(case: Case) -> pd.DataFrame:
    """The quotations in words of utterances that two or more articles quote: outlets in order, then as read."""
    quotes = standing(case.quotes)
    quotes = quotes[quotes["kind"].isin(Quote.VERBATIM) & quotes["utterance"].notna()]
    blank = [not text.split() for text in quotes["text"].fillna("")]  # white space alone has no word
    quotes = quotes.drop(index=quotes.index[blank])
    shared = quotes.groupby("utterance")["article"].nunique()
    quotes = quotes[quotes["utterance"].isin(shared[shared > 1].index)]
    place = {name: i for i, name in enumerate(case.utterances["utterance"])}
    articles = case.articles.set_index("article")
    order = {name: i for i, name in enumerate(articles.index)}
    quotes = quotes.assign(
        outlet=quotes["article"].map(articles["outlet"]),
        u=quotes["utterance"].map(place),
        a=quotes["article"].map(order),
    )
    return quotes.sort_values(["u", "a", "start"], kind="stable")


def _cells(positions: list[Position], number: int, words: list[list[str]]) -> list[dict[str, Any]]:
    filled = [p for p, position in enumerate(positions) if number in position]
    cells = []
    for p, position in enumerate(positions):
        kinds = Counter(form(words[i][position[i]]) for i in sorted(position))
        if number not in position:
            place, variant, word = "left out" if filled[0] < p < filled[-1] else "outside", 0, None
        else:
            word = words[number][position[number]]
            place = "changed" if len(kinds) > 1 else "same"
            variant = [kind for kind, _ in kinds.most_common()].index(form(word)) + 1 if len(kinds) > 1 else 0
        cells.append({"position": p, "word": word, "place": place, "variant": variant})
    return cells
