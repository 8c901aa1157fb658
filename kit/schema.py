"""Every table of a case: columns, types, meaning, example, keys. The one source.

* a table is a pydantic model, a row an instance: validation is pydantic's;
* what pydantic cannot say (references, spans, own words) is marked here and checked in `kit.proof`;
* the data dictionary is generated from the same marks (`make documents`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import ClassVar, Literal, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field

from kit.columns import (
    Address,
    Chain,
    Count,
    Digest,
    Hash,
    Hedging,
    Id,
    Moment,
    Offset,
    Phrase,
    Row,
    Spans,
    Status,
    TimeZoneName,
    YesNo,
    col,
    maybe,
    plain_type,
)  # fmt: skip
from kit.spans import Stretch, parse
from kit.values import ValueType, backwards

__all__ = ["TABLES", "Assumption", "CaseFile", "Fingerprint", "Quote", "allowed_kinds"]


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


class Question(Row):
    """a question the articles answer"""

    KEY = ("question",)
    question: Id = col("short, readable, stable", "car_count")
    text: str = col("the question", "How many cars were there?", own=True)
    value_type: ValueType = col("how an answer is written", "quantity")
    unit: str | None = maybe("what a quantity counts", "car")
    single: YesNo = col("whether only one answer can be true", "yes")
    group: str = col("the heading it stands under", "numbers")
    note: str | None = maybe("how answers were read", own=True)


class Claim(Row):
    """one article's answer to one question"""

    KEY = ("claim",)
    SPANS = (("start", "end", None),)
    claim: Id = col("short, readable, stable", "harbour_c01")
    article: Id = col("the article that answers", "harbour", ref="articles")
    question: Id = col("the question answered", "car_count", ref="questions")
    value: str = col("the answer, typed as the question says", ">=10")
    statement: str = col("the answer as a sentence, in our own words", own=True)
    asserted_by: Id = col("whose answer it is", "harbour_master", ref="speakers", outlet=True)
    via: Chain | None = maybe("hands it went through, nearest the outlet first", "radio_log", ref="speakers")
    in_quotation: YesNo = col("whether the answer stands inside quotation marks", "no")
    hedge: Phrase | None = maybe("the words that weaken it", "reportedly")
    hedge_class: Hedging = col("flat: none; hedged: reported or alleged; possible: may, might", "hedged")
    scope: str | None = maybe("what the answer is limited to (place, time, part)", "north side", own=True)
    qualifier: str | None = maybe("what else narrows it", "at first", own=True)
    start: Offset = col("first code point of the words that answer", 310)
    end: Offset = col("one past the last", 330)
    primary: YesNo = col("the article's main answer to this question", "yes")
    status: Status = col("a suggestion, or what a person made of it", "accepted")

    def faults(self) -> Iterator[tuple[str, str]]:
        yield from super().faults()
        if self.hedge and self.hedge_class == "flat":
            yield "hedge_class", "hedged or possible, as a hedge is given"


class Event(Row):
    """something that happens in the story"""

    KEY = ("event",)
    event: Id = col("short, readable, stable", "crash")
    title: str = col("a name for it, in our own words", "The crash", own=True)
    kind: str = col("what sort of event", "collision")
    note: str | None = maybe("what it takes in, and what not", own=True)


class Report(Row):
    """one article placing one event in time"""

    KEY = ("report",)
    SPANS = (("start", "end", "expression"),)
    report: Id = col("short, readable, stable", "harbour_r01")
    article: Id = col("the article that places it", "harbour", ref="articles")
    event: Id = col("the event placed", "crash", ref="events")
    earliest: Moment | None = maybe("first moment possible; empty when unresolved", "2025-10-04T18:00")
    latest: Moment | None = maybe("last moment possible, this day or minute included", "2025-10-04")
    precision: Literal["minute", "hour", "part-of-day", "day", "week", "month", "year", "unresolved"] = col(
        "how finely the words place it", "day"
    )
    basis: Literal["stated", "resolved", "inferred"] = col(
        "stated: a full date; resolved: from the publication date; inferred: from other words", "resolved"
    )
    expression: Phrase | None = maybe("the time expression", "on Saturday")
    start: Offset = col("first code point of the expression", 80)
    end: Offset = col("one past its last", 91)
    asserted_by: Id = col("whose placing it is", "outlet", ref="speakers", outlet=True)
    hedge: Phrase | None = maybe("the words that weaken it", "around")

    def faults(self) -> Iterator[tuple[str, str]]:
        yield from super().faults()
        if self.earliest and self.latest and backwards(self.earliest, self.latest):
            yield "latest", f"not before earliest ({self.earliest})"
        if self.bad & {"precision", "earliest", "latest"}:
            return  # whether there is a moment is not known
        resolved = self.precision != "unresolved"
        if resolved and not self.earliest and not self.latest:
            yield "precision", "unresolved, as neither earliest nor latest is given"
        if not resolved and (self.earliest or self.latest):
            yield "precision", "how finely the words place it, as earliest or latest is given"


