"""Who shares text with whom: each two articles, what they have in common, and which of them was printed first.

* of a case from its fingerprints, so no text is needed; of any number of texts from :func:`copies`;
* words inside quotation marks are told apart from words outside: quoting one speech is no copying;
* shared text says nothing of who took it from whom: both may print an agency's. Which was published first is told where
  both say when, and nothing more is concluded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

import pandas as pd

from kit.compare.prints import of_case, of_texts
from kit.compare.stretches import KINDS, SHORT, Stretch, stretches
from kit.compare.timeline import local
from kit.find.fingerprints import left_out

if TYPE_CHECKING:
    from kit.case import Case

__all__ = [
    "COLUMNS", "NEAR_DUPLICATE", "RELATIONS", "STRETCH_COLUMNS", "UNDECIDED", "WIRE_COPY", "copied_stretches", "copies", "copying",
]  # fmt: skip

NEAR_DUPLICATE = 0.8
"""Share of each article's characters, in and outside marks, from which two are near-duplicates: one may add or cut a
paragraph in five. In 2,000 news articles chosen one by one no two reach it; one article printed twice does."""

WIRE_COPY = 0.3
"""Share of one article's characters, outside marks, from which a pair is called wire copy: more than a release quoted at
length or a site's frame, which stay below in 2,000 news articles but for two pairs, less than what an outlet leaves of an
agency's report when it cuts and adds."""

RELATIONS = ("near-duplicate", "wire copy", "passages", "quotations", "stock phrases", "nothing")
"""How two articles stand, by the strongest of: nearly the same; a large part outside marks; some prose; words in marks in
one at least; nothing but stock phrases; nothing."""

COPIED = RELATIONS[:3]
UNDECIDED = "undecided"

COLUMNS = (
    "article_a", "article_b", "relation", "first", "quotation", "marks_in_one", "prose", "stock_phrase", "longest", "share_a", "share_b",
)  # fmt: skip
STRETCH_COLUMNS = (
    "article_a", "article_b", "kind", "words", "start_a", "end_a", "start_b", "end_b", "articles", "quoted_a", "quoted_b",
)  # fmt: skip


class _Sizes(NamedTuple):
    """The ids of the articles in the order of their numbers, and the characters of each one's prose."""

    ids: Sequence[str]
    characters: Sequence[int]


def copying(case: Case) -> pd.DataFrame:
    """One row for each two articles, in the order of ``articles.csv``.

    Columns: ``article_a``, ``article_b``; ``relation`` (one of :data:`RELATIONS`); ``first``: the one published first
    where both say when and these are different moments, else ``undecided``, and missing where nothing is copied; the
    words shared by kind: ``quotation``, ``marks_in_one``, ``prose``, ``stock_phrase``; ``longest``: words of the longest
    stretch of prose or stock phrase; ``share_a``, ``share_b``: the part of each article's characters, artefacts left
    out, that is shared and no stock phrase (0 to 1). No rows for articles without fingerprints.
    """
    prints, ids = of_case(case)
    found = _pairs(stretches(prints, len(ids)), _Sizes(ids, _characters(case, ids)), every=True)
    return _in_order(case, _dated(case, found)).loc[:, list(COLUMNS)]


def copied_stretches(case: Case) -> pd.DataFrame:
    """One row for each stretch that two articles share, in the order of ``articles.csv``, then of the first article.

    Columns: ``article_a``, ``article_b``; ``kind`` (see `kit.compare.stretches.KINDS`); ``words``; ``start_a``,
    ``end_a``, ``start_b``, ``end_b`` in code points; ``articles``: in how many articles all of it stands; ``quoted_a``,
    ``quoted_b``: whether it stands in quotation marks there.
    """
    prints, ids = of_case(case)
    frame = pd.DataFrame(stretches(prints, len(ids)), columns=list(Stretch._fields))
    frame = frame.assign(article_a=[ids[a] for a in frame["a"]], article_b=[ids[b] for b in frame["b"]])
    return _in_order(case, frame[list(STRETCH_COLUMNS)])


def copies(texts: Iterable[tuple[str, str]]) -> pd.DataFrame:
    """The pairs among any number of articles (id, text) that share more than stock phrases, and `SHORT` words in a row.

    Columns as those of :func:`copying`, but for ``first``; ids in alphabetical order, so that the order of the texts does
    not count. Raises ``ValueError`` when two have the same id. Frames that all articles of one outlet have in common
    count as prose from `kit.compare.stretches.FRAME` words on: leave them out of the texts first.
    """
    given = sorted(texts)
    ids = [one for one, _ in given]
    if len(set(ids)) < len(ids):
        twice = next(one for i, one in enumerate(ids) if one in ids[:i])
        raise ValueError(f'copies: found the id "{twice}" twice; allowed: each article once')
    found = stretches(of_texts([text for _, text in given]), len(ids), SHORT)
    pairs = _pairs(found, _Sizes(ids, [len(text) for _, text in given])).drop(columns="first")
    return pairs[pairs["relation"] != "stock phrases"].reset_index(drop=True)


