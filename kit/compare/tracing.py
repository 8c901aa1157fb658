"""Where the answer of one claim comes from, as far as its article tells.

* a claim's own row comes first: the speaker it names, or the document its words stand in;
* else what the sentence points at; what neither tells is not known, and stays so.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from kit.columns import OUTLET
from kit.compare.chains import hands
from kit.compare.speech import standing, voices

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["COLUMNS", "NEAR", "last_of", "named", "outlet_key", "traced"]

NEAR = 120
"""Code points from an answer within which a mention counts where an article has no ``sentences.csv``: the mean
length of a sentence in the bundled case."""

COLUMNS = ("claim", "article", "outlet", "question", "origin", "name", "kind", "body", "how")

SPOKEN = ("release", "statement", "post", "interview")
"""Kinds of origin in which a body speaks for itself: several of one body are one origin. A recording, footage, a
document or a source that talks without a name does not repeat its body."""

CARRIERS = ("outlet", "post")
"""Kinds that mostly pass on something else: in a sentence that names both, what is passed on comes first."""

WORDINGS = ("label", "name")
"""Types of answer that are an article's choice of words where it speaks itself: no sentence tells their origin."""


def named(case: Case) -> dict[str, str]:
    """Every origin in words, by id: a speaker's name, else the id with its words written as speakers' names write them
    where these always have a capital (``dhs_account`` is ``DHS account``)."""
    names = voices(case)
    texts = case.speakers[["name", "role", "aliases"]].fillna("").to_numpy().ravel()
    words = {word for text in texts for word in re.findall(r"\w+", text)}
    capitals = {word.casefold(): word for word in sorted(words) if word.casefold() not in words}
    spelled = {each: " ".join(capitals.get(word, word) for word in each.split("_")) for each in case.origins["origin"]}
    return {**spelled, **names}


def traced(case: Case) -> pd.DataFrame:
    """One row a standing claim, in the order of ``claims.csv``, with the origin its article gives for it.

    Columns: ``claim``, ``article``, ``outlet``, ``question``; ``origin`` (an id of ``origins.csv``, else of
    ``speakers.csv``), its ``name`` in words, its ``kind`` (of ``origins.csv``, else the kind of speaker); ``body``
    (origins with the same one are not independent); ``how`` it was found. The last five are missing where it is not
    known.

    ``said``: the claim's own row names it. Its source is the last hand when that is a document (the words stand in
    it, however many passed it on), else the speaker. A source is an origin of ``origins.csv`` when both have one id,
    or when a mention of the origin shares a code point with the words that name this source, or introduce it, in a
    quotation: in the same article, else in the whole case where only one origin does.
    ``sentence``: the article says it itself, and its sentence mentions an origin: the nearest one, those that mostly
    pass on (:data:`CARRIERS`) last. ``near``: the same where the article has no sentences, within :data:`NEAR`.

    Not known is what is *unattributed*, and what comes from an outlet without a name.
    """
    tables = _prepared(case)
    claims = standing(case.claims)
    frame = claims[["claim", "article", "question"]].reset_index(drop=True)
    frame.insert(2, "outlet", frame["article"].map(case.articles.set_index("article")["outlet"]))
    kinds = case.questions.set_index("question")["value_type"]
    names = named(case)
    cells = zip(claims["article"], claims["question"].map(kinds), claims["asserted_by"], claims["via"].fillna(""),
                claims["start"], claims["end"], strict=True)  # fmt: skip
    found = [tables.trace(*cell) for cell in cells]
    for column in ("origin", "kind", "body", "how"):
        frame[column] = pd.Series([getattr(each, column, None) for each in found], frame.index, "str")
    frame["name"] = frame["origin"].map(names)
    return frame[list(COLUMNS)].astype({"name": "str"})


class _Speaker(NamedTuple):
    kind: str
    naming: str
    part_of: object


class _Mention(NamedTuple):
    origin: str
    kind: str
    start: int
    end: int

    def away(self, start: int, end: int) -> int:
        """Code points between the mention and a stretch; 0 where they meet."""
        return max(0, self.start - end, start - self.end)


class _Found(NamedTuple):
    origin: str
    kind: str
    body: str
    how: str


