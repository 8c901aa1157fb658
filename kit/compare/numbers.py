"""What number some words are: 12, 1,200, 4.5, twelve, twenty-five, a dozen, third, half."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kit.lexicon import sections, words

__all__ = ["number"]

_FIGURE = re.compile(r"[^\w]?(\d[\d,]*(?:\.\d+)?)(%|st|nd|rd|th|m|k|bn)?")
_SCALE = {"m": 1e6, "k": 1e3, "bn": 1e9}

WORDS = 4
"""Words of the longest number that is read as one."""


def number(forms: Sequence[str]) -> tuple[str, float] | None:
    """The kind (count, share, order, vague) and value of a number in words of this form; None where they are none.

    A vague one (several, dozens) has a value of its own, so that it equals nothing but the same words.
    """
    forms = [part for each in forms for part in each.split("-") if part]
    if not 0 < len(forms) <= WORDS:
        return None
    text = " ".join(forms)
    if text in words("changes", "vague numbers"):
        return "vague", float(sorted(words("changes", "vague numbers")).index(text))
    if text in (parts := _valued("changes", "shares")):
        return "share", parts[text]
    cardinal, ordinal = _valued("times_numbers", "cardinal"), _valued("times_numbers", "ordinal")
    if len(forms) == 1 and forms[0] in ordinal:
        return "order", ordinal[forms[0]]
    if len(forms) > 1 and forms[0] in ("a", "an") and forms[1] in ("dozen", "hundred", "thousand", "million"):
        forms = forms[1:]
    total = 0.0
    for i, each in enumerate(forms):
        figure = _FIGURE.fullmatch(each)
        if figure:
            value = float(figure[1].replace(",", "")) * _SCALE.get(figure[2] or "", 1)
        elif each in cardinal:
            value = cardinal[each]
        else:
            return None
        total = total * value if i and value >= 100 else total + value
    last = _FIGURE.fullmatch(forms[-1])
    kind = last[2] if last and last[2] not in _SCALE else None
    return "share" if kind == "%" else "order" if kind else "count", total


@cache
def _valued(name: str, section: str) -> dict[str, float]:
    return {word: float(value) for word, _, value in (entry.partition(": ") for entry in sections(name)[section])}
