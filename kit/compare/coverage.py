"""Which article answers which question, and with what: every question against every article.

* an article's main answer (``primary``) stands first, further answers in the same article follow;
* no answer is a row too: what an article is silent on can be seen beside what it says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from kit.compare.speech import standing, voices
from kit.values import GRAMMAR, ValueType, canonical, names

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["COLUMNS", "answers", "canonical", "readable"]

COLUMNS = (
    "question", "text", "group", "value_type", "article", "outlet", "silent", "answers", "claim", "value", "answer",
    "others", "hedge_class",
)  # fmt: skip


def answers(case: Case) -> pd.DataFrame:
    """One row for each question and article, in the order of the questions, then of the articles.

    Columns: ``question``, its ``text``, ``group``, ``value_type``; ``article``, ``outlet``; ``silent`` (yes when the
    article has no claim); ``answers`` (how many claims); of the main answer ``claim``, ``value`` (as written),
    ``answer`` (in words) and ``hedge_class``; ``others``: further answers in words, joined by ``; ``. The last
    five are missing where the article is silent.
    """
    questions = case.questions[["question", "text", "group", "value_type", "unit"]]
    grid = questions.merge(case.articles[["article", "outlet"]], how="cross")
    claims = standing(case.claims)
    # Main answers first, then as read; an article may have marked none, or several.
    claims = claims.sort_values(["primary", "start"], ascending=[False, True], kind="stable")
    claims = claims.merge(questions[["question", "value_type", "unit"]], on="question")
    claims["answer"] = readable(case, claims)
    grouped = claims.groupby(["question", "article"], sort=False)
    main = grouped[["claim", "value", "answer", "hedge_class"]].first()
    main["answers"] = grouped.size()
    others = grouped["answer"].agg(lambda each: "; ".join(each[1:]))
    main["others"] = others.where(others != "")
    table = grid.merge(main.reset_index(), how="left", on=["question", "article"])
    table["answers"] = table["answers"].fillna(0).astype("Int64")
    table["silent"] = (table["answers"] == 0).astype("boolean")
    return table[list(COLUMNS)].astype({"others": "str"})


def readable(case: Case, claims: pd.DataFrame) -> pd.Series:
    """Each value in words, for claims with the ``value_type`` and ``unit`` of their question."""
    named = {
        "speakers": voices(case),
        "events": dict(zip(case.events["event"], case.events["title"], strict=True)),
    }
    # An id means what its type says: the event "patrol" and the term "patrol" are two things.
    titles = {
        kind: {name: title for table in GRAMMAR[kind].tables for name, title in named.get(table, {}).items()}
        for kind in GRAMMAR
    }
    words = [
        _in_words(value, value_type, "" if pd.isna(unit) else unit, titles[value_type])
        for value, value_type, unit in claims[["value", "value_type", "unit"]].itertuples(index=False)
    ]
    return pd.Series(words, index=claims.index, dtype="str")


BOUNDS = {">=": "at least ", "<=": "at most ", "~": "about ", ">": "more than ", "<": "fewer than "}
VAGUE = {"plural": "more than one"}


def _in_words(value: str, value_type: ValueType, unit: str, titles: dict[str, str]) -> str:
    if value_type == "quantity":
        number, _, own = value.partition(" ")
        bound = next((mark for mark in BOUNDS if number.startswith(mark)), "")
        amount = BOUNDS.get(bound, "") + VAGUE.get(number, number.removeprefix(bound)).replace("..", " to ")
        return f"{amount} ({(own or unit).replace('_', ' ')})" if own or unit else amount
    if value_type == "time" and value == "../..":
        return "not resolved"
    if value_type == "time":
        return value.replace("../", "until ").replace("/..", " or later").replace("/", " to ").replace("T", " ")
    ids = names(value, value_type)
    if not ids:
        return value
    said = [titles.get(name, name.replace("_", " ")) for name in ids]
    if value_type == "order":
        return f"{value.split(':', maxsplit=1)[0]}: {said[0]}"
    return (" → " if value_type == "sequence" else ", ").join(said)
