"""Stretches of words that two articles share, and what each is: quoted in both, in one of them, or in neither.

* a run of shared words is cut where quotation marks begin or end in one of the articles; pieces shorter than a shingle
  belong to their neighbour, since shingles see no finer;
* what neither article has in marks is a stock phrase when it is short, or when many articles have it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from kit.compare.prints import Prints
from kit.compare.runs import Run, runs
from kit.shingles import SIZE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["FRAME", "KINDS", "MANY", "SHORT", "STANDING", "Stretch", "stretches"]

KINDS = ("quotation", "marks in one", "prose", "stock phrase")
"""In quotation marks in both articles; in one of them only; in neither; in neither, and no sign of copying."""

SHORT = 8
"""Words from which on shared words outside marks are no stock phrase. Names of offices and addresses reach seven; in 2,000
news articles of other events eight of one kind ("did not respond to a request for comment") are the first to be rare."""

STANDING = 16
"""Words from which on they are none although most articles have them: longer than a title with a name, or a line that says
which agency contributed; shorter than what a release gives to several outlets at once."""

MANY, FRAME = 10, 40
"""Where more than ``MANY`` articles have the same words, these belong to a site's frame up to this length: in 2,000 news
articles of some twenty outlets, sign-up lines and copyright notices, which stand in 11 to 159 articles, have up to 38."""


class Stretch(NamedTuple):
    """Words that articles ``a`` and ``b`` (their numbers) share: how many, of which kind, their places in code points, in
    how many articles all of them stand, and whether each article has them in quotation marks."""

    a: int
    b: int
    kind: str
    words: int
    start_a: int
    end_a: int
    start_b: int
    end_b: int
    articles: int
    quoted_a: bool
    quoted_b: bool


def stretches(prints: Prints, articles: int, least: int = SIZE) -> list[Stretch]:
    """What each two of so many articles share, in the order of the articles, then of the words in the first.

    ``least``: only pairs that share a run of so many words.
    """
    spread = _spread(prints)
    return [piece for run in runs(prints, least) for piece in _pieces(prints, run, spread, articles)]


def _spread(prints: Prints) -> NDArray[np.int64]:
    """In how many articles each shingle stands."""
    import numpy as np

    order = np.argsort(prints.hash, kind="stable")  # articles stay in order, so a new one shows beside the one before
    value, article = prints.hash[order], prints.article[order]
    alike = value[1:] == value[:-1]
    group = np.cumsum(np.append(0, ~alike))[: len(order)]
    new = np.append(1, ~(alike & (article[1:] == article[:-1])))[: len(order)]
    spread = np.empty(len(order), dtype=np.int64)
    spread[order] = np.bincount(group, new).astype(np.int64)[group] if len(order) else 0
    return spread


def _pieces(prints: Prints, run: Run, spread: NDArray[np.int64], articles: int) -> Iterator[Stretch]:
    a, b = run.at_a, run.at_b
    marks = zip(_marked(prints, a, run.words), _marked(prints, b, run.words), strict=True)
    for size, (quoted_a, quoted_b) in _cut(list(marks)):
        last = size - SIZE
        many = int(spread[a : a + last + 1].min())
        kind = _kind((quoted_a, quoted_b), size, many, articles)
        yield Stretch(
            run.a, run.b, kind, size, int(prints.start[a]), int(prints.end[a + last]), int(prints.start[b]),
            int(prints.end[b + last]), many, quoted_a, quoted_b,
        )  # fmt: skip
        a, b = a + size, b + size


def _marked(prints: Prints, at: int, words: int) -> list[bool]:
    """Of the words of a run, those in a shingle that stands in quotation marks as a whole."""
    found = [False] * words
    for i in range(words - SIZE + 1):
        if prints.quoted[at + i]:
            found[i : i + SIZE] = [True] * SIZE
    return found


def _cut(marks: Sequence[tuple[bool, bool]]) -> list[tuple[int, tuple[bool, bool]]]:
    """The length of each piece with the same marks, and these; none shorter than a shingle, the shortest joined first."""
    pieces = [(len(list(group)), mark) for mark, group in groupby(marks)]
    while len(pieces) > 1 and min(pieces)[0] < SIZE:
        at = min(range(len(pieces)), key=lambda i: (pieces[i][0], i))
        beside = [i for i in (at - 1, at + 1) if 0 <= i < len(pieces)]
        marks_there = pieces[max(beside, key=lambda i: (pieces[i][0], -i))][1]
        pieces[at] = (pieces[at][0], marks_there)
        alike = groupby(pieces, key=itemgetter(1))
        pieces = [(sum(size for size, _ in group), mark) for mark, group in alike]
    return pieces


def _kind(quoted: tuple[bool, bool], words: int, many: int, articles: int) -> str:
    if any(quoted):
        return "quotation" if all(quoted) else "marks in one"
    most = 2 * many > articles and many > 2  # in three articles at least: two are what a pair is
    least = FRAME if many > MANY else STANDING if most else SHORT
    return "stock phrase" if words < least else "prose"
