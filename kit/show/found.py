"""What the rules find in a case's articles, beside what the curators found by reading.

* a strip an article, to scale in characters, with a lane for each kind of thing; in a lane the curators' rows stand
  above the line and the rules' rows below it, so that a pair is one block and what only one side has is half of it;
* full where the words are the same, pale where the edges differ, hollow where the other side has nothing;
* a click on a mark lists what both sides say; tables give the figures, and what went wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import pandas as pd

from kit.compare.found import ABOUT
from kit.compare.found import figures as counted_up
from kit.compare.found import found as compared
from kit.show import look
from kit.show.figure import figure, nothing
from kit.show.layout.canvas import Canvas
from kit.show.layout.labels import counted, short, wrapped
from kit.show.layout.listing import TOTAL, Column, chooser, chosen, listing
from kit.show.table import Table

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["figures", "found", "mistakes"]

NAME = "What the rules find, and what the curators found"

TOP = 8
"""Articles drawn, the first of ``articles.csv``: what fits a screen."""

ROWS = 200
"""Rows of the table of mistakes at most; its caption says when there are more."""

LANES = {
    "marked": "in quotation marks", "label": "in quotation marks", "unmarked": "without marks",
    "time": "time expressions", "hedge": "hedges",
}  # fmt: skip
"""The lane of each kind of thing; labels share that of the quotations, since the marks are the same."""

OUTCOMES = ("same words", "other edges", "other kind", "missed", "extra")

SPEAKER = "another speaker or day"
"""The entry of the menu for pairs whose answers are not the same."""

_NAMES, _WORDS, _LANE, _HALF, _GAP, _TOP = 150, 122, 24, 9, 14, 34
_STRIP = TOTAL - _NAMES - _WORDS - 12
_LANES = tuple(dict.fromkeys(LANES.values()))
_PITCH = _LANE * len(_LANES) + _GAP
_TONES = {"same words": "#33475b", "other edges": "#a9b8c6", "other kind": "#a9b8c6"}
_KEY = "above the line: curators · below: rules · full: same words · pale: other edges or kind · hollow: one side only"


def found(case: Case) -> alt.VConcatChart | alt.Chart:
    """Every curated row and every suggestion of the first :data:`TOP` articles, to scale; the finding counts all."""
    rows = compared(case)
    if rows.empty:
        return nothing(NAME, "Nothing is stored of what the rules find here; attach the texts with kit texts.")
    drawn = _drawn(case, rows)
    params = [
        chooser("found_row", ["n"], [{"n": 0}], ["found_marks_0"], only=["found_marks_0"]),
        alt.VariableParameter(name="found_group", value="", bind=_menu()),
    ]
    return figure(
        alt.vconcat(_picture(case, drawn), _list(drawn), spacing=6, params=params), name=NAME,
        description=_description(case), finding=_finding(case), table=_table(case),
    )  # fmt: skip


def _menu() -> alt.BindRadioSelect:
    """What stays at full strength; an empty entry for everything."""
    return alt.binding_select(options=["", *OUTCOMES, SPEAKER], labels=["everything", *OUTCOMES, SPEAKER], name="Show ")


def figures(case: Case) -> Table:
    """How much of what the curators have the rules find, how much of what they find the curators have, and how often
    both name the same speaker or day; over all articles."""
    rows = counted_up(case)
    rows = rows[(rows["article"] == "all") & ((rows["curated"] > 0) | (rows["found"] > 0))]
    frame = pd.DataFrame({
        "what": rows["about"].map(ABOUT), "curators have": rows["curated"], "rules find": rows["found"],
        "about the same words": rows["pairs"], "with the same edges": rows["exact"],
        "right of what is found": rows["precision"].map(_percent), "found of what is there": rows["recall"].map(_percent),
        "same speaker or day": [f"{same} of {asked}" if asked else "" for same, asked in rows[["same", "answered"]].to_numpy()],
    })  # fmt: skip
    return Table(frame, "What the rules find in this case, held against the curated rows")


def mistakes(case: Case, outcome: str | None = None) -> Table:
    """Where the two sides part, in reading order: what is missed, extra, cut elsewhere, or given to someone else.
    ``outcome``: one of :data:`OUTCOMES` only. Raises ``ValueError`` for another word."""
    rows = compared(case)
    if outcome is not None:
        if outcome not in OUTCOMES:
            raise ValueError(f'outcome: found "{outcome}"; allowed: {", ".join(OUTCOMES)}')
        rows = rows[rows["outcome"] == outcome]
    else:
        rows = rows[(rows["outcome"] != "same words") | ~rows["same_answer"].fillna(value=True)]
    words = _words(case)
    frame = pd.DataFrame({
        "outlet": rows["article"].map(look.article_names(case)), "what": rows["about"].map(ABOUT),
        "outcome": rows["outcome"].mask(rows["outcome"].eq("same words") & rows["same_answer"].eq(other=False), "other answer"),
        "curators": rows["kind"], "at": _where(rows, ""), "their words": rows["curated"].map(words),
        "their answer": rows["answer"], "rules": rows["found_kind"], "found at": _where(rows, "found_"),
        "found answer": rows["found_answer"], "rule": rows["rule"],
    })  # fmt: skip
    more = f"; the first {ROWS} of {len(frame):,}" if len(frame) > ROWS else ""
    return Table(frame.head(ROWS), f"Where rules and curators part: {counted(len(frame), 'row')}{more}")


def _percent(share: float | None) -> str:
    return "" if pd.isna(share) else f"{share:.0%}"


def _words(case: Case) -> dict[str, str]:
    """What a curated row is about, in few words: quoted words, own words, a time expression or a hedge."""
    quotes, reports, claims = case.quotes, case.reports, case.claims
    told = dict(zip(quotes["quote"], quotes["text"].fillna(quotes["paraphrase"]), strict=True))
    told |= dict(zip(reports["report"], reports["expression"], strict=True))
    told |= dict(zip(claims["claim"], claims["hedge"], strict=True))
    return {row: short(words, 80) for row, words in told.items() if isinstance(words, str)}


def _where(rows: pd.DataFrame, side: str) -> pd.Series:
    start, end = rows[f"{side}start"], rows[f"{side}end"]
    return (start.astype("str") + "-" + end.astype("str")).where(start.notna())


def _drawn(case: Case, rows: pd.DataFrame) -> pd.DataFrame:
    """A row for each mark's pair: its article's place, both sides' places and words, and the group it is shown with."""
    articles = list(case.articles["article"][:TOP])
    rows = rows[rows["article"].isin(articles)].reset_index(drop=True)
    other = (rows["outcome"].isin(["same words", "other edges"])) & (rows["same_answer"] == False)  # noqa: E712 - missing is no
    lane = rows["about"].map(LANES).map(_LANES.index)
    edge = _TOP + _PITCH * rows["article"].map(articles.index) + _LANE * (lane + 0.5)
    said = [
        f"{kind or '–'} · {where}"
        for kind, where in zip(rows["kind"].fillna(""), _where(rows, "").fillna("–"), strict=True)
    ]
    machine = [
        f"{kind or '–'} · {where}"
        for kind, where in zip(rows["found_kind"].fillna(""), _where(rows, "found_").fillna("–"), strict=True)
    ]
    words = _words(case)
    return pd.DataFrame({
        "n": range(1, len(rows) + 1), "outlet": rows["article"].map(dict(zip(case.articles["article"], case.articles["outlet"], strict=True))),
        "outcome": rows["outcome"], "group": rows["outcome"].mask(other, SPEAKER), "y": edge,
        "from": rows["start"], "to": rows["end"], "ffrom": rows["found_start"], "fto": rows["found_end"],
        "curators": said, "by": rows["answer"].fillna(""), "machine": machine, "fby": rows["found_answer"].fillna(""),
        "rule": [f"{rule} ({share} %)" if pd.notna(share) else rule for rule, share in zip(rows["rule"].fillna(""), rows["confidence"], strict=True)],
        "words": rows["curated"].map(words).fillna(""),
    })  # fmt: skip


