"""Cue verbs and what may follow them, from `kit/lexicons/cues.txt`.

* :data:`CUES` maps every inflected form in lower case to a :class:`Cue`;
* a cue's strength is how much an outlet lends to what it reports (said, claimed, revealed);
* regular forms are made by spelling rules, irregular ones stand in the list.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kit.lexicon import sections

__all__ = ["CUES", "Cue", "forms", "strength"]

_VOWELS = "aeiou"
_DOUBLED = frozenset({"admit", "brag", "dub", "slam", "beg", "quip", "snap", "blog", "rebut", "forget"})


class Cue(NamedTuple):
    """One form of a cue verb. ``form`` is base, s, ing, past or participle; past forms that serve as both are ``past``."""

    lemma: str
    form: str
    strength: str
    takes: frozenset[str]


def forms(base: str, past: str = "", participle: str = "") -> Iterator[tuple[str, str]]:
    """Every form of a verb with its name; regular where no irregular form is given."""
    stem = base + base[-1] if base in _DOUBLED else base
    soft = base[-1] == "y" and base[-2] not in _VOWELS
    yield base, "base"
    yield (
        (base[:-1] + "ies" if soft else base + "es" if base.endswith(("s", "sh", "ch", "x", "z")) else base + "s"),
        "s",
    )
    yield (base[:-1] + "ing" if base[-1] == "e" and not base.endswith(("ee", "oe", "ye")) else stem + "ing"), "ing"
    yield past or (base[:-1] + "ied" if soft else base + "d" if base[-1] == "e" else stem + "ed"), "past"
    if participle:
        yield participle, "participle"


def _cues() -> dict[str, Cue]:
    found: dict[str, Cue] = {}
    for strength, lines in sections("cues").items():
        for line in lines:
            verb, _, takes = line.partition(" : ")
            base, *irregular = verb.split()
            for form, name in forms(base, *irregular):
                if name == "past" and form == base:  # read, put: more often past than not
                    found.pop(form, None)
                if form not in found or found[form].lemma == base:  # the first section a verb stands in counts
                    known = found[form].takes if form in found and found[form].form == name else frozenset()
                    found.setdefault(form, Cue(base, name, strength, known | frozenset(takes.split())))
    return found


CUES = _cues()
"""Every form of every cue verb."""


@lru_cache(4096)
@lru_cache(maxsize=4096)
def strength(words: str) -> str | None:
    """How much the outlet lends to what a cue reports, by the last cue verb in its words: a section of
    `kit/lexicons/cues.txt`; ``None`` where there is no cue verb."""
    known = (CUES[word].strength for word in reversed(words.lower().split()) if word in CUES)
    return next(known, None)
