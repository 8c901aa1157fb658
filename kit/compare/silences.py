"""What only one article answers, what one leaves out that all others have, and how many of each group it answers.

* weighted by nothing: a question is a question, and an article that answers it counts once, however often it does;
* an article answers in its own voice where one of its answers is its own; else only through those it cites;
* a silence says what is not in the text, never why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from kit.columns import OUTLET
from kit.compare.coverage import readable
from kit.compare.speech import standing, voices

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["GROUP_COLUMNS", "LEFT_OUT", "ONLY_ONE", "answering", "coverage_by_group", "left_out", "only_one"]

ONLY_ONE = ("question", "text", "group", "article", "outlet", "answer", "asserted_by", "claim", "characters")
LEFT_OUT = ("question", "text", "group", "article", "outlet", "answers", "claims")
GROUP_COLUMNS = ("group", "article", "outlet", "questions", "answered", "own_voice", "only", "left_out")

TWO, THREE = 2, 3
"""Articles it takes for one to stand alone, and for one to be missing from the others."""


def answering(case: Case) -> pd.DataFrame:
    """One row for each question and each article that answers it, in their orders.

    Columns: ``question``, ``article``; ``own`` (one answer at least is in the article's own voice); ``many`` (how many
    articles answer the question).
    """
    claims = standing(case.claims)[["question", "article", "asserted_by"]]
    claims = claims.assign(own=(claims["asserted_by"] == OUTLET).astype("bool"))
    found = claims.groupby(["question", "article"], sort=False)["own"].any().reset_index()
    found["many"] = found.groupby("question")["article"].transform("size").astype("Int64")
    return _in_order(case, found)


def only_one(case: Case) -> pd.DataFrame:
    """What only one article answers: one row for each of its answers, questions and articles in their orders.

    Columns: :data:`ONLY_ONE`: ``question``, its ``text`` and ``group``; ``article``, ``outlet``; ``answer`` (in words),
    ``asserted_by`` (whose it is, in words), ``claim``, ``characters`` (from-to, in code points). Empty for a case of
    fewer than two articles, where nothing can stand alone.
    """
    known = answering(case)
    alone = known[(known["many"] == 1) & (len(case.articles) >= TWO)]
    rows = _worded(case).merge(alone[["question", "article"]], on=["question", "article"])
    rows["asserted_by"] = rows["asserted_by"].map(voices(case)).astype("str")
    rows["characters"] = rows["start"].astype("str") + "-" + rows["end"].astype("str")
    return _told(case, rows, ONLY_ONE)


def left_out(case: Case) -> pd.DataFrame:
    """What one article leaves out that all others have: one row for each such question, in their order.

    Columns: :data:`LEFT_OUT`: ``question``, its ``text`` and ``group``; ``article`` (the silent one), ``outlet``;
    ``answers`` (what the others answer, in words, each once, most frequent first, ``; `` between); ``claims`` (their
    ids, ``;`` between). Empty for a case of fewer than three articles.
    """
    known, count = answering(case), len(case.articles)
    missing = known[(known["many"] == count - 1) & (count >= THREE)]
    everyone = set(case.articles["article"])
    silent = {question: min(everyone - set(its)) for question, its in missing.groupby("question")["article"]}
    claims = _worded(case)
    grouped = claims[claims["question"].isin(list(silent))].groupby("question", sort=False)
    rows = pd.DataFrame({
        "answers": grouped["answer"].agg(lambda each: "; ".join(each.value_counts(sort=True).index)),
        "claims": grouped["claim"].agg(";".join),
    }).reset_index()  # fmt: skip
    rows["article"] = rows["question"].map(silent)
    return _told(case, rows.astype({"answers": "str", "claims": "str", "article": "str"}), LEFT_OUT)


def coverage_by_group(case: Case) -> pd.DataFrame:
    """How many questions of each group each article answers: one row for each group and article, in their orders.

    Columns: :data:`GROUP_COLUMNS`: ``group``, ``article``, ``outlet``; ``questions`` (of the group), ``answered`` (by
    the article), ``own_voice`` (of these, in its own voice), ``only`` (that no other article answers), ``left_out`` (that
    all others answer). The last two are 0 where :func:`only_one` and :func:`left_out` are empty for want of articles.
    """
    known = answering(case).merge(case.questions[["question", "group"]], on="question")
    counts = pd.DataFrame(
        {
            "answered": known.groupby(["group", "article"]).size(),
            "own_voice": known[known["own"]].groupby(["group", "article"]).size(),
            "only": known[(known["many"] == 1) & (len(case.articles) >= TWO)].groupby(["group", "article"]).size(),
            "left_out": left_out(case).groupby(["group", "article"]).size(),
        }
    )
    sizes = case.questions.groupby("group", sort=False).size().rename("questions").reset_index()
    grid = sizes.merge(case.articles[["article", "outlet"]], how="cross")
    table = grid.merge(counts.rename_axis(["group", "article"]).reset_index(), how="left", on=["group", "article"])
    numbers = ["questions", *counts.columns]
    table[numbers] = table[numbers].fillna(0).astype("Int64")
    return table[list(GROUP_COLUMNS)]


def _worded(case: Case) -> pd.DataFrame:
    """The standing claims with their ``answer`` in words: by question and article, main answers first, then as read."""
    claims = standing(case.claims).sort_values(["primary", "start"], ascending=[False, True], kind="stable")
    claims = _in_order(case, claims.merge(case.questions[["question", "value_type", "unit"]], on="question"))
    return claims.assign(answer=readable(case, claims))


def _told(case: Case, rows: pd.DataFrame, columns: tuple[str, ...]) -> pd.DataFrame:
    """The rows with what belongs to their question and article, in order."""
    rows = rows.merge(case.questions[["question", "text", "group"]], on="question")
    rows["outlet"] = rows["article"].map(case.articles.set_index("article")["outlet"]).astype("str")
    return _in_order(case, rows)[list(columns)]


def _in_order(case: Case, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows in the order of the questions, then of the articles, else as they are."""
    tables = {"question": case.questions, "article": case.articles}
    place = {column: {one: i for i, one in enumerate(table[column])} for column, table in tables.items()}
    keys = pd.DataFrame({column: rows[column].map(place[column]) for column in tables})
    return rows.loc[keys.sort_values([*tables], kind="stable").index].reset_index(drop=True)
