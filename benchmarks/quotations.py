"""Invented quotations in any number, some of them variants of others, with which belong together: for the benchmark.

* sentences are made of invented words in the proportions of English, grammar words between them, and of stock phrases;
* of every ten quotations four are sources; the others are a source cut to six words, with one or two edits, copied with
  other marks, or spliced with another source of the same speaker; a few are other sources nearly alike: other numbers.
"""

import random
from collections.abc import Iterator

GRAMMAR = [
    "the",
    "of",
    "and",
    "to",
    "a",
    "in",
    "that",
    "is",
    "was",
    "for",
    "it",
    "with",
    "as",
    "his",
    "on",
    "be",
    "at",
    "by",
    "i",
    "this",
    "had",
    "not",
    "are",
    "but",
    "from",
    "or",
    "have",
    "an",
    "they",
    "which",
    "you",
    "were",
    "her",
    "all",
    "she",
    "there",
    "would",
    "their",
    "we",
    "him",
    "been",
    "has",
    "when",
    "who",
    "will",
    "no",
    "if",
    "out",
    "so",
    "up",
    "said",
    "what",
    "its",
    "about",
    "than",
    "into",
    "them",
    "can",
    "only",
    "other",
    "time",
    "new",
    "some",
    "could",
    "these",
    "two",
    "may",
    "first",
    "then",
    "do",
    "any",
    "like",
    "my",
    "now",
    "over",
    "such",
    "our",
]
STOCK = (
    "at the end of the day",
    "we take this very seriously",
    "our thoughts and prayers are with",
    "let me be clear",
    "thank you very much",
)
ONSETS, VOWELS, ENDS = (
    [
        "b",
        "br",
        "c",
        "d",
        "dr",
        "f",
        "fl",
        "g",
        "gr",
        "h",
        "j",
        "k",
        "l",
        "m",
        "n",
        "p",
        "pl",
        "r",
        "s",
        "st",
        "t",
        "tr",
        "v",
        "w",
    ],
    ["a", "e", "i", "o", "u", "ai", "ea", "oo"],
    ["n", "r", "l", "st", "t", "m", "nd", "sh", "ck", "p"],
)


def vocabulary(size: int, seed: int) -> list[str]:
    """Invented words, each once."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    words: dict[str, None] = {}
    while len(words) < size:
        parts = chance.choice((1, 2, 2, 3))
        words["".join(chance.choice(ONSETS) + chance.choice(VOWELS) for _ in range(parts)) + chance.choice(ENDS)] = None
    return list(words)


class Made:
    """A maker of quotations, the same for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self._chance = random.Random(seed)  # noqa: S311
        self._words = vocabulary(40_000, seed)

    def sentence(self) -> list[str]:
        """Eight to 28 words; the rank of a content word is distributed as in prose, few of them very often."""
        chance, words = self._chance, []
        for _ in range(chance.randint(8, 28)):
            rank = int(len(self._words) ** chance.random()) - 1
            words.append(chance.choice(GRAMMAR) if chance.random() < 0.45 else self._words[rank])
        if chance.random() < 0.05:
            words[:0] = chance.choice(STOCK).split()
        if chance.random() < 0.2:
            words.insert(len(words) // 2, str(chance.randint(2, 999)))
        return words

    def edited(self, words: list[str]) -> list[str]:
        """One or two words left out, put in or changed; never a number."""
        words = list(words)
        for _ in range(self._chance.randint(1, 2)):
            at = self._chance.randrange(len(words))
            if words[at].isdigit():
                continue
            other = [] if self._chance.random() < 0.3 else [self._chance.choice(self._words)]
            words[at : at + self._chance.randint(0, 1)] = other
        return words

    def cut(self, words: list[str]) -> list[str]:
        """Six words in a row."""
        at = self._chance.randrange(max(len(words) - 5, 1))
        return words[at : at + 6]

    def written(self, words: list[str]) -> str:
        """As an outlet prints it."""
        text = " ".join(words)
        text = text[:1].upper() + text[1:]
        return self._chance.choice(("“{}.”", '"{},"', "“{},”", '"{}."')).format(text)

    def quotations(self, count: int) -> Iterator[tuple[str, str, int, str]]:
        """Text, kind and the number of the source it comes from: ``source``, ``cut``, ``edit``, ``copy``, ``splice``, ``twice``."""
        number = made = 0
        while made < count:
            words, other = self.sentence(), self.sentence()
            batch = [("source", words), ("copy", words)]
            batch += [("cut", self.cut(words)), ("edit", self.edited(words)), ("edit", self.edited(words))][
                : self._chance.randint(0, 3)
            ]
            if self._chance.random() < 0.3:
                batch.append(("splice", words[-10:] + other[:10]))
            for kind, variant in batch:
                yield self.written(variant), kind, number
            made += len(batch)
            number += 1
            if any(word.isdigit() for word in words) and self._chance.random() < 0.2:
                yield self.written([str(int(w) + 7) if w.isdigit() else w for w in words]), "twice", number
                made, number = made + 1, number + 1
