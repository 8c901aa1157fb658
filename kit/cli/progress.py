"""How far a command is, on standard error, once the work has taken a second; silent where that is no terminal."""

from __future__ import annotations

from typing import Self

__all__ = ["Progress"]


class Progress:
    """Called with how many are done; ``what`` they are, in words."""

    STEP = 25
    """Calls between two looks at the clock."""

    def __init__(self, what: str) -> None:
        self._what = what

    def __enter__(self) -> Self:
        from rich.console import Console
        from rich.progress import Progress as Bar
        from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

        console = Console(stderr=True)
        columns = (SpinnerColumn(), TextColumn(f"{{task.completed:,.0f}} {self._what}"), TimeElapsedColumn())
        self._bar = Bar(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._task = self._bar.add_task("", total=None)
        self._shown = False
        return self

    def __call__(self, done: int) -> None:
        if done % self.STEP:
            return
        if not self._shown and (self._bar.tasks[0].elapsed or 0) > 1:
            self._shown = True
            self._bar.start()
        self._bar.update(self._task, completed=done)

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._bar.stop()
