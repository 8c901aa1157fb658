"""What reading gives: an article, what was mended in it, and what could not be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["Article", "ReadError", "ReadProblem", "Repair", "Tell"]

SHOWN = 60
"""Characters of what was found that a message repeats."""


class Repair(NamedTuple):
    """One kind of damage in a source: ``what`` was done about it, in words; ``where`` the first one stands (an offset
    into the article's text, ``None`` where it stood outside); ``count`` how often."""

    what: str
    where: int | None = None
    count: int = 1  # type: ignore[assignment]  # an article's repairs are counted, never the fields of one

    def __str__(self) -> str:
        times = "" if self.count == 1 else f" ({self.count:,} times)"
        place = "" if self.where is None else f", first at character {self.where:,}"
        return f"{self.what}{times}{place}"


@dataclass(frozen=True, slots=True)
class Article:
    """An article as read. Offsets anywhere in the kit count the code points of ``text``, line ends kept.

    What the source does not say is ``None``. ``published`` is an ISO 8601 day or moment; ``source`` is the file, with
    the line for JSON Lines.
    """

    id: str
    text: str
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    case: str | None = None
    repairs: tuple[Repair, ...] = ()
    source: str | None = None


class ReadProblem(NamedTuple):
    """What could not be read: ``where`` (file, or file:line), what is wrong, what was found, what is allowed and what
    to do next; ``lost``: whether anything is, for want of it."""

    where: str
    wrong: str
    found: str
    allowed: str
    next: str
    lost: bool = True

    def __str__(self) -> str:
        from kit.tables import printable

        found = self.found if len(self.found) <= SHOWN else f"{self.found[: SHOWN - 1]}…"
        return printable(f"{self.where}: {self.wrong}; found {found}; allowed: {self.allowed}; {self.next}")


class ReadError(ValueError):
    """A :class:`ReadProblem` that nobody asked to be told of."""

    def __init__(self, problem: ReadProblem) -> None:
        super().__init__(str(problem))
        self.problem = problem


Tell = Callable[[ReadProblem], None]