def _scale(case: Case) -> float:
    return _STRIP / max(int(case.articles["characters"][:TOP].max()), 1)


def _picture(case: Case, drawn: pd.DataFrame) -> alt.LayerChart:
    count = min(len(case.articles), TOP)
    canvas = Canvas(TOTAL, _TOP + _PITCH * count)
    return canvas.layered(*_strips(case, canvas), *_marks(case, canvas, drawn))


def _marks(case: Case, canvas: Canvas, drawn: pd.DataFrame) -> list[alt.Chart]:
    """Curators' halves above the lines, the rules' halves below, and unseen in front the pairs that answer the pointer."""
    across = f"{_NAMES + _WORDS} + {_scale(case):.6f} *"
    shade = alt.condition("!found_group || datum.group === found_group", alt.value(1), alt.value(0.08))
    base = canvas.chart(drawn)
    halves = []
    for start, end, top in (("from", "to", f"datum.y - {_HALF}"), ("ffrom", "fto", "datum.y + 1")):
        half = base.transform_filter(f"isValid(datum.{start})").transform_calculate(
            x=f"{across} datum.{start}", x2=f"max({across} datum.{end}, {across} datum.{start} + 2)", y=top
        ).transform_calculate(y2=f"datum.y + {_HALF - 1}")  # fmt: skip
        tone = alt.Scale(domain=list(OUTCOMES), range=[_TONES.get(one, "#ffffff") for one in OUTCOMES])
        halves.append(half.mark_rect(stroke="#33475b", strokeWidth=1).encode(
            x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q"), fill=alt.Fill("outcome:N", scale=tone, legend=None), opacity=shade
        ))  # fmt: skip
    tips = [
        alt.Tooltip("outcome:N"), alt.Tooltip("words:N"), alt.Tooltip("curators:N"), alt.Tooltip("by:N", title="their answer"),
        alt.Tooltip("machine:N", title="rules"), alt.Tooltip("fby:N", title="found answer"), alt.Tooltip("rule:N"),
    ]  # fmt: skip
    picked = alt.condition(chosen("found_row", empty=False), alt.value(look.INK), alt.value("transparent"))
    first, last = "min(datum.from || datum.ffrom, datum.ffrom || datum.from)", "max(datum.to, datum.fto)"
    target = base.transform_calculate(
        x=f"{across} ({first}) - 1", x2=f"max({across} ({last}), {across} ({first}) + 3) + 1",
        y2=f"datum.y + {_HALF + 2}", y=f"datum.y - {_HALF + 2}",
    ).mark_rect(fill="white", fillOpacity=0.001, strokeWidth=2)  # fmt: skip
    return [
        *halves,
        target.encode(x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q"), stroke=picked, tooltip=tips).properties(
            name="found_marks_0"
        ),
    ]


