"""The pairs a reader is shown: the headline of every two articles, and what is farthest apart inside each.

* of the many pairs of claims inside one article, the farthest apart stands for the article on that question;
* differences of wording alone (labels, and names of which several can be right) are marked, to be counted apart.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from kit.compare.verdicts import verdicts

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["FAR", "WORDING", "parted"]

FAR = ("agree", "compatible", "undecided", "differ", "contradict")
"""The verdicts from near to far."""

WORDING = ("label", "name")
"""The types whose answers are words to be compared as words. A name of which only one can be right is no mere wording."""


def parted(case: Case) -> pd.DataFrame:
    """Of :func:`kit.compare.verdicts.verdicts` the headline pairs and, for each question an article answers more than once,
    the pair inside it that is farthest apart; in the order of that table.

    Further columns: ``far`` (place of the verdict in :data:`FAR`), ``wording`` (is the question about words alone?), ``inside`` (one
    article?), ``pair`` (the two articles as ``a|b``, a category).
    """
    return _parted(case).copy(deep=False)


@lru_cache(maxsize=1)
def _parted(case: Case) -> pd.DataFrame:
    found = verdicts(case)
    articles = pd.Index(case.articles["article"])
    a, b = (found[f"article_{side}"].cat.set_categories(articles).cat.codes.to_numpy(np.int64) for side in "ab")
    asked = found["question"].cat
    kinds = case.questions.set_index("question").reindex(asked.categories)
    words = kinds["value_type"].isin(WORDING) & ~((kinds["value_type"] == "name") & kinds["single"])
    wording = words.to_numpy(bool)[asked.codes]
    far = np.array([FAR.index(verdict) for verdict in found["verdict"].cat.categories], np.int8)[
        found["verdict"].cat.codes
    ]
    key, keys = pd.factorize(a * len(articles) + b)
    names = pd.Index([f"{articles[k // len(articles)]}|{articles[k % len(articles)]}" for k in keys], dtype="str")
    found = found.assign(far=far, wording=wording, inside=a == b, pair=pd.Categorical.from_codes(key, names))
    alone = found.loc[found["inside"], ["question", "article_a", "far"]].sort_values(
        "far", ascending=False, kind="stable"
    )
    farthest = alone.drop_duplicates(["question", "article_a"]).index
    kept = found["headline"].to_numpy(copy=True)
    kept[found.index.isin(farthest)] = True
    return found[kept]
