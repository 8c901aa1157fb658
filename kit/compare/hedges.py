"""Hedges, span by span: where an answer is weakened, with which words, and who gives the same answer without them.

* a hedge is a claim that is not flat, or a placing in time that carries a hedge; flat rows are what it is held against;
* the same answer is the same value of the same question (or the same times of the same event), whoever is said to give it;
* a flat answer can still be someone's: ``by`` says whose, and nothing is summed up into a figure for an outlet.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pandas as pd

from kit.compare.coverage import canonical, readable
from kit.compare.speech import standing, voices

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["CHANGES", "COLUMNS", "PAIRS", "hedge_pairs", "hedges", "told"]

COLUMNS = (
    "source", "row", "about", "text", "article", "outlet", "answer", "main", "by", "hedge", "hedge_class", "start", "end",
    "kept", "changed", "dropped",
)  # fmt: skip

PAIRS = (
    "question", "text", "answer", "article_a", "article_b", "claim_a", "claim_b", "by_a", "by_b", "hedge_a", "hedge_b",
    "class_a", "class_b", "change", "start_a", "end_a", "start_b", "end_b",
)  # fmt: skip

CHANGES = ("kept", "changed", "dropped", "added")
"""From the first article of a pair to the second: weakened alike (whatever the words), weakened in another class,
weakened in the first alone, in the second alone. The order of articles is not one of time."""

_SHARED = [
    "row", "about", "text", "asked", "article", "answer", "key", "main", "asserted_by", "hedge", "hedge_class", "start", "end",
]  # fmt: skip
_SAME = ["source", "about", "key"]
_NUMBERS = ("start", "end", "start_a", "end_a", "start_b", "end_b")


def hedges(case: Case) -> pd.DataFrame:
    """Every hedge: one row for each standing claim that is not flat, then for each placing in time with a hedge.

    Questions (and events) in their order, articles in theirs, then as read. Columns: ``source`` (claims or reports),
    ``row`` (its id); ``about`` (the question or event), its ``text``; ``article``, ``outlet``; ``answer`` (in words; of a
    placing the times as written, or ``unresolved``); ``main`` (the article's main answer?); ``by`` (in words);
    ``hedge`` (the words, missing where no single phrase weakens it); ``hedge_class`` (hedged or possible; missing for
    placings, which have no classes); ``start`` and ``end`` in code points. ``kept``, ``changed`` and ``dropped``: the
    other articles (ids, ``;`` between, empty for none) whose main answer is the same, with a hedge of this class, of
    another class, or flat.
    """
    rows = told(case)
    given = rows[rows["main"] & rows["key"].notna()]
    same: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for source, about, key, *answer in given[[*_SAME, "article", "hedge_class"]].astype(str).to_numpy():
        same[source, about, key].append((answer[0], answer[1]))
    weak = rows[rows["hedge_class"] != "flat"]
    found: dict[str, list[str]] = {"kept": [], "changed": [], "dropped": []}
    for source, about, key, own, hedged in weak[[*_SAME, "article", "hedge_class"]].astype(str).to_numpy():
        others = [(article, _change(hedged, kind)) for article, kind in same[source, about, key] if article != own]
        for change, articles in found.items():
            articles.append(";".join(article for article, each in others if each == change))
    weak = weak.assign(**{name: pd.Series(ids, weak.index, "str") for name, ids in found.items()})
    weak["hedge_class"] = weak["hedge_class"].where(weak["source"] == "claims")
    return _typed(weak, COLUMNS)


def hedge_pairs(case: Case) -> pd.DataFrame:
    """Hedges kept and dropped: one row for each two articles whose main answers to a question are the same, at least
    one of them hedged. Questions in their order, then by article ``a``, then ``b`` (``a`` stands first in the case).

    Columns: ``question``, ``text``, ``answer`` (in words); ``article``, ``claim``, ``by`` (whose answer, in words),
    ``hedge`` (words; missing for none), ``class`` (flat, hedged, possible), ``start`` and ``end`` (code points), each
    with ``_a`` and ``_b``; ``change`` (one of :data:`CHANGES`).
    """
    rows = told(case)
    main = rows[rows["main"] & (rows["source"] == "claims")].rename(columns={"about": "question", "row": "claim"})
    main = main.rename(columns={"hedge_class": "class"}).assign(order=range(len(main)))
    each = ["claim", "article", "by", "hedge", "class", "start", "end", "order"]
    shared = ["question", "key", *each]
    pairs = main[main["class"] != "flat"].merge(main[shared], on=["question", "key"], suffixes=("_a", "_b"))
    # Two hedged answers meet twice, each as the first; one meeting is enough, and a hedged one may stand second.
    earlier, flat = pairs["order_a"] < pairs["order_b"], pairs["class_b"] == "flat"
    pairs = pairs[earlier | flat]
    turned = {f"{name}_{x}": f"{name}_{y}" for name in each for x, y in ("ab", "ba")}
    late = pairs["order_a"] > pairs["order_b"]
    pairs = pd.concat([pairs[~late], pairs[late].rename(columns=turned)])
    pairs = pairs.sort_values(["order_a", "order_b"], kind="stable")
    pairs["change"] = [_change(a, b) for a, b in zip(pairs["class_a"], pairs["class_b"], strict=True)]
    return _typed(pairs, PAIRS)


def _change(first: str, second: str) -> str:
    if first == second:
        return "kept"
    return "dropped" if second == "flat" else "added" if first == "flat" else "changed"


def told(case: Case) -> pd.DataFrame:
    """Every answer and every placing in time, flat or hedged, in the order of :func:`hedges` and with most of its columns.

    ``key`` is shared by the same answers to a question, and missing where an answer cannot be compared; of placings
    ``hedge_class`` is hedged or flat. An article has one ``main`` answer to a question: the first it marks so, else the
    first as read.
    """
    rows = pd.concat([_claims(case), _placings(case)], ignore_index=True)
    articles = case.articles.set_index("article")["outlet"]
    names, order = voices(case), {article: i for i, article in enumerate(articles.index)}
    rows["outlet"] = rows["article"].map(articles)
    rows["by"] = [names.get(voice, voice) for voice in rows["asserted_by"]]
    rows["place"] = rows["article"].map(order)
    rows = rows.sort_values(["main", "start"], ascending=[False, True], kind="stable")
    rows["main"] = ~rows.duplicated(["source", "about", "article"])
    return rows.sort_values(["source", "asked", "place", "start"], kind="stable").reset_index(drop=True)


def _claims(case: Case) -> pd.DataFrame:
    questions = case.questions[["question", "text", "value_type", "unit"]]
    claims = standing(case.claims).merge(questions.assign(asked=range(len(questions))), on="question")
    claims["answer"] = readable(case, claims)
    keys = [canonical(*each) for each in claims[["value", "value_type"]].itertuples(index=False)]
    claims["key"] = pd.Series(keys, claims.index, "str")
    claims = claims.rename(columns={"claim": "row", "question": "about", "primary": "main"})
    return claims[_SHARED].assign(source="claims")


def _placings(case: Case) -> pd.DataFrame:
    """The placings in time as if they were answers; every one that is hedged is of one class."""
    events = case.events[["event", "title"]].rename(columns={"title": "text"})
    rows = case.reports.merge(events.assign(asked=range(len(events))), on="event")
    ends = zip(rows["earliest"].fillna("..."), rows["latest"].fillna("..."), strict=True)
    written = pd.Series(
        [since if since == until else f"{since} to {until}" for since, until in ends], rows.index, "str"
    )
    dated = rows["earliest"].notna() | rows["latest"].notna()
    rows = rows.assign(answer=written.where(dated, "unresolved"), key=written.where(dated), main=False)
    rows["hedge_class"] = rows["hedge"].isna().map({True: "flat", False: "hedged"}).astype("str")
    return rows.rename(columns={"report": "row", "event": "about"})[_SHARED].assign(source="reports")


def _typed(frame: pd.DataFrame, columns: tuple[str, ...]) -> pd.DataFrame:
    types = {name: "Int64" if name in _NUMBERS else "boolean" if name == "main" else "str" for name in columns}
    return frame[list(columns)].reset_index(drop=True).astype(types)
