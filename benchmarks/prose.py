"""Invented news articles, as many as wanted: the same texts for the same seed, on any machine.

    python benchmarks/prose.py [ARTICLES [SEED]] > FILE

* JSON Lines with id, outlet, published, title, text, as `kit quotes` and `kit times` read them;
* every layout: straight, curly, single and angled marks, split and continued quotations, blocks, dash lines, transcripts,
  tweets, captions, indirect speech, marks that nobody closed;
* about 6,000 characters and 35 quotations an article, with times and hedges, as news has them.
"""

import json
import random
import sys
from collections.abc import Callable, Iterator

from generated import NOUNS, PAPERS, PLACES, ROLES, VERBS

__all__ = ["CHARACTERS", "article", "articles", "record"]

CHARACTERS = 6_000
"""Code points an article has at least; it stops at the paragraph that reaches them."""

FIRST = ("Ada", "Bram", "Cora", "Dov", "Elin", "Farid", "Gwen", "Hugo", "Ines", "Jonas", "Kadi", "Luc")
LAST = ("Ashby", "Bell", "Carver", "Dunn", "Eide", "Farrow", "Goss", "Hale", "Imber", "Jarvis", "Kemp", "Lowe")
CUES = ("said", "added", "told reporters", "claimed", "wrote", "argued", "recalled", "confirmed", "insisted", "warned")
TIMES = (
    "on Tuesday",
    "last month",
    "at about 3pm",
    "since Friday",
    "on 14 March 2031",
    "nearly 30 minutes later",
    "that evening",
    "over the weekend",
    "in May",
    "two years ago",
)
WORDS = ("old", "narrow", "northern", "wooden", "public", "heavy", "second", "broken", "empty", "well-known")
HEDGES = (
    "reportedly",
    "allegedly",
    "may have",
    "appeared to have",
    "is said to have",
    "possibly",
    "could have",
    "probably",
)
NUMBERS = ("about 30 people", "more than a dozen boats", "up to 200 passengers", "at least four lamps", "some 40 ropes")
MARKS = (("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»"), ("„", "“"), ("``", "''"))


