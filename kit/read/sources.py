"""A path or standard input becomes bytes of a known kind.

* ``.gz`` is told by its first bytes, whatever the file is called;
* what is no article (PDF, zip, image, program) is told by its first bytes, and said so;
* JSON Lines stay a stream: only its first piece is read to tell its kind.
"""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from kit.read.article import ReadError, ReadProblem
from kit.read.decoding import bom, unmarked_utf16

__all__ = ["ALLOWED", "LARGEST", "are_lines", "chunks", "is_page", "opened", "refuse_binary", "whole"]

ALLOWED = "text, HTML or JSON Lines, each also as .gz"
LARGEST = 256 * 1024 * 1024
"""Bytes of one text or page, or of one line of JSON Lines, unpacked: forty thousand average articles. More is no
article, and a small .gz could unpack to fill the memory."""

CHUNK = 1 << 16
OPENING = 20_000
"""Characters in which a page's first tag is looked for, past comments that programs put first when saving."""
STRANGE = 0.05
"""Share of control bytes in the first piece from which it is no text. Text of any encoding read here has next to none;
pictures and programs have 10 % and more."""

FEW = 16
"""Control bytes that a short text may hold, whatever their share: they are mended, not a reason to refuse it."""

_GZIP = b"\x1f\x8b"
_MAGIC = {  # patterns, long enough that no prose begins so
    b"%PDF-": ("a PDF", "save its text (pdftotext does), and read that"),
    b"PK\x03\x04": ("a zip archive (.docx, .odt and .epub are such)", "save it as plain text or HTML, or unpack it"),
    b"\x89PNG": ("a picture (PNG)", "type or recognise its text, and read that"),
    b"\xff\xd8\xff": ("a picture (JPEG)", "type or recognise its text, and read that"),
    b"GIF8[79]a": ("a picture (GIF)", "type or recognise its text, and read that"),
    b"RIFF.{4}(?:WEBP|WAVE|AVI )": ("a picture or a recording (RIFF)", "type or recognise its text, and read that"),
    b"\xd0\xcf\x11\xe0": ("an old Office document", "save it as plain text or HTML"),
    rb"{\\rtf1": ("a rich text document (RTF)", "save it as plain text or HTML"),
    b"BZh[1-9](?:1AY&SY|\x17rE8P\x90)": ("a bzip2 archive", "unpack it, or pack it as .gz"),
    b"\xfd7zXZ": ("an xz archive", "unpack it, or pack it as .gz"),
    rb"\x28\xb5\x2f\xfd": ("a zstd archive", "unpack it, or pack it as .gz"),
    b"7z\xbc\xaf": ("a 7z archive", "unpack it, or pack it as .gz"),
    b"SQLite format 3\0": ("a database (SQLite)", "export its articles as JSON Lines"),
    b"bplist00": ("a Safari web archive or property list", "save the page as HTML"),
}
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_JSON = re.compile(rb'\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:\{\s*"|\]\s*$))')
_PAGE = re.compile(
    r"\s*(?:(?:<\?xml[^>]*\?>|<!--(?:[^-]|-(?!->))*-->)\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE
)
_TAG = re.compile(r"</?[a-z][a-z0-9]*[\s>/]", re.IGNORECASE)


@contextmanager
def opened(path: str, stdin: BinaryIO | None) -> Iterator[tuple[BinaryIO, bytes]]:
    """A stream of unpacked bytes and its first piece. Raises ``ReadError`` when there is no such file to read.
    Standard input is not ours to close."""
    if path == "-":
        import sys

        yield _unpacked(stdin or sys.stdin.buffer, path)
        return
    with _file(path) as stream:
        yield _unpacked(stream, path)


def _file(path: str) -> BinaryIO:
    try:
        return Path(path).open("rb")
    except FileNotFoundError:
        raise _error(path, "there is no such file", "nothing", "a file that exists, or - for standard input") from None
    except IsADirectoryError:
        step = "name the files in it, such as FOLDER/*.txt"
        raise _error(path, "this is a folder", "a folder", "files", step) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _error(path, "the file cannot be opened", reason, "a file that can be read") from None


def _unpacked(stream: BinaryIO, path: str) -> tuple[BinaryIO, bytes]:
    start = head(stream, path)
    if not start.startswith(_GZIP):
        return stream, start
    unpacked = io.BufferedReader(gzip.GzipFile(fileobj=io.BufferedReader(_Rejoined(start, stream)), mode="rb"))
    return unpacked, head(unpacked, path)


