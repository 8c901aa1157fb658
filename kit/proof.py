"""Every problem of a case: what pydantic finds row by row, and what only shows between rows.

* references: every id named stands in its table;
* spans: inside the article, not crossing where they must not;
* with the texts: the words a row holds are the words at its offsets, and own words repeat no sentence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from types import MappingProxyType

from kit import spans, values
from kit.columns import OUTLET, PHRASE_WORDS, Row
from kit.schema import TABLES, Article, Quote
from kit.spans import Stretch
from kit.tables import Files, Problem, Table, nearest, read

__all__ = ["problems"]

_WORD = re.compile(r"\w+")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_MARKED = re.compile(r"“[^“”]*”|\"[^\"\n]*\"|„[^„“”]*[“”]|«[^«»]*»")


def problems(folder: Path, texts: Mapping[str, str]) -> list[Problem]:
    """Every problem in a case's folder, in the order of its files and rows.

    ``texts`` holds the texts at hand by article; what needs a text that is not there is not checked.
    """
    files = read(folder)
    found = [*files.problems, *between_rows(files, texts), *_own_words(files, texts)]
    names = ["case.toml", *(f"{name}.csv" for name in TABLES)]
    return sorted(found, key=lambda p: (names.index(p.file) if p.file in names else len(names), p.file, p.row or 0))


def between_rows(files: Files, texts: Mapping[str, str] = MappingProxyType({})) -> Iterator[Problem]:
    """What is wrong between the rows of a case, and between its rows and the texts at hand."""
    for name, table in files.tables.items():
        yield from _duplicates(name, table)
        yield from _references(files, name, table)
        yield from _out_of_range(files, table)
        yield from _words_at_offsets(table, texts)
    yield from _overlaps(files)
    yield from _answers(files)
    yield from _circles(files, "taxonomy", "term", "broader")
    yield from _circles(files, "speakers", "speaker", "part_of")


def _duplicates(name: str, table: Table) -> Iterator[Problem]:
    key = TABLES[name].KEY
    first: dict[tuple[str, ...], int] = {}
    for number, cells in table.records.items():
        this = tuple(cells.get(column, "") for column in key)
        if this in first:
            found = ", ".join(this)
            yield Problem(table.file, number, key[0], found, f"each {' + '.join(key)} once; row {first[this]} has it")
        first.setdefault(this, number)


def _references(files: Files, name: str, table: Table) -> Iterator[Problem]:
    for column, info in TABLES[name].model_fields.items():
        marks = info.json_schema_extra
        target = str(marks["ref"]) if isinstance(marks, dict) else ""
        ids = files.tables[target].ids(TABLES[target].KEY[0]) if target else None
        if ids is None:
            continue  # nothing is referred to, or the table there could not be read, which is told already
        known = ids | ({OUTLET} if isinstance(marks, dict) and marks["outlet"] else set())
        own = f', or "{OUTLET}"' if OUTLET in known else ""
        for number, cells in table.records.items():
            for one in cells.get(column, "").split(";"):
                if _NAME.fullmatch(one) and one not in known:  # what is no id at all is told already
                    allowed = f"{_article(target)} of {target}.csv{own}"
                    yield Problem(table.file, number, column, one, allowed, nearest(one, known))


def _article(table: str) -> str:
    word = TABLES[table].KEY[0]
    return f"{'an' if word[0] in 'aeou' else 'a'} {word}"


def _lengths(files: Files) -> dict[str, int]:
    """The characters of each article, also of one whose row has another mistake."""
    cells = files.tables["articles"].records.values()
    return {one.get("article", ""): int(one["characters"]) for one in cells if one.get("characters", "").isdecimal()}


def _out_of_range(files: Files, table: Table) -> Iterator[Problem]:
    lengths = _lengths(files)
    for number, row in table:
        for _, end, _ in row.SPANS:
            length, last = lengths.get(row.article), getattr(row, end)
            if length is not None and last is not None and last > length:
                yield Problem(table.file, number, end, str(last), f"at most {length}, the characters of {row.article}")


def _overlaps(files: Files) -> Iterator[Problem]:
    """Artefacts and sentences never share a code point; verbatim words only where one label lies inside."""
    for name in ("artefacts", "sentences", "quotes"):
        table = files.tables[name]
        placed: dict[str, list[tuple[int, str, Stretch]]] = defaultdict(list)
        for number, row in table:
            if isinstance(row, Quote) and row.kind == "label":
                continue  # a name may stand inside quoted words; _labels looks at these
            if not isinstance(row, Quote) or row.kind in Quote.VERBATIM:
                parts = row.stretches if isinstance(row, Quote) else (Stretch(row.start, row.end),)
                placed[row.article] += [(number, getattr(row, row.KEY[0]), part) for part in parts]
        for rows in placed.values():
            for i, j in spans.crossing([stretch for _, _, stretch in rows]):
                here, other = rows[i], rows[j]
                found = f"{here[2].start}-{here[2].end}"
                allowed = f"words no other row holds; {other[1]} (row {other[0]}) holds {other[2].start}-{other[2].end}"
                yield Problem(table.file, here[0], "start", found, allowed)
    yield from _labels(files.tables["quotes"])


def _labels(quotes: Table) -> Iterator[Problem]:
    """A label may lie wholly inside other words, never across their edge and never twice."""
    others: dict[str, list[tuple[int, Quote, Stretch]]] = defaultdict(list)
    labels: list[tuple[int, Quote]] = []
    for number, row in quotes:
        if row.kind in Quote.VERBATIM:
            others[row.article] += [(number, row, part) for part in row.stretches]
        if row.kind == "label":
            labels.append((number, row))
    for number, label in labels:
        here = Stretch(label.start, label.end)
        for other_number, other, stretch in others[label.article]:
            inside = other.kind != "label" and stretch.holds(here) and stretch != here
            if other is not label and stretch.meets(here) and not inside:
                allowed = f"words inside or outside those of {other.quote} (row {other_number})"
                yield Problem(quotes.file, number, "start", f"{here.start}-{here.end}", allowed)


def _answers(files: Files) -> Iterator[Problem]:
    """Values written as their question says, naming what exists; one primary answer an article."""
    questions = {row.question: row for row in files.tables["questions"].rows}
    claims = files.tables["claims"]
    known = {name: table.ids(TABLES[name].KEY[0]) for name, table in files.tables.items()}
    primary: dict[tuple[str, str], int] = {}
    for number, claim in claims:
        question = questions.get(claim.question)
        if question is None:
            continue
        if claim.primary:
            pair = (claim.article, claim.question)
            if pair in primary:
                only = f"no: row {primary[pair]} is already the primary answer of {claim.article}"
                yield Problem(claims.file, number, "primary", "yes", only)
            primary.setdefault(pair, number)
        if allowed := values.wrong(claim.value, question.value_type):
            yield Problem(claims.file, number, "value", claim.value, f"{allowed} ({question.value_type})")
            continue
        named_in = [known[table] for table in values.GRAMMAR[question.value_type].tables]
        choices = set().union(*(ids for ids in named_in if ids is not None))
        for name in values.names(claim.value, question.value_type):
            if name not in choices and None not in named_in:
                allowed = values.GRAMMAR[question.value_type].words
                yield Problem(claims.file, number, "value", name, allowed, nearest(name, choices))


def _circles(files: Files, table: str, key: str, parent: str) -> Iterator[Problem]:
    """Every circle, told at one of its rows, which is then left out to find the next."""
    rows = {(getattr(row, key), getattr(row, parent)): number for number, row in files.tables[table]}
    graph: dict[str, list[str]] = defaultdict(list)
    for one, above in rows:
        graph[one] += [above] if above else []
    while circle := _circle(graph):
        above, one = circle[:2]
        yield Problem(
            f"{table}.csv", rows[one, above], parent, " > ".join(circle), f"a {parent} that does not lead back"
        )
        graph[one].remove(above)


def _circle(graph: Mapping[str, list[str]]) -> list[str]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def _words_at_offsets(table: Table, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Words that are not those at their offsets, or without the text, not as long; counts that are wrong."""
    for number, row in table:
        text = texts.get(getattr(row, "article", ""))
        for start, end, column in row.SPANS:
            claimed = getattr(row, column) if column else None
            if column and claimed is not None and (allowed := _not_held(claimed, _stretches(row, start, end), text)):
                yield Problem(table.file, number, column, claimed, allowed)
        if isinstance(row, Article) and text is not None:
            for column, counted in (("characters", len(text)), ("words", len(text.split()))):
                if getattr(row, column) != counted:
                    yield Problem(table.file, number, column, str(getattr(row, column)), f"{counted}, as counted")


