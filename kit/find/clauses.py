"""Where the content of reported speech ends, by the words it cannot go across.

* a further cue of the same speaker (…, adding that), a contrast or an aside of the outlet's own;
* the main clause after a leading one (When she said …, he left), the verb after a relative one;
* a noun phrase ends sooner than a clause, at most things that a comma parts from it.
"""

from __future__ import annotations

from kit.find import classes as c
from kit.find.circumstances import past_circumstances
from kit.find.cues import CUES
from kit.find.reporting import TAKEN_BY
from kit.find.sentences import Sentence
from kit.find.subjects import finite, phrase_after

__all__ = ["clause_end", "has_verb", "object_end", "words_end"]

_STARTS = c.DETERMINER | c.PRONOUN
_ASIDE = c.ADVERB | c.AUXILIARY | c.PREPOSITION | c.CONJUNCTION | c.AND
_VERBS = c.AUXILIARY | c.VERB | c.FINITE | c.ED
_PARTS_OBJECT = (
    c.DETERMINER | c.PRONOUN | c.RELATIVE | c.CUE | c.ADVERB | c.CONJUNCTION | c.QUOTATION | c.ING | c.AUXILIARY
)
_PARTS_AFTER_AND = c.DETERMINER | c.PRONOUN | c.CUE | c.ED | c.AUXILIARY | c.VERB
_NO_SPEECH = TAKEN_BY["no speech"]
_THERE = TAKEN_BY["there"]
_NO_FINITE = frozenset({"'s", "’s", "not", "never", "being", "been", "be", "having"})
_TELLS = frozenset({"that", "quote", "object"})
_JOINS = frozenset({"and", "but"})
_DASHES = frozenset({"—", "–", "--", "-"})
_CONCEDES = frozenset({"while", "although", "whereas"})
_RELATIVES = frozenset({"which", "who", "whose", "a", "an"})
_AFTER_DASH = frozenset({"though", "although", "even", "but"})
_EVEN = frozenset({"though", "as", "while"})
_ENDS_OBJECT = frozenset({"when", "while", "during", "after", "before"})
_WHEN = frozenset({"on", "in", "at"})
_CLOSING = frozenset({";", ":", "("})
_PARTS = c.COMMA | c.BREAK
_MAY_END_CLAUSE = _PARTS | c.AND | c.CONJUNCTION | c.QUOTATION
_MAY_END_OBJECT = _PARTS | c.AND | c.CONJUNCTION | c.PREPOSITION
"""What the words that end a clause or a noun phrase can be: the others are not looked at."""
_NO_MAIN_CLAUSE = c.RELATIVE | c.CONJUNCTION | c.AND | c.PREPOSITION | c.ING | c.ED
LONGEST = 150
"""Words that content may have: twice the longest seen, so that a text without full stops is no single quotation."""
FARTHEST = 60
"""Words looked over for what closes an aside that a comma or dash opens."""
REACH = 14
"""Words looked over for a verb that makes a clause of what follows a cue without "that"."""


def words_end(sentence: Sentence) -> int:
    """One past the sentence's last word, without the marks that close it."""
    kinds = sentence.kinds
    last = len(kinds)
    while last and kinds[last - 1] & c.MARK:
        last -= 1
    return last


