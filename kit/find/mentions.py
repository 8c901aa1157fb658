"""Who an article names: people under their full names, and bodies with their acronyms.

* one pass over runs of words with capitals; people are indexed by every ending of their name ("Doe", "de la Doe");
* a short name answers with everybody it can mean; who decides is `kit.find.people`;
* an acronym in brackets is matched with the words before it (Schwartz & Hearst 2003), letter by letter.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache
from itertools import accumulate

from kit.find.names import LONGEST, Person, person, unowned
from kit.lexicon import words
from kit.spans import Stretch

__all__ = ["RUNS", "Directory", "Known", "initials", "people"]

_UPPER = "A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я"
_PARTICLE = r"(?:d[aeiu]|del|van|von|der|den|dos|bin|ibn|al|el|la) "
_WORD = rf"[{_UPPER}](?<!\w.)[\w'’.&-]{{0,40}}+"  # begins with a plain range: Python's matcher skips to it fast
_NEXT = rf"(?= [{_UPPER}dvbiael])"  # how another word of a run begins: looked at first, as it mostly ends there
_RUN = re.compile(rf"{_WORD}{_NEXT}(?: (?:{_PARTICLE}){{0,3}}{_WORD})++")
_NO_INITIALS = frozenset(("U.S.", "U.K.", "U.N.", "E.U.", "D.C.", "L.A.", "N.Y.", "N.J.", "A.M.", "P.M.", "U.S.A."))
_ABBREVIATIONS = words("abbreviations", "titles") | {"jr."}
RUNS = re.compile(rf"{_WORD}(?:{_NEXT} (?:{_PARTICLE}){{0,3}}{_WORD})*+")
"""Words with capitals in a row, single ones too."""
_CAPITAL_AFTER = re.compile(rf"['’]?s? [{_UPPER}]")
_PLACES_OF_A_NAME = 20
"""Places of a surname that are looked at to see whether it stands alone; it does so by the third in nearly all."""
_BRACKETED = re.compile(r"\(([A-Z][A-Za-z&.-]{1,9})\)")
_CAPITAL = rf"[{_UPPER}](?<!\w.)[\w'’&]{{0,40}}+"
_LONG = re.compile(rf"{_CAPITAL}(?=[ -][{_UPPER}afiot])(?:[ -](?:(?:of|for|on|in|to) (?:the )?|and )?{_CAPITAL})++")
_RELATION = "|".join(sorted(words("people", "relatives")))
_OWNED = r"(?:\bhis|\bher|\btheir|['’]s?)"
_RELATIVE_BEFORE = re.compile(rf"{_OWNED} (?:\w+ )?(?:{_RELATION}),? $")
_RELATIVE_AFTER = re.compile(rf", [\w ]{{0,25}}?{_OWNED} (?:\w+ )?(?:{_RELATION})\b")
AROUND = 40
"""Code points beside a name in which "his wife" or "a daughter of" stands; measured by reading, an apposition is shorter."""


LONG = 60_000
"""Code points from which on a text's runs are all read at once."""
_EDGE = ".,'’&-"

_SMALL = frozenset(["of", "for", "and", "the", "on", "in", "to", "&"])


class Known:
    """A person whose full name the article gives. ``starts``: where, in order; ``first``: the first place."""

    __slots__ = ("asked", "first", "gender", "mixed", "name", "parts", "relative", "starts", "suffix", "sure", "titles")

    def __init__(self, who: Person, first: Stretch) -> None:
        self.name, self.parts, self.suffix = who.name, who.parts, who.suffix
        self.gender, self.titles, self.sure = who.gender, set(who.titles), who.sure
        self.first, self.starts = first, [first.start]
        self.relative: bool | None = None
        self.asked = False
        self.mixed = False  # "Mr." and "Ms." both stand with the surname: there is another bearer

    def again(self, who: Person, start: int) -> None:
        """Another mention under the full name; a name in capitals throughout gives way to a plain one."""
        k = bisect_left(self.starts, start)
        if self.starts[k : k + 1] != [start]:
            self.starts.insert(k, start)
        self.titles |= who.titles
        self.sure = self.sure or who.sure
        self.gender = self.gender or who.gender
        if self.name.isupper() and not who.name.isupper():
            self.name = who.name

    def named(self, since: int, until: int) -> bool:
        """Whether the full name stands between two offsets."""
        k = bisect_left(self.starts, since)
        return k < len(self.starts) and self.starts[k] < until


