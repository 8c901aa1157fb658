"""A generated case, as large as wanted: the same rows for the same sizes and seed, on any machine.

    python benchmarks/generated.py FOLDER [ARTICLES [CLAIMS [QUESTIONS [SEED]]]]

* questions of every value type; few answers are given by most articles, and many by few;
* a claim is the article's own or a speaker's, through hands or not, flat, hedged or limited;
* quotations of shared utterances are cut and changed here and there; events are placed and ordered.
"""

import csv
import random
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

from kit.schema import TABLES
from kit.values import GRAMMAR

__all__ = ["Sizes", "make"]

ABOUT = """title = "Generated"
summary = "Invented rows, as many as wanted."
happened = 2031-03-14
timezone = "UTC"
language = "en-GB"
fictional = true
licence = "CC0-1.0"
"""

PLACES = (
    "Ansel",
    "Brook",
    "Corran",
    "Dunmore",
    "Eastfield",
    "Fallow",
    "Garth",
    "Holm",
    "Inver",
    "Kelling",
    "Lorn",
    "Marsh",
)
PAPERS = ("Gazette", "Courier", "Bulletin", "Post", "Herald", "Echo", "Chronicle", "Star", "Observer", "Record")
ROLES = ("harbour master", "captain", "witness", "officer", "engineer", "passenger", "mayor", "spokesperson")
NOUNS = ("ferry", "pier", "alarm", "lamp", "crew", "rope", "engine", "signal", "gate", "boat", "tide", "bell")
VERBS = ("struck", "left", "passed", "reached", "lost", "held", "saw", "moved", "closed", "opened")
GROUPS = ("people", "numbers", "place", "time", "damage", "the order", "response", "statements", "aftermath", "labels")
HEDGES = {"hedged": ("reportedly", "allegedly", "is said to"), "possible": ("may", "might", "could")}
CHARACTERS = 12_000


class Sizes:
    """How many rows of what: events, speakers and utterances grow with the questions, quotations with the articles."""

    def __init__(self, articles: int = 500, claims: int = 50_000, questions: int = 200) -> None:
        self.articles, self.claims, self.questions = articles, claims, questions
        self.events = self.speakers = self.terms = max(questions, 12)
        self.utterances, self.quotes, self.reports, self.orders = questions, 20 * articles, 8 * articles, 6 * articles


