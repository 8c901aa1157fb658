"""How far a command is, on standard error, once the work has taken a second; silent where that is no terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

__all__ = ["Progress"]


class Progress:
    """Called with how many are done; ``what`` they are, in words."""

    STEP = 25
    """Calls between two looks at the clock."""

    def __init__(self, what: str) -> None:
        self._what = what

    def __enter__(self) -> Self:
        self._bar = _bar(self._what) if sys.stderr.isatty() else None
        self._shown = False
        return self

    def __call__(self, done: int) -> None:
        if self._bar is None or done % self.STEP:
            return
        if not self._shown and (self._bar.tasks[0].elapsed or 0) > 1:
            self._shown = True
            self._bar.start()
        self._bar.update(self._bar.task_ids[0], completed=done)

    def __exit__(self, *_: object) -> None:
        if self._bar is not None and self._shown:
            self._bar.stop()


def _bar(what: str) -> Bar:
    """Made only where somebody sees it: rich takes longer to load than a short article to read."""
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn(f"{{task.completed:,.0f}} {what}"), TimeElapsedColumn())
    bar = Bar(*columns, console=Console(stderr=True), transient=True)
    bar.add_task("", total=None)
    return bar
