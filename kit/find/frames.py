"""Cue frames: a cue verb, who its subject is, and where its content can stand.

* subject before the cue (the mayor said), after it (said the mayor), by a passive (was told by the mayor);
* prepositions that attribute (according to the mayor, per the report);
* a noun phrase is found by what it cannot hold, not by a parser: it ends at verbs, clause words and most punctuation.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kit.find import classes as c
from kit.find.cue_nouns import WITH_WORD, is_noun
from kit.find.cues import CUES, Cue
from kit.find.sentences import Sentence
from kit.find.subjects import (
    LONGEST,
    Part,
    clause_subject,
    finite,
    phrase_after,
    phrase_before,
    subject_before,
    verb_subject,
)
from kit.lexicon import words

__all__ = [
    "Frame",
    "Part",
    "frames",
    "fronted_end",
    "phrase_after",
    "phrase_before",
]


NESTED = 3
"""Words between a cue and the subject of the clause that it introduces (said that even she)."""
WINDOW = 80
"""Words looked at for the clause around a cue: longer sentences are lists or no prose."""
FRAMES = 12
"""Cues before one that it can share a subject with."""
LEAD = 6
"""Words of a lead before a clause that sets the scene (Last week, as …): longer ones are clauses themselves."""
_SETS_SCENE = frozenset({"when", "while", "as", "after", "before", "once"})
_NOT = frozenset({"not", "never", "n't", "cannot"})
_FRONTS = c.ING | c.ED | c.CONJUNCTION
_ASKED = frozenset({"asked", "told", "pressed", "questioned"})
_PERCEIVED = frozenset({"heard", "seen", "quoted", "recorded", "filmed", "shown"})
_NEVER_TURNS = frozenset({"tell", "inform", "remind", "assure", "brief", "implore", "press"})
_NAMING = words("speakers", "verbs of naming")
_TAKES_NAMED = frozenset({"what", "which", "who", "whom", "that"})
_PRINT_SAYS = frozenset({"say", "read"})
"""What a letter or a sign does; other verbs have such nouns as objects."""
_OBJECTS = frozenset({"me", "him", "them", "us", "himself", "herself", "themselves"})
_NO_SUBJECT = frozenset({"no", "so", "yes", "nothing", "little", "much", "something", "otherwise"})
_NO_HEAD = c.MARK | c.QUOTATION | c.AND | c.PREPOSITION | c.CONJUNCTION | c.ADVERB | c.TIME | c.OBJECT
_CLOSES = c.MARK | c.QUOTATION
"""What stands right before a cue whose subject comes after it."""
_CAUSING = words("speakers", "verbs of causing")
_HELPS = c.AUXILIARY | c.ADVERB
_ATTRIBUTING = frozenset({"according", "per", "words"})


_PRONOUNS = frozenset({"he", "she", "they", "i", "we", "you", "it"})
_PASTS = frozenset({"past", "participle"})
_MAY_LEAD = c.CUE | c.TELLS
_MAY_BE_FINITE = c.AUXILIARY | c.CUE | c.VERB | c.ED
_NEVER_PLAIN = frozenset(form for form, cue in CUES.items() if cue.lemma in WITH_WORD) | {"known"}
"""Cues that ask for a look at the word after them."""


class Frame(NamedTuple):
    """A cue in a sentence. ``cue`` takes in auxiliaries; ``subject`` is who speaks, where the sentence says."""

    cue: Part
    subject: Part | None
    pattern: str
    verb: Cue | None
    negated: bool


_new = tuple.__new__  # as in `kit.find.phrases`
_cue = CUES.get


def frames(sentence: Sentence) -> list[Frame]:
    """Every cue frame of a sentence, in order."""
    low = sentence.low
    found: list[Frame] = []
    for i in [i for i, kind in enumerate(sentence.kinds) if kind & _MAY_LEAD]:
        cue = _cue(low[i])
        if cue and i and low[i - 1] in _PRONOUNS and (frame := _after_pronoun(sentence, i, cue)):
            found.append(frame)
        elif cue and not is_noun(sentence, i, cue):
            found.append(_around(sentence, i, cue, found))
        elif low[i] in _ATTRIBUTING and (size := _attributes(sentence, i)):
            found.append(
                Frame(Part(i, i + size), phrase_after(sentence, i + size), "according to", None, negated=False)
            )
    return found


def _after_pronoun(sentence: Sentence, i: int, cue: Cue) -> Frame | None:
    """The frame of a past form right after a pronoun that is its subject (he said): what the general rules find, sooner."""
    kinds, low = sentence.kinds, sentence.low[i]
    if cue.form not in _PASTS or sentence.word[i] != low or low in _NEVER_PLAIN or kinds[i - 1] != c.PRONOUN:
        return None
    if i > 1 and kinds[i - 2] & _MAY_BE_FINITE:
        return None
    return _new(Frame, (_new(Part, (i, i + 1)), _new(Part, (i - 1, i)), "subject, cue", cue, False))


def _attributes(sentence: Sentence, i: int) -> int:
    """How many words an attributing preposition takes: according to; in the words of; per; none if it is no such."""
    low = sentence.low
    if low[i] == "per":
        return int(i == 0 or bool(sentence.kinds[i - 1] & c.COMMA))
    if low[i] == "words":
        return 2 if low[i + 1 : i + 2] == ["of"] and i > 1 and low[i - 2 : i] == ["in", "the"] else 0
    return 2 if low[i + 1 : i + 2] == ["to"] else 0


def _around(sentence: Sentence, i: int, cue: Cue, earlier: Sequence[Frame]) -> Frame:
    """The frame of the cue at word ``i``; ``earlier`` are those before it."""
    first = _group(sentence, i) if i and sentence.kinds[i - 1] & _HELPS else i
    pattern, subject = _subject(sentence, first, i, cue, earlier)
    negated = first < i and _negated(sentence.low[first:i])
    return _new(Frame, (_new(Part, (first, i + 1)), subject, pattern, cue, negated))


def _negated(group: Sequence[str]) -> bool:
    return not _NOT.isdisjoint(group) or any(word.endswith(("n't", "n’t")) for word in group)


def _group(sentence: Sentence, i: int) -> int:
    """Where the cue's verb group begins, with its auxiliaries and adverbs (has also said)."""
    kinds, first = sentence.kinds, i
    while first and kinds[first - 1] & _HELPS and sentence.word[first - 1][0].islower():
        determiner = kinds[first - 1] & c.DETERMINER and not kinds[first - 1] & c.AUXILIARY
        if determiner and first > 1 and not kinds[first - 2] & c.MARK:
            break
        if first > 1 and sentence.low[first - 2] == "the" and not kinds[first - 1] & c.AUXILIARY:  # the first said
            break
        first -= 1
    return first


