"""What the matrix of answers is drawn from: columns, counts of groups, and each question with all of its answers.

* equal answers to a question share a rank, and so a letter and a tone, whatever the order of the articles;
* a question is one row with its answers as lists, which Vega-Lite unfolds; a text stands there once, for the cell and
  for the evidence; articles, groups, voices and hedges are numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from kit.compare.coverage import canonical, readable
from kit.compare.speech import standing, voices
from kit.show.layout.labels import short, unique, wrapped
from kit.show.layout.listing import TOTAL

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["LEFT", "LISTS", "QUESTIONS", "RANKS", "TOP", "Grid", "grid", "ranked", "width"]

LEFT = 250
"""Pixels before the outlets' columns, for questions and groups."""

TOP, QUESTIONS = 6, 400
"""Articles and questions drawn, the first of their tables."""

LETTER = 6.7
"""Pixels of a letter at 11 px, on the generous side of the fonts that may be at hand."""

RANKS = "abcd"
"""Ranks with a tone of their own; later ones share the last, and keep their letters."""

MANY = 40
"""Lines that a text of the evidence is broken into at most; the list shows the first of them, its tooltip all."""

LISTED = 19
"""Letters of a line of an answer in the list; where a column has about as much room, its cell shares the lines."""

LISTS = ["i", "a", "c", "s", "v", "h", "from", "to"]
"""What is known of a question's answers, in lists of the same length: article, answer, marks of the cell (only of a
main answer), statement, voice, hedge, first character, last."""

GLYPHS = {"flat": "", "hedged": "≈", "possible": "?"}


class Grid(NamedTuple):
    """``columns``: articles with their place; ``groups``: a row each, with counts as a list; ``rows``: a question each,
    answers as lists; ``voices`` and ``hedges``: the words behind their numbers."""

    columns: pd.DataFrame
    groups: pd.DataFrame
    rows: pd.DataFrame
    voices: pd.DataFrame
    hedges: pd.DataFrame


def grid(case: Case, table: pd.DataFrame) -> Grid:
    """The rows of ``kit.compare.coverage`` with their ``rank``, laid out."""
    columns = _columns(case)
    groups = {group: i for i, group in enumerate(dict.fromkeys(table["group"]))}
    drawn = table[table["article"].isin(columns["article"])]
    claims, spoken, hedges = _claims(case, drawn, columns)
    rows = _rows(table, groups).join(claims, on="question")
    for name in LISTS:
        rows[name] = [each if isinstance(each, list) else [] for each in rows[name]]
    rows = rows.head(QUESTIONS).drop(columns="question").assign(q=range(min(len(rows), QUESTIONS)))
    return Grid(columns, _groups(drawn, groups), rows, spoken, hedges)


def _columns(case: Case) -> pd.DataFrame:
    """Each article's column: where it starts, its number, and its name in lines that fit."""
    names = dict(zip(case.articles["article"], case.articles["outlet"], strict=True))
    columns = case.articles[["article", "outlet"]][:TOP].reset_index(drop=True)
    each = (TOTAL - LEFT) / len(columns)
    names = unique(names, int(2 * (each - 24) / LETTER))
    return columns.assign(
        i=range(len(columns)), x=[round(LEFT + i * each, 1) for i in range(len(columns))],
        brief=[short(outlet, 40) for outlet in columns["outlet"]],
        name=[wrapped(names[article], int((each - 24) / LETTER), 3) for article in columns["article"]],
    )  # fmt: skip


def width(columns: pd.DataFrame) -> float:
    """Pixels of a column's cell."""
    return round((TOTAL - LEFT) / len(columns) - 4, 1)


def ranked(table: pd.DataFrame) -> pd.DataFrame:
    """With ``rank``: 0 for the answer most articles give to a question, 1 for the next, missing where silent."""
    given = table[~table["silent"]]
    form = pd.Series(
        [canonical(value, kind) for value, kind in given[["value", "value_type"]].itertuples(index=False)],
        given.index,
        "str",
    )
    ranks: dict[tuple[str, str], int] = {}
    for question, forms in form.groupby(given["question"], sort=False):
        # value_counts keeps the order of the articles among equally frequent forms.
        ranks |= {(question, each): i for i, each in enumerate(forms.value_counts(sort=True).index)}
    ranked = [ranks[key] for key in zip(given["question"], form, strict=True)]
    return table.assign(rank=pd.Series(ranked, given.index, "Int64"))