class Directory:
    """The people and bodies of an article by their names. ``text`` may have its quotations masked.

    Nothing is read until somebody asks for a word; then only the runs of words with capitals that hold it are."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._holding: dict[str, list[Known]] = {}
        self._known: dict[tuple[str, str, str], Known] = {}
        self._by_part: dict[str, list[Known]] = {}
        self._read: set[int] = set()

    @cached_property
    def _runs(self) -> list[tuple[str, int]]:
        return [(run.group(), run.start()) for run in _RUN.finditer(self.text)]

    @cached_property
    def _joined(self) -> str:
        """All runs in lower case, one a line: where a word stands in it tells the run by `_lines`."""
        return "\n".join([run.replace("İ", "I") for run, _ in self._runs]).lower()

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *accumulate([len(run) + 1 for run, _ in self._runs])]

    @cached_property
    def _index(self) -> dict[str, list[tuple[str, int]]]:
        """The runs of a long text by their words: looking for each word anew would take its length times its names."""
        found: dict[str, list[tuple[str, int]]] = {}
        for run in self._runs:
            for word in {unowned(part.strip(_EDGE)) for part in run[0].lower().split(" ")}:
                found.setdefault(word, []).append(run)
        return found

    def runs_with(self, word: str) -> list[tuple[str, int]]:
        """The runs of two or more words with capitals that hold a word (in lower case), and where they begin."""
        if len(self.text) > LONG:
            return self._index.get(word, [])
        joined, found = self._joined, []
        at = joined.find(word) if word else -1
        while at >= 0:
            k = bisect_right(self._lines, at) - 1
            found.append(self._runs[k])
            at = joined.find(word, self._lines[k + 1])
        return found

    def holding(self, word: str) -> list[Known]:
        """Everybody with a word (in lower case) among the parts of their full name, in the order of their first place."""
        if word not in self._holding:
            titled = []
            for run, at in self.runs_with(word):
                if at not in self._read:
                    titled += self._learn(run, at)
            found = list(self._by_part.get(word, ()))
            for one in found if len(found) == 1 else ():
                _marked(one, [who for who in titled if who.parts[0] == word])
            self._holding[word] = found
        return self._holding[word]

    def _learn(self, run: str, at: int) -> list[Person]:
        """Read one run; its full names become known, its single names with a title are returned."""
        self._read.add(at)
        single = []
        for who, offset in people(run):
            start = at + offset
            key = (who.parts[0], who.parts[-1], who.suffix)
            if len(who.parts) == 1:
                single.append(who)
                self._read.discard(at)  # its title counts for whoever has the name
            elif key in self._known:
                self._known[key].again(who, start)
            else:
                self._known[key] = known = Known(who, Stretch(start, start + len(who.name)))
                for part in set(known.parts):
                    self._by_part.setdefault(part, []).append(known)
        return single

    def ending(self, parts: tuple[str, ...]) -> list[Known]:
        """Everybody whose full name ends so; those who are surely people, where there is one."""
        size = len(parts)
        fits = [one for one in self.holding(parts[-1]) if one.parts[-size:] == parts and len(one.parts) > size]
        return [one for one in fits if one.sure] or fits

    def beginning(self, given: str) -> list[Known]:
        """Everybody whose full name begins so, of those who are surely people."""
        return [one for one in self.holding(given) if one.sure and one.parts[0] == given]

    def full(self, who: Person) -> Known | None:
        """The person of this full name, middle names and initials apart."""
        self.holding(who.parts[-1])
        return self._known.get((who.parts[0], who.parts[-1], who.suffix))

    def is_person(self, one: Known) -> bool:
        """Whether a full name is surely a person's: by a title or a given name, or as the article goes on with the bare
        surname, which it does with no place and no body."""
        if not one.sure and not one.asked:
            one.asked = True
            one.sure = self._alone(one.name.rpartition(" ")[2])
        return one.sure

    def _alone(self, surname: str) -> bool:
        text, at, one_text = self.text, 0, LONG
        for _ in range(_PLACES_OF_A_NAME):
            at = text.find(surname, at, one_text)
            if at < 0:
                return False
            end = at + len(surname)
            before = text[max(0, at - 24) : at].split()
            if not (
                text[at - 1 : at].isalnum()
                or text[end : end + 1].isalnum()
                or _CAPITAL_AFTER.match(text, end)
                or (before and text[at - 1] == " " and (before[-1][:1].isupper() or before[-1] in ("the", "a", "an")))
            ):
                return True
            at = end
        return False

    def is_relative(self, one: Known) -> bool:
        """Whether the article introduces somebody as another's wife, son, ...: bare surnames mean the other."""
        if one.relative is None:
            before = self.text[max(0, one.first.start - AROUND) : one.first.start]
            after = self.text[one.first.end : one.first.end + AROUND]
            one.relative = bool(_RELATIVE_BEFORE.search(before) or _RELATIVE_AFTER.match(after))
        return one.relative

    @cached_property
    def acronyms(self) -> dict[str, str]:
        """Acronyms that the article writes in brackets after the name they stand for."""
        found: dict[str, str] = {}
        for match in _BRACKETED.finditer(self.text) if "(" in self.text else ():
            if long := _spelled_out(self.text[max(0, match.start() - 90) : match.start()], match.group(1)):
                found.setdefault(match.group(1).replace(".", ""), long)
        return found

    @cached_property
    def _long(self) -> list[tuple[str, int]]:
        """Runs of words with capitals that "of", "for" and "and" may join, with where they begin."""
        return [(match.group(), match.start()) for match in _LONG.finditer(self.text)]

    @cached_property
    def _by_initials(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for name, _ in self._long:
            found.setdefault(initials(name), name)
        return found

    def spelled_out(self, acronym: str) -> str | None:
        """The name an acronym stands for: as the article says in brackets, else by the initials of a name in it."""
        plain = acronym.replace(".", "")
        return self.acronyms.get(plain) or (self._by_initials.get(plain) if len(plain) > 2 else None)

    def bodies(self, noun: str) -> dict[str, list[int]]:
        """The names with a capital that hold a noun for a body ("Department"), each with where it stands."""
        found: dict[str, list[int]] = {}
        noun = noun.capitalize()
        if noun in self.text:
            for run, start in self._long:
                at = start
                for name in run.split(" and ") if run.count(noun) > 1 else (run,):
                    if name.endswith(noun) or f"{noun} of " in name or f"{noun} for " in name:
                        found.setdefault(name.removeprefix("The "), []).append(at)
                    at += len(name) + len(" and ")
        return found


def _marked(one: Known, titled: list[Person]) -> None:
    """ "Mrs. Doe" tells the sex of the one Doe of the article."""
    one.mixed = {"man", "woman"} <= {who.gender for who in titled} | {one.gender}
    for who in titled if not one.mixed else ():
        one.gender = one.gender or who.gender
        one.titles |= who.titles
        one.sure = True


@lru_cache(maxsize=8192)
def people(run: str) -> tuple[tuple[Person, int], ...]:
    """The people named in a run of words with capitals, each with where the name begins in it. A full stop that
    belongs to no title and no initial parts the run."""
    if run.count(" ") > LONGEST:  # a heading in capitals
        return ()
    named, at = [], 0
    for piece in _parted(run) if "." in run else (run,):
        if who := person(piece.rstrip(".'’")):
            named.append((who, at + max(0, piece.find(who.name))))
        at += len(piece) + 1
    return tuple(named)


def _parted(run: str) -> list[str]:
    """The run's pieces up to each full stop that ends a sentence."""
    found, pieces = [], []
    for word in run.split(" "):
        pieces.append(word)
        if word.endswith(".") and not _belongs(word):
            found.append(" ".join(pieces))
            pieces = []
    return [*found, " ".join(pieces)]


def _belongs(word: str) -> bool:
    """Whether a full stop ends a title or an initial."""
    return word.lower() in _ABBREVIATIONS or (
        word[-2:-1].isupper() and len(word) < 6 and "." in word[1:2] and word not in _NO_INITIALS
    )


def initials(name: str) -> str:
    """The first letters of a name's words with capitals: what its acronym can be."""
    return "".join(word[0] for word in re.split(r"[ -]", name) if word[:1].isupper())


def _spelled_out(before: str, acronym: str) -> str | None:
    """The words right before a bracket whose first letters are the acronym's; small words may stand between."""
    letters = [letter.lower() for letter in acronym if letter.isalpha()]
    tokens = before.split()[-2 * len(letters) - 2 :]
    left = len(letters)
    for k in range(len(tokens) - 1, -1, -1):
        if left and tokens[k][:1].lower() == letters[left - 1] and (tokens[k][:1].isupper() or tokens[k] not in _SMALL):
            left -= 1
            if not left:
                return " ".join(tokens[k:]) if tokens[k][:1].isupper() else None
        elif tokens[k] not in _SMALL:
            return None
    return None
