"""Whom a pronoun stands for.

* the speaker before comes first, then the subject of the sentence, back to the second sentence before;
* sex and number must fit; they are known from titles, roles, given names and earlier pronouns;
* where two people in one sentence fit equally, nobody is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kit.find.identity import NOBODY, Answer
from kit.find.mentions import RUNS, people
from kit.find.naming import Naming
from kit.find.quotation import Rejected
from kit.find.sentences import QUOTES
from kit.lexicon import words
from kit.spans import Stretch

if TYPE_CHECKING:
    from kit.find.people import Reading

__all__ = ["Mention", "antecedent", "before_relative", "following"]

BACK = 2
"""Sentences before a pronoun in which its antecedent is looked for; those that are all quotation, or go on with a
pronoun themselves, do not count."""
FURTHEST = 8
"""Sentences looked at in all, so that a column of quotations costs no more than a paragraph."""
REACH = 1200
"""Code points of such a window that are read for names."""
MANY = 50
"""People who have spoken, from which on nobody is "the only one": few articles have more."""
RECENT = 600
"""Code points before a pronoun in which the only man or woman so far has spoken; read from examples: beyond it, the
pronoun mostly means somebody who has not spoken."""
NEARBY = 90
"""Code points after a name in which "his" or "her" tells the sex; an apposition and a verb are about so long."""
_ASKING = frozenset(("reporter", "journalist", "interviewer", "moderator", "questioner", "someone", "somebody"))
_SUBORDINATORS = words("grammar", "conjunctions") | {"after", "before", "since", "until", "as"}
_PREPOSITIONS = words("grammar", "prepositions") | {"of"}
_SUBJECT, _OBJECT, _ASIDE = "subject", "object", "aside"
_INSIDE_NAMES = words("people", "particles") | {"of", "for"}
LONGEST_NAME = 7
"""Words of a name before "who"."""
_PRONOUN = re.compile(r"\b(he|his|him|himself|she|her|hers|herself)\b")
_SEX = dict.fromkeys(("he", "his", "him", "himself"), "man") | dict.fromkeys(("she", "her", "hers", "herself"), "woman")
_LAST_WORD = re.compile(r"(\S+)\s*$")
_NOUN_PHRASE = re.compile(
    r"\b(?:an?|the|one|another|some|many|several|two|three|other|his|her|their)\s+(?:[\w’'-]+\s+){0,5}[\w’'-]+$",
    re.IGNORECASE,
)

_APPOSED = re.compile(r"(?:The|Its|Their) [a-z][a-z -]{2,30}, ")
"""How a sentence opens whose subject is named after a comma: "The operator, Harbour Metro"."""

Mention = tuple[Answer, Stretch, str]
"""Somebody named in a sentence, where, and as what: subject, object or aside."""


def antecedent(reading: Reading, read: Naming, at: int) -> Answer:
    """Whom "he", "she", "they" or "it" at a place stands for, by the sentences before."""
    same, end, unnamed = True, at, None
    for start in _sentences_back(reading, at):
        answer = _in_sentence(reading, read, start, end, same=same)
        if answer and unnamed and answer.name:
            return _either(read, unnamed, answer)
        if answer:
            return answer
        weak = ((place, one) for place, one in reading.speakers(start, end) if _fits(reading, read, one))
        unnamed = unnamed or next(weak, None)
        end, same = start, False
    if unnamed:
        return _settled(unnamed[1], read)
    if read.gender in ("man", "woman") and (only := _only_one(reading, read, at)):
        return _settled(only, read)
    return Answer(None, None, read.gender, kind="person") if read.gender in ("man", "woman") else NOBODY


def _only_one(reading: Reading, read: Naming, at: int) -> Answer | None:
    """The one person of this sex who has spoken in the article so far, and nobody whose sex is unknown."""
    if len(reading.heard) > MANY:
        return None
    fits = [one for one in reading.heard if (one.gender or read.gender) == read.gender]
    if len(fits) != 1 or not fits[0].gender:
        return None
    if all(one.known is not fits[0] for _, one in reading.speakers(at - RECENT, at)):
        return None
    return Answer(fits[0].name, "pronoun", fits[0].gender, kind="person", known=fits[0])


def _either(read: Naming, unnamed: tuple[int, Answer], named: Answer) -> Answer:
    """Somebody named, against somebody without a name who spoke nearer; one who only asked gives way."""
    name = unnamed[1].name or ""
    if not _ASKING.isdisjoint(name.lower().split()):
        return named
    places = [Stretch(unnamed[0], unnamed[0] + len(name))] + ([named.known.first] if named.known else [])
    return Answer(None, None, rejected=tuple(Rejected(place, f"“{read.name}” can mean either") for place in places))


def _sentences_back(reading: Reading, at: int) -> Iterator[int]:
    """Where this sentence and those before it begin, as far back as a pronoun reaches."""
    number, back = reading.sentence(at), 0
    for n in range(number, max(-1, number - FURTHEST), -1):
        sentence = reading.page.sentences[n]
        if at - sentence.start > REACH and n != number:
            return
        yield sentence.start
        quoted = reading.source[sentence.start] in QUOTES and reading.source[sentence.end - 1] in QUOTES
        goes_on = reading.source.startswith(("He ", "She ", "His ", "Her "), sentence.start)
        back += n != number and not quoted and not goes_on
        if back == BACK:
            return


def _in_sentence(reading: Reading, read: Naming, start: int, end: int, *, same: bool) -> Answer | None:
    """The answer that one sentence gives, None where it gives none."""
    for _, spoken in reading.speakers(start, end):
        if _in_doubt(read, spoken):
            return spoken._replace(rule=None)
        if _fits(reading, read, spoken) and (spoken.kind != "unnamed" or spoken.gender):
            return _settled(spoken, read)
    if read.gender not in ("man", "woman", "person"):
        return _opening(reading, read, start, end)
    named = reading.mentioned.get((start, end))
    if named is None:
        named = reading.mentioned[start, end] = _people(reading, start, end)
    seen = [one for one in named if _fits(reading, read, one[0], sure=True)]
    seen = seen or [one for one in named if one[0].known and _fits(reading, read, one[0])]
    subjects = [one for one in seen if one[2] == _SUBJECT]
    rivals = seen if not same and any(one[2] == _OBJECT for one in seen) else subjects
    chosen = subjects if len({one[0].name for one in rivals}) == 1 and subjects else seen
    names = {one[0].name for one in chosen}
    if len(names) == 1 and (subjects or not same):
        return _settled(chosen[0][0], read)
    if len(names) > 1 and not same:
        why = f"“{read.name}” can mean either"
        places = {one[0].name: Rejected(one[1], why) for one in reversed(chosen)}
        return Answer(None, None, rejected=tuple(reversed(places.values()))[:3])
    return None


def _in_doubt(read: Naming, spoken: Answer) -> bool:
    """Whether the speaker before is somebody of whom two fitted: the pronoun cannot be surer."""
    if spoken.name or spoken.kind != "person" or read.gender not in ("man", "woman", "person"):
        return False
    return spoken.gender in ("", read.gender)


def _fits(reading: Reading, read: Naming, one: Answer, *, sure: bool = False) -> bool:
    """Whether sex and number allow it; ``sure``: the sex must be known."""
    if not one.name:
        return False
    match read.gender:
        case "plural":
            return one.plural or one.kind == "group"
        case "body":
            return one.kind == "body" or (one.kind == "" and not one.plural)
    if one.plural or one.kind in ("body", "group"):
        return False
    if read.gender == "person":
        return one.known is not None
    gender = one.gender or _gender(reading, one)
    return gender == read.gender or (not gender and not sure)


def _gender(reading: Reading, one: Answer) -> str:
    """A person's sex by the first pronoun after their name, where no other name stands between."""
    known = one.known
    if known is None:
        return ""
    if not known.gender:
        known.gender = following(reading.source, known.first.end)
    return known.gender


