"""JSON Lines: one article a line, read as a stream.

* a bad line is told with its number, and the others are still read;
* unknown fields are allowed; one that cannot be what it should is left out and noted, the article is read;
* memory stays flat: one line is held at a time, and the places of the last :data:`REMEMBERED` ids.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson

from kit.read.article import Article, ReadError, ReadProblem, Repair, Tell
from kit.read.decoding import bom, cleaned, decoded
from kit.read.sources import LARGEST

__all__ = ["Ids", "from_lines", "in_utf8", "is_moment", "lines", "named", "not_lines", "parsed", "text_of"]

REMEMBERED = 250_000
"""Ids whose places are kept to tell a second one; some 40 MB at most. A copy further apart is not told."""

_OPTIONAL = ("outlet", "title", "author", "url", "case")
_FIELDS = "a JSON object with id, text and, if known, outlet, published, title, author, url, case"
_SUFFIXES = re.compile(r"(?:\.(?:txt|text|html?|xhtml|jsonl|ndjson|json|gz|md))+$", re.IGNORECASE)
_OTHERS = "mend or remove the line; the other lines were read"


@dataclass(slots=True)
class Ids:
    """The ids given so far and where. Hashes, not the ids themselves, so that memory has a bound."""

    _places: dict[int, tuple[str, int, int]] = field(default_factory=dict)
    _numbers: dict[int, int] = field(default_factory=dict)  # the last number given to ids of one name

    def place(self, id_: str) -> str | None:
        """Where an id was given first, as file:line."""
        found = self._places.get(hash(id_))
        return None if found is None else f"{found[0]}:{found[1]}" if found[1] else found[0]

    def again(self, id_: str, text: object) -> bool:
        """Whether the id was given before to this very text."""
        found = self._places.get(hash(id_))
        return found is not None and isinstance(text, str) and found[2] == hash(text)

    def add(self, id_: str, path: str, number: int = 0, text: str = "") -> None:
        """Note an id and its text; the oldest is forgotten when there are too many."""
        if len(self._places) >= REMEMBERED:
            del self._places[next(iter(self._places))]
        self._places[hash(id_)] = (path, number, hash(text))

    def unique(self, wanted: str) -> str:
        """``wanted``, or with the first number from 2 that makes it new."""
        if hash(wanted) not in self._places:
            return wanted
        number = self._numbers.get(hash(wanted), 2)  # those before are taken
        while hash(id_ := f"{wanted}-{number}") in self._places:
            number += 1
        if len(self._numbers) >= REMEMBERED:
            self._numbers.clear()
        self._numbers[hash(wanted)] = number
        return id_


def from_lines(pieces: Iterable[bytes], path: str, ids: Ids, tell: Tell) -> Iterator[Article]:
    """The articles of a stream of JSON Lines, in order; ``tell`` is called with each problem."""
    begun = False
    for number, line in enumerate(lines(in_utf8(pieces)), 1):
        if line is not None and not line.strip():
            continue
        if line is not None and not begun and (problem := not_lines(line, path)):
            tell(problem)
            return
        begun = True
        try:
            value, repairs = parsed(line, f"{path}:{number}")
            article = _article(value, repairs, f"{path}:{number}", ids)
        except ReadError as error:
            tell(error.problem)
            continue
        ids.add(article.id, path, number, value["text"])
        yield article


def in_utf8(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same stream without a byte order mark, and in UTF-8 where the mark says UTF-16."""
    decoder: codecs.IncrementalDecoder | None = None
    for n, piece in enumerate(pieces):
        if n == 0 and (encoding := bom(piece)):
            piece = piece[3 if encoding == "utf-8" else 2 :]
            decoder = None if encoding == "utf-8" else codecs.getincrementaldecoder(encoding)("replace")
        yield decoder.decode(piece).encode("utf-8", "replace") if decoder else piece


def lines(pieces: Iterable[bytes]) -> Iterator[bytes | None]:
    """The lines of a stream, ``None`` for one that is too long to hold; time is linear however long a line is."""
    parts: list[bytes] = []
    size = 0
    for piece in pieces:
        first, *others = piece.split(b"\n")
        size += len(first)
        if size <= LARGEST:
            parts.append(first)
        for other in others:
            yield b"".join(parts) if size <= LARGEST else None
            parts, size = [other], len(other)
    yield b"".join(parts) if size <= LARGEST else None


def not_lines(line: bytes, path: str) -> ReadProblem | None:
    """One problem for a whole file of JSON that is no JSON Lines, instead of one for each of its lines."""
    line = line.strip()
    if line.startswith(b"["):
        return ReadProblem(path, "this is no JSON Lines", "a JSON list", _FIELDS + ", each on one line",
                           f"write one object a line: jq -c '.[]' {path}")  # fmt: skip
    if line == b"{":
        return ReadProblem(path, "this is no JSON Lines", "a JSON object over several lines", _FIELDS + ", on one line",
                           f"write one object a line: jq -c . {path}")  # fmt: skip
    return None


