"""A case's files become validated rows, or a list of every problem in them.

Reading never stops at the first problem: each is kept as a :class:`Problem` with its place, what was
found, what is allowed and, where one is near, the nearest allowed word.
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from rapidfuzz import fuzz, process

from kit.columns import Row, written
from kit.schema import TABLES, Assumption, CaseFile

__all__ = ["Files", "Problem", "Table", "nearest", "printable", "read"]

NEAR = 70
"""Similarity (0 to 100) from which a word is offered as the nearest; below it, hints mislead more than help."""

SHOWN = 80
"""Characters of a found value that a message repeats."""


def nearest(word: str, choices: Iterable[str]) -> str:
    """The allowed word most like ``word``, or ``""`` when none is near."""
    best = process.extractOne(word, list(choices), scorer=fuzz.ratio, score_cutoff=NEAR)
    return best[0] if best else ""


def printable(text: str) -> str:
    """Text as a terminal may show it: what is not printable (escapes, line ends, direction marks) as ``\\u``."""
    return text if text.isprintable() else "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


@dataclass(frozen=True)
class Problem:
    """One thing wrong in a case's files. ``row`` counts as a spreadsheet does: the header is row 1."""

    file: str
    row: int | None
    column: str
    found: str
    allowed: str
    nearest: str = ""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.row, self.column) if part not in (None, ""))
        found = self.found if len(self.found) <= SHOWN else f"{self.found[: SHOWN - 1]}…"
        hint = f'; nearest: "{self.nearest}"' if self.nearest else ""
        return printable(f'{place}: found "{found}"; allowed: {self.allowed}{hint}')


@dataclass(frozen=True)
class Table:
    """The rows of one file that could be validated, and by row number every row.

    A row with a bad cell is in ``numbered`` too, with ``None`` there (see `Row.partial`), and its cells
    as written are in ``records``, so that a bad cell hides no other problem of its row and makes no
    reference to it bad. A table that could not be read whole is not ``complete``: nobody can say then
    what it lacks.
    """

    file: str
    rows: tuple[Any, ...] = ()
    numbered: Mapping[int, Any] = field(default_factory=dict)
    records: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    complete: bool = True

    def ids(self, key: str) -> frozenset[str] | None:
        """What stands in the key column; ``None`` when the table could not be read whole."""
        return frozenset(cells.get(key, "") for cells in self.records.values()) if self.complete else None

    def __iter__(self) -> Iterator[tuple[int, Any]]:
        return iter(self.numbered.items())


@dataclass
class Files:
    """All files of a case's folder as read: validated rows, the case file, notes, and what is wrong."""

    folder: Path
    about: CaseFile | None = None
    about_as_written: Mapping[str, Any] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read(folder: Path) -> Files:
    """Read and validate every file of a case's folder; nothing is raised for bad content."""
    files = Files(folder)
    _case_file(files)
    for name, model in TABLES.items():
        files.tables[name] = _table(folder, name, model, files.problems)
    for path in sorted((folder / "notes").glob("*.md")):
        text = _decoded(path, f"notes/{path.name}", files.problems)
        if text is not None:
            files.notes[path.stem] = text
    return files


def _decoded(path: Path, file: str, problems: list[Problem]) -> str | None:
    try:
        data = path.read_bytes()
    except OSError as error:
        found = "no such file" if isinstance(error, FileNotFoundError) else str(error.strerror)
        problems.append(Problem(file, None, "", found, f"a readable file {path.name}"))
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        found = f"byte 0x{data[error.start]:02x} at offset {error.start}"
        problems.append(Problem(file, line, "", found, "UTF-8 text; save the file again as UTF-8"))
        return None
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        problems.append(Problem(file, line, "", "a NUL character", "text; the file may be damaged or binary"))
        return None
    return text


def _case_file(files: Files) -> None:
    text = _decoded(files.folder / "case.toml", "case.toml", files.problems)
    if text is None:
        return
    try:
        files.about_as_written = tomllib.loads(text)
        files.about = CaseFile.model_validate(files.about_as_written)
    except ValidationError as error:
        files.problems.extend(_told("case.toml", None, CaseFile, error))
    except (ValueError, RecursionError) as error:  # a number or a nesting beyond what Python reads
        files.problems.append(Problem("case.toml", None, "", str(error), "TOML, one key = value a line"))


