"""The one place where text becomes HTML.

* every page, table, passage and note is a Jinja2 template here, with escaping always on;
* JSON inside a page is written so that no text in it can end the element it stands in;
* case text stands in ``<bdi>``, so that right-to-left marks in it cannot reorder what surrounds it.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

__all__ = ["json_in_html", "markdown", "rendered"]

_TEMPLATES = (Path(__file__).parent / "templates", Path(__file__).parent.parent / "publish" / "templates")

_NOT_IN_HTML = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def json_in_html(value: Any) -> Markup:
    """JSON for a ``<script type="application/json">``: ``<``, ``>``, ``&``, U+2028 and U+2029 as escapes.

    Keys keep their order, so the same value always gives the same text. Raises ``ValueError`` for a number that
    JSON cannot write (NaN): a browser would refuse the whole text.
    """
    return Markup(json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).translate(_NOT_IN_HTML))


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


def markdown(text: str, *, lower: int = 0, top: int = 0, first_id: str = "") -> Markup:
    """CommonMark with tables to HTML; HTML in it is shown as text, ``javascript:`` links stay text, an image
    becomes a link (a page asks for nothing).

    ``lower`` moves headings down so many levels; ``top`` is the level of the first heading instead, which no
    other stands above and after which none is skipped; ``first_id`` is the ``id`` of the first heading. A link to
    a notebook becomes a link to the section of the same name.
    """
    parser = _markdown()
    tokens = parser.parse(text)
    opened = [token for token in tokens if token.type == "heading_open"]
    closed = [token for token in tokens if token.type == "heading_close"]
    levels = [int(token.tag[1]) + lower for token in opened]
    for heading, end, level in zip(opened, closed, _outline(levels, top) if top else levels, strict=True):
        heading.tag = end.tag = f"h{min(6, level)}"
    if opened and first_id:
        opened[0].attrSet("id", first_id)
    for token in tokens:
        for link in token.children or ():
            target = str(link.attrGet("href") or "")
            if lower and target.endswith(".ipynb"):
                link.attrSet("href", "#" + target.removesuffix(".ipynb"))
    return Markup(parser.renderer.render(tokens, parser.options, {}))


def _outline(levels: list[int], top: int) -> list[int]:
    """Heading levels that start at ``top``, never rise above it and never skip one on the way down."""
    found: list[int] = []
    for level in levels:
        deepest = found[-1] + 1 if found else top
        found.append(max(top, min(level - levels[0] + top, deepest)))
    return found


@cache
def _environment() -> Environment:
    found = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    found.filters["json_in_html"] = json_in_html
    return found


def rendered(template: str, /, **values: Any) -> Markup:
    """A template of the kit with its values, every value escaped unless it is ``Markup``."""
    return Markup(_environment().get_template(template).render(**values))
