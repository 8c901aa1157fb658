"""People who were asked and said nothing: declined to comment, did not respond to a request, could not be reached.

* the cue is the verb that says so; the words are what was kept back or left unanswered (to comment, whether he would
  stay, a request for comment);
* the lists stand in `kit/lexicons/indirect.txt`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kit.find import classes as c
from kit.find.circumstances import past_circumstances
from kit.find.clauses import clause_end, object_end
from kit.find.reporting import TAKEN_BY
from kit.find.sentences import Sentence
from kit.find.subjects import Part, subject_before

__all__ = ["TRIGGERS", "Refusal", "refusals"]

_REFUSE, _KEPT_BACK, _LEFT = TAKEN_BY["refuse"], TAKEN_BY["kept back"], TAKEN_BY["left unanswered"]
TRIGGERS = _REFUSE | _LEFT | {"reached", "comment"}
"""Words of which a refusal holds one."""
_QUESTION = TAKEN_BY["question words"]
_ASKED = TAKEN_BY["asked of one"]
_NEGATIONS = frozenset(
    {
        "not",
        "never",
        "didn't",
        "didn’t",
        "hasn't",
        "hasn’t",
        "haven't",
        "haven’t",
        "doesn't",
        "doesn’t",
        "don't",
        "don’t",
    }
)
_COULD_NOT = frozenset({"not", "cannot", "couldn't", "couldn’t", "can't", "can’t"})
_ABOUT = {"comment": "on", "elaborate": "on", "speak": "about", "talk": "about", "respond": "to", "reply": "to"}
FARTHEST = 3
"""Words looked back over for a negation (did not immediately respond)."""


class Refusal(NamedTuple):
    """Who kept silent, by word; ``cue`` says so, ``words`` are what was kept back or left unanswered."""

    subject: Part | None
    cue: Part
    words: Part


def refusals(sentence: Sentence, stop: int) -> Iterator[Refusal]:
    """Every refusal to comment of a sentence, in order."""
    low = sentence.low
    if TRIGGERS.isdisjoint(low):
        return
    for i in [i for i, word in enumerate(low[:stop]) if word in TRIGGERS]:
        word = low[i]
        if word in _REFUSE:
            found = _refused(sentence, i, stop)
        elif word == "reached":
            found = _unreached(sentence, i, stop)
        else:
            found = _left(sentence, i, stop) or _nothing(sentence, i)
        if found:
            yield Refusal(subject_before(sentence, found[0].first), *found)


def _refused(sentence: Sentence, i: int, stop: int) -> tuple[Part, Part] | None:
    """Declined to comment; refused to say whether …."""
    low, kinds = sentence.low, sentence.kinds
    if i + 2 >= stop or low[i + 1] != "to" or low[i + 2] not in _KEPT_BACK or (kinds[i - 1] & c.DETERMINER and i):
        return None
    at = past_circumstances(sentence, i + 3, stop)
    if at < stop and (low[at] in _QUESTION or low[at] == "that"):
        return Part(i, i + 3), Part(at, clause_end(sentence, at, stop))
    if at + 1 < stop and low[at] == _ABOUT.get(low[i + 2]):
        return Part(i, i + 3), Part(at + 1, object_end(sentence, at + 1, stop))
    plain = i + 3 >= stop or bool(kinds[i + 3] & (c.MARK | c.PREPOSITION | c.TIME | c.ADVERB | c.AND))
    return Part(i, i + 1), Part(i + 1, i + 3 if plain else object_end(sentence, i + 3, stop))


def _left(sentence: Sentence, i: int, stop: int) -> tuple[Part, Part] | None:
    """Did not respond to a request; has not returned calls."""
    low, kinds = sentence.low, sentence.kinds
    near = low[max(0, i - FARTHEST) : i]
    if _NEGATIONS.isdisjoint(near) or i + 1 >= stop or kinds[i + 1] & c.MARK:
        return None
    first = next(k for k in range(i - 1, -1, -1) if low[k] in _NEGATIONS)
    while first and kinds[first - 1] & c.AUXILIARY:
        first -= 1
    at = i + 2 if low[i + 1] in ("to", "on") and i + 2 < stop else i + 1
    if kinds[at] & (c.CONJUNCTION | c.AND) or (at == i + 1 and low[i].startswith(("respond", "repl", "comment"))):
        return None
    words = Part(at, object_end(sentence, at, stop))
    if not low[i].startswith("comment") and _ASKED.isdisjoint(low[words.first : words.last]):
        return None
    return Part(first, i + 1), words


def _unreached(sentence: Sentence, i: int, stop: int) -> tuple[Part, Part] | None:
    """Could not be reached for comment."""
    low = sentence.low
    if i < 2 or low[i - 1] not in ("be", "immediately") or _COULD_NOT.isdisjoint(low[max(0, i - 4) : i]):
        return None
    first = i
    while first and sentence.kinds[first - 1] & (c.AUXILIARY | c.ADVERB):
        first -= 1
    for_ = low[i + 1 : i + 3] == ["for", "comment"] and i + 3 <= stop
    return Part(first, i), Part(i, i + 3 if for_ else i + 1)


def _nothing(sentence: Sentence, i: int) -> tuple[Part, Part] | None:
    """Had no comment; offered no immediate comment."""
    low = sentence.low
    no = next((k for k in (i - 1, i - 2) if k > 0 and low[k] == "no"), None)
    if no is None or low[no - 1] not in TAKEN_BY["had no"]:
        return None
    return Part(no - 1, no), Part(no, i + 1)