def _subject(sentence: Sentence, first: int, i: int, cue: Cue, earlier: Sequence[Frame]) -> tuple[str, Part | None]:
    """The pattern of a cue and its subject, by the cue's form and what stands around it."""
    be = first < i and any(map(c.BE.__and__, sentence.kinds[first:i]))
    if be and cue.form in ("past", "participle"):
        by = i + 1 < len(sentence.low) and sentence.low[i + 1] == "by"
        return "passive", phrase_after(sentence, i + 2) if by else None
    known = _shared(sentence, earlier[-FRAMES:]) if earlier else None
    if earlier and not known and _joined(sentence, earlier[-1], first - 1):
        known = earlier[-1].subject  # a plan which the mayor called bad and promised to end
    if cue.form == "ing" and not be:
        return "participle", _of_participle(sentence, first, known, earlier)
    if first and sentence.low[first - 1] == "to" and cue.form in ("base", "past"):
        return "infinitive", _of_infinitive(sentence, first, known)
    return _of_finite(sentence, first, i, cue, known)


def _of_finite(sentence: Sentence, first: int, i: int, cue: Cue, known: Part | None) -> tuple[str, Part | None]:
    """The subject of a finite cue: before it, or after it where the order is turned round (…, said the mayor)."""
    before = sentence.kinds[first - 1] if first else c.MARK
    quoted = before & c.QUOTATION and cue.lemma not in _NEVER_TURNS  # "…" asked the mayor
    turns = before & _CLOSES and first == i and cue.form in ("past", "s") and ("whom" not in cue.takes or quoted)
    after = _turned(sentence, i, cue) if turns else None
    if after and _inverted(sentence, first, cue, after):
        return "cue, subject", after
    subject = subject_before(sentence, first, known)
    if (
        not subject
        and first > 1
        and (before & c.QUOTATION or (after and before & c.COMMA and _has_verb(sentence, after)))
    ):
        subject = clause_subject(sentence, first - 1)  # The mayor, citing "…," said
    if subject:
        if cue.lemma in _NAMING and cue.form == "past" and first == i and _is_named(sentence, subject, i):
            return "no subject", None
        return "subject, cue", subject
    if after and "object" not in cue.takes and not _has_verb(sentence, after):
        return "cue, subject", after
    return "no subject", None


