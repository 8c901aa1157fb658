"""The hashed shingles of many articles side by side, as arrays: of a case's fingerprints, or of any texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.find.fingerprints import fingerprints, inside
from kit.shingles import SIZE, hashes, words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kit.case import Case

__all__ = ["Prints", "of_case", "of_texts"]


@dataclass(frozen=True)
class Prints:
    """Shingles of several articles, sorted by article and word: number of the article, number of the first word, first
    code point and one past the last, hash, whether all words stand in quotation marks."""

    article: NDArray[np.int64]
    word: NDArray[np.int64]
    start: NDArray[np.int64]
    end: NDArray[np.int64]
    hash: NDArray[np.uint64]
    quoted: NDArray[np.bool_]


def of_case(case: Case) -> tuple[Prints, list[str]]:
    """A case's fingerprints and the ids of their articles, which are numbered by id: their order in the case does not
    count."""
    import numpy as np

    table = fingerprints(case)
    ids = sorted(table["article"].unique())
    number = table["article"].map({article: i for i, article in enumerate(ids)})
    rows = table.assign(number=number).sort_values(["number", "word"], kind="stable")
    article, word, start, end = (rows[name].to_numpy("int64") for name in ("number", "word", "start", "end"))
    numbers = np.array([int(one, 16) for one in rows["hash"]], dtype=np.uint64)
    return Prints(article, word, start, end, numbers, rows["quoted"].to_numpy("bool")), ids


def of_texts(texts: Sequence[str]) -> Prints:
    """Every shingle of every text, numbered in the order given."""
    import numpy as np

    counts, digests = [], []
    start, end, quoted = [np.empty(0, np.int64)], [np.empty(0, np.int64)], [np.empty(0, np.bool_)]
    for text in texts:
        found = words(text)
        counts.append(max(len(found) - SIZE + 1, 0))
        digests.append(hashes([word.form for word in found]))
        start.append(np.array([word.start for word in found[: counts[-1]]], dtype=np.int64))
        end.append(np.array([word.end for word in found[SIZE - 1 :]], dtype=np.int64))
        marks = np.cumsum([0, *inside(text, found)])
        quoted.append(marks[SIZE:] - marks[:-SIZE] == SIZE)
    number = np.repeat(np.arange(len(counts)), counts)
    word = np.concatenate([np.arange(count) for count in counts]) if counts else number
    numbers = np.frombuffer(b"".join(digests), dtype=">u8").astype(np.uint64)
    return Prints(number, word, np.concatenate(start), np.concatenate(end), numbers, np.concatenate(quoted))
