"""Articles in, records out, on one core or several: the same output in the same order, in flat memory.

* records leave as lines of JSON, so that a worker hands over bytes and nothing is made twice;
* at most a few parcels an idle worker are read ahead, however long the stream.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import orjson

from kit.find.rows import MAKERS
from kit.read import Article

if TYPE_CHECKING:
    from concurrent.futures import Future

__all__ = ["Found", "found", "settled"]

PARCEL = 16
"""Articles a worker gets at once: enough that sending costs little, few enough that memory stays small."""

AHEAD = 2
"""Parcels that wait for each worker while it is busy."""


COLLECTED = 50_000
"""Objects made between two looks for cycles: articles make none, and looking every 700 takes a tenth of the time."""


def settled() -> None:
    """Leave the modules and word lists out of every later look for cycles: once, before a long stream."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECTED)


class Found(NamedTuple):
    """The records of one article, as lines of JSON, and how many there are."""

    lines: bytes
    number: int


def _one(article: Article, what: str, zone: str | None) -> Found:
    records = list(MAKERS[what](article, zone))
    return Found(b"".join([orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE) for record in records]), len(records))


def _parcel(articles: list[Article], what: str, zone: str | None) -> list[Found]:
    return [_one(article, what, zone) for article in articles]


def found(
    articles: Iterable[Article],
    what: str,
    zone: str | None = None,
    jobs: int = 1,
    done: Callable[[int], None] = lambda _: None,
) -> Iterator[Found]:
    """The records of each article (``what``: quotes or times), in the order of the articles. ``done`` is told how many
    articles are finished."""
    stream = _alone(articles, what, zone) if jobs < 2 else _together(iter(articles), what, zone, jobs)
    for number, one in enumerate(stream, 1):
        yield one
        done(number)


def _alone(articles: Iterable[Article], what: str, zone: str | None) -> Iterator[Found]:
    return (_one(article, what, zone) for article in articles)


def _together(articles: Iterator[Article], what: str, zone: str | None, jobs: int) -> Iterator[Found]:
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs, initializer=settled) as pool:
        waiting: deque[Future[list[Found]]] = deque()
        while True:
            while len(waiting) < jobs * AHEAD and (parcel := list(islice(articles, PARCEL))):
                waiting.append(pool.submit(_parcel, parcel, what, zone))
            if not waiting:
                return
            yield from waiting.popleft().result()