def _has_verb(sentence: Sentence, subject: Part) -> bool:
    """Whether a verb follows a phrase: the phrase is its subject."""
    return subject.last < len(sentence.kinds) and finite(sentence, subject.last)


def _is_named(sentence: Sentence, subject: Part, i: int) -> bool:
    """Whether a naming verb right before a quotation tells what the noun before it is named: a film called "…"; but: what
    the mayor called "…"."""
    if (
        i + 1 >= len(sentence.kinds)
        or not sentence.kinds[i + 1] & c.QUOTATION
        or sentence.kinds[subject.first] & c.PRONOUN
        or sentence.word[i - 1][0].isupper()
        or sentence.low[i - 1].endswith("s")
    ):
        return False
    return _TAKES_NAMED.isdisjoint(sentence.low[max(0, subject.first - LONGEST) : i])


def _turned(sentence: Sentence, i: int, cue: Cue) -> Part | None:
    """The phrase after a cue that may be its subject; no "me" or "him", which are never one."""
    first = i + 1 + (cue.lemma in WITH_WORD)
    if first < len(sentence.low) and sentence.low[first] in _OBJECTS:
        return None
    return phrase_after(sentence, first)


def _of_infinitive(sentence: Sentence, first: int, known: Part | None) -> Part | None:
    """Who is to say it: whoever was led, asked or told to (led her to declare), else the subject of the clause."""
    if first > 1 and sentence.kinds[first - 2] & c.OBJECT:
        return Part(first - 2, first - 1)
    moved = phrase_before(sentence, first - 1)
    if moved and moved.first and sentence.low[moved.first - 1] in _CAUSING:
        return moved
    verb = first - 2 - (sentence.low[first - 2] == "not")  # chose not to say
    governs = verb > 0 and finite(sentence, verb) and not sentence.kinds[verb] & c.BE
    return (verb_subject(sentence, verb + 1) if governs else None) or known or clause_subject(sentence, first - 1)


def _joined(sentence: Sentence, frame: Frame, join: int) -> bool:
    """Whether the word ``join`` is an "and" that no comma parts from a cue before it."""
    return join > 0 and sentence.low[join] == "and" and "," not in sentence.low[frame.cue.last : join]


def _shared(sentence: Sentence, earlier: Sequence[Frame]) -> Part | None:
    """The subject that a later cue of the sentence can share: of the last cue that hangs on no other."""
    found: Frame | None = None
    fronted = fronted_end(sentence)
    for frame in earlier:
        if not frame.subject or frame.pattern in ("according to", "infinitive") or frame.cue.last <= fronted:
            continue
        first = frame.subject.first
        if sentence.kinds[first] & c.RELATIVE or (first and sentence.kinds[first - 1] & c.RELATIVE):
            continue
        if found and 0 <= first - found.cue.last <= NESTED:
            gap = sentence.low[found.cue.last : first]
            if not gap or "that" in gap:
                continue
        found = frame
    return found.subject if found else None


