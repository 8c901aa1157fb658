"""The command about quotations: which of them report one utterance."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

import click

from kit.cli.base import DATA_AT_FAULT, form, main, told
from kit.cli.printing import printed
from kit.cli.progress import Progress

if TYPE_CHECKING:
    from kit.read import ReadProblem

PARCEL = 10_000
"""Lines written at once."""


@main.command("variants")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@form
@told
def variants_(files: tuple[str, ...], form: str) -> None:
    """Print which quotations report one utterance, however each is cut or worded.

    FILE is JSON Lines, one quotation a line, with id, text and optional article, outlet, published, case, speaker (.gz
    too); - is standard input. Quotations of one case are grouped with each other only. An utterance is named by the
    shortest, then first, id of its group; rows keep their order.

    Example: kit variants quotations.jsonl --format jsonl
    """
    from kit.compare.variants import Quotations, utterances
    from kit.read.quotations import quotations

    problems: list[ReadProblem] = []
    with Progress("quotations") as progress:
        rows = Quotations(**quotations(files, stdin=sys.stdin.buffer, tell=problems.append, done=progress))
        found = utterances(rows)
    _print(rows.id, found, form)
    for problem in problems:
        click.echo(str(problem), err=True)
    if any(problem.lost for problem in problems):
        sys.exit(DATA_AT_FAULT)


def _print(ids: Sequence[str], found: list[str], form: str) -> None:
    if form != "jsonl":
        import pandas as pd

        printed(pd.DataFrame({"id": ids, "utterance": found}, dtype="str"), form)
        return
    for start in range(0, len(ids), PARCEL):
        sys.stdout.buffer.write(_lines(ids[start : start + PARCEL], found[start : start + PARCEL]))
    sys.stdout.buffer.flush()


def _lines(ids: Sequence[str], found: Sequence[str]) -> bytes:
    """A JSON object for each id, a line each: joined as they are where no sign needs escaping, as in nearly all ids."""
    import orjson

    signs = "".join(chain(ids, found))
    if len(orjson.dumps(signs)) - len('""') == len(signs.encode()):
        pairs = map('","utterance":"'.join, zip(ids, found, strict=True))
        return '{{"id":"{}"}}\n'.format('"}\n{"id":"'.join(pairs)).encode()
    rows = zip(ids, found, strict=True)
    return b"".join(orjson.dumps({"id": a, "utterance": b}, option=orjson.OPT_APPEND_NEWLINE) for a, b in rows)
