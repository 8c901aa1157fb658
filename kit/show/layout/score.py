"""Where every word of an alignment stands on the page: lines, columns and parts, in pixels.

* a column is as wide as its longest word; a line takes as many columns as fit;
* under each other stand the rows of one line, then the next line: the whole is cut into parts of one screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from kit.compare.chains import hands, through
from kit.compare.speech import voices
from kit.show import look
from kit.show.layout.families import GLYPHS, glyphs, kinds
from kit.show.layout.families import KEY as FAMILIES
from kit.show.layout.labels import short, wrapped

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["STEP", "Score", "score"]

STEP = 21
"""Pixels from row to row."""

ROWS = 26
"""Rows in a part: with title and menus less than a screen."""

TOTAL = 880
ADVANCE = 7.3
"""Pixels of one character at 12 px: the widest of the typewriter faces has 0.602 em."""

LONGEST = 44
"""Characters of a word shown in a column; the tooltip has the whole word."""

LINE = 108
"""Characters of a line of the heading."""

MARKS = ("one word", "another word", "a third or later")
KEY = (
    *((mark, None, text) for mark, text in enumerate(MARKS, start=1)),
    (0, "left out", "left out inside the quotation"), (0, "outside", "outside what is quoted"),
)  # fmt: skip
KEY_ROW = -4

FILTER = ("utterance", "part", "parts")
"""Columns that the menus choose by."""


class Score(NamedTuple):
    """What is drawn. ``cells``: a row of a line, with lists of its columns, words and marks; ``columns``: their
    pixels and what stands there; ``gaps``: runs of gaps; ``names`` of rows; ``heads``: the lines above; ``types``: below a line, a glyph for each column that differs."""

    cells: pd.DataFrame
    columns: pd.DataFrame
    gaps: pd.DataFrame
    names: pd.DataFrame
    heads: pd.DataFrame
    types: pd.DataFrame
    left: int
    width: int


def score(case: Case, words: pd.DataFrame, found: pd.DataFrame, differing: pd.DataFrame) -> Score:
    """The alignment ``words`` of ``kit.compare.wordings``, laid out for the utterances of ``found``, with the differences of
    ``kit.compare.changes``."""
    left = min(240, 40 + 8 * max(len(name) for name in look.outlet_names(case)))
    frames: list[tuple[pd.DataFrame, ...]] = [_key()]
    first = len(KEY)
    for relation in found.to_dict("records"):
        lines = _heading(case, relation)
        own = differing[differing["utterance"] == relation["utterance"]]
        placed = _placed(words[words["utterance"] == relation["utterance"]], left, len(lines) + 1, first)
        differs = kinds(own, placed["quote"])
        placed["types"] = [", ".join(differs.get(position, ())) for position in placed["position"]]
        first += relation["positions"]
        heads = _heads(relation["utterance"], lines, placed)
        frames.append((_cells(placed), _columns(placed), _gaps(placed), _names(case, placed), heads, _types(placed)))
    cells, columns, gaps, names, heads, types = (
        pd.concat(each, ignore_index=True) for each in zip(*frames, strict=True)
    )
    return Score(cells, columns, gaps, names, heads, types, left, TOTAL)


def _placed(group: pd.DataFrame, left: int, top: int, first: int) -> pd.DataFrame:
    """The group with, for each word and gap, its ``part``, its row ``y``, its pixels ``x`` to ``x2``, and the number
    of its ``column``, counted from ``first``."""
    rows = {quote: i for i, quote in enumerate(dict.fromkeys(group["quote"]))}
    lines = max(1, ROWS // (len(rows) + 1))
    shown = group["word"].map(_shown, na_action="ignore")
    length = shown.str.len().fillna(0).astype(int)
    places = _places(length.groupby(group["position"]).max() + 1, int((TOTAL - left) / ADVANCE))
    line, at, width = (group["position"].map(places[name]).astype(int) for name in ("line", "at", "width"))
    x = left + at * ADVANCE
    return group.assign(
        part=line // lines + 1, parts=int(line.max()) // lines + 1, line=line,
        y=top + line % lines * (len(rows) + 1) + group["quote"].map(rows),
        x=x.round(1), x2=(x + width * ADVANCE).round(1),
        word=shown, told=_told(group), mark=group["variant"].clip(upper=len(MARKS)),
        column=first + group["position"].astype(int), label=group["quote"].map(_labels(group)),
    )  # fmt: skip


def _shown(word: str) -> str:
    return word if len(word) <= LONGEST else word[: LONGEST - 1] + "…"


def _places(widths: pd.Series, room: int) -> pd.DataFrame:
    """Each column's line and first character, lines filled from the left."""
    line, at, rows = 0, 0, []
    for width in widths:
        if at and at + width > room:
            line, at = line + 1, 0
        rows.append((line, at, width))
        at += width
    return pd.DataFrame(rows, columns=["line", "at", "width"], index=widths.index)


def _labels(group: pd.DataFrame) -> dict[str, str]:
    """A name for each row: the outlet, numbered where it quotes the utterance more than once."""
    labels: dict[str, str] = {}
    seen: dict[str, int] = {}
    for quote, outlet in group.drop_duplicates("quote")[["quote", "outlet"]].itertuples(index=False):
        seen[outlet] = seen.get(outlet, 0) + 1
        labels[quote] = short(outlet, 60) if seen[outlet] == 1 else f"{short(outlet, 60)}, {seen[outlet]}"
    return labels


