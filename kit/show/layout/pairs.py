"""The cells of the verdict matrix: a row a question, a column two articles, or one article held against itself.

* a cell holds the headline verdict of two articles; inside one article it holds the verdict that is farthest apart;
* questions where the accounts part most stand first, those about wording (labels, names) after all others;
* texts that many cells share (reasons, answers, voices) are sent once, and named by number.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from kit.columns import OUTLET
from kit.compare.coverage import readable
from kit.compare.parting import FAR
from kit.compare.speech import standing, voices
from kit.show.layout.labels import short, unique
from kit.show.look import article_names

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["LEFT", "MARKS", "STEP", "Pairs", "pairs"]

MARKS = ("\ue000", "\ue001")
"""Stand for the two answers in a reason: characters for private use, which no text has."""

LEFT, STEP, GAP = 352, 32, 22
"""Pixels: the question's text, a column, and the gap before the columns of single articles."""

COLUMNS, ALONE = 10, 5
"""Pairs of articles, and single articles, that have a column: where there are more those that part most, then those
that answer most questions."""


class Pairs(NamedTuple):
    """What is drawn.

    ``cells``: ``i`` (question), ``j`` (column), ``v`` (verdict, its place in `kit.compare.parting.FAR`), ``k`` (type), ``n`` (nature), ``r`` (reason),
    ``a``, ``b`` (claims), ``u`` (a person's ruling that says otherwise, -1 where there is none), all by number; ``questions``,
    ``columns``, ``types``, ``reasons``, ``rulings``, ``claims``, ``voices`` and ``outlets`` say what the numbers mean (a reason has
    :data:`MARKS` for the answers); ``left_out``: pairs of articles, and single articles, without a column.
    """

    cells: pd.DataFrame
    questions: pd.DataFrame
    columns: pd.DataFrame
    types: list[str]
    reasons: pd.DataFrame
    rulings: pd.DataFrame
    claims: pd.DataFrame
    voices: pd.DataFrame
    outlets: pd.DataFrame
    left_out: tuple[int, int]


def pairs(case: Case, rows: pd.DataFrame) -> Pairs:
    """The rows of :func:`kit.compare.parting.parted` laid out."""
    columns, left_out = _columns(case, rows)
    rows = rows[rows["pair"].isin(columns["pair"])]
    order = _questions(case, rows)
    claims, said = _claims(case, [*rows["claim_a"], *rows["claim_b"]])
    number = {claim: i for i, claim in enumerate(claims.pop("claim"))}
    first, second = ([number[claim] for claim in rows[side]] for side in ("claim_a", "claim_b"))
    answers = list(claims["answer"])
    told = [
        _template(*each)
        for each in zip(rows["reason"], (answers[c] for c in first), (answers[c] for c in second), strict=True)
    ]
    reason, reasons = pd.factorize(pd.Series(told, dtype="str"))
    other = rows["ruling"] + ": " + rows["ruling_reason"]
    ruling, rulings = pd.factorize(other.where(rows["contested"].fillna(value=False).astype(bool)))
    kind, kinds = pd.factorize(rows["type"].astype("str"))
    place = dict(zip(order["question"], order["i"], strict=True))
    column = dict(zip(columns["pair"], columns["j"], strict=True))
    cells = pd.DataFrame({
        "i": [place[q] for q in rows["question"]], "j": [column[p] for p in rows["pair"]], "v": rows["far"].to_numpy(),
        "k": kind, "n": rows["nature"].cat.codes.to_numpy(), "r": reason, "a": first, "b": second,
        "u": ruling,
    })  # fmt: skip
    names = article_names(case)
    outlets = pd.DataFrame({"o": range(len(names)), "account": [short(name, 24) for name in names.values()]})
    return Pairs(
        cells, order.drop(columns="question"), columns.drop(columns="pair"), list(kinds),
        pd.DataFrame({"r": range(len(reasons)), "why": reasons}), pd.DataFrame({"u": range(len(rulings)), "ruled": rulings}), claims, said, outlets, left_out,
    )  # fmt: skip


def _template(reason: str, a: str, b: str) -> str:
    """A reason with a mark for each of the two answers, so that it is sent once for all answers it is given for."""
    return reason.replace(f"“{a}”", MARKS[0]).replace(f"“{b}”", MARKS[1])


