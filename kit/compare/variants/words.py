"""The words of many quotations as numbers: what is the same word for a comparison has the same number.

* capitals, quotation marks and punctuation do not count, nor does the s of a plural;
* an apostrophe counts only where it makes another word of the list (*we'll*, *well*), not in *O'Brien* or *the mayor's*;
* brackets, fillers and bleeped words are left out; numbers in words and in digits are the same;
* contractions are written out, reported speech's shifts of person and tense undone (kit/lexicons/variants.txt);
* no loop over words: bytes are cut and hashed by NumPy, a parcel of texts at a time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kit.compare.variants.stock import Stock
from kit.compare.variants.vocabulary import CLICHE, Bits, Vocabulary, numbered, vocabulary
from kit.lexicon import sections

__all__ = ["NAME", "NEGATION", "NUMBER", "Words", "cut"]

NUMBER, NAME, NEGATION = 1, 2, 4
"""A word's mark: a number but one; a word with a capital that does not open its sentence; not, never, no."""

PARCEL = 500_000
"""Characters cut at once: few enough to stay in the processor's cache."""

_END = "\x1e"
_PLAIN = {
    "’": "'", "‘": "'", "ʼ": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "…": " ", "—": "-",
    "–": "-", "‐": "-", "‑": "-", "\xad": "", "\u200b": "", "\ufeff": "", "\xa0": " ", "\u202f": " ", "\u2009": " ",
    "\u2028": " ", "\u2029": " ", "\x85": " ", "£": " ", "€": " ", "•": " ", "·": " ",
}  # fmt: skip
_OPENING, _CLOSING = b"[(", b"])"
BRACKET = 80
"""Bytes that a bracket may hold to be an editor's insertion."""

_BLEEPED = re.compile(rb"[a-z]*\*{2,}[a-z*]*|\b[a-z](?:--+|__+)[a-z]{1,3}\b", re.IGNORECASE)
_ROUND = 24  # bytes looked at on either side of a bleep

_FOREIGN = re.compile("[^\x00-\x7f]+")

