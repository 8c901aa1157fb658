"""Shingles: every run of five words of a text, as a number that says whether two runs are the same, not what they are.

* a word is compared without case and with one apostrophe for all; punctuation and line ends do not count;
* the number is BLAKE2b of the words (RFC 7693), eight bytes, without a key: the same words give the same number on every
  machine and in every case, so that cases can be compared and whoever has a text can check its numbers;
* it hides nothing from a good guess: who knows four words can try every fifth one. So of what an article shares with no
  other only a few, far apart, are stored (`kit.find.fingerprints`).

A shingle is Broder's (1997, On the resemblance and containment of documents).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from hashlib import blake2b
from typing import NamedTuple

from kit.spans import Stretch

__all__ = ["SIZE", "Shingle", "Word", "hashed", "hashes", "shingles", "words", "written"]

SIZE = 5
"""Words of a shingle. Fewer stand in any two articles by chance, and can be tried from a list of common phrases; with more,
one changed word hides more of what is shared."""

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_HASH = blake2b(digest_size=8, person=b"kit shingle")


class Word(NamedTuple):
    """A word: its place in code points, and the form in which it is compared."""

    start: int
    end: int
    form: str


class Shingle(NamedTuple):
    """``SIZE`` words: the number of the first among the article's words, their place in code points, their hash."""

    word: int
    start: int
    end: int
    hash: int


def words(text: str, leave_out: Sequence[Stretch] = ()) -> list[Word]:
    """The words of a text in reading order, without those that meet a stretch of ``leave_out``."""
    places = [match.span() for match in _WORD.finditer(text)]
    form = str.lower if text.isascii() else _form
    found = [Word(start, end, form(text[start:end])) for start, end in places]
    if leave_out:
        found = [word for word in found if not any(one.start < word.end and word.start < one.end for one in leave_out)]
    return found


def _form(word: str) -> str:
    return word.lower() if word.isascii() else unicodedata.normalize("NFKC", word).replace("’", "'").casefold()


def hashes(forms: Sequence[str]) -> bytes:
    """The hash of every ``SIZE`` words that follow each other, eight bytes each, the highest first."""
    encoded = [form.encode() for form in forms]
    found = []
    for i in range(len(encoded) - SIZE + 1):
        one = _HASH.copy()
        one.update(b" ".join(encoded[i : i + SIZE]))
        found.append(one.digest())
    return b"".join(found)


def hashed(forms: Sequence[str]) -> int:
    """The hash of ``SIZE`` words in the form in which they are compared: a number below 2 to the 64th."""
    return int.from_bytes(hashes(forms), "big")


def shingles(text: str, leave_out: Sequence[Stretch] = ()) -> list[Shingle]:
    """Every shingle of a text in reading order; none of a text with fewer than ``SIZE`` words."""
    found = words(text, leave_out)
    digests = hashes([word.form for word in found])
    return [
        Shingle(i, found[i].start, found[i + SIZE - 1].end, int.from_bytes(digests[8 * i : 8 * i + 8], "big"))
        for i in range(len(digests) // 8)
    ]


def written(number: int) -> str:
    """A hash as tables hold it: 16 hexadecimal digits."""
    return f"{number:016x}"
