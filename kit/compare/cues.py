"""Cue words: with which words each outlet introduces what a speaker says (said, claimed, revealed).

* a cue is taken as printed, small letters aside: *said* and *says* stay two, and a phrase stays a phrase;
* refusals to comment have cues too; what an article says in its own voice, or without any cue, has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from kit.columns import OUTLET
from kit.compare.speech import NOBODY, standing, voices

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["COLUMNS", "cues", "introduced"]

COLUMNS = ("speaker", "name", "cue", "outlet", "count", "quotes")


def cues(case: Case) -> pd.DataFrame:
    """One row for each speaker, cue and outlet: speakers as in ``speakers.csv`` (no speaker given last), outlets in
    their order, cues as they first appear there.

    Columns: ``speaker`` (an id or ``-``), ``name``; ``cue`` (in small letters, white space collapsed); ``outlet``;
    ``count`` of stretches of speech; ``quotes`` (their ids, ``;`` between, as in ``quotes.csv``).
    """
    rows = introduced(case)
    grouped = rows.groupby(["speaker", "name", "cue", "outlet"], sort=False)["quote"].agg(["size", ";".join])
    table = grouped.reset_index().rename(columns={"size": "count", "join": "quotes"})
    return table[list(COLUMNS)].astype({name: "Int64" if name == "count" else "str" for name in COLUMNS})


def introduced(case: Case) -> pd.DataFrame:
    """The standing rows of ``quotes.csv`` with a cue and not in the article's own voice, in the order of :func:`cues`,
    with ``outlet``, ``speaker`` (an id or ``-``), ``name``, and ``cue`` as there."""
    rows = standing(case.quotes)
    rows = rows.assign(speaker=rows["speaker"].fillna(NOBODY))
    rows = rows[rows["cue"].notna() & (rows["speaker"] != OUTLET)]
    articles, names = case.articles, voices(case)
    outlets = dict(zip(articles["article"], articles["outlet"], strict=True))
    rows = rows.assign(
        outlet=rows["article"].map(outlets).astype("str"),
        name=rows["speaker"].map(names).astype("str"),
        cue=[" ".join(cue.lower().split()) for cue in rows["cue"]],
    )
    speakers = {speaker: i for i, speaker in enumerate([*case.speakers["speaker"], NOBODY])}
    place = {outlet: i for i, outlet in enumerate(dict.fromkeys(articles["outlet"]))}
    keys = {"s": rows["speaker"].map(speakers), "o": rows["outlet"].map(place), "start": rows["start"]}
    return rows.loc[pd.DataFrame(keys).sort_values([*keys], kind="stable").index].reset_index(drop=True)
