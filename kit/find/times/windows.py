"""Where in a text a time can stand: the words around a weekday, a year, a unit and their like.

* one code point becomes one byte, small letters and spaces only, so that words are cut and looked up at little cost;
* only the sentence around a word that can make a time is read closely;
* long texts are cut into blocks, so that memory does not grow with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from kit.find.times.words import LETTERS, Block, block, ordinals, values
from kit.lexicon import sections, words

__all__ = ["windows"]

_BLOCK = 50_000
"""Characters of a block: large enough that cutting costs nothing, small enough to hold its words in memory."""
_BEFORE, _AFTER = 130, 100
"""Characters read before and after a word that can make a time: the longest expression, and the verb that tells past
from future beside it (`tense.is_future` looks at 15 words before and 8 to 12 after)."""
_NEAR = 60
"""Characters before a window's end in which another such word makes it longer."""
_END = re.compile(r"[.?!\n](?:(?<=[a-z]{4}.)[\"”’')]{0,2} |(?<=\n)\n)")
"""The end of a sentence, after a word too long and too plain for an abbreviation; the end of a paragraph."""
_SURE = frozenset("DEFGLMPQRSTUVWX")
"""The letters whose words can make a time by themselves."""
_MARKED = re.compile(r"[:/](?=\d)(?<=\d.)")
"""12:30, 3/12."""
_PLAIN = bytes(
    ord(chr(byte).lower()) if chr(byte).isalnum() and byte not in b"\xaa\xb2\xb3\xb5\xb9\xba\xbc\xbd\xbe" else 32
    for byte in range(256)
)
_ALSO_WORDS = frozenset(word.encode() for word in words("times", "also words"))


@cache
def _sure() -> frozenset[bytes]:
    """Words that can make a time by themselves, years, decades, 9pm and Q3 among them."""
    found = {
        line.partition(":")[0]
        for name, letter in LETTERS.items()
        if letter in _SURE
        for line in sections("times")[name]
    }
    found |= {str(year) for year in range(1000, 2200)} | {f"{year}s" for year in range(1000, 2200, 10)}
    found |= {f"{n:0{size}}{mark}" for n in range(60) for size in (1, 2) for mark in ("am", "pm", "hrs")}
    found |= {f"{n:02}s" for n in range(100)} | {f"q{n}" for n in range(1, 5)} | {*values("times_numbers", "decade")}
    found |= {"gmt", "utc", "clock", "hrs", "ago"} | {
        name for name in values("times_holidays", "day") if name.isalpha()
    }
    return frozenset(word.encode() for word in found)


@cache
def _after() -> dict[bytes, frozenset[bytes]]:
    """Words that make a time only after others, with these: "9 am", "p.m.", "the latest period", "nineteen ninety",
    "Boxing Day"."""
    figures = {f"{n:0{size}}" for n in range(60) for size in (1, 2)} | {f"{n:04}" for n in range(2400)}
    found = dict.fromkeys(sections("times")["clock"], figures) | {"m": {"a", "p"}}
    told = {
        word for name in ("the", "this", "that", "latest", "current", "qualifier") for word in sections("times")[name]
    }
    found |= dict.fromkeys(sections("times")["moment"], told)
    numbers = {*values("times_numbers", "cardinal")}
    found |= dict.fromkeys((*numbers, *ordinals()), numbers)
    for first, second, *_ in (
        name.replace("'", " ").split() for name in values("times_holidays", "day") if " " in name
    ):
        found[second] = found.get(second, set()) | {first}
    coded = {word.encode(): frozenset(map(str.encode, before)) for word, before in found.items()}
    return {word: before for word, before in coded.items() if word not in _sure()}


@cache
def _hot_words() -> frozenset[bytes]:
    return _sure().union(_after())


def windows(text: str) -> Iterator[Block]:
    """The parts of a text that can hold a time, in order, each with its pieces and letters."""
    start = 0
    while start < len(text):
        end = _cut(text, start)
        yield from _windows(text, start, end)
        start = end


def _cut(text: str, start: int) -> int:
    """The last paragraph break, else space, of the next block; a block without either is cut hard."""
    end = start + _BLOCK
    if end >= len(text):
        return len(text)
    for mark in ("\n\n", " "):
        if (found := text.rfind(mark, start + _BLOCK // 2, end)) > 0:
            return found + len(mark)
    return end


def _windows(text: str, start: int, end: int) -> Iterator[Block]:
    plain = text[start:end].encode("latin-1", "replace").translate(_PLAIN)
    hot = _hot(text, start, plain)
    hot.extend(match.start() for match in _MARKED.finditer(text, start, end))
    if not hot:
        return
    hot.sort()
    first, last = _back(text, hot[0], start), hot[0]
    for at in hot:
        if at > last and (begin := _back(text, at, start)) >= last:
            yield _window(text, first, last)
            first = begin
        if at + _NEAR > last:
            last = max(last, _ahead(text, at, end))
    yield _window(text, first, last)


def _hot(text: str, start: int, plain: bytes) -> list[int]:
    """Where the words stand that can make a time."""
    runs, hot, after = plain.split(b" "), _hot_words(), _after()
    found = [at for at, word in enumerate(runs) if word in hot]
    if not found:
        return []
    ends, places = list(accumulate(map(len, runs))), []
    for at in found:
        word = runs[at]
        place = start + ends[at] - len(word) + at
        if word in after and runs[at - 1] not in after[word]:
            continue
        if not (word in _ALSO_WORDS and text[place].islower()):
            places.append(place)
    return places


def _back(text: str, at: int, start: int) -> int:
    """Where the sentence around a word begins, or the word so far before it."""
    least = max(at - _BEFORE, start)
    ends = [match.end() for match in _END.finditer(text, least, at)]
    if ends:
        return ends[-1]
    return least if least == start else max(text.find(" ", least, at) + 1, least)


def _ahead(text: str, at: int, end: int) -> int:
    """Where the sentence around a word ends, or the word so far after it."""
    most = min(at + _AFTER, end)
    stop = _END.search(text, at, most)
    if stop:
        return stop.end()
    return most if most == end else max(text.rfind(" ", at, most), at) + 1 if " " in text[at:most] else most


def _window(text: str, first: int, last: int) -> Block:
    lower = text[first:last].lower()
    if len(lower) != last - first:  # a few capitals have a longer small form, which would move every offset after them
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text[first:last])
    return block(text, lower, first)
