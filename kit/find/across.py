"""The same person or body across the articles of a case.

* people meet by their full names; a bare surname or a role in one article by the one person it fits in the others;
* bodies meet by their names, and an acronym by the name that some article spells out or that has these initials;
* where two fit, and for speakers without a name, nothing is said.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kit.find.mentions import RUNS, Directory, initials, people
from kit.find.naming import Naming, naming
from kit.find.quotation import Quotation
from kit.find.roles import ABBREVIATED

__all__ = ["Shared", "across"]

_FIRST = 5
"""Letters by which a word of a role meets another form of it (police, policing)."""


class Shared(NamedTuple):
    """A speaker as all articles of a case know them: a short ``id``, and the fullest ``name`` that an article gives."""

    id: str
    name: str


class _Person:
    """Somebody whose full name an article gives, with the words of titles and roles that stand around it anywhere."""

    __slots__ = ("around", "name", "sure")

    def __init__(self, name: str) -> None:
        self.name, self.around, self.sure = name, set[str](), False


def across(articles: Mapping[str, tuple[str, Sequence[Quotation]]]) -> dict[str, tuple[Shared | None, ...]]:
    """Article id -> (text, its quotations) in; article id -> one answer for each of these quotations out, ``None``
    where nobody is named or two people fit. The quotations must have been named (`kit.find.people.named`)."""
    case = _Case(articles)
    return {
        article: tuple(case.shared(quotation) for quotation in quotations)
        for article, (_, quotations) in articles.items()
    }


class _Case:
    def __init__(self, articles: Mapping[str, tuple[str, Sequence[Quotation]]]) -> None:
        self.people: dict[tuple[str, str], _Person] = {}
        self.by_end: dict[str, list[_Person]] = {}
        self.bodies: dict[str, str] = {}
        self.ids: dict[str, str] = {}
        for text, quotations in articles.values():
            self._people(text)
            directory = Directory(text)
            for short, long in directory.acronyms.items():
                self.bodies.setdefault(short.casefold(), long)
            for quotation in quotations:
                if quotation.name and (read := naming(quotation.name)).form == "body" and " " in read.name:
                    self.bodies.setdefault(initials(read.name).casefold(), read.name)

    def _people(self, text: str) -> None:
        for run in RUNS.finditer(text):
            for who, offset in people(run.group()):
                if len(who.parts) == 1:
                    continue
                key = (who.parts[0], who.parts[-1])
                if key not in self.people:
                    self.people[key] = person = _Person(who.name)
                    for k in range(1, len(who.parts)):
                        self.by_end.setdefault(" ".join(who.parts[k:]), []).append(person)
                known, start = self.people[key], run.start() + offset
                known.sure = known.sure or who.sure
                known.around.update(re.findall(r"\w+", _around(text, run.start(), start, start + len(who.name))))

    def shared(self, quotation: Quotation) -> Shared | None:
        """Who a quotation's speaker is in the whole case."""
        if not quotation.name or not quotation.speaker:
            return None
        read = naming(quotation.name)
        match read.form:
            case "full":
                name = self._full(read)
            case "short":
                name = self._short(read)
            case "body":
                name = self._body(read.name)
            case "role":
                name = self._role(read)
            case _:
                name = None
        return Shared(self._id(name), name) if name else None

    def _full(self, read: Naming) -> str | None:
        who = read.person
        known = self.people.get((who.parts[0], who.parts[-1])) if who else None
        return known.name if known else self.bodies.get(read.name.casefold(), read.name)

    def _short(self, read: Naming) -> str | None:
        fits = self.by_end.get(" ".join(read.person.parts), []) if read.person else []
        fits = [one for one in fits if one.sure]
        if len(fits) > 1:
            return None
        return fits[0].name if fits else self._body(read.name)

    def _body(self, name: str) -> str:
        return self.bodies.get(name.replace(".", "").casefold(), name) if name.isupper() else name

    def _role(self, read: Naming) -> str | None:
        nouns = {read.noun, ABBREVIATED.get(read.noun, read.noun)}
        fits = [
            one
            for one in self.people.values()
            if one.sure and nouns & one.around and all(_beside(word, one.around) for word in read.others)
        ]
        return fits[0].name if len(fits) == 1 and read.others else None

    def _id(self, name: str) -> str:
        key = name.casefold()
        if key not in self.ids:
            plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
            slug = re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "speaker"
            taken = set(self.ids.values())
            numbered = (slug if n == 1 else f"{slug}_{n}" for n in range(1, len(taken) + 2))
            self.ids[key] = next(one for one in numbered if one not in taken)
        return self.ids[key]


def _around(text: str, run: int, start: int, end: int) -> str:
    """The words that can hold a title or a role: before the name in its run and sentence, and its apposition."""
    before = text[max(0, run - 40) : start].rpartition(". ")[2].rpartition("\n")[2]
    after = text[end : end + 80]
    apposition = after.partition(". ")[0].partition("\n")[0] if after[:2] == ", " else ""
    return f"{before} {apposition}".lower()


def _beside(word: str, around: set[str]) -> bool:
    return word in around or any(one.startswith(word[:_FIRST]) for one in around if len(word) >= _FIRST)
