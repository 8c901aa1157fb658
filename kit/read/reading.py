"""Files and standard input become articles, one after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from kit.read.article import Article, ReadError, ReadProblem, Tell
from kit.read.decoding import decoded
from kit.read.lines import Ids, from_lines, named
from kit.read.sources import ALLOWED, are_lines, chunks, is_page, opened, refuse_binary, whole

__all__ = ["articles"]


def articles(
    paths: Iterable[Path | str], *, stdin: BinaryIO | None = None, tell: Tell | None = None
) -> Iterator[Article]:
    """The articles of files, in the order given: text, HTML (a saved page), JSON Lines, ``.gz`` of each; ``-`` is
    standard input (``stdin``, else the process's own).

    A generator that holds one article at a time. An id is the JSON Lines' own, else the file's name without suffixes,
    made unique with ``-2``. What cannot be read is passed to ``tell`` and reading goes on; without ``tell`` it is
    raised as :class:`ReadError`.
    """
    told = tell or _raise
    ids = Ids()
    for path in map(str, paths):
        try:
            yield from _file(path, stdin, ids, told)
        except ReadError as error:
            if tell is None:
                raise
            tell(error.problem)


def _raise(problem: ReadProblem) -> None:
    raise ReadError(problem)


def _file(path: str, stdin: BinaryIO | None, ids: Ids, tell: Tell) -> Iterator[Article]:
    with opened(path, stdin) as (stream, start):
        refuse_binary(path, start)
        if are_lines(path, start):
            yield from from_lines(chunks(start, stream, path), path, ids, tell)
        else:
            yield _one(path, whole(start, stream, path), ids)


def _one(path: str, data: bytes, ids: Ids) -> Article:
    text, repairs = decoded(data)
    _not_empty(path, text, f"{len(data):,} bytes")
    id_ = ids.unique(named(path))
    if is_page(path, text):
        from kit.read.page import article

        found = article(data, id_, path)
    else:
        found = Article(id_, text, repairs=repairs, source=path)
    _not_empty(path, found.text, "a page without words")
    ids.add(id_, path)
    return found


def _not_empty(path: str, text: str, found: str) -> None:
    if text.strip():
        return
    found = "0 bytes" if found == "0 bytes" else found if "page" in found else f"{found} of white space"
    problem = ReadProblem(path, "the file is empty", found, ALLOWED, "save the article again, with its words")
    raise ReadError(problem)
