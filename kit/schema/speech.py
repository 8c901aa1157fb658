"""Who speaks, what is said, where it comes from, and what the rules make of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from kit.columns import Chain, Count, Id, Moment, Offset, Phrase, Row, Spans, Status, col, maybe
from kit.spans import Stretch, parse

__all__ = ["Origin", "Quote", "Speaker", "Suggestion", "Utterance"]


class Speaker(Row):
    """a person, body or document that speaks"""

    KEY = ("speaker",)
    speaker: Id = col("short, readable, stable", "harbour_master")
    name: str = col("as the articles name or describe it", "the harbour master")
    kind: Literal["person", "office", "organisation", "group", "document"] = col("what speaks", "office")
    naming: Literal["named", "unnamed", "anonymous"] = col(
        "named; unnamed: described only; anonymous: an article says the name is withheld", "unnamed"
    )
    part_of: Id | None = maybe("the body it belongs to", "port_authority", ref="speakers")
    role: str | None = maybe("the public role the articles give", "head of the port")
    aliases: str | None = maybe("other names the articles use, separated by ;", "port chief;the master")


class Quote(Row):
    """one stretch of reported speech"""

    KEY = ("quote",)
    SPANS = (
        ("start", "end", "text"),
        ("speaker_start", "speaker_end", "speaker_as_given"),
        ("cue_start", "cue_end", "cue"),
    )
    AS_FOUND = frozenset({"text"})
    VERBATIM: ClassVar = frozenset({"direct", "fragment", "document", "label"})
    quote: Id = col("short, readable, stable", "harbour_q01")
    article: Id = col("the article it stands in", "harbour", ref="articles")
    kind: Literal["direct", "fragment", "document", "label", "indirect", "no-comment"] = col(
        "direct: a sentence in quotation marks; fragment: part of one; document: quoted writing; "
        "label: a name or ironic mark; indirect: no marks; no-comment: declined or did not answer", "direct"
    )  # fmt: skip
    start: Offset = col("first code point, inside the quotation marks", 210)
    end: Offset = col("one past the last code point", 260)
    spans: Spans | None = maybe("all stretches, when an attribution splits the words", "210-230;245-260")
    text: str | None = maybe("the words inside the marks, verbatim; empty when indirect", "The bridge is closed.")
    paraphrase: str | None = maybe("what was said, in our own words, when indirect", own=True)
    speaker: Id | None = maybe(
        "who is said to speak; empty when nobody is", "harbour_master", ref="speakers", outlet=True
    )
    speaker_as_given: Phrase | None = maybe("the words that name the speaker there", "the port chief")
    speaker_start: Offset | None = maybe("first code point of these words", 270)
    speaker_end: Offset | None = maybe("one past their last", 284)
    cue: Phrase | None = maybe("the words that introduce the speech", "said")
    cue_start: Offset | None = maybe("first code point of the cue", 265)
    cue_end: Offset | None = maybe("one past its last", 269)
    via: Chain | None = maybe("hands the words went through, nearest the outlet first", "radio_log", ref="speakers")
    utterance: Id | None = maybe("the act of speech it reports", "u_closed", ref="utterances")
    status: Status = col("a suggestion, or what a person made of it", "accepted")

    def faults(self) -> Iterator[tuple[str, str]]:
        yield from super().faults()
        if self.kind in self.VERBATIM and not self.text:
            yield "text", f"the words inside the marks, as kind is {self.kind}"
        if self.kind and self.kind not in self.VERBATIM and not self.paraphrase:
            yield "paraphrase", f"own words for what was said, as kind is {self.kind}"
        if self.kind and self.kind not in self.VERBATIM and self.text:
            yield "text", f"empty, as kind is {self.kind}; own words go into paraphrase"
        ends = (self.start, self.end)
        if self.spans and None not in ends and (self.stretches[0].start, self.stretches[-1].end) != ends:
            yield "spans", f"stretches from {self.start} (start) to {self.end} (end)"

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """All stretches of the words, one when nothing splits them."""
        return parse(self.spans) if self.spans else (Stretch(self.start, self.end),)


class Utterance(Row):
    """one act of speech, however worded"""

    KEY = ("utterance",)
    utterance: Id = col("short, readable, stable", "u_closed")
    speaker: Id | None = maybe("who spoke", "harbour_master", ref="speakers", outlet=True)
    summary: str = col("what was said, in our own words", own=True)
    confidence: Literal["certain", "probable", "possible"] = col("that these are one act of speech", "certain")


class Origin(Row):
    """a place where an article says, or shows, that its information comes from one origin"""

    KEY = ("origin", "article", "start")
    SPANS = (("start", "end", None),)
    origin: Id = col("short, readable, stable; the same in every article that uses it", "port_release")
    article: Id = col("the article", "harbour", ref="articles")
    kind: Literal[
        "recording", "footage", "document", "release", "statement", "post", "outlet", "interview",
        "anonymous-source", "own-reporting", "unattributed",
    ] = col("what it is", "release")  # fmt: skip
    start: Offset = col("first code point of the words that say so", 20)
    end: Offset = col("one past their last", 44)


class Suggestion(Row):
    """what the rules find in an article, stored so that it can be set beside the curated rows without the text"""

    KEY = ("suggestion",)
    OPTIONAL = True
    SPANS = (("start", "end", "words"), ("speaker_start", "speaker_end", None), ("cue_start", "cue_end", None))
    suggestion: Id = col("article and running number", "harbour_m01")
    article: Id = col("the article it stands in", "harbour", ref="articles")
    about: Literal["quote", "time", "hedge"] = col("what was looked for", "quote")
    kind: str = col("as in quotes; of a time its TIMEX3 type; of a hedge its class", "direct")
    start: Offset = col("first code point", 210)
    end: Offset = col("one past the last", 260)
    spans: Spans | None = maybe("all stretches, when an attribution splits the words", "210-230;245-260")
    speaker_start: Offset | None = maybe("first code point of the words that name the speaker", 270)
    speaker_end: Offset | None = maybe("one past their last", 284)
    name: Phrase | None = maybe("who that is, as the rules make it out", "the port chief")
    cue_start: Offset | None = maybe("first code point of the cue", 265)
    cue_end: Offset | None = maybe("one past its last", 269)
    words: Phrase | None = maybe("the time expression or the hedge itself", "on Saturday")
    value: str | None = maybe("of a time, its TIMEX3 value", "2025-10-04")
    earliest: Moment | None = maybe("of a time, the first moment possible", "2025-10-04")
    latest: Moment | None = maybe("of a time, the last moment possible", "2025-10-04")
    rule: str = col("the rule that gave it", "cue after the words")
    confidence: Count | None = maybe("in percent: how often such an answer was right where it was measured", 95)
