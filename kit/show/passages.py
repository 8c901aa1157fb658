"""From a row back to the words: where it stands, and the passage around it when the text is at hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from kit import spans
from kit.schema import TABLES
from kit.show.markup import markdown, rendered
from kit.show.table import unknown
from kit.spans import Stretch

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["Note", "Passage", "note", "passage"]

AROUND = 160
"""Code points shown before and after the words: a sentence or so, never the article."""

NOTE_HEADING = 3
"""The level of a note's headings: it stands under a heading of the notebook."""


@dataclass(frozen=True)
class Passage:
    """A row's words in their place. Without the text, only the place is told."""

    where: str
    parts: tuple[tuple[bool, str], ...]

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        parts = [{"held": held, "text": text} for held, text in self.parts]
        plain = self.where + "\n" + "".join(f"[{text}]" if held else text for held, text in self.parts)
        return {"text/html": rendered("passage.html", where=self.where, parts=parts), "text/plain": plain}


def passage(case: Case, row: str, around: int = AROUND) -> Passage:
    """The passage that the row with this id rests on, such as ``passage(case, "post_q01")``.

    ``around`` counts code points before and after; an empty id gives a calm note. Raises ``ValueError`` when no row with offsets has
    the id, with the nearest one.
    """
    places = _with_offsets(case)
    if not row:
        return Passage("This case has no row to look up yet.", ())
    if row not in places:
        raise ValueError(unknown("passage", row, places, "the id of a row with offsets"))
    article, stretches = places[row]
    outlet = case.articles.set_index("article")["outlet"][article]
    where = f"{outlet}, characters {spans.written(stretches)}"
    text = case.texts.get(article)
    if text is None:
        return Passage(f"{where}. The text is not at hand: attach it with kit texts {case.name} FILE", ())
    start, end = max(0, stretches[0].start - around), min(len(text), stretches[-1].end + around)
    parts, at = [(False, "… " * (start > 0))], start
    for stretch in stretches:
        parts += [(False, text[at : stretch.start]), (True, text[stretch.start : stretch.end])]
        at = stretch.end
    parts += [(False, text[at:end] + " …" * (end < len(text)))]
    return Passage(where, tuple(part for part in parts if part[1]))


def _with_offsets(case: Case) -> dict[str, tuple[str, tuple[Stretch, ...]]]:
    """Every row that has offsets: its id to its article and stretches."""
    found: dict[str, tuple[str, tuple[Stretch, ...]]] = {}
    for name, model in TABLES.items():
        if model.SPANS and len(model.KEY) == 1:
            for row in case.tables[name].to_dict("records"):
                found[row[model.KEY[0]]] = (row["article"], _stretches(row))
    return found


def _stretches(row: Mapping[Any, Any]) -> tuple[Stretch, ...]:
    if not pd.isna(row.get("spans")):
        return spans.parse(row["spans"])
    return (Stretch(row["start"], row["end"]),)


@dataclass(frozen=True)
class Note:
    """A curated commentary in Markdown; HTML in it is shown as text."""

    text: str

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        html = rendered("note.html", text=markdown(self.text, top=NOTE_HEADING))
        return {"text/html": html, "text/plain": self.text}


def note(case: Case, notebook: str) -> Note:
    """What the case's curators say beside one notebook, such as ``note(case, "02")``."""
    return Note(case.notes.get(notebook, f"*This case has no commentary for notebook {notebook}.*"))
