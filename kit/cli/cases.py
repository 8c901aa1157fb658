"""The commands about cases: which are at hand, their problems, tables and texts, their report, JupyterLab on them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kit.cli.base import DATA_AT_FAULT, form, main, told
from kit.cli.printing import printed


@main.command("cases")
@form
@told
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
    printed(pd.DataFrame(rows, columns=["case", "title", "happened"]), form)
    if not rows:
        click.echo(f"no case in {data_folder()}; a case is a folder there with a case.toml", err=True)


@main.command()
@click.argument("case")
@form
@told
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
        printed(pd.DataFrame([dataclasses.asdict(p) for p in problems], columns=columns), form)
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
@form
@told
def show(case: str, table: str, form: str, *, stored: bool) -> None:
    """Print a stored or computed table of a case.

    Stored: articles, artefacts, speakers, quotes, utterances, questions, claims, events, reports, orders,
    origins, taxonomy, sentences, verdicts, suggestions, fingerprints. Computed: accounting, chains, changes,
    copied-stretches, copying, coverage, cues, cycles, drift, figures, fingerprints, found, headlines, hedge-pairs, hedges,
    labels, left-out, neighbours, only-one, only-quoted, order-pairs, orders, origins, shifts, suggestions, support, telling,
    timeline, variants, verdicts, wordings.

    suggestions, fingerprints: afresh where the texts are at hand, else as stored. copying: what each two articles share;
    copied-stretches: where. found: the suggestions beside the curated rows; figures: how much of them agrees. variants:
    which quotations the rules take for one utterance.

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
    printed(opened.tables[table] if stored or table not in COMPUTED else computed(opened, table), form)


@main.command()
@click.argument("case")
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--detach", is_flag=True, help="Remove the attached copies again; your own files stay.")
@told
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
@told
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
@told
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
