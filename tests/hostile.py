"""A case whose every free-text cell tries to break out of the table, chart or page that shows it.

* the case is valid: only its words are hostile, never its shape, so whatever shows it has no excuse;
* a free cell is one that the schema describes as plain text; those that must stand in the article stand there.
"""

import csv
import hashlib
import json
from itertools import cycle
from pathlib import Path

from kit.schema import TABLES
from kit.shingles import shingles, written

__all__ = ["ATTACKS", "LONG", "PROPERTY", "make"]

PROPERTY = "pwned"
"""What a browser's ``window`` has once an attack succeeds."""

ATTACKS = (
    f"</script><script>window.{PROPERTY}=1</script>",
    f"<img src=x onerror=window.{PROPERTY}=1>",
    f'"><svg onload="window.{PROPERTY}=1">',
    f"</bdi></td></table><b onclick='window.{PROPERTY}=1'>",
    f"javascript:window.{PROPERTY}=1",
    '=HYPERLINK("https://example.invalid/","free")',
    "=1+1",
    "{{ 7*7 }}{% raw %}",
    "__proto__",
    "constructor",
    "datum['x']\\u003c\\",
    "-->]]>&lt;!--&#60;",
    "a\u2028b\u2029c",
    "\u202eright to left",
    "\U0001f6a2\U0001f1ee\U0001f1f4",
    "x\ty\rz\nw",
)
"""Every attack has at most six words, so that it may also stand where only a phrase may."""

LONG = " ".join(["<b>word</b>"] * 1_000)[:10_000]
"""A quotation of 10,000 characters."""

BEGINNING = 900
"""Characters of each article that have fingerprints."""

_NOTE = """# ATTACK

ATTACK

[click](javascript:window.pwned=1) [data](data:text/html,<script>window.pwned=1</script>)
[file](vbscript:x) ![pixel](https://example.invalid/pixel.png) <javascript:window.pwned=1>

| a | b |
| --- | --- |
| <script>window.pwned=1</script> | {{ 7*7 }} |
"""


class _Text:
    """An article made as its rows are: every word that a row holds stands in quotation marks on its own line."""

    def __init__(self, article: str) -> None:
        self.article = article
        self.whole = ""
        self.lines: list[tuple[int, int]] = []

    def line(self, *words: str) -> list[tuple[int, int]]:
        """Add a line that holds these words; returns where each stands."""
        begin, places = len(self.whole), []
        for word in words:
            start = len(self.whole) + 1
            self.whole += f"“{word}” "
            places.append((start, start + len(word)))
        self.lines.append((begin, len(self.whole) - 1))
        self.whole += "\n"
        return places


_ANSWERS = {
    "quantity": ("3", ">=5", "several"),
    "time": ("2031-03-14T18:20", "2031-03-14", "../2031-03-14"),
    "place": ("north_pier", "south_pier", "pier"),
    "category": ("ferry", "tug", "vessel"),
    "identity": ("master", "port", "clerk"),
    "set": ("ferry;tug", "ferry", "tug"),
    "boolean": ("yes", "no", "yes"),
    "order": ("before:crash", "after:crash", "before:crash"),
    "sequence": ("u_a>u_b", "u_b>u_a", "u_a>u_b"),
    "name": ATTACKS[:3],
    "label": ATTACKS[6:9],
}
_ARTICLES = ("one", "two", "three")
_TERMS = {"pier": "", "north_pier": "pier", "south_pier": "pier", "vessel": "", "ferry": "vessel", "tug": "vessel"}


