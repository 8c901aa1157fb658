"""A person's name in a run of words with capitals, apart from the titles before it.

* what comes before the name: titles, roles, owners, acronyms, a sentence's first words;
* what makes a run no person's name: words of bodies and places, too many words;
* sex by title, role and given name.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from kit.lexicon import words

__all__ = [
    "FUNCTION",
    "GIVEN",
    "LONGEST",
    "OFFICES",
    "OPENERS",
    "OWNING",
    "PARTICLES",
    "ROLES",
    "Person",
    "gendered",
    "person",
    "sex",
    "unowned",
]

_MEN, _WOMEN = words("people-names", "men"), words("people-names", "women")
GIVEN = words("people-names")
"""Given names."""
_TITLES_MEN, _TITLES_WOMEN = words("people", "titles of men"), words("people", "titles of women")
_ROLES_MEN, _ROLES_WOMEN = words("people", "roles of men"), words("people", "roles of women")
_SAID_MEN, _SAID_WOMEN = _TITLES_MEN | _ROLES_MEN, _TITLES_WOMEN | _ROLES_WOMEN
_TITLES = words("people", "titles", "titles of men", "titles of women")
ROLES = words("people", "roles", "roles of men", "roles of women")
"""Nouns for one person by what they are or do."""
OFFICES = _TITLES | ROLES
"""Titles and roles: what stands before a name."""
PARTICLES = words("people", "particles")
"""Parts of surnames in lower case."""
FUNCTION = words(
    "grammar", "determiners", "pronouns", "prepositions", "conjunctions", "relatives", "auxiliaries", "adverbs"
)
"""Words that no name holds, whatever their first letter."""
OPENERS = words("people", "not names") | FUNCTION
"""Words that no name begins with."""
OWNING = ("'s", "’s", "s'", "s’")
"""How an owner ends."""
_SUFFIXES, _PLACES = words("people", "suffixes"), words("people", "places")
_ALWAYS, _PERHAPS = words("people-organisations", "always"), words("people-organisations", "perhaps")
_NO_TITLES: frozenset[str] = frozenset()
_BEFORE_NAMES = (OFFICES | OPENERS) - GIVEN
LONGEST = 12
"""Words a run may have; longer ones are headings in capitals."""
_NAME, _HEADING = 5, 3
"""Parts of a name: none has more than five; with more than three and no second given name it is a heading."""


class Person(NamedTuple):
    """A run of words with capitals, read as a person: ``name`` without titles and suffix, in its ``parts``.
    ``sure``: a title, a given name or an initial says that it is a person."""

    name: str
    parts: tuple[str, ...]
    titles: frozenset[str]
    suffix: str
    gender: str
    sure: bool


@lru_cache(maxsize=8192)
def person(run: str) -> Person | None:
    """The person a run of words with capitals can name, else ``None``."""
    if run.count(" ") > LONGEST:
        return None
    parts = run.split()
    if not parts:
        return None
    parts[-1] = unowned(parts[-1])
    low = [part.rstrip(".,").lower() for part in parts]
    suffix = ""
    while len(parts) > 1 and low[-1] in _SUFFIXES:
        suffix = low.pop()
        parts.pop()
    titles = _NO_TITLES
    if begin := _first(parts, low):
        titles = _titles(low[:begin])
        parts, low = parts[begin:], low[begin:]
    if _no_person(parts, low):
        return None
    sure = bool(titles) or (len(parts) > 1 and (low[0] in GIVEN or 1 in map(len, low)))
    return Person(" ".join(parts).rstrip(","), tuple(low), titles, suffix, _gender(titles, low), sure)


def _titles(around: list[str]) -> frozenset[str]:
    """The titles and roles before a name, those before an owner apart."""
    for k in range(len(around) - 1, -1, -1):
        if around[k].endswith(OWNING):
            around = around[k + 1 :]
            break
    return OFFICES.intersection(around)


def _first(parts: list[str], low: list[str]) -> int:
    """Where the name begins: after titles, roles, openers, possessives and acronyms."""
    begin = 0
    for k, word in enumerate(low[:-1]):
        title = word in _BEFORE_NAMES and not (word in ("will", "may") and not k)
        adverb = not k and word.endswith("ly") and word not in GIVEN
        if title or adverb or word.endswith(OWNING) or (parts[k].isupper() and _acronym(parts, k)):
            begin = k + 1
    if len(low) - begin > 2 and low[begin] not in GIVEN:
        begin = next((k for k in range(begin, len(low) - 1) if low[k] in GIVEN), begin)
    return begin


def _acronym(parts: list[str], k: int) -> bool:
    """Whether a word is an acronym among words that are not; two letters with a J are somebody's initials."""
    word = parts[k]
    if not (word.isupper() and len(word) > 1 and "." not in word) or all(part.isupper() for part in parts):
        return False
    return not (len(word) == 2 and "J" in word)


def _no_person(parts: list[str], low: list[str]) -> bool:
    if len(low) == 1:
        return low[0] in OPENERS or low[0] in _ALWAYS
    if len(low) > _NAME or (parts[-1].isupper() and _acronym(parts, len(parts) - 1)):  # no name is longer
        return True
    if (
        len(low) > _HEADING and len(low[1]) > 1 and low[1] not in GIVEN and PARTICLES.isdisjoint(low)
    ):  # a heading's words
        return True
    if low[0] in GIVEN:
        return low[-1] in _ALWAYS
    return low[0] in _PLACES or not _ALWAYS.isdisjoint(low) or not _PERHAPS.isdisjoint(low)


def gendered(noun: str) -> str:
    """The sex a role's noun tells (spokeswoman), else nothing."""
    return "man" if noun in _ROLES_MEN else "woman" if noun in _ROLES_WOMEN else ""


def sex(given: str) -> str:
    """The sex that a given name (in lower case) tells, else nothing."""
    return "man" if given in _MEN else "woman" if given in _WOMEN else ""


def unowned(word: str) -> str:
    """A word without a possessive ending."""
    return word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("'’")


def _gender(titles: frozenset[str], low: list[str]) -> str:
    if titles and not _SAID_MEN.isdisjoint(titles):
        return "man"
    if titles and not _SAID_WOMEN.isdisjoint(titles):
        return "woman"
    if len(low) == 1:
        return ""
    return "man" if low[0] in _MEN else "woman" if low[0] in _WOMEN else ""
