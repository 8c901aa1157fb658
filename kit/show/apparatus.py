"""Every utterance that several articles quote, as a table: its wordings one under the other, and what differs where.

* a column is a stretch: words that all have, or words that differ, with the types of the differences as its heading;
* a row is an outlet with the hands its words went through; what differs is marked by colour, underline and glyph;
* plain HTML without a script, which a keyboard opens and a screen reader reads cell by cell.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd
from markupsafe import Markup

from kit.compare.chains import through
from kit.compare.changes import TYPES, changes
from kit.compare.speech import voices
from kit.compare.wordings import wordings
from kit.show.layout.families import GLYPHS, KEY, MEANINGS, QUIET, kinds
from kit.show.layout.labels import counted
from kit.show.layout.quoted import left_out, limited, quoting
from kit.show.markup import rendered

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["Apparatus", "apparatus"]

WITHOUT = {"left out": "(no words)", "outside": "(not quoted)"}


class _Stretch(NamedTuple):
    """Columns of an alignment side by side: the first, the one after the last, and the types of what differs there."""

    start: int
    end: int
    types: tuple[str, ...]


@dataclass(frozen=True)
class Apparatus:
    """Utterances with their wordings; JupyterLab and the report show the same escaped HTML."""

    utterances: list[dict[str, Any]]
    left: str

    def html(self) -> Markup:
        """One ``details`` an utterance, the first one open."""
        met = {kind for one in self.utterances for kind in one["types"]}
        kinds = [(kind, MEANINGS[kind]) for kind in TYPES if kind in met]
        return rendered("apparatus.html", utterances=self.utterances, key=KEY.items(), left=self.left, kinds=kinds)

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/html": self.html(), "text/plain": f"Apparatus: {counted(len(self.utterances), 'utterance')}"}


def apparatus(case: Case) -> Apparatus | Markup:
    """Every utterance that two or more articles quote in words: those that most articles quote first, then those whose words differ in most places.

    An utterance has one table: a row a quotation with its outlet and the hands it came through, nearest the outlet first; a
    column a stretch that is the same in all, or one that differs, headed by the types of the differences between any two rows.
    """
    often = quoting(case)
    first = limited(case, often)
    words, found = wordings(first), changes(first)
    if words.empty:
        return rendered("note.html", text="No utterance of this case is quoted in words by two articles.")
    every = [
        _utterance(case, str(name), group, found[found["utterance"] == name])
        for name, group in words.groupby("utterance", sort=False)
    ]
    every.sort(key=lambda one: (-one["articles"], -one["weight"]))
    every[next((i for i, one in enumerate(every) if one["weight"]), 0)]["open"] = True
    cut = left_out(often)
    return Apparatus(every, f"Shown: {cut}." if cut else "")


def _utterance(case: Case, name: str, group: pd.DataFrame, found: pd.DataFrame) -> dict[str, Any]:
    stretches = _stretches(group, found)
    about = case.utterances.set_index("utterance").loc[name]
    quotes = case.quotes.set_index("quote")[["via", "start", "end"]]
    names = voices(case)
    rows = []
    for quote, line in group.groupby("quote", sort=False):
        via, start, end = quotes.loc[str(quote)]
        rows.append({
            "outlet": line["outlet"].iloc[0], "through": through(via if isinstance(via, str) else "", names) or "directly",
            "where": f"{start}-{end}", "cells": [_cell(line, each) for each in stretches],
        })  # fmt: skip
    types = sorted({kind for each in stretches for kind in each.types}, key=TYPES.index)
    told = ", ".join(f"{GLYPHS[kind]} {kind}" for kind in types) or "= the same words"
    voice = about["speaker"]
    return {
        "summary": about["summary"], "speaker": "speaker not named" if pd.isna(voice) else names.get(voice, voice), "told": told, "types": types,
        "articles": group["article"].nunique(), "rows": rows, "heads": [_head(each) for each in stretches], "open": False,
        "weight": sum(kind not in ("cut", QUIET) for each in stretches for kind in each.types),
    }  # fmt: skip


def _stretches(group: pd.DataFrame, found: pd.DataFrame) -> list[_Stretch]:
    """The columns as stretches: neighbours on which the same differences bear stand together."""
    types = kinds(found, group["quote"])
    stretches: list[_Stretch] = []
    for position in range(int(group["position"].max()) + 1):
        told = types.get(position, ())
        if stretches and stretches[-1].types == told:
            stretches[-1] = stretches[-1]._replace(end=position + 1)
        else:
            stretches.append(_Stretch(position, position + 1, told))
    return stretches


def _cell(line: pd.DataFrame, stretch: _Stretch) -> dict[str, Any]:
    part = line[line["position"].between(stretch.start, stretch.end - 1)]
    text = " ".join(part["word"].dropna())
    return {
        "text": text or WITHOUT[part["place"].iloc[0]], "empty": not text, "marked": bool(stretch.types), "types": ", ".join(stretch.types),
        "family": GLYPHS[stretch.types[0]] if stretch.types else "",
    }  # fmt: skip


def _head(stretch: _Stretch) -> str:
    return ", ".join(f"{GLYPHS[kind]} {kind}" for kind in stretch.types) or "= same words"