class _Maker:
    def __init__(self) -> None:
        self._attacks = cycle(ATTACKS)
        self.rows: dict[str, list[dict[str, object]]] = {name: [] for name in TABLES}
        self.texts = {article: _Text(article) for article in _ARTICLES}

    def add(self, table: str, **cells: object) -> None:
        """A row in which every free cell that is not given is hostile."""
        fields = TABLES[table].model_fields
        free = [c for c, info in fields.items() if info.annotation in (str, str | None) and not info.metadata]
        hostile = {column: f"{next(self._attacks)} {column} {ATTACKS[0]} {ATTACKS[1]}" for column in free}
        self.rows[table].append(hostile | cells)

    def phrase(self) -> str:
        return next(self._attacks)

    def fill(self) -> None:
        for speaker, part_of in (("port", ""), ("master", "port"), ("clerk", "port")):
            self.add("speakers", speaker=speaker, kind="person", naming="named", part_of=part_of)
        for term, broader in _TERMS.items():
            self.add("taxonomy", term=term, broader=broader, kind="category")
        for utterance in ("u_a", "u_b", "u_long"):
            self.add("utterances", utterance=utterance, speaker="master", confidence="possible")
        for event in ("alarm", "crash"):
            self.add("events", event=event)
        for value_type in _ANSWERS:
            self.add("questions", question=f"q_{value_type}", value_type=value_type, single="yes")
        for place, text in enumerate(self.texts.values()):
            self._article(place, text)
        self._fingerprints()
        self.add("verdicts", claim_a="one_quantity", claim_b="two_quantity", verdict="differ", when="2031-04-01")

    def _fingerprints(self) -> None:
        """The beginning of each text: the long quotation alone would give thousands of the same three hashes."""
        for article, text in self.texts.items():
            for one in shingles(text.whole[:BEGINNING]):
                cells = one._asdict() | {"hash": written(one.hash), "quoted": "yes"}
                self.add("fingerprints", article=article, **cells)

    def _article(self, place: int, text: _Text) -> None:
        article = text.article
        for kind, utterance in (("direct", "u_a"), ("fragment", "u_b"), ("document", "u_a"), ("label", "")):
            self._quote(text, kind, f"{self.phrase()} {article}", utterance)
        self._quote(text, "direct", LONG, "u_long")
        self._unquoted(text)
        for value_type, answers in _ANSWERS.items():
            ((start, end),) = text.line("words that answer")
            self.add(
                "claims", claim=f"{article}_{value_type}", article=article, question=f"q_{value_type}",
                value=answers[place], asserted_by="master", via="clerk;port", in_quotation="no", hedge=self.phrase(),
                hedge_class="possible", start=start, end=end, primary="yes", status="accepted",
            )  # fmt: skip
        self._times(text)
        self._frame(text)

    def _quote(self, text: _Text, kind: str, words: str, utterance: str) -> None:
        given, cue = self.phrase(), self.phrase()
        at, speaker, lead = text.line(words, given, cue)
        self.add(
            "quotes", quote=f"{text.article}_q{len(text.lines)}", article=text.article, kind=kind, start=at[0], end=at[1],
            text=words, paraphrase="", speaker="master", speaker_as_given=given, speaker_start=speaker[0],
            speaker_end=speaker[1], cue=cue, cue_start=lead[0], cue_end=lead[1], via="clerk", utterance=utterance,
            status="suggested",
        )  # fmt: skip
        self.add(
            "suggestions", suggestion=f"{text.article}_m{len(text.lines)}", article=text.article, about="quote", start=at[0],
            end=at[1], speaker_start=speaker[0], speaker_end=speaker[1], name=given, cue_start=lead[0], cue_end=lead[1],
        )  # fmt: skip

    def _unquoted(self, text: _Text) -> None:
        for kind in ("indirect", "no-comment"):
            ((start, end),) = text.line(f"{self.phrase()} {kind}")
            self.add(
                "quotes", quote=f"{text.article}_{kind[:2]}", article=text.article, kind=kind, start=start, end=end,
                text="", speaker="clerk", status="rejected",
            )  # fmt: skip

    def _times(self, text: _Text) -> None:
        expression = self.phrase()
        ((start, end),) = text.line(expression)
        self.add(
            "reports", report=f"{text.article}_r", article=text.article, event="crash", earliest="2031-03-14",
            latest="2031-03-14", precision="day", basis="inferred", expression=expression, start=start, end=end,
            asserted_by="outlet", hedge=self.phrase(),
        )  # fmt: skip
        self.add(
            "orders", order=f"{text.article}_o", article=text.article, before="alarm", after="crash", relation="before",
            start=start, end=end,
        )  # fmt: skip
        self.add("origins", origin="tape", article=text.article, kind="recording", start=start, end=end)

    def _frame(self, text: _Text) -> None:
        """What describes an article as a whole: its own row, its artefacts and its sentences."""
        article = text.article
        ((start, end),) = text.line(self.phrase())
        self.add("artefacts", artefact=f"{article}_a", article=article, start=start, end=end, kind="form", remove="yes")
        for number, (begin, stop) in enumerate(text.lines, start=1):
            self.add("sentences", sentence=f"{article}_s{number}", article=article, start=begin, end=stop)
        self.add(
            "articles", article=article, outlet=f"{self.phrase()} {article}", published="2031-03-15",
            published_basis="assumed", url=f"https://example.invalid/{article}?%3Cscript%3E&quot;", retrieved="",
            characters=len(text.whole), words=len(text.whole.split()),
            sha256=hashlib.sha256(text.whole.encode()).hexdigest(),
        )  # fmt: skip


def make(folder: Path) -> None:
    """Write the hostile case with its texts into a folder, which is made if need be."""
    maker = _Maker()
    maker.fill()
    for part in ("texts", "notes"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    for article, text in maker.texts.items():
        (folder / "texts" / f"{article}.txt").write_bytes(text.whole.encode())
    for name, model in TABLES.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(model.model_fields), restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(maker.rows[name])
    for number in range(8):
        note = _NOTE.replace("ATTACK", ATTACKS[number])
        (folder / "notes" / f"{number:02}.md").write_text(note, encoding="utf-8", newline="\n")
    (folder / "case.toml").write_text(_case_file(), encoding="utf-8", newline="\n")


def _case_file() -> str:
    def toml(value: object) -> str:
        return json.dumps(value, ensure_ascii=False)  # a JSON string is a TOML string, a list a list

    every = " ".join(ATTACKS)
    values = {"title": every, "summary": every, "timezone": "UTC", "language": "en", "licence": every}
    assumed = {"about": every, "value": every, "why": every}
    lines = [f"{key} = {toml(value)}" for key, value in values.items()]
    lines += ["happened = 2031-03-14", "fictional = true", f"cautions = {toml(ATTACKS)}"]
    lines += ["[[assumptions]]", *(f"{key} = {toml(value)}" for key, value in assumed.items())]
    return "\n".join(lines) + "\n"
