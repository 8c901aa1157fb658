"""How words name a speaker: a pronoun, a name with its titles, a role, a body, a group.

* :func:`naming` reads the words of one speaker span, without the article;
* the answer says what can be looked up: a name and its titles, the noun of a role, the parts of a pair;
* it depends on nothing but the words, so that each span is read once.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kit.find.names import (
    FUNCTION,
    GIVEN,
    OFFICES,
    OPENERS,
    OWNING,
    PARTICLES,
    ROLES,
    Person,
    gendered,
    person,
    unowned,
)
from kit.lexicon import words

__all__ = ["EPITHETS", "PRONOUNS", "Naming", "naming"]

_BODIES = words("people-organisations", "bodies")
_THINGS = _BODIES | words("people-organisations", "carriers", "things")
EPITHETS = words("people", "epithets")
"""Nouns that take somebody up again without naming an office: "the billionaire", "the retired teacher"."""
_INDEFINITE = frozenset(
    [
        "a",
        "an",
        "one",
        "another",
        "some",
        "several",
        "many",
        "most",
        "any",
        "few",
        "both",
        "others",
        "each",
        "every",
        "two",
        "three",
        "four",
        "five",
        "six",
        "dozens",
        "hundreds",
        "thousands",
        "no",
        "more",
        "other",
        "certain",
    ]
)
_POSSESSIVE = frozenset(("his", "her", "their", "its", "our", "my", "your"))
_OPENING = _INDEFINITE | _POSSESSIVE
_PARTING = words("grammar", "prepositions", "relatives") | frozenset(
    [
        "to",
        "now",
        "then",
        "here",
        "there",
        "himself",
        "herself",
        "themselves",
        "itself",
        "familiar",
        "close",
        "involved",
        "including",
        "alike",
    ]
)
_PLURALS = frozenset(("people", "men", "women", "children", "police", "staff", "media", "parents", "both", "press"))
_CUT = re.compile(r"[,;:(\[—–]|-(?=[- ])|(?<= )wh(?:o|ich|ose) ")
_BRACKETS = re.compile(r"\s*\([^()]{0,60}\)")
_AND = re.compile(r"\s+(?:and|&|or)\s+", re.IGNORECASE)
_LIST = re.compile(r",\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+")
_EDGE = " \t\r\n\xa0.,;:!?\"“”'‘’()[]"

PRONOUNS = {
    **dict.fromkeys(("he", "him", "himself", "his"), "man"),
    **dict.fromkeys(("she", "her", "herself", "hers"), "woman"),
    **dict.fromkeys(("they", "them", "themselves", "their"), "plural"),
    **dict.fromkeys(("it", "itself", "its"), "body"),
    **dict.fromkeys(("i", "we", "me", "us", "you", "my", "our", "myself"), "outlet"),
    **dict.fromkeys(("who", "which", "that", "whom", "whose"), "relative"),
}
"""Pronouns that can be a speaker, with what they can stand for."""


class Naming(NamedTuple):
    """How a speaker is named. ``form``: pronoun, full, short, body, bodies
    ("the company"), role, group, thing, unnamed, both. ``name``: the name
    without what stands around it; ``noun``: the head of a role; ``others``: the words that narrow the role down."""

    form: str
    name: str
    person: Person | None = None
    gender: str = ""
    plural: bool = False
    noun: str = ""
    others: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ()


@lru_cache(maxsize=8192)
def naming(speaker: str) -> Naming:
    """How the words of a speaker span name somebody. Takes any text."""
    given = (_BRACKETS.sub("", speaker) if "(" in speaker else speaker).strip(_EDGE)
    if (pronoun := PRONOUNS.get(given.lower())) is not None:
        return Naming("pronoun", given, gender=pronoun, plural=pronoun == "plural")
    cut = _CUT.search(given)
    head = given[: cut.start()].rstrip() if cut and cut.start() else given
    if cut and (" and " in given[cut.start() :]) and (listed := _listed(given)):
        return listed
    joined = " and " in head or " & " in head or " or " in head or " AND " in head
    if joined and len(parts := _AND.split(head)) > 1 and (both := _both(head, parts)):
        return both
    return _one(given, head)


def _listed(given: str) -> Naming | None:
    """Three or more names in a row."""
    parts = _LIST.split(given)
    known = [naming(part) for part in parts] if 2 < len(parts) < 6 else []
    if known and all(one.form in ("full", "short") for one in known):
        return Naming("both", given, plural=True, parts=tuple(parts))
    return None


def _both(head: str, parts: list[str]) -> Naming | None:
    """Two or more named together; None where "and" stands inside one name."""
    known = [naming(part) for part in parts]
    if all(one.form in ("full", "short", "pronoun") for one in known) and len(parts) < 5:
        return Naming("both", head, plural=True, parts=tuple(parts))
    body = any(one.form == "body" for one in known[:1]) and known[-1].form in ("body", "full", "short")
    return None if body else Naming("group", head, plural=True)


def _one(given: str, head: str) -> Naming:
    tokens = head.split()
    if not tokens:
        return Naming("unnamed", given)
    low, stop = [token.lower() for token in tokens], len(tokens)
    if not _PARTING.isdisjoint(low):
        stop = next((k for k in range(1, stop) if low[k] in _PARTING), stop)
    core, begin = tokens[:stop], low[0]
    article = begin in ("the", "this", "that") and stop > 1
    if begin in _OPENING:
        return _common(given, core, definite=False)
    if stop < len(tokens) and low[stop - 1] in OFFICES and (found := _after_office(tokens)):
        return found
    if article:
        core = core[1:]
    last = unowned(core[-1])
    if not last[:1].isupper() or (
        last.lower() in ROLES and core[0].lower() not in GIVEN and (len(core) > 1 or article)
    ):
        return _common(given, core, definite=article or last[:1].isupper())
    return _proper(tokens[article:], core, article=article)


def _after_office(tokens: list[str]) -> Naming | None:
    """The name after an office of several words: Secretary of State Pat Doe, Chief of Staff Doe."""
    first = _unnamed(tokens)
    found = person(" ".join([*tokens[first:-1], unowned(tokens[-1])])) if len(tokens) - first > 1 else None
    if not found or not (found.sure or len(found.parts) == 1):
        return None
    return Naming("full" if len(found.parts) > 1 else "short", found.name, found, found.gender)


def _proper(tokens: list[str], core: list[str], *, article: bool) -> Naming:
    """A name: of a person where it can be one, else of a body."""
    run = [*core[:-1], unowned(core[-1])]
    if len(run) == 1 and (group := _plural(run[0])):
        if tokens[len(core) : len(core) + 1] == ["for"] and tokens[-1][:1].isupper():  # Nurses for Peace
            return Naming("body", " ".join(tokens))
        return group._replace(name=" ".join(tokens))
    if first := _unnamed(run):
        run = run[first:]
    if found := person(" ".join(run)):
        return _person(tokens, core, run, found, article=article)
    whole = _inside_name(tokens, len(core))
    return Naming("body", " ".join([*whole[:-1], unowned(whole[-1])]))


def _person(tokens: list[str], core: list[str], run: list[str], found: Person, *, article: bool) -> Naming:
    """A full name, or a single one where nothing says that it is a body's."""
    longer = len(tokens) > len(core)
    if len(found.parts) > 1:
        if longer and not found.sure and not _of_a_body(tokens[len(core) :]):
            return Naming("body", " ".join(tokens))
        return Naming("short" if found.parts[0] in PARTICLES else "full", found.name, found, found.gender)
    if _narrowed(run, found):  # "the State FOP", "Harbour PD"
        return Naming("body", " ".join(tokens[: len(core)]))
    if longer and found.name.lower() not in GIVEN and not found.titles:
        return Naming("short", " ".join(tokens), found, found.gender)
    if article and not found.titles:  # "the Fed" is no person
        return Naming("body", found.name)
    return Naming("short", found.name, found, found.gender)


