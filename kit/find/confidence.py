"""How often a rule was right where it was measured: the confidence of its answers, from `kit/lexicons/confidence.txt`."""

from __future__ import annotations

from kit.lexicon import sections

__all__ = ["confidence"]

UNMEASURED = 0.5
"""Confidence of a rule too rare in the development set to have a share of its own."""


def _shares() -> dict[str, float]:
    lines = (line.rpartition(" = ") for part in sections("confidence").values() for line in part)
    return {rule: float(share) for rule, _, share in lines}


_SHARES = _shares()


def confidence(rule: str) -> float:
    """The share of a rule's answers that were right, from 0 to 1, rounded to .05."""
    return _SHARES.get(rule, UNMEASURED)