class _Article:
    """One article being written."""

    def __init__(self, draw: random.Random) -> None:
        self.draw = draw
        self.open, self.shut = draw.choices(MARKS, weights=(50, 35, 10, 2, 2, 1))[0]
        self.people = [f"{draw.choice(FIRST)} {draw.choice(LAST)}" for _ in range(6)]

    def of(self, choices: tuple[str, ...]) -> str:
        return self.draw.choice(choices)

    def who(self) -> str:
        name, shape = self.draw.choice(self.people), self.draw.random()
        if shape < 0.35:
            role = self.of(ROLES)
            return f"{name}, {'an' if role[0] in 'aeiou' else 'a'} {role} at {self.of(PLACES)},"
        return (
            name if shape < 0.6 else name.split()[1] if shape < 0.8 else self.of(("he", "she", f"the {self.of(ROLES)}"))
        )

    def chance(self, part: float) -> bool:
        return self.draw.random() < part

    def thing(self) -> str:
        return f"the {self.of(WORDS)} {self.of(NOUNS)}" if self.chance(0.5) else f"the {self.of(NOUNS)}"

    def clause(self) -> str:
        hedge = f"{self.of(HEDGES)} " if self.chance(0.08) else ""
        what = self.of(NUMBERS) if self.chance(0.06) else self.thing()
        where = f" near {self.thing()} of {self.of(PLACES)}" if self.chance(0.8) else ""
        more = f", which {self.of(VERBS)} {self.thing()} with {self.thing()}" if self.chance(0.5) else ""
        when = f" {self.of(TIMES)}" if self.chance(0.2) else ""
        return f"{self.thing()} {hedge}{self.of(VERBS)} {what}{where}{more}{when}"

    def sentence(self) -> str:
        words = self.clause()
        return words[0].upper() + words[1:]

    def marked(self, words: str, shut: bool = True) -> str:
        return f"{self.open}{words}{self.shut if shut else ''}"

    def plain(self) -> str:
        return " ".join(f"{self.sentence()}." for _ in range(self.draw.randint(1, 3)))

    def after(self) -> str:
        return f"{self.marked(self.sentence() + ',')} {self.who().rstrip(',')} {self.of(CUES)}. {self.plain()}"

    def before(self) -> str:
        who = self.who()
        return f"{who[0].upper()}{who[1:]} {self.of(CUES)}: {self.marked(self.sentence() + '.')} {self.plain()}"

    def split(self) -> str:
        first, cue, who = self.marked(self.sentence() + ","), self.of(CUES), self.who().rstrip(",")
        goes_on = self.chance(0.6)
        rest = self.clause() + "." if goes_on else self.sentence() + "!"
        return f"{first} {cue} {who}{',' if goes_on else '.'} {self.marked(rest)}"

    def fragments(self) -> str:
        return (
            f"The {self.of(ROLES)} called it {self.marked(self.of(NOUNS))} and {self.marked('a ' + self.clause()[4:])}."
        )

    def indirect(self) -> str:
        cue = self.of(("said that", "claimed", "said", "warned that", "denied that"))
        return f"{self.draw.choice(self.people)} {cue} {self.clause()}. According to the {self.of(ROLES)}, {self.clause()}."

    def nested(self) -> str:
        inner = f"‘{self.of(NOUNS)}’" if self.open != "‘" else f"“{self.of(NOUNS)}”"
        return f"{self.marked(f'{self.sentence()}, and he shouted {inner} twice,')} {self.of(CUES)} {self.who().rstrip(',')}."

    def continued(self) -> str:
        return f"{self.marked(self.sentence() + '.', shut=False)}\n\n{self.marked(self.sentence() + '.')} {self.of(CUES)} {self.who().rstrip(',')}."

    def broken(self) -> str:
        return f"{self.marked(self.sentence(), shut=False)}, {self.draw.choice(self.people)} {self.of(CUES)}. {self.plain()}"

    def dashes(self) -> str:
        lines = f"{self.marked(self.sentence() + '.')}\n— {self.draw.choice(self.people)}, {self.of(ROLES)}"
        return f"{lines}\n\n{self.plain()}"

    def block(self) -> str:
        return f"In a statement, the {self.of(ROLES)} {self.of(CUES)}:\n\n{self.plain()}\n\n{self.plain()}"

    def transcript(self) -> str:
        name = self.draw.choice(self.people).split()[1].upper()
        return f"Q: {self.sentence()}?\n\nA: {self.plain()}\n\n{name}: {self.plain()}"

    def tweet(self) -> str:
        name = self.draw.choice(self.people)
        return f"{self.plain()} — {name} (@{name.replace(' ', '').lower()}) March {self.draw.randint(1, 30)}, 2031"

    def furniture(self) -> str:
        return self.of(
            ("Advertisement", "READ MORE: The pier", "Photo: The pier at dusk (R. Hale)", "Share this", "What happened")
        )

    def paragraph(self) -> str:
        kinds: dict[Callable[[], str], int] = {
            self.after: 30, self.before: 12, self.split: 18, self.fragments: 10, self.indirect: 12, self.plain: 9,
            self.nested: 4, self.continued: 3, self.broken: 1, self.dashes: 2, self.block: 1, self.transcript: 1,
            self.tweet: 1, self.furniture: 2,
        }  # fmt: skip
        return self.draw.choices(list(kinds), weights=list(kinds.values()))[0]()


def article(seed: int, characters: int = CHARACTERS) -> str:
    """The text of one article, of at least so many code points."""
    writer = _Article(random.Random(seed))  # noqa: S311 - the same texts on every machine
    paragraphs, length = [], 0
    while length < characters:
        paragraphs.append(writer.paragraph())
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)


def articles(count: int, seed: int = 1) -> Iterator[str]:
    """Texts one after the other; their lengths vary about the mean."""
    for n in range(count):
        yield article(seed * 1_000_003 + n, CHARACTERS // 2 + n * 7919 % CHARACTERS)


def record(n: int, text: str) -> dict[str, str]:
    """An article as a line of JSON Lines."""
    outlet = f"{PLACES[n % len(PLACES)]} {PAPERS[n // len(PLACES) % len(PAPERS)]}"
    title = f"The {NOUNS[n % len(NOUNS)]} at the pier"
    return {"id": f"a{n:05d}", "outlet": outlet, "published": f"2031-03-{14 + n % 14}", "title": title, "text": text}


if __name__ == "__main__":
    numbers = [int(number) for number in sys.argv[1:]] or [2000]
    for place, text in enumerate(articles(*numbers)):
        sys.stdout.write(json.dumps(record(place, text), ensure_ascii=False) + "\n")
