"""Rows on standard output: as JSON Lines, as CSV, or to be read by people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["printed"]

ROOM = 12
"""Characters of a terminal's width that a column needs to be read; with less, records are printed one by one."""


def printed(frame: pd.DataFrame, form: str) -> None:
    if form != "jsonl":
        asked = frame.select_dtypes(["bool", "boolean"])
        yes_no = {str(column): asked[column].map({True: "yes", False: "no"}) for column in asked}
        frame = frame.assign(**yes_no)
    if form == "csv":
        click.echo(frame.to_csv(index=False, lineterminator="\n", date_format="%Y-%m-%dT%H:%M:%S"), nl=False)
    elif form == "jsonl":
        options: dict[str, Any] = {"force_ascii": False, "date_format": "iso", "date_unit": "s"}
        click.echo(frame.to_json(orient="records", lines=True, **options) if len(frame) else "", nl=False)
    else:
        _print_for_people(frame)


def _print_for_people(frame: pd.DataFrame) -> None:
    """A grid where its columns fit the terminal; else one record after the other, a line a column."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from kit.tables import printable

    console = Console()
    frame = frame.dropna(axis="columns", how="all") if len(frame) else frame
    rows = [[printable(cell) for cell in row] for row in frame.astype("str").where(frame.notna(), "").to_numpy()]
    if console.width >= ROOM * len(frame.columns):
        grid = Table(show_lines=False, header_style="bold")
        for column in frame.columns:
            grid.add_column(str(column), overflow="fold")
        for row in rows:
            grid.add_row(*map(Text, row))
        console.print(grid)
        return
    for row in rows:
        for column, cell in zip(frame.columns, row, strict=True):
            if cell:
                console.print(Text(f"{column}: ", style="bold") + Text(cell), soft_wrap=True)
        console.print()
