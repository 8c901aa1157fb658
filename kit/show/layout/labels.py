"""Names as a chart can carry them: short enough to fit, never two alike, offered in a menu.

* a name is shortened here and not by the renderer, so that nothing is cut where nobody decided to;
* two names that look the same when shortened get their id, since a chart would draw them as one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import altair as alt

__all__ = ["MENU_WIDTH", "counted", "menu", "short", "unique", "wrapped"]

MENU_WIDTH = 60
"""Characters of an entry of a menu: a menu wider than the chart pushes the page aside."""


def short(text: str, width: int) -> str:
    """One line of at most ``width`` characters, white space collapsed, ``…`` for what is left out."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def wrapped(text: str, width: int, lines: int) -> str:
    """At most ``lines`` lines of about ``width`` characters, broken between words, joined by line feeds."""
    import textwrap

    return "\n".join(textwrap.wrap(" ".join(text.split()), width, max_lines=lines, placeholder="…"))


def unique(names: Mapping[str, str], width: int) -> dict[str, str]:
    """A label for every id: its name shortened, followed by the id where two would read alike."""
    labels = {key: short(name, width) for key, name in names.items()}
    often = Counter(labels.values())
    return {
        key: label if often[label] == 1 else f"{short(names[key], max(width - len(key) - 3, 8))} ({key})"
        for key, label in labels.items()
    }


def counted(number: int, one: str, many: str = "") -> str:
    """``1 word``, ``2 words``, ``1,200 words``: a number with its noun."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def menu(title: str, values: Iterable[str], everything: str = "all") -> alt.BindRadioSelect:
    """A menu bound to a parameter; its first entry chooses everything."""
    values = list(values)
    return alt.binding_select(
        options=[None, *values], labels=[everything, *(short(value, MENU_WIDTH) for value in values)], name=f"{title} "
    )
