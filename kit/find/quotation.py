"""One piece of reported speech as the rules find it: a suggestion, with the rule and the words it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kit.spans import Stretch

__all__ = ["Quotation", "Rejected"]


class Rejected(NamedTuple):
    """A possible speaker that was passed over, and why."""

    speaker: Stretch
    why: str


@dataclass(slots=True)
class Quotation:
    """``kind`` as in the table quotes (direct, fragment, document, label, indirect, no-comment). ``spans``: the words, without marks,
    several stretches where an attribution splits them. ``speaker`` and ``cue``: the words of the article that name them.
    ``name``: who that is in the article, ``resolved_by`` the rule that says so; both ``None`` where two fit or nobody does.
    ``via``: the hands the words went through, nearest the outlet first. ``rule`` gave the answer, with a ``confidence``
    from 0 to 1 (the share of such answers that were right where it was measured; docs/quality.md)."""

    kind: str
    spans: tuple[Stretch, ...]
    speaker: Stretch | None
    cue: Stretch | None
    rule: str
    confidence: float
    via: tuple[Stretch, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    name: str | None = None
    resolved_by: str | None = None
    note: str | None = None  # why it is a label, or how a mark was repaired

    @property
    def start(self) -> int:
        """First code point of the words."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """One past their last."""
        return self.spans[-1].end
