"""What is found, as records for others: the fields of `kit quotes` and `kit times`.

* offsets count code points of the article's text, end exclusive;
* a place is ``{"text", "start", "end"}``, and null where there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kit.find.cues import strength
from kit.find.quotation import Quotation, Rejected
from kit.find.quotations import quotes
from kit.find.times import times
from kit.read import Article
from kit.spans import Stretch, sliced

__all__ = ["FIELDS", "MAKERS", "quote_rows", "time_rows"]

Record = dict[str, Any]


def quote_rows(article: Article, zone: str | None = None) -> Iterator[Record]:  # noqa: ARG001 - as time_rows
    """A record for each quotation of an article: article, quote (a running id), kind, start, end, spans, text,
    speaker (with name and resolved_by), cue, strength (of the cue), via, rejected, rule, confidence, note."""
    name, text = article.id, article.text
    for number, quotation in enumerate(quotes(text), 1):
        yield _quote(name, f"{name}_q{number:02d}", text, quotation)


def _quote(article: str, quote: str, text: str, quotation: Quotation) -> Record:
    spans, speaker, cue = quotation.spans, None, _place(text, quotation.cue)
    if quotation.speaker:
        begin, stop = quotation.speaker
        speaker = {
            "text": text[begin:stop],
            "start": begin,
            "end": stop,
            "name": quotation.name,
            "resolved_by": quotation.resolved_by,
        }
    start, end = spans[0][0], spans[-1][1]
    return {
        "article": article,
        "quote": quote,
        "kind": quotation.kind,
        "start": start,
        "end": end,
        "spans": [[start, end]] if len(spans) == 1 else [[*span] for span in spans],
        "text": text[start:end] if len(spans) == 1 else sliced(text, spans),
        "speaker": speaker,
        "cue": cue,
        "strength": strength(cue["text"]) if cue else None,
        "via": [_place(text, hand) for hand in quotation.via] if quotation.via else [],
        "rejected": [_rejected(text, other) for other in quotation.rejected] if quotation.rejected else [],
        "rule": quotation.rule,
        "confidence": quotation.confidence,
        "note": quotation.note,
    }


def _place(text: str, stretch: Stretch | None) -> Record | None:
    if stretch is None:
        return None
    start, end = stretch
    return {"text": text[start:end], "start": start, "end": end}


def _rejected(text: str, other: Rejected) -> Record:
    start, end = other.speaker
    return {"text": text[start:end], "start": start, "end": end, "why": other.why}


def time_rows(article: Article, zone: str | None = None) -> Iterator[Record]:
    """A record for each time expression: article, start, end, text, type, value, earliest, latest, rule."""
    for time in times(article.text, article.published, zone):
        yield {
            "article": article.id,
            "start": time.start,
            "end": time.end,
            "text": article.text[time.start : time.end],
            "type": time.type,
            "value": time.value,
            "earliest": time.earliest,
            "latest": time.latest,
            "rule": time.rule,
        }


MAKERS: Mapping[str, Callable[[Article, str | None], Iterator[Record]]] = {"quotes": quote_rows, "times": time_rows}
"""What can be asked of an article, by the name of its command."""

_PLACE = ("", "_start", "_end")
FIELDS: Mapping[str, tuple[str, ...]] = {
    "quotes": (
        *("article", "quote", "kind", "start", "end", "spans", "text"),
        *(f"speaker{part}" for part in (*_PLACE, "_name", "_resolved_by")),
        *(f"cue{part}" for part in _PLACE),
        *("strength", "via", "rejected", "rule", "confidence", "note"),
    ),
    "times": ("article", "start", "end", "text", "type", "value", "earliest", "latest", "rule"),
}
"""The columns of the same records as a table: a place by its words, with where it starts and ends beside it."""
