"""What the rules find in a case's articles, as rows of its table of suggestions.

* found afresh where the texts are at hand, else as stored (`suggestions.csv`), which holds offsets and no prose;
* ``python -m kit.find.stored suggestions CASE`` stores them again, with every text at hand (``make suggestions``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kit.columns import PHRASE_WORDS
from kit.find.across import across
from kit.find.hedges import hedges
from kit.find.quotation import Quotation
from kit.find.quotations import quotes
from kit.find.times import times
from kit.schema import Suggestion
from kit.spans import written

if TYPE_CHECKING:
    import pandas as pd

    from kit.case import Case

__all__ = ["suggestions"]

PERCENT = 100


def suggestions(case: Case) -> pd.DataFrame:
    """The suggestions for every article, with the columns of the table ``suggestions``: of an article whose text is at
    hand what the rules find now, of another what is stored. A speaker whom several articles name has one name."""
    import pandas as pd

    from kit.case import frame

    stored = case.tables["suggestions"]
    published = dict(zip(case.articles["article"], case.articles["published"], strict=True))
    read = {article: (text, quotes(text)) for article, text in case.texts.items()}
    shared = across(read)
    parts = []
    for article in case.articles["article"]:
        if article not in read:
            parts.append(stored[stored["article"] == article])
            continue
        text, day = read[article][0], published[article]
        cells = [
            *(_quote(one, who.name if who else one.name) for one, who in zip(read[article][1], shared[article], strict=True)),
            *_times(text, None if pd.isna(day) else day, case.about.timezone), *_hedges(text),
        ]  # fmt: skip
        parts.append(frame(Suggestion, _rows(article, cells)))
    return pd.concat(parts, ignore_index=True) if parts else stored


def _rows(article: str, cells: Iterable[dict[str, object]]) -> Iterator[Suggestion]:
    for number, one in enumerate(cells, 1):
        yield Suggestion.model_validate({"suggestion": f"{article}_m{number:03d}", "article": article, **one})


def _quote(found: Quotation, name: str | None) -> dict[str, object]:
    cells: dict[str, object] = {
        "about": "quote", "kind": found.kind, "start": found.start, "end": found.end,
        "spans": written(found.spans) if len(found.spans) > 1 else None,
        "name": name if name and len(name.split()) <= PHRASE_WORDS else None,
        "rule": found.rule, "confidence": round(PERCENT * found.confidence),
    }  # fmt: skip
    for what, stretch in (("speaker", found.speaker), ("cue", found.cue)):
        if stretch:
            cells |= {f"{what}_start": stretch.start, f"{what}_end": stretch.end}
    return cells


def _times(text: str, published: str | None, zone: str | None) -> Iterator[dict[str, object]]:
    for found in times(text, published, zone):
        yield {
            "about": "time", "kind": found.type, "start": found.start, "end": found.end, "value": found.value,
            "words": _phrase(text, found.start, found.end), "earliest": found.earliest, "latest": found.latest, "rule": found.rule,
        }  # fmt: skip


def _hedges(text: str) -> Iterator[dict[str, object]]:
    for found in hedges(text):
        yield {"about": "hedge", "kind": found.kind, "start": found.start, "end": found.end, "rule": found.rule,
               "words": _phrase(text, found.start, found.end)}  # fmt: skip


def _phrase(text: str, start: int, end: int) -> str | None:
    words = text[start:end]
    return words if len(words.split()) <= PHRASE_WORDS else None
