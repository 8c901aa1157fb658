"""JSON Lines of quotations, a line each, read into columns: a million of them are held as columns, not as objects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
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

STEP = 10_000
"""Quotations between two reports of progress."""

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
            for row in _rows(path, stdin, given, tell):
                for name, value in zip(FIELDS, row, strict=True):
                    columns[name].append(value)
                if not len(given) % STEP:
                    done(len(given))
        except ReadError as error:
            tell(error.problem)
    return columns


def _rows(path: str, stdin: BinaryIO | None, given: set[str], tell: Tell) -> Iterator[tuple[str, ...]]:
    with opened(path, stdin) as (stream, start):
        refuse_binary(path, start)
        if not start.strip():
            raise ReadError(ReadProblem(path, "the file is empty", "nothing", _ALLOWED, "name another file"))
        if not are_lines(path, start):
            found = start.strip()[:40].decode("utf-8", "replace")
            raise ReadError(ReadProblem(path, "this is no JSON Lines", found, _ALLOWED, "write one object a line"))
        begun = False
        for number, line in enumerate(lines(in_utf8(chunks(start, stream, path))), 1):
            if line is not None and not line.strip():
                continue
            if line is not None and not begun and (problem := not_lines(line, path)):
                raise ReadError(problem)
            begun = True
            try:
                yield _row(line, f"{path}:{number}", given)
            except ReadError as error:
                tell(error.problem)


def _row(line: bytes | None, where: str, given: set[str]) -> tuple[str, ...]:
    """The values of :data:`FIELDS`. Raises ``ReadError`` for a line that cannot be read."""
    try:
        row = orjson.loads(line or b"")
        id_, text = row["id"], row["text"]
        if type(id_) is not str or type(text) is not str or id_ in given or not id_.strip() or not text.strip():
            row, id_, text = _mended(line, where, given)
    except (orjson.JSONDecodeError, KeyError, TypeError):
        row, id_, text = _mended(line, where, given)
    given.add(id_)
    get = row.get
    return (id_, text, *[intern(value) if type(value := get(name)) is str else "" for name in _OPTIONAL])


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
