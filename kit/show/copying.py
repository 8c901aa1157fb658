"""Who shares text with whom, and where: article against article, to scale.

* a row a pair: the words both have, in quotation marks in both, in one of them, in neither, and stock phrases;
* below, the chosen pair as two bars to scale in characters, quotations shaded; a ribbon joins what is the same in both,
  pale inside marks, black outside, so that quoting one speech and copying prose cannot be taken for each other;
* a menu or a click on a row chooses the pair. All of it is drawn from hashes: no article's text is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import altair as alt
import pandas as pd

from kit.compare.copying import COPIED, UNDECIDED, copied_stretches
from kit.compare.copying import copying as computed
from kit.compare.speech import standing
from kit.compare.stretches import KINDS
from kit.schema import Quote
from kit.show import look
from kit.show.figure import figure, nothing
from kit.show.layout.canvas import Canvas
from kit.show.layout.labels import MENU_WIDTH, counted, short, wrapped
from kit.show.layout.listing import TOTAL, chooser, chosen
from kit.spans import parse

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["copying"]

NAME = "Who shares text with whom"

PAIRS, STRETCHES, ROWS = 15, 60, 300
"""Pairs drawn, those that share most words outside marks and then in all; stretches drawn of each, the longest; rows of the
table."""

LABELS = {
    "quotation": "in quotation marks in both", "marks in one": "in marks in one, without in the other",
    "prose": "outside marks in both", "stock phrase": "stock phrase outside marks",
}  # fmt: skip
FILLS = {"quotation": "#b9c6d3", "marks in one": "#7d93a8", "prose": look.INK, "stock phrase": "#ffffff"}
STROKES = {"quotation": "#8fa3b5", "marks in one": look.INK, "prose": look.INK, "stock phrase": look.GREY}

VIEW = "copying_rows_0"
"""What a click chooses a pair on."""

_SHARED, _LEFT, _ROW, _HEAD = 320, 425, 20, 40
_NAMES, _BAR, _BETWEEN, _TOP = 150, 22, 130, 14
_STRIP = TOTAL - _NAMES - 12


class _Drawn(NamedTuple):
    """The pairs drawn, each with its ``n``, ``label`` and relation; their stretches; pairs and stretches left out."""

    pairs: pd.DataFrame
    stretches: pd.DataFrame
    left: int
    rest: int


def copying(case: Case) -> alt.VConcatChart | alt.Chart:
    """Each two articles by the words they share, and of the chosen pair where these stand. At most :data:`PAIRS` pairs are
    drawn; the finding takes in all."""
    if case.fingerprints.empty and not case.texts:
        how = f"attach the texts with kit texts {case.name} FILE, then: python -m kit.find.stored fingerprints {case.name}"
        return nothing(NAME, f"This case has no fingerprints of its articles' words. To make them, {how}")
    pairs, stretches = computed(case), copied_stretches(case)
    if pairs.empty:
        return nothing(
            NAME, "Fewer than two articles of this case have fingerprints: there is nothing to hold side by side."
        )
    drawn = _drawn(case, pairs, stretches)
    chart = alt.vconcat(_overview(drawn), _key(), _detail(case, drawn), spacing=8, params=[_pair(drawn)])
    return figure(
        chart, name=NAME, description=_description(drawn), finding=_finding(case, pairs, stretches, drawn),
        table=_table(case, stretches),
    )  # fmt: skip


def _drawn(case: Case, pairs: pd.DataFrame, stretches: pd.DataFrame) -> _Drawn:
    names = look.article_names(case)
    total = pairs[["quotation", "marks_in_one", "prose", "stock_phrase"]].sum(axis="columns")
    ranked = pairs.assign(total=total).sort_values(["prose", "total"], ascending=False, kind="stable")
    kept = ranked.head(PAIRS).reset_index(drop=True)
    both = [
        f"{short(names[a], 22)} – {short(names[b], 22)}"
        for a, b in kept[["article_a", "article_b"]].itertuples(index=False)
    ]
    kept = kept.assign(n=range(len(kept)), label=both)
    numbered = stretches.merge(kept[["article_a", "article_b", "n"]], on=["article_a", "article_b"])
    longest = numbered.sort_values(["n", "words"], ascending=[True, False], kind="stable")
    few = longest[longest.groupby("n").cumcount() < STRETCHES].sort_values(["n", "start_a"], kind="stable")
    return _Drawn(kept, few.reset_index(drop=True), len(ranked) - len(kept), len(numbered) - len(few))


def _pair(drawn: _Drawn) -> alt.TopLevelSelectionParameter:
    """The choice of a pair: at first the one that stands first."""
    labels = [short(label, MENU_WIDTH) for label in drawn.pairs["label"]]
    options = alt.binding_select(options=drawn.pairs["n"].tolist(), labels=labels, name="pair ")
    return chooser("copying_pair", ["n"], [{"n": 0}], [VIEW], options, only=[VIEW])


def _scales() -> tuple[alt.Fill, alt.Stroke]:
    fill = alt.Scale(domain=list(KINDS), range=[FILLS[kind] for kind in KINDS])
    stroke = alt.Scale(domain=list(KINDS), range=[STROKES[kind] for kind in KINDS])
    return alt.Fill("kind:N", scale=fill, legend=None), alt.Stroke("kind:N", scale=stroke, legend=None)


def _bars(rows: pd.DataFrame, scale: float) -> pd.DataFrame:
    """The pieces of each pair's bar, in pixels, the kinds one after the other."""
    words = rows[[kind.replace(" ", "_") for kind in KINDS]].set_axis(list(KINDS), axis="columns")
    ends = _LEFT + scale * words.cumsum(axis="columns")
    pieces = [
        pd.DataFrame({
            "kind": kind, "x": (ends[kind] - scale * words[kind]).round(1), "x2": ends[kind].round(1), "y": rows["y"] - 6,
            "y2": rows["y"] + 6,
        })[words[kind] > 0]
        for kind in KINDS
    ]  # fmt: skip
    return pd.concat(pieces)


