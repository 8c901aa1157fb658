"""What the matrix of voices is drawn from: questions in rows, articles in columns, and in whose voice each answers.

* a cell shows the article's answer that takes part in a shift, the main one where several do or none does;
* a question is one row with its cells, and the evidence of its answers, as lists, which Vega-Lite unfolds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from kit.columns import OUTLET
from kit.compare.chains import through
from kit.compare.coverage import readable
from kit.compare.shifts import KINDS
from kit.compare.speech import standing, voices
from kit.show.layout.labels import short, unique, wrapped
from kit.show.layout.listing import TOTAL
from kit.show.look import article_names

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["CELLS", "EVIDENCE", "LEFT", "PAGE", "STEP", "TOP", "VOICES", "Tones", "tones"]

ROWS = 60
"""Questions drawn at most, on several pages."""

SIDE = 7
"""Articles side by side, those with most shifts; more columns would leave no room for words."""

PAGE, STEP, TOP, LEFT = 7, 64, 76, 210
"""Rows of a page; pixels of a row, of the heads above, and before the columns."""

LETTER = 6.7
"""Pixels of a letter at 11 px, on the generous side of the fonts that may be at hand."""

VOICES = ("stated as fact", "own voice, weakened", "attributed", "in quotation marks")
GLYPHS = ("●", "≈", "○", "“”")
"""How an answer is given, and its glyph."""

CELLS = ("glyph", "words", "speaker", "corner", "on", "fact")
"""What a cell has, as lists of the same length in a question's row."""

EVIDENCE = ["article", "voice", "answer", "who", "hedge", "where"]


class Tones(NamedTuple):
    """``columns``: articles with their place ``x``; ``rows``: a question each, with cells and evidence as lists; ``width``
    of a cell; ``speakers``: who says it, by number; ``table``: the same in words."""

    columns: pd.DataFrame
    rows: pd.DataFrame
    width: float
    speakers: pd.DataFrame
    table: pd.DataFrame


def tones(case: Case, found: pd.DataFrame) -> Tones:
    """The rows of `kit.compare.shifts`, laid out."""
    kept = _questions(found)
    columns = _columns(case, found)
    claims = _claims(case, found, kept, set(columns["article"]))
    width = round((TOTAL - LEFT) / len(columns) - 6, 1)
    rows, speakers = _rows(found, kept, claims, columns, width), claims[["who", "by"]].drop_duplicates()
    return Tones(columns, rows, width, speakers, _table(case, found, kept, claims, columns))


def _questions(found: pd.DataFrame) -> list[str]:
    """Those with most shifts between main answers first, then with most shifts."""
    sums = found.groupby("question", sort=False)["headline"].agg(["sum", "size"])
    return list(sums.sort_values(["sum", "size"], ascending=False, kind="stable").index[:ROWS])


def _columns(case: Case, found: pd.DataFrame) -> pd.DataFrame:
    """The articles drawn, in their order, with the place of their column and a name in lines that fit."""
    often = pd.concat([found["article_stated"], found["article_attributed"]]).value_counts()
    articles = case.articles[["article", "outlet"]]
    ranked = often.reindex(articles["article"], fill_value=0).sort_values(ascending=False, kind="stable")
    articles = articles[articles["article"].isin(ranked.index[:SIDE])].reset_index(drop=True)
    each = (TOTAL - LEFT) / len(articles)
    called = {key: article_names(case)[key] for key in articles["article"]}
    names = unique(called, int(2 * (each - 24) / LETTER))
    return articles.assign(
        called=[short(name, 60) for name in called.values()],
        x=[round(LEFT + i * each, 1) for i in range(len(articles))],
        name=[wrapped(names[article], int((each - 24) / LETTER), 2) for article in articles["article"]],
    )