def _table(folder: Path, name: str, model: type[Row], problems: list[Problem]) -> Table:
    file = f"{name}.csv"
    if model.OPTIONAL and not (folder / file).exists():
        return Table(file)
    text = _decoded(folder / file, file, problems)
    if text is None:
        return Table(file, complete=False)
    before = len(problems)
    records = dict(_records(file, text, model, problems))
    complete = all(problem.row != 1 and problem.column for problem in problems[before:])
    absent = {problem.column for problem in problems[before:] if problem.row == 1}  # told once, at the header
    rows: list[Row] = []
    numbered: dict[int, Row] = {}
    for number, cells in records.items():
        try:
            numbered[number] = model.model_validate(cells)
            rows.append(numbered[number])
        except ValidationError as error:
            numbered[number], told = _partial(file, number, model, cells, error)
            problems.extend(p for p in told if p.column not in absent)
    return Table(file, tuple(rows), numbered, records, complete)


def _partial(
    file: str, number: int, model: type[Row], cells: Mapping[str, str], error: ValidationError
) -> tuple[Row, list[Problem]]:
    """What is right in a row that is not, with every problem of it: pydantic stops at the first fault
    between cells, and at none when a cell is bad."""
    told = list(_told(file, number, model, error))
    row = model.partial(cells, (problem.column for problem in told))
    faults = [(column, allowed) for column, allowed in row.faults() if column not in row.bad]
    told += [Problem(file, number, column, cells.get(column, "nothing"), allowed) for column, allowed in faults]
    return row, told


def _records(file: str, text: str, model: type[Row], problems: list[Problem]) -> Iterator[tuple[int, dict[str, str]]]:
    """Each record with its row number, empty cells left out; records of another length are told and left out."""
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: list[str] | None = None
    number = 0
    try:
        for number, record in enumerate(reader, start=1):
            if header is None:
                header = record
                _tell_header(file, header, model, problems)
            elif len(record) != len(header):
                found = f"{len(record)} cells" if record else "an empty line"
                problems.append(Problem(file, number, "", found, f"{len(header)} cells, as the header has"))
            else:
                cells = zip(header, record, strict=True)
                yield number, {column: cell for column, cell in cells if cell and column in model.model_fields}
    except csv.Error as error:
        problems.append(Problem(file, number + 1, "", str(error), "CSV with quotation marks closed and doubled inside"))
    if header is None:
        problems.append(Problem(file, 1, "", "an empty file", f"a header line: {','.join(model.model_fields)}"))


def _tell_header(file: str, header: list[str], model: type[Row], problems: list[Problem]) -> None:
    known = model.model_fields
    for column in dict.fromkeys(header):
        if column not in known:
            unused = [c for c in known if c not in header]
            allowed = f"the columns {', '.join(known)}"
            problems.append(Problem(file, 1, column, "unknown column", allowed, nearest(column, unused)))
        elif header.count(column) > 1:
            problems.append(Problem(file, 1, column, f"the column {header.count(column)} times", "each column once"))
    for column, info in known.items():
        if info.is_required() and column not in header:
            problems.append(Problem(file, 1, column, "no such column", f"a column {column}: {info.description}"))


def _told(file: str, row: int | None, model: type[BaseModel], error: ValidationError) -> Iterator[Problem]:
    """The problems of single cells; those between cells are told from `Row.faults`."""
    for one in error.errors(include_url=False):
        if one["type"] == "row":
            continue
        context: Mapping[str, Any] = one.get("ctx", {})
        place = [str(part) for part in one["loc"]] or [""]
        found = "nothing" if one["type"] == "missing" or one["input"] in (None, "") else str(one["input"])
        if one["type"] == "extra_forbidden":
            found = "unknown key"
        fields = (Assumption if len(place) > 1 else model).model_fields
        allowed, choices = _allowed(fields, place[-1], one["type"], one["msg"], context)
        near = nearest(place[-1] if one["type"] == "extra_forbidden" else found, choices)
        yield Problem(file, row, ".".join(place), found, allowed, near)


def _allowed(
    fields: Mapping[str, FieldInfo], column: str, kind: str, message: str, context: Mapping[str, Any]
) -> tuple[str, list[str]]:
    """What may stand there, in words, and the words to look for the nearest among."""
    if kind == "literal_error":
        words = context["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        return f"one of {', '.join(words)}", words
    if kind == "extra_forbidden":
        return f"one of {', '.join(fields)}", list(fields)
    if kind == "missing":
        return f"a value: {fields[column].description}", []
    if kind == "value_error":
        return str(context["error"]), []
    return written(fields[column]) if column in fields else message, []
