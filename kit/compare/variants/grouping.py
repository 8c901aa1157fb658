"""From quotations to utterances, step by step."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kit.compare.variants.candidates import candidates
from kit.compare.variants.groups import grouped
from kit.compare.variants.links import Pairs, links
from kit.compare.variants.naming import names_apart
from kit.compare.variants.people import People
from kit.compare.variants.shared import shared
from kit.compare.variants.vocabulary import Bits
from kit.compare.variants.words import Words, cut

__all__ = ["Quotations", "utterances", "variants"]

COPY_WEIGHT, COPY_WORDS = 0.9, 5
"""What the same words need to weigh, or how many they need to be, to be one utterance without a known speaker: below,
anybody says them (*thank you*)."""

FAR_DAYS = 45
"""Days between two articles' publication from which more evidence is needed: news of one event seldom lasts longer."""

_SEED = np.uint64(0x2545F4914F6CDD1D)


class Quotations(NamedTuple):
    """Quotations in columns of equal length; an optional one may be empty, and a value ``None`` where it is not known."""

    id: Sequence[str]
    text: Sequence[str]
    article: Sequence[str | None] = ()
    published: Sequence[str | None] = ()
    case: Sequence[str | None] = ()
    speaker: Sequence[str | None] = ()
    part_of: Sequence[str | None] = ()
    """The body that the speaker speaks for, written as it would be as a speaker."""


def variants(quotations: pd.DataFrame) -> pd.DataFrame:
    """One row a quotation, in the order given: ``id`` and ``utterance``, the least id of its group (the shortest, then
    the first by alphabet).

    Columns in: ``id`` (unique), ``text``; if known ``article``, ``published`` (ISO 8601), ``case`` (only quotations of one case
    are grouped; those without one are one pool), ``speaker``, ``part_of`` (the body the speaker speaks for). Others are ignored. Raises ``ValueError`` for an id that
    is missing or not unique, and for a text that is missing.
    """
    lists = {}
    for name in Quotations._fields:
        if name in quotations:
            column = quotations[name].astype(object)
            lists[name] = column.where(column.notna(), None).tolist()
    if missing := [name for name in ("id", "text") if name not in lists]:
        raise ValueError(f"columns: found {', '.join(map(str, quotations))}; missing: {', '.join(missing)}")
    ids = [None if id_ is None else str(id_) for id_ in lists["id"]]
    for number, (id_, text) in enumerate(zip(ids, lists["text"], strict=True)):
        if id_ is None or not isinstance(text, str):
            raise ValueError(f"row {number}: {'id' if id_ is None else 'text'} is missing")
    if len(set(ids)) < len(ids):
        again = pd.Series(ids)[pd.Series(ids).duplicated()].iloc[0]
        raise ValueError(f'id: found "{again}" more than once; allowed: each id once')
    return pd.DataFrame({"id": ids, "utterance": utterances(Quotations(**lists | {"id": ids}))}, dtype="str")


def utterances(rows: Quotations) -> list[str]:
    """For each quotation the id of its utterance."""
    if not rows.id:
        return []
    words = cut(rows.text)
    pools, days = _pools(rows), _days(rows.published, len(rows.id))
    people = (
        People.known(rows.speaker, rows.part_of)
        if any(rows.speaker)
        else People(np.zeros(len(rows.id), np.int64), [("", "")])
    )
    keys = _keys(words, pools, people)
    first, node = _nodes(keys, words)
    nodes = _taken(words, first)
    left, right = candidates(nodes, pools[first])
    found = shared(nodes, left, right)
    days, articles = days[first], _articles(rows.article, node, len(first))
    far = (days[left] > 0) & (days[right] > 0) & (np.abs(days[left] - days[right]) > FAR_DAYS)
    people = People(people.of[first], people.names, people.bodies)
    twice = ((articles[left] > 0) & (articles[left] == articles[right])) | people.related(left, right)
    linked = links(left, right, found, Pairs(far, twice, pools[first][left] > 0))
    linked = names_apart(linked, rows.text, first)
    group = grouped(len(first), linked, people)
    return _named(rows.id, group[node])


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "little")


def _pools(rows: Quotations) -> Bits:
    if not any(rows.case):
        return np.zeros(len(rows.id), np.uint64)
    hashes = {case: _hash(case) for case in set(rows.case) if case}
    return np.fromiter((hashes[case] if case else 0 for case in rows.case), np.uint64, len(rows.id))


