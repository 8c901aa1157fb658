"""Whose words are they: what a row takes from an article, and what must be in our own words.

* words that a row holds are the words at its offsets, and quoted ones stand inside quotation marks;
* own words repeat no run of an article's prose that is longer than a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from kit import spans
from kit.columns import PHRASE_WORDS, Row
from kit.schema import TABLES, Article, Quote
from kit.spans import Stretch
from kit.tables import Files, Problem, Table

__all__ = ["cut_words", "outside_marks", "own_words", "quoted", "stretches", "words_at_offsets"]

Runs = Mapping[tuple[str, ...], tuple[str, int]]
"""Runs of words of the articles' prose, each with an article and the character at which it stands there."""

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(
    r"“([^”]*)”?"  # a quotation that goes on in the next paragraph opens again there without having closed
    r"|„([^“”]*)[“”]?"
    r"|«([^»]*)»?"
    r'|"([^"\n]*)"'
    r'|^"([^"\n]*)$'
    r"|(?<!\w)‘([^‘\n]*)’(?!\w)",  # to the last of a line, as an apostrophe looks the same
    re.MULTILINE,
)


def quoted(text: str) -> list[Stretch]:
    """What stands inside quotation marks, without these, in reading order."""
    return [Stretch(*match.span(match.lastindex or 0)) for match in _QUOTED.finditer(text)]