def _characters(case: Case, ids: Sequence[str]) -> list[int]:
    """The characters of each article's prose."""
    whole, cut = dict(zip(case.articles["article"], case.articles["characters"], strict=True)), left_out(case)
    return [whole[article] - sum(one.end - one.start for one in cut[article]) for article in ids]


def _pairs(found: Iterable[Stretch], sizes: _Sizes, *, every: bool = False) -> pd.DataFrame:
    """A row for each pair that shares a stretch, or for ``every`` pair."""
    pairs = combinations(range(len(sizes.ids)), 2) if every else ()
    shared: dict[tuple[int, int], list[Stretch]] = {pair: [] for pair in pairs}
    for one in found:
        shared.setdefault((one.a, one.b), []).append(one)
    rows = [_pair(pair, its, sizes) for pair, its in shared.items()]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype({"article_a": "str", "article_b": "str", "first": "str"})


def _pair(pair: tuple[int, int], its: Sequence[Stretch], sizes: _Sizes) -> tuple[object, ...]:
    words = {kind: sum(one.words for one in its if one.kind == kind) for kind in KINDS}
    longest = max((one.words for one in its if one.kind in ("prose", "stock phrase")), default=0)
    size = [max(sizes.characters[one], 1) for one in pair]
    shares = [_held(its, KINDS[:3], side) / size[side] for side in (0, 1)]
    bare = max(_held(its, ("prose",), side) / size[side] for side in (0, 1))
    told = (sizes.ids[pair[0]], sizes.ids[pair[1]], _relation(words, min(shares), bare), None)
    return (*told, *words.values(), longest, *(round(share, 4) for share in shares))


def _held(its: Iterable[Stretch], kinds: Sequence[str], side: int) -> int:
    """The characters of one article's stretches of these kinds."""
    return sum((one.end_a - one.start_a, one.end_b - one.start_b)[side] for one in its if one.kind in kinds)


def _relation(words: Mapping[str, int], both: float, bare: float) -> str:
    """``both``: the smaller share of the two articles that is shared; ``bare``: the larger that is shared prose."""
    if both >= NEAR_DUPLICATE:
        return "near-duplicate"
    if bare >= WIRE_COPY:
        return "wire copy"
    if words["prose"]:
        return "passages"
    if words["quotation"] or words["marks in one"]:
        return "quotations"
    return "stock phrases" if words["stock phrase"] else "nothing"


def _dated(case: Case, pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs with the article that was published first."""
    zone = ZoneInfo(case.about.timezone)
    articles = case.articles[case.articles["published_basis"] == "stated"]
    times = {
        row["article"]: (local(row["published"], zone, after=False), local(row["published"], zone, after=True))
        for row in articles.to_dict("records")
    }
    firsts = [
        _first(str(a), str(b), times) if relation in COPIED else None
        for a, b, relation in pairs[["article_a", "article_b", "relation"]].itertuples(index=False)
    ]
    return pairs.assign(first=pd.Series(firsts, pairs.index, "str"))


def _first(a: str, b: str, times: Mapping[str, tuple[object, object]]) -> str:
    """Which of two articles was out before the day or minute of the other began."""
    if a not in times or b not in times:
        return UNDECIDED
    for one, other in ((a, b), (b, a)):
        if times[one][1] <= times[other][0]:  # type: ignore[operator]
            return one
    return UNDECIDED


def _in_order(case: Case, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with the article that stands first in the case as ``a``, sorted by both, then by place."""
    order = {article: i for i, article in enumerate(case.articles["article"])}
    turned = rows["article_a"].map(order) > rows["article_b"].map(order)
    sides = [name for name in map(str, rows) if name.endswith(("_a", "_b"))]
    other = {name: name[:-1] + ("b" if name.endswith("_a") else "a") for name in sides}
    whole = pd.concat([rows[~turned], rows[turned].rename(columns=other)[list(rows.columns)]])
    placed = whole.assign(first_=whole["article_a"].map(order), second_=whole["article_b"].map(order))
    by = ["first_", "second_", *(["start_a"] if "start_a" in rows else [])]
    return placed.sort_values(by, kind="stable")[list(rows.columns)].reset_index(drop=True)