_WORD, _CAPITAL, _DIGIT = 1, 2, 4
_CLASS = np.zeros(256, np.uint8)
_CLASS[np.frombuffer(b"abcdefghijklmnopqrstuvwxyz", np.uint8)] = _WORD
_CLASS[np.frombuffer(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", np.uint8)] = _WORD | _CAPITAL
_CLASS[np.frombuffer(b"0123456789", np.uint8)] = _WORD | _DIGIT
_CLASS[128:] = _WORD
_INSIDE = np.zeros(256, bool)  # what stands before the space before a word inside a sentence
_INSIDE[np.frombuffer(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789,;-", np.uint8)] = True

_MIX = np.uint64(0xFF51AFD7ED558CCD)
_EIGHT = 8
_MASKS = np.array([(1 << 8 * n) - 1 for n in range(9)], np.uint64)
_COMPOUNDS = ((False, 20, 100, 1, 9), (True, 1, 100, 100, 100), (True, 1, 1000, 1000, 1000))
"""Numbers of two words: whether they multiply, the least and the limit of the first, the least and the most of the second."""

_S, _DOT, _COMMA, _SPACE, _END_BYTE, _APOSTROPHE, _GRAVE = b"s., \x1e'`"
_ED = int.from_bytes(b"ed", "little")
_LONGEST_NUMBER = 16  # digits that a number of 64 bits can hold
_PAST = 5  # letters from which an ending -ed is taken for one
_INSERTIONS = (b"[", b"(", b"**", b"--", b"__")
_BLEEPS = np.zeros(256, bool)
_BLEEPS[np.frombuffer(b"*-_", np.uint8)] = True


class Words(NamedTuple):
    """The words of all texts, one after the other: text ``i`` has those from ``starts[i]`` to ``starts[i + 1]``."""

    starts: NDArray[np.int64]
    forms: Bits
    weights: NDArray[np.float32]
    marks: NDArray[np.uint8]


def cut(texts: Sequence[str]) -> Words:
    """The words of each text."""
    ends = np.cumsum(np.fromiter(map(len, texts), np.int64, len(texts)))
    bounds = np.flatnonzero(np.diff(ends // PARCEL)) + 1
    parcels = [_parcel(texts[a:b], _stock()) for a, b in zip([0, *bounds], [*bounds, len(texts)], strict=True)]
    counts, *rest = (np.concatenate(parts) for parts in zip(*parcels, strict=True))
    return Words(np.concatenate([[0], np.cumsum(counts)]), *rest)


Parcel = tuple[NDArray[np.int64], Bits, NDArray[np.float32], NDArray[np.uint8]]


def _parcel(texts: Sequence[str], stock: Stock | None = None) -> Parcel:
    listed = _listed()
    data, first, last, contracted = _borders(_plain(texts))
    forms = _hashed(data, first, last)
    opening = _CLASS[data[first]]
    marks = _named(data, first, opening)
    ends = np.flatnonzero(data == _END_BYTE)
    starts = np.searchsorted(first, ends)
    entries = listed.entries(forms, contracted)
    values, digits = _values(data, first, last, opening, listed.value[entries])
    repeats = listed.count[entries]
    forms, kept = _numbers(forms, values, starts, digits)
    marks[(values > 1) | digits | (opening & _DIGIT > 0)] = NUMBER
    marks[listed.weight[entries] < 1] &= ~np.uint8(NAME)
    repeats[~kept] = 0
    changed = (entries > 0) & (values < 0)
    forms[changed] = listed.first[entries[changed]]
    weights = listed.weight[entries]
    weights[marks == NUMBER] = 1
    place = np.repeat(np.arange(len(forms)), repeats)
    second = np.flatnonzero(place[1:] == place[:-1]) + 1
    out, weights, marks = forms[place], weights[place], marks[place]
    out[second] = listed.second[entries[place[second]]]
    weights[second] = listed.second_weight[entries[place[second]]]
    for negation in listed.negations:
        marks[out == negation] = NEGATION
    if stock is not None:
        weights[stock.within(out)] = CLICHE
    ends = np.concatenate([[0], np.cumsum(repeats)])[starts]
    return np.diff(ends, prepend=0), out, weights, marks


def _plain(texts: Sequence[str]) -> bytes:
    """The texts, each with a mark at its end, without what does not count."""
    whole = _END.join(texts)
    if whole.count(_END) != len(texts) - 1:
        whole = _END.join(text.replace(_END, " ") for text in texts)
    if not whole.isascii():
        for sign, instead in _PLAIN.items():
            whole = whole.replace(sign, instead)
    if not whole.isascii():
        whole = unicodedata.normalize("NFC", whole)
    for sign in "%&":
        whole = whole.replace(sign, " percent " if sign == "%" else " and ")
    if not whole.isascii():
        whole = _FOREIGN.sub(lambda found: found[0].lower(), whole)
    return f"  {whole}{_END}  ".encode("utf-8", "replace")


class _Cut(NamedTuple):
    """Bytes, where words start and end in them, and which words had an apostrophe between letters."""

    data: NDArray[np.uint8]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    contracted: NDArray[np.int64]


def _borders(plain: bytes) -> _Cut:
    """Bytes cut into words: F.B.I., 1,000 and O'Brien become one word without its signs, 4.1 stays one."""
    plain, apostrophes = _without_apostrophes(plain)
    data = np.frombuffer(bytearray(plain), np.uint8)
    if any(sign in plain for sign in _INSERTIONS):
        _blank_insertions(data)
    kind = np.frombuffer(bytearray(data.tobytes().translate(_CLASS.tobytes())), np.uint8)
    dots = np.flatnonzero((data == _DOT) | (data == _COMMA))
    before, after = kind[dots - 1], kind[dots + 1]
    within = (before & after & _DIGIT) > 0
    points = dots[within & (data[dots] == _DOT)]
    initials = (before > 0) & (after > 0) & (kind[dots - 2] == 0) & (kind[dots + 2] == 0) & (data[dots] == _DOT)
    gone = dots[(within & (data[dots] == _COMMA)) | (initials & ~within)]
    kind[points] = _WORD
    if len(gone):
        kept = np.ones(len(data), bool)
        kept[gone] = False
        data, kind = data[kept], kind[kept]
        apostrophes = apostrophes - np.searchsorted(gone, apostrophes)
    word = kind > 0
    edges = np.flatnonzero(word[1:] != word[:-1]) + 1
    first, last = edges[::2], edges[1::2]
    contracted = np.searchsorted(first, apostrophes, "right") - 1
    return _Cut(data, first, last, np.unique(contracted[contracted >= 0]))


def _without_apostrophes(plain: bytes) -> tuple[bytes, NDArray[np.int64]]:
    """The bytes without apostrophes, and the places in them where one stood between two letters."""
    if b"'" not in plain and b"`" not in plain:
        return plain, np.zeros(0, np.int64)
    data = np.frombuffer(plain, np.uint8)
    at = np.flatnonzero((data == _APOSTROPHE) | (data == _GRAVE))
    between = (_CLASS[data[at - 1]] & _CLASS[data[at + 1]] & _WORD) > 0
    return plain.translate(None, b"'`"), (at - np.arange(len(at)))[between]


def _blank_insertions(data: NDArray[np.uint8]) -> None:
    """White space for brackets and bleeped words, in place."""
    for opening, closing in zip(_OPENING, _CLOSING, strict=True):
        opens, closes = np.flatnonzero(data == opening), np.flatnonzero((data == closing) | (data == _END_BYTE))
        nearest = closes[np.searchsorted(closes, opens)] if len(opens) else opens
        fits = (nearest - opens <= BRACKET) & (data[nearest] == closing)
        for start, end in zip(opens[fits].tolist(), nearest[fits].tolist(), strict=True):
            data[start : end + 1] = _SPACE
    doubled = np.flatnonzero((data[1:] == data[:-1]) & _BLEEPS[data[1:]])
    for at in doubled.tolist():
        start = max(at - _ROUND, 0)
        for found in _BLEEPED.finditer(data[start : at + _ROUND].tobytes()):
            data[start + found.start() : start + found.end()] = _SPACE


def _hashed(data: NDArray[np.uint8], first: NDArray[np.int64], last: NDArray[np.int64]) -> Bits:
    """The hash of each word, without the s of a plural: of its length and its first 24 bytes, eight at a time."""
    low = bytes(_EIGHT) + data.tobytes().lower() + bytes(3 * _EIGHT)
    before = np.ndarray((len(data) + 3 * _EIGHT,), "<u8", low, strides=(1,))  # the eight bytes before each
    at_once = before[_EIGHT:]
    ends = before[last]
    final = (ends >> np.uint64(48)).astype(np.uint16)
    length = last - first
    plural = (final >> 8 == _S) & (final & 255 != _S) & (length > 3)
    final[plural] = (ends[plural] >> np.uint64(40)).astype(np.uint16)
    length -= plural
    length -= 2 * ((length > _PAST) & (final == _ED))
    forms: Bits = length.astype(np.uint64)
    for step in range(3):
        which = slice(None) if step == 0 else np.flatnonzero(length > step * _EIGHT)
        part = at_once[first[which] + step * _EIGHT] & _MASKS[np.minimum(length[which] - step * _EIGHT, _EIGHT)]
        mixed = (forms[which] ^ part) * _MIX
        forms[which] = mixed ^ (mixed >> np.uint64(32))
    forms *= _MIX
    forms ^= forms >> np.uint64(29)
    return forms


@cache
def _listed() -> Vocabulary:
    def hashed(words: list[str]) -> Bits:
        data, first, last, _ = _borders(_plain(words))
        return _hashed(data, first, last)

    return vocabulary(hashed)


@cache
def _stock() -> Stock:
    counts, forms, _, _ = _parcel(sections("variants")["cliches"])
    return Stock.of(forms, np.cumsum(counts))


def _named(data: NDArray[np.uint8], first: NDArray[np.int64], opening: NDArray[np.uint8]) -> NDArray[np.uint8]:
    marks = np.zeros(len(first), np.uint8)
    capitals = np.flatnonzero(opening & _CAPITAL)
    at = first[capitals]
    marks[capitals[_INSIDE[data[at - 2]] & (data[at - 1] == _SPACE)]] = NAME
    return marks


def _values(
    data: NDArray[np.uint8],
    first: NDArray[np.int64],
    last: NDArray[np.int64],
    opening: NDArray[np.uint8],
    values: NDArray[np.int64],
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """The value of each word that is a whole number (of the others -1), and which are written in digits."""
    which = np.flatnonzero((opening & _DIGIT > 0) & (last - first < _LONGEST_NUMBER))
    length = int((last - first)[which].max(initial=0))
    at = first[which, None] + np.arange(length)
    inside = at < last[which, None]
    figures = data[np.where(inside, at, 0)] - np.uint8(ord("0"))
    whole = ((figures < 10) | ~inside).all(1)
    digits = np.zeros(len(first), bool)
    digits[which[whole]] = True
    value = np.zeros(len(which), np.int64)
    for column in range(length):
        value = np.where(inside[:, column], value * 10 + figures[:, column], value)
    values[which[whole]] = value[whole]
    return values, digits


def _numbers(
    forms: Bits, values: NDArray[np.int64], starts: NDArray[np.int64], digits: NDArray[np.bool_]
) -> tuple[Bits, NDArray[np.bool_]]:
    """Numbers by their value: twenty-five, five hundred, three thousand become one word. ``values`` is changed."""
    kept = np.ones(len(forms), bool)
    opens = np.zeros(len(forms) + 1, bool)
    opens[starts] = True
    for multiply, least, limit, low, high in _COMPOUNDS:
        at = np.flatnonzero((values > 0) & kept)
        one, two = at[:-1], at[1:]
        left, right = values[one], values[two]
        pairs = (two - one <= 2) & (left >= least) & (left < limit) & (right >= low) & (right <= high)
        pairs &= ~digits[two] & ~opens[two] & (multiply | (left % 10 == 0))
        pairs &= (two == one + 1) | ~kept[np.minimum(one + 1, len(kept) - 1)]
        pairs &= multiply | ~digits[one]
        one, two = one[pairs], two[pairs]
        values[one] = values[one] * values[two] if multiply else values[one] + values[two]
        kept[two] = False
    forms[values >= 0] = numbered(values[values >= 0])
    return forms, kept