def _groups(table: pd.DataFrame, numbers: dict[str, int]) -> pd.DataFrame:
    """A row for each group: its name, its number, how many questions it has, and how many of them each article answers."""
    counts = table.assign(told=~table["silent"]).groupby(["group", "article"], sort=False)["told"].agg(["sum", "size"])
    lists = counts.reset_index().groupby("group", sort=False).agg(told=("sum", pd.Series.tolist), of=("size", "first"))
    rows = lists.reset_index().rename(columns={"group": "name"})
    label = [f"{short(name, 26)} ({size})" for name, size in zip(rows["name"], rows["of"], strict=True)]
    return rows.assign(label=label, g=rows["name"].map(numbers))


def _rows(table: pd.DataFrame, groups: dict[str, int]) -> pd.DataFrame:
    """A row for each question: the number of its group, its text in lines, and how many articles answer."""
    first = table.groupby("question", sort=False).agg(group=("group", "first"), text=("text", "first"))
    answering = table.assign(many=table["answers"] > 0).groupby("question", sort=False)["many"].sum()
    lines = [wrapped(text, 36, 3) for text in first["text"]]
    full = ["" if shown.replace("\n", " ") == text else text for shown, text in zip(lines, first["text"], strict=True)]
    rows = first.assign(text=lines, full=full, g=first["group"].map(groups), many=answering.astype("int64"))
    return rows.drop(columns="group").reset_index()


def _corner(row: Any) -> str:
    """The marks of a cell: the letter of its answer, its hedge, and how many answers follow the main one."""
    further = f"+{row.answers - 1}" if row.answers > 1 else ""
    if isinstance(row.others, str) and {row.answer} != {row.answer, *row.others.split("; ")}:
        further += " ≠"
    letter = "abcdefghijklmnopqrstuvwxyz"[min(row.rank, 25)]
    return "  ".join(filter(None, [letter, GLYPHS[row.hedge_class], further]))


def _claims(case: Case, table: pd.DataFrame, columns: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """The answers to each question as lists, main answers first; and the voices and hedges they name by number."""
    claims = standing(case.claims)
    claims = claims[claims["article"].isin(columns["article"])]
    claims = claims.merge(case.questions[["question", "value_type", "unit"]], on="question")
    claims = claims.sort_values(["primary", "start"], ascending=[False, True], kind="stable")
    corners = {row.claim: _corner(row) for row in table[~table["silent"]].itertuples()}
    line = _line(columns)
    by, spoken = _numbered([wrapped(who, 22, MANY) for who in _said(case, claims)], "v", "by")
    hedged, hedges = _numbered(
        [
            wrapped(f"{kind}: “{words}”" if isinstance(words, str) else kind, 14, MANY)
            for kind, words in claims[["hedge_class", "hedge"]].itertuples(index=False)
        ], "h", "hedge",
    )  # fmt: skip
    known = pd.DataFrame({
        "question": claims["question"], "i": claims["article"].map(columns.set_index("article")["i"]),
        "a": [wrapped(text, line, MANY) for text in readable(case, claims)],
        "c": [corners.get(claim, "") for claim in claims["claim"]],
        "s": [wrapped(text, 58, MANY) for text in claims["statement"]], "v": by, "h": hedged,
        "from": claims["start"].astype("int64"), "to": claims["end"].astype("int64"),
    })  # fmt: skip
    return known.groupby("question", sort=False)[LISTS].agg(pd.Series.tolist), spoken, hedges


def _line(columns: pd.DataFrame) -> int:
    """Letters of a line of an answer: those that fit the cell, and no more than fit the list."""
    return min(int((width(columns) - 8) / LETTER), LISTED)


def _said(case: Case, claims: pd.DataFrame) -> list[str]:
    """Who says each answer, and through whose hands."""
    names = voices(case)
    said = [names.get(voice, voice) for voice in claims["asserted_by"]]
    hands = [" and ".join(names.get(hand, hand) for hand in chain.split(";")) for chain in claims["via"].fillna("")]
    return [f"{who}, via {via}" if via else who for who, via in zip(said, hands, strict=True)]


def _numbered(texts: list[str], number: str, text: str) -> tuple[list[int], pd.DataFrame]:
    """The texts as numbers, and the table that tells which is which."""
    numbers = {each: i for i, each in enumerate(dict.fromkeys(texts))}
    return [numbers[each] for each in texts], pd.DataFrame({number: range(len(numbers)), text: list(numbers)})
