"""Why words in quotation marks are nobody's speech: a title, a nickname, a slogan, a term, scare quotes, markup.

* what stands beside the marks and how the words are written give a reason (:class:`Reason`), never a parse;
* a firm reason holds whatever is near; a soft one gives way where a rule found who speaks;
* in a list, what stands beside a title is a title too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kit.find.beside import EDGES, SMALL, Beside
from kit.find.marks import Marked
from kit.lexicon import words

__all__ = ["Reason", "label", "labels"]

_LONGEST = 12  # words: longer stretches in marks are titles so rarely that looking costs more than it finds
_LONG = 140  # characters that no label has
_PHRASE = 4  # words: longer stretches are labels only when they are titles or stand in an attribute
_EXAMPLES = "an example of words"
_KNOWN = 6  # words: known (to all who lived there) as
_AS = 3  # words: portrayed as a (mere) … reports how somebody is described
_PLACING = frozenset({"of", "in", "on", "for", "from", "at", "with", "to"})
_MEANING = frozenset({"is", "was", "are", "means"})
_BETWEEN = frozenset({"", "and", "or", "&"})
_WORK, _TITLED, _MAKER, _SLOGAN, _TERM, _SO_CALLED, _FUNCTION, _DETERMINER, _CRY = (
    words("labels", name)
    for name in ("work", "titled", "maker", "slogan", "word", "so-called", "function", "determiner", "cry")
)
_PERSON = frozenset({"i", "we", "you", "my", "our", "your", "me", "us", "i'm", "i’m", "we're", "we’re", "i've", "i’ve"})


class Reason(NamedTuple):
    """Why words in marks may be no speech.

    ``kind``: nickname, title, slogan, term, scare or markup. ``rule``: in words, for the reader. ``firm``: the reason
    holds even where somebody is said to speak. ``near``: a cue stands near in the sentence; without one, even a soft
    reason was right more often than not on the development articles.
    """

    kind: str
    rule: str
    firm: bool
    near: bool = False


def labels(text: str, marks: Sequence[Marked]) -> list[Reason | None]:
    """Each stretch's reason to be no speech, None where nothing speaks against it."""
    found: list[Reason | None] = []
    for n, mark in enumerate(marks):
        beside = _beside(text, mark)
        reason = _reason(beside) if beside else None
        if beside and n and (before := found[-1]) and _goes_on(before, beside) and _listed(text, marks[n - 1], mark):
            reason = before
        found.append(reason)
    return found


def label(text: str, mark: Marked, *, spoken: bool | None = None) -> str | None:
    """The kind of reason why the words in marks are no speech, else None.

    ``spoken`` says whether a rule found who speaks them; without it, a cue near counts as that.
    """
    beside = _beside(text, mark)
    reason = _reason(beside) if beside else None
    if reason is None or (not reason.firm and (reason.near if spoken is None else spoken)):
        return None
    return reason.kind


def _beside(text: str, mark: Marked) -> Beside | None:
    """What the rules look at, None for words that no rule is for."""
    start, end = mark[:2]
    if end - start >= _LONG:
        return None
    inside = text[start:end].split()
    if len(inside) > _LONGEST or (len(inside) > _PHRASE and _prose(inside) and text[mark.open - 1] != "="):
        return None
    beside = Beside(text, mark, inside)
    return beside.look() if beside.inside and (beside.title or beside.size <= _PHRASE or beside.attribute) else None


def _prose(inside: list[str]) -> bool:
    """Whether words are too many for a phrase and no title for certain: the test that most speech meets first."""
    lower = [word for word in inside if word[0].islower()]
    return len(lower) > _PHRASE and not SMALL.issuperset([word.rstrip(EDGES) for word in lower])


def _goes_on(before: Reason, beside: Beside) -> bool:
    return before.rule == _EXAMPLES or (before.kind == "title" and beside.title)


def _listed(text: str, before: Marked, mark: Marked) -> bool:
    """Whether two stretches are neighbours in a list."""
    return mark.open - before.close < 8 and text[before.close : mark.open].strip(" ,;").lower() in _BETWEEN


