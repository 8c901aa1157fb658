"""Where in an article its quotations stand, its indirect speech, its claims, and what is not its prose.

* a strip an article, to scale in characters, so that long and short articles can be held side by side;
* four lanes a strip, always in the same order; height, outline and texture tell what the lane's name tells;
* the menus leave one lane, or one speaker's words and claims, at full strength.
"""

from __future__ import annotations

from os.path import commonprefix
from typing import TYPE_CHECKING

import altair as alt
import pandas as pd

from kit.compare.speech import NOBODY, standing, voices
from kit.schema import Quote
from kit.show.figure import figure, nothing
from kit.show.layout.canvas import Canvas
from kit.show.layout.labels import MENU_WIDTH, counted, menu, short, unique, wrapped
from kit.show.look import GREY, article_names, outlet_colour, outlet_shape

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["maps"]

NAME = "What stands where in each article"

TOP = 8
"""Articles drawn, the first of ``articles.csv``: what fits a screen."""

TOLD = 160
"""Characters of a row's words in its tooltip: a tooltip longer than that covers the chart."""

LANES = ("in quotation marks", "indirect speech", "claims", "not prose")
"""The lanes of a strip from above; refusals to comment stand with indirect speech."""

# Pixels: names at the left, lanes' names, a strip to scale; a strip's lanes with the height of their marks.
_NAMES, _WORDS, _STRIP, _TOP = 150, 122, 596, 14
_HEIGHTS = {"in quotation marks": 16, "indirect speech": 10, "claims": 16, "not prose": 6}
_LANE, _GAP = 18, 16
_STACK = 3  # claims on top of each other, where several stand in one place
_PITCH = _LANE * len(LANES) + _GAP

_FIELDS = ("r", "v", "w", "from", "to", "k", "kind")
"""What is known of a stretch: row, speaker, words, first character, last, level, kind."""


def maps(case: Case) -> alt.LayerChart | alt.Chart:
    """Each article as a strip in characters, with lanes for quotations, indirect speech, claims and artefacts.

    Labels count as quotations here, since the marks are what is mapped. At most :data:`TOP` articles are
    drawn, and stand in the table; the finding takes in all.
    """
    if case.articles.empty:
        return nothing(NAME, "This case has no articles.")
    rows = _rows(case, list(case.articles["article"][:TOP]))
    return figure(
        _drawn(case, rows), name=NAME, description=_description(case, rows), finding=_finding(case),
        table=_table(case, rows),
    )  # fmt: skip


def _rows(case: Case, articles: list[str]) -> pd.DataFrame:
    """Every stretch on the map of these articles: article, lane, row, speaker (id and ``said_by``), kind, words, start, end."""
    quotes, claims, found = (
        rows[rows["article"].isin(articles)] for rows in (standing(case.quotes), standing(case.claims), case.artefacts)
    )
    marks = quotes["kind"].isin(sorted(Quote.VERBATIM))
    quotes = quotes.assign(
        lane=marks.map({True: LANES[0], False: LANES[1]}),
        words=quotes["text"].where(marks, quotes["paraphrase"]),
        speaker=quotes["speaker"].fillna(NOBODY),
    )
    claims = claims.assign(lane=LANES[2], words=claims["statement"], kind="claim", spans=None)
    found = found.assign(lane=LANES[3], words=None, speaker=None, spans=None)
    columns = ["article", "lane", "row", "speaker", "kind", "words", "spans", "start", "end"]
    named = (
        (quotes, {"quote": "row"}),
        (claims, {"claim": "row", "asserted_by": "speaker"}),
        (found, {"artefact": "row"}),
    )
    rows = pd.concat([frame.rename(columns=names)[columns].astype(object) for frame, names in named], ignore_index=True)
    return _stretches(rows).assign(said_by=rows["speaker"].map(_speakers(case, rows)))


def _stretches(rows: pd.DataFrame) -> pd.DataFrame:
    """A row for each stretch, where an attribution splits the words."""
    whole = rows["start"].astype(str) + "-" + rows["end"].astype(str)
    rows = rows.assign(at=rows["spans"].where(rows["spans"].notna(), whole).str.split(";")).explode("at")
    ends = rows["at"].str.split("-", expand=True).reindex(columns=[0, 1]).astype("int64")
    return rows.drop(columns=["spans", "at"]).assign(start=ends[0], end=ends[1])


def _speakers(case: Case, rows: pd.DataFrame) -> dict[str, str]:
    names = voices(case)
    return unique({key: names[key] for key in rows["speaker"].dropna().unique()}, MENU_WIDTH)


def _levels(rows: pd.DataFrame) -> list[int]:
    """A level for each stretch of one lane, so that those in one place stand on each other, ``_STACK`` at most."""
    free, levels = [0] * _STACK, {}
    for i, start, end in rows.sort_values(["start", "end"], kind="stable")[["start", "end"]].itertuples():
        open_ = [level for level in range(_STACK) if free[level] <= start]
        levels[i] = open_[0] if open_ else free.index(min(free))
        free[levels[i]] = max(free[levels[i]], end)
    return [levels[i] for i in rows.index]


