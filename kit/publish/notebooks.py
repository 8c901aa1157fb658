"""The notebooks: found, described, run, and kept free of anything that changes from run to run.

* ``python -m kit.publish.notebooks`` runs the committed ones again, in place;
* a run is the same everywhere: no widget, no text that only this machine has, no time, no address.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kit.texts import NONE

if TYPE_CHECKING:
    from nbformat import NotebookNode

__all__ = ["STILL", "Card", "NotebookError", "cards", "folder", "lab_environment", "run", "stripped"]

STILL = {"KIT_STATIC": "1", "KIT_TEXTS": NONE, "PYTHONHASHSEED": "0"}
"""The environment in which a notebook's outputs depend on the case alone."""

QUIET = ["--IPKernelApp.log_level=ERROR"]
"""A kernel's start-up warnings are not progress."""

TIMEOUT = 300
"""Seconds a cell may take; the slowest of ours takes two."""


class NotebookError(RuntimeError):
    """A cell of a notebook failed; the message names the notebook, the cell and the error."""


@dataclass(frozen=True)
class Card:
    """What the notebooks' table says of one notebook; from its metadata ``kit``."""

    path: Path
    title: str
    order: int
    minutes: int
    level: str
    next: str
    hurried: bool


def folder() -> Path:
    """Where the curated notebooks lie: ``notebooks/`` beside the package."""
    return Path(__file__).parents[2] / "notebooks"


def lab_environment(case: Path) -> dict[str, str]:
    """The environment in which JupyterLab opens the notebooks on a case, without its own calls to the network
    (news, updates, extensions): its settings for that lie in ``lab/`` beside this module."""
    settings = [str(Path(__file__).parent / "lab"), os.environ.get("JUPYTER_CONFIG_PATH", "")]
    return {
        **os.environ,
        "KIT_CASE": str(case.resolve()),
        "JUPYTER_CONFIG_PATH": os.pathsep.join(filter(None, settings)),
    }


def cards() -> list[Card]:
    """Every curated notebook in order. One without a card in its metadata is a reader's own and is left out."""
    import json

    found = []
    for path in folder().glob("*.ipynb"):
        told = json.loads(path.read_text(encoding="utf-8"))["metadata"].get("kit")
        if told:
            found.append(Card(path=path, **told))
    return sorted(found, key=lambda card: card.order)


def run(paths: Iterable[Path], case: Path, done: Callable[[Path, NotebookNode], None]) -> None:
    """Run notebooks side by side, as many as there are cores, on the case in a folder.

    ``done`` is called with each as soon as it is ready. Raises :class:`NotebookError` for the first that fails.
    """
    environment = {**os.environ, **STILL, "KIT_CASE": str(case.resolve())}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        running = {pool.submit(_run, path, environment): path for path in paths}
        try:
            for ready in as_completed(running):
                done(running[ready], ready.result())
        except NotebookError:
            pool.shutdown(cancel_futures=True)
            raise


def _run(path: Path, environment: dict[str, str]) -> NotebookNode:
    import kit.quick  # noqa: F401  (before nbformat)

    # isort: split
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError

    notebook = nbformat.read(path, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for cell in code:
        cell.execution_count = None
    resources = {"metadata": {"path": str(path.parent)}}
    client = NotebookClient(notebook, timeout=TIMEOUT, extra_arguments=QUIET, resources=resources)
    try:
        client.execute(env=environment)
    except CellExecutionError as error:
        failed = sum(cell.execution_count is not None for cell in code)
        raise NotebookError(f"{path.name}: code cell {failed}: {error.ename}: {error.evalue}") from error
    except CellTimeoutError as error:
        raise NotebookError(f"{path.name}: a cell took longer than {TIMEOUT} seconds") from error
    return stripped(notebook)


def stripped(notebook: NotebookNode) -> NotebookNode:
    """The notebook without what changes from run to run: times, versions, transient metadata."""
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
    notebook.metadata["language_info"] = {"name": "python"}
    notebook.metadata["kernelspec"] = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return notebook


def _again() -> None:
    import kit.quick  # noqa: F401  (before nbformat)

    # isort: split
    import nbformat

    from kit.case import find

    def keep(path: Path, notebook: NotebookNode) -> None:
        nbformat.write(notebook, path)
        sys.stderr.write(f"ran {path.name}\n")

    run([card.path for card in cards()], find("chicago"), keep)


if __name__ == "__main__":
    _again()
