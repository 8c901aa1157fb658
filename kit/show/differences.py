"""Where the accounts part: the short tables that a reader in a hurry wants first, and two answers side by side.

* :func:`differences` has a row a question and a column an article; :func:`against_itself` a row for each place where
  one article gives two answers that part;
* :func:`side_by_side` shows two answers with their passages, chosen by menus in JupyterLab; elsewhere it is a table.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from kit.columns import OUTLET
from kit.compare.coverage import answers, readable
from kit.compare.parting import parted
from kit.compare.speech import standing, voices
from kit.show.evidence import STATIC
from kit.show.look import VERDICT_GLYPHS, article_names
from kit.show.passages import passage
from kit.show.table import Table

if TYPE_CHECKING:
    from ipywidgets import VBox

    from kit.case import Case

__all__ = ["against_itself", "differences", "side_by_side"]

MOST = 12
"""Questions the short table has: what fits on a screen or two."""

LISTED = 200
"""Pairs of accounts a menu has: a browser stands no list of all the pairs of many articles."""

SILENT = "–"

APART = ("contradict", "differ")

CLOSE = ("an outlet against its own quotation", "one speaker reported differently", "an article against itself")
"""The natures that a reader looks for inside one article, first to last; other voices come after."""


def differences(case: Case, most: int = MOST) -> Table:
    """Questions on which the main answers of two articles contradict each other or differ, but for those about wording.

    One row a question: ``verdicts`` counts the pairs (``2 contradict, 1 differ``), one column an article; an answer that is not
    the article's own names whose it is, ``+n`` counts its further ones, a dash is a silence. Those with most contradictions come
    first, then those with a single true answer, then what most articles answer.
    """
    rows = parted(case)
    rows = rows[~rows["inside"] & ~rows["wording"]]
    asked = pd.Index(rows["question"].cat.categories, dtype="str")  # in the order of the questions
    codes = rows["question"].cat.codes.to_numpy()
    counts = pd.DataFrame(
        {v: np.bincount(codes[(rows["verdict"] == v).to_numpy()], minlength=len(asked)) for v in APART}, index=asked
    )
    counts["answering"] = standing(case.claims).groupby("question")["article"].nunique().reindex(counts.index)
    single = case.questions.set_index("question")["single"]
    counts["single"] = single.reindex(counts.index).astype(bool)
    apart = counts[counts[[*APART]].sum(axis="columns") > 0]
    order = ["contradict", "single", "answering", "differ"]
    chosen = apart.sort_values(order, ascending=False, kind="stable").head(most)
    frame = _answers(case, list(chosen.index))
    told = [", ".join(f"{row[v]} {v}" for v in APART if row[v]) for _, row in chosen.iterrows()]
    frame.insert(1, "verdicts", pd.Series(told, dtype="str"))
    return Table(
        frame,
        f"Where the accounts part: {len(frame)} of {len(apart)} questions on which two main answers differ or contradict",
    )


def _answers(case: Case, questions: list[str]) -> pd.DataFrame:
    table = answers(case)
    asserted = case.claims.set_index("claim")["asserted_by"].map(voices(case))
    own = voices(case)[OUTLET]
    table["cell"] = [_cell(row, asserted.get(row.claim), own) for row in table.itertuples()]
    cells = table.set_index(["question", "article"])["cell"].to_dict()
    names, asked = article_names(case), case.questions.set_index("question")["text"]
    columns = {name: [cells[question, article] for question in questions] for article, name in names.items()}
    return pd.DataFrame({"question": list(asked[questions]), **columns})


def _cell(row: object, asserted: object, own: str) -> str:
    """An answer in words, with whose it is when not the article's own, and how many further ones there are."""
    answer, count = getattr(row, "answer", None), int(getattr(row, "answers", 0))
    if not isinstance(answer, str):
        return SILENT
    whose = f" ({asserted})" if isinstance(asserted, str) and asserted != own else ""
    return answer + whose + (f" +{count - 1}" if count > 1 else "")


