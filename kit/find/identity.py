"""Who a speaker is, as one rule answers it."""

from __future__ import annotations

from typing import NamedTuple

from kit.find.mentions import Known
from kit.find.quotation import Rejected

__all__ = ["NOBODY", "Answer"]


class Answer(NamedTuple):
    """``name`` and the ``rule`` that gave it, both ``None`` where nobody or more than one fits. ``gender`` is man, woman
    or unknown, ``kind`` person, body, group or unknown; ``known`` the person of that full name."""

    name: str | None
    rule: str | None
    gender: str = ""
    plural: bool = False
    kind: str = ""
    known: Known | None = None
    rejected: tuple[Rejected, ...] = ()


NOBODY = Answer(None, None)
"""No speaker inside the article: the outlet itself, or nobody that fits."""
