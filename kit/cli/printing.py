"""Rows on standard output: as JSON Lines, as CSV, or to be read by people."""

from __future__ import annotations

import csv
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["printed", "streamed"]

ROOM = 12
"""Characters of a terminal's width that a column needs to be read; with less, records are printed one by one."""

LONGEST = 2_000
"""Rows of a grid: its widths are known only after its last row, and nobody finds a row by eye in more."""


def printed(frame: pd.DataFrame, form: str) -> None:
    """A table that is there as a whole."""
    if form != "jsonl":
        asked = frame.select_dtypes(["bool", "boolean"])
        yes_no = {str(column): asked[column].map({True: "yes", False: "no"}) for column in asked}
        frame = frame.assign(**yes_no)
    if form == "csv":
        click.echo(frame.to_csv(index=False, lineterminator="\n", date_format="%Y-%m-%dT%H:%M:%S"), nl=False)
    elif form == "jsonl":
        options: dict[str, Any] = {"force_ascii": False, "date_format": "iso", "date_unit": "s"}
        click.echo(frame.to_json(orient="records", lines=True, **options) if len(frame) else "", nl=False)
    elif frame.empty:
        click.echo("no rows", err=True)
    else:
        frame = frame.dropna(axis="columns", how="all")
        cells = frame.astype("str").where(frame.notna(), "").to_numpy()
        _print_for_people([str(column) for column in frame.columns], cells.tolist())


def streamed(parts: Iterable[Sequence[Mapping[str, Any]]], columns: Sequence[str], form: str) -> int:
    """Rows as CSV or for people, each part as soon as it is there; how many there were."""
    number = 0
    head = csv.DictWriter(sys.stdout, columns, lineterminator="\n")
    if form == "csv":
        head.writeheader()
    for part in parts:
        number += len(part)
        if form == "csv":
            head.writerows(part)
        elif part:
            told = [column for column in columns if any(row.get(column) not in {None, ""} for row in part)]
            _print_for_people(
                told, [["" if row.get(column) is None else str(row[column]) for column in told] for row in part]
            )
    return number


def _print_for_people(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A grid where its columns fit the terminal; else one record after the other, a line a column."""
    from kit.tables import printable

    rows = [[printable(cell) for cell in row] for row in rows]
    if len(rows) <= LONGEST and shutil.get_terminal_size().columns >= ROOM * len(columns):
        _print_grid(columns, rows)
        return
    names = [click.style(f"{column}: ", bold=True) for column in columns]
    for row in rows:
        lines = [name + cell for name, cell in zip(names, row, strict=True) if cell]
        click.echo("\n".join([*lines, ""]))


def _print_grid(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table(show_lines=False, header_style="bold")
    for column in columns:
        grid.add_column(column, overflow="fold")
    for row in rows:
        grid.add_row(*map(Text, row))
    Console().print(grid)