def following(source: str, at: int) -> str:
    """The sex that the first pronoun after a name tells, where no other name stands between."""
    end = source.find(" ", at) if source[at : at + 1] != " " else at
    after = source[end : end + NEARBY].partition("\n")[0].partition(". ")[0] if end >= 0 else ""
    found = _PRONOUN.search(after)
    return _SEX[found.group()] if found and not RUNS.search(after, 0, found.start()) else ""


def _settled(one: Answer, read: Naming) -> Answer:
    """The answer with the pronoun as its rule; the pronoun tells the sex of whom it stands for."""
    gender = one.gender or (read.gender if read.gender in ("man", "woman") else "")
    if one.known and not one.known.gender and gender:
        one.known.gender = gender
    return one._replace(rule="pronoun", gender=gender, rejected=())


def _people(reading: Reading, start: int, end: int) -> list[Mention]:
    """The people named between two offsets, each with its place and what it can be there: subject, object, aside."""
    found = []
    for run in RUNS.finditer(reading.source, max(start, end - REACH), end):
        for who, offset in people(run.group()):
            at = run.start() + offset
            answer = reading.person(who, at)
            if answer.name:
                place = _place(reading.source, start, run)
                if answer.known or answer.rule != "as given" or place != _ASIDE:
                    found.append((answer, Stretch(at, at + len(who.name)), place))
    return found