def _not_held(claimed: str, stretches: tuple[Stretch, ...], text: str | None) -> str | None:
    """What is allowed instead, when stretches do not hold the words claimed."""
    if text is not None:
        held = spans.sliced(text, stretches)
        return None if held == claimed else f'the words at its offsets: "{held}"'
    length = sum(s.end - s.start for s in stretches) + len(stretches) - 1
    place = f"{length} characters, as its offsets {spans.written(stretches)} hold"
    return None if length == len(claimed) else f"{place}; found {len(claimed)}"


def _stretches(row: Row, start: str, end: str) -> tuple[Stretch, ...]:
    """The stretches that a pair of offset columns marks; those of quoted words may be several."""
    if isinstance(row, Quote) and start == "start":
        return row.stretches
    return (Stretch(getattr(row, start), getattr(row, end)),)


def _runs(words: list[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    size = PHRASE_WORDS + 1
    return ((i, tuple(words[i : i + size])) for i in range(len(words) - size + 1))


def _prose_runs(texts: Mapping[str, str], titles: Mapping[str, str]) -> dict[tuple[str, ...], tuple[str, int]]:
    """Every run of more words than a phrase may have, outside quotation marks and titles, with its place."""
    found: dict[tuple[str, ...], tuple[str, int]] = {}
    for article, text in texts.items():
        marked = bytearray(len(text))
        for match in _MARKED.finditer(text):
            marked[match.start() : match.end()] = b"\1" * (match.end() - match.start())
        if (title := titles.get(article)) and (at := text.find(title)) >= 0:
            marked[at : at + len(title)] = b"\1" * len(title)
        words = list(_WORD.finditer(text))
        for i, run in _runs([word.group().casefold() for word in words]):
            if not any(marked[word.start()] for word in words[i : i + PHRASE_WORDS + 1]):
                found.setdefault(run, (article, words[i].start()))
    return found


def _own_words(files: Files, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Cells in our own words (and notes) that repeat more of an article's prose than a phrase."""
    titles = {row.article: row.title for row in files.tables["articles"].rows if row.title}
    prose = _prose_runs(texts, titles)
    for name, table in files.tables.items():
        own = [
            c for c, i in TABLES[name].model_fields.items() if isinstance(m := i.json_schema_extra, dict) and m["own"]
        ]
        for number, row in table:
            for column in own:
                yield from _repeated(table.file, number, column, getattr(row, column) or "", prose)
    for stem, note in files.notes.items():
        for number, line in enumerate(note.splitlines(), start=1):
            yield from _repeated(f"notes/{stem}.md", number, "", line, prose)


def _repeated(
    file: str, number: int, column: str, cell: str, prose: Mapping[tuple[str, ...], tuple[str, int]]
) -> Iterator[Problem]:
    for _, run in _runs([word.group().casefold() for word in _WORD.finditer(cell)]):
        if run in prose:
            article, at = prose[run]
            allowed = f"own words; {article} has this run of {len(run)} words at character {at}"
            yield Problem(file, number, column, " ".join(run), allowed)
            return
