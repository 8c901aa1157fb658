"""An article's paragraphs, each with what kind of line it is and, where its layout says so, who speaks.

* a paragraph is a line; in text that is wrapped at a width, the lines between two blank ones;
* dash lines, name lines, tweets and transcripts say where their speaker's name stands (``speaker``);
* ``lead`` marks a line that ends in a colon; what follows one with a cue is a ``block``: somebody's words, in marks or not.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kit.find.cues import CUES
from kit.find.transcript import labelled
from kit.lexicon import sections, words
from kit.spans import Stretch

__all__ = ["Paragraph", "paragraphs"]

_LINE = re.compile(r"\S[^\n]*")
_RUN = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_BROKEN = re.compile(r"\n[^\S\n]*[a-z]")
_WRAPPED = 0.3  # share of lines that begin in lower case; lists of such lines stay well below, wrapped prose well above
_OPEN = frozenset("\"“„«‘'`”")
_CLOSE = frozenset("\"”“»’'`")
_DOUBLE = ('"', "“", "”")
_ENDS = frozenset('.!?"”')  # after which a paragraph says nothing by its look, if the one before leaves nothing open
_BULLET = frozenset("•●▪*0123456789—–-·‣")
_TWEET = ("(@", "<tweet", "pic.twitter.com/")
_SIGNED = frozenset({"block", "tweet"})
_DASH = frozenset("—–―-")
_STOPS = frozenset('.!?:;,"”’)…|')
_NAME = r"[^\W\d_][\w.’'-]*(?: (?:[^\W\d_][\w.’'-]*|\"[^\"\n]{1,20}\"|“[^”\n]{1,20}”)){0,5}"
_DASH_LINE = re.compile(rf"[—–―-]{{1,3}} ?(?P<name>{_NAME})(?P<rest>(?:,| in | on | at | of | via |\(|$).{{0,120}})?$")
_DASH_END = re.compile(r"[”\"’»][ \xa0]?[—–―-]{1,3} ?(?P<name>[A-Z][\w.’'-]*(?: [\w.’'-]+){0,7})(?:,.{0,120})?$")
_NAME_LINE = re.compile(rf"(?P<name>{_NAME})(?:, .{{2,100}})?$")
_HANDLE = re.compile(r"[—–-] ?(?P<name>[^—–\n]{1,60}?) ?\(@\w{1,30}\)")
_PICTURE = tuple(sections("layout")["caption"])
_PICTURE_FIRST = frozenset("".join(begin[0] + begin[0].upper() for begin in _PICTURE))
_MARKED = _OPEN | _DASH | _PICTURE_FIRST
_CREDIT = re.compile("|".join(map(re.escape, sections("layout")["credit"])))
_CREDIT_REACH = 70  # characters: a credit ends its line
_SENTENCE = frozenset('.!?”"’:,;')  # how prose ends, and no caption with its credit
_HAND = words("layout", "by hand")
_QUOTING = frozenset(form for form, cue in CUES.items() if "quote" in cue.takes)
_LEAD = 12  # characters: shorter lines with a colon are labels
_HEADING = 90  # characters: longer lines without a full stop are prose cut short
_SIGNATURE = 180  # characters: longer lines name no speaker only


class Paragraph(NamedTuple):
    """A trimmed paragraph.

    ``kind``: prose; heading; caption; tweet; question or answer (a transcript's lines); attribution (only names who spoke
    what stands before); dash (words in marks, a dash, who spoke them); block (somebody's words, in marks or not, after a
    lead whose cue ends in a colon).
    """

    start: int
    end: int
    kind: str = "prose"
    speaker: Stretch | None = None  # the name that the layout gives: of a dash line, name line, transcript or tweet
    words: Stretch | None = None  # what the layout says is spoken: of a transcript's line, a block, a dash line
    lead: bool = False  # ends in a colon, and what follows may be somebody's words


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text in reading order."""
    found: list[Paragraph] = []
    before, special = None, False
    tweets = any(sign in text for sign in _TWEET)
    for match in (_RUN if _wrapped(text) else _LINE).finditer(text):
        start, end = match.span()
        if text[end - 1].isspace():
            end = start + len(match.group().rstrip())
        first, last = text[start], text[end - 1]
        if last in _ENDS and not (special or tweets) and (first not in _MARKED or _mere(text, start, first, last)):
            before = Paragraph(start, end)
        else:
            before = _signed(text, start, end, before) or _plain(text, start, end, before, tweets=tweets)
        special = before.lead or (first in _OPEN and last not in _CLOSE)
        found.append(before)
    for n, kind, speaker in labelled(text, [(line.start, line.end) for line in found]):
        line = found[n]
        after = text[speaker.end + 1 : line.end]
        found[n] = line._replace(kind=kind, speaker=speaker, words=Stretch(line.end - len(after.lstrip()), line.end))
    return found


