"""Where an answer comes from, and how many independent origins stand behind one that several articles give.

* an origin is what the tables name: a recording, a release, a speaker, another outlet, an article's own reporting;
* several origins in which one body speaks, and outlets that repeat each other, count as one;
* what is not known is counted apart and never taken for one more origin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from kit.compare.coverage import canonical, readable
from kit.compare.speech import standing
from kit.compare.tracing import last_of, outlet_key, traced
from kit.schema import TABLES

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["COLUMNS", "origins", "support"]

COLUMNS = (
    "question", "text", "value", "answer", "articles", "outlets", "origins", "origin_ids", "kinds", "unknown", "claims",
    "sentence",
)  # fmt: skip


def origins(case: Case) -> pd.DataFrame:
    """The rows of ``origins.csv`` with the ``outlet`` of the article, and ``articles``: how many articles point at
    the same origin."""
    frame = case.origins
    frame["outlet"] = frame["article"].map(case.articles.set_index("article")["outlet"])
    frame["articles"] = frame["origin"].map(frame.groupby("origin")["article"].nunique()).astype("Int64")
    return frame[[*TABLES["origins"].model_fields, "outlet", "articles"]]


def support(case: Case) -> pd.DataFrame:
    """How many independent origins stand behind each answer: one row a question and answer, in the order of the
    questions, then as the articles give them. Wordings (questions of type ``label``) are left out: they have an author,
    not an origin.

    Columns: ``question``, its ``text``; ``value`` in the form equal values share, ``answer`` in words; ``articles`` and
    ``outlets`` (how many give it); ``origins`` (how many independent ones they name, at least), ``origin_ids`` (all they
    name, ``;`` between) with their ``kinds``; ``unknown`` (articles whose origin for it is not known); ``claims`` (ids);
    ``sentence``: all this in words.

    What `kit.compare.tracing.traced` gives one ``body`` counts once. An outlet of the case that others name as their origin adds
    none where its own article gives the answer with an origin; outlets that name each other in a ring are one.
    """
    asked = case.questions[["question", "text", "value_type", "unit"]]
    rows = standing(case.claims)[["claim", "value"]].merge(traced(case), on="claim").merge(asked, on="question")
    rows = rows[rows["value_type"] != "label"].reset_index(drop=True)
    rows["answer"] = readable(case, rows)
    rows["value"] = pd.Series(
        [canonical(*cell) for cell in rows[["value", "value_type"]].to_numpy()], rows.index, "str"
    )
    answers: dict[tuple[str, str], list[dict[str, str]]] = {}
    for cells in rows.astype(object).where(rows.notna(), "").to_numpy().tolist():
        row = dict(zip(rows.columns, cells, strict=True))
        answers.setdefault((row["question"], row["value"]), []).append(row)
    order = {question: i for i, question in enumerate(asked["question"])}
    found = [_supported(answers[key]) for key in sorted(answers, key=lambda key: order[key[0]])]
    counts = dict.fromkeys(("articles", "outlets", "origins", "unknown"), "Int64")
    return pd.DataFrame(found, columns=list(COLUMNS)).astype({**dict.fromkeys(COLUMNS, "str"), **counts})


def _supported(rows: list[dict[str, str]]) -> dict[str, object]:
    """The columns of one answer, from the traced claims that give it."""
    known = [row for row in rows if row["origin"]]
    told = {row["origin"]: row for row in known}
    articles = len({row["article"] for row in rows})
    unknown = articles - len({row["article"] for row in known})
    ends, names = _independent(known), dict[str, list[str]]()
    for row in told.values():
        names.setdefault(ends[row["body"]], []).append(row["name"])
    listed = [", ".join(each) + " (counted as one)" * (len(each) > 1) for each in names.values()]
    return {
        **{column: rows[0][column] for column in ("question", "text", "value", "answer")},
        "articles": articles, "outlets": len({row["outlet"] for row in rows}), "origins": len(names),
        "origin_ids": ";".join(told), "kinds": ";".join(dict.fromkeys(row["kind"] for row in told.values())),
        "unknown": unknown, "claims": ";".join(row["claim"] for row in rows),
        "sentence": _sentence(articles, listed, unknown),
    }  # fmt: skip


def _independent(known: list[dict[str, str]]) -> dict[str, str]:
    """Each body with the one it counts as: an outlet of the case counts as an origin that its own articles give, one
    that is no outlet if there is any."""
    outlets = {outlet_key(row["outlet"]) for row in known}
    own: dict[str, str] = {}
    for row in sorted(known, key=lambda row: (row["body"] in outlets, row["body"])):
        own.setdefault(outlet_key(row["outlet"]), row["body"])
    return {row["body"]: last_of(row["body"], own.get) for row in known}


NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def _counted(number: int, noun: str) -> str:
    return f"{NUMBERS[number] if number < len(NUMBERS) else f'{number:,}'} {noun}{'s' * (number != 1)}"


def _sentence(articles: int, names: list[str], unknown: int) -> str:
    told, missing = _counted(articles, "article"), "where {} it from is not told"
    if not names:
        return f"{told}; " + missing.format("it has" if articles == 1 else "they have")
    found = f"{told}, {'at least ' * bool(unknown)}{_counted(len(names), 'origin')}: {'; '.join(names)}"
    if not unknown:
        return found
    return f"{found}; " + missing.format(f"{_counted(unknown, 'article')} {'has' if unknown == 1 else 'have'}")
