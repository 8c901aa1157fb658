"""The verbs of the kit on the command line.

* what a command prints goes to standard output, progress and errors to standard error;
* exit status 0, 1 when the data is at fault, 2 when the call is;
* nothing heavy is imported before a command runs, so that ``kit --help`` answers at once.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["main"]

DATA_AT_FAULT = 1
ROOM = 12
"""Characters of a terminal's width that a column needs to be read; with less, records are printed one by one."""

FORMATS = click.Choice(["table", "csv", "jsonl"])
_format = click.option("--format", "form", type=FORMATS, default="table", help="How rows are printed.")


class _Kit(click.Group):
    """A group whose commands keep the order they are written in."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(self.commands)


def _told(command: Callable[..., None]) -> Callable[..., None]:
    """Errors of the data or the call as a message and an exit status, never a traceback."""

    @wraps(command)
    def run(*args: Any, **options: Any) -> None:
        from kit.case import CaseError, UnknownCase

        try:
            command(*args, **options)
        except UnknownCase as error:
            raise click.UsageError(str(error)) from None
        except CaseError as error:
            click.echo(str(error), err=True)
            sys.exit(DATA_AT_FAULT)
        except OSError as error:
            told = f"{error.filename}: {error.strerror}" if error.filename else str(error)
            raise click.UsageError(told) from None

    return run


@click.group(cls=_Kit, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="investigative-notebook-kit")
def main() -> None:
    """Compare how several outlets tell one event, span by span."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # Windows consoles


@main.command("cases")
@_format
@_told
def cases_(form: str) -> None:
    """List the cases at hand.

    Example: kit cases
    """
    import tomllib

    import pandas as pd

    from kit.case import cases, data_folder

    rows = []
    for name, folder in cases().items():
        try:
            about = tomllib.loads((folder / "case.toml").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            about = {"title": f"(case.toml cannot be read; see: kit check {name})"}
        happened = str(about.get("happened", ""))
        rows.append({"case": name, "title": str(about.get("title", "")), "happened": happened})
    _print(pd.DataFrame(rows, columns=["case", "title", "happened"]), form)
    if not rows:
        click.echo(f"no case in {data_folder()}; a case is a folder there with a case.toml", err=True)


@main.command()
@click.argument("case")
@_format
@_told
def check(case: str, form: str) -> None:
    """Print every problem of a case's files, as file:row:column.

    With the articles' texts at hand (KIT_TEXTS=FOLDER, or attached with kit texts) every offset and the
    wording of every row is checked too.

    Example: kit check chicago
    """
    import dataclasses

    import pandas as pd

    from kit.case import check as checked

    problems, texts = checked(case)
    if form == "table":
        for problem in problems:
            click.echo(str(problem))
    else:
        columns = ["file", "row", "column", "found", "allowed", "nearest"]
        _print(pd.DataFrame([dataclasses.asdict(p) for p in problems], columns=columns), form)
    known = (
        f"with the texts of {', '.join(texts)}" if texts else "without the texts, so offsets into them are unchecked"
    )
    click.echo(f"{case}: {len(problems)} problem{'s' * (len(problems) != 1)} ({known})", err=True)
    if problems:
        sys.exit(DATA_AT_FAULT)


@main.command()
@click.argument("case")
@click.argument("table")
@click.option("--stored", is_flag=True, help="The stored table, where a computed one has the same name.")
@_format
@_told
def show(case: str, table: str, form: str, *, stored: bool) -> None:
    """Print a stored or computed table of a case.

    Stored: articles, artefacts, speakers, quotes, utterances, questions, claims, events, reports, orders,
    origins, taxonomy, sentences, verdicts. Computed: accounting, chains, coverage, cues, cycles, headlines,
    hedge-pairs, hedges, labels, left-out, neighbours, only-one, order-pairs, orders, origins, shifts, support, telling,
    timeline, verdicts, wordings.

    Example: kit show chicago verdicts --format jsonl
    """
    from kit.case import open as open_case
    from kit.compare import COMPUTED, computed
    from kit.schema import TABLES
    from kit.tables import nearest

    choices = list(dict.fromkeys([*TABLES, *COMPUTED]))
    if table not in choices:
        hint = nearest(table, choices)
        message = f'table: found "{table}"; allowed: {", ".join(choices)}' + (f'; nearest: "{hint}"' if hint else "")
        raise click.UsageError(message)
    opened = open_case(case)
    if stored and table not in TABLES:
        raise click.UsageError(f'table: found "{table}" with --stored; allowed: {", ".join(TABLES)}')
    _print(opened.tables[table] if stored or table not in COMPUTED else computed(opened, table), form)


@main.command()
@click.argument("case")
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--detach", is_flag=True, help="Remove the attached copies again; your own files stay.")
@_told
def texts(case: str, files: tuple[Path, ...], detach: bool) -> None:
    """Attach the articles' texts to a case, or tell which are at hand.

    FILES are files or folders; each text is recognised by its SHA-256, whatever its name.

    Example: kit texts chicago ~/articles/*.txt
    """
    from kit import texts as texts_module
    from kit.case import open as open_case

    opened = open_case(case)
    digests = dict(zip(opened.articles["article"], opened.articles["sha256"], strict=True))
    if detach:
        removed = texts_module.detach(opened.folder, digests)
        click.echo(f"detached: {', '.join(removed) or 'nothing was attached'}")
        return
    if files and not any(path.is_file() for given in files for path in [given, *given.rglob("*")]):
        click.echo(f"no file in {', '.join(map(str, files))}", err=True)
    left = 0
    for path, what in texts_module.attach(opened.folder, digests, files).items():
        click.echo(f"{path}: {what}")
        left += not what.startswith("article ")
    at_hand = texts_module.at_hand(opened.folder, digests)
    for article, digest in digests.items():
        state = "at hand" if article in at_hand else f"missing (SHA-256 {digest[:12]}…)"
        click.echo(f"{article}: {state}")
    if left:
        sys.exit(DATA_AT_FAULT)


@main.command()
@click.argument("case", required=False)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Where to write; else reports/CASE.html.")
@click.option("--fresh", is_flag=True, help="Run every notebook again, even if nothing changed.")
@_told
def report(case: str | None, output: Path | None, fresh: bool) -> None:
    """Write one offline HTML file with the notebooks, charts and tables of a case.

    Without CASE: the one that KIT_CASE names, else chicago.

    Example: kit report chicago -o chicago.html
    """
    from kit.publish.report import report as publish

    written = publish(case, output, fresh=fresh, tell=lambda line: click.echo(line, err=True))
    click.echo(written)


@main.command()
@click.argument("case", required=False)
@click.argument("options", nargs=-1)
@_told
def lab(case: str | None, options: tuple[str, ...]) -> None:
    """Start JupyterLab on the notebooks, for one case.

    Without CASE: the one that KIT_CASE names, else chicago. OPTIONS after -- go to JupyterLab as they are.

    Example: kit lab chicago -- --no-browser
    """
    import subprocess

    from kit.case import find
    from kit.publish.notebooks import folder, lab_environment

    if case and case.startswith("-"):  # kit lab -- OPTIONS
        options, case = (case, *options), None
    command = [sys.executable, "-m", "jupyterlab", *options, str(folder())]
    sys.exit(subprocess.call(command, env=lab_environment(find(case))))  # noqa: S603 - our own interpreter, no shell


def _print(frame: pd.DataFrame, form: str) -> None:
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
