"""Fingerprints of a case's articles: hashed shingles with their places, so that what articles share can be drawn without
anybody's text.

* made afresh where the texts are at hand, else as stored (`fingerprints.csv`);
* every shingle that another article has too is kept, so that what is shared is whole; of the others only the least hash
  of every ``WINDOW`` (winnowing; Schleimer, Wilkerson & Aiken 2003), and none that has a word in common with another one
  kept: enough to notice a text that comes later and copies a paragraph, and nobody can guess on word by word;
* ``python -m kit.find.stored fingerprints CASE`` stores them, with every text at hand (``make fingerprints``).

Two articles that are nearly the same share nearly all shingles, and these overlap: who knows a few words of such an article
can try word by word what follows. A case that must not give that away has no ``fingerprints.csv``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kit.find.marks import marked
from kit.schema import Fingerprint
from kit.shingles import SIZE, Shingle, Word, shingles, words, written
from kit.spans import Stretch

if TYPE_CHECKING:
    import pandas as pd

    from kit.case import Case

__all__ = ["WINDOW", "fingerprints", "inside", "left_out", "winnowed"]

WINDOW = 20
"""Shingles of which the least is kept: one in ten on average, so that they stand twice a shingle's length apart."""


def fingerprints(case: Case) -> pd.DataFrame:
    """The table ``fingerprints``: of an article whose text is at hand what it gives now, of another what is stored.

    Artefacts that a clean reading leaves out give no words.
    """
    from kit.case import frame

    stored = case.tables["fingerprints"]
    leave_out = left_out(case)
    fresh = {article: shingles(text, leave_out[article]) for article, text in case.texts.items()}
    known = {article: {int(one, 16) for one in rows["hash"]} for article, rows in stored.groupby("article")}
    held = known | {article: {one.hash for one in each} for article, each in fresh.items()}
    often = Counter(one for each in held.values() for one in each)
    shared = {one for one, count in often.items() if count > 1}
    return frame(Fingerprint, _rows(case, fresh, shared))


def _rows(case: Case, fresh: Mapping[str, Sequence[Shingle]], shared: Collection[int]) -> Iterator[Fingerprint]:
    stored = case.tables["fingerprints"]
    leave_out = left_out(case)
    for article in case.articles["article"]:
        if article not in fresh:
            old = stored[stored["article"] == article]
            yield from (Fingerprint.model_construct(**row) for row in old.to_dict("records"))
            continue
        quoted = inside(case.texts[article], words(case.texts[article], leave_out[article]))
        for i in _kept([one.hash for one in fresh[article]], shared):
            one = fresh[article][i]
            whole = all(quoted[one.word : one.word + SIZE])
            cells = {**one._asdict(), "article": article, "hash": written(one.hash), "quoted": whole}
            yield Fingerprint.model_construct(**cells)


def _kept(hashes: Sequence[int], shared: Collection[int]) -> list[int]:
    """The places of the shingles that are stored, in reading order."""
    kept = {i for i, one in enumerate(hashes) if one in shared}
    for i in sorted(winnowed(hashes, WINDOW)):
        if not kept.intersection(range(i - SIZE + 1, i + SIZE)):
            kept.add(i)
    return sorted(kept)


def left_out(case: Case) -> Mapping[str, list[Stretch]]:
    """The stretches of each article that are not its prose."""
    found: dict[str, list[Stretch]] = defaultdict(list)
    rows = case.artefacts[case.artefacts["remove"]]
    for article, start, end in rows[["article", "start", "end"]].itertuples(index=False):
        found[article].append(Stretch(start, end))
    return found


def inside(text: str, found: Sequence[Word]) -> list[bool]:
    """Whether each word stands in quotation marks, as `kit.find.marks` pairs them."""
    places = [Stretch(one.start, one.end) for one in marked(text) if not one.level]
    starts = [place.start for place in places]
    at = [bisect_right(starts, word.start) - 1 for word in found]
    return [i >= 0 and word.end <= places[i].end for i, word in zip(at, found, strict=True)]


def winnowed(hashes: Sequence[int], window: int) -> set[int]:
    """The places of the least hash (the last of equal ones) of every ``window`` that follow each other."""
    size = min(window, len(hashes))
    groups = (range(first, first + size) for first in range(len(hashes) - size + 1)) if size else ()
    return {min(group, key=lambda i: (hashes[i], -i)) for group in groups}
