"""What a saved page says about itself: headline, outlet, author, day, address.

* JSON-LD (schema.org), then OpenGraph, then meta tags and the page's own elements; the first that speaks counts;
* nothing is guessed from the words of the page: what it does not say stays ``None``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from lxml import html  # type: ignore[import-untyped]

from kit.read.lines import is_moment

__all__ = ["Metadata", "metadata"]

DEEPEST = 8
"""Levels of JSON-LD that are searched; publishers nest an article at most four deep (``@graph``, ``mainEntity``)."""

_ARTICLE = re.compile(r"(?:Article|Posting|Report)$")
_METAS = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "outlet": ("og:site_name", "application-name", "dc.publisher"),
    "author": ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author"),
    "published": ("article:published_time", "og:published_time", "date", "dc.date", "dc.date.issued", "datepublished",
                  "pubdate", "publish-date", "parsely-pub-date", "sailthru.date"),
    "url": ("og:url",),
}  # fmt: skip
_SPACE = re.compile(r"\s+")
_BY = re.compile(r"^by\s+", re.IGNORECASE)


class Metadata(NamedTuple):
    """Each as the page says it, ``None`` where it does not; ``body`` is the article's text where JSON-LD repeats it."""

    title: str | None
    outlet: str | None
    author: str | None
    published: str | None
    url: str | None
    body: str | None


def metadata(page: html.HtmlElement) -> Metadata:
    """What a page's head says."""
    linked = next(_articles(page), {})
    metas = _metas(page)
    stated = {name: _first(metas, keys) for name, keys in _METAS.items()}
    author = _names(linked.get("author")) or _author(stated["author"])
    return Metadata(
        title=_words(linked.get("headline")) or stated["title"] or _element(page, "//h1") or _element(page, "//title"),
        outlet=stated["outlet"] or _names(linked.get("publisher")),
        author=author,
        published=_moment(linked.get("datePublished")) or _moment(stated["published"]) or _time(page),
        url=_address(_attribute(page, "//link[@rel='canonical']/@href") or stated["url"] or _url(linked)),
        body=_words(linked.get("articleBody")),
    )


def _articles(page: html.HtmlElement) -> Iterator[Mapping[str, Any]]:
    for script in page.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            yield from _inside(json.loads(script.text_content(), strict=False), 0)
        except (ValueError, RecursionError):
            continue  # many pages carry broken JSON-LD; the meta tags still speak


def _inside(value: object, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _inside(one, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(isinstance(k, str) and _ARTICLE.search(k) for k in (kinds if isinstance(kinds, list) else [kinds])):
            yield value
        for part in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _inside(value.get(part), depth + 1)


def _metas(page: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in page.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name and (content := _words(meta.get("content"))):
            found.setdefault(name.lower(), content)
    return found


def _first(metas: Mapping[str, str], keys: tuple[str, ...]) -> str | None:
    return next((metas[key] for key in keys if key in metas), None)


def _words(value: object) -> str | None:
    return _SPACE.sub(" ", value).strip() or None if isinstance(value, str) else None


def _names(value: object, depth: int = 0) -> str | None:
    """The names of persons or bodies, as JSON-LD gives them: a string, an object, a list of either."""
    if depth > DEEPEST:
        return None
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(name for one in value if (name := _names(one, depth + 1)))) or None
    if isinstance(value, dict):
        return _names(value.get("name"), depth + 1)
    return _author(_words(value))


def _author(given: str | None) -> str | None:
    """A name without "By"; an address of a profile is no name."""
    return None if not given or "://" in given else _BY.sub("", given) or None


def _moment(value: object) -> str | None:
    """A day or moment, when it is written as one (ISO 8601)."""
    written = _words(value)
    return written if written and is_moment(written) else None


def _time(page: html.HtmlElement) -> str | None:
    marked = "//time[@pubdate or @itemprop='datePublished' or contains(@class, 'publish')]/@datetime"
    return _moment(_attribute(page, marked) or _attribute(page, "//article//time/@datetime"))


def _url(linked: Mapping[str, Any]) -> str | None:
    main = linked.get("mainEntityOfPage")
    return _words(linked.get("url")) or _words(main.get("@id") if isinstance(main, dict) else main)


def _address(given: str | None) -> str | None:
    return given if given and given.startswith(("https://", "http://")) else None


def _element(page: html.HtmlElement, path: str) -> str | None:
    return next((words for found in page.xpath(path) if (words := _words(found.text_content()))), None)


def _attribute(page: html.HtmlElement, path: str) -> str | None:
    return next((words for found in page.xpath(path) if (words := _words(str(found)))), None)
