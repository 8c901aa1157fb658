"""Where the columns of the coverage chart stand: questions in blocks, articles in rows, and what each cell says.

* the cells of a question are one text of digits, which Vega-Lite unfolds, and its answers one list;
* texts that many rows share (groups, voices, names) are sent once, and named by number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from kit.columns import OUTLET
from kit.compare.coverage import answers
from kit.compare.silences import coverage_by_group
from kit.compare.speech import voices
from kit.show.layout.blocks import LEAST, Block, blocks
from kit.show.layout.labels import unique, wrapped
from kit.show.layout.listing import TOTAL

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["BAR", "COLUMN", "NAMES", "ROW", "SUMS", "TOP", "Glance", "asked", "glance"]

TOP = 8
"""Articles drawn, the first of ``articles.csv``; a bar above their rows counts all of them."""

HEIGHT = 640
"""Pixels for the lines of blocks: the questions beyond are left out."""

NAMES, COLUMN, ROW, BAR = 156, 11, 15, 30
"""Pixels: the outlets' names, a column, a row, and above the rows the bar of a case with more articles than rows."""

SUMS = {
    "answered": "answers", "own_voice": "in its own voice", "only": "only it answers", "left_out": "only it is silent",
}  # fmt: skip
"""What is counted of each article, in words."""

_HEAD, _FOOT, _LETTER = 34, 30, 6.6  # above the rows the name of a group, below them the counts; a bold letter


class Glance(NamedTuple):
    """What is drawn, with its place in pixels, and how high it all is.

    ``questions``: a row each, its place, its cells and its answers; ``blocks``: a row for each block, with the names of
    ``groups``; ``articles``: a row each, with its sums; ``voices``: whose the answers are, by number.
    """

    questions: pd.DataFrame
    blocks: pd.DataFrame
    groups: pd.DataFrame
    articles: pd.DataFrame
    voices: pd.DataFrame
    top: int
    height: int


def asked(case: Case, known: pd.DataFrame) -> pd.DataFrame:
    """A row a question in the order drawn, with ``g`` (the number of its group), ``many`` (articles that answer) and
    ``state``, a digit for each of the first articles: 2 in its own voice, 1 through others, 0 silent."""
    first = list(case.articles["article"][:TOP])
    how = dict(zip(zip(known["question"], known["article"], strict=True), known["own"], strict=True))
    digit = {True: "2", False: "1", None: "0"}
    rows = case.questions[["question", "text", "group"]].reset_index(drop=True)
    rows["state"] = ["".join(digit[how.get((question, each))] for each in first) for question in rows["question"]]
    rows["many"] = rows["question"].map(known.groupby("question")["many"].first()).fillna(0).astype("int64")
    rows["g"] = rows["group"].map({group: i for i, group in enumerate(dict.fromkeys(rows["group"]))})
    order = ["g", "many", "state"]
    return rows.sort_values(order, ascending=[True, False, False], kind="stable", ignore_index=True)


def glance(case: Case, rows: pd.DataFrame) -> Glance:
    """The rows of :func:`asked` that fit, laid out."""
    articles = _articles(case)
    above = _HEAD + (BAR if len(case.articles) > TOP else 0)
    pitch = above + ROW * len(articles) + _FOOT
    top = 74 + ROW * len(articles)
    sizes = rows.groupby("group", sort=False).size()
    placed = [
        b
        for b in blocks(((str(g), int(n)) for g, n in sizes.items()), (TOTAL - NAMES) // COLUMN)
        if b.line < max(HEIGHT // pitch, 1)
    ]
    nth = rows.groupby("group", sort=False).cumcount()
    drawn = pd.concat([_columns(rows, nth, block) for block in placed], ignore_index=True)
    drawn["y"] = top + pitch * drawn.pop("line") + above
    names = pd.DataFrame([_named(block, int(sizes[block.group])) for block in placed])
    names["y"] = top + pitch * names["line"] + 10
    names["first"] = top + pitch * names.pop("line") + above
    lists, spoken = _evidence(case, articles)
    questions = drawn.assign(q=range(len(drawn))).join(lists, on="question").drop(columns=["question", "group"])
    groups = pd.DataFrame({"g": range(len(sizes)), "group": list(sizes.index)})
    height = top + pitch * (1 + max(block.line for block in placed))
    return Glance(questions, names, groups, articles, spoken, top, height)


def _columns(rows: pd.DataFrame, nth: pd.Series, block: Block) -> pd.DataFrame:
    """The questions of a block, each with its place."""
    rows = rows[(rows["group"] == block.group) & nth.between(block.first, block.first + block.size - 1)]
    return rows.assign(x=[NAMES + COLUMN * (block.column + i) for i in range(block.size)], line=block.line)


def _named(block: Block, size: int) -> dict[str, Any]:
    name = f"{block.group}, continued" if block.first else f"{block.group} ({size})"
    text = wrapped(name, int(max(block.size, LEAST) * COLUMN / _LETTER), 2)
    return {"x": NAMES + COLUMN * block.column, "line": block.line, "text": text}


def _articles(case: Case) -> pd.DataFrame:
    """The articles drawn, in order, with their names and how many questions they answer, alone, or alone not."""
    names = unique(dict(zip(case.articles["article"], case.articles["outlet"], strict=True)), 20)
    counted = coverage_by_group(case).drop(columns=["group", "outlet"])
    sums = counted.groupby("article", sort=False)[list(SUMS)].sum()
    rows = case.articles[["article", "outlet"]][:TOP].reset_index(drop=True).join(sums, on="article")
    return rows.assign(i=range(len(rows)), name=[names[article] for article in rows["article"]])


def _evidence(case: Case, articles: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """For each question the main answers of the articles drawn, as lists: words, voice (by number), characters."""
    table = answers(case)
    table = table[table["article"].isin(articles["article"])]
    given = case.claims.set_index("claim").reindex(table["claim"].fillna("").astype("object"))
    names = voices(case) | {OUTLET: ""}
    said = [names.get(voice, "") for voice in given["asserted_by"]]
    number = {voice: i for i, voice in enumerate(dict.fromkeys(said))}
    lists = pd.DataFrame({
        "question": table["question"].to_numpy(), "a": [_answer(row) for row in table.itertuples()],
        "v": [number[voice] for voice in said], "from": given["start"].fillna(0).astype("int64").to_numpy(),
        "to": given["end"].fillna(0).astype("int64").to_numpy(),
    })  # fmt: skip
    lists = lists.groupby("question", sort=False).agg(pd.Series.tolist)
    return lists, pd.DataFrame({"v": range(len(number)), "by": list(number)})


def _answer(row: Any) -> str:
    """An answer in words with the number of further ones; empty where there is none."""
    return "" if row.silent else f"{row.answer}  (+{row.answers - 1})" if row.answers > 1 else str(row.answer)