def _strips(case: Case, canvas: Canvas) -> list[alt.Chart]:
    """Each article's lanes to its full length, with their names, its outlet before them, and what the marks mean."""
    articles = case.articles[["article", "outlet", "characters"]][:TOP].reset_index(drop=True)
    start = _NAMES + _WORDS
    lines = pd.DataFrame([
        {"x": start, "x2": start + _scale(case) * int(size), "y": _TOP + _PITCH * i + _LANE * (k + 0.5), "text": lane}
        for i, size in enumerate(articles["characters"]) for k, lane in enumerate(_LANES)
    ])  # fmt: skip
    names = look.article_names(case)
    titles = articles.assign(
        x=20, y=[_TOP + _PITCH * i + _LANE / 2 for i in range(len(articles))],
        text=[wrapped(names[article], 18, 3) for article in articles["article"]],
    )  # fmt: skip
    glyphs = canvas.chart(titles.assign(x=8)).mark_point(filled=True, size=90, opacity=1)
    key = pd.DataFrame({"x": [0], "y": [10], "text": [_KEY]})
    return [
        canvas.chart(lines).mark_rule(color="#c9c9c9").encode(x2=alt.X2("x2:Q")),
        canvas.text(lines.assign(x=start - 8), align="right", fontSize=11, color=look.GREY),
        glyphs.encode(color=look.outlet_colour(case, legend=None), shape=look.outlet_shape(case, legend=None)),
        canvas.text(titles, lineHeight=15),
        canvas.text(key, fontSize=11, color=look.GREY),
    ]


def _list(drawn: pd.DataFrame) -> alt.LayerChart:
    """Both sides of the chosen pair."""
    columns = (
        Column("outcome", "outcome", 0, 80), Column("curators", "curators: kind, characters", 86, 150),
        Column("by", "their speaker or day", 242, 170), Column("machine", "rules: kind, characters", 418, 140),
        Column("fby", "their speaker or day", 564, 136), Column("rule", "rule (how often right)", 706, 174),
    )  # fmt: skip
    rows = alt.Chart(drawn).transform_filter(chosen("found_row", empty=False))
    return listing(rows, columns, heading="words", rows=1, name="found_list")


def _finding(case: Case) -> str:
    table = counted_up(case)
    sides = {row["about"]: row for row in table[table["article"] == "all"].to_dict("records")}
    marked, bare = sides["marked"], sides["unmarked"]
    cut = f" The first {TOP} articles are drawn." if len(case.articles) > TOP else ""
    return (
        f"Of {counted(marked['curated'], 'curated quotation')} in marks the rules find {marked['pairs']}, "
        f"{marked['same']} of {marked['answered']} with the same speaker; of {bare['curated']} stretches of speech without "
        f"marks, {bare['pairs']}.{cut}"
    )


def _description(case: Case) -> str:
    count = min(len(case.articles), TOP)
    return (
        f"A strip for each of {counted(count, 'article')}, to scale in characters, with lanes for quotations, speech without "
        "marks, time expressions and hedges. In a lane, the curators' rows stand above a line and the rules' rows below it. "
        "A list tells what both sides have of one pair."
    )


def _table(case: Case) -> pd.DataFrame:
    """A row for each article and kind of thing: how many rows each side has, and how many are about the same words."""
    rows = counted_up(case)
    rows = rows[(rows["article"] != "all") & ((rows["curated"] > 0) | (rows["found"] > 0))]
    return pd.DataFrame({
        "outlet": rows["article"].map(look.article_names(case)), "what": rows["about"].map(ABOUT),
        "curators": rows["curated"], "rules": rows["found"], "same words": rows["exact"], "pairs": rows["pairs"],
        "same speaker or day": rows["same"],
    })  # fmt: skip