def parsed(line: bytes | None, where: str) -> tuple[Mapping[str, Any], tuple[Repair, ...]]:
    if line is None:
        found = f"over {LARGEST:,} bytes before a line end"
        raise ReadError(ReadProblem(where, "the line is too long", found, f"{LARGEST:,} bytes", _OTHERS))
    repairs: tuple[Repair, ...] = ()
    try:
        value = orjson.loads(line)
    except orjson.JSONDecodeError:
        value, repairs = _forgiving(line, where)
    if not isinstance(value, dict):
        raise ReadError(ReadProblem(where, "the line is no JSON object", _shown(value), _FIELDS, _OTHERS))
    return value, repairs


def _forgiving(line: bytes, where: str) -> tuple[object, tuple[Repair, ...]]:
    """What the strict parser refuses but can be read: other bytes than UTF-8, half a surrogate pair."""
    text = decoded(line)
    try:
        return json.loads(text.text), tuple(Repair(r.what, None, r.count) for r in text.repairs[:1])
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deep or a number too long"
        place = f" (column {error.colno})" if isinstance(error, json.JSONDecodeError) else ""
        found = f'{reason}{place} in "{text.text.strip()[:30]}"'
        raise ReadError(ReadProblem(where, "the line is no JSON", found, _FIELDS, _OTHERS)) from None


def _article(value: Mapping[str, Any], repairs: tuple[Repair, ...], where: str, ids: Ids) -> Article:
    text, mended = cleaned(text_of(value, where))
    id_, given = _id(value, where, ids)
    told = {name: _optional(value, name) for name in (*_OPTIONAL, "published")}
    left = tuple(Repair(f"{name} was left out: found {_shown(value[name])}; allowed: {_allowed(name)}")
                 for name, found in told.items() if found is None and not _blank(value.get(name)))  # fmt: skip
    return Article(id_, text, repairs=repairs + given + left + mended, source=where, **told)


def text_of(value: Mapping[str, Any], where: str) -> str:
    text = value.get("text")
    if isinstance(text, str) and text.strip():
        return text
    wrong = (
        "the line has no text"
        if text is None
        else "the text is empty"
        if isinstance(text, str)
        else "text is no string"
    )
    found = f"the fields {', '.join(map(str, value)) or '(none)'}" if text is None else _shown(text)
    raise ReadError(ReadProblem(where, wrong, found, "text with the article's words, as a JSON string", _OTHERS))


def _id(value: Mapping[str, Any], where: str, ids: Ids) -> tuple[str, tuple[Repair, ...]]:
    given = value.get("id")
    if isinstance(given, int) and not isinstance(given, bool):
        given = str(given)
    if isinstance(given, str) and given.strip():
        given = given if given.isprintable() else cleaned(given).text
        if place := ids.place(given):
            allowed = "each id once"
            if ids.again(given, value.get("text")):
                told = "nothing is lost: the same article again, which was read once"
                raise ReadError(
                    ReadProblem(where, "the id is taken", f'"{given}", first at {place}', allowed, told, lost=False)
                )
            raise ReadError(ReadProblem(where, "the id is taken", f'"{given}", first at {place}', allowed, _OTHERS))
        return given, ()
    stem, _, number = where.rpartition(":")
    made = ids.unique(f"{named(stem)}-{number}")
    return made, (Repair(f"the line has no id; it was given {made}"),)


def _optional(value: Mapping[str, Any], name: str) -> str | None:
    """A field's words, ``None`` where there are none or they cannot be what the field holds."""
    given = value.get(name)
    if not isinstance(given, str) or not (given := given.strip()):
        return None
    if name == "published" and not is_moment(given):
        return None
    return given if given.isprintable() else cleaned(given).text


def _blank(given: object) -> bool:
    return given is None or (isinstance(given, str) and not given.strip())


def _allowed(name: str) -> str:
    return "a day or moment in ISO 8601, such as 2025-10-06" if name == "published" else "a string"


def is_moment(written: str) -> bool:
    """Whether ISO 8601 reads it as a day or a moment."""
    try:
        datetime.fromisoformat(written)
    except ValueError:
        return False
    return True


def named(path: str) -> str:
    """An id from a file's name: what stands before its suffixes; ``stdin`` for standard input."""
    if path == "-":
        return "stdin"
    name = Path(path).name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return _SUFFIXES.sub("", name) or "article"


def _shown(value: object) -> str:
    try:
        return json.dumps(value, ensure_ascii=False)[:200]
    except (ValueError, RecursionError):
        return type(value).__name__
