"""One offline HTML file for a case: notebooks run, drawn into one page, kept until something changes.

* what a notebook shows depends on the notebook, the case and the package; while these are the same,
  its last run is used again;
* the same holds for the whole page, which is then copied without importing anything heavy.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from kit.case import CaseError, find
from kit.publish.notebooks import NotebookError, cards

if TYPE_CHECKING:
    from nbformat import NotebookNode

__all__ = ["report"]

_PACKAGE = Path(__file__).parents[1]
_LIBRARIES = ("altair", "ipykernel", "jinja2", "markdown-it-py", "nbclient", "nbconvert", "pandas", "vl-convert-python")


def report(
    case: str | os.PathLike[str] | None = None,
    output: Path | None = None,
    *,
    fresh: bool = False,
    tell: Callable[[str], None] | None = None,
) -> Path:
    """Write a case's report; returns the path written (``reports/CASE.html`` in the current folder if not given).

    ``tell`` gets a line of progress at each step; ``fresh`` runs every notebook again. Raises
    `kit.case.CaseError` when the case cannot be opened or a notebook fails on it.
    """
    tell = tell or (lambda _: None)
    folder = find(case)
    output = output or Path("reports") / f"{folder.resolve().name}.html"
    if output.is_dir():
        output = output / f"{folder.resolve().name}.html"
    output.parent.mkdir(parents=True, exist_ok=True)  # before the long work, so that a wrong path is told at once
    kept = _kept(folder)
    page = kept / f"page-{_fingerprint(folder, [card.path for card in cards()])}.html"
    if fresh or not page.exists():
        _make(folder, kept, page, fresh, tell)
    else:
        tell(f"{folder.resolve().name}: nothing changed since the last report")
    _write(output, page.read_text(encoding="utf-8"))
    tell(f"{output.name}: {page.stat().st_size / 1e6:.1f} MB, opens without a network")
    return output


def _make(folder: Path, kept: Path, page: Path, fresh: bool, tell: Callable[[str], None]) -> None:
    from kit.case import open as open_case
    from kit.publish.page import page as drawn

    case = open_case(folder)
    tell(f"{case.name}: {len(case.articles)} articles, {len(case.quotes)} quotations, {len(case.claims)} claims")
    kept.mkdir(parents=True, exist_ok=True)
    notebooks = _notebooks(folder, kept, fresh, tell)
    tell("drawing the page")
    html = drawn(case, notebooks)
    _replace(kept, "page-*.html", page, html)


def _notebooks(folder: Path, kept: Path, fresh: bool, tell: Callable[[str], None]) -> dict[str, NotebookNode]:
    """Every notebook run on the case, by name in order; those whose last run still holds are not run again."""
    import nbformat

    from kit.publish.notebooks import run

    paths = [card.path for card in cards()]
    places = {path: kept / f"{path.stem}-{_fingerprint(folder, [path])}.ipynb" for path in paths}
    due = [path for path in paths if fresh or not places[path].exists()]
    left = len(due)
    tell(f"{len(paths)} notebooks, {left} to run")

    def done(path: Path, notebook: NotebookNode) -> None:
        nonlocal left
        left -= 1
        _replace(kept, f"{path.stem}-*.ipynb", places[path], nbformat.writes(notebook))
        tell(f"ran {path.name} ({len(due) - left} of {len(due)})")

    try:
        run(due, folder, done)
    except NotebookError as error:
        raise CaseError(f"{error}\n  see it in JupyterLab: kit lab {folder.name}") from error
    return {path.stem: nbformat.read(places[path], as_version=4) for path in paths}


def _replace(kept: Path, old: str, path: Path, text: str) -> None:
    """Write a kept file and drop the ones it replaces."""
    _write(path, text)
    for stale in kept.glob(old):
        if stale != path:
            stale.unlink(missing_ok=True)


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all: a run that is cut off leaves no half of it behind."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_text(text, encoding="utf-8", newline="\n")
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _kept(folder: Path) -> Path:
    """Where runs are kept for a case: ``KIT_CACHE``, else the user's cache folder."""
    from platformdirs import user_cache_path

    root = (
        Path(os.environ["KIT_CACHE"]) if os.environ.get("KIT_CACHE") else user_cache_path("investigative-notebook-kit")
    )
    place = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:8]
    return root / f"{folder.resolve().name}-{place}"


def _fingerprint(folder: Path, notebooks: Iterable[Path]) -> str:
    """A digest of all that an output depends on: notebooks, the case's files, the package, the libraries."""
    digest = hashlib.sha256(sys.version.encode())
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}".encode())
    source = [p for p in _PACKAGE.rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    data = [p for p in folder.rglob("*") if p.is_file() and "texts" not in p.relative_to(folder).parts]
    for path in [*notebooks, *sorted(source), *sorted(data)]:
        content = path.read_bytes()
        digest.update(f"{path.name} {len(content)} ".encode() + content)
    return digest.hexdigest()[:20]
