"""Word lists as data: `kit/lexicons/NAME.txt`.

* one entry a line, in lower case unless the list says otherwise; `#` starts a comment, which says why;
* a line `[name]` opens a section;
* each file is read once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["sections", "words"]


@cache
def sections(name: str) -> Mapping[str, tuple[str, ...]]:
    """The entries of a list by section; those before the first section stand under ``""``.

    Raises ``FileNotFoundError`` for an unknown list and ``ValueError`` for a section without entries, as a pattern made
    of it would match everything.
    """
    found: dict[str, list[str]] = {}
    section = ""
    for line in _lines(name):
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
            found.setdefault(section, [])
        else:
            found.setdefault(section, []).append(line)
    if empty := [section for section, entries in found.items() if not entries]:
        raise ValueError(f"kit/lexicons/{name}.txt: section [{empty[0]}] has no entry")
    return MappingProxyType({section: tuple(entries) for section, entries in found.items()})


@cache
def words(name: str, *wanted: str) -> frozenset[str]:
    """The entries of a list: of the sections wanted, else of all."""
    by_section = sections(name)
    return frozenset(entry for section in wanted or by_section for entry in by_section[section])


def _lines(name: str) -> Iterator[str]:
    text = (files("kit") / "lexicons" / f"{name}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if entry := line.partition("#")[0].strip():
            yield entry