def _reason(beside: Beside) -> Reason | None:
    if beside.attribute:
        return Reason("markup", "an attribute's value", firm=True)
    for rule in _FOR_TITLES if beside.title else _FOR_SENTENCES if beside.capital else _FOR_PHRASES:
        if reason := rule(beside):
            return reason if reason.firm or not beside.near else reason._replace(near=True)
    return None


def _nickname(beside: Beside) -> Reason | None:
    """Robert “Bob” Vance."""
    if not (beside.title and beside.size < 3 and beside.last.isalnum() and beside.right.isupper()):
        return None
    between = beside.left[:1].isupper() and beside.left[-1].isalnum() and beside.before[-1] not in _FUNCTION
    return Reason("nickname", "between the parts of a name", firm=True) if between else None


def _title(beside: Beside) -> Reason | None:
    rule = _entitled(beside) if beside.title else None
    return Reason("title", rule, firm=True) if rule else None


def _capitalised(beside: Beside) -> Reason | None:
    """Words written as titles are, where nothing says what they name."""
    if not beside.title or not (beside.before or beside.last.isalnum()):
        return None  # a sentence of its own
    if beside.left == "of" and not _CRY.isdisjoint(beside.before[-2:]):
        return None
    if beside.size > 1:
        return Reason("title", "capitalised throughout", firm=beside.left == "on")
    if not beside.before or beside.left in _PLACING or beside.noun_follows:
        return Reason("title", "one capitalised word where a name stands", firm=False)
    return None


def _entitled(beside: Beside) -> str | None:
    """The film “A Long Winter”; the BBC’s “Morning Papers”; “Old Bridges” (1998)."""
    before, after = beside.before, beside.after
    if not _WORK.isdisjoint(before[-4:]) or not _TITLED.isdisjoint(before[-1:]):
        return "after what has a title"
    if not _WORK.isdisjoint(after[:3]) and beside.right != ".":
        return "before what has a title"
    if not _MAKER.isdisjoint(before[-2:]) or not _MAKER.isdisjoint(after[:2]):
        return "beside who makes or sees it"
    if beside.left.endswith(("'s", "’s")) and (beside.size > 1 or beside.left[:-2].isupper()):
        return "after whose it is"
    return "before its year" if beside.year else None


def _slogan(beside: Beside) -> Reason | None:
    """A sign that read “No more roads”; a “Vote Marsh” hat."""
    if not _SLOGAN.isdisjoint(beside.after[:1]):
        return Reason("slogan", "before what bears it", firm=True)
    if not _SLOGAN.isdisjoint(beside.before[-2:]):
        return Reason("slogan", "after what bears it", firm=False)
    return None


def _term(beside: Beside) -> Reason | None:
    """The word “ought”; the so-called “bridge tax”; known as “the Shed”."""
    before, after = beside.before, beside.after
    last = before[-1] if before else ""
    if last == "as" and before[-2:-1] == ["such"] and not _TERM.isdisjoint(before[-_KNOWN:]):
        return Reason("term", _EXAMPLES, firm=True)
    if last in _TERM or last in _SO_CALLED:
        return Reason("term", "after a word for words", firm=False)
    if beside.left == "as" and "known" in before[-_KNOWN:]:
        return Reason("nickname" if beside.title else "term", "after known as", firm=False)
    if after and after[0] in _MEANING and not _TERM.isdisjoint(after[1:5]):
        return Reason("term", "explained", firm=True)
    return None


def _scare(beside: Beside) -> Reason | None:
    """The “reform” bill; their “friend”."""
    if beside.capital or beside.size > 2 or not _PERSON.isdisjoint(beside.inside) or "as" in beside.before[-_AS:]:
        return None
    if beside.noun_follows:
        between = beside.before and beside.before[-1] in _DETERMINER
        return Reason("scare", "between a determiner and a noun" if between else "before a noun", firm=False)
    return Reason("scare", "one word", firm=False) if beside.size == 1 else None


_FOR_TITLES = (_nickname, _title, _slogan, _term, _capitalised)  # in this order: the first that gives a reason holds
_FOR_SENTENCES = (_slogan, _term)
_FOR_PHRASES = (_slogan, _term, _scare)