class _Maker:
    """The rows of every table, drawn one after the other from one sequence of random numbers."""

    def __init__(self, sizes: Sizes, seed: int) -> None:
        self.sizes, self.random = sizes, random.Random(seed)  # noqa: S311 - the same numbers on every machine
        self.articles = [f"a{i:03d}" for i in range(sizes.articles)]
        self.speakers = [f"s{i:03d}" for i in range(sizes.speakers)]
        self.events = [f"e{i:03d}" for i in range(sizes.events)]
        self.terms = [f"t{i:03d}" for i in range(sizes.terms)]
        self.kinds = {f"q{i:03d}": list(GRAMMAR)[i % len(GRAMMAR)] for i in range(sizes.questions)}
        self.pools = {question: self._pool(kind) for question, kind in self.kinds.items()}

    def chance(self, part: float) -> bool:
        return self.random.random() < part

    def rank(self, count: int) -> int:
        """A place below ``count``; the first are much more likely, as words and sources are in news."""
        return min(int(count * self.random.random() ** 2.5), count - 1)

    def place(self, length: int = 40) -> dict[str, int]:
        start = self.random.randrange(CHARACTERS - length)
        return {"start": start, "end": start + length}

    def words(self, count: int) -> str:
        return " ".join(self.random.choice(NOUNS if i % 2 else VERBS) for i in range(count))

    def _pool(self, kind: str) -> list[str]:
        """The values an answer may have, the more frequent first; the same value may stand there twice."""
        return [self._value(kind) for _ in range(self.random.randint(2, 7))]

    def _value(self, kind: str) -> str:
        draw, number = self.random, self.random.randint(1, 40)
        if kind == "time":
            return self._moment(10 * number)
        if kind == "quantity":
            return draw.choice(("{0}", "~{0}", ">={0}", "<={0}", "{0}..{1}", "several")).format(number, number + 9)
        ways: dict[str, Callable[[], str]] = {
            "identity": lambda: draw.choice(self.speakers),
            "set": lambda: ";".join(sorted(draw.sample(self.terms, draw.randint(1, 3)))),
            "order": lambda: f"{draw.choice(('before', 'after'))}:{draw.choice(self.events)}",
            "sequence": lambda: ">".join(draw.sample(self.events, draw.randint(2, 4))),
            "boolean": lambda: draw.choice(("yes", "no")),
            "name": lambda: f"{draw.choice(NOUNS)} {draw.choice(NOUNS)}",
            "label": lambda: f"{draw.choice(NOUNS)} {draw.choice(VERBS)}",
        }
        return ways.get(kind, lambda: draw.choice(self.terms))()

    def _moment(self, minutes: int) -> str:
        moment = datetime(2031, 3, 14, 12) + timedelta(minutes=minutes)  # noqa: DTZ001 - of no zone on purpose
        return moment.isoformat(timespec="minutes") if self.chance(0.7) else f"{moment:%Y-%m-%d}"

    def articles_rows(self) -> Iterator[dict[str, Any]]:
        for i, article in enumerate(self.articles):
            outlet = f"{PLACES[i % len(PLACES)]} {PAPERS[i // len(PLACES) % len(PAPERS)]}"
            yield {
                "article": article, "outlet": outlet, "title": f"The {NOUNS[i % len(NOUNS)]} at the pier",
                "published": f"2031-03-{14 + i % 14}", "published_basis": "stated", "characters": CHARACTERS,
                "words": CHARACTERS // 6, "sha256": f"{i:064x}",
            }  # fmt: skip

    def speakers_rows(self) -> Iterator[dict[str, Any]]:
        for i, speaker in enumerate(self.speakers):
            naming = ("named", "named", "unnamed", "anonymous")[i % 4]
            name = f"{ROLES[i % len(ROLES)]} {PLACES[i % len(PLACES)]} {i}"
            body = self.speakers[i // 8] if i >= 8 and i % 3 == 0 else None
            yield {"speaker": speaker, "name": name, "kind": "person", "naming": naming, "part_of": body}

    def quotes_rows(self) -> Iterator[dict[str, Any]]:
        said = [self.words(self.random.randint(5, 16)).split() for _ in range(self.sizes.utterances)]
        for i in range(self.sizes.quotes):
            article, utterance = self.articles[i % len(self.articles)], self.rank(len(said))
            at = i // len(self.articles) * 600  # words in quotation marks never cross
            words = list(said[utterance])
            if self.chance(0.3):
                words = words[: max(3, len(words) - 3)]
            if self.chance(0.15):
                words[self.random.randrange(len(words))] = self.random.choice(NOUNS)
            direct = self.chance(0.6)
            text = " ".join(words)
            yield {
                "quote": f"w{i:05d}", "article": article, "kind": "direct" if direct else "indirect", "start": at,
                "end": at + len(text), "text": text if direct else None, "via": self._hands(),
                "paraphrase": None if direct else "What was said, in other words.", "speaker": self.speakers[utterance],
                "cue": self.random.choice(("said", "claimed", "added")), "utterance": f"u{utterance:03d}",
                "status": "accepted",
            }  # fmt: skip

    def _hands(self) -> str | None:
        return ";".join(self.random.sample(self.speakers, self.random.randint(1, 2))) if self.chance(0.15) else None

    def claims_rows(self) -> Iterator[dict[str, Any]]:
        questions = list(self.kinds)
        weights = list(accumulate(1 / (i + 20) ** 0.5 for i in range(len(questions))))
        given: set[tuple[str, str]] = set()
        for i in range(self.sizes.claims):
            article = self.articles[i % len(self.articles)]
            question = self.random.choices(questions, cum_weights=weights)[0]
            pool = self.pools[question]
            hedging = "flat" if self.chance(0.8) else self.random.choice(list(HEDGES))
            own = self.chance(0.6)
            yield {
                "claim": f"c{i:06d}", "article": article, "question": question, "value": pool[self.rank(len(pool))],
                "statement": f"The {self.words(7)}.", "via": None if own else self._hands(),
                "asserted_by": "outlet" if own else self.speakers[self.rank(len(self.speakers))],
                "in_quotation": "no" if own else self.random.choice(("yes", "no")), "hedge_class": hedging,
                "hedge": self.random.choice(HEDGES[hedging]) if hedging in HEDGES else None,
                "scope": "at the pier" if self.chance(0.05) else None, **self.place(),
                "primary": "no" if (article, question) in given else "yes", "status": "accepted",
            }  # fmt: skip
            given.add((article, question))

    def reports_rows(self) -> Iterator[dict[str, Any]]:
        for i in range(self.sizes.reports):
            event = self.rank(len(self.events))
            day = f"2031-03-{14 + event % 5}"
            dated = (
                {"earliest": day, "latest": day, "precision": "day"}
                if self.chance(0.8)
                else {"precision": "unresolved"}
            )
            article = self.articles[i % len(self.articles)]
            known = {"report": f"r{i:05d}", "article": article, "event": self.events[event], "basis": "resolved"}
            yield {**known, **dated, "expression": "that day", "asserted_by": "outlet", **self.place(8)}

    def orders_rows(self) -> Iterator[dict[str, Any]]:
        for i in range(self.sizes.orders):
            pair = sorted(self.random.sample(self.events, 2), reverse=self.chance(0.03))
            known = {"order": f"o{i:05d}", "article": self.articles[i % len(self.articles)], "relation": "before"}
            yield {**known, "before": pair[0], "after": pair[1], **self.place(6)}

    def origins_rows(self) -> Iterator[dict[str, Any]]:
        kinds = ("recording", "document", "release", "statement", "post", "outlet", "interview", "own-reporting")
        for i, article in enumerate(self.articles):
            for nth in range(3):
                origin = self.rank(60)
                place = {"start": 100 * nth + i % 50, "end": 100 * nth + i % 50 + 20}
                yield {"origin": f"g{origin:02d}", "article": article, "kind": kinds[origin % len(kinds)], **place}

    def rest(self) -> dict[str, Iterable[dict[str, Any]]]:
        """The tables that need no drawing."""
        return {
            "utterances": [
                {"utterance": f"u{i:03d}", "speaker": self.speakers[i % len(self.speakers)], "summary": f"Saying {i}.",
                 "confidence": "certain"} for i in range(self.sizes.utterances)
            ],
            "questions": [
                {"question": question, "text": f"What is told of the {NOUNS[i % len(NOUNS)]} in point {i}?",
                 "value_type": kind, "unit": "person" if kind == "quantity" else None,
                 "single": "no" if kind in ("set", "label") else "yes", "group": GROUPS[i % len(GROUPS)]}
                for i, (question, kind) in enumerate(self.kinds.items())
            ],
            "events": [
                {"event": event, "title": f"The {NOUNS[i % len(NOUNS)]}, part {i}", "kind": "happening"}
                for i, event in enumerate(self.events)
            ],
            "taxonomy": [
                {"term": term, "broader": self.terms[(i - 1) // 4] if i else None, "kind": "place"}
                for i, term in enumerate(self.terms)
            ],
        }  # fmt: skip


def make(folder: Path, sizes: Sizes, seed: int = 1) -> Path:
    """Write the case into a folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "case.toml").write_text(ABOUT, encoding="utf-8")
    maker = _Maker(sizes, seed)
    drawn: dict[str, Iterable[dict[str, Any]]] = {
        "articles": maker.articles_rows(), "speakers": maker.speakers_rows(), "quotes": maker.quotes_rows(),
        "claims": maker.claims_rows(), "reports": maker.reports_rows(), "orders": maker.orders_rows(),
        "origins": maker.origins_rows(), **maker.rest(),
    }  # fmt: skip
    for name, model in TABLES.items():
        if name in drawn or not model.OPTIONAL:
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, list(model.model_fields), lineterminator="\n")
                writer.writeheader()
                writer.writerows(drawn.get(name, ()))
    return folder


if __name__ == "__main__":
    where, *numbers = sys.argv[1:]
    make(Path(where), Sizes(*map(int, numbers[:3])), *map(int, numbers[3:]))