class Order(Row):
    """one article ordering two events"""

    KEY = ("order",)
    SPANS = (("start", "end", None),)
    order: Id = col("short, readable, stable", "harbour_o01")
    article: Id = col("the article that orders them", "harbour", ref="articles")
    before: Id = col("the earlier (or the including) event", "crash", ref="events")
    after: Id = col("the later (or the included) event", "closure", ref="events")
    relation: Literal["before", "immediately-before", "includes", "simultaneous", "begins", "ends"] = col(
        "after the TimeML relations of the same names", "before"
    )
    start: Offset = col("first code point of the words that order them", 140)
    end: Offset = col("one past their last", 145)

    def faults(self) -> Iterator[tuple[str, str]]:
        yield from super().faults()
        if self.before and self.before == self.after:
            yield "after", f"another event than before ({self.before})"


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


class Term(Row):
    """a term and its broader term"""

    KEY = ("term", "broader")
    term: Id = col("short, readable, stable", "handgun")
    broader: Id | None = maybe("a term that takes it in; empty at the top", "firearm", ref="taxonomy")
    kind: Literal["place", "category", "identity"] = col("what the term sorts", "category")


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


class Ruling(Row):
    """a person's ruling on a computed relation"""

    KEY = ("claim_a", "claim_b", "by")
    OPTIONAL = True
    claim_a: Id = col("one claim", "harbour_c01", ref="claims")
    claim_b: Id = col("the other", "tribune_c01", ref="claims")
    verdict: Literal["agree", "compatible", "differ", "contradict", "undecided"] = col("the relation", "differ")
    reason: str = col("why, in own words", own=True)
    by: str = col("who ruled", "A. Reader")
    when: Moment = col("when", "2026-01-31")

    def faults(self) -> Iterator[tuple[str, str]]:
        yield from super().faults()
        if self.claim_a and self.claim_a == self.claim_b:
            yield "claim_b", f"another claim than claim_a ({self.claim_a})"


TABLES: Mapping[str, type[Row]] = {
    "articles": Article,
    "artefacts": Artefact,
    "speakers": Speaker,
    "quotes": Quote,
    "utterances": Utterance,
    "questions": Question,
    "claims": Claim,
    "events": Event,
    "reports": Report,
    "orders": Order,
    "origins": Origin,
    "taxonomy": Term,
    "sentences": Sentence,
    "verdicts": Ruling,
    "suggestions": Suggestion,
    "fingerprints": Fingerprint,
}
"""Every table by the name of its file, in reading order."""


class Assumption(BaseModel):
    """What the case takes for granted where the articles do not say."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    about: str = Field(description="what is assumed, such as published")
    value: str = Field(description="the value taken")
    why: str = Field(description="the reason, in own words")


class CaseFile(BaseModel):
    """case.toml: what the case is."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    title: str = Field(min_length=1, description="the case's name for readers")
    summary: str = Field(description="what the articles report, in two or three neutral sentences of our own")
    happened: date = Field(description="the day of the event")
    timezone: TimeZoneName = Field(description="an IANA time zone, such as America/Chicago")
    language: str = Field(description="BCP 47 tag of the articles' language, such as en-US")
    fictional: bool = Field(description="true when the case is invented for teaching")
    licence: str = Field(description="of the tables, and whose the texts are")
    cautions: tuple[str, ...] = Field(default=(), description="what a reader should be careful about")
    assumptions: tuple[Assumption, ...] = Field(default=(), description="see about, value, why")


def allowed_kinds(table: str, column: str) -> tuple[str, ...]:
    """The words a column may hold, for a column that lists them; ``()`` for others."""
    kind = plain_type(TABLES[table].model_fields[column])
    return get_args(kind) if get_origin(kind) is Literal else ()
