"""The gold articles: texts written for this project, with what a careful reader finds in them.

* ``articles/NAME.txt`` is the text, ``articles/NAME.toml`` names words in it by writing them out (README.md says how);
* :func:`load` turns the words into offsets, and refuses words that are not there or are there twice;
* nothing here runs a finder: the annotation is made by hand.
"""

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kit.spans import Stretch

__all__ = [
    "KINDS",
    "NOBODY_CAN_TELL",
    "Gold",
    "GoldHedge",
    "GoldQuote",
    "GoldTime",
    "UnclearError",
    "articles",
    "load",
    "place",
]

FOLDER = Path(__file__).parent / "articles"
KINDS = ("direct", "fragment", "document", "label", "indirect", "no-comment")
TYPES = ("DATE", "TIME", "DURATION", "SET")
NOBODY_CAN_TELL = "?"  # the name of a speaker whom two people of the article fit
ROLES = {"[": "speaker", "{": "cue", "<": "hand"}
CLOSING = {"[": "]", "{": "}", "<": ">"}
_TOKEN = re.compile(r" ~ |[\[\]{}<>]")


class UnclearError(ValueError):
    """Words of an annotation that its text does not have, or has more than once."""


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """One piece of reported speech. ``mixed``: indirect words with a quoted fragment among them, which count neither way.
    ``name``: who speaks, ``NOBODY_CAN_TELL`` where two fit, ``None`` where the article gives no name."""

    kind: str
    words: tuple[Stretch, ...]
    speaker: Stretch | None = None
    cue: Stretch | None = None
    name: str | None = None
    via: tuple[Stretch, ...] = ()
    mixed: bool = False


@dataclass(frozen=True, slots=True)
class GoldTime:
    """One time expression; ``values`` are the TIMEX3 values that are right, the first one preferred."""

    words: Stretch
    type: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldHedge:
    """A hedge and the words it bears on."""

    words: Stretch
    scope: Stretch


@dataclass(frozen=True, slots=True)
class Gold:
    """One article with its annotation."""

    id: str
    text: str
    published: str | None
    register: str
    quotes: tuple[GoldQuote, ...] = field(default=())
    times: tuple[GoldTime, ...] = field(default=())
    hedges: tuple[GoldHedge, ...] = field(default=())


def place(text, written, marks="{"):
    """Where ``written`` stands in ``text``: the stretches of each role, or of the whole under ``words``.

    `` ~ `` skips words; pieces in one of the opening ``marks`` are what is meant, the rest is context that makes them
    unique. A table ``{text = ..., nth = 2}`` takes the second of several.
    """
    nth = None
    if isinstance(written, dict):
        written, nth = written["text"], written["nth"]
    pattern, roles = _pattern(written, marks)
    found = list(re.finditer(f"(?=({pattern}))", text, re.DOTALL))
    if not found:
        raise UnclearError(f"{written!r}: not in the text")
    if nth is None and len(found) > 1:
        raise UnclearError(f"{written!r}: {len(found)} times in the text; add context or nth")
    if nth is not None and not 1 <= nth <= len(found):
        raise UnclearError(f"{written!r}: nth = {nth}, but {len(found)} in the text")
    match = found[(nth or 1) - 1]
    if not roles:
        return {"words": (Stretch(*match.span(1)),)}
    out = {}
    for number, role in enumerate(roles, 2):
        out.setdefault(role, []).append(Stretch(*match.span(number)))
    return {role: tuple(stretches) for role, stretches in out.items()}


def _pattern(written, marks):
    """The regular expression of an annotation's words, and the role of each of its groups."""
    closing = {CLOSING[mark] for mark in marks}
    parts, roles, at = [], [], 0
    for token in _TOKEN.finditer(written):
        literal, at = written[at : token.start()], token.end()
        parts.append(re.escape(literal))
        if token[0] == " ~ ":
            parts.append(".*?")
        elif token[0] in marks:
            roles.append(ROLES[token[0]])
            parts.append("(")
        elif token[0] in closing:
            parts.append(")")
        else:
            parts.append(re.escape(token[0]))
    parts.append(re.escape(written[at:]))
    bare = written.strip("[]{}<>")
    before = r"(?<!\w)" if bare[:1].isalnum() else ""
    after = r"(?!\w)" if bare[-1:].isalnum() else ""
    return f"{before}{''.join(parts)}{after}", roles


def _one(text, written):
    """The single stretch that is meant: what stands in braces, or all of it."""
    found = place(text, written)
    (stretches,) = found.values()
    if len(stretches) != 1:
        raise UnclearError(f"{written!r}: one stretch is wanted, {len(stretches)} are marked")
    return stretches[0]


def _quote(text, row):
    words = row["words"] if isinstance(row["words"], list) else [row["words"]]
    by = place(text, row["by"], "[{<") if "by" in row else {}
    speaker = by.get("speaker", (None,))[0] or (_one(text, row["speaker"]) if "speaker" in row else None)
    cue = by.get("cue", (None,))[0] or (_one(text, row["cue"]) if "cue" in row else None)
    via = tuple(_one(text, hand) for hand in row.get("via", ())) or by.get("hand", ())
    stretches = tuple(_one(text, w) for w in words)
    return GoldQuote(row["kind"], stretches, speaker, cue, row.get("name"), via, row.get("mixed", False))


def _time(text, row):
    values = row["value"] if isinstance(row["value"], list) else [row["value"]]
    return GoldTime(_one(text, row["words"]), row["type"], tuple(values))


def _hedge(text, row):
    return GoldHedge(_one(text, row["words"]), _one(text, row["scope"]))


ALLOWED = {
    "article": {"register", "published", "quotes", "times", "hedges"},
    "quotes": {"kind", "words", "by", "speaker", "cue", "name", "via", "mixed"},
    "times": {"words", "type", "value"},
    "hedges": {"words", "scope"},
}


def load(name, text, toml):
    """The annotation in ``toml`` of ``text``. Raises :class:`UnclearError` with every problem, one a line."""
    data = tomllib.loads(toml)
    problems = [f"{name}: unknown key {key!r}" for key in data.keys() - ALLOWED["article"]]
    made = {"quotes": [], "times": [], "hedges": []}
    for part, make in (("quotes", _quote), ("times", _time), ("hedges", _hedge)):
        for number, row in enumerate(data.get(part, ()), 1):
            problems += [f"{name}: {part} {number}: unknown key {key!r}" for key in row.keys() - ALLOWED[part]]
            problems += [f"{name}: {part} {number}: unknown {what!r}" for what in _strange(part, row)]
            try:
                made[part].append(make(text, row))
            except (UnclearError, KeyError) as problem:
                problems.append(f"{name}: {part} {number}: {problem}")
    if problems:
        raise UnclearError("\n".join(problems))
    published = data.get("published")
    parts = {key: tuple(rows) for key, rows in made.items()}
    return Gold(name, text, published, data["register"], **parts)


def _strange(part, row):
    if part == "quotes" and row.get("kind") not in KINDS:
        yield row.get("kind")
    if part == "times" and row.get("type") not in TYPES:
        yield row.get("type")


@cache
def articles():
    """Every gold article, by name."""
    return tuple(
        load(path.stem, path.read_bytes().decode(), path.with_suffix(".toml").read_text("utf-8"))
        for path in sorted(FOLDER.glob("*.txt"))
    )
