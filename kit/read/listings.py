"""Which lines `kit/lexicons/artefacts.txt` knows: share bars, forms, footers, captions, links.

* a whole line, a line's start, or a phrase inside a short line;
* speech and long prose that happen to hold the same words are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kit.lexicon import sections
from kit.read.shapes import SHORT, Told

__all__ = ["listed", "present"]

LISTED = 420
"""Characters of the longest line that a phrase of the lexicon inside it can make an artefact."""
POLL = 120
"""Characters of the longest question of a poll; a rhetorical question in prose is longer as a rule."""
CREDIT = 110
"""Characters at a line's end in which a photographer's credit is looked for."""

_SECTIONS = sections("artefacts")
_WHOLE = {e: name.split()[0] for name, es in _SECTIONS.items() if name.endswith(" line") for e in es}
_STARTS: dict[str, list[tuple[str, str]]] = {}
for _name, _entries in _SECTIONS.items():
    if _name.endswith(" start"):
        for _entry in _entries:
            _STARTS.setdefault(_entry[:3], []).append((_entry, _name.split()[0]))
_LETTERS = bytes(n + 32 if 65 <= n <= 90 else n if 97 <= n <= 122 else 32 for n in range(256))
_HOLDS = [
    (frozenset(e.encode("ascii").translate(_LETTERS).split()), e, name.split()[0])
    for name, es in _SECTIONS.items()
    if name.endswith(" holds")
    for e in es
]

_LETTER_OR_MARK = frozenset("abcdefghijklmnopqrstuvwxyz0123456789\"“'‘")
_CREDIT = re.compile(
    r"\((?:[^()/]{2,60}/[^()/]{2,40}|(?:AP|AFP|Reuters|Getty|EPA|PA|Photo)\b[^()]{0,60})\)$|\| [^|.]{2,40}(?:Photos?|Getty|AP)$"
)
_EMAIL_LINE = re.compile(r"\S+@[\w-]+(?:\.[\w-]+)+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def present(text: str) -> list[tuple[str, str]]:
    """The phrases of the lexicon that stand anywhere in a text: only these are sought line by line."""
    known = frozenset(_plain(text))
    return [(phrase, kind) for needed, phrase, kind in _HOLDS if needed <= known]


def _plain(text: str) -> list[bytes]:
    """The words of a text in lower case, ASCII letters only: what is sought is ASCII, and bytes are split fastest."""
    return text.encode("ascii", "replace").translate(_LETTERS).split()


def listed(words: str, phrases: Sequence[tuple[str, str]]) -> Told | None:
    """The kind that the lexicon gives a line."""
    if len(words) > LISTED:
        return None
    low = words.lower().replace("’", "'")
    return _whole(low) or _part(low, words, phrases) or _pattern(low, words)


def _whole(low: str) -> Told | None:
    if len(low) > SHORT and low[0] in _LETTER_OR_MARK:
        return None
    bare = low.strip(" \t*_-–—•·|:.…»›>[]()")
    if not bare:
        return "other", "a line of marks alone"
    kind = _WHOLE.get(bare)
    return (kind, f'the line is "{bare}"') if kind else None


def _part(low: str, words: str, phrases: Sequence[tuple[str, str]]) -> Told | None:
    for start, kind in _STARTS.get(low[:3], ()):
        if low.startswith(start) and _fits(kind, start, words):
            return kind, f'the line starts with "{start}"'
    for phrase, kind in phrases:
        if phrase in low and _fits(kind, phrase, words):
            return kind, f'the line holds "{phrase}"'
    return None


def _pattern(low: str, words: str) -> Told | None:
    if words[-1] == ")" and _CREDIT.search(words, max(0, len(words) - CREDIT)):
        return "caption", "the line ends in a photographer's credit"
    if "@" in low and _EMAIL_LINE.fullmatch(words):
        return "form", "the line is an e-mail address"
    if low.startswith(("http", "www.")) and _ADDRESS.fullmatch(words):
        return "navigation", "the line is an address"
    return None


def _fits(kind: str, phrase: str, words: str) -> bool:
    """Whether a line with such a phrase can be one of a kind: speech and long prose with the same words are not."""
    if words[0] in "\"“‘'":
        return False
    if kind == "poll":
        return (len(words) <= POLL and words.endswith("?") and words.count("?") == 1) or len(words) <= SHORT // 2
    if kind == "caption" or phrase.endswith(":"):
        return True
    if kind == "navigation":
        return len(words) <= 2 * SHORT
    return "“" not in words and '"' not in words