def _lists(case: Case, rows: pd.DataFrame, lane: str, numbers: dict[str, int]) -> pd.DataFrame:
    """A row for each article with stretches in the lane: its outlet, the lane's upper edge, its stretches as lists.

    A third of the size of a row a stretch; speakers are numbers.
    """
    rows = rows[rows["lane"] == lane]
    lists = pd.DataFrame({
        "article": rows["article"], "r": rows["row"], "v": [numbers.get(who, -1) for who in rows["said_by"]],
        "w": [short(text, TOLD) if isinstance(text, str) else None for text in rows["words"]],
        "from": rows["start"], "to": rows["end"],
    })  # fmt: skip
    if lane == LANES[2]:
        for _, its in rows.groupby("article"):
            lists.loc[its.index, "k"] = pd.Series(_levels(its), index=its.index)
        lists = lists.astype({"k": "int64"}) if len(lists) else lists.assign(k=[])
    else:
        lists["kind"] = rows["kind"]
    strips = _strips(case).set_index("article")[["outlet", "y"]].rename(columns={"y": "edge"})
    strips["edge"] += _LANE * (LANES.index(lane) + 0.5) - _HEIGHTS[lane] / 2
    grouped = lists.groupby("article", sort=False).agg(pd.Series.tolist)
    grouped["p"] = [commonprefix(ids) for ids in grouped["r"]]  # noqa: RUF071 - what all ids begin with is sent once
    grouped["r"] = [[one.removeprefix(p) for one in ids] for ids, p in grouped[["r", "p"]].itertuples(index=False)]
    return grouped.join(strips).reset_index(drop=True)


def _lane(case: Case, canvas: Canvas, lists: pd.DataFrame, lane: str, speakers: pd.DataFrame) -> alt.Chart:
    """The marks of a lane, unfolded from their lists. Vega finds their places."""
    claims = lane == LANES[2]
    height = _HEIGHTS[lane] if not claims else _HEIGHTS[lane] / _STACK - 1
    across = f"{_NAMES + _WORDS} + {_scale(case):.6f} *"
    more = (
        {"kind": "'claim'", "y": f"datum.edge + {_HEIGHTS[lane] / _STACK:.2f} * datum.k"}
        if claims
        else {"y": "datum.edge"}
    )
    rows = canvas.chart(lists).transform_flatten([name for name in _FIELDS if name in lists.columns])
    return rows.transform_lookup(
        lookup="v", from_=alt.LookupData(data=speakers, key="v", fields=["said_by"])
    ).transform_calculate(
        lane=f"'{lane}'", x=f"{across} datum.from", x2=f"max({across} datum.to, {across} datum.from + 2)",
        row="datum.p + datum.r", **more
    ).transform_calculate(y2=f"datum.y + {height:.2f}")  # fmt: skip


def _scale(case: Case) -> float:
    return _STRIP / max(int(case.articles["characters"][:TOP].max()), 1)


