"""JSON Lines of quotations, a line each, read into columns: a million of them are held as columns, not as objects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from sys import intern
from typing import BinaryIO

import orjson

from kit.read.article import ReadError, ReadProblem, Tell
from kit.read.decoding import cleaned
from kit.read.lines import in_utf8, lines, not_lines, parsed, text_of
from kit.read.sources import are_lines, chunks, opened, refuse_binary

__all__ = ["FIELDS", "quotations"]

FIELDS = ("id", "text", "article", "published", "case", "speaker")
"""What a quotation is grouped by. Other fields of a line are ignored."""

PARCEL = 5_000
"""Lines that are checked together: only where one of them is odd are they looked at one by one."""

Parcel = list[bytes | None]

_OPTIONAL = ("article", "published", "case", "speaker")
_ALLOWED = "a JSON object with id, text and, if known, article, outlet, published, case, speaker"
_OTHERS = "mend or remove the line; the other lines were read"


def quotations(
    paths: Iterable[Path | str],
    *,
    tell: Tell,
    stdin: BinaryIO | None = None,
    done: Callable[[int], None] = lambda _: None,
) -> dict[str, list[str]]:
    """The columns of :data:`FIELDS`, with an empty string where an optional one is not given.

    Paths as for :func:`kit.read.articles`. ``tell`` is called with what cannot be read: a file that is no JSON Lines, a line
    that is broken, without id or text, or with an id that was given before; ``done`` with how many were read, now and then.
    """
    columns: dict[str, list[str]] = {name: [] for name in FIELDS}
    given: set[str] = set()
    for path in map(str, paths):
        try:
            for number, parcel in _parcels(path, stdin):
                found = _sound(parcel, given) or zip(*_one_by_one(parcel, path, number, given, tell), strict=True)
                for name, values in zip(FIELDS, found, strict=False):  # nothing where no line can be read
                    columns[name].extend(values)
                done(len(given))
        except ReadError as error:
            tell(error.problem)
    return columns


def _parcels(path: str, stdin: BinaryIO | None) -> Iterator[tuple[int, Parcel]]:
    """The lines of a file, a parcel at a time, each with the number of its first line."""
    with opened(path, stdin) as (stream, start):
        refuse_binary(path, start)
        if not start.strip():
            raise ReadError(ReadProblem(path, "the file is empty", "nothing", _ALLOWED, "name another file"))
        if not are_lines(path, start):
            found = start.strip()[:40].decode("utf-8", "replace")
            raise ReadError(ReadProblem(path, "this is no JSON Lines", found, _ALLOWED, "write one object a line"))
        number, begun = 1, False
        every = lines(in_utf8(chunks(start, stream, path)))
        while parcel := list(islice(every, PARCEL)):
            if not begun:
                opening = next((line for line in parcel if line is None or line.strip()), None)
                begun = opening is not None
                if opening and (problem := not_lines(opening, path)):
                    raise ReadError(problem)
            yield number, parcel
            number += len(parcel)


def _sound(parcel: Parcel, given: set[str]) -> list[list[str]] | None:
    """The columns of a parcel in which every line is as it should be; ``None`` where one is not, and nothing is noted."""
    try:
        rows = list(map(orjson.loads, filter(len, parcel)))  # type: ignore[arg-type]
        ids, texts = [row["id"] for row in rows], [row["text"] for row in rows]
        told = [[row.get(name) for row in rows] for name in _OPTIONAL]
    except (orjson.JSONDecodeError, KeyError, TypeError, AttributeError):
        return None
    if {*map(type, ids), *map(type, texts)} != {str} or not all(map(str.strip, ids)) or not all(map(str.strip, texts)):
        return None
    unique = set(ids)
    if len(unique) < len(ids) or not given.isdisjoint(unique):
        return None
    given |= unique
    return [ids, texts, *map(_interned, told)]


def _one_by_one(parcel: Parcel, path: str, number: int, given: set[str], tell: Tell) -> Iterator[tuple[str, ...]]:
    """The values of :data:`FIELDS` of each line that can be read."""
    for at, line in enumerate(parcel, number):
        if line is not None and not line.strip():
            continue
        try:
            value, id_, text = _mended(line, f"{path}:{at}", given)
        except ReadError as error:
            tell(error.problem)
            continue
        given.add(id_)
        yield id_, text, *_interned([value.get(name) for name in _OPTIONAL])


def _interned(values: list[object]) -> list[str]:
    """Words held once however often they come, and an empty string for what is none."""
    if not any(values):
        return [""] * len(values)
    return [intern(value) if type(value) is str else "" for value in values]


def _mended(line: bytes | None, where: str, given: set[str]) -> tuple[dict[str, object], str, str]:
    """A line that is not as it should be, where it still can be read. Raises ``ReadError`` where it cannot."""
    value, _ = parsed(line, where)
    id_, text = value.get("id"), text_of(value, where)
    if isinstance(id_, int) and not isinstance(id_, bool):
        id_ = str(id_)
    if not isinstance(id_, str) or not id_.strip():
        found = f"the fields {', '.join(map(str, value))}" if id_ is None else repr(id_)
        raise ReadError(ReadProblem(where, "the line has no id", found, _ALLOWED, _OTHERS))
    id_ = cleaned(id_).text
    if id_ in given:
        raise ReadError(ReadProblem(where, "the id is taken", f'"{id_}"', "each id once", _OTHERS))
    return dict(value), id_, cleaned(text).text