def _overview(drawn: _Drawn) -> alt.LayerChart:
    """A row a pair: its words by kind as one bar."""
    canvas = Canvas(TOTAL, _HEAD + _ROW * len(drawn.pairs))
    rows = drawn.pairs.assign(y=[_HEAD + _ROW * (i + 0.5) for i in drawn.pairs["n"]])
    room = TOTAL - _LEFT - 60
    scale = room / max(int(rows["total"].max()), 1)
    names = rows.assign(x=_SHARED - 10, text=rows["label"])[["x", "y", "text", "n"]]
    told = names.assign(x=_SHARED, text=rows["relation"])
    ends = names.assign(x=_LEFT + scale * rows["total"] + 6, text=[f"{words:,}" for words in rows["total"]])
    heads = pd.DataFrame(
        {"x": [_SHARED - 10, _SHARED, _LEFT], "y": 24, "text": ["two articles", "they share", "words in both"]}
    )
    fill, stroke = _scales()
    tips = [alt.Tooltip("text:N", title="articles"), alt.Tooltip("relation:N", title="they share")]
    tips += [alt.Tooltip(f"{kind.replace(' ', '_')}:Q", title=f"{LABELS[kind]}, words") for kind in KINDS]
    picked = alt.condition(chosen("copying_pair", empty=False), alt.value("#e8edf2"), alt.value("transparent"))
    fields = ["n", "relation", *(kind.replace(" ", "_") for kind in KINDS)]
    whole = canvas.chart(
        names[["text"]].assign(**rows[fields], x=0, x2=TOTAL, y=rows["y"] - _ROW / 2, y2=rows["y"] + _ROW / 2)
    )
    target = whole.mark_rect(fill="white", fillOpacity=0.001).encode(x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q"), tooltip=tips)
    return canvas.layered(
        whole.mark_rect().encode(x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q"), fill=picked),
        canvas.chart(_bars(rows, scale)).mark_rect(strokeWidth=1).encode(x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q"), fill=fill, stroke=stroke),
        canvas.text(names, align="right"), canvas.text(told, color=look.GREY, fontSize=11), canvas.text(ends, fontSize=11),
        canvas.text(heads[:1], align="right", fontSize=11, color=look.GREY), canvas.text(heads[1:], fontSize=11, color=look.GREY),
        target.properties(name=VIEW),
    )  # fmt: skip


def _key() -> alt.LayerChart:
    """What the looks mean."""
    canvas = Canvas(TOTAL, 22)
    at = pd.Series([0, 190, 440, 610])
    rows = pd.DataFrame({"kind": list(KINDS), "x": at, "x2": at + 24, "y": 5, "y2": 17})
    fill, stroke = _scales()
    swatches = (
        canvas.chart(rows)
        .mark_rect(strokeWidth=1)
        .encode(x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q"), fill=fill, stroke=stroke)
    )
    words = pd.DataFrame({"x": at + 30, "y": 11, "text": [LABELS[kind] for kind in KINDS]})
    return canvas.layered(swatches, canvas.text(words, fontSize=11))


def _scale(case: Case, drawn: _Drawn) -> float:
    named = {*drawn.pairs["article_a"], *drawn.pairs["article_b"]}
    return _STRIP / max(int(case.articles.loc[case.articles["article"].isin(named), "characters"].max()), 1)


def _detail(case: Case, drawn: _Drawn) -> alt.LayerChart:
    """The chosen pair: the first article's bar above, the second's below, ribbons between."""
    canvas = Canvas(TOTAL, _TOP + 2 * _BAR + _BETWEEN + 26)
    lower = _TOP + _BAR + _BETWEEN
    across = f"{_NAMES} + {_scale(case, drawn):.6f} *"
    sides = pd.concat([
        drawn.pairs.assign(article=drawn.pairs[f"article_{side}"], y=y)[["n", "article", "y"]] for side, y in (("a", _TOP), ("b", lower))
    ])  # fmt: skip
    names, articles = look.article_names(case), case.articles.set_index("article")
    sides["outlet"], sides["size"] = (
        sides["article"].map(articles["outlet"]),
        sides["article"].map(articles["characters"]).astype("int64"),
    )
    sides["text"] = [
        f"{wrapped(names[article], 18, 2)}\n{counted(size, 'character')}"
        for article, size in zip(sides["article"], sides["size"], strict=True)
    ]
    pick = chosen("copying_pair")
    shown = canvas.chart(sides).transform_filter(pick)
    outline = shown.transform_calculate(x=f"{_NAMES}", x2=f"{across} datum.size", y2=f"datum.y + {_BAR}")
    shade = canvas.chart(sides[["n", "article", "y"]]).transform_filter(pick).transform_lookup(
        lookup="article", from_=alt.LookupData(data=_quoted(case, set(sides["article"])), key="article", fields=["from", "to"])
    ).transform_filter("isValid(datum.from)").transform_flatten(["from", "to"]).transform_calculate(
        x=f"{across} datum.from", x2=f"max({across} datum.to, {across} datum.from + 1)", y2=f"datum.y + {_BAR}"
    )  # fmt: skip
    ribbons = _ribbons(canvas, drawn, lower, across)
    label = shown.transform_calculate(x="20", y=f"datum.y + {_BAR / 2}")
    glyph = shown.transform_calculate(x="8", y=f"datum.y + {_BAR / 2}").mark_point(filled=True, size=90, opacity=1)
    note = pd.DataFrame(
        {
            "x": [_NAMES],
            "y": [canvas.height - 8],
            "text": ["characters from the beginning of each article · grey in the bars: quotations"],
        }
    )
    return canvas.layered(
        outline.mark_rect(fill="#fbfbfb", stroke="#9a9a9a").encode(x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q")),
        shade.mark_rect(fill="#dfe5ea").encode(x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q")),
        *ribbons,
        glyph.encode(color=look.outlet_colour(case, legend=None), shape=look.outlet_shape(case, legend=None)),
        label.mark_text(align="left", baseline="middle", lineBreak="\n", lineHeight=15).encode(text=alt.Text("text:N")),
        canvas.text(note, fontSize=11, color=look.GREY),
    )  # fmt: skip


def _ribbons(canvas: Canvas, drawn: _Drawn, lower: int, across: str) -> list[alt.Chart]:
    """What both have: a piece of each bar, and the ribbon between these. Vega finds their places."""
    rows = drawn.stretches
    data = pd.DataFrame({
        "n": rows["n"], "i": range(len(rows)), "kind": rows["kind"], "words": rows["words"], "a": rows["start_a"], "a2": rows["end_a"],
        "b": rows["start_b"], "b2": rows["end_b"],
    })  # fmt: skip
    labels = ", ".join(f"{kind!r}: {text!r}" for kind, text in LABELS.items())
    base = canvas.chart(data).transform_filter(chosen("copying_pair")).transform_calculate(
        what=f"{{{labels}}}[datum.kind]", above="datum.a + '–' + datum.a2", below="datum.b + '–' + datum.b2",
        from_="[datum.a, datum.b]", to_="[datum.a2, datum.b2]", top=f"[{_TOP}, {lower}]", side="[0, 1]",
    ).transform_flatten(["from_", "to_", "top", "side"])  # fmt: skip
    fill, stroke = _scales()
    tips = [
        alt.Tooltip("what:N"), alt.Tooltip("words:Q"), alt.Tooltip("above:N", title="characters above"),
        alt.Tooltip("below:N", title="characters below"),
    ]  # fmt: skip
    left, right = f"{across} datum.from_", f"max({across} datum.to_, {across} datum.from_ + 2)"
    ribbon = base.transform_calculate(x=left, x2=right, y=f"datum.top + (1 - datum.side) * {_BAR}")
    piece = base.transform_calculate(x=left, x2=right, y="datum.top", y2=f"datum.top + {_BAR}")
    return [
        ribbon.mark_area(orient="horizontal", fillOpacity=0.55, strokeWidth=0.8).encode(
            x2=alt.X2("x2:Q"), detail=alt.Detail("i:N"), fill=fill, stroke=stroke, tooltip=tips),
        piece.mark_rect(strokeWidth=1).encode(x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q"), fill=fill, stroke=stroke, tooltip=tips),
    ]  # fmt: skip


def _quoted(case: Case, articles: set[str]) -> pd.DataFrame:
    """A row for each article with quotations: the first and last characters of their stretches, as lists."""
    rows = standing(case.quotes)
    rows = rows[rows["kind"].isin(sorted(Quote.VERBATIM)) & rows["article"].isin(articles)]
    whole = rows["start"].astype("str") + "-" + rows["end"].astype("str")
    places = [
        (article, one)
        for article, cell in zip(rows["article"], rows["spans"].fillna(whole), strict=True)
        for one in parse(cell)
    ]
    frame = pd.DataFrame([(article, one.start, one.end) for article, one in places], columns=["article", "from", "to"])
    return frame.groupby("article", sort=False)[["from", "to"]].agg(list).reset_index()


def _finding(case: Case, pairs: pd.DataFrame, stretches: pd.DataFrame, drawn: _Drawn) -> str:
    articles = case.articles["article"].isin([*pairs["article_a"], *pairs["article_b"]]).sum()
    copied = pairs[pairs["relation"].isin(COPIED)]
    parts = [_copied(case, copied) if len(copied) else _no_copy(stretches, int(articles))]
    quoted = pairs[pairs["quotation"] > 0]
    if len(quoted):
        parts.append(
            f"In quotation marks {len(quoted)} of {counted(len(pairs), 'pair')} {'has' if len(quoted) == 1 else 'have'} words in common, "
            f"{counted(int(quoted['quotation'].sum()), 'word')} in all, counted pair by pair."
        )
    one = int((stretches["kind"] == "marks in one").sum())
    if one:
        parts.append(
            f"{counted(one, 'stretch', 'stretches')} of words {'stands' if one == 1 else 'stand'} in quotation marks in one article and without them in another."
        )
    if drawn.left:
        parts.append(f"The {len(drawn.pairs)} pairs that share most are drawn.")
    if drawn.rest:
        parts.append(f"{counted(drawn.rest, 'short stretch', 'short stretches')} left out of the picture.")
    return " ".join(parts)


def _no_copy(stretches: pd.DataFrame, articles: int) -> str:
    stock = stretches[stretches["kind"] == "stock phrase"]
    if stock.empty:
        return f"Outside quotation marks no two of {counted(articles, 'article')} share five words in a row."
    return (
        f"Outside quotation marks no two of {counted(articles, 'article')} share anything but stock phrases of at most "
        f"{counted(int(stock['words'].max()), 'word')}."
    )


def _copied(case: Case, copied: pd.DataFrame) -> str:
    """The pair that shares most prose, and what its dates say."""
    names = look.article_names(case)
    most = copied.sort_values("prose", ascending=False, kind="stable").iloc[0]
    a, b = (short(names[most[f"article_{side}"]], 40) for side in "ab")
    first = (
        "the dates do not say which was first"
        if most["first"] == UNDECIDED
        else f"{short(names[most['first']], 40)} was published first"
    )
    many = f"{counted(len(copied), 'pair')} share{'s' * (len(copied) == 1)} text outside quotation marks"
    return f"{many}, most {a} and {b} ({counted(int(most['prose']), 'word')}, {most['relation']}; {first})."


def _description(drawn: _Drawn) -> str:
    return (
        f"A row for each of {counted(len(drawn.pairs), 'pair')} of articles with a bar of the words they share: in quotation marks in both, "
        "in one, in neither, and stock phrases. Below, the two articles of the chosen pair as bars to scale in characters, "
        "with a ribbon between the places where their words are the same."
    )


def _table(case: Case, stretches: pd.DataFrame) -> pd.DataFrame:
    names = look.article_names(case)
    rows = stretches.sort_values("words", ascending=False, kind="stable").head(ROWS).sort_index()
    return pd.DataFrame({
        "article": rows["article_a"].map(names), "characters": rows["start_a"].astype("str") + "-" + rows["end_a"].astype("str"),
        "other article": rows["article_b"].map(names),
        "characters there": rows["start_b"].astype("str") + "-" + rows["end_b"].astype("str"),
        "words": rows["words"], "what": rows["kind"].map(LABELS),
    })  # fmt: skip
