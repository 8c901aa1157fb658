"""Any number of wordings set word under word in one table, the same table in whatever order they come.

* each wording joins in turn, the one nearest to those already there next; what decides is the words alone, never who has
  them (progressive alignment after Feng & Doolittle, Journal of Molecular Evolution 25, 1987);
* each is then taken out and set in again until nothing moves (iterative refinement after Barton & Sternberg,
  Journal of Molecular Biology 198, 1987);
* a gap costs more to open than to lengthen (Gotoh, Journal of Molecular Biology 162, 1982), so that an extract stays together;
* words that look alike, and numbers, face each other; a mark of punctuation weighs less than any word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Indel

from kit.compare.numbers import number
from kit.lexicon import words as lexicon

__all__ = ["SWAP", "Position", "aligned", "form", "grammatical", "words"]

Position = dict[int, int]
"""One position of an alignment: the number of a wording, and of its word that stands there."""

_OUTER = ".,;:!?…—–-()[]{}\"'“”‘’«»„‚*_/ "
"""Marks that may stand around a word without making it another word."""

MARK, ALIKE, NUMBERS, OTHER = 4, 20, 70, 110
"""What it costs that two words face each other: the same but for marks or capitals; alike (and up to 40 more, the less
they are); two numbers; any others. A gap in each wording instead costs 200 (``OPEN`` and ``WORD`` twice), at an end 120:
so one word replaces another, but two words do not where one of them could face its like."""

OPEN, WORD = 40, 60
"""What a gap costs inside a wording, and for each word of it; at the ends it opens for nothing, since a quotation may be
cut short."""

LIKE = 0.6
"""Share of letters in common (Indel similarity) from which two words count as alike: "clear" and "clearing" 0.77, "guard"
and "garden" 0.73, "pier" and "tide" 0.50."""

SWAP = 4
"""Words that may face each other as changed; two longer stretches without a common word are different sentences.
Set on the quotations of the case ``chicago``, where a change takes three words at most."""

REFINED, ROUNDS = 5_000, 2
"""Words of all wordings up to which they are set in again, and how often at most; beyond, the first table stands."""

VOCABULARY = 4_000
"""Different words up to which all are compared letter by letter; beyond, only the same word is alike."""

FAR = 1 << 40
"""More than any way through a table costs."""

Grid = np.ndarray[Any, Any]
Pairs = list[tuple[int | None, int | None]]
"""A column of the table and a word of a wording that face each other; None for a gap."""


@cache
def grammatical() -> frozenset[str]:
    """Words that part phrases and mean little by themselves."""
    return lexicon("grammar", "determiners", "pronouns", "relatives", "prepositions", "conjunctions", "auxiliaries")


def words(text: str) -> list[str]:
    """The words as they stand; dashes and dots of omission end a word, marks that stand alone join the one before."""
    found: list[str] = []
    for token in re.sub(r"([—–…]|\.\.\.)(?=\w)", r"\1 ", text).split():
        if form(token) or not found:
            found.append(token)
        else:
            found[-1] += f" {token}"
    return found


def form(word: str) -> str:
    """The word without capitals and outer punctuation: words of the same form are the same word."""
    return word.strip(_OUTER).replace("’", "'").casefold()


def aligned(lines: Sequence[Sequence[str]]) -> list[Position]:
    """The positions of any number of wordings, each a list of words as they stand.

    Time grows with the product of the lengths of two wordings, once for each wording (thrice for short ones).
    """
    different = sorted({tuple(line) for line in lines if line}, key=lambda line: (-len(line), line))
    if not different:
        return []
    known = {word: i for i, word in enumerate(sorted({word for line in different for word in line}))}
    spelt = [np.array([known[word] for word in line]) for line in different]
    costs = _costs(list(known))
    weak = np.array([form(word) in grammatical() for word in known])
    table: list[Position] = []
    for first in _guide(spelt):
        table = _joined(table, first, spelt, costs, weak)
    if sum(map(len, different)) <= REFINED:
        table = _refined(table, spelt, costs, weak)
    same: dict[int, list[int]] = {i: [] for i in range(len(different))}
    place = {line: i for i, line in enumerate(different)}
    for i, line in enumerate(lines):
        if line:
            same[place[tuple(line)]].append(i)
    return [dict(sorted((i, k) for each, k in position.items() for i in same[each])) for position in table]


def _costs(vocabulary: list[str]) -> Grid:
    """What it costs that two words face each other."""
    forms = [form(word) for word in vocabulary]
    codes = np.unique(np.array(forms), return_inverse=True)[1]
    if len(forms) <= VOCABULARY:
        like = process.cdist(forms, forms, scorer=Indel.normalized_similarity, dtype=np.float32)
        costs = np.where(like >= LIKE, ALIKE + ((1 - like) * 100).round(), OTHER).astype(np.int32)
    else:
        costs = np.full((len(forms), len(forms)), OTHER, np.int32)
    numbers = np.array([number([each]) is not None for each in forms])
    costs[np.ix_(numbers, numbers)] = np.minimum(costs[np.ix_(numbers, numbers)], NUMBERS)
    costs[codes[:, None] == codes[None, :]] = MARK
    np.fill_diagonal(costs, 0)
    return costs


def _guide(spelt: list[Grid]) -> list[int]:
    """The order in which wordings join: the longest, then always the one nearest to any that is there."""
    letters = ["".join(chr(0x10000 + code) for code in line) for line in spelt]
    apart = process.cdist(letters, letters, scorer=Indel.normalized_distance, dtype=np.float64)
    nearest, order, left = apart[0].copy(), [0], list(range(1, len(spelt)))
    while left:
        chosen = min(left, key=lambda i: (nearest[i], i))
        left.remove(chosen)
        order.append(chosen)
        nearest = np.minimum(nearest, apart[chosen])
    return order


def _refined(table: list[Position], spelt: list[Grid], costs: Grid, weak: Grid) -> list[Position]:
    for _ in range(ROUNDS if len(spelt) > 2 else 0):
        before = table
        for line in range(len(spelt)):
            rest = [{i: k for i, k in position.items() if i != line} for position in table]
            table = _joined([position for position in rest if position], line, spelt, costs, weak)
        if table == before:
            break
    return table


def _joined(table: list[Position], line: int, spelt: list[Grid], costs: Grid, weak: Grid) -> list[Position]:
    """The table with one more wording set against it."""
    own = spelt[line]
    if not table:
        return [{line: k} for k in range(len(own))]
    facing = np.empty((len(own), len(table)), np.int64)
    for i, position in enumerate(table):
        held = Counter(int(spelt[each][k]) for each, k in sorted(position.items()))
        # A wording is near to a column when one word of it is; of columns equally near, where the commonest word is.
        common = costs[min(held, key=lambda code: (-held[code], code)), own]
        nearest = common if len(held) == 1 else costs[list(held)][:, own].min(axis=0)
        facing[:, i] = 16 * nearest + common // 8
    pairs = _parted(_path(facing), facing, spelt, line, weak)
    return [{**(table[i] if i is not None else {}), **({line: j} if j is not None else {})} for i, j in pairs]


def _path(facing: Grid) -> Pairs:
    """The cheapest way through a table of costs (word by column), with gaps that cost more to open than to lengthen."""
    m, n = facing.shape
    opened, word = 16 * OPEN, 16 * WORD
    best, down, across = (np.full((m + 1, n + 1), FAR, np.int64) for _ in range(3))
    into = np.full(n + 1, opened)
    into[[0, n]] = 0
    steps = word * np.arange(n + 1)
    for j in range(m + 1):
        reached = best[j]
        if j:
            down[j] = np.minimum(best[j - 1] + into, down[j - 1]) + word
            reached[1:] = best[j - 1, :-1] + facing[j - 1]
            np.minimum(reached, down[j], out=reached)
        else:
            reached[0] = 0
        start = 0 if j in (0, m) else opened
        across[j, 1:] = np.minimum.accumulate(reached + start - steps)[:-1] + steps[1:]
        np.minimum(reached, across[j], out=reached)
    return _traced(facing, best, down, across, into)


def _traced(
    facing: Grid, best: Grid, down: Grid, across: Grid,
    into: Grid,
) -> Pairs:  # fmt: skip
    """The way back; where two are equally cheap, words face each other rather than a gap, and the table's own
    words stand before the wording's."""
    word = 16 * WORD
    j, i = len(facing), len(into) - 1
    pairs: Pairs = []
    while i or j:
        if i and j and best[j, i] == best[j - 1, i - 1] + facing[j - 1, i - 1]:
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif j and best[j, i] == down[j, i]:
            lengthened = True
            while lengthened:
                lengthened = down[j, i] == down[j - 1, i] + word and down[j, i] != best[j - 1, i] + into[i] + word
                j -= 1
                pairs.append((None, j))
        else:
            start = 0 if j in (0, len(facing)) else 16 * OPEN
            length = 1
            while across[j, i] != _reached(facing, best, down, j, i - length) + start + word * length:
                length += 1
            pairs += [(k, None) for k in range(i - 1, i - length - 1, -1)]
            i -= length
    return pairs[::-1]


