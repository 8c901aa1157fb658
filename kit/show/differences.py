"""Where the accounts part: the short table that a reader in a hurry wants first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from kit.columns import OUTLET
from kit.compare.coverage import answers, canonical
from kit.compare.speech import voices
from kit.show.look import article_names
from kit.show.table import Table

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["differences"]

MOST = 12
"""Questions the short table has: what fits on a screen or two."""

SILENT = "–"


def differences(case: Case, most: int = MOST) -> Table:
    """Questions with one true answer at most, to which articles give main answers that are not written alike.

    Those that most articles answer come first, then those with most different answers. One row a question, one
    column an article; an answer that is not the article's own names whose it is, ``+n`` counts its further ones,
    a dash is a silence.
    """
    table = answers(case)
    table["alike"] = [
        canonical(v, t) if isinstance(v, str) else None for v, t in table[["value", "value_type"]].to_numpy()
    ]
    told = table.groupby("question", sort=False).agg(answering=("alike", "count"), different=("alike", "nunique"))
    single = case.questions.set_index("question")["single"]
    told = told[(told["different"] > 1) & single[told.index] & (told["answering"] > 1)]
    chosen = told.sort_values(["answering", "different"], ascending=False, kind="stable").head(most)
    asserted = case.claims.set_index("claim")["asserted_by"].map(voices(case))
    own = voices(case)[OUTLET]
    table["cell"] = [_cell(row, asserted.get(row.claim), own) for row in table.itertuples()]
    names, asked = article_names(case), case.questions.set_index("question")["text"]
    cells = table.set_index(["question", "article"])["cell"].to_dict()
    columns = {name: [cells[question, article] for question in chosen.index] for article, name in names.items()}
    frame = pd.DataFrame({"question": list(asked[chosen.index]), **columns})
    caption = f"Where the accounts part: {len(frame)} of {len(told)} questions with main answers that are not the same"
    return Table(frame, caption)


def _cell(row: object, asserted: object, own: str) -> str:
    """An answer in words, with whose it is when not the article's own, and how many further ones there are."""
    answer, count = getattr(row, "answer", None), int(getattr(row, "answers", 0))
    if not isinstance(answer, str):
        return SILENT
    whose = f" ({asserted})" if isinstance(asserted, str) and asserted != own else ""
    return answer + whose + (f" +{count - 1}" if count > 1 else "")
