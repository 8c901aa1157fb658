"""Bytes become text, and what was mended on the way is noted.

* UTF-8 (byte order mark or not), UTF-16, else Windows-1252, byte by byte where a file mixes them;
* code points that no text holds (NUL, escapes, lone surrogates) are replaced one for one, so that offsets stay;
* what only looks wrong (mojibake, character references) is noted and left: mending it would move every offset, and an
  article may be about just that.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from typing import NamedTuple

from kit.read.article import Repair

__all__ = ["Decoded", "bom", "cleaned", "decoded", "unmarked_utf16"]

PARITY = 0.3
"""Share of NUL bytes at every other place from which bytes are UTF-16 without a mark: Latin-script prose has nearly
0.5, and none at the other places."""

FEW = 3
"""Bytes that are not UTF-8 up to which a file is read byte by byte in any case: too few to tell what the rest is."""

_ONE_IN = 100  # the other places may hold a NUL that stands for itself

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

_BROKEN = "[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]"
_MAC_LINE_END = r"\r(?!\n)"
_HIGH = bytes(range(0x80, 0x100))
_ASCII = bytes(range(0x80))
_SEQUENCE = re.compile(b"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_READ_AS_1252 = "a byte that is not UTF-8 was read as Windows-1252"
_MENDED = (
    (
        re.compile(_BROKEN),
        "\ufffd",
        "a code point that no text holds (NUL, control, half a pair) was replaced by U+FFFD",
    ),
    (re.compile(_MAC_LINE_END), "\n", "a lone carriage return was read as a line end"),
)
_LEFT = (
    ("â€", re.compile("â€[œ˜™\x9d”“¦]"), 'this looks like UTF-8 that was read as Windows-1252 ("â€œ" for “); it was left'),
    ("â\x80", re.compile("â\x80[\x90-\xbf]"), "this looks like UTF-8 that was read as Latin-1; it was left"),
    ("Ã", re.compile("Ã[\xa0-\xbf]"), 'this looks like UTF-8 that was read as Windows-1252 ("Ã©" for é); it was left'),
    ("&", re.compile(r"&(?:[lr][sd]quo|quot|amp|nbsp|apos|#[0-9]{2,6}|#x[0-9A-Fa-f]{2,5});"),
     'a character reference ("&quot;") stands in the text as it is; it was left'),
)  # fmt: skip


class Decoded(NamedTuple):
    """A text and what was mended to get it."""

    text: str
    repairs: tuple[Repair, ...] = ()


def bom(head: bytes) -> str | None:
    """The encoding that a byte order mark at the start names."""
    return next((encoding for mark, encoding in _BOMS if head.startswith(mark)), None)


def decoded(data: bytes, fallback: str = "windows-1252") -> Decoded:
    """The text of a file's bytes; ``fallback`` is the encoding tried when they are not UTF-8 (a page may name it)."""
    text, repair = _decoded(data, fallback)
    text, repairs = cleaned(text)
    return Decoded(text, ((repair,) if repair else ()) + repairs)


def cleaned(text: str) -> Decoded:
    """The same text, as long as before, without code points that no text holds; what looks wrong is noted."""
    repairs = []
    for pattern, instead, what in _MENDED if "\r" in text else _MENDED[: not _printable(text)]:
        if first := pattern.search(text):
            text, count = pattern.subn(instead, text)
            repairs.append(Repair(what, first.start(), count))
    for sign, pattern, what in _LEFT:
        if sign in text and (first := pattern.search(text)):
            repairs.append(Repair(what, first.start(), sum(1 for _ in pattern.finditer(text))))
    return Decoded(text, tuple(repairs))


def _printable(text: str) -> bool:
    """Whether lines hold nothing that cannot be printed, as most do: told many times faster than by a pattern."""
    return text.replace("\n", "").isprintable()


def _decoded(data: bytes, fallback: str) -> tuple[str, Repair | None]:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data, fallback)
    if text.startswith("\ufeff"):
        return text[1:], Repair("the byte order mark at the start was left out", None)
    if wide := unmarked_utf16(data):
        return _wide(data, wide, "the file was read as UTF-16, though it has no byte order mark")
    return text, None


def _not_utf8(data: bytes, fallback: str) -> tuple[str, Repair]:
    if (wide := bom(data)) and wide != "utf-8":
        return _wide(data[2:], wide, "the file was read as UTF-16, as its byte order mark says")
    if wide := unmarked_utf16(data):
        return _wide(data, wide, "the file was read as UTF-16, though it has no byte order mark")
    if fallback != "windows-1252":
        text = data.decode(fallback, "replace")
        return text, Repair(f"the page was read as {fallback}, as it says itself")
    return _mixed(data.removeprefix(codecs.BOM_UTF8))


def _wide(data: bytes, encoding: str, what: str) -> tuple[str, Repair]:
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    broken = text.count("\ufffd")
    return text, Repair(f"{what}, with broken pairs as U+FFFD" if broken else what, None, max(broken, 1))


def _mixed(data: bytes) -> tuple[str, Repair]:
    """UTF-8 with each byte that is none read as Windows-1252; all of it so when such bytes are the more."""
    sequences = _SEQUENCE.findall(data)
    alone = len(data) - len(data.translate(None, _HIGH)) - sum(map(len, sequences))
    if alone > max(FEW, len(sequences)):
        first = len(data) - len(data.lstrip(_ASCII))
        return data.decode("windows-1252", "replace"), Repair(_READ_AS_1252, first, alone)
    counting = _Counting()
    text = data.decode("utf-8", counting.name)
    first = len(data[: counting.first].decode("utf-8"))
    if counting.cut and counting.count == 1:
        return text, Repair("a character that the end cuts was replaced by U+FFFD", first)
    return text, Repair(_READ_AS_1252, first, counting.count)


class _Counting:
    """An error handler of the decoder that counts the bytes it reads as Windows-1252."""

    def __init__(self) -> None:
        self.count = self.first = 0
        self.cut = False  # whether the end of the file cuts a character
        self.name = "kit-windows-1252"
        handler: Callable[[UnicodeError], tuple[str, int]] = self._handle
        codecs.register_error(self.name, handler)

    def _handle(self, error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error
        if not self.count:
            self.first = error.start
        self.count += 1
        if error.reason == "unexpected end of data" and error.end - error.start > 1:
            self.cut = True
            return "\ufffd", error.end
        return error.object[error.start : error.start + 1].decode("windows-1252", "replace"), error.start + 1


def unmarked_utf16(data: bytes) -> str | None:
    if b"\0" not in data[:4096]:
        return None
    even, odd = data[0::2].count(0), data[1::2].count(0)
    half = len(data) / 2
    if odd > PARITY * half and even * _ONE_IN <= half:
        return "utf-16-le"
    if even > PARITY * half and odd * _ONE_IN <= half:
        return "utf-16-be"
    return None
