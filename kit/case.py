"""A case: one frozen object with its tables, its notes and the texts at hand.

* ``open`` reads a folder and raises :class:`CaseError` with every problem that makes it unusable;
* ``check`` returns every problem, also those that only the texts show;
* ``save`` writes a case's tables back, byte for byte as they were read when nothing changed.
"""

from __future__ import annotations

import csv
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from kit import proof
from kit import texts as texts_module
from kit.columns import Row, plain_type
from kit.schema import TABLES, CaseFile
from kit.tables import Problem, Table, nearest, read

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Case", "CaseError", "UnknownCase", "cases", "check", "data_folder", "find", "open", "save"]

TOLD = 5
"""Problems an error repeats; ``kit check`` prints them all."""


class CaseError(ValueError):
    """A case cannot be opened. ``problems`` holds every reason; the message the first few."""

    def __init__(self, message: str, problems: Iterable[Problem] = ()) -> None:
        self.problems = tuple(problems)
        lines = [message, *map(str, self.problems[:TOLD])]
        if len(self.problems) > TOLD:
            lines.append(f"... and {len(self.problems) - TOLD} more")
        super().__init__("\n  ".join(lines))


class UnknownCase(CaseError):  # noqa: N818 - named for what is wrong, as its base is
    """There is no case of that name."""


@dataclass(frozen=True, eq=False)
class Case:
    """One case. Every table of `kit.schema.TABLES` is an attribute: ``case.quotes``, ``case.claims``.

    Columns are those of the schema; whole numbers are ``Int64``, yes and no ``boolean``, all else ``str``;
    an empty cell is missing. ``case.quotes`` is a copy (copy on write), so that changing it changes no case;
    ``case.tables`` holds the tables themselves. Two cases are equal when they are the same object.
    """

    name: str
    folder: Path
    about: CaseFile
    tables: Mapping[str, pd.DataFrame]
    texts: Mapping[str, str]
    notes: Mapping[str, str]

    def __getattr__(self, table: str) -> pd.DataFrame:
        if table.startswith("__"):  # copy and pickle ask before there is any table
            raise AttributeError(table)
        try:
            return self.tables[table].copy(deep=False)
        except KeyError:
            hint = nearest(table, TABLES)
            wanted = f"; did you mean {hint}?" if hint else f"; the tables are {', '.join(TABLES)}"
            raise AttributeError(f"a case has no {table}{wanted}") from None

    def __repr__(self) -> str:
        counted = {"articles": "articles", "quotations": "quotes", "speakers": "speakers", "questions": "questions",
                   "answers": "claims", "placings in time": "reports"}  # fmt: skip
        sizes = ", ".join(f"{len(self.tables[table])} {what}" for what, table in counted.items())
        return f"{self.about.title}\n{sizes}; {len(self.texts)} texts at hand"


def data_folder() -> Path:
    """Where the cases lie: ``KIT_DATA``, else ``data/`` beside the package."""
    return Path(os.environ.get("KIT_DATA") or Path(__file__).parent.parent / "data")


def cases() -> dict[str, Path]:
    """Every case at hand by name: each folder of :func:`data_folder` with a ``case.toml``."""
    return {path.parent.name: path.parent for path in sorted(data_folder().glob("*/case.toml"))}


def find(case: str | os.PathLike[str] | None = None) -> Path:
    """The folder of a case, given its name or its path; without either ``KIT_CASE``, else ``chicago``.

    Raises :class:`UnknownCase` when there is none, with the cases at hand and the nearest name.
    """
    wanted = os.fspath(os.environ.get("KIT_CASE") or "chicago" if case is None else case)
    at_hand = cases()
    if wanted in at_hand:
        return at_hand[wanted]
    for folder in (data_folder() / wanted, Path(wanted)):
        if wanted and folder.is_dir():
            return folder
    hint = nearest(wanted, at_hand)
    known = f", or one of {', '.join(at_hand)}" if at_hand else f"; there is no case in {data_folder()}"
    near = f'; nearest: "{hint}"' if hint else ""
    raise UnknownCase(f'case: found "{wanted}"; allowed: a folder{known}{near}')


def _digests(articles: Table) -> dict[str, str]:
    return {row.article: row.sha256 for _, row in articles if row.article and row.sha256}


def open(case: str | os.PathLike[str] | None = None) -> Case:
    """Open a case by name or folder (see :func:`find`) with the texts at hand.

    Raises :class:`CaseError`, which names every problem, when a file is missing, damaged or breaks
    the schema.
    """
    folder = find(case)
    files = read(folder)
    problems = [*files.problems, *proof.between_rows(files)]
    if files.about is None or problems:
        count = f"{len(problems)} problem{'s' * (len(problems) != 1)}"
        hint = f"{folder.name}: {count}; see them all with: kit check {folder.name}"
        raise CaseError(hint, problems)
    frames = {name: frame(TABLES[name], files.tables[name].rows) for name in TABLES}
    texts = texts_module.at_hand(folder, _digests(files.tables["articles"]))
    return Case(
        folder.resolve().name, folder, files.about,
        MappingProxyType(frames), MappingProxyType(texts), MappingProxyType(files.notes),
    )  # fmt: skip


def frame(model: type[Row], rows: Iterable[Row]) -> pd.DataFrame:
    """Validated rows as a DataFrame with the schema's columns and types, whatever the rows."""
    import pandas as pd

    rows = list(rows)
    columns = {}
    for column, info in model.model_fields.items():
        dtype = {int: "Int64", bool: "boolean"}.get(plain_type(info), "str")
        columns[column] = pd.Series([getattr(row, column) for row in rows], dtype=dtype)
    return pd.DataFrame(columns)


def check(case: str | os.PathLike[str] | None = None) -> tuple[list[Problem], list[str]]:
    """Every problem of a case, and the articles whose text was at hand to check offsets and own words."""
    folder = find(case)
    texts = texts_module.at_hand(folder, _digests(read(folder).tables["articles"]))
    return proof.problems(folder, texts), list(texts)


def save(case: Case, folder: Path) -> None:
    """Write a case into a folder: tables as CSV (UTF-8, LF; empty optional tables get no file), with its
    case.toml and notes."""
    folder.mkdir(parents=True, exist_ok=True)
    if folder.resolve() != case.folder.resolve():
        shutil.copy(case.folder / "case.toml", folder)
        if case.notes:
            shutil.copytree(case.folder / "notes", folder / "notes", dirs_exist_ok=True)
    for name, model in TABLES.items():
        table = case.tables[name]
        if model.OPTIONAL and table.empty:
            (folder / f"{name}.csv").unlink(missing_ok=True)
            continue
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(model.model_fields)
            ordered = table[list(model.model_fields)]
            writer.writerows([_cell(value) for value in row] for row in ordered.itertuples(index=False))


def _cell(value: object) -> str:
    import pandas as pd

    if pd.isna(value):  # type: ignore[call-overload]
        return ""
    if pd.api.types.is_bool(value):  # NumPy's too, which a table hands out
        return "yes" if value else "no"
    return str(value)
