"""What differs between two wordings of one utterance, difference by difference, each with a type.

* words that face each other are parted so that as many as possible are of a known type (`kit.compare.kinds`);
* a difference is a relation between two wordings and runs in no direction: an ``omission`` has words that the second lacks, an
  ``insertion`` words that the first lacks, whichever was there first, and neither says what was spoken;
* ``order``: the same words at another place; ``cut``: words before the first or after the last word of the other
  wording, which may quote a shorter stretch; ``splice``: sentences that stand together here and apart there, with no
  dots of omission between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from kit.compare.alignment import SWAP, aligned, grammatical, words
from kit.compare.kinds import TYPES, Word, alone, facing, read
from kit.compare.wordings import wordings

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["COLUMNS", "TYPES", "Change", "between", "changes"]

COLUMNS = (
    "utterance", "quote_a", "quote_b", "outlet_a", "outlet_b", "words_a", "words_b", "type", "positions",
)  # fmt: skip

NEAR = 12
"""Words that a single word may have moved; one that stands farther off is rather said twice."""

LONGEST, SPAN = 16, 8
"""Words facing each other on either side that are parted by rules, and words on one side of a rule at most; what is longer is
read word by word. The longest name that its initials stand for has seldom more than eight words."""

_KNOWN, _GAP, _OTHER = 10, 14, 25
"""What a part of a stretch costs, in the search for the best parting: one whose type is known, a word without a
counterpart, a word that faces another unknown one (less than two gaps)."""

_SAME = "the same"
"""Of the same words in two columns: no difference."""

_SPANS = [(1, n) for n in range(1, SPAN + 1)] + [(n, 1) for n in range(2, SPAN + 1)] + [(2, 2), (2, 3), (3, 2), (3, 3)]


class Change(NamedTuple):
    """A difference: its type, the words on either side (as they stand, empty for none), and its columns."""

    type: str
    words_a: str
    words_b: str
    positions: tuple[int, ...]


class _Part(NamedTuple):
    """A stretch that differs: which words of either wording (indices in a row), and its type."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    type: str


Column = tuple[int | None, int | None]