def fronted_end(sentence: Sentence) -> int:
    """Where a clause that opens the sentence ends (As the crowd began to chant, she …); -1 if none does."""
    kinds, low = sentence.kinds, sentence.low
    opens = (kinds[0] & _FRONTS or low[0] in _ASKED) and low[0] not in ("but", "yet", "so")
    if not opens and _SETS_SCENE.isdisjoint(low[2 : LEAD + 1]):  # nearly always
        return -1
    start = low[:WINDOW]
    if "," not in start:
        return -1
    comma = start.index(",")
    if opens:
        return -1 if low[0] == "as" and kinds[comma - 1] & c.FINITE else comma  # As the paper reported, …
    if comma < LEAD and comma + 1 < len(kinds) and low[comma + 1] in _SETS_SCENE:  # Last week, as she began to speak, …
        return start.index(",", comma + 1) if "," in start[comma + 1 :] else -1
    return -1


def _inverted(sentence: Sentence, first: int, cue: Cue, after: Part) -> bool:
    """Whether the phrase after the cue is its subject: what goes before is the speech (…, said the mayor.)."""
    kinds, name = sentence.kinds, sentence.word[after.first][0].isupper()
    follows = kinds[after.last] if after.last < len(kinds) else c.MARK
    if _has_verb(sentence, after):
        return False
    ends = bool(follows & (c.MARK | c.PREPOSITION | c.RELATIVE | c.TIME | c.AND))
    if ("object" in cue.takes and not (ends or name)) or sentence.low[after.first] in _NO_SUBJECT:
        return False
    if cue.lemma not in _PRINT_SAYS and kinds[after.last - 1] & c.SPEECH and not kinds[first - 1] & c.QUOTATION:
        return False  # …, who was there, tweeted a warning
    at = first - 1 if first > 1 and kinds[first - 1] & c.COMMA else first
    if at and kinds[at - 1] & c.QUOTATION:
        return True
    if at == first or "object" in cue.takes:
        return False
    parenthetical = name and after.last - after.first > 1 and bool(follows & c.COMMA)  # The plan, says Ann Lee, is …
    return ends and (parenthetical or _is_clause(sentence, at))


def _is_clause(sentence: Sentence, stop: int) -> bool:
    """Whether the words before a comma hold a verb, and do not just describe a subject (…, who was there, said)."""
    comma = next((k for k in range(stop - 1, max(-1, stop - WINDOW), -1) if sentence.kinds[k] & c.COMMA), -1)
    end = comma if comma >= 0 and sentence.kinds[comma + 1] & c.RELATIVE else stop
    return any(finite(sentence, k) for k in range(max(0, end - WINDOW), end))


def _of_participle(sentence: Sentence, first: int, known: Part | None, earlier: Sequence[Frame]) -> Part | None:
    """Who is saying: the noun right before (a letter saying), or the subject of the clause that it hangs on."""
    before = sentence.kinds[first - 1] if first else c.MARK
    if first and sentence.low[first - 1] in _PERCEIVED:  # he can be heard saying
        return subject_before(sentence, _group(sentence, first - 1), known)
    if first and not before & _NO_HEAD:
        return _of_noun(sentence, first, earlier[-FRAMES:]) or known or clause_subject(sentence, first)
    if first > 1 and sentence.low[first - 1] == "as" and sentence.low[first - 2] != "well":
        return phrase_before(sentence, first - 1) or known or clause_subject(sentence, first - 1)
    if first == 0:  # Saying that …, the mayor left
        comma = next((k for k, kind in enumerate(sentence.kinds[:LONGEST]) if kind & c.COMMA), None)
        return phrase_after(sentence, comma + 1) if comma else None
    return known or clause_subject(sentence, first)


def _of_noun(sentence: Sentence, first: int, earlier: Sequence[Frame]) -> Part | None:
    """Who is saying, where a noun stands right before: a letter saying; but: she put out a statement saying."""
    phrase = phrase_before(sentence, first)
    if phrase and (hearer := next((f for f in earlier if f.cue.last == phrase.first), None)):
        return hearer.subject or phrase  # wrote to members, saying
    if phrase and phrase.first and sentence.kinds[phrase.last - 1] & c.SPEECH:
        object_ = not sentence.kinds[phrase.first - 1] & c.MARK or sentence.kinds[phrase.first] & c.ING
        # she put out a statement saying; …, carrying signs saying
        return (object_ and clause_subject(sentence, phrase.first)) or phrase
    return phrase