def _drawn(case: Case, rows: pd.DataFrame) -> alt.LayerChart:
    count = min(len(case.articles), TOP)
    canvas = Canvas(_NAMES + _WORDS + _STRIP, _TOP + _PITCH * count + 22)
    speakers = sorted(rows["said_by"].dropna().unique())
    numbers = {name: i for i, name in enumerate(speakers)}
    voiced = pd.DataFrame({"v": range(len(speakers)), "said_by": speakers})
    by_lane = alt.selection_point(name="maps_lane", fields=["lane"], bind=menu("Show", LANES))
    by_speaker = alt.selection_point(name="maps_speaker", fields=["said_by"], bind=menu("Speaker", speakers))
    shade = alt.when(by_lane & by_speaker).then(alt.value(0.85)).otherwise(alt.value(0.08))
    tips = [
        alt.Tooltip("outlet:N"), alt.Tooltip("row:N"), alt.Tooltip("kind:N"),
        alt.Tooltip("said_by:N", title="speaker"), alt.Tooltip("w:N", title="words"),
        alt.Tooltip("from:Q", title="from character"), alt.Tooltip("to:Q", title="to"),
    ]  # fmt: skip
    colour = outlet_colour(case, legend=None)
    lanes = {lane: _lane(case, canvas, _lists(case, rows, lane, numbers), lane, voiced) for lane in LANES}
    marks = [
        lanes[LANES[0]].mark_rect().encode(color=colour),
        lanes[LANES[1]].mark_rect(fill="white", strokeWidth=1.5).encode(stroke=_stroke(colour)),
        lanes[LANES[2]].mark_rect().encode(color=colour),
        lanes[LANES[3]].mark_rect(fill="#e4e4e4", stroke=GREY, strokeDash=[2, 2]),
    ]
    layers = [layer.encode(x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q"), opacity=shade, tooltip=tips) for layer in marks]
    layers[0] = layers[0].add_params(by_speaker, by_lane).properties(name="maps_quotations")
    return canvas.layered(*_frames(case, canvas), *layers, *_names(case, canvas))


def _stroke(colour: alt.Color) -> alt.Stroke:
    return alt.Stroke("outlet:N", scale=colour["scale"], legend=None)


def _strips(case: Case) -> pd.DataFrame:
    """A row for each article drawn: its outlet, its first lane, and where its text ends."""
    strips = case.articles[["article", "outlet", "characters"]][:TOP].reset_index(drop=True)
    strips["y"] = [_TOP + float(_PITCH * i) for i in range(len(strips))]
    return strips.assign(end=_NAMES + _WORDS + _scale(case) * strips["characters"].astype(float))


def _frames(case: Case, canvas: Canvas) -> list[alt.Chart]:
    """Each article's outline to its full length, a line for each lane in it, and the scale below."""
    strips = _strips(case)
    start = _NAMES + _WORDS
    outline = strips.assign(x=start, x2=strips["end"], y2=strips["y"] + _LANE * len(LANES))
    lines = pd.concat([outline.assign(y=outline["y"] + _LANE * (i + 0.5)) for i in range(len(LANES))])
    longest = int(strips["characters"].max())
    step = next((n for n in (100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000) if longest / n <= 9), longest)
    ticks = pd.DataFrame({"n": range(0, longest + 1, max(step, 1))})
    ticks = ticks.assign(x=start + _scale(case) * ticks["n"], y=canvas.height - 22, text=[f"{n:,}" for n in ticks["n"]])
    unit = pd.DataFrame({"x": [start - 12], "y": [canvas.height - 10], "text": ["characters"]})
    return [
        canvas.chart(outline).mark_rect(fill="#fbfbfb", stroke="#c9c9c9").encode(x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q")),
        canvas.chart(lines).mark_rule(color="#ececec").encode(x2=alt.X2("x2:Q")),
        canvas.chart(ticks.assign(y=canvas.height - 26, y2=canvas.height - 20))
        .mark_rule(color=GREY)
        .encode(y2=alt.Y2("y2:Q")),
        canvas.text(ticks.assign(y=canvas.height - 10), align="center", fontSize=11),
        canvas.text(unit, align="right", fontSize=11),
    ]


def _names(case: Case, canvas: Canvas) -> list[alt.Chart]:
    strips, names = _strips(case), article_names(case)
    strips["text"] = [
        wrapped(names[article], 18, 3) + f"\n{counted(int(size), 'character')}"
        for article, size in zip(strips["article"], strips["characters"], strict=True)
    ]
    lanes = pd.DataFrame(
        [
            {"x": _NAMES + _WORDS - 8, "y": y + _LANE * (i + 0.5), "text": lane}
            for y in strips["y"]
            for i, lane in enumerate(LANES)
        ]
    )
    glyphs = canvas.chart(strips.assign(x=8, y=strips["y"] + _LANE / 2)).mark_point(filled=True, size=90, opacity=1)
    return [
        glyphs.encode(color=outlet_colour(case, legend=None), shape=outlet_shape(case, legend=None)),
        canvas.text(strips.assign(x=20, y=strips["y"] + _LANE / 2), lineHeight=15),
        canvas.text(lanes, align="right", fontSize=11, color=GREY),
    ]


def _share(case: Case) -> pd.Series:
    """The part of each article's characters that stands inside quotation marks."""
    quotes = standing(case.quotes)
    quotes = quotes[quotes["kind"].isin(sorted(Quote.VERBATIM))].astype({"start": object, "end": object})
    marks = _stretches(quotes)
    inside = (marks["end"] - marks["start"]).groupby(marks["article"]).sum()
    sizes = case.articles.set_index("article")["characters"].astype(float)
    return (inside.reindex(sizes.index, fill_value=0) / sizes.clip(lower=1)).sort_values(kind="stable")


def _finding(case: Case) -> str:
    share, total = _share(case), len(case.articles)
    names = article_names(case)
    least, most = (f"{share.iloc[i]:.0%} of {short(names[share.index[i]], 40)}" for i in (0, -1))
    said = f"Quotation marks hold {most}" + (
        f" and {least}, the most and the least of {total} articles" if total > 1 else ""
    )
    return said + (f"; the first {TOP} are drawn." if total > TOP else ".")


def _description(case: Case, rows: pd.DataFrame) -> str:
    numbers = rows.drop_duplicates("row")["lane"].value_counts()
    told = ", ".join(f"{numbers.get(lane, 0)} {lane}" for lane in LANES)
    count = min(len(case.articles), TOP)
    return (
        f"A strip for each of {counted(count, 'article')}, to scale in characters from left to right, with four "
        f"lanes that show where rows stand: {told}."
    )


def _table(case: Case, rows: pd.DataFrame) -> pd.DataFrame:
    """A row for each article, lane and speaker: how many rows, and where they stand."""
    rows = rows.assign(outlet=rows["article"].map(article_names(case)), speaker=rows["said_by"])
    rows["characters"] = rows["start"].astype("str") + "-" + rows["end"].astype("str")
    grouped = rows.groupby(["outlet", "lane", "speaker"], sort=False, dropna=False)
    return grouped.agg(rows=("row", "nunique"), characters=("characters", ", ".join)).reset_index()
