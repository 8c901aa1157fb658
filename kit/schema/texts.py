"""The articles: what they are, what in them is no prose, how each sentence is accounted for, what they share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from kit.columns import Address, Count, Digest, Hash, Id, Moment, Offset, Row, YesNo, col, maybe

__all__ = ["Artefact", "Article", "Fingerprint", "Sentence"]


class Article(Row):
    """an article"""

    KEY = ("article",)
    article: Id = col("short, readable, stable", "harbour")
    outlet: str = col("the outlet's name as the article gives it", "Harbour Gazette")
    title: str | None = maybe("the headline, a bibliographic fact; empty when the text has none", "Bridge closed")
    author: str | None = maybe("the author the article names", "J. Doe")
    published: Moment | None = maybe("day or moment of publication", "2025-10-06")
    published_basis: Literal["stated", "assumed"] | None = maybe("whether the article says so", "stated")
    url: Address | None = maybe("where it stood")
    retrieved: Moment | None = maybe("when it was saved")
    characters: Count = col("length of the text in code points", 4265)
    words: Count = col("length of the text in words between white space", 665)
    sha256: Digest = col("of the text file's bytes; a text is recognised by it")
    note: str | None = maybe("what a reader should know of this text", own=True)

    def faults(self) -> Iterator[tuple[str, str]]:
        yield from super().faults()
        if self.published and not self.published_basis:
            yield "published_basis", "whether the article says so, as published is given"
        if self.published_basis and not self.published:
            yield "published", "a day or moment, as published_basis is given"


class Artefact(Row):
    """a stretch that is not the article's prose"""

    KEY = ("artefact",)
    SPANS = (("start", "end", None),)
    artefact: Id = col("short, readable, stable", "harbour_form")
    article: Id = col("the article it stands in", "harbour", ref="articles")
    start: Offset = col("first code point", 120)
    end: Offset = col("one past the last code point", 160)
    kind: Literal[
        "broken-tag", "footer", "form", "poll", "caption", "biography", "heading", "headline", "byline",
        "dateline", "attribution-line", "navigation", "blank", "other",
    ] = col("what it is instead", "form")  # fmt: skip
    remove: YesNo = col("whether a clean reading leaves it out", "yes")


class Sentence(Row):
    """a sentence of an article, accounted for: rows lie in it, or a reason why none does"""

    KEY = ("sentence",)
    OPTIONAL = True
    SPANS = (("start", "end", None),)
    sentence: Id = col("article and running number", "harbour_s01")
    article: Id = col("the article it stands in", "harbour", ref="articles")
    start: Offset = col("first code point", 0)
    end: Offset = col("one past the last", 96)
    reason: str | None = maybe("why no row comes from it; empty when one does", own=True)


class Fingerprint(Row):
    """five words of an article as a hash, which shows where another article has the same words, and not what they are.
    Kept are those that several articles have, and of the rest one in ten or fewer, which have no word in common"""

    KEY = ("article", "word")
    OPTIONAL = True
    SPANS = (("start", "end", None),)
    article: Id = col("the article they stand in", "harbour", ref="articles")
    word: Count = col("how many words of the article's prose stand before them", 41)
    start: Offset = col("first code point of the five words", 210)
    end: Offset = col("one past their last", 238)
    hash: Hash = col(
        "BLAKE2b of the words, eight bytes, in small letters and without punctuation (`kit/shingles.py`); "
        "it has no key, so that it is the same on every machine", "91c2a0d7e45b6f38"
    )  # fmt: skip
    quoted: YesNo = col("whether all five stand inside quotation marks", "no")
