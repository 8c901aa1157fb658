"""Quotations that an attribution splits ("…," she said, "…"): one quotation of two stretches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kit.find.quotation import Quotation

__all__ = ["joined"]

FARTHEST = 120
"""Characters an attribution that splits a quotation may take; longer ones hold a clause of their own."""


def joined(text: str, found: Sequence[Quotation]) -> Iterator[Quotation]:
    """The quotations in reading order, each second half after its first: where the first ends in a comma, nothing but the
    attribution stands between, and that ends in a comma too."""
    waiting: Quotation | None = None
    for one in found:
        if waiting and one.cue and one.cue == waiting.cue and _goes_on(text, waiting, one):
            waiting.spans, waiting.note = (*waiting.spans, *one.spans), waiting.note or one.note
            continue
        if waiting:
            yield waiting
        waiting = one
    if waiting:
        yield waiting


def _goes_on(text: str, first: Quotation, second: Quotation) -> bool:
    speaker, cue = first.speaker, first.cue
    if speaker is None or cue is None or second.start - first.end > FARTHEST:
        return False
    between = first.end <= min(speaker.start, cue.start) and max(speaker.end, cue.end) <= second.start
    before = text[max(speaker.end, cue.end) : second.start].rstrip(" \"“”'‘’«»`„")
    return between and text[first.end - 1] in ",—-" and before.endswith((",", "—", "-")) and "\n" not in before
