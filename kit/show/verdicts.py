"""Where the accounts contradict each other, where they merely differ, and where one article disagrees with itself.

* a row a question, a column two articles, or one article held against itself; the darker, the farther apart;
* menus choose a group of questions, a verdict, a type and a nature: rows without any such cell leave;
* a click on a cell gives the reason, both answers, whose they are, and the characters they stand at.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import altair as alt
import pandas as pd

from kit.compare.overlays import NATURES
from kit.compare.parting import FAR, parted
from kit.show import look
from kit.show.figure import figure, nothing
from kit.show.layout.labels import counted, menu
from kit.show.layout.listing import TOTAL, Column, chooser, chosen, listing
from kit.show.layout.pairs import LEFT, MARKS, STEP, Pairs, pairs

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["verdicts"]

NAME = "How each two accounts stand to each other"
PAGE = 12
"""Questions shown at once."""

ROW, TOP, LEGEND = 32, 82, 20
"""Pixels of a row, of the heads above the first without the names of the accounts, and of a line of these."""

ABREAST = 5
"""Names of accounts in a line."""

CONTESTED = "•"
"""Stands in the corner of a cell on which a person has ruled otherwise."""

CHOSEN = "#D55E00"
"""The frame of the chosen cell."""

VIEW = "verdict_cells"


def verdicts(case: Case) -> alt.VConcatChart | alt.Chart:
    """The verdict of every two accounts on every question, and of every article against itself, with its evidence."""
    rows = parted(case)
    if rows.empty:
        return nothing(NAME, "No question of this case has two answers to compare.")
    drawn = pairs(case, rows)
    first = drawn.cells.sort_values(["i", "v", "j"], ascending=[True, False, True])
    cell = {"i": int(first["i"].iloc[0]), "j": int(first["j"].iloc[0])}
    params = [chooser("chosen_verdict", ["i", "j"], [cell], [f"{VIEW}_0"]), *_menus(drawn)]
    chart = alt.vconcat(_matrix(case, drawn), _reason(drawn), _evidence(drawn), spacing=6, params=params)
    return figure(
        chart, name=NAME, description=_description(drawn), finding=_finding(rows, drawn), table=_table(case, rows)
    )


def _finding(rows: pd.DataFrame, drawn: Pairs) -> str:
    across, alone = rows[~rows["inside"]], rows[rows["inside"]]
    text = f"{_meeting(across)} {_parting(alone)}"
    wording = int((across["wording"] & (across["verdict"] == "differ")).sum())
    text += f" Besides, {counted(wording, 'pair')} of labels or names are worded differently." if wording else ""
    text += _left_out(drawn)
    return text + (f" The table has the {MOST} pairs that part most." if _told(rows).sum() > MOST else "")


def _meeting(across: pd.DataFrame) -> str:
    """How the answers of two articles stand to each other, wording apart."""
    answers = across[~across["wording"]]
    if answers.empty:
        return f"No two articles answer the same question{'' if across.empty else ', but for questions of wording'}."
    many = answers["verdict"].value_counts()
    told = f"{counted(int(many.get('contradict', 0)), 'contradiction')}, {counted(int(many.get('differ', 0)), 'difference')}"
    return (
        f"Of {counted(len(answers), 'pair')} of answers to the same question, from two articles each: {told}, "
        f"{int(many.get('compatible', 0)):,} compatible and {int(many.get('agree', 0)):,} alike"
        + (f", {int(many['undecided']):,} undecided." if many.get("undecided", 0) else ".")
    )


def _left_out(drawn: Pairs) -> str:
    """What has no column, in a sentence; empty where all have one."""
    across, alone = drawn.left_out
    if not across + alone:
        return ""
    own = f"{counted(alone, 'article')} in {'itself' if alone == 1 else 'themselves'}"
    told = " and ".join([f"{counted(across, 'pair')} of articles"] * (across > 0) + [own] * (alone > 0))
    return f" Drawn are those that part most; {told} {'is' if across + alone == 1 else 'are'} left out."


def _parting(alone: pd.DataFrame) -> str:
    apart = alone[alone["verdict"].isin(["differ", "contradict"]) & ~alone["wording"]]
    articles = apart["article_a"].astype("str").nunique()
    if apart.empty:
        return "No article answers a question in two ways that part."
    hard = int((apart["verdict"] == "contradict").sum())
    return (
        f"{counted(articles, 'article')} {'gives' if articles == 1 else 'give'} two answers that part: {counted(hard, 'contradiction')} "
        f"and {counted(len(apart) - hard, 'difference')}, a question counted once an article."
    )


def _description(drawn: Pairs) -> str:
    return (
        f"A matrix with a row for each of {counted(len(drawn.questions), 'question')} and a column for each two articles, and for each "
        "article against itself. A sign in each cell tells whether the answers agree, are compatible, differ, contradict each other or "
        "cannot be decided. A list gives the reason and both answers of one cell."
    )


def _table(case: Case, rows: pd.DataFrame) -> pd.DataFrame:
    """What parts, a row a pair: the question, both articles with the characters, verdict, type, nature and reason."""
    names = look.article_names(case)
    asked = case.questions.set_index("question")["text"]
    rows = rows[_told(rows)].sort_values("far", ascending=False, kind="stable")[:MOST]
    places = {claim: f"{start}–{end}" for claim, start, end in case.claims[["claim", "start", "end"]].to_numpy()}
    columns = {
        "verdict": rows["verdict"], "question": rows["question"].astype("str").map(asked),
        "first": _where(rows["article_a"], names, rows["claim_a"], places),
        "second": _where(rows["article_b"], names, rows["claim_b"], places),
        "reason": rows["reason"], "turns on": rows["type"], "between": rows["nature"],
    }  # fmt: skip
    return pd.DataFrame({name: column.astype("str") for name, column in columns.items()}).reset_index(drop=True)


def _where(articles: pd.Series, names: dict[str, str], claims: pd.Series, places: dict[str, str]) -> pd.Series:
    told = [f"{names[article]}, {places[claim]}" for article, claim in zip(articles, claims, strict=True)]
    return pd.Series(told, articles.index, "str")


def _told(rows: pd.DataFrame) -> pd.Series:
    """Whether the table tells of a row."""
    return rows["verdict"].isin(["contradict", "differ", "undecided"]) & ~rows["wording"]


MOST = 300
"""Rows of the table behind the chart; a larger case has the rest in ``kit show CASE verdicts``."""


def _menus(drawn: Pairs) -> list[alt.VariableParameter]:
    """A menu for the group, the verdict, the type and the nature, each by number, and the page."""
    last = -(-len(drawn.questions) // PAGE)
    return [
        alt.VariableParameter(
            name="of_group", value=None, bind=menu("questions", dict.fromkeys(drawn.questions["group"]))
        ),
        _numbered("of_verdict", "verdict", FAR, drawn.cells["v"], far_first=True),
        _numbered("of_type", "turns on", drawn.types, drawn.cells["k"]),
        _numbered("of_nature", "between", NATURES, drawn.cells["n"]),
        alt.VariableParameter(
            name="verdict_page", value=1, bind=alt.binding_select(options=[*range(1, last + 1)], name="page ")
        ),
    ]


def _numbered(
    name: str, title: str, words: Sequence[str], used: pd.Series, *, far_first: bool = False
) -> alt.VariableParameter:
    """A menu of the words whose numbers are used."""
    numbers = [int(i) for i in sorted(set(used), reverse=far_first) if words[i]]
    bind = alt.binding_select(options=[None, *numbers], labels=["all", *(words[i] for i in numbers)], name=f"{title} ")
    return alt.VariableParameter(name=name, value=None, bind=bind)


def _wanted(cells: alt.Chart) -> alt.Chart:
    """Every cell of the questions with a cell that the menus want, those cells marked, and of these one page."""
    kept = (
        "(of_verdict === null || datum.v === of_verdict) && (of_type === null || datum.k === of_type)"
        " && (of_nature === null || datum.n === of_nature)"
    )
    return (
        cells.transform_filter("of_group === null || datum.group === of_group")
        .transform_calculate(kept=f"({kept}) ? 1 : 0")
        .transform_joinaggregate(any="max(kept)", groupby=["i"]).transform_filter("datum.any > 0")
        .transform_window(place="dense_rank()", sort=[alt.SortField("i")], frame=[None, None])
        .transform_joinaggregate(all="max(place)")
        .transform_calculate(shown=f"min(verdict_page, ceil(datum.all / {PAGE}))")
        .transform_filter(f"ceil(datum.place / {PAGE}) === datum.shown")
    )  # fmt: skip


def _matrix(case: Case, drawn: Pairs) -> alt.LayerChart:
    """The cells of one page, the questions beside them, the heads above."""
    top = TOP + LEGEND * (1 + (_outlets(drawn)["row"].max()))
    height = int(top) + PAGE * ROW + 18
    across = alt.Scale(domain=[0, TOTAL], range=[0, TOTAL], nice=False, zero=False)
    down = alt.Scale(domain=[0, height], range=[0, height], nice=False, zero=False)
    cells = _placed(drawn, int(top))
    x, y = alt.X("x:Q", axis=None, scale=across), alt.Y("y:Q", axis=None, scale=down)
    tips = [
        alt.Tooltip(f"{field}:N", title=title)
        for field, title in (
            ("full", "question"),
            ("between", "between"),
            ("verdict", "verdict"),
            ("kind", "turns on"),
            ("reason", "why"),
        )
    ]
    picked = chosen("chosen_verdict", empty=False)
    tones = alt.Scale(domain=[*range(len(FAR))], range=[look.VERDICT_TONES[verdict] for verdict in FAR])
    boxes = cells.mark_rect().encode(
        x=x, x2=alt.X2("right:Q"), y=y, y2=alt.Y2("bottom:Q"), tooltip=tips, fill=alt.Fill("v:O", legend=None, scale=tones),
        fillOpacity=alt.condition("datum.kept === 1", alt.value(1), alt.value(0.2)),
        stroke=alt.condition(picked, alt.value(CHOSEN), alt.value("#b9c3cc")),
        strokeWidth=alt.condition(picked, alt.value(3), alt.value(0.7)),
    ).properties(name=VIEW)  # fmt: skip
    middle = alt.X("middle:Q", axis=None, scale=across)
    centre = alt.Y("centre:Q", axis=None, scale=down)
    signs = cells.mark_text(fontSize=15, fontWeight="bold", baseline="middle").encode(
        x=middle, y=centre, text=alt.Text("sign:N"),
        color=alt.condition(f"datum.v === {FAR.index('contradict')}", alt.value("white"), alt.value(look.INK)),
        opacity=alt.condition("datum.kept === 1", alt.value(1), alt.value(0.35)),
    )  # fmt: skip
    other = (
        cells.transform_filter("datum.u >= 0")
        .mark_text(
            text=CONTESTED, fontSize=15, baseline="middle", align="right", dx=STEP / 2 - 2, dy=-9, fontWeight="bold"
        )
        .encode(x=middle, y=centre, tooltip=alt.Tooltip("ruled:N", title="a person's ruling"))
    )
    one = cells.transform_joinaggregate(left="min(j)", groupby=["i"]).transform_filter("datum.j === datum.left")
    asked = one.transform_calculate(text=_lines("datum.full", 52)).mark_text(
        align="left", baseline="middle", lineBreak="\n", lineHeight=13.5, limit=LEFT - 8, fontSize=11.5
    ).encode(
        x=alt.XValue(0), y=centre, text=alt.Text("text:N"),
        tooltip=[alt.Tooltip("full:N", title="question"), alt.Tooltip("group:N", title="group")],
    )  # fmt: skip
    pages = one.transform_filter(f"(datum.place - 1) % {PAGE} === 0").transform_calculate(
        told=f"'page ' + datum.shown + ' of ' + ceil(datum.all / {PAGE}) + ', ' + datum.all + (datum.all === 1 ? ' question' : ' questions')"
    ).mark_text(align="left", baseline="top", fontSize=11, color=look.GREY).encode(
        x=alt.XValue(0), y=alt.YValue(height - 14), text=alt.Text("told:N")
    )  # fmt: skip
    body = alt.LayerChart(data=drawn.cells, layer=[boxes, signs, other, asked, pages])
    frame: dict[str, Any] = {"width": TOTAL, "height": height, "view": alt.ViewConfig(stroke=None)}
    return alt.LayerChart(layer=[body, *_heads(case, drawn, x, y)], **frame)


def _placed(drawn: Pairs, top: int) -> alt.Chart:
    """The cells of one page with their pixels and their words."""
    columns = alt.LookupData(data=drawn.columns, key="j", fields=["x", "name_a", "name_b"])
    signs = [look.VERDICT_GLYPHS[verdict] for verdict in FAR]
    cells = _wanted(alt.Chart().transform_lookup(lookup="i", from_=_asked(drawn))).transform_lookup(
        lookup="j", from_=columns
    )
    return _reasoned(cells, drawn).transform_calculate(
        y=f"{top} + {ROW} * (datum.place - 1 - {PAGE} * (datum.shown - 1))",
        sign=f"{json.dumps(signs)}[datum.v]", verdict=f"{json.dumps(FAR)}[datum.v]", kind=f"{json.dumps(drawn.types)}[datum.k]",
        between="datum.name_a === datum.name_b ? datum.name_a + ', in itself' : datum.name_a + ' and ' + datum.name_b",
        right=f"datum.x + {STEP - 3}", middle=f"datum.x + {(STEP - 3) / 2}",
    ).transform_calculate(bottom=f"datum.y + {ROW - 3}", centre=f"datum.y + {(ROW - 3) / 2}")  # fmt: skip


def _asked(drawn: Pairs) -> alt.LookupData:
    return alt.LookupData(data=drawn.questions, key="i", fields=["full", "group"])


def _reasoned(cells: alt.Chart, drawn: Pairs) -> alt.Chart:
    """The cells with their reason, in which both answers stand in quotation marks."""
    reasons = alt.LookupData(data=drawn.reasons, key="r", fields=["why"])
    first, second = (alt.LookupData(data=drawn.claims, key="c", fields=["answer"]) for _ in range(2))
    first_put, put = (
        f"join(split({{}}, '{mark}'), '“' + datum.{side} + '”')"
        for mark, side in zip(MARKS, ("one", "other"), strict=True)
    )
    put = put.format(first_put.format("datum.why"))  # joined, not replaced: an answer may hold "$&"
    rulings = alt.LookupData(data=drawn.rulings, key="u", fields=["ruled"])
    return (
        cells.transform_lookup(lookup="r", from_=reasons).transform_lookup(lookup="u", from_=rulings).transform_lookup(lookup="a", from_=first, as_=["one"])
        .transform_lookup(lookup="b", from_=second, as_=["other"]).transform_calculate(reason=put)
    )  # fmt: skip


def _lines(text: str, width: int) -> str:
    """The Vega expression that breaks a text into lines of at most so many characters, between words."""
    return f"replace({text}, regexp('(.{{1,{width}}})( +|$)', 'g'), '$1\\n')"


def _outlets(drawn: Pairs) -> pd.DataFrame:
    """The articles that have a column, each once, laid out in rows of :data:`ABREAST`."""
    sides = [
        drawn.columns[[f"name_{side}", f"outlet_{side}"]].set_axis(["name", "outlet"], axis="columns") for side in "ab"
    ]
    frame = pd.concat(sides).drop_duplicates("name").reset_index(drop=True)
    return frame.assign(row=frame.index // ABREAST, x=8 + TOTAL / ABREAST * (frame.index % ABREAST))


def _heads(case: Case, drawn: Pairs, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """What signs and shapes mean; above each column the shapes of its articles, the first above the second."""
    legend = _outlets(drawn).assign(y=lambda rows: 30 + LEGEND * rows["row"])
    foot = int(legend["y"].max())
    columns = drawn.columns.assign(x=drawn.columns["x"] + (STEP - 3) / 2)
    alone = columns["name_a"] == columns["name_b"]
    points = [
        columns.assign(outlet=columns["outlet_a"], name=columns["name_a"], y=foot + alone.map({True: 49, False: 40})),
        columns[~alone].assign(outlet=columns["outlet_b"], name=columns["name_b"], y=foot + 57), legend,
    ]  # fmt: skip
    marks = alt.Chart(pd.concat(points)[["x", "y", "outlet", "name"]]).mark_point(filled=True, size=80, opacity=1).encode(
        x=x, y=y, color=look.outlet_colour(case, legend=None), shape=look.outlet_shape(case, legend=None), tooltip=alt.Tooltip("name:N")
    )  # fmt: skip
    key = "    ".join(f"{look.VERDICT_GLYPHS[verdict]} {verdict}" for verdict in reversed(FAR))
    words = [
        {
            "x": 0,
            "y": 8,
            "text": f"{key}     {CONTESTED} a person ruled otherwise     (the darker, the farther apart; no cell: silence)",
        }
    ]
    words += [{"x": 0, "y": foot + 55, "text": "question"}]
    for title, group in (("two accounts", columns[~alone]), ("one account, in itself", columns[alone])):
        words += [{"x": float(group["x"].min()) - (STEP - 3) / 2, "y": foot + 22, "text": title}] if len(group) else []
    text: dict[str, Any] = {"align": "left", "baseline": "middle"}
    said = (
        alt.Chart(pd.DataFrame(words))
        .mark_text(**text, fontSize=11, color=look.GREY)
        .encode(x=x, y=y, text=alt.Text("text:N"))
    )
    names = alt.Chart(legend).mark_text(**text, dx=10).encode(x=x, y=y, text=alt.Text("name:N"))
    return [marks, said, names]


def _reason(drawn: Pairs) -> alt.LayerChart:
    """The chosen cell: its question, its verdict with type and nature, and the reason."""
    every = _reasoned(alt.Chart(drawn.cells).transform_lookup(lookup="i", from_=_asked(drawn)), drawn)
    rows = every.transform_filter(chosen("chosen_verdict", empty=False)).transform_calculate(
        verdict=f"upper({json.dumps(FAR)}[datum.v])", kind=f"{json.dumps(drawn.types)}[datum.k]", between=f"{json.dumps(NATURES)}[datum.n]",
    ).transform_calculate(
        told="datum.verdict + (datum.kind ? ', turns on: ' + datum.kind : '') + ' – ' + datum.between",
        lines=_lines("datum.reason + (datum.u >= 0 ? '\\nA person ruled otherwise: ' + datum.ruled : '')", 125),
    )  # fmt: skip
    text: dict[str, Any] = {"align": "left", "baseline": "top", "lineBreak": "\n"}
    lines = [
        rows.mark_text(**text, fontSize=14, fontWeight="bold", limit=TOTAL).encode(
            y=alt.YValue(0), text=alt.Text("full:N"), tooltip=alt.Tooltip("full:N")
        ),
        rows.mark_text(**text, fontWeight="bold").encode(y=alt.YValue(21), text=alt.Text("told:N")),
        rows.mark_text(**text, lineHeight=15).encode(y=alt.YValue(39), text=alt.Text("lines:N")),
    ]
    return alt.LayerChart(layer=[line.encode(x=alt.XValue(0)) for line in lines]).properties(
        width=TOTAL, height=100, view=alt.ViewConfig(stroke=None), name="verdict_reason"
    )


def _evidence(drawn: Pairs) -> alt.LayerChart:
    columns = (
        Column("where", "account, characters", 0, 140), Column("answered", "answer", 145, 190), Column("statement", "in our own words", 340, 310),
        Column("who", "who says it", 655, 130), Column("hedge", "hedge", 790, 90),
    )  # fmt: skip
    rows = (
        alt.Chart(drawn.cells).transform_fold(["a", "b"], ["side", "c"])
        .transform_lookup(lookup="c", from_=alt.LookupData(data=drawn.claims, key="c", fields=["answer", "own", "s", "o", "hedge", "at"]))
        .transform_lookup(lookup="s", from_=alt.LookupData(data=drawn.voices, key="s", fields=["by"]))
        .transform_lookup(lookup="o", from_=alt.LookupData(data=drawn.outlets, key="o", fields=["account"]))
        .transform_filter(chosen("chosen_verdict", empty=False))
        .transform_calculate(
            who=_lines("(datum.by || 'the article itself')", 22), heading="'The two answers'", answered=_lines("datum.answer", 30),
            statement=_lines("datum.own", 52), where="datum.account + '\\n' + datum.at",
        )
    )  # fmt: skip
    return listing(rows, columns, heading="heading", rows=2, lines=3, name="verdict_evidence")
