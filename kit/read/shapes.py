"""Lines that show by their place or shape what they are: headings, biographies, attributions under a quotation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kit.lexicon import sections

__all__ = [
    "CLOSERS",
    "END",
    "NAME",
    "NAMES",
    "NAME_LINE",
    "SHORT",
    "Line",
    "Part",
    "Told",
    "biography",
    "ended",
    "placed",
]

SHORT = 90
"""Characters of the longest line that may be a heading, a name or an attribution. In 1,000 articles of sixty outlets
headings end below 85; what is longer and lacks an end mark is a headline or a caption."""
OFFICE = 14
"""Words from the verb on among which a biography names its author's work; a news sentence that ends an article seldom
does so early."""
HEADING_WORDS = 10
"""Words of the longest heading; longer lines without a full stop are list items or captions more often."""
TAIL = 6
"""Lines before the end among which an author's biography is looked for."""

FOLLOWED = 420
"""Characters of the longest line in which "follow her on" makes a biography."""
NEXT = 30
"""Characters that the line under a heading has at least, unless it is an artefact itself."""

END = ".!?…:;,"
CLOSERS = "\"”’')]"
NAME = r"(?:[A-Z][\w.'’-]*\.?|d[aei]|de[lnr]?|v[ao]n|bin|al|la|le)"
NAMES = rf"{NAME}(?:[ ]{NAME}){{1,3}}"
NAME_LINE = re.compile(rf"{NAMES}(?:(?:,? and|,| &)[ ]{NAMES})*(?:, [A-Z][\w .]{{2,40}})?")

_WORK = frozenset(sections("artefacts")["biography work"])
_SAYS = "|".join(sections("artefacts")["biography says"])
_BIOGRAPHY = re.compile(
    r"(?!(?:The|As|After|Although|And|At|Before|But|For|His|Her|If|In|Its|On|That|Their|This|When|While) )"
    rf"(?:[^\w\s][ ]?)?(?:(?:Dr|Prof|Sen|Rep|Mr|Ms|Mrs)\.? )?{NAMES}(?:,[^,]{{2,60}},| [—–-] .{{2,60}} [—–-])? ({_SAYS})\b"
    # news ("is expected to", "was joined by") is no biography ("is a contributing editor")
    r"(?! (?:(?!contributing|managing|founding|visiting|retired)\w+(?:ed|ing|en)|due|set|likely|not|to|on|in|at|now)\b)"
)
_FOLLOW = re.compile(
    r"\b(?:[Ff]ollow|[Cc]ontact|[Ee]-?mail|[Rr]each) (?:him|her|them|me|[A-Z]\w+(?: [A-Z]\w+)?) (?:on|at|via)\b"
    r"|\bFollow [^\n]{2,60}@\w"
)
_DASH = re.compile(r"(?:—|–|--|-|―)\s*(?=[A-Z@])")
_LOWER = re.compile(r"[a-z]")
_WORD = re.compile(r"[A-Za-z][\w'’]*")


class Line(NamedTuple):
    """A line without white space at its ends."""

    start: int
    end: int
    words: str


class Part(NamedTuple):
    """A stretch of a line, its kind, and why."""

    start: int
    end: int
    kind: str
    why: str


Told = tuple[str, str]  # the kind and why


def ended(words: str) -> bool:
    """Whether a line ends as a sentence does, or is a quotation from end to end."""
    return words.rstrip(CLOSERS)[-1:] in END or (words[-1] in '”"' and words[0] in '“"')


def placed(lines: Sequence[Line], kinds: Sequence[Told | None], at: int, repeated: bool) -> Told | None:
    """The kind of a line after the first prose, by its place and shape."""
    words = lines[at].words
    if len(lines) - at <= TAIL:
        above = lines[at - 1].words if at else ""
        if biography(words) or (NAME_LINE.fullmatch(above) and words.startswith(above) and _BIOGRAPHY.match(words)):
            return "biography", "the end says who the author is"
        if at + 1 < len(lines) and NAME_LINE.fullmatch(words) and lines[at + 1].words.startswith(words):
            return "biography", "the author's name above who the author is"
    if len(words) > SHORT or ended(words):
        return None
    before = lines[at - 1].words if at else ""
    if _under_quotation(words, before, kinds[at - 1] if at else None):
        return "attribution-line", "a name under a quotation"
    if repeated and 2 <= len(words.split()) <= 4 and ":" not in words:
        return "attribution-line", "a short line that comes back, as a speaker's name does"
    return _heading(lines, kinds, at)


def biography(words: str) -> bool:
    """Whether a line says who the author is: a name, "is" or the like, and a journalist's or scholar's work."""
    if words[0] in '"“':
        return False
    if len(words) <= FOLLOWED and _FOLLOW.search(words):
        return True
    match = _BIOGRAPHY.match(words)
    if not match or "”" in words or " said" in words or words[-1] == ":":
        return False
    return not _WORK.isdisjoint(_WORD.findall(words[match.start(1) :].lower())[:OFFICE])


def _under_quotation(words: str, before: str, kind: Told | None) -> bool:
    quoted = before.rstrip(" ,.-—–")[-1:] in ("”", '"', "»", "“") if before else False
    if not quoted and kind is not None and kind[0] == "attribution-line":
        return False
    if not quoted:
        return bool(_DASH.match(words)) and len(words) <= SHORT and before[-1:] in ".!?,"
    if _DASH.match(words):
        return True
    return words[0].isupper() and before[:1] in ("“", '"', "«") and before[-2:-1] in (",", "”", '"')


def _heading(lines: Sequence[Line], kinds: Sequence[Told | None], at: int) -> Told | None:
    words = lines[at].words
    if at == 0 or at + 1 >= len(lines) or words[0] in "-–—•*([{@#/|" or words[0].islower():
        return None
    count = len(words.split())
    if not _LOWER.search(words) and count > 5:
        return "navigation", "a line of capitals that leads to another piece"
    if "http" in words or "|" in words or count > HEADING_WORDS or not _WORD.search(words):
        return None
    around = [n for n in (at - 2, at - 1, at + 1, at + 2) if 0 <= n < len(lines)]
    if sum(len(lines[n].words) <= SHORT and not ended(lines[n].words) for n in around) > 1:
        return None  # verse, a list, a table
    if len(lines[at + 1].words) < NEXT and kinds[at + 1] is None:
        return None
    return "heading", "a short line without a full stop between paragraphs"