def changes(case: Case) -> pd.DataFrame:
    """Every difference between any two wordings of an utterance that two or more articles quote in words.

    Utterances in their order, then quotations in that of :func:`kit.compare.wordings.wordings`, then as read. Columns: ``utterance``;
    ``quote``, ``outlet`` and ``words`` (as they stand, empty where that wording has none), each with ``_a`` and ``_b``; ``type``
    (one of :data:`TYPES`); ``positions`` of ``wordings`` that it bears on (``;`` between).
    """
    rows = []
    for utterance, group in wordings(case).groupby("utterance", sort=False):
        lines = [(quote, line) for quote, line in group.groupby("quote", sort=False)]
        read_ = {quote: line["word"].tolist() for quote, line in lines}
        outlets = {quote: line["outlet"].iloc[0] for quote, line in lines}
        for a, b in combinations(read_, 2):
            found = _differences(read_[a], read_[b])
            rows += [
                [utterance, a, b, outlets[a], outlets[b], c.words_a, c.words_b, c.type, ";".join(map(str, c.positions))]
                for c in found
            ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype("str")


def between(a: str, b: str) -> list[Change]:
    """The differences between two wordings, as read in the first; columns are those of their own alignment."""
    lines = [words(a), words(b)]
    table = aligned(lines)
    cells = [[line[place[i]] if i in place else None for place in table] for i, line in enumerate(lines)]
    return _differences(*cells)


def _differences(a: Sequence[str | None], b: Sequence[str | None]) -> list[Change]:
    """The differences between two rows of one table; a cell without a word is None (or missing)."""
    held = [[i for i, cell in enumerate(line) if isinstance(cell, str)] for line in (a, b)]
    one, other = (read([str(line[i]) for i in where]) for line, where in zip((a, b), held, strict=True))
    places = [{column: k for k, column in enumerate(where)} for where in held]
    pairs = [(places[0].get(i), places[1].get(i)) for i in range(len(a))]
    parts = _Reading(one, other, [pair for pair in pairs if pair != (None, None)]).parts()
    found = []
    for part in parts:
        columns = {held[0][i] for i in part.a} | {held[1][j] for j in part.b}
        texts = (" ".join(one[i].text for i in part.a), " ".join(other[j].text for j in part.b))
        found.append(Change(part.type, *texts, tuple(sorted(columns))))
    return sorted(found, key=lambda change: change.positions)


class _Reading:
    """Two wordings, column by column, being read for their differences."""

    def __init__(self, one: list[Word], other: list[Word], pairs: list[Column]) -> None:
        self.one, self.other, self.pairs = one, other, pairs
        self.moved: set[tuple[int, int]] = set()  # which wording, which word

    def parts(self) -> list[_Part]:
        if not self.one or not self.other:
            return []
        if not any(i is not None and j is not None for i, j in self.pairs):
            # Two parts of a speech that do not meet: either is cut where the other stands.
            return [_Part(tuple(range(len(self.one))), (), "cut"), _Part((), tuple(range(len(self.other))), "cut")]
        found = self._moves()
        for a, b in self._stretches():
            found += self._stretch(a, b)
        return found + self._marks()

    def _same(self, pair: Column) -> bool:
        i, j = pair
        return i is not None and j is not None and self.one[i].form == self.other[j].form

    def _marks(self) -> list[_Part]:
        return [
            _Part((i,), (j,), "case or punctuation")
            for i, j in self.pairs
            if i is not None
            and j is not None
            and self.one[i].form == self.other[j].form
            and self.one[i].text != self.other[j].text
        ]

    def _stretches(self) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
        """Runs of columns that differ, without the words that moved."""
        found: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
        a: list[int] = []
        b: list[int] = []
        for pair in [*self.pairs, None]:
            if pair is not None and not self._same(pair):
                i, j = pair
                a += [i] if i is not None and (0, i) not in self.moved else []
                b += [j] if j is not None and (1, j) not in self.moved else []
            elif a or b:
                found.append((tuple(a), tuple(b)))
                a, b = [], []
        return found

    def _moves(self) -> list[_Part]:
        """The same words at another place, the longest first; grammatical words alone are everywhere."""
        differing = [pair for pair in self.pairs if not self._same(pair)]
        if len(differing) == len(self.pairs):
            return []  # two parts of a speech without a common word: nothing of one is in the other
        a, b = [i for i, _ in differing if i is not None], [j for _, j in differing if j is not None]
        starts: dict[str, list[int]] = {}
        for j in b:
            starts.setdefault(self.other[j].form, []).append(j)
        runs = [self._run(i, j, set(a), set(b)) for i in a for j in starts.get(self.one[i].form, ())]
        found = []
        for i, j, size in sorted(runs, key=lambda run: (-run[2], run[0], run[1])):
            held = {(0, i + k) for k in range(size)} | {(1, j + k) for k in range(size)}
            far = size == 1 and self._unmoved(i, j)
            telling = not far and any(word.form not in grammatical() for word in self.one[i : i + size])
            if telling and held.isdisjoint(self.moved):
                self.moved |= held
                found.append(_Part(tuple(range(i, i + size)), tuple(range(j, j + size)), "order"))
        return found

    def _unmoved(self, i: int, j: int) -> bool:
        """Is a single word too far off, or does either of the two face a word that says it in another way?"""
        (x, faced), (facer, y) = (next(pair for pair in self.pairs if pair[side] == k) for side, k in ((0, i), (1, j)))
        columns = [c for c, pair in enumerate(self.pairs) if pair in ((x, faced), (facer, y))]
        known = [
            facing([self.one[p]], [self.other[q]])
            for p, q in ((x, faced), (facer, y))
            if p is not None and q is not None
        ]
        return columns[-1] - columns[0] > NEAR or any(known)

    def _run(self, i: int, j: int, a: set[int], b: set[int]) -> tuple[int, int, int]:
        size = 0
        while i + size in a and j + size in b and self.one[i + size].form == self.other[j + size].form:
            size += 1
        return i, j, size

    def _stretch(self, a: tuple[int, ...], b: tuple[int, ...]) -> list[_Part]:
        if not a or not b:
            return [_Part(a, b, self._alone(a, b))]
        if min(len(a), len(b)) > SWAP and not any(i in a and j in b for i, j in self.pairs):
            return [*self._stretch(a, ()), *self._stretch((), b)]  # the table sets them apart: different sentences
        if self._spliced(a, b):
            return [_Part(a, b, "splice")]
        return self._merged(self._parting(a, b) if max(len(a), len(b)) <= LONGEST else self._as_set(a, b))

    def _as_set(self, a: tuple[int, ...], b: tuple[int, ...]) -> list[_Part]:
        """A long stretch column by column."""
        held = set(a), set(b)
        found = []
        for i, j in self.pairs:
            x, y = (i,) if i in held[0] else (), (j,) if j in held[1] else ()
            if x or y:
                both = [self.one[k] for k in x], [self.other[k] for k in y]
                found.append(_Part(x, y, (facing(*both) or "other words") if x and y else ""))
        return found

    def _alone(self, a: tuple[int, ...], b: tuple[int, ...]) -> str:
        """The type of words that face nothing."""
        known = alone([self.one[i] for i in a] or [self.other[j] for j in b])
        edge = self._outside(a, b)
        if known in ("hedge", "negation") or (known and not edge):
            return known
        return "cut" if edge else "splice" if self._spliced(a, b) else "omission" if a else "insertion"

    def _outside(self, a: tuple[int, ...], b: tuple[int, ...]) -> bool:
        """Do the words stand before the first or after the last word of the other wording?"""
        side = 0 if a else 1
        place = {pair[side]: c for c, pair in enumerate(self.pairs)}
        others = [c for c, pair in enumerate(self.pairs) if pair[1 - side] is not None]
        return place[(a or b)[-1]] < others[0] or place[(a or b)[0]] > others[-1]

    def _spliced(self, a: tuple[int, ...], b: tuple[int, ...]) -> bool:
        """A whole sentence, or the end of one and the beginning of the next, faces nothing but a joining word or two."""
        return any(
            _bridges(long, text) and len(short) <= 2 and not self._outside_both(a, b)
            and all(rest[k].form in grammatical() for k in short) and not self._dotted(pick, rest, short, a, b)
            for long, short, text, rest, pick in ((a, b, self.one, self.other, 0), (b, a, self.other, self.one, 1))
        )  # fmt: skip

    def _outside_both(self, a: tuple[int, ...], b: tuple[int, ...]) -> bool:
        return not (a and b) and self._outside(a, b)

    def _dotted(
        self, side: int, rest: list[Word], short: tuple[int, ...], a: tuple[int, ...], b: tuple[int, ...]
    ) -> bool:
        """Do dots of omission stand where the words are left out?"""
        place = {pair[side]: c for c, pair in enumerate(self.pairs)}
        held = (a, b)[side]
        before = [pair[1 - side] for pair in self.pairs[: place[held[0]]] if pair[1 - side] is not None]
        after = [pair[1 - side] for pair in self.pairs[place[held[-1]] + 1 :] if pair[1 - side] is not None]
        texts = [rest[k].text for k in (*before[-1:], *short) if k is not None]
        starts = [rest[k].text for k in after[:1] if k is not None]
        return any("…" in t or "..." in t for t in texts) or any(
            t.lstrip("[(").startswith(("…", "...")) for t in starts
        )

    def _parting(self, a: tuple[int, ...], b: tuple[int, ...]) -> list[_Part]:
        """The stretch in parts, as many of a known type as can be (dynamic programming over both sides)."""
        best: dict[tuple[int, int], tuple[int, tuple[int, int], str]] = {(0, 0): (0, (0, 0), "")}
        for i in range(len(a) + 1):
            for j in range(len(b) + 1):
                if (i, j) not in best:
                    continue
                cost = best[i, j][0]
                steps = [(i + 1, j, _GAP, ""), (i, j + 1, _GAP, ""), (i + 1, j + 1, _OTHER, "other words")]
                if i < len(a) and j < len(b) and self.one[a[i]].form == self.other[b[j]].form:
                    steps.append((i + 1, j + 1, 0, _SAME))
                for m, n in _SPANS:
                    if i + m <= len(a) and j + n <= len(b):
                        kind = facing([self.one[k] for k in a[i : i + m]], [self.other[k] for k in b[j : j + n]])
                        steps += [(i + m, j + n, _KNOWN + m + n, kind)] if kind else []
                for x, y, more, kind in steps:
                    if x <= len(a) and y <= len(b) and ((x, y) not in best or cost + more < best[x, y][0]):
                        best[x, y] = cost + more, (i, j), kind
        found, end = [], (len(a), len(b))
        while end != (0, 0):
            _, start, kind = best[end]
            found.append(_Part(a[start[0] : end[0]], b[start[1] : end[1]], kind))
            end = start
        return found[::-1]

    def _merged(self, parts: list[_Part]) -> list[_Part]:
        """Neighbours of one type as one; a verb that only follows its person with it; unknown words with those beside them."""
        found: list[_Part] = []
        for part in parts:
            last = found[-1] if found else None
            if last and (kind := _merging(last, part, self.one, self.other)) is not None:
                found[-1] = _Part(last.a + part.a, last.b + part.b, kind)
            else:
                found.append(part)
        return [
            part if part.type else part._replace(type=self._alone(part.a, part.b))
            for part in found
            if part.type != _SAME
        ]


def _merging(last: _Part, part: _Part, one: list[Word], other: list[Word]) -> str | None:
    """The type of two neighbours as one; None where they stay apart."""
    loose = ("", "other words")
    if last.type in loose and part.type in loose:
        same_side = bool(last.a) == bool(part.a) and bool(last.b) == bool(part.b)
        return last.type if same_side and last.type == part.type else "other words"
    if last.type == "person" and part.type in ("inflexion", "person"):
        held = [*(one[i] for i in part.a), *(other[j] for j in part.b)]
        return "person" if part.type == "person" or all(word.form in grammatical() for word in held) else None
    return (
        last.type
        if last.type == part.type and part.type in ("name", "inflexion") and len(part.a) != len(part.b)
        else None
    )


def _bridges(held: tuple[int, ...], text: list[Word]) -> bool:
    """Do the words hold a whole sentence, or the end of one and the beginning of another?"""
    if not held or not held[0]:
        return False
    return any(text[k].ends for k in held[:-1]) or (text[held[0] - 1].ends and text[held[-1]].ends)
