"""One stretch of a text that a rule fits, with its words at hand.

* words are asked for by their letter (`kit.find.times.words`), in the order they stand;
* numbers are read in figures and in words, halves included;
* the words around it can be looked at, as a year or a month may be an ordinary number or verb.
"""

from __future__ import annotations

from functools import cached_property
from types import MappingProxyType

from kit.find.times.words import Block, ordinals, values

__all__ = ["Reading", "spoken_year"]

_CARDINALS = MappingProxyType({word: int(value) for word, value in values("times_numbers", "cardinal").items()})
_FIGURES = "12345Y"
_NEAR = 8
"""Pieces, spaces included, that are looked at before a reading: a few words."""


class Reading:
    """A rule's name and the pieces it fits: ``first`` inclusive, ``last`` exclusive."""

    def __init__(self, rule: str, block: Block, first: int, last: int) -> None:
        self.rule, self.block, self.first, self.last = rule, block, first, last
        self.letters = block.letters[first:last]
        self.classes = frozenset(self.letters)
        self.pieces = block.pieces[first:last]

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in the whole text, spaces at its edges left out."""
        start, end = self.block.starts[self.first], self.block.starts[self.last]
        written = self.block.text[start:end]
        return start + len(written) - len(written.lstrip()), end - len(written) + len(written.rstrip())

    @cached_property
    def text(self) -> str:
        """Its words in lower case."""
        return "".join(self.pieces)

    def has(self, letters: str) -> bool:
        """Whether a word of one of these classes is in it."""
        return not self.classes.isdisjoint(letters)

    def word(self, letters: str) -> str:
        """The first word of one of these classes, else nothing."""
        if self.classes.isdisjoint(letters):
            return ""
        if len(letters) == 1:
            return self.pieces[self.letters.index(letters)]
        for piece, letter in zip(self.pieces, self.letters, strict=True):
            if letter in letters:
                return piece
        return ""

    def words(self, letters: str) -> list[str]:
        """All words of these classes."""
        return [p for p, letter in zip(self.pieces, self.letters, strict=True) if letter in letters]

    def before(self, back: int = 1) -> str:
        """The piece before it, spaces not counted."""
        for at in range(self.first - 1, max(self.first - _NEAR, 0) - 1, -1):
            piece = self.block.pieces[at]
            if piece != " " and not piece.isspace() and not (back := back - 1):
                return piece
        return ""

    def touching(self) -> tuple[str, str]:
        """The pieces right before and after it, spaces included."""
        pieces = self.block.pieces
        before = pieces[self.first - 1] if self.first else ""
        return before, pieces[self.last] if self.last < len(pieces) else ""

    def after(self) -> str:
        """The piece after it, spaces not counted."""
        following = self.block.pieces[self.last : self.last + 2]
        return next((p for p in following if not p.isspace()), "")

    def capital_after(self) -> bool:
        """Whether the word after it, a space between, begins with a capital."""
        at = self.span[1] + 1
        return self.block.text[at : at + 1].isupper()

    def capital(self, letter: str) -> bool:
        """Whether the first word of this class is written with a capital."""
        at = self.first + self.letters.index(letter)
        return self.block.text[self.block.starts[at]].isupper()

    def title(self, letters: str) -> bool:
        """Whether its unit is written with a capital and the word before it, too: a title ("60 Minutes"), not a time."""
        at = next((i for i, letter in enumerate(self.letters) if letter in letters), 0)
        starts = self.block.starts[self.first : self.last]
        return at > 0 and self.block.text[starts[at]].isupper() and not self.block.text[starts[0]].islower()

    def two_numbers(self) -> bool:
        """Whether two numbers only stand side by side: "up from 146 six years earlier"; 20 million is one."""
        return any(
            letter == "n" and before in _FIGURES and _CARDINALS[piece] < 100 and piece != "dozen"
            for before, letter, piece in zip(self.letters, self.letters[2:], self.pieces[2:], strict=False)
        )

    def number(self) -> float | None:
        """The number it tells (``two and a half``, ``1,500``, ``2 1/2``, ``a``), or nothing for ``several`` and plurals."""
        if "f" in self.letters:
            return 2.0 if self.word("f") == "couple" else None
        if self.letters.lstrip("dq <>^@~").removeprefix("a ").startswith("j"):
            return 0.5
        if any(figure in self.letters for figure in _FIGURES):
            return self._figures() * self._multiple() + self._half()
        number = self._in_words() or float("a" in self.letters.split("U")[0])
        return number + self._half() if number else None

    def _in_words(self) -> float:
        """A number in words: hundreds multiply what stands before them, thousands the whole."""
        total = group = 0.0
        for piece, letter in zip(self.pieces, self.letters, strict=True):
            if letter == "n":
                number = _CARDINALS[piece]
                group = max(group, 1) * number if number >= 100 else group + number
                if number >= 1000:
                    total, group = total + group, 0.0
            elif (letter in "UQ" or piece in {"to", "or"}) and (total or group):  # "two to six days" are two or more
                break
        return total + group

    def _half(self) -> float:
        return 0.5 if "z a j" in self.letters.replace("-", " ") else 0.0

    def _multiple(self) -> float:
        product = 1.0
        for word in self.words("n"):
            product *= _CARDINALS[word] if _CARDINALS[word] >= 100 else 1
        return product

    def _figures(self) -> float:
        """The first number in figures, with its commas, point or fraction."""
        at = next(i for i, letter in enumerate(self.letters) if letter in _FIGURES)
        rest = list(zip(self.pieces[at + 1 :], self.letters[at + 1 :], strict=True))
        written = self.pieces[at]
        while len(rest) > 1 and rest[0][0] in {",", "."} and rest[1][1] in _FIGURES:
            written += rest[0][0].replace(",", "") + rest[1][0]
            rest = rest[2:]
        number = float(written) if written.count(".") < 2 else float(self.pieces[at])
        if len(rest) > 3 and rest[0][0] == " " and rest[2][0] == "/":
            number += int(rest[1][0]) / max(int(rest[3][0]), 1)
        return number

    def ordinal(self) -> int | None:
        """The first ordinal number, in words or figures; 0 is the last."""
        for at, (piece, letter) in enumerate(zip(self.pieces, self.letters, strict=True)):
            if letter == "8":
                return ordinals()[piece]
            if letter in "12" and self.letters[at + 1 : at + 2] == "9":
                return int(piece)
            if letter == "l":
                return 0
        return None


def spoken_year(words: list[str]) -> int | None:
    """The year that number words tell: nineteen ninety-four, two thousand (and) five, twenty twelve."""
    numbers = [_CARDINALS[word] for word in words]
    if numbers[:2] == [2, 1000]:
        rest = sum(numbers[2:])
        return 2000 + rest if rest < 100 else None
    if len(numbers) < 2 or numbers[0] not in {*range(15, 21)} or not 10 <= sum(numbers[1:]) < 100:
        return None
    return numbers[0] * 100 + sum(numbers[1:])
