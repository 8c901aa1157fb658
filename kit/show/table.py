"""Tables a person reads: a caption, plain headings, every cell shown as text.

* :class:`Table` wraps a DataFrame; JupyterLab and the report show the same escaped HTML;
* :func:`table` shows one of a case's own tables, filtered by the values of its columns;
* :func:`data` shows the table that a chart carries.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd
from markupsafe import Markup

from kit.schema import TABLES, allowed_kinds
from kit.show.figure import AnyChart, table_of
from kit.show.markup import rendered
from kit.tables import nearest

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["Table", "data", "first", "only", "table", "unknown"]

LONG = 60
"""Characters from which a cell makes its column one of long text."""

SHORT = 20
"""Characters up to which a column's cells (ids, dates, places) are kept on one line."""


@dataclass(frozen=True)
class Table:
    """A DataFrame to be read: ``caption`` names it, the index is not shown, a missing cell is empty."""

    frame: pd.DataFrame
    caption: str

    def html(self) -> Markup:
        """The table as an HTML ``table`` with every cell escaped."""
        cells = [[_shown(cell) for cell in row] for row in self.frame.itertuples(index=False)]
        columns = list(map(str, self.frame.columns))
        kinds = "".join(f" {kind}-{i}" for i in range(1, len(columns) + 1) if (kind := self._kind(i - 1, cells)))
        return rendered("table.html", caption=self.caption, columns=columns, kinds=kinds, rows=cells)

    def _kind(self, column: int, cells: list[list[str]]) -> str:
        """How a column is set: as numbers, as long text that needs room, as words not to be broken, or plainly.

        The table says it once a column (``number-3``), for a style sheet to follow, not once a cell.
        """
        dtype = self.frame.dtypes.iloc[column]
        if pd.api.types.is_numeric_dtype(dtype) and not pd.api.types.is_bool_dtype(dtype):
            return "number"
        longest = max((len(row[column]) for row in cells), default=0)
        return "long" if longest > LONG else "short" if longest <= SHORT else ""

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        rows = len(self.frame)
        return {"text/html": self.html(), "text/plain": f"Table: {self.caption} ({rows} row{'s' * (rows != 1)})"}


def _shown(cell: object) -> str:
    if pd.api.types.is_bool(cell):  # NumPy's too, which a table hands out
        return "yes" if cell else "no"
    return "" if cell is None or pd.isna(cell) else str(cell)  # type: ignore[call-overload]


def only(frame: pd.DataFrame, choices: Mapping[str, Iterable[str]], **values: str) -> pd.DataFrame:
    """The rows whose columns hold these values, none where a value is allowed but no row has it.

    ``choices`` gives the values a column may hold beside those it holds. Raises ``ValueError`` for a column
    the frame lacks or a value that is not allowed, with the nearest.
    """
    for column, value in values.items():
        if column not in frame.columns:
            raise ValueError(unknown("column", column, map(str, frame.columns)))
        allowed = list(dict.fromkeys([*choices.get(column, ()), *map(str, frame[column].dropna())]))
        if value not in {"", *allowed}:  # :func:`first` gives "" where there is nothing
            raise ValueError(unknown(column, value, allowed))
        frame = frame[frame[column] == value]
    return frame


def unknown(what: str, found: str, choices: Iterable[str], allowed: str = "") -> str:
    """The message for a word that is none of the choices. ``allowed`` says what they are when they are too many."""
    known = list(choices)
    hint = nearest(found, known)
    return f'{what}: found "{found}"; allowed: {allowed or ", ".join(known)}' + (f'; nearest: "{hint}"' if hint else "")


def first(case: Case, name: str) -> str:
    """The id of a table's first row, to begin with; empty where the table has none.

    Raises ``ValueError`` for a table that does not exist, with the nearest that does.
    """
    if name not in TABLES:
        raise ValueError(unknown("table", name, TABLES))
    ids = case.tables[name][TABLES[name].KEY[0]]
    return str(ids.iloc[0]) if len(ids) else ""


def _choices(case: Case, name: str) -> dict[str, Iterable[str]]:
    """For each column of a table the words its schema allows: a list of words, or the ids it refers to."""
    found: dict[str, Iterable[str]] = {}
    for column, info in TABLES[name].model_fields.items():
        marks = info.json_schema_extra
        target = str(marks["ref"]) if isinstance(marks, dict) else ""
        found[column] = case.tables[target][TABLES[target].KEY[0]] if target else allowed_kinds(name, column)
    return found


def table(case: Case, name: str, **values: str) -> Table:
    """One of a case's tables as the schema has it, where its columns hold ``values``.

    Raises ``ValueError`` for a table, column or value that does not exist, with the nearest that does.
    """
    if name not in TABLES:
        raise ValueError(unknown("table", name, TABLES))
    limits = ", ".join(f"{column} is {value}" for column, value in values.items())
    caption = f"{name}: each row is {TABLES[name].__doc__}" + (f"; where {limits}" if limits else "")
    return Table(only(case.tables[name], _choices(case, name), **values).dropna(axis="columns", how="all"), caption)


def data(chart: AnyChart) -> Table:
    """The table behind a chart that a ``kit.show`` function made."""
    return Table(table_of(chart), f"The data of the chart: {chart.usermeta['kit']['name']}")
