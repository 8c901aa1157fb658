"""What the matrix of answers is drawn from: columns, counts of groups, rows of cells, and the evidence.

* equal answers to a question share a rank, and so a letter and a tone, whatever the order of the articles;
* a question is one row with its cells as lists, which Vega-Lite unfolds: a third of the size.
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

__all__ = ["EVIDENCE", "LEFT", "Grid", "grid", "ranked", "width"]

LEFT = 250
"""Pixels before the outlets' columns, for questions and groups."""

LETTER = 6.7
"""Pixels of a letter at 11 px, on the generous side of the fonts that may be at hand."""

RANKS = 4
"""Ranks with a tone of their own; later ones share the last, and keep their letters."""

MANY = 40
"""Lines that a cell of the evidence is broken into at most; the list shows the first of them, its tooltip all."""

EVIDENCE = ["article", "answer", "statement", "voice", "hedge", "where"]
"""What is known of a claim, as lists of the same length in a question's row."""

GLYPHS = {"flat": "", "hedged": "≈", "possible": "?"}


class Grid(NamedTuple):
    """``columns``: articles with their place; ``groups``: counts; ``rows``: a question each, cells as lists;
    ``claims``: a question each, the evidence of its answers as lists; ``voices``: who says it, by number."""

    columns: pd.DataFrame
    groups: pd.DataFrame
    rows: pd.DataFrame
    claims: pd.DataFrame
    voices: pd.DataFrame


def grid(case: Case, table: pd.DataFrame) -> Grid:
    """The rows of ``kit.compare.coverage`` with their ``rank``, laid out."""
    columns = _columns(case)
    return Grid(columns, _groups(table, columns), _rows(table, columns), *_claims(case))


def _columns(case: Case) -> pd.DataFrame:
    """Each article's column: where it starts, its middle, and its name in lines that fit."""
    columns = case.articles[["article", "outlet"]].reset_index(drop=True)
    each = (TOTAL - LEFT) / len(columns)
    names = unique(dict(columns.itertuples(index=False)), int(2 * (each - 24) / LETTER))
    return columns.assign(
        x=[round(LEFT + i * each, 1) for i in range(len(columns))],
        brief=[short(outlet, 40) for outlet in columns["outlet"]],
        name=[wrapped(names[article], int((each - 24) / LETTER), 2) for article in columns["article"]],
    )


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


def _groups(table: pd.DataFrame, columns: pd.DataFrame) -> pd.DataFrame:
    """A row for each group and article: how many of the group's questions it answers."""
    counts = table.groupby(["group", "article"], sort=False).agg(
        answered=("silent", lambda each: int((~each).sum())), of=("silent", "size"), outlet=("outlet", "first")
    )  # fmt: skip
    counts = counts.reset_index().merge(columns[["article", "x"]], on="article")
    order = {group: i for i, group in enumerate(dict.fromkeys(table["group"]))}
    labels = {group: short(group, 26) for group in order}
    return counts.assign(
        row=counts["group"].map(order), share=(counts["answered"] / counts["of"]).round(3),
        label=counts["group"].map(labels) + " (" + counts["of"].astype("str") + ")",
    ).sort_values(["row", "x"])  # fmt: skip


def _rows(table: pd.DataFrame, columns: pd.DataFrame) -> pd.DataFrame:
    """A row for each question; its cells as lists."""
    line = int((width(columns) - 8) / LETTER)
    told = table["answer"].fillna("no answer") + ("; further: " + table["others"]).fillna("")
    short_cells = [wrapped(answer, line, 2) for answer in table["answer"].fillna("–")]
    cells = table.assign(
        cell=short_cells,
        corner=[_corner(row) for row in table.itertuples()], tone=table["rank"].clip(upper=RANKS - 1).fillna(-1),
        # What the cell shows in full needs no second copy.
        told=["" if cell.replace("\n", " ") == text else text for cell, text in zip(short_cells, told, strict=True)],
    )  # fmt: skip
    lists = cells.groupby("question", sort=False)[["article", "cell", "corner", "tone", "told"]].agg(pd.Series.tolist)
    first = table.groupby("question", sort=False).agg(
        group=("group", "first"), text=("text", "first"), many=("answers", lambda each: int((each > 0).sum()))
    )  # fmt: skip
    lines = [wrapped(text, 36, 3) for text in first["text"]]
    full = ["" if shown.replace("\n", " ") == text else text for shown, text in zip(lines, first["text"], strict=True)]
    first = first.assign(text=lines, full=full)
    return first.join(lists).reset_index()


def _corner(row: Any) -> str:
    """The marks of a cell: the letter of its answer, its hedge, and how many answers follow the main one."""
    if row.silent:
        return ""
    further = f"+{row.answers - 1}" if row.answers > 1 else ""
    if isinstance(row.others, str) and {row.answer} != {row.answer, *row.others.split("; ")}:
        further += " ≠"
    letter = "abcdefghijklmnopqrstuvwxyz"[min(row.rank, 25)]
    return "  ".join(filter(None, [letter, GLYPHS[row.hedge_class], further]))


def _claims(case: Case) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The evidence of the answers to each question, and the voices it names by number."""
    claims = standing(case.claims).merge(case.questions[["question", "value_type", "unit"]], on="question")
    claims = claims.sort_values(["primary", "start"], ascending=[False, True], kind="stable")
    names = voices(case)
    hands = [
        " and ".join(names.get(hand, hand) for hand in str(chain).split(";")) for chain in claims["via"].fillna("")
    ]
    said = [names.get(voice, voice) for voice in claims["asserted_by"]]
    by = [wrapped(f"{who}, via {via}" if via else who, 22, MANY) for who, via in zip(said, hands, strict=True)]
    number = {voice: i for i, voice in enumerate(dict.fromkeys(by))}
    hedges = [
        wrapped(f"{kind}: “{words}”" if pd.notna(words) else kind, 14, MANY)
        for kind, words in claims[["hedge_class", "hedge"]].itertuples(index=False)
    ]
    evidence = pd.DataFrame({
        "question": claims["question"], "article": claims["article"],
        "answer": [wrapped(text, 19, MANY) for text in readable(case, claims)],
        "statement": [wrapped(text, 58, MANY) for text in claims["statement"]],
        "voice": [number[voice] for voice in by], "hedge": hedges,
        "where": claims["start"].astype("str") + "-" + claims["end"].astype("str"),
    })  # fmt: skip
    lists = evidence.groupby("question", sort=False)[EVIDENCE].agg(pd.Series.tolist).reset_index()
    lists = lists.merge(case.questions[["question", "text"]], on="question")
    return lists, pd.DataFrame({"voice": range(len(number)), "by": list(number)})
