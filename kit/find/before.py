"""Content that stands before its cue, or on both sides of it.

* …, the mayor said; the bill, the mayor said, would …;
* as the mayor noted, …; according to the report, …; …, according to the report;
* a sentence's dateline and opening adverb are left out (SALEM, Dec. 1 (AB) — However, …).
"""

from __future__ import annotations

from kit.find import classes as c
from kit.find.circumstances import past_circumstances
from kit.find.clauses import has_verb
from kit.find.complements import complement
from kit.find.cues import Cue
from kit.find.frames import Frame
from kit.find.reporting import TAKEN_BY, Reported
from kit.find.sentences import Sentence
from kit.find.subjects import Part

__all__ = ["according", "before"]

_TELLS = frozenset({"quote", "that"})
_DASHES = frozenset({"—", "–", "--", "-", "―"})
_GOES_ON = frozenset({"and", "but", "because", "as", "if", "while", "so"})
_LEADS_TO = c.PREPOSITION | c.CONJUNCTION | c.ING | c.ED | c.ADVERB
DATELINE = 12
"""Words that a dateline may take, its dash included."""


def before(sentence: Sentence, frame: Frame, verb: Cue, stop: int) -> Reported | None:
    """What stands before a cue with its subject beside it, or around the two; ``stop`` is one past the last word."""
    if not frame.subject:
        return None
    kinds, first = sentence.kinds, min(frame.cue.first, frame.subject.first)
    as_ = first > 0 and sentence.low[first - 1] == "as"
    comma = first > 1 and kinds[first - 1] & c.COMMA and not kinds[frame.subject.first] & c.RELATIVE
    if not (as_ or comma) or not _tells(verb):
        return None
    at = max(frame.cue.last, frame.subject.last)
    if as_:
        return _as_told(sentence, frame, first - 1, at, stop)
    return _past_comma(sentence, frame, verb, Part(first - 1, at), stop)


def _past_comma(sentence: Sentence, frame: Frame, verb: Cue, said: Part, stop: int) -> Reported | None:
    """…, the mayor said. And: The bill, the mayor said, would …. ``said`` runs from the comma to the end of "said"."""
    kinds, at = sentence.kinds, said.last
    start = _opening(sentence, said.first)
    if at + 1 < stop and kinds[at] & c.COMMA:
        return _around(sentence, frame, Part(start, said.first), Part(at + 1, stop))
    rest = past_circumstances(sentence, at, stop)
    if rest < len(kinds) and sentence.low[rest] == ":":
        return None
    if rest < stop and frame.pattern == "subject, cue" and complement(sentence, verb, frame.cue.last, stop):
        return None
    final = rest >= stop or sentence.low[rest] == ";"
    whole = (final and not kinds[start] & c.CONJUNCTION) or _is_clause(sentence, start, said.first)
    return Reported("cue after the clause", (Part(start, said.first),), frame) if whole else None


def _around(sentence: Sentence, frame: Frame, one: Part, other: Part) -> Reported | None:
    """Which of the words before and after a cue between commas are its content."""
    kinds = sentence.kinds
    whole = _is_clause(sentence, *one)
    nxt = kinds[other.first]
    goes_on = nxt & c.AUXILIARY or sentence.low[other.first] in _GOES_ON
    if all(kind & (c.AND | c.CONJUNCTION) for kind in kinds[one.first : one.last]):  # But, she said, …
        return Reported("around the cue", (other,), frame) if not nxt & c.QUOTATION else None
    if frame.pattern == "cue, subject" and not goes_on and not nxt & (c.VERB | c.FINITE):
        return Reported("cue after the clause", (one,), frame)
    if nxt & c.QUOTATION or (whole and not goes_on and nxt & c.ING):
        return Reported("cue after the clause", (one,), frame) if whole else None
    return Reported("around the cue", (one, other), frame)


def _as_told(sentence: Sentence, frame: Frame, as_: int, at: int, stop: int) -> Reported | None:
    """As the mayor noted, …. And: …, as the mayor noted on Monday."""
    kinds = sentence.kinds
    rest = past_circumstances(sentence, at, stop)
    if rest < stop and kinds[rest] & c.COMMA and as_ <= 1 and rest + 1 < stop:
        return Reported("as told, first", (Part(rest + 1, stop),), frame)
    if rest >= stop and as_ > 1 and kinds[as_ - 1] & c.COMMA:
        start = _opening(sentence, as_)
        return (
            Reported("as told, last", (Part(start, as_ - 1),), frame) if _is_clause(sentence, start, as_ - 1) else None
        )
    return None


def _tells(verb: Cue) -> bool:
    """Whether words before the cue can be what it tells."""
    return (
        verb.takes >= _TELLS
        and verb.strength != "thinking"
        and verb.lemma not in TAKEN_BY["no speech"]
        and verb.form != "ing"
    )


def _opening(sentence: Sentence, stop: int) -> int:
    """The first word of a sentence past its dateline or opening adverb."""
    low, word = sentence.low, sentence.word
    for k in range(1, min(stop, DATELINE)):
        if low[k] in _DASHES and (low[k - 1] == ")" or (word[0].isupper() and len(word[0]) > 1)):
            return k + 1
    return 2 if stop > 2 and sentence.kinds[0] & c.ADVERB and sentence.kinds[1] & c.COMMA else 0


def _is_clause(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether the words hold a main clause, and not only what leads to one (In a speech on Monday, …)."""
    kinds = sentence.kinds
    while first < stop and kinds[first] & _LEADS_TO and not kinds[first] & (c.DETERMINER | c.PRONOUN):
        comma = _comma(sentence, first, stop)
        if comma < 0:
            return bool(kinds[first] & (c.ADVERB | c.ING)) and has_verb(sentence, first, stop)
        first = comma + 1
    return first < stop and has_verb(sentence, first, stop)


def _comma(sentence: Sentence, first: int, stop: int) -> int:
    """The first comma from a word on, -1 if there is none before ``stop``."""
    try:
        return sentence.low.index(",", first, stop)
    except ValueError:
        return -1


def according(sentence: Sentence, frame: Frame, stop: int) -> Reported | None:
    """According to the report, …. And: …, according to the report."""
    kinds = sentence.kinds
    first, at = frame.cue.first, frame.subject.last if frame.subject else frame.cue.last
    if first == 0 or (first == 1 and kinds[0] & (c.AND | c.CONJUNCTION | c.MARK)):
        comma = _comma(sentence, at, stop)
        return Reported("according to, first", (Part(comma + 1, stop),), frame) if 0 < comma < stop - 1 else None
    end = first - 1 if kinds[first - 1] & c.COMMA else first
    start = _opening(sentence, end)
    if end <= start:
        return None
    if at + 1 < stop and kinds[at] & c.COMMA and kinds[first - 1] & c.COMMA:
        nxt = kinds[at + 1]
        if nxt & (c.AUXILIARY | c.AND | c.VERB | c.FINITE | c.CONJUNCTION) or not _is_clause(sentence, start, end):
            return Reported("according to, inside", (Part(start, end), Part(at + 1, stop)), frame)
    return Reported("according to, last", (Part(start, end),), frame)