def _of_a_body(after: list[str]) -> bool:
    """Whether somebody is said to be "of the group ..."."""
    return len(after) > 2 and after[0] == "of" and after[1] in ("the", "a") and after[2].lower() in _BODIES


def _plural(word: str) -> Naming | None:
    """A sentence's first word or a party's: "Residents", "Democrats"."""
    low = word.lower()
    if word[1:].islower() and (low in _PLURALS or (low.endswith("s") and (low[:-1] in ROLES or low[:-1] in OPENERS))):
        return Naming("group", word, plural=True, noun=low)
    return None


def _narrowed(run: list[str], found: Person) -> bool:
    """Whether a single name has words before it that are no title, no owner and no opener: part of a body's name."""
    if len(run) == 1 or found.titles or run[-2].endswith(OWNING):
        return False
    return run[-2].lower() not in (FUNCTION if found.name.isupper() else OPENERS)


def _inside_name(tokens: list[str], stop: int) -> list[str]:
    """The words of a body's name: what follows "of" and "for" belongs to it while it has capitals."""
    last = stop
    for k in range(stop, len(tokens)):
        if tokens[k][:1].isupper():
            last = k + 1
        elif tokens[k].lower() not in ("of", "for", "and", "the", "on", "&"):
            break
    return tokens[:last]


def _unnamed(tokens: list[str]) -> int:
    """Where the words begin that are all of a name: with capitals, or particles."""
    first = len(tokens)
    while first and (tokens[first - 1][:1].isupper() or tokens[first - 1].lower() in PARTICLES):
        first -= 1
    return first


def _common(given: str, core: list[str], *, definite: bool) -> Naming:
    """A role, a body or a group without a name."""
    low = [unowned(token).lower() for token in core]
    noun = "year-old" if low[-1].endswith("year-old") else low[-1]
    gender = gendered(noun)
    plural = noun in _PLURALS or (noun.endswith("s") and not noun.endswith("ss") and noun not in ROLES)
    others = frozenset(word for word in low[:-1] if word not in FUNCTION)
    if plural:
        return Naming("group", given, plural=True, noun=noun, others=others)
    form = (
        "role"
        if (noun in ROLES or noun in EPITHETS) and definite
        else "bodies"
        if noun in _BODIES and definite
        else "unnamed"
    )
    if noun in _THINGS and form == "unnamed":
        form = "thing"
    return Naming(form, given, gender=gender, noun=noun, others=others)
