"""What lies over a verdict and never changes it: whose claims they are, how firm, and in whose words.

* all of it is computed for every pair at once, as arrays: positions of claims in a table give the pairs;
* the nature says between whom the difference is: outlets, an outlet and a speaker, speakers, one speaker, one article;
* a voice shift: one states as fact what the other attributes; a quote variance: other words inside quotation marks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from kit import spans
from kit.columns import OUTLET
from kit.compare.speech import SPEECH, standing
from kit.spans import Stretch

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["HEDGES", "NATURES", "SHIFTS", "nature", "quoted", "strength", "variance", "voice_shift"]

Places = npt.NDArray[np.intp]
Codes = npt.NDArray[np.int8]
Mask = npt.NDArray[np.bool_]

NATURES = (
    "outlet against outlet", "outlet against a speaker", "speakers against each other", "one speaker reported differently",
    "an outlet against its own quotation", "an article against itself",
)  # fmt: skip
"""Between whom a difference is."""

HEDGES = ("flat", "hedged", "possible")
"""From firm to weak."""

SHIFTS = ("", "a", "b")
"""No shift, or the side that states as fact what the other attributes."""


def nature(claims: pd.DataFrame, a: Places, b: Places) -> Codes:
    """For each pair of rows of ``claims`` its place in :data:`NATURES`."""
    voices = pd.factorize(claims["asserted_by"])[0]
    own = (claims["asserted_by"] == OUTLET).to_numpy(bool)
    quoted_ = claims["in_quotation"].to_numpy(bool)
    articles = pd.factorize(claims["article"])[0]
    inside = articles[a] == articles[b]
    both, one = own[a] & own[b], own[a] ^ own[b]
    quotation = np.where(own[a], quoted_[b], quoted_[a])
    choices: list[tuple[Any, int]] = [
        (both & ~inside, 0), (both, 5), (one & inside & quotation, 4), (one, 1), (voices[a] == voices[b], 3)
    ]  # fmt: skip
    return np.select([mask for mask, _ in choices], [code for _, code in choices], 2).astype(np.int8)


def strength(claims: pd.DataFrame, a: Places, b: Places) -> Codes:
    """For each pair the weaker of the two hedges, as its place in :data:`HEDGES`."""
    weak = claims["hedge_class"].map({hedge: i for i, hedge in enumerate(HEDGES)}).to_numpy(np.int8)
    return np.maximum(weak[a], weak[b])


def voice_shift(claims: pd.DataFrame, a: Places, b: Places, alike: Mask) -> Codes:
    """For each pair its place in :data:`SHIFTS`; only pairs that are ``alike`` (agree, compatible) can have one."""
    own = (claims["asserted_by"] == OUTLET).to_numpy(bool)
    fact = own & (claims["hedge_class"] == "flat").to_numpy(bool)
    return np.select([alike & fact[a] & ~own[b], alike & fact[b] & ~own[a]], [1, 2], 0).astype(np.int8)


def variance(case: Case, claims: pd.DataFrame, a: Places, b: Places) -> Mask:
    """Whether both claims of a pair stand in quotations of one utterance whose words are not the same.

    A quotation that is only cut short, at an end or at an ellipsis, has no other words, so it is no variance; punctuation
    and capitals are none either.
    """
    found = quoted(case, claims)
    acts, texts = pd.factorize(found["utterance"])[0], pd.factorize(found["words"])
    codes, words = texts[0], list(texts[1])
    same = (acts[a] >= 0) & (acts[a] == acts[b]) & (codes[a] != codes[b])
    keys, inverse = np.unique(np.stack([codes[a[same]], codes[b[same]]]), axis=1, return_inverse=True)
    cut = [_cut(words[i], words[j]) or _cut(words[j], words[i]) for i, j in keys.T]
    result: Mask = same.copy()
    result[same] = ~np.array(cut, dtype=bool)[inverse.ravel()] if cut else False
    return result


def _cut(short: str, whole: str) -> bool:
    """Whether a quotation is another one cut short: its pieces, between ellipses, stand in it in their order."""
    start, whole = 0, f" {whole} "
    for piece in filter(None, map(str.strip, short.split("…"))):
        found = whole.find(f" {piece} ", start)
        if found < 0:
            return False
        start = found + len(piece) + 1
    return True


def quoted(case: Case, claims: pd.DataFrame) -> pd.DataFrame:
    """For each claim inside quotation marks the quotation it shares most with: ``quote``, ``utterance``, ``words`` (in
    one form: no capitals, no punctuation but ellipses); missing where it stands in none."""
    quotes = standing(case.quotes)
    quotes = quotes[quotes["kind"].isin(SPEECH)].reset_index(drop=True)
    placed: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for place, (article, start, end, several) in enumerate(quotes[["article", "start", "end", "spans"]].to_numpy()):
        stretches = spans.parse(several) if isinstance(several, str) else [Stretch(start, end)]
        placed[article] += [(stretch.start, stretch.end, place) for stretch in stretches]
    for each in placed.values():
        each.sort()
    places = [
        _in(placed[article], start, end) if inside else None
        for article, start, end, inside in claims[["article", "start", "end", "in_quotation"]].to_numpy()
    ]
    words = (
        quotes["text"]
        .str.replace("’", "'")
        .str.replace("...", "…")
        .str.casefold()
        .str.findall(r"[\w']+|…")
        .str.join(" ")
    )
    table = quotes[["quote", "utterance"]].assign(words=words.astype("str"))
    return table.reindex([-1 if place is None else place for place in places]).set_index(claims.index)


def _in(placed: list[tuple[int, int, int]], start: int, end: int) -> int | None:
    """The stretch that shares most with these characters. Verbatim stretches do not overlap, so few are near."""
    first = max(0, bisect_right(placed, (start, 0, 0)) - 1)
    best, most = None, 0
    for low, high, row in placed[first:]:
        if low >= end:
            break
        if (shared := min(high, end) - max(low, start)) > most:
            best, most = row, shared
    return best
