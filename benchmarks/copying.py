"""How long it takes to find who shares text with whom, and whether planted copies are found, on one core.

    python benchmarks/copying.py [ARTICLES …]

* invented articles of 700 words, drawn by Zipf's law from 20,000; in every 25th a near-duplicate of another is planted, in
  every 25th a half of another, in every 10th a speech that another quotes, in every article three of twenty stock phrases;
* the baseline, in the same run: the same shingles as sets, every two articles intersected, which tells how many are shared
  and not where; from 1,000 articles on it is left out;
* one call of difflib, which finds the places too, for each of ten pairs: what every pair would take on its own.
"""

import difflib
import random
import sys
import time
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

from kit.compare.copying import copies
from kit.shingles import shingles, words

WORDS = [f"{a}{b}{c}" for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er") for c in range(205)]
WEIGHTS = [1 / (rank + 2) for rank in range(len(WORDS))]
LENGTH = 700
SIZES = (250, 500, 1000, 2000, 4000)
BASELINE = 500
"""Articles up to which the baseline is run: at four times as many it takes sixteen times as long."""


def made(count: int, seed: int = 1) -> tuple[list[tuple[str, str]], dict[tuple[str, str], str]]:
    """Articles (id, text), and the planted pairs with what they are."""
    draw = random.Random(seed)  # noqa: S311 - the same texts on every machine
    stock = [" ".join(draw.choices(WORDS, WEIGHTS, k=6)) for _ in range(20)]
    texts, planted = [], {}
    for n in range(count):
        own = draw.choices(WORDS, WEIGHTS, k=LENGTH)
        other = n - 3
        if n % 25 == 10:
            own = [draw.choice(WORDS) if draw.random() < 0.01 else word for word in texts[other]]
        elif n % 25 == 20:
            own[: LENGTH // 2] = texts[other][: LENGTH // 2]
        elif n % 10 == 5:
            own[100:130] = texts[other][200:230] = ["“", *draw.choices(WORDS, WEIGHTS, k=28), "”"]
        what = {10: "near-duplicate", 20: "wire copy"}.get(n % 25) or ("quotations" if n % 10 == 5 else "")
        if what:
            planted[f"a{other:05d}", f"a{n:05d}"] = what
        for phrase in draw.sample(stock, 3):
            own[-8:-8] = phrase.split()
        texts.append(own)
    return [(f"a{n:05d}", " ".join(text)) for n, text in enumerate(texts)], planted


def intersected(texts: list[tuple[str, str]]) -> list[tuple[str, str, int]]:
    """The baseline: how many shingles every two articles share."""
    held = [(one, {shingle.hash for shingle in shingles(text)}) for one, text in texts]
    return [(a, b, len(both)) for (a, first), (b, second) in combinations(held, 2) if (both := first & second)]


def matched(texts: list[tuple[str, str]]) -> Iterator[Any]:
    """Ten pairs by difflib."""
    forms = [[word.form for word in words(text)] for _, text in texts[:20]]
    for a, b in zip(forms[::2], forms[1::2], strict=True):
        yield difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()


def seconds(act: Callable[[], Any]) -> tuple[float, Any]:
    """The processor time of an act, so that others on the machine count little, and what it returned."""
    start = time.process_time()
    result = act()
    return time.process_time() - start, result


def main(sizes: tuple[int, ...]) -> None:
    """Print a line for each number of articles."""
    sys.stdout.write(
        f"{'articles':>8}{'copies':>9}{'sets':>9}{'ratio':>8}{'difflib a pair':>16}{'planted':>9}{'found':>7}\n"
    )
    for count in sizes:
        texts, planted = made(count)
        taken, rows = seconds(lambda texts=texts: copies(texts))
        found = {(a, b): what for a, b, what in rows[["article_a", "article_b", "relation"]].itertuples(index=False)}
        right = sum(found.get(pair) == what for pair, what in planted.items())
        least = seconds(lambda texts=texts: intersected(texts))[0] if count <= BASELINE else None
        each = seconds(lambda texts=texts: list(matched(texts)))[0] / 10
        told = f"{least:9.2f}{taken / least:8.2f}" if least else f"{'':>17}"
        sys.stdout.write(f"{count:8,}{taken:9.2f}{told}{each:16.4f}{len(planted):9,}{right:7,}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
