"""A saved page (HTML) becomes an article.

* the body is found by trafilatura (Barbaresi 2021, ACL demonstrations); nothing is fetched;
* each paragraph, heading, list item, line of verse, caption, embedded post and table row is a line of its own, with an
  empty line between blocks; offsets count the text made here, which is kept;
* when that text holds too little of what the page's paragraphs hold, the paragraphs themselves are taken, and said so.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree, html  # type: ignore[import-untyped]

from kit.read.article import Article, ReadError, ReadProblem, Repair
from kit.read.decoding import bom, cleaned, decoded
from kit.read.metadata import Metadata, metadata
from kit.read.sources import ALLOWED

__all__ = ["article"]

ENOUGH = 0.8
"""Share of the words of the page's paragraphs that the extracted text must hold. Pages with much beside the article
(teasers, comments that look like prose) reach 0.8 and more with a right extraction; one that stopped at a
paywall banner or took a side column holds next to nothing."""

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f\v\xa0\u2009\u202f]+")
_ASIDE = (
    "script",
    "style",
    "noscript",
    "template",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "button",
    "svg",
    "iframe",
)
_BLOCKS = frozenset({"p", "head", "quote", "list", "item", "table", "row", "code", "div", "section", "body", "main"})
_HTML_BLOCKS = (
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "blockquote",
    "figcaption",
    "pre",
    "td",
    "th",
    "dd",
    "dt",
)


def article(data: bytes, id_: str, path: str) -> Article:
    """The article of a page's bytes. Raises ``ReadError`` when the page holds no words."""
    text, repairs = decoded(data, _charset(data))
    tree = _parsed(text, path)
    told = metadata(tree)
    kept = _paragraphs(tree)
    body, more = _body(tree, kept, told)
    body, mended = cleaned(body)
    if not body.strip():
        allowed, step = "a page with an article's words in it", "save the page once it is shown in full, or its text"
        raise ReadError(ReadProblem(path, "no article was found in the page", "no paragraph", allowed, step))
    notes = tuple(r._replace(where=None) for r in repairs if "was left" not in r.what)
    return Article(id_, body, told.outlet, told.title, told.author, told.published, told.url,
                   repairs=notes + more + mended, source=path)  # fmt: skip


def _charset(data: bytes) -> str:
    """The encoding that the page names, for when its bytes are not UTF-8."""
    named = _CHARSET.search(data[:10_000])
    try:
        name = codecs.lookup(named.group(1).decode("ascii")).name if named and not bom(data) else "utf-8"
        "".encode(name)  # some codecs are no text encodings
    except LookupError:
        return "windows-1252"
    # what calls itself Latin-1 or ASCII is Windows-1252 (WHATWG Encoding Standard)
    return "windows-1252" if name in ("utf-8", "iso8859-1", "ascii", "cp1252") else name


def _parsed(text: str, path: str) -> html.HtmlElement:
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        step = "save the page once it is shown in full, or its text"
        raise ReadError(ReadProblem(path, "the page is empty", "no element", ALLOWED, step)) from None


def _body(tree: html.HtmlElement, kept: list[str], told: Metadata) -> tuple[str, tuple[Repair, ...]]:
    """The article's text, extracted, or made of the page's paragraphs."""
    found = _extracted(tree)
    share = _share(found, kept)
    if found and share >= ENOUGH:
        return found, ()
    if told.body and _share(found, [told.body]) >= ENOUGH and found:
        return found, ()
    what = (
        f"the extractor found {share:.0%} of the words in the page's paragraphs; the paragraphs were taken instead, which "
        "may hold more than the article"
    )
    instead = "\n\n".join(kept)
    return (instead, (Repair(what),)) if len(instead) > len(found) else (found, ())


def _extracted(tree: html.HtmlElement) -> str:
    import trafilatura

    copy = deepcopy(tree)
    for caption in copy.xpath("//figure//figcaption"):  # the extractor drops figures whole
        figure = next(caption.iterancestors("figure"))
        line = html.Element("p")
        line.text = _flat(caption.text_content())
        figure.addprevious(line)
    try:
        found = trafilatura.bare_extraction(copy, include_comments=False, favor_recall=True)
    except Exception:  # noqa: BLE001  # whatever a hostile page does to the extractor, its paragraphs are still read
        return ""
    body = getattr(found, "body", None)
    return "" if body is None else "\n\n".join(_blocks(body))


def _blocks(body: etree._Element) -> Iterator[str]:
    """The lines of extracted elements; those of one list or table stay together."""
    line: list[str] = []

    def ended() -> Iterator[str]:
        words = "\n".join(w for part in "".join(line).split("\0") if (w := _flat(part)))
        line.clear()
        if words:
            yield words

    for event, element in etree.iterwalk(body, events=("start", "end")):
        block = element.tag in _BLOCKS
        if block:
            yield from ended()
        elif event == "start" and element.tag in ("lb", "cell"):
            line.append("\0" if element.tag == "lb" else " ")
        line.append((element.text if event == "start" else element.tail) or "")
    yield from ended()


def _paragraphs(tree: html.HtmlElement) -> list[str]:
    """What stands in the page's paragraphs, headings, quotations, list items and captions, outside of what is not its
    article (navigation, forms, footers)."""
    roots = tree.xpath("//article[not(ancestor::article)]") or tree.xpath("//main") or [tree]
    return [words for root in roots for words in _inner(root)]


def _inner(root: html.HtmlElement) -> Iterator[str]:
    skipped = f"not(ancestor::{' or ancestor::'.join(_ASIDE)})"
    holds = " or ".join(f"self::{tag}" for tag in _HTML_BLOCKS)
    for element in root.xpath(f".//*[{holds}][{skipped}]"):
        if not any(True for _ in element.iterdescendants(*_HTML_BLOCKS)) and (words := _flat(element.text_content())):
            yield words


def _share(text: str, paragraphs: list[str]) -> float:
    """The share of the paragraphs' words that stand in the text, each as often as there."""
    words = Counter(word for paragraph in paragraphs for word in paragraph.split())
    return (words & Counter(text.split())).total() / words.total() if words else 1.0


def _flat(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
