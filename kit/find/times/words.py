"""A text becomes a row of word classes, one letter a word, so that rules can be short patterns over letters.

* the text is cut into words, numbers, spaces and single marks, which together are the whole of it;
* each piece gets the letter of its class in ``kit/lexicons/times.txt``; capitals are classes that name a time;
* words are taken apart only around what can make a time: `kit.find.times.windows` says where that is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import accumulate, repeat
from types import MappingProxyType
from typing import NamedTuple

from kit.lexicon import sections

__all__ = ["Block", "block", "letters_of", "ordinals", "pieces_of", "values"]

LETTERS: Mapping[str, str] = MappingProxyType(
    {
        "the": "d", "a": "a", "this": "t", "that": "k", "last": "l", "next": "x", "previous": "p", "following": "y",
        "each": "e", "latest": "c", "ago": "g", "earlier": "r", "later": "i", "before": "7", "after": "%", "ahead": "h", "approximator": "q",
        "at": "@", "least": "<", "than": ">", "more": "^", "up": "~", "few": "f", "half": "j", "edge": "b", "end": "u",
        "of": "m", "in": "w", "join": "z", "qualifier": "v", "old": "o", "all": "=", "so": "&", "other": ";", "ordinal-suffix": "9", "s": "s", "o": "0", "q": "J", "p": "I", "m": "N",
        "past": "L", "current": "X", "recent": "R", "future": "G", "moment": "K", "clock": "C", "unit": "U",
        "quarter": "Q", "weekend": "E", "term": "T", "weekday": "W", "month": "M", "season": "S", "part of day": "P",
        "deictic": "D", "frequency": "F", "vague": "V", "holiday": "H",
    }
)  # fmt: skip
"""The letter of each section of the lexicon. Numbers are 1 (to 12), 2 (to 31), 3 (other short ones), 4 (up to
999), 5 (four digits that are no year), Y (a year) and n (in words); 8 is an ordinal number in words, 6 a decade."""

UNKNOWN = "_"
_PIECES = re.compile(r"[a-zß-ɏ]+| +|\n\s*\n|9/11(?![0-9/])|[0-9]+|(?s:.)")
"""Words, numbers, spaces and marks; and 9/11, a day that goes by its figures."""
_BREAK = "\n\n"


class Block(NamedTuple):
    """A stretch of the text: its pieces in lower case, where each starts in the text, and their letters."""

    text: str
    pieces: list[str]
    starts: list[int]
    letters: str

    def original(self, first: int, last: int) -> str:
        """The text from one piece to another, as it is written."""
        return self.text[self.starts[first] : self.starts[last]]


@cache
def values(name: str, section: str) -> Mapping[str, str]:
    """The values of a section whose lines are ``word: value``."""
    lines = (line.rpartition(":") for line in _colons(sections(name)[section]))
    return MappingProxyType({word.strip(): value.strip() for word, _, value in lines})


def _colons(lines: tuple[str, ...]) -> Iterator[str]:
    """A clock time holds a colon too: the word ends at the first."""
    for line in lines:
        word, _, value = line.partition(":")
        yield f"{word}:{value.strip().replace(':', '.')}"


@cache
def ordinals() -> Mapping[str, int]:
    """Ordinal numbers in words."""
    return MappingProxyType({word: int(number) for word, number in values("times_numbers", "ordinal").items()})


@cache
def _letters() -> Mapping[str, str]:
    """The letter of every known piece; a word of two classes keeps the first that the lexicon names."""
    found = _marks() | _digits() | dict.fromkeys(values("times_numbers", "cardinal"), "n")
    found |= dict.fromkeys(values("times_numbers", "ordinal"), "8")
    for section, letter in LETTERS.items():
        for line in sections("times")[section]:
            found.setdefault(line.partition(":")[0].strip(), letter)
    for word in values("times_numbers", "decade"):
        found.setdefault(word, "6")
    return found


def _marks() -> dict[str, str]:
    same = {mark: mark for mark in ",.:/$"}
    return {
        **same, " ": " ", "\n": " ", "  ": " ", "\r": " ", "\t": " ", "\xa0": " ", _BREAK: "|", "-": "-", "–": "-",
        "‑": "-", "—": "|", "'": "'", "’": "'", "‘": "'", "`": "'",
    }  # fmt: skip


def _digits() -> dict[str, str]:
    """Numbers of up to four digits; longer ones name no time that a rule could read."""
    short = {str(n): "1" if 1 <= n <= 12 else "2" if 13 <= n <= 31 else "3" for n in range(100)}
    padded = {f"{n:02}": short[str(n)] for n in range(10)}
    middling = {str(n): "4" for n in range(100, 1000)} | {f"{n:03}": "4" for n in range(100)}
    four = {f"{n:04}": "Y" if 1000 <= n < 2200 else "5" for n in range(10_000)}
    return short | padded | middling | four


def letters_of(pieces: list[str]) -> str:
    """The letters of pieces in lower case, one a piece."""
    return "".join(map(_letters().get, pieces, repeat(UNKNOWN)))


def pieces_of(lower: str) -> list[str]:
    """A text in lower case as words, numbers, spaces and marks."""
    return _PIECES.findall(lower)


def block(text: str, lower: str, start: int) -> Block:
    """The part of a text that stands at ``start``, and is ``lower`` in lower case, with its pieces and letters."""
    pieces = pieces_of(lower)
    return Block(text, pieces, list(accumulate(map(len, pieces), initial=start)), letters_of(pieces))