def _claims(case: Case, found: pd.DataFrame, kept: list[str], drawn: set[str]) -> pd.DataFrame:
    """The answers to the questions drawn that take part in a shift (``on``), and the main ones, what a cell shows first."""
    asked = case.questions[["question", "value_type", "unit"]]
    claims = standing(case.claims).merge(asked, on="question")
    claims = claims[claims["question"].isin(kept) & claims["article"].isin(drawn)]
    part = set(found["claim_stated"]) | set(found["claim_attributed"])
    headed = found["kind"] == KINDS[2]
    above = set(found.loc[headed, "claim_stated"])
    claims = claims.assign(on=claims["claim"].isin(part), above=claims["claim"].isin(above))
    claims = claims[claims["on"] | claims["primary"]]
    place = {article: i for i, article in enumerate(case.articles["article"])}
    claims = claims.assign(
        place=claims["article"].map(place), rank=-(claims["on"] * 2 + claims["primary"] - claims["above"] * 2)
    )
    claims = claims.sort_values(["place", "rank", "start"], kind="stable")
    names = voices(case)
    by = [_by(who, via, names) for who, via in claims[["asserted_by", "via"]].fillna("").itertuples(index=False)]
    weak = claims["hedge"].fillna("").where(claims["hedge"].isna(), "“" + claims["hedge"].fillna("") + "”")
    return claims.assign(
        answer=readable(case, claims), by=by, who=pd.factorize(pd.Series(by, dtype="str"))[0], voice=[_voice(row) for row in claims.itertuples()],
        hedge=(claims["hedge_class"] + ": " + weak).str.removesuffix(": "),
        where=claims["start"].astype("str") + "-" + claims["end"].astype("str"),
    )  # fmt: skip


def _voice(claim: Any) -> int:
    """The place in :data:`VOICES` of the voice in which an answer is given."""
    if claim.asserted_by == OUTLET:
        return 0 if claim.hedge_class == "flat" else 1
    return 3 if claim.in_quotation else 2


def _by(speaker: str, via: str, names: dict[str, str]) -> str:
    """Who says it, and through whose hands; the article itself is not repeated in every row."""
    if speaker == OUTLET:
        return "itself"
    return names[speaker] + (f", through {through(via, names)}" if via else "")


def _rows(
    found: pd.DataFrame, kept: list[str], claims: pd.DataFrame, columns: pd.DataFrame, width: float
) -> pd.DataFrame:
    """A row for each question: its text, its cells (``a``: the number of the column), its evidence."""
    number = {article: i for i, article in enumerate(columns["article"])}
    texts = found.drop_duplicates("question").set_index("question")
    headed = set(
        found.loc[found["kind"] == KINDS[2], ["question", "article_stated"]].itertuples(index=False, name=None)
    )
    grouped = dict(list(claims.groupby("question", sort=False)))
    rows = []
    for q, question in enumerate(kept):
        answers = grouped.get(question, claims.head(0))
        cells = answers.drop_duplicates("article").set_index("article")
        shown = [
            _cell(cells.loc[each], width, (question, each) in headed) if each in cells.index else _SILENT
            for each in number
        ]
        rows.append({
            "q": q, "group": texts.loc[question, "group"], "text": wrapped(str(texts.loc[question, "text"]), 30, 4),
            "full": texts.loc[question, "text"], "a": [*number.values()],
            **{name: [cell[i] for cell in shown] for i, name in enumerate(CELLS)},
            "article": [number[each] for each in answers["article"]],
            **{name: answers[name].tolist() for name in EVIDENCE[1:]},
        })  # fmt: skip
    return pd.DataFrame(rows)


_SILENT = ("–", "", "", "", 0, 0)


def _cell(claim: Any, width: float, headed: bool) -> tuple[str, str, str, str, int, int]:
    """The glyph, the answer and who is said to give it on at most four lines, a corner's mark, whether the answer takes
    part in a shift, and whether it is stated as fact."""
    attributed = claim["voice"] > 1
    weak = "≈" if attributed and claim["hedge_class"] != "flat" else ""
    words = wrapped(claim["answer"], int((width - 28) / LETTER), 2 if attributed else 4)
    speaker = wrapped(claim["by"].split(", through ")[0], int((width - 8) / LETTER), 2) if attributed else ""
    return GLYPHS[claim["voice"]] + weak, words, speaker, "▲" * headed, int(claim["on"]), int(not claim["voice"])


def _table(
    case: Case, found: pd.DataFrame, kept: list[str], claims: pd.DataFrame, columns: pd.DataFrame
) -> pd.DataFrame:
    """The same in words: a row a question, a column an article."""
    told = claims.drop_duplicates(["question", "article"])
    by = ("; " + told["by"]).where(told["voice"] > 1, "")
    cells = told.assign(cell=told["answer"] + " (" + told["voice"].map(dict(enumerate(VOICES))) + by + ")")
    wide = cells.pivot_table(index="question", columns="article", values="cell", aggfunc="first")
    wide = (
        wide.reindex(index=kept, columns=list(columns["article"]))
        .astype("object")
        .fillna("–")
        .rename(columns=article_names(case))
    )
    texts = found.drop_duplicates("question").set_index("question").loc[kept, ["group", "text"]]
    return texts.rename(columns={"text": "question"}).reset_index(drop=True).join(wide.reset_index(drop=True))
