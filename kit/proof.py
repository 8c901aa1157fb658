"""Every problem of a case: what pydantic finds row by row, and what only shows between rows.

* references: every id named stands in its table;
* spans: inside the article, not crossing where they must not;
* with the texts: the words a row holds are those at its offsets, and own words are own (`kit.borrowed`); a hash is that
  of the words at its offsets.

A row with a bad cell holds ``None`` there; no check makes a second problem of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from types import MappingProxyType

from kit import borrowed, shingles, spans, values
from kit.columns import OUTLET
from kit.schema import TABLES, Fingerprint, Quote
from kit.spans import Stretch
from kit.tables import Files, Problem, Table, nearest, read

__all__ = ["problems"]

_NAME = re.compile(r"[a-z][a-z0-9_]*")


def problems(folder: Path, texts: Mapping[str, str]) -> list[Problem]:
    """Every problem in a case's folder, in the order of its files and rows.

    ``texts`` holds the texts at hand by article; what needs a text that is not there is not checked.
    """
    files = read(folder)
    found = [*files.problems, *between_rows(files, texts), *borrowed.own_words(files, texts)]
    names = ["case.toml", *(f"{name}.csv" for name in TABLES)]
    return sorted(found, key=lambda p: (names.index(p.file) if p.file in names else len(names), p.file, p.row or 0))


def between_rows(files: Files, texts: Mapping[str, str] = MappingProxyType({})) -> Iterator[Problem]:
    """What is wrong between the rows of a case, and between its rows and the texts at hand."""
    for name, table in files.tables.items():
        yield from _duplicates(name, table)
        yield from _references(files, name, table)
        yield from _out_of_range(files, table)
        yield from borrowed.words_at_offsets(table, texts)
    yield from borrowed.outside_marks(files.tables["quotes"], texts)
    yield from borrowed.cut_words(files, texts)
    yield from _hashes(files, texts)
    yield from _passages(files)
    yield from _same_text(files.tables["articles"])
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


def _hashes(files: Files, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Fingerprints that are not those of the words at their place: the first of each article, since one word more or less
    moves all that follow. An article whose artefacts have a mistake is left out, as that is told already."""
    cut: dict[str, list[Stretch]] = defaultdict(list)
    unclear = {row.article for _, row in files.tables["artefacts"] if row.bad}
    for _, row in files.tables["artefacts"]:
        cut[row.article] += borrowed.stretches(row) if row.remove else ()
    table = files.tables["fingerprints"]
    told: set[str] = set()
    for article in {row.article for _, row in table} & texts.keys() - unclear:
        known = {one.word: one for one in shingles.shingles(texts[article], cut[article])}
        for number, row in table:
            if row.article == article and article not in told and not row.bad and (why := _amiss(row, known)):
                told.add(article)
                yield Problem(table.file, number, *why)


def _amiss(row: Fingerprint, known: Mapping[int, shingles.Shingle]) -> tuple[str, str, str] | None:
    """What is wrong with a fingerprint: the column, what is found there, what is allowed."""
    one = known.get(row.word)
    if one is None or (one.start, one.end) != (row.start, row.end):
        place = f": {one.start}-{one.end}" if one else ""
        allowed = f"{shingles.SIZE} words from word {row.word} on{place}; make them again: make fingerprints"
        return "start", f"{row.start}-{row.end}", allowed
    made = shingles.written(one.hash)
    return None if made == row.hash else ("hash", row.hash, f"{made}, as the words there give")


def _passages(files: Files) -> Iterator[Problem]:
    """An id that also names a passage of another table: passages are looked up by their id alone."""
    first: dict[str, tuple[str, int]] = {}
    for name, model in TABLES.items():
        if not model.SPANS or len(model.KEY) > 1:
            continue
        for number, cells in files.tables[name].records.items():
            one = cells.get(model.KEY[0], "")
            table, row = first.setdefault(one, (name, number))
            if one and table != name:
                allowed = f"an id of its own; row {row} of {table}.csv has it"
                yield Problem(f"{name}.csv", number, model.KEY[0], one, allowed)


def _same_text(articles: Table) -> Iterator[Problem]:
    """Two articles of one text: a text is recognised by its digest, so one of them would never have any."""
    first: dict[str, int] = {}
    for number, row in articles:
        if row.sha256 and first.setdefault(row.sha256, number) != number:
            allowed = f"each text once; row {first[row.sha256]} has it"
            yield Problem(articles.file, number, "sha256", row.sha256, allowed)


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
            if isinstance(row, Quote) and (row.kind == "label" or row.kind not in Quote.VERBATIM):
                continue  # a name may stand inside quoted words; _labels looks at these
            if row.article:
                key = getattr(row, row.KEY[0]) or "another"
                placed[row.article] += [(number, key, part) for part in borrowed.stretches(row)]
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
    labels: list[tuple[int, Quote, Stretch]] = []
    for number, row in quotes:
        if row.kind in Quote.VERBATIM:
            others[row.article] += [(number, row, part) for part in borrowed.stretches(row)]
        if row.kind == "label" and row.article:
            labels += [(number, row, part) for part in borrowed.stretches(row)]
    for number, label, here in labels:
        for other_number, other, stretch in others[label.article]:
            inside = other.kind != "label" and stretch.holds(here) and stretch != here
            if other is not label and stretch.meets(here) and not inside:
                allowed = f"words inside or outside those of {other.quote or 'another'} (row {other_number})"
                yield Problem(quotes.file, number, "start", f"{here.start}-{here.end}", allowed)


def _answers(files: Files) -> Iterator[Problem]:
    """Values written as their question says, naming what exists; one primary answer an article."""
    questions = {row.question: row for _, row in files.tables["questions"] if row.question}
    claims = files.tables["claims"]
    known = {name: table.ids(TABLES[name].KEY[0]) for name, table in files.tables.items()}
    primary: dict[tuple[str, str], int] = {}
    for number, claim in claims:
        question = questions.get(claim.question)
        if question is None:
            continue
        if claim.primary and claim.article:
            pair = (claim.article, claim.question)
            if pair in primary:
                only = f"no: row {primary[pair]} is already the primary answer of {claim.article}"
                yield Problem(claims.file, number, "primary", "yes", only)
            primary.setdefault(pair, number)
        if claim.value is None or question.value_type is None:
            continue
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
    rows = {
        (getattr(row, key), getattr(row, parent)): number for number, row in files.tables[table] if getattr(row, key)
    }
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