def words_at_offsets(table: Table, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Words that are not those at their offsets, or without the text, not as long; counts that are wrong."""
    for number, row in table:
        text = texts.get(getattr(row, "article", ""))
        for start, end, column in row.SPANS:
            claimed = getattr(row, column) if column else None
            places = stretches(row, start, end)
            if column and claimed is not None and places and (allowed := _not_held(claimed, places, text)):
                yield Problem(table.file, number, column, claimed, allowed)
        if isinstance(row, Article) and text is not None:
            for column, counted in (("characters", len(text)), ("words", len(text.split()))):
                if getattr(row, column) not in (None, counted):
                    yield Problem(table.file, number, column, str(getattr(row, column)), f"{counted}, as counted")


def cut_words(files: Files, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Offsets that split a word or take in white space at an end, where no words are stored to tell that they moved.

    An artefact may, and another row may begin or end where one does: a damaged tag runs into the word after it.
    """
    seams = {(row.article, at) for _, row in files.tables["artefacts"] for at in (row.start, row.end)}
    for name, table in files.tables.items():
        for number, row in table if name != "artefacts" else ():
            text = texts.get(getattr(row, "article", ""), "")
            for column, at, inner in _edges(row) if text else ():
                if (row.article, at) not in seams and _cuts(text, at, inner):
                    yield Problem(table.file, number, column, str(at), "the edge of a word, without white space")


def _edges(row: Row) -> Iterator[tuple[str, int, int]]:
    """Each edge of a row's stretches whose words it does not store: column, offset, the character inside it."""
    for start, end, words in row.SPANS:
        if not words or getattr(row, words) is None:
            for place in stretches(row, start, end):
                yield start, place.start, place.start
                yield end, place.end, place.end - 1


def _cuts(text: str, at: int, inner: int) -> bool:
    """Whether an edge at ``at`` splits a word, or the character ``inner`` beside it is white space."""
    beside = text[max(0, at - 1) : at + 1]
    return text[inner : inner + 1].isspace() or (len(beside) == 2 and beside.isalnum())


def _not_held(claimed: str, places: tuple[Stretch, ...], text: str | None) -> str | None:
    """What is allowed instead, when stretches do not hold the words claimed."""
    if text is not None:
        held = spans.sliced(text, places)
        return None if held == claimed else f'the words at its offsets: "{held}"'
    length = sum(s.end - s.start for s in places) + len(places) - 1
    place = f"{length} characters, as its offsets {spans.written(places)} hold"
    return None if length == len(claimed) else f"{place}; found {len(claimed)}"


def stretches(row: Row, start: str = "start", end: str = "end") -> tuple[Stretch, ...]:
    """The stretches that a pair of offset columns marks; those of quoted words may be several.

    None where offsets are not given, or are not what offsets must be.
    """
    if isinstance(row, Quote) and start == "start":
        if "spans" in row.bad:
            return ()
        if row.spans:
            return row.stretches
    first, last = getattr(row, start), getattr(row, end)
    return (Stretch(first, last),) if first is not None and last is not None and first < last else ()


def outside_marks(quotes: Table, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Words said to be quoted that no quotation marks of their article hold."""
    inside = {article: quoted(text) for article, text in texts.items()}
    for number, row in quotes:
        if row.kind not in Quote.VERBATIM or row.article not in texts:
            continue
        for part in stretches(row):
            within = part.end <= len(texts[row.article])  # else it is told already
            if within and not any(marked.holds(part) for marked in inside[row.article]):
                allowed = f"words inside quotation marks of {row.article}, as kind is {row.kind}"
                yield Problem(quotes.file, number, "start", f"{part.start}-{part.end}", allowed)


def _runs(words: list[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    size = PHRASE_WORDS + 1
    return ((i, tuple(words[i : i + size])) for i in range(len(words) - size + 1))


def _prose_runs(texts: Mapping[str, str], titles: Mapping[str, str]) -> Runs:
    """Every run of more words than a phrase may have, outside quotation marks and titles, with its place."""
    found: dict[tuple[str, ...], tuple[str, int]] = {}
    for article, text in texts.items():
        marked = bytearray(len(text))
        title = titles.get(article, "")
        at = text.find(title) if title else -1
        for part in [*quoted(text), *([Stretch(at, at + len(title))] if at >= 0 else [])]:
            marked[part.start : part.end] = b"\1" * (part.end - part.start)
        words = list(_WORD.finditer(text))
        for i, run in _runs([word.group().casefold() for word in words]):
            if not any(marked[word.start()] for word in words[i : i + PHRASE_WORDS + 1]):
                found.setdefault(run, (article, words[i].start()))
    return found


def own_words(files: Files, texts: Mapping[str, str]) -> Iterator[Problem]:
    """What is in our own words (cells, notes, case.toml) and repeats more of an article's prose than a phrase."""
    rows = files.tables["articles"].records.values()
    prose = _prose_runs(texts, {cells.get("article", ""): cells.get("title", "") for cells in rows})
    for place, said in _said(files.about_as_written):
        yield from _repeated("case.toml", None, place, said, prose)
    for name, table in files.tables.items():
        for number, row in table:
            for column in _own(TABLES[name]):
                yield from _repeated(table.file, number, column, getattr(row, column) or "", prose)
    for stem, note in files.notes.items():
        for number, line in enumerate(note.splitlines(), start=1):
            yield from _repeated(f"notes/{stem}.md", number, "", line, prose)


def _own(model: type[Row]) -> list[str]:
    fields = model.model_fields.items()
    return [c for c, info in fields if isinstance(marks := info.json_schema_extra, dict) and marks["own"]]


def _said(about: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every text of case.toml that is in our own words, by its place; what is no text is told elsewhere."""
    cautions, assumptions = (
        about[key] if isinstance(about.get(key), list) else [] for key in ("cautions", "assumptions")
    )
    said = [("summary", about.get("summary")), *((f"cautions.{i}", one) for i, one in enumerate(cautions))]
    said += [(f"assumptions.{i}.why", one.get("why")) for i, one in enumerate(assumptions) if isinstance(one, dict)]
    return ((place, text) for place, text in said if isinstance(text, str))


def _repeated(file: str, number: int | None, column: str, cell: str, prose: Runs) -> Iterator[Problem]:
    for _, run in _runs([word.group().casefold() for word in _WORD.finditer(cell)]):
        if run in prose:
            article, at = prose[run]
            allowed = f"own words; {article} has this run of {len(run)} words at character {at}"
            yield Problem(file, number, column, " ".join(run), allowed)
            return
