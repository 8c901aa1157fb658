"""The quotations of an article: marks, then speakers, then indirect speech, then who the speakers are."""

from __future__ import annotations

from kit.find.attribution import attributed
from kit.find.indirect import indirect
from kit.find.page import Page
from kit.find.people import named
from kit.find.quotation import Quotation

__all__ = ["quotes"]


def quotes(text: str) -> list[Quotation]:
    """Every suggested quotation of an article in the order in which its words begin. Takes any text and never raises."""
    page = Page(text)
    quoted = attributed(page)
    found = sorted([*quoted, *indirect(page)], key=lambda q: (q.start, -q.end))
    named(page, found)
    return found