def _told(group: pd.DataFrame) -> pd.Series:
    """For each position, its words in full, and who has each."""
    briefs = {quote: short(label, 24) for quote, label in _labels(group).items()}
    named = group.assign(brief=group["quote"].map(briefs), word=group["word"].fillna("–"))
    told = {}
    for position, cells in named.groupby("position"):
        who = cells.groupby("word", sort=False)["brief"].agg(", ".join)
        told[position] = " · ".join(f"{word} ({names})" for word, names in who.items())
    return group["position"].map(told)


def _cells(placed: pd.DataFrame) -> pd.DataFrame:
    """One row of a line as lists, which Vega-Lite unfolds: a tenth of the size of a row for each word."""
    words = placed.assign(word=placed["word"].fillna(""))
    lists = words.groupby(["y", *FILTER, "outlet"], sort=False)[["column", "word", "mark"]].agg(pd.Series.tolist)
    return lists.reset_index()


def _columns(placed: pd.DataFrame) -> pd.DataFrame:
    return placed.assign(types=placed["types"].replace("", "nothing"))[
        ["column", "x", "x2", "told", "types"]
    ].drop_duplicates("column")


def _types(placed: pd.DataFrame) -> pd.DataFrame:
    """The glyphs of the differences, on the row below each line."""
    below = placed.groupby("line")["y"].max() + 1
    marked = placed[placed["types"] != ""].drop_duplicates("column")
    texts = [glyphs(types.split(", ")) for types in marked["types"]]
    return marked.assign(y=marked["line"].map(below), text=pd.Series(texts, marked.index, "str"))[
        [*FILTER, "y", "column", "text"]
    ]


def _gaps(placed: pd.DataFrame) -> pd.DataFrame:
    """Neighbouring gaps of one row as one stretch, a little shorter than its columns."""
    gaps = placed[placed["word"].isna()]
    new = (gaps["position"].diff() != 1) | (
        gaps[["quote", "line", "place"]] != gaps[["quote", "line", "place"]].shift()
    ).any(axis=1)
    runs = gaps.groupby(new.cumsum()).agg({**dict.fromkeys([*FILTER, "y", "x", "place"], "first"), "x2": "last"})
    return runs.assign(x=runs["x"] + 2, x2=runs["x2"] - 5)


def _names(case: Case, placed: pd.DataFrame) -> pd.DataFrame:
    """The name of every row, before each of its lines, with the place of its words in the article."""
    rows = placed.drop_duplicates(["part", "y"])
    quotes = case.quotes.set_index("quote")
    where = quotes["start"].astype("str") + "-" + quotes["end"].astype("str")
    via, voice = quotes["via"].fillna(""), voices(case)
    chains = [via[quote] for quote in rows["quote"]]
    label = [f"{name} {'‹' * len(hands(chain))}".rstrip() for name, chain in zip(rows["label"], chains, strict=True)]
    hand = [through(chain, voice) or "directly" for chain in chains]
    rows = rows.assign(where=rows["quote"].map(where), label=label, through=hand)
    return rows[[*FILTER, "y", "outlet", "label", "where", "through"]].assign(x=0)


def _heading(case: Case, relation: dict[Any, Any]) -> list[str]:
    """The utterance in our own words, and below who is said to speak."""
    utterance = case.utterances.set_index("utterance").loc[relation["utterance"]]
    voice = utterance["speaker"]
    speaker = "speaker not named" if pd.isna(voice) else voices(case).get(voice, voice)
    return [
        *wrapped(utterance["summary"], LINE, 4).split("\n"),
        f"{short(speaker, 50)}; {relation['articles']} articles; that it is one act of speech is {utterance['confidence']}",
    ]


def _heads(utterance: str, lines: list[str], placed: pd.DataFrame) -> pd.DataFrame:
    """The heading on each part, and empty rows that keep the lines of the score apart."""
    parts = int(placed["parts"].iloc[0])
    rows = []
    for part, group in placed.groupby("part"):
        last = lines[-1] + (f"; part {part} of {parts}" if parts > 1 else "")
        texts = dict(enumerate([*lines[:-1], last]))
        empty = dict.fromkeys(set(range(len(lines), int(group["y"].max()))) - set(group["y"]), "")
        rows += [
            (utterance, part, parts, y, text, y < len(lines) - 1) for y, text in sorted({**texts, **empty}.items())
        ]
    return pd.DataFrame(rows, columns=[*FILTER, "y", "text", "strong"]).assign(x=0)


def _key() -> tuple[pd.DataFrame, ...]:
    """What the marks mean, written with the marks themselves, above everything else."""
    cells, columns, gaps, x = [], [], [], 2.0
    for number, (mark, place, text) in enumerate(KEY):
        if place:
            gaps.append({"y": KEY_ROW, "x": x, "x2": x + 30, "place": place})
            x += 34
        cells.append({"y": KEY_ROW, "column": [number], "word": [text], "mark": [mark]})
        columns.append({"column": number, "x": x})
        x += (len(text) + 3) * ADVANCE
    families = "   ".join(f"{glyph} {text}" for glyph, text in FAMILIES.items() if glyph != GLYPHS["cut"])
    texts = (families, "‹ a hand that the words went through between speaker and outlet", "")
    lines = pd.DataFrame([{"y": KEY_ROW + i, "x": 2, "text": text, "strong": False} for i, text in enumerate(texts, 1)])
    return pd.DataFrame(cells), pd.DataFrame(columns), pd.DataFrame(gaps), pd.DataFrame(), lines, pd.DataFrame()