def has_verb(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether a finite verb follows soon enough to make a clause of what begins here."""
    kinds, low = sentence.kinds, sentence.low
    if first >= stop:
        return False
    if _subject_alone(kinds[first]) or low[first] in _THERE:
        return True
    relative = False
    for k in range(first + 1, min(stop, first + REACH)):
        kind = kinds[k]
        relative = relative or bool(kind & c.RELATIVE) or low[k] == "that"
        if kind & c.AUXILIARY and low[k] not in _NO_FINITE and sentence.word[k] != "May":
            if not relative:
                return True
            relative = False  # the relative clause has its verb: the next one is the main verb
        elif not relative and _begins_predicate(sentence, k):
            return True
        if kind & c.BREAK and low[k] != ".":
            return False
    return False


def _subject_alone(kind: int) -> bool:
    """Whether a word can only be a subject (he, they)."""
    return bool(kind & c.PRONOUN) and not kind & (c.OBJECT | c.DETERMINER)


def _begins_predicate(sentence: Sentence, k: int) -> bool:
    kind, before = sentence.kinds[k], sentence.kinds[k - 1]
    if kind & (c.VERB | c.FINITE):
        return not before & (c.DETERMINER | c.PREPOSITION | c.AND) and sentence.low[k - 1] != "to"
    return _subject_alone(kind) and bool(before & c.COMMA)


def clause_end(sentence: Sentence, first: int, stop: int, form: str = "past", leading: str = "") -> int:
    """Where a clause that begins at word ``first`` ends, told by a cue of this ``form``. ``leading``: what is still to
    come after it, the sentence's "main" clause, or the "verb" of a subject that a relative clause parts from it."""
    kinds, low = sentence.kinds, sentence.low
    stop = min(stop, first + LONGEST)
    for k in [k for k in range(first + 1, stop - 1) if kinds[k] & _MAY_END_CLAUSE]:
        if kinds[k] & _PARTS:
            if _turns(sentence, k, stop, form) or (
                leading and kinds[k] & c.COMMA and _resumes(sentence, k + 1, stop, leading)
            ):
                return k
        elif kinds[k] & c.QUOTATION:
            verb = _verb_of_subject(sentence, k + 1, stop)
            if verb and (leading == "main" or _attributes(sentence, verb, stop)):  # Asked about “…,” the mayor said
                return k + 1
        elif (
            low[k] in _JOINS and not kinds[k - 1] & _PARTS and k + 2 < stop and _tells_on(sentence, first, k + 1, form)
        ):
            return k
    return stop


def _tells_on(sentence: Sentence, first: int, k: int, form: str) -> bool:
    """Whether the same or another speaker tells more after a bare "and": … and said; … and Ann Lee said."""
    if _goes_on_telling(sentence, k, form):
        return True
    told = sentence.word[k][0].isupper() and _another_tells(sentence, k)
    return told and any(finite(sentence, j) for j in range(first, k - 1))  # not: said Ann and Bo deny it


def _another_tells(sentence: Sentence, k: int) -> bool:
    """Whether a new subject with a cue begins at a word: …, and the board said."""
    kinds = sentence.kinds
    verb = _verb_of_subject(sentence, k, len(kinds))
    if (
        not verb
        or kinds[k] & c.PRONOUN
        or not (kinds[verb] & c.FINITE or (kinds[verb] & c.CUE and kinds[verb] & c.ING))
    ):
        return False
    cue = CUES[sentence.low[verb]]
    return cue.strength != "thinking" and not _TELLS.isdisjoint(cue.takes)


def _verb_of_subject(sentence: Sentence, k: int, stop: int) -> int:
    """Where the verb of a subject stands that begins at a word; 0 where none does."""
    if not (sentence.kinds[k] & _STARTS or sentence.word[k][0].isupper()):
        return 0
    subject = phrase_after(sentence, k, stop)
    if not subject or subject.last >= stop:
        return 0
    absolute = sentence.kinds[subject.last] & c.CUE and sentence.kinds[subject.last] & c.ING  # with the board saying
    return subject.last if absolute or finite(sentence, subject.last) else 0


def _attributes(sentence: Sentence, verb: int, stop: int) -> bool:
    """Whether a verb is a cue with nothing that it tells after it: “…,” the mayor said on Monday."""
    if not sentence.kinds[verb] & c.CUE:
        return False
    return past_circumstances(sentence, verb + 1, stop) >= stop or bool(sentence.kinds[verb + 1] & c.COMMA)


def _turns(sentence: Sentence, mark: int, stop: int, form: str) -> bool:
    """Whether a comma, dash or colon ends the content: what follows is a further cue or the outlet's own."""
    sign, kind = sentence.low[mark], sentence.kinds[mark + 1]
    if sign == ";" or (sign == ":" and kind & c.QUOTATION):
        return True
    if sentence.low[mark + 1] in _JOINS:
        return mark + 2 < stop and _turns_at_join(sentence, mark + 1, form)
    if sign == ",":
        return bool(kind & c.CUE and kind & c.ING) or _turns_at_comma(sentence, mark + 1, stop, form)
    return sign in _DASHES and _turns_at_dash(sentence, mark + 1, stop)


def _turns_at_join(sentence: Sentence, join: int, form: str) -> bool:
    """…, and said; …, but he left; …, but the trams ran."""
    if _goes_on_telling(sentence, join + 1, form):
        return True
    kind = sentence.kinds[join + 1]
    if _another_tells(sentence, join + 1):
        return True
    return bool(kind & c.PRONOUN) or (sentence.low[join] == "but" and not kind & _ASIDE)


def _turns_at_comma(sentence: Sentence, k: int, stop: int, form: str) -> bool:
    """…, although it was late; …, which is run by the city (but not: the line, which is old, will close)."""
    word, kinds = sentence.low[k], sentence.kinds
    if word == "with" and k + 2 < stop and _another_tells(sentence, k + 1):
        return True
    if word in _CONCEDES or (word == "even" and not _EVEN.isdisjoint(sentence.low[k + 1 : k + 2])):
        return True
    if word in _RELATIVES:
        return not any(kinds[m] & c.COMMA and kinds[m + 1] & _VERBS for m in range(k, min(stop - 1, k + FARTHEST)))
    return _goes_on_telling(sentence, k, form)


def _turns_at_dash(sentence: Sentence, k: int, stop: int) -> bool:
    """… — a claim that nobody shares (but not: the line — a short one — will close)."""
    if not sentence.kinds[k] & _STARTS and sentence.low[k] not in _AFTER_DASH:
        return False
    return _DASHES.isdisjoint(sentence.low[k : min(stop, k + FARTHEST)])


def _goes_on_telling(sentence: Sentence, k: int, form: str) -> bool:
    """Whether a word is a cue with the same subject: … and said, … but added, … but did not suggest."""
    kinds, low = sentence.kinds, sentence.low
    helped = False
    while k + 1 < len(low) and kinds[k] & (c.ADVERB | c.AUXILIARY) and not kinds[k] & (c.DETERMINER | c.PREPOSITION):
        helped = helped or bool(kinds[k] & c.AUXILIARY)
        k += 1
    if not kinds[k] & c.CUE:
        return False
    cue = CUES[low[k]]
    return cue.lemma not in _NO_SPEECH and (cue.form == form or (helped and cue.strength != "thinking"))


def _resumes(sentence: Sentence, k: int, stop: int, leading: str) -> bool:
    """Whether what a clause led to can begin here: the main clause, or the verb of its subject."""
    kind = sentence.kinds[k]
    if leading == "verb":
        return bool(kind & _VERBS) or sentence.low[k] == "not"
    if kind & _NO_MAIN_CLAUSE and not kind & _STARTS:
        return False
    starts = kind & _STARTS or sentence.low[k] in _THERE or sentence.word[k][0].isupper()
    return bool(starts) or has_verb(sentence, k, stop)


def object_end(sentence: Sentence, first: int, stop: int, form: str = "past") -> int:
    """Where a noun phrase with its modifiers ends."""
    kinds, low = sentence.kinds, sentence.low
    stop = min(stop, first + LONGEST)
    for k in [k for k in range(first + 1, stop - 1) if kinds[k] & _MAY_END_OBJECT]:
        word = low[k]
        if kinds[k] & _PARTS:
            if word != "." and _parts_object(sentence, k, stop):
                return k
        elif (
            word in _ENDS_OBJECT
            or (word in _JOINS and _goes_on_telling(sentence, k + 1, form))
            or (word in _WHEN and past_circumstances(sentence, k, stop) > k)
        ):
            return k
    return stop


def _parts_object(sentence: Sentence, mark: int, stop: int) -> bool:
    """Whether a mark ends a noun phrase, and does not just part the things it lists."""
    kinds, low = sentence.kinds, sentence.low
    if low[mark] in _CLOSING or kinds[mark + 1] & _PARTS_OBJECT:
        return True
    return low[mark + 1] in _JOINS and mark + 2 < stop and bool(kinds[mark + 2] & _PARTS_AFTER_AND)