@dataclass(frozen=True)
class _Tables:
    """What a claim is followed through. ``source``: who stands behind an origin; ``origins``: the origins that stand for
    a source, by article and (under ``""``) in the whole case; ``tops``: each speaker's outermost body."""

    speakers: Mapping[str, _Speaker]
    tops: Mapping[str, str]
    outlets: Mapping[str, str]
    kinds: Mapping[str, str]
    mentions: Mapping[str, list[_Mention]]
    sentences: Mapping[str, list[tuple[int, int]]]
    origins: Mapping[tuple[str, str], set[str]]
    source: Mapping[str, str]

    def trace(self, article: str, value_type: str, speaker: str, via: str, start: int, end: int) -> _Found | None:
        source = _source(self.speakers, speaker, via)
        if source != OUTLET:
            return self._said(article, source, start, end)
        mention = None if value_type in WORDINGS else self._mentioned(article, start, end)
        how = "sentence" if self.sentences.get(article) else "near"
        return self._known(mention.origin, mention.kind, self.source.get(mention.origin, ""), how) if mention else None

    def _said(self, article: str, source: str, start: int, end: int) -> _Found | None:
        whole = self.origins.get(("", source), set())
        origins = (
            {source} & self.kinds.keys() or self.origins.get((article, source)) or (whole if len(whole) == 1 else set())
        )
        if not origins:
            return self._known(source, self.speakers[source].kind, source, "said")
        there = [mention for mention in self.mentions.get(article, ()) if mention.origin in origins]
        nearest = min(there, key=lambda each: (each.away(start, end), each.start), default=None)
        origin = nearest.origin if nearest else min(origins)
        return self._known(origin, self.kinds[origin], source, "said")

    def _mentioned(self, article: str, start: int, end: int) -> _Mention | None:
        """The nearest mention in the sentences of a stretch, or within :data:`NEAR` where there are none."""
        sentences = self.sentences.get(article)
        first, last = start - NEAR, end + NEAR
        if sentences:
            after = sentences[max(bisect_right(sentences, (start, end)) - 1, 0) :]
            held = [each for each in takewhile(lambda each: each[0] < end, after) if start < each[1]]
            first, last = (held[0][0], held[-1][1]) if held else (start, end)
        there = [mention for mention in self.mentions.get(article, ()) if mention.start < last and first < mention.end]
        return min(there, key=lambda e: (e.kind in CARRIERS, e.away(start, end), e.start), default=None)

    def _known(self, origin: str, kind: str, source: str, how: str) -> _Found | None:
        speaker = self.speakers.get(source) or self.speakers.get(origin)
        if kind == "unattributed" or (kind == "outlet" and speaker and speaker.naming != "named"):
            return None
        return _Found(origin, kind, self._body(origin, kind, source), how)

    def _body(self, origin: str, kind: str, source: str) -> str:
        if source in self.outlets:
            return self.outlets[source]
        named = origin not in self.kinds and kind != "document" and self.speakers[source].naming != "anonymous"
        return self.tops.get(source, origin) if kind in SPOKEN or named else origin


def _source(speakers: Mapping[str, _Speaker], speaker: str, via: str) -> str:
    """The last hand when that is a document, else the speaker; ``outlet`` where an article speaks itself."""
    chain = hands(via)
    return chain[-1] if chain and speakers[chain[-1]].kind == "document" else speaker


def _prepared(case: Case) -> _Tables:
    columns = case.speakers[["speaker", "kind", "naming", "part_of"]]
    speakers = {speaker: _Speaker(*cells) for speaker, *cells in columns.itertuples(index=False)}
    rows = case.origins
    mentions: dict[str, list[_Mention]] = {}
    for article, *cells in rows[["article", "origin", "kind", "start", "end"]].itertuples(index=False):
        mentions.setdefault(article, []).append(_Mention(*cells))
    sentences: dict[str, list[tuple[int, int]]] = {}
    for article, start, end in case.sentences[["article", "start", "end"]].itertuples(index=False):
        sentences.setdefault(article, []).append((start, end))
    told = _told(case, speakers, mentions)
    source = {origin: origin for origin in rows["origin"] if origin in speakers}
    for (article, who), found in told.items():
        source = {**dict.fromkeys(found, who), **source} if not article else source
    return _Tables(
        speakers, {name: last_of(name, lambda each: speakers[each].part_of) for name in speakers}, _outlets(case), dict(zip(rows["origin"], rows["kind"], strict=True)),
        mentions, {article: sorted(each) for article, each in sentences.items()}, told, source,
    )  # fmt: skip


def _told(
    case: Case, speakers: Mapping[str, _Speaker], mentions: Mapping[str, list[_Mention]]
) -> dict[tuple[str, str], set[str]]:
    """The origins whose mention meets the words that name or introduce a source, by article and in the whole case."""
    found: dict[tuple[str, str], set[str]] = {}
    quotes = standing(case.quotes)
    quotes = quotes[quotes["speaker"].notna()].assign(via=quotes["via"].fillna(""))
    places = ["speaker_start", "speaker_end", "cue_start", "cue_end"]
    for article, speaker, via, *ends in quotes[["article", "speaker", "via", *places]].itertuples(index=False):
        source = _source(speakers, speaker, via)
        for mention in mentions.get(article, ()):
            if mention.kind == "outlet" and via:
                continue  # one of the hands, not the one who speaks
            pairs = zip(ends[::2], ends[1::2], strict=True)
            if any(pd.notna(a) and a < mention.end and mention.start < b for a, b in pairs):
                for where in (article, ""):
                    found.setdefault((where, source), set()).add(mention.origin)
    return found


def last_of(start: str, step: Callable[[str], object]) -> str:
    """Where steps from one key to the next end; a ring of them ends at its first member in the alphabet."""
    seen = [start]
    while isinstance(following := step(seen[-1]), str):
        if following in seen:
            return min(seen[seen.index(following) :])
        seen.append(following)
    return seen[-1]


def _outlets(case: Case) -> dict[str, str]:
    """The speakers that are outlets of this case, by name or alias, each with the outlet's key as a body."""
    names = {outlet: outlet_key(outlet) for outlet in case.articles["outlet"]}
    rows = case.speakers[["speaker", "name", "aliases"]].fillna("")
    known = {speaker: [name, *aliases.split(";")] for speaker, name, aliases in rows.itertuples(index=False)}
    return {speaker: names[each] for speaker, called in known.items() for each in called if each in names}


def outlet_key(outlet: str) -> str:
    return f"outlet {outlet}"
