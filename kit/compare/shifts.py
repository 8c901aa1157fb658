"""Voice shift: one article states as fact, in its own voice, what another (or its own text) attributes to someone.

* the pairs are those of `kit.compare.verdicts` that agree or are compatible; a shift changes no verdict;
* where the other's words stand inside quotation marks, a quotation became narration, or narration a quotation: which was
  first, the tables do not say;
* inside one article only a headline is held against the text: that a text both states and quotes is no shift.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from kit.columns import OUTLET
from kit.compare.coverage import canonical
from kit.compare.headlines import in_headlines
from kit.compare.speech import standing
from kit.compare.verdicts import verdicts

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["ALIKE", "COLUMNS", "KINDS", "shifts"]

Places = npt.NDArray[np.integer[Any]]

ALIKE = ("agree", "compatible")
"""The verdicts of answers that can be one answer in two voices."""

KINDS = ("stated here, attributed there", "narrated here, quoted there", "headline states, body attributes")

COLUMNS = (
    "question", "text", "group", "article_stated", "claim_stated", "article_attributed", "claim_attributed", "speaker",
    "via", "kind", "verdict", "headline", "also_stated", "places",
)  # fmt: skip


def shifts(case: Case) -> pd.DataFrame:
    """One row for each question and two articles, the first of which states what the second attributes.

    In the order of the questions; of several such pairs of claims that of the two main answers stands, else the first
    read. Columns: ``question``, its ``text`` and ``group``; ``article_stated`` with ``claim_stated`` (asserted by the
    article itself, without a hedge); ``article_attributed`` with ``claim_attributed``, its ``speaker`` (an id) and
    ``via`` (hands, nearest the outlet first; empty for none); ``kind`` (one of :data:`KINDS`; of the last kind both
    articles are the same); ``verdict`` (agree or compatible); ``headline`` (the main answers of two articles?);
    ``also_stated`` (does the second article state one of the two answers too? of the last kind: does its text?); ``places``: both in
    characters, ``;`` between. Text columns but ``places`` are categories.
    """
    pairs = verdicts(case)
    pairs = pairs[pairs["verdict"].isin(ALIKE) & (pairs["voice_shift"] != "")]
    first = (pairs["voice_shift"] == "a").to_numpy(bool)
    frame = pairs[["question", "group", "verdict", "headline"]].copy()
    for side, here in (("stated", first), ("attributed", ~first)):
        for name in ("article", "claim"):
            frame[f"{name}_{side}"] = _either(here, pairs[f"{name}_a"], pairs[f"{name}_b"])
    claims = _claims(case, frame["claim_stated"].cat.categories)
    frame = _one_each(_between(claims, frame)).reset_index(drop=True)
    return _told(case, claims, frame)[list(COLUMNS)]


def _either(here: npt.NDArray[np.bool_], one: pd.Series, other: pd.Series) -> pd.Categorical:
    """The one where ``here``, else the other; both have the same categories."""
    return pd.Categorical.from_codes(np.where(here, one.cat.codes, other.cat.codes), one.cat.categories)


def _claims(case: Case, ids: pd.Index) -> pd.DataFrame:
    """The claims with these ids, in this order, with what a pair needs of each; pairs name them by their place.

    ``above``: in a headline? ``fact``: stated by the article itself, without a hedge? ``answer``: a number that equal
    answers to one question share.
    """
    rows = standing(case.claims)
    types = rows["question"].map(case.questions.set_index("question")["value_type"])
    values = [canonical(value, kind) for value, kind in zip(rows["value"], types, strict=True)]
    found: pd.DataFrame = rows.assign(
        above=rows["claim"].isin(in_headlines(case, rows)["claim"]),
        fact=(rows["asserted_by"] == OUTLET) & (rows["hedge_class"] == "flat"),
        answer=rows.assign(value=values).groupby(["question", "value"], sort=False).ngroup(),
        place=rows["start"].astype("str") + "-" + rows["end"].astype("str"), via=rows["via"].fillna(""),
    ).set_index("claim").loc[ids]  # fmt: skip
    return found


def _between(claims: pd.DataFrame, frame: pd.DataFrame) -> pd.DataFrame:
    """The pairs of two articles, and inside one those of a headline and the text below it."""
    above = claims["above"].to_numpy(bool)
    inside = frame["article_stated"].cat.codes == frame["article_attributed"].cat.codes
    headed = above[frame["claim_stated"].cat.codes] & ~above[frame["claim_attributed"].cat.codes]
    kept: pd.DataFrame = frame.assign(inside=inside)[~inside | headed]
    return kept


def _one_each(frame: pd.DataFrame) -> pd.DataFrame:
    """The pair of main answers of two articles, else the first; the order of the questions is kept."""
    codes = [frame[name].cat.codes.to_numpy(np.int64) for name in ("question", "article_stated", "article_attributed")]
    many = len(frame["article_stated"].cat.categories)
    key = (codes[0] * many + codes[1]) * many + codes[2]
    ordered = np.argsort(~frame["headline"].to_numpy(bool), kind="stable")
    _, places = np.unique(key[ordered], return_index=True)
    return frame.iloc[np.sort(ordered[places])]


def _told(case: Case, claims: pd.DataFrame, frame: pd.DataFrame) -> pd.DataFrame:
    stated, attributed = (frame[f"claim_{side}"].cat.codes.to_numpy() for side in ("stated", "attributed"))

    def of(column: str) -> pd.Categorical:
        codes, values = pd.factorize(claims[column])
        return pd.Categorical.from_codes(codes[attributed], values)

    inside, quoted = frame["inside"].to_numpy(bool), claims["in_quotation"].to_numpy(bool)[attributed]
    texts = case.questions.set_index("question")["text"]
    places = claims["place"].to_numpy(object)
    return frame.assign(
        text=frame["question"].map(texts).astype("category"),
        speaker=of("asserted_by"), via=of("via"), also_stated=_also(claims, stated, attributed, inside),
        kind=pd.Categorical.from_codes(np.select([inside, quoted], [2, 1], 0), pd.Index(KINDS)),
        places=pd.Series(places[stated] + ";" + places[attributed], frame.index, "str"),
    )  # fmt: skip


def _also(
    claims: pd.DataFrame, stated: Places, attributed: Places, inside: npt.NDArray[np.bool_]
) -> npt.NDArray[np.bool_]:
    """For each pair, whether the article that attributes states one of the two answers too; inside one article, whether
    its text does, as its headline is what states it."""
    answers, articles = claims["answer"].to_numpy(np.int64), pd.factorize(claims["article"])[0].astype(np.int64)
    keys = answers * len(claims) + articles
    fact, above = claims["fact"].to_numpy(bool), claims["above"].to_numpy(bool)
    found = np.zeros(len(stated), bool)
    for places in (stated, attributed):
        key = answers[places] * len(claims) + articles[attributed]
        found |= np.where(inside, np.isin(key, keys[fact & ~above]), np.isin(key, keys[fact]))
    return found
