"""Attributions without a listed cue: whose words they are (her claim that "…"), a name and a colon, an unlisted verb."""

from __future__ import annotations

from kit.find import classes as c
from kit.find.frames import Frame
from kit.find.hanging import CLOSE, REACH
from kit.find.phrases import ENDS_PHRASE, owner_before
from kit.find.said import Answer
from kit.find.sentences import Sentence
from kit.find.subjects import Part, finite, phrase_after, phrase_before

__all__ = ["name_and_colon", "unlisted_verb", "whose_words"]

NEXT = 3
"""Words from a noun of speech to the quotation that it directly names (her claim of a "…")."""
_TELLING = c.SPEECH | c.QUOTATION | c.BREAK
_NOBODY = c.AND | c.PREPOSITION | c.OBJECT
_OWNERS = frozenset({"his", "her", "their", "its", "my", "our"})


def unlisted_verb(sentence: Sentence, i: int) -> Answer | None:
    """A verb that no list holds right after the quotation: "…," beamed the mayor; "…," the mayor beamed."""
    kinds, at = sentence.kinds, i + 1
    if at >= len(kinds) or kinds[at] & ENDS_PHRASE:
        return None
    if _verb(sentence, at):
        subject = phrase_after(sentence, at + 1)
        after = subject.last if subject else at
    else:
        subject, at = (phrase, phrase.last) if (phrase := phrase_after(sentence, at)) else (None, at)
        if at >= len(kinds) or not _verb(sentence, at):
            return None
        after = at + 1
    if not subject or sentence.low[subject.first] in _OWNERS or kinds[subject.first] & _NOBODY:
        return None
    ended = after >= len(kinds) or kinds[after] & (c.MARK | c.PREPOSITION | c.RELATIVE)
    return Answer(sentence, subject, Part(at, at + 1), "cue right after") if ended else None


def _verb(sentence: Sentence, at: int) -> bool:
    return bool(sentence.kinds[at] & (c.ED | c.VERB)) and not sentence.word[at][0].isupper()


def whose_words(sentence: Sentence, i: int, before: Frame | None) -> Answer | None:
    """Whose claim, promise or words it is (the mayor's claim that "…"), if that stands nearer than any cue."""
    kinds, floor = sentence.kinds, max(before.cue.last if before else 0, i - REACH)
    for k in range(i - 1, floor, -1):
        kind = kinds[k]
        if not kind & _TELLING:
            continue
        if kind & (c.QUOTATION | c.BREAK) and k < i - 1:
            return None
        if kind & c.SPEECH and _opens(sentence, k, i, before) and (owner := _owner(sentence, k)):
            return Answer(sentence, owner, Part(k, k + 1), "whose words")
    return None


def _opens(sentence: Sentence, k: int, i: int, before: Frame | None) -> bool:
    """Whether a noun of speech opens what the quotation stands in: his claim (at the debate) that …; his promise to …"""
    after = sentence.low[k + 1]
    if after in ("that", "to") or (after == "of" and i - k <= NEXT):
        return True
    for at in range(k + 1, i):
        if sentence.low[at] == "that":
            return True
        if finite(sentence, at) or sentence.kinds[at] & c.MARK:
            break
    return not before and (after in ("of", ":") or k + 1 == i)


def _owner(sentence: Sentence, k: int) -> Part | None:
    """Who a noun belongs to: his claim, the mayor's widely read letter."""
    for at in range(k - 1, max(-1, k - 4), -1):
        if sentence.low[at] in _OWNERS:
            return Part(at, at + 1)
        if sentence.low[at].endswith(("'s", "’s", "s'", "s’")):
            return owner_before(sentence, at + 1)
        if sentence.kinds[at] & (c.MARK | c.PREPOSITION | c.DETERMINER):
            return None
    return None


def name_and_colon(sentence: Sentence, i: int, before: Frame | None) -> Answer | None:
    """A name and a colon before the quotation, without a cue: The mayor: "…"."""
    if i < 2 or sentence.low[i - 1] != ":" or (before and i - before.cue.last <= CLOSE):
        return None
    subject = phrase_before(sentence, i - 1)
    if not subject or subject.last != i - 1 or (subject.first and not sentence.kinds[subject.first - 1] & c.BREAK):
        return None
    return Answer(sentence, subject, None, "name and colon")