def against_itself(case: Case, most: int = MOST) -> Table:
    """Where one article gives two answers that contradict each other or differ: its headline and its body, its own words and a
    quotation, two voices. One row a question and article, contradictions first, then those of one voice: the two answers with whose
    they are and their characters, nature, reason."""
    rows = parted(case)
    rows = rows[rows["inside"] & ~rows["wording"] & rows["verdict"].isin(APART)]
    rows = rows.assign(close=[CLOSE.index(n) if n in CLOSE else len(CLOSE) for n in rows["nature"]])
    rows = rows.sort_values(["far", "close"], ascending=[False, True], kind="stable")
    shown, names = rows.head(most), article_names(case)
    said = _said(case, [*shown["claim_a"], *shown["claim_b"]])
    asked = case.questions.set_index("question")["text"]
    frame = pd.DataFrame({
        "article": [names[article] for article in shown["article_a"]], "question": [asked[q] for q in shown["question"]],
        "verdict": shown["verdict"].astype("str").to_numpy(), "one answer": [said[claim] for claim in shown["claim_a"]],
        "another": [said[claim] for claim in shown["claim_b"]], "between": shown["nature"].astype("str").to_numpy(),
        "why": shown["reason"].astype("str").to_numpy(),
    })  # fmt: skip
    caption = f"Where an article gives two answers: {len(frame)} of {len(rows)} questions and articles where these part"
    return Table(frame, caption)


def _said(case: Case, wanted: Iterable[str]) -> dict[str, str]:
    """These claims as ``answer (whose), characters``."""
    claims, names = case.claims, voices(case)
    typed = claims[claims["claim"].isin(set(wanted))].merge(
        case.questions[["question", "value_type", "unit"]], on="question"
    )
    words = zip(typed["claim"], readable(case, typed), typed["asserted_by"], typed["start"], typed["end"], strict=True)
    return {claim: f"{answer} ({names.get(by, by)}), {start}–{end}" for claim, answer, by, start, end in words}


def side_by_side(case: Case, question: str = "") -> Table | VBox:
    """Two articles' answers to a question with verdict, reason, rulings and both passages (where the texts are at hand).

    A live widget in JupyterLab with menus for the question and the two articles; :func:`against_itself` where ``KIT_STATIC`` is set,
    since a page has no kernel. Without ``question`` it begins with the one on which the accounts are farthest apart. The second
    menu has the :data:`LISTED` pairs that are farthest apart, and the table says so where there are more.
    """
    rows = parted(case)
    if os.environ.get(STATIC) or rows.empty:
        return against_itself(case)
    import ipywidgets as widgets

    asked, names = case.questions.set_index("question")["text"], article_names(case)
    worst = rows.groupby("question", observed=True).agg(wording=("wording", "first"), far=("far", "max"))
    worst = worst.sort_values(["wording", "far"], ascending=[True, False], kind="stable")
    known = list(map(str, worst.index))
    first = question if question in known else known[0]
    menu = widgets.Dropdown(
        description="question", options=[(asked[q], q) for q in known], value=first, layout={"width": "90%"}
    )
    pair = widgets.Dropdown(description="accounts", layout={"width": "90%"})
    shown = widgets.HTML()

    def refresh(_: object = None) -> None:
        if pair.value is not None:
            there, every = _farthest(rows, menu.value)
            shown.value = _compared(case, there.iloc[pair.value], every)

    def choose(_: object = None) -> None:
        there, _ = _farthest(rows, menu.value)
        pair.options = [(_named(row, names), i) for i, row in enumerate(there.itertuples())]
        pair.index = 0
        refresh()

    menu.observe(choose, names="value")
    pair.observe(refresh, names="value")
    choose()
    return widgets.VBox([menu, pair, shown])


def _farthest(rows: pd.DataFrame, question: str) -> tuple[pd.DataFrame, int]:
    """The pairs on a question that are farthest apart, at most :data:`LISTED`, and how many there are."""
    there = rows[rows["question"] == question]
    return there.sort_values("far", ascending=False, kind="stable").head(LISTED), len(there)


def _named(row: Any, names: dict[str, str]) -> str:
    a, b = names[row.article_a], names[row.article_b]
    return f"{VERDICT_GLYPHS[row.verdict]} {a} in itself" if a == b else f"{VERDICT_GLYPHS[row.verdict]} {a} and {b}"


def _compared(case: Case, row: pd.Series, every: int) -> str:
    """The verdict as a table, and the two passages, escaped."""
    told = {"verdict": row["verdict"], "turns on": row["type"], "between": row["nature"], "why": row["reason"]}
    told |= {"a person's ruling": f"{row['ruling']}: {row['ruling_reason']}"} if isinstance(row["ruling"], str) else {}
    said = _said(case, [row["claim_a"], row["claim_b"]])
    told |= {"first answer": said[row["claim_a"]], "second answer": said[row["claim_b"]]}
    frame = pd.DataFrame({"what": list(told), "here": [str(cell) for cell in told.values()]})
    passages = [passage(case, row[claim])._repr_mimebundle_()["text/html"] for claim in ("claim_a", "claim_b")]
    left = f"; listed are the {LISTED} pairs farthest apart of {every:,}" if every > LISTED else ""
    return "".join([Table(frame, f"Two answers{left}").html(), *passages])
