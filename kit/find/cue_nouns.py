"""Words that are cue verbs in one place and nouns in another: a report, his claims, the call.

* a determiner, a possessive or most prepositions before it make it a noun;
* an -s form must be followed by what a verb takes, a base form stand where a verb without an ending can;
* in a headline, where every word has its capital, an -s form is a verb.
"""

from __future__ import annotations

from kit.find import classes as c
from kit.find.cues import Cue
from kit.find.sentences import Sentence
from kit.lexicon import sections, words

__all__ = ["WITH_WORD", "is_noun"]

AFTER_QUOTATION = 8
"""Words between a quotation and the cue of its attribution, at most ("…," the mayor of the town points out)."""
HEADLINE_WORD, HEADLINE_SHARE = 3, 0.8
"""Letters above which a headline's words are written with a capital, and the share that are: it leaves one slip in eight."""

WITH_WORD = dict(line.split() for line in sections("speakers")["cues with a word after"])
"""Verbs that are cues only with a certain word after them."""
_MOSTLY_NOUNS = words("speakers", "mostly nouns")
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_SOMEBODY = frozenset({"all", "both", "some", "many", "one", "that"})
_ANOTHER = frozenset({"another", "each", "several", "two", "three", "four", "most", "few", "those", "these", "this"})
_HAS = frozenset({"he's", "she's", "who's", "it's", "that's", "he’s", "she’s", "who’s", "it’s", "that’s"})
_PLURALS = frozenset({"people", "men", "women", "police", "media", "public", "some", "many"})
_NEVER = words("speakers", "never nouns")
_NOUNS_IN_ING = words("speakers", "nouns in -ing")
_TELLING_LEADS = c.PRONOUN | c.AUXILIARY | c.COMMA | c.AND | c.ADVERB | c.OBJECT | c.QUOTATION
_NO_PLURAL = ("ous", "ss")
_PASTS = frozenset({"past", "participle"})
_VERB_LEADS = c.PRONOUN | c.AUXILIARY | c.RELATIVE | c.ADVERB | c.AND | c.QUOTATION | c.COMMA
_TAKEN = c.QUOTATION | c.DETERMINER | c.PRONOUN | c.OBJECT
_NOT_TAKEN = c.PREPOSITION | c.VERB | c.AUXILIARY | c.AND | c.MARK | c.CUE


def is_noun(sentence: Sentence, i: int, cue: Cue) -> bool:
    """Whether a form of a cue verb is a noun, a name or another verb at its place in a sentence."""
    lemma, form, _, _ = cue
    if i == 0 or lemma in WITH_WORD:
        return lemma in WITH_WORD and sentence.low[i + 1 : i + 2] != [WITH_WORD[lemma]]
    if sentence.word[i][0].isupper() and not (form == "s" and _in_headline(sentence)):
        return True
    if form == "ing":
        return bool(sentence.kinds[i - 1] & c.DETERMINER) or _ing_noun(sentence, i)
    if form in _PASTS:
        return _adjective(sentence, i)
    if _after_noun_leads(sentence, i, lemma):
        return True
    return _s_noun(sentence, i, lemma) if form == "s" else _base_noun(sentence, i, lemma)


def _ing_noun(sentence: Sentence, i: int) -> bool:
    """Whether a form in -ing is one of the nouns that end so: an asylum hearing; but: men warning that."""
    if sentence.low[i] not in _NOUNS_IN_ING or sentence.kinds[i - 1] & _TELLING_LEADS:
        return False
    return sentence.low[i + 1 : i + 2] != ["that"] or (i > 1 and bool(sentence.kinds[i - 2] & c.DETERMINER))


def _in_headline(sentence: Sentence) -> bool:
    """Whether most words of a sentence begin with a capital, as in a headline (Mayor Says Tram Is Late)."""
    longer = [w for w in sentence.word[:12] if len(w) > HEADLINE_WORD]
    return len(longer) > 2 and sum(w[0].isupper() for w in longer) > HEADLINE_SHARE * len(longer)


def _determined(sentence: Sentence, i: int) -> bool:
    """Whether a determiner that is no pronoun stands before the word."""
    before, low = sentence.kinds[i - 1], sentence.low[i - 1]
    return bool(before & c.DETERMINER) and not before & c.PRONOUN and low not in _SOMEBODY


def _adjective(sentence: Sentence, i: int) -> bool:
    """Whether a past form belongs to a noun: the accused man; but: another said."""
    low = sentence.low[i - 1]
    if sentence.low[i] == "known" and sentence.low[i + 1 : i + 2] == ["as"]:
        return True
    if low.endswith(_POSSESSIVE):
        return low not in _HAS
    far = i - 1 if i > 1 and (low == "so" or low.endswith("ly")) else i  # the so called, the widely reported
    return _determined(sentence, far) and sentence.low[far - 1] not in _ANOTHER


def _after_noun_leads(sentence: Sentence, i: int, lemma: str) -> bool:
    """Whether a determiner, a possessive or a preposition leads to the word: the report, her first claim, in reports."""
    before, low = sentence.kinds[i - 1], sentence.low[i - 1]
    if _determined(sentence, i) or low.endswith(_POSSESSIVE) or (before & c.PREPOSITION and low != "to"):
        return True
    if lemma in _NEVER:  # the first says
        return False
    far = i > 1 and (sentence.kinds[i - 2] & c.DETERMINER or sentence.low[i - 2].endswith(("'s", "’s")))
    return bool(before & c.ADVERB and far)


def _s_noun(sentence: Sentence, i: int, lemma: str) -> bool:
    """Whether an -s form is a plural: news reports, giving states; but: the mayor reports that."""
    kinds, low = sentence.kinds, sentence.low
    before = kinds[i - 1]
    after, word = (kinds[i + 1], low[i + 1]) if i + 1 < len(kinds) else (c.MARK, "")
    if (after & c.MARK or word == "out") and c.QUOTATION in kinds[max(0, i - AFTER_QUOTATION) : i]:
        return False  # "…," the mayor points out
    if lemma in _MOSTLY_NOUNS and not before & (c.PRONOUN | c.RELATIVE | c.QUOTATION):
        if before & (c.ING | c.VERB) and not before & c.CUE:
            return True
        if not after & _TAKEN and word not in ("that", "how"):
            return True
    if word == ":" and lemma not in _MOSTLY_NOUNS:  # as the website notes: "…"
        return False
    if sentence.word[i - 1][0].isupper() or before & (c.PRONOUN | c.RELATIVE | c.ADVERB | c.QUOTATION | c.MARK):
        return False
    return bool(after & _NOT_TAKEN) and not after & c.DETERMINER and lemma not in _NEVER


def _base_noun(sentence: Sentence, i: int, lemma: str) -> bool:
    """Whether a form without an ending is a noun: track record; but: they report, officials report, to report."""
    low = sentence.low[i - 1]
    if sentence.kinds[i - 1] & _VERB_LEADS or low == "to" or lemma in _NEVER:
        return False
    return (not low.endswith("s") or low.endswith(_NO_PLURAL)) and low not in _PLURALS
