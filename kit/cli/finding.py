"""The commands about articles: what the rules find in them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from kit.cli.base import DATA_AT_FAULT, form, main, told
from kit.cli.printing import streamed
from kit.cli.progress import Progress

if TYPE_CHECKING:
    from kit.find.stream import Found
    from kit.read import Article, ReadProblem

_files = click.argument("files", nargs=-1, required=True, metavar="FILE...")
_jobs = click.option("--jobs", type=click.IntRange(1), default=1, help="Cores to work on; the output stays the same.")


@main.command()
@_files
@form
@_jobs
@told
def quotes(files: tuple[str, ...], form: str, jobs: int) -> None:
    """Print the quotations and speakers that the rules find in articles.

    FILE is text, HTML, or JSON Lines with id, text and optional outlet, published, title, url, case (.gz too); - is
    standard input. Each row names the rule that gave it and a confidence from 0 to 1; kind label: words in marks that are
    nobody's speech.

    Example: kit quotes article.txt --format jsonl
    """
    _find(files, "quotes", form, jobs=jobs)


@main.command()
@_files
@click.option("--published", metavar="DATE", help="When the articles appeared, where they do not say: 2025-10-06.")
@click.option("--zone", metavar="ZONE", help="An IANA time zone for earliest and latest, such as America/Chicago.")
@form
@_jobs
@told
def times(files: tuple[str, ...], published: str | None, zone: str | None, form: str, jobs: int) -> None:
    """Print the time expressions of articles, normalised (TIMEX3).

    FILE is as for kit quotes. Relative times (Friday, last month) are counted from the day of publication; without
    one they stay unresolved.

    Example: kit times article.txt --published 2025-10-06
    """
    _checked(published, zone)
    _find(files, "times", form, published=published, zone=zone, jobs=jobs)


def _checked(published: str | None, zone: str | None) -> None:
    from zoneinfo import available_timezones

    from kit.values import instant

    if published:
        try:
            instant(published)
        except ValueError:
            allowed = "an ISO 8601 date or time, such as 2025-10-06"
            raise click.UsageError(f'--published: found "{published}"; allowed: {allowed}') from None
    if zone and zone not in available_timezones():
        raise click.UsageError(f'--zone: found "{zone}"; allowed: an IANA time zone, such as America/Chicago')


def _find(
    files: tuple[str, ...], what: str, form: str, *, published: str | None = None, zone: str | None = None, jobs: int
) -> None:
    """Read, find and print; every file and line that can be read is, and what cannot be is told at the end."""
    from kit.find.rows import FIELDS
    from kit.find.stream import found, settled
    from kit.read import articles

    problems: list[ReadProblem] = []
    undated = 0

    def dated() -> Iterator[Article]:
        nonlocal undated
        for article in articles(files, stdin=sys.stdin.buffer, tell=problems.append):
            _tell_repairs(article)
            undated += not (article.published or published)
            yield article if article.published or not published else replace(article, published=published)

    settled()
    with Progress("articles") as progress:
        stream = found(dated(), what, zone, jobs, progress)
        if form == "jsonl":
            for one in stream:
                sys.stdout.buffer.write(one.lines)
            sys.stdout.buffer.flush()
        elif not streamed(map(_rows, stream), FIELDS[what], form):
            click.echo("nothing found", err=True)
    if what == "times" and undated:
        told = f"{undated} article{'s' * (undated > 1)} without a date of publication"
        click.echo(f"{told}: relative times are unresolved; give one with --published 2025-10-06", err=True)
    for problem in problems:
        click.echo(str(problem), err=True)
    if any(problem.lost for problem in problems):
        sys.exit(DATA_AT_FAULT)


def _tell_repairs(article: Article) -> None:
    for repair in article.repairs:
        click.echo(f"{article.id}: {repair}", err=True)


def _rows(found: Found) -> list[dict[str, Any]]:
    """The records of an article, each place as its words with where it starts and ends."""
    import orjson

    return [_flat(orjson.loads(line)) for line in found.lines.splitlines()]


def _flat(record: dict[str, Any]) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for field, value in record.items():
        if isinstance(value, dict):
            flat |= {field if part == "text" else f"{field}_{part}": found for part, found in value.items()}
        elif field == "spans":
            flat[field] = ";".join(f"{start}-{end}" for start, end in value)
        elif isinstance(value, list):
            flat[field] = "; ".join(item["text"] + (f" ({item['why']})" if "why" in item else "") for item in value)
        else:
            flat[field] = value
    return flat
