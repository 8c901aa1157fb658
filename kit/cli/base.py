"""What every command shares: the group, how a command is told of errors, the choice of formats.

* what a command prints goes to standard output, progress and errors to standard error;
* exit status 0, 1 when the data is at fault, 2 when the call is;
* nothing heavy is imported before a command runs, so that ``kit --help`` answers at once.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

import click

__all__ = ["DATA_AT_FAULT", "form", "main", "told"]

DATA_AT_FAULT = 1

FORMATS = click.Choice(["table", "csv", "jsonl"])
form = click.option("--format", "form", type=FORMATS, default="table", help="How rows are printed.")


class _Kit(click.Group):
    """A group whose commands keep the order they are written in."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(self.commands)


def told(command: Callable[..., None]) -> Callable[..., None]:
    """Errors of the data or the call as a message and an exit status, never a traceback."""

    @wraps(command)
    def run(*args: Any, **options: Any) -> None:
        try:
            command(*args, **options)
        except ValueError as error:
            _tell(error)
        except BrokenPipeError:  # the reader has seen enough: click ends quietly
            raise
        except OSError as error:
            told = f"{error.filename}: {error.strerror}" if error.filename else str(error)
            raise click.UsageError(told) from None

    return run


def _tell(error: ValueError) -> None:
    """Say what is wrong with a case; any other error goes on. Only here a command about articles needs `kit.case`."""
    from kit.case import CaseError, UnknownCase

    if isinstance(error, UnknownCase):
        raise click.UsageError(str(error)) from None
    if not isinstance(error, CaseError):
        raise error
    click.echo(str(error), err=True)
    sys.exit(DATA_AT_FAULT)


@click.group(cls=_Kit, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="investigative-notebook-kit")
def main() -> None:
    """Compare how several outlets tell one event, span by span."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # Windows consoles