def _reached(facing: Grid, best: Grid, down: Grid, j: int, i: int) -> int:
    """The cheapest way to a cell that does not end in a gap across."""
    if j == 0:
        return 0 if i == 0 else FAR
    straight = int(best[j - 1, i - 1] + facing[j - 1, i - 1]) if i else FAR
    return min(straight, int(down[j, i]))


def _anchors(pairs: Pairs, kin: list[bool], weak: list[bool]) -> list[bool]:
    """The pairs that hold two wordings together: not a grammatical word by itself far from any other."""
    found = list(kin)
    places = [-1, *(k for k, each in enumerate(kin) if each), len(pairs)]
    for before, k, after in zip(places, places[1:], places[2:], strict=False):
        word = pairs[k][1]
        found[k] = word is None or not weak[word] or k - before <= SWAP + 1 or after - k <= SWAP + 1
    return found


def _parted(pairs: Pairs, facing: Grid, spelt: list[Grid], line: int, weak: Grid) -> Pairs:
    """The pairs, but where more than ``SWAP`` words in a row face each other without one like another, or where none
    does in the whole wording, each stretch by itself: the table's words first."""
    kin = [i is not None and j is not None and facing[j, i] < 16 * NUMBERS for i, j in pairs]
    kin = _anchors(pairs, kin, [bool(weak[code]) for code in spelt[line]])
    found: Pairs = []
    start = 0
    for end in range(len(pairs) + 1):
        if end < len(pairs) and not kin[end]:
            continue
        stretch = pairs[start:end]
        if not any(kin) or sum(i is not None and j is not None for i, j in stretch) > SWAP:
            stretch = [(i, None) for i, _ in stretch if i is not None] + [
                (None, j) for _, j in stretch if j is not None
            ]
        found += [*stretch, *pairs[end : end + 1]]
        start = end + 1
    return found
