"""Who weakens an answer, with which words, and who gives it flat: every question with a hedge against every article.

* a row is a question; those that some articles weaken and others do not stand first;
* a glyph and a shade tell how firm an article's main answer is, a letter which answers are the same;
* a click on a row lists its answers below, with words, voice and characters;
* where there are too many articles for columns, a row counts them instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import pandas as pd

from kit.columns import OUTLET
from kit.compare.hedges import told
from kit.compare.speech import voices
from kit.show.figure import figure, nothing
from kit.show.layout.crossing import MANY, ROWS, Crossing, Words, crossing, drawn, turning
from kit.show.layout.labels import counted, wrapped
from kit.show.layout.listing import Column, chosen, listing
from kit.show.look import article_names
from kit.show.table import Table

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["hedged", "hedges"]

NAME = "Who weakens an answer, and who gives it flat"

GLYPHS = {"flat": "●", "hedged": "◐", "possible": "○"}
FILLS = {"flat": "#ffffff", "hedged": "#d9e4ee", "possible": "#f6e6cf"}
KEY = (
    "● flat, whoever says it  ·  ◐ hedged: reported or alleged, with its words  ·  ○ possible: may or might  ·  – no answer",
)
BELOW = (
    "The same letter in a row is the same answer. A click on a row lists its answers below, those with a hedge first.",
    "With the number of articles, and the words most of them use. A click on a row lists its first answers with a hedge.",
)
"""What else the key says: of columns of articles, and of columns that count them."""

TIPS = tuple(alt.Tooltip(f"{field}:N", title=title) for field, title in (
    ("full", "outlet"), ("told", "answer"), ("text", "hedge"),
))  # fmt: skip

LETTERS = "abcdefghijklmnopqrstuvwxyz"
"""Of the answers to a question, that of most articles first; a twenty-seventh shares the last."""

TABLED, NAMED = 400, 8
"""Rows of the table of hedges at most, and outlets named in one of its cells."""

LISTED = 6
"""Answers in the list below; more are counted."""


def hedges(case: Case) -> alt.VConcatChart | alt.Chart:
    """The main answers to every question that at least one article weakens; the first :data:`ROWS` questions of many."""
    rows = _rows(case)
    if rows.empty:
        return nothing(NAME, "No main answer of this case is weakened.")
    shown = rows[rows["row"] < ROWS]
    many = len(case.articles) > MANY
    laid = crossing(*(_counts(shown) if many else _matrix(case, shown)), top=44)
    words = Words("question", (*KEY, BELOW[many]), TIPS)
    views = drawn(case, laid, "hedges", words), _list(case, laid, shown)
    chart = alt.vconcat(*views, spacing=8, params=turning("hedges", laid, {"row": 0}))
    return figure(
        chart, name=NAME, description=_description(case, rows), finding=_finding(case, rows), table=_table(case, shown)
    )


def hedged(case: Case) -> Table:
    """Hedges kept and dropped: a row for each answer that two or more articles give and at least one weakens, with who
    gives it how firmly: each outlet with its words, and whose answer it is where not its own. In the order of
    :func:`hedges`; the first :data:`TABLED` rows."""
    rows = _rows(case)
    size, weak = (rows.groupby(["row", "key"])["hedge_class"].transform(kind) for kind in ("size", _weak))
    rows = rows[(size > 1) & weak.astype(bool)]
    names, own = article_names(case), voices(case)[OUTLET]
    told = [
        names[article] + (f" “{words}”" if isinstance(words, str) else "") + ("" if by == own else f", by {by}")
        for article, words, by in rows[["article", "hedge", "by"]].itertuples(index=False)
    ]
    grouped = rows.assign(told=pd.Series(told, rows.index, "str")).groupby(["row", "key"], sort=False)
    cells = [
        [
            its["text"].iloc[0],
            its["answer"].iloc[0],
            *(_few(its["told"][its["hedge_class"] == kind]) for kind in GLYPHS),
        ]
        for _, its in grouped
    ]
    left = len(cells) - TABLED
    caption = "The same answer, flat and weakened" + (
        f"; the first {TABLED}, {left:,} are left out" if left > 0 else ""
    )
    heads = [f"{glyph} {kind}" for kind, glyph in GLYPHS.items()]
    return Table(pd.DataFrame(cells[:TABLED], columns=["question", "answer", *heads]), caption)


def _weak(kinds: pd.Series) -> bool:
    return bool((kinds != "flat").any())


def _few(outlets: pd.Series) -> str | None:
    more = [counted(len(outlets) - NAMED, "other")] if len(outlets) > NAMED else []
    return "; ".join([*outlets[:NAMED], *more]) or None


def _rows(case: Case) -> pd.DataFrame:
    """The main answers to each question with a hedge among them, with ``row`` (a question's number, the same answer
    weakened here and flat there first, then other mixtures, then by articles) and ``letter`` (of the answer)."""
    rows = told(case)
    rows = rows[rows["main"] & (rows["source"] == "claims")]
    rows = rows[(rows["hedge_class"] != "flat").groupby(rows["about"]).transform("any")]
    place = {question: i for i, question in enumerate(_ranked(rows))}
    letters: dict[tuple[object, object], str] = {}
    for about, keys in rows.groupby("about", sort=False)["key"]:
        letters |= {(about, key): LETTERS[min(i, 25)] for i, key in enumerate(keys.value_counts().index)}
    letter = [letters[each] for each in zip(rows["about"], rows["key"], strict=True)]
    return rows.assign(row=rows["about"].map(place), letter=letter).sort_values("row", kind="stable")


def _ranked(rows: pd.DataFrame) -> list[str]:
    """The questions: first where the same answer is not equally firm, then where different ones are not."""
    within = rows.groupby(["about", "key"], sort=False)["hedge_class"].nunique().groupby("about", sort=False).max()
    kinds = rows.groupby("about", sort=False)["hedge_class"].agg(["nunique", "size"])
    order = pd.DataFrame(
        {"same": within.clip(upper=2), "mixed": kinds["nunique"].clip(upper=2), "articles": kinds["size"]}
    )
    order = order.loc[rows["about"].drop_duplicates()]
    return [*order.sort_values(["same", "mixed", "articles"], ascending=False, kind="stable").index]


def _matrix(case: Case, rows: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """A column for each article: the glyph and letter of its main answer, and the words that weaken it."""
    names = article_names(case)
    columns = pd.DataFrame({"name": list(names.values()), "outlet": list(case.articles["outlet"])})
    place = {article: i for i, article in enumerate(names)}
    cells = pd.DataFrame({
        "row": rows["row"], "column": rows["article"].map(place),
        "head": rows["hedge_class"].map(GLYPHS) + " " + rows["letter"], "words": rows["hedge"].fillna(""),
        "fill": rows["hedge_class"].map(FILLS), "told": rows["answer"],
    })  # fmt: skip
    return columns, _questions(rows), cells


def _counts(rows: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """A column for each class: how many articles, and the words that weaken most of them."""
    names = {"flat": "articles: flat", "hedged": "articles: hedged", "possible": "articles: possible"}
    columns = pd.DataFrame({"name": list(names.values()), "outlet": None})
    cells = []
    for column, (kind, name) in enumerate(names.items()):
        for row, words in rows[rows["hedge_class"] == kind].groupby("row")["hedge"]:
            most = [f"{word} {n}" for word, n in words.str.lower().value_counts().head(3).items()]
            cells.append([row, column, f"{GLYPHS[kind]} {len(words):,}", ", ".join(most), FILLS[kind], name])
    return columns, _questions(rows), pd.DataFrame(cells, columns=["row", "column", "head", "words", "fill", "told"])


def _questions(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame({"label": rows.drop_duplicates("row")["text"].to_list()})


def _list(case: Case, laid: Crossing, rows: pd.DataFrame) -> alt.LayerChart:
    columns = (
        Column("outlet", "outlet", 0, 150), Column("answer", "answer", 155, 200), Column("firm", "flat or hedged", 360, 170),
        Column("by", "who says it", 535, 230), Column("where", "characters", 770, 85),
    )  # fmt: skip
    names = article_names(case)
    rows = rows.assign(flat=rows["hedge_class"] == "flat").sort_values(["row", "flat"], kind="stable")
    if len(names) > MANY:
        rows = rows.groupby("row", sort=False).head(LISTED)
    entries = pd.DataFrame({
        "row": rows["row"], "outlet": [wrapped(names[article], 21, 2) for article in rows["article"]],
        "answer": [wrapped(f"{letter}: {text}", 29, 2) for letter, text in zip(rows["letter"], rows["answer"], strict=True)],
        "firm": [
            wrapped(f"{GLYPHS[kind]} {kind}" + (f": “{words}”" if isinstance(words, str) else ""), 24, 2)
            for kind, words in zip(rows["hedge_class"], rows["hedge"], strict=True)
        ],
        "by": [wrapped(who, 33, 2) for who in rows["by"]],
        "where": rows["start"].astype("str") + "-" + rows["end"].astype("str"),
    })  # fmt: skip
    texts = alt.LookupData(data=laid.rows[["row", "full"]], key="row", fields=["full"])
    found = alt.Chart(entries).transform_lookup(lookup="row", from_=texts).transform_filter(chosen("hedges_chosen"))
    return listing(found, columns, heading="full", rows=min(LISTED, len(names)), lines=2, name="answers")


def _finding(case: Case, rows: pd.DataFrame) -> str:
    questions = rows["row"].nunique()
    flat = int(rows[rows["hedge_class"] == "flat"]["row"].nunique())
    kinds = rows.groupby(["row", "key"])["hedge_class"].nunique()
    same = int((kinds > 1).groupby("row").any().sum())
    said = f"{counted(questions, 'question')} {'has' if questions == 1 else 'have'} a main answer with a hedge"
    if len(case.articles) == 1:
        return f"{said}."
    parts = [
        f"{flat} {'is' if flat == 1 else 'are'} answered flat by another article",
        f"{same} {'gets' if same == 1 else 'get'} the same answer more and less firmly",
    ]
    drawn = f"; the first {ROWS} are drawn" if questions > ROWS else ""
    return f"{said}: {' and '.join(parts)}{drawn}."


def _description(case: Case, rows: pd.DataFrame) -> str:
    return (
        f"A matrix of {counted(min(rows['row'].nunique(), ROWS), 'question')} by {counted(len(case.articles), 'article')}: a glyph says "
        "whether a main answer is flat, hedged or only possible, with the words that weaken it; letters mark the same answers. "
        "A list gives the answers to one question."
    )


def _table(case: Case, rows: pd.DataFrame) -> pd.DataFrame:
    """Every answer drawn, in the order of the rows; of too many articles how many answer how firmly."""
    if len(case.articles) > MANY:
        counts = pd.crosstab([rows["row"], rows["text"]], rows["hedge_class"]).reindex(columns=[*GLYPHS], fill_value=0)
        return counts.rename_axis(columns=None).rename_axis(["row", "question"]).reset_index().drop(columns="row")
    return pd.DataFrame({
        "question": rows["text"], "outlet": rows["article"].map(article_names(case)), "answer": rows["answer"],
        "firm": rows["hedge_class"], "hedge": rows["hedge"], "who says it": rows["by"],
        "characters": rows["start"].astype("str") + "-" + rows["end"].astype("str"),
    }).reset_index(drop=True)  # fmt: skip