def _place(source: str, start: int, run: re.Match[str]) -> str:
    """A name is a subject at the beginning of a clause, aside after a preposition or before what it owns."""
    before = _LAST_WORD.search(source, max(start, run.start() - 30), run.start())
    word = before.group(1).lower() if before else ""
    if run.group().endswith(("'s", "’s", "s'", "s’")):
        return _ASIDE
    if not word or word[-1] in ",;:" or word in _SUBORDINATORS or word[0] in QUOTES:
        return _SUBJECT
    return _ASIDE if word in _PREPOSITIONS else _OBJECT


def _opening(reading: Reading, read: Naming, start: int, end: int) -> Answer | None:
    """The body or the people whose name opens a sentence, for "it" and "they"."""
    article = 4 if reading.source.startswith("The ", start) else 0
    if apposition := _APPOSED.match(reading.source, start, min(end, start + 80)):
        article = apposition.end() - start
    run = RUNS.match(reading.source, start + article, min(end, start + 80))
    if not run or run.end() >= end or " " not in run.group():
        return None
    answer = reading.who(run.group(), start)
    plain = answer.kind in ("body", "") and not answer.plural if read.gender == "body" else answer.plural
    return answer._replace(rule="pronoun", rejected=()) if answer.name and plain else None


def before_relative(reading: Reading, at: int) -> Answer:
    """Whom "who" or "which" stands for: the name right before it, or the noun phrase."""
    start = max(reading.starts[reading.sentence(at)] if reading.starts else 0, at - 160)
    tail = reading.source[start:at].rstrip(" ,(-–—")
    if tail.endswith((" and", " but", " or")):
        return NOBODY
    place = start + len(tail)
    if name := _closing_name(tail):
        return _relative(reading.who(name, place - len(name)))
    phrase = _NOUN_PHRASE.search(tail)
    if not phrase:
        return NOBODY
    before = tail[: phrase.start()]
    if before.rstrip().endswith(",") and (name := _closing_name(before.rstrip(" ,"))):  # Pat Doe, a doctor who
        return _relative(reading.who(name, start + phrase.start()))
    return _relative(reading.who(phrase.group(), start + phrase.start()))


def _closing_name(tail: str) -> str:
    """The words with capitals that a text ends in, over an "of" or "for" between them."""
    tokens = tail.split(" ")
    if tail.endswith("s") and tokens[-1][:-1].isupper():  # "PACs" is no name
        return ""
    k = len(tokens)
    while k and len(tokens) - k < LONGEST_NAME:
        inside = k < len(tokens) and tokens[k - 1] in _INSIDE_NAMES
        if not (tokens[k - 1][:1].isupper() or inside):
            break
        k -= 1
    while k < len(tokens) and tokens[k] in _INSIDE_NAMES:
        k += 1
    return " ".join(tokens[k:])


def _relative(answer: Answer) -> Answer:
    return answer if not answer.name or answer.rule is None else answer._replace(rule="relative")