def _days(published: Sequence[str | None], count: int) -> NDArray[np.int64]:
    """Each day as its number, 0 where none can be read."""
    if not any(published):
        return np.zeros(count, np.int64)
    read = {day: _day(day) for day in set(published)}
    return np.fromiter((read[day] for day in published), np.int64, count)


def _day(written: str | None) -> int:
    try:
        return date.fromisoformat(str(written or "")[:10]).toordinal()
    except ValueError:
        return 0


def _keys(words: Words, pools: Bits, people: People) -> Bits:
    """What is equal for quotations that are one utterance without a closer look: words, pool and speaker. Words that
    anybody says get a key of their own for each row, but where the speaker is known."""
    lengths = np.diff(words.starts)
    place = np.arange(len(words.forms)) - np.repeat(words.starts[:-1], lengths)
    mixed = words.forms * (place.astype(np.uint64) * np.uint64(2) + np.uint64(0x9E3779B97F4A7C15))
    mixed ^= mixed >> np.uint64(32)
    keys: Bits = _sums(mixed * _SEED, words.starts) ^ (pools * _SEED)
    speakers = np.array([_hash("\n".join(name)) for name in people.names], np.uint64)
    keys ^= np.where(people.of > 0, speakers[people.of], 0).astype(np.uint64)
    light = (_sums(words.weights.astype(np.float64), words.starts) < COPY_WEIGHT) & (lengths < COPY_WORDS)
    alone = light & (people.of == 0)
    keys[alone] = _SEED * np.arange(1, alone.sum() + 1, dtype=np.uint64)
    return keys


def _sums(values: NDArray[Any], starts: NDArray[np.int64]) -> NDArray[Any]:
    """The sum of each text's values; the sums wrap where the values are whole."""
    total = np.concatenate([np.zeros(1, values.dtype), np.cumsum(values, dtype=values.dtype)])
    sums: NDArray[Any] = total[starts[1:]] - total[starts[:-1]]
    return sums


def _nodes(keys: Bits, words: Words) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Equal quotations are one node: a row of each, the longest first and by key among equals; and each row's node."""
    _, first, node = np.unique(keys, return_index=True, return_inverse=True)
    order = np.lexsort((keys[first], -np.diff(words.starts)[first]))
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    return first[order], rank[node]


def _taken(words: Words, texts: NDArray[np.int64]) -> Words:
    """The words of some texts, in that order."""
    lengths = np.diff(words.starts)[texts]
    starts = np.concatenate([[0], np.cumsum(lengths)])
    at = np.repeat(words.starts[texts] - starts[:-1], lengths) + np.arange(starts[-1])
    return Words(starts, words.forms[at], words.weights[at], words.marks[at])


def _articles(articles: Sequence[str | None], node: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """The number of each node's article, 0 where it is not known or there are several."""
    if not any(articles):
        return np.zeros(count, np.int64)
    numbers: dict[str, int] = {}
    of = np.fromiter((numbers.setdefault(a, len(numbers) + 1) if a else 0 for a in articles), np.int64, len(articles))
    least, most = np.full(count, len(numbers) + 1), np.zeros(count, np.int64)
    np.minimum.at(least, node, of)
    np.maximum.at(most, node, of)
    return np.where(least == most, most, 0)


def _named(ids: Sequence[str], group: NDArray[np.int64]) -> list[str]:
    """The least id of each group, the shortest, then the first by alphabet, for each of its rows."""
    lengths = np.fromiter(map(len, ids), np.int64, len(ids))
    order = np.lexsort((lengths, group))
    begins = np.flatnonzero(np.diff(group[order], prepend=-1))
    sizes = np.diff(begins, append=len(order))
    lengths = lengths[order]
    shortest = np.add.reduceat(lengths == np.repeat(lengths[begins], sizes), begins, dtype=np.int64)
    names = np.array(ids, dtype=object)
    least, sorted_ids = names[order[begins]], names[order].tolist()
    several = np.flatnonzero(shortest > 1)
    ranges = zip(begins[several].tolist(), shortest[several].tolist(), strict=True)
    least[several] = [min(sorted_ids[begin : begin + count]) for begin, count in ranges]
    names[order] = np.repeat(least, sizes)
    return list(names.tolist())