def _mere(text: str, start: int, first: str, last: str) -> bool:
    """Whether a paragraph with such an end and such a first character is prose all the same."""
    return (first in _OPEN and last in _CLOSE) or (first in _PICTURE_FIRST and not _pictured(text, start))


def _wrapped(text: str) -> bool:
    """Whether the text is broken into lines at a width: lines begin in the middle of sentences."""
    broken = len(_BROKEN.findall(text))
    return broken > 2 and broken > _WRAPPED * (text.count("\n") + 1 - 2 * text.count("\n\n"))


def _plain(text: str, start: int, end: int, before: Paragraph | None, *, tweets: bool) -> Paragraph:
    """A paragraph by its own look and the lead above it."""
    last, size = text[end - 1], end - start
    if last == ":" and size > _LEAD:
        return Paragraph(start, end, lead=True)
    if tweets and (tweet := _tweet(text, start, end)):
        return tweet
    if last not in _SENTENCE or text[start] in _PICTURE_FIRST:
        if _caption(text, start, end):
            return Paragraph(start, end, "caption")
        if size < _HEADING and last not in _STOPS and not text[start].islower():
            return Paragraph(start, end, "heading")
    if before and before.lead and text[start] not in _BULLET and _cued(text, before):
        return Paragraph(start, end, "block", words=Stretch(start, end))
    return Paragraph(start, end)


def _signed(text: str, start: int, end: int, before: Paragraph | None) -> Paragraph | None:
    """A paragraph that says who spoke: a line for itself below the words, or the words with a dash and a name."""
    first, last = text[start], text[end - 1]
    if first in _OPEN and last not in _CLOSE:
        tail = max(start, end - _SIGNATURE)
        match = _DASH_END.search(text, tail, end) if any(text.find(dash, tail, end) > 0 for dash in _DASH) else None
        return match and Paragraph(start, end, "dash", Stretch(*match.span("name")), Stretch(start, match.start() + 1))
    if before is None or end - start > _SIGNATURE:
        return None
    dash, stop = first in _DASH, end
    if last in _CLOSE and first.isupper() and _whole(text, before, closed=False):
        stop = start + len(text[start:end].rstrip(".”\"’'"))  # the mark that the words lack stands after the name
    elif not (dash or (last not in _STOPS and first.isupper())) or not (
        before.kind in _SIGNED or _whole(text, before, closed=True)
    ):
        return None
    match = (_DASH_LINE if dash else _NAME_LINE).fullmatch(text, start, stop)
    if not match or not _HAND.isdisjoint(match.group().lower().split()) or not (dash or _looks_named(match["name"])):
        return None
    return Paragraph(start, end, "attribution", Stretch(*match.span("name")))


def _looks_named(name: str) -> bool:
    parts = name.split()
    return len(parts) > 1 and sum(part[0].isupper() for part in parts) > len(parts) // 2


def _whole(text: str, line: Paragraph, *, closed: bool) -> bool:
    """Whether the paragraph is one stretch in marks, which close (``closed``) or are left open, and nothing else."""
    if text[line.start] not in _OPEN or (text[line.end - 1] in _CLOSE) != closed or line.end - line.start < 3:
        return False
    inside = text[line.start + 1 : line.end - 1].rstrip("’'`")
    return not any(mark in inside for mark in _DOUBLE)


def _tweet(text: str, start: int, end: int) -> Paragraph | None:
    """A tweet set into the article, with the name beside its handle."""
    if text.find("(@", start, end) >= 0 and (match := _HANDLE.search(text, start, end)):
        return Paragraph(start, end, "tweet", Stretch(*match.span("name")))
    return Paragraph(start, end, "tweet") if any(text.find(sign, start, end) >= 0 for sign in _TWEET[1:]) else None


def _caption(text: str, start: int, end: int) -> bool:
    """Whether the line begins as a picture's description does, or ends in a picture's credit."""
    if text[start] in _PICTURE_FIRST and _pictured(text, start):
        return True
    return text[end - 1] not in _SENTENCE and bool(_CREDIT.search(text[max(start, end - _CREDIT_REACH) : end].lower()))


def _pictured(text: str, start: int) -> bool:
    return text[start : start + 20].lower().startswith(_PICTURE)


def _cued(text: str, lead: Paragraph) -> bool:
    """Whether a lead's last words hold a cue: what follows is then somebody's, not a list."""
    return not _QUOTING.isdisjoint(
        text[max(lead.start, lead.end - 90) : lead.end - 1].lower().replace(",", " ").split()
    )