class _Rejoined(io.RawIOBase):
    """A stream with the piece that was read from it put back in front."""

    def __init__(self, start: bytes, stream: BinaryIO) -> None:
        self._start, self._stream = start, stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        piece = self._start[: len(buffer)] or self._stream.read(len(buffer))
        self._start = self._start[len(piece) :]
        buffer[: len(piece)] = piece
        return len(piece)


def head(stream: BinaryIO, path: str) -> bytes:
    """The first piece: until something is said and a line ends, at most :data:`CHUNK` bytes beyond white space.

    A slow producer of JSON Lines is not waited for longer than its first line.
    """
    found = b""
    while piece := _read(stream, path):
        found += piece
        if len(found) >= CHUNK or (b"\n" in piece and found.strip()):
            break
    return found


def chunks(start: bytes, stream: BinaryIO, path: str) -> Iterator[bytes]:
    """The whole stream, piece by piece. Raises ``ReadError`` where a packed stream breaks off."""
    yield start
    while piece := _read(stream, path):
        yield piece


def whole(start: bytes, stream: BinaryIO, path: str) -> bytes:
    """The whole stream at once. Raises ``ReadError`` when it is larger than :data:`LARGEST`."""
    pieces, size = [], 0
    for piece in chunks(start, stream, path):
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST:
            raise _error(path, "the file is too large for one article", f"over {LARGEST:,} bytes", f"{LARGEST:,} bytes",
                         "cut it into articles, or give them as JSON Lines")  # fmt: skip
    return b"".join(pieces)


def _read(stream: BinaryIO, path: str) -> bytes:
    read: object = getattr(stream, "read1", stream.read)
    try:
        return bytes(read(CHUNK))  # type: ignore[operator]
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        reason = "the packed file breaks off" if isinstance(error, EOFError) else "the packed file is damaged"
        step = "fetch or pack it again; of JSON Lines, the lines before the break were read"
        raise _error(path, reason, "a .gz that cannot be unpacked to its end", "a whole .gz", step) from None


def are_lines(path: str, start: bytes) -> bool:
    """Whether the first piece is that of JSON Lines: a line opens a JSON object, or the name says so (``.jsonl``,
    ``.ndjson``). A JSON list counts too, to be told as what it is."""
    if wide := bom(start):
        start = start.decode(wide, "replace").removeprefix("\ufeff").encode("utf-8", "replace")
    return bool(_JSON.match(start)) or (_suffix(path) in ("jsonl", "ndjson") and bool(start.strip()))


def is_page(path: str, text: str) -> bool:
    """Whether a text is HTML: it starts, after white space, comments and an XML declaration, with a doctype, ``<html``,
    ``<head`` or ``<body``; or its name ends in ``.html``, ``.htm`` or ``.xhtml`` and there is any tag in it.

    All else is text, which no HTML parser touches, whatever tags are left in it.
    """
    named = _suffix(path) in ("html", "htm", "xhtml")
    return bool((named and _TAG.search(text)) or _PAGE.match(text[:OPENING]))


def _suffix(path: str) -> str:
    return path.lower().removesuffix(".gz").rpartition(".")[2]


def refuse_binary(path: str, start: bytes) -> None:
    """Raises ``ReadError`` when the first piece is that of a document, picture, archive or program."""
    begin = start.lstrip(b"\xef\xbb\xbf \t\r\n")[:16]
    magic = next((m for m in _MAGIC if re.match(m, begin, re.DOTALL)), None)
    if magic:
        found, step = _MAGIC[magic]
        raise _error(path, "this is no text", found, ALLOWED, step)
    piece = start[:CHUNK]
    strange = len(piece) - len(piece.translate(None, _CONTROLS))
    wide = bom(start) or unmarked_utf16(piece)
    if strange > max(FEW, STRANGE * len(piece)) and not wide:
        found = f"bytes that no text holds ({strange:,} of the first {len(piece):,})"
        raise _error(path, "this is no text", found, ALLOWED, "save it as text in UTF-8")


def _error(path: str, wrong: str, found: str, allowed: str, step: str = "name another file") -> ReadError:
    return ReadError(ReadProblem(path, wrong, found, allowed, step))
