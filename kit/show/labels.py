"""Words side by side: the labels of every outlet in one row, and a headline beside the text below it.

* a label is given as printed, with whoever else it belongs to, and in quotation marks where the article sets it so;
* :func:`headlined` puts each answer of a headline beside all that its article's body answers to the same question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from kit.columns import OUTLET
from kit.compare.coverage import canonical
from kit.compare.headlines import headlines
from kit.compare.labels import TYPES
from kit.compare.labels import labels as side_by_side
from kit.compare.speech import NOBODY, voices
from kit.show.layout.labels import counted
from kit.show.look import article_names
from kit.show.table import Table, only

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["headlined", "labels"]

SIDE = 8
"""Articles that stand side by side; of more, each label is a row with the outlets that use it."""

ROWS = 400
"""Rows of a table at most; ``kit show`` prints all."""

NAMED = 3
"""Outlets named in a row of a case with more; the others are counted."""

HEADLINED = (
    "stands in", "question", "headline", "body", "body has it too", "characters", "characters in the body",
)  # fmt: skip

UNASKED = "asked by no question"
MARKED = "in quotation marks"
"""What stands for the question, and for its group and kind, of a label that no question asks for."""


def labels(case: Case, **values: str) -> Table:
    """The labels of the same people, things and acts: a row a question, a column an article; those that articles
    word differently first, then those they word alike, then those only one has.

    A label in quotation marks has them; in brackets stands whose it is, where it is not the article's own. ``values``
    keep rows, such as ``labels(case, kind="name")`` (label or name), and leave their column out. Raises ``ValueError``
    as `kit.show.table.only` does. With more than :data:`SIDE` articles a row is a label, with the number of its articles
    and the first of their outlets. At most :data:`ROWS` rows, and the caption says how many are left out.
    """
    found = side_by_side(case).rename(columns={"question": "id", "text": "question", "value_type": "kind"})
    found = found.fillna({"id": NOBODY, "question": UNASKED, "group": MARKED, "kind": MARKED})
    # A quoted label may run over lines, which a value may not.
    found["key"] = [canonical(" ".join(label.split()), "label") for label in found["label"]]
    found["told"] = [_told(row) for row in found.itertuples()]
    found = found.assign(rank=found["id"].map(_ranks(found))).sort_values("rank", kind="stable")
    frame = _columns(case, found) if len(case.articles) <= SIDE else _rows(found)
    limits = [f"{column} is {value}" for column, value in values.items()]
    caption = "The labels of the same people, things and acts, as each outlet prints them"
    caption += f" ({', '.join(limits)})" if limits else ""
    return _shown(only(frame, {"kind": TYPES}, **values).drop(columns=list(values)), caption)


def _shown(frame: pd.DataFrame, caption: str) -> Table:
    """The first rows, with what is left out."""
    left = len(frame) - ROWS
    return Table(frame[:ROWS], caption + (f"; the first {ROWS} rows, {left:,} are left out" if left > 0 else ""))


def _told(row: Any) -> str:
    """A label with its marks, and whose it is."""
    label = f"“{row.label}”" if row.in_quotation or (row.marked and "“" not in row.label) else row.label
    return label if row.asserted_by == OUTLET else f"{label} ({row.by})"


def _ranks(found: pd.DataFrame) -> dict[str, int]:
    """By question: 0 where two or more articles have different labels, 1 where the same, 2 where one article has any."""
    asked = found.groupby("id", sort=False)[["article", "key"]].nunique().reset_index()
    return {
        question: 2 if articles < 2 or question == NOBODY else int(kinds < 2)
        for question, articles, kinds in asked.itertuples(index=False)
    }


def _columns(case: Case, found: pd.DataFrame) -> pd.DataFrame:
    names = article_names(case)
    shown = found.drop_duplicates(["id", "article", "told"])
    cells = shown.groupby(["id", "article"], sort=False)["told"].agg("; ".join).to_dict()
    rows = found.drop_duplicates("id")
    frame = rows[["group", "kind", "question"]].reset_index(drop=True)
    for article, name in names.items():
        frame[name] = pd.Series([cells.get((question, article)) for question in rows["id"]], frame.index, "str")
    return frame


def _rows(found: pd.DataFrame) -> pd.DataFrame:
    """A row for each question and label, the most frequent first."""
    by = ["rank", "id", "group", "kind", "question", "key"]
    counts = {"label": ("label", "first"), "articles": ("article", "nunique"), "outlets": ("outlet", _few)}
    rows = found.groupby(by, sort=False).agg(**counts).reset_index()
    rows["place"] = rows["id"].map({question: i for i, question in enumerate(dict.fromkeys(rows["id"]))})
    rows = rows.sort_values(["place", "articles"], ascending=[True, False], kind="stable")
    return rows[["group", "kind", "question", "label", "articles", "outlets"]].reset_index(drop=True)


def _few(outlets: pd.Series) -> str:
    names = list(dict.fromkeys(outlets))
    more = [counted(len(names) - NAMED, "other outlet")] if len(names) > NAMED else []
    return "; ".join([*names[:NAMED], *more])


def headlined(case: Case) -> Table:
    """Headline against body: a row for each answer of a headline or heading, with the body's different answers to the
    same question, the article's main one first; each with its hedge and with whoever else says it, and its characters."""
    pairs = headlines(case)
    pairs["above"], pairs["below"] = _answers(case, pairs, "headline"), _answers(case, pairs, "body")
    places = [f"{a}-{b}" for a, b in zip(pairs["start_body"], pairs["end_body"], strict=True)]
    pairs["place"] = pd.Series(places, pairs.index, "str")
    rows = [_against(its) for _, its in pairs.groupby("claim_headline", sort=False)]
    frame = pd.DataFrame(rows, columns=["outlet", *HEADLINED]).replace({"outlet": article_names(case)})
    return _shown(frame, "Headlines against the text below them")


def _against(its: pd.DataFrame) -> list[str]:
    """The cells of one answer of a headline, from all its rows."""
    first, body = its.iloc[0], its.drop_duplicates("below")
    also = its[its["same"]]
    where = "no" if also.empty else "yes" if also["main"].any() else "yes, not its main one"
    return [
        *first[["article", "kind", "text", "above"]], "; ".join(body["below"]), where,
        f"{first['start_headline']}-{first['end_headline']}", "; ".join(body["place"]),
    ]  # fmt: skip


def _answers(case: Case, pairs: pd.DataFrame, side: str) -> pd.Series:
    """Each answer with its hedge, and with who gives it where that is not the article itself."""
    own, told = voices(case)[OUTLET], []
    columns = [f"{name}_{side}" for name in ("answer", "hedge", "class", "by")]
    for answer, hedge, kind, by in pairs[columns].fillna("").astype(str).to_numpy():
        weak = f", “{hedge}”" if hedge else "" if kind == "flat" else f", {kind}"
        told.append(f"{answer}{weak}" + ("" if by == own else f" ({by})"))
    return pd.Series(told, pairs.index, "str")