def _columns(case: Case, rows: pd.DataFrame) -> tuple[pd.DataFrame, tuple[int, int]]:
    """The columns with their place in pixels and their articles; how many pairs and single articles have no room."""
    articles = list(case.articles["article"])
    weight = _weights(rows)
    across = _most([f"{a}|{b}" for a, b in combinations(articles, 2)], weight, COLUMNS)
    alone = _most([f"{a}|{a}" for a in articles], weight, ALONE)
    frame = pd.DataFrame({"pair": [*across, *alone]})
    frame["j"] = range(len(frame))
    frame["x"] = [LEFT + STEP * j + (GAP if j >= len(across) else 0) for j in frame["j"]]
    names, outlets = unique(article_names(case), 20), dict(zip(articles, case.articles["outlet"], strict=True))
    for side, part in (("a", 0), ("b", 1)):
        own = [pair.split("|")[part] for pair in frame["pair"]]
        frame[f"name_{side}"] = [names[article] for article in own]
        frame[f"outlet_{side}"] = [outlets[article] for article in own]
    left_out = len(articles) * (len(articles) - 1) // 2 - len(across)
    return frame, (left_out, len(articles) - len(alone))


def _weights(rows: pd.DataFrame) -> dict[str, tuple[int, ...]]:
    """For each pair with rows: how many contradict, how many differ (but for wording), how many there are."""
    parts = ~rows["wording"].to_numpy()
    codes, keys = rows["pair"].cat.codes.to_numpy(), rows["pair"].cat.categories
    chosen = [parts & (rows["far"] == FAR.index(verdict)).to_numpy() for verdict in ("contradict", "differ")]
    counts = [np.bincount(some, minlength=len(keys)) for some in (*(codes[mask] for mask in chosen), codes)]
    return {key: tuple(map(int, each)) for key, each in zip(keys, np.stack(counts, axis=1), strict=True)}


def _most(keys: list[str], weight: dict[str, tuple[int, ...]], room: int) -> list[str]:
    """Of more keys than there is room for, those that weigh most; in their order."""
    if len(keys) <= room:
        return keys
    ranked = sorted(keys, key=lambda key: weight.get(key, ()), reverse=True)[:room]
    chosen = set(ranked)
    return [key for key in keys if key in chosen]


def _questions(case: Case, rows: pd.DataFrame) -> pd.DataFrame:
    """The questions in the order drawn: ``i``, ``full`` (its text), ``group``."""
    rows = rows.assign(question=rows["question"].astype("str"), verdict=rows["verdict"].astype("str"))
    counts = pd.crosstab(rows["question"], rows["verdict"])
    counts = counts.reindex(list(dict.fromkeys(rows["question"])), columns=[*FAR], fill_value=0)
    counts["wording"] = rows.groupby("question")["wording"].first()
    order = ["wording", "contradict", "differ", "undecided", "compatible", "agree"]
    counts = counts.sort_values(order, ascending=[True, *[False] * 5], kind="stable")
    asked = case.questions.set_index("question").loc[counts.index]
    groups = asked["group"].to_numpy()
    return pd.DataFrame(
        {"question": counts.index, "i": range(len(counts)), "full": asked["text"].to_numpy(), "group": groups}
    )


def _claims(case: Case, wanted: Iterable[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The claims with their words: ``c``, ``answer``, ``own`` (our words), ``s`` (whose) and ``o`` (article) by number, ``hedge``,
    ``at`` (characters)."""
    claims = standing(case.claims).merge(case.questions[["question", "value_type", "unit"]], on="question")
    claims = claims[claims["claim"].isin(set(wanted))].sort_values("claim", ignore_index=True)
    names, place = voices(case) | {OUTLET: ""}, {article: i for i, article in enumerate(case.articles["article"])}
    said = [names.get(voice, voice) for voice in claims["asserted_by"]]
    spoken = {voice: i for i, voice in enumerate(dict.fromkeys(said))}
    weak = claims["hedge"].fillna(claims["hedge_class"].where(claims["hedge_class"] != "flat", "")).fillna("")
    frame = pd.DataFrame({
        "claim": claims["claim"], "c": np.arange(len(claims)), "answer": readable(case, claims), "own": claims["statement"],
        "s": [spoken[voice] for voice in said], "o": claims["article"].map(place), "hedge": [short(x, 18) for x in weak],
        "at": [f"{s}–{e}" for s, e in claims[["start", "end"]].to_numpy()],
    })  # fmt: skip
    return frame, pd.DataFrame({"s": range(len(spoken)), "by": list(spoken)})
