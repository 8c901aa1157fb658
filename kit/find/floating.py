"""Quotations in their order through an article: what one leaves open, its neighbours settle.

* a sentence that begins with an attribution takes in the quotation before it ("Why?" the mayor asked.);
* a sentence of nothing but quotations goes on with the speaker before it, or takes the lead-in or the line after it;
* no rule looks further than the paragraph before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from kit.find import classes as c
from kit.find.frames import Frame
from kit.find.hanging import around
from kit.find.lines import by_layout
from kit.find.marks import Marked
from kit.find.page import Page
from kit.find.said import Answer, again
from kit.find.sentences import Sentence
from kit.find.speakers import OPEN_ENDS, alone, by_clause, by_lead, in_sentence, opens_with_attribution

__all__ = ["Place", "Said", "placed"]

_STRONG = frozenset({"cue right after", "cue right before", "name and colon", "line after"})
_EMPTY_SUBJECTS = frozenset({"it", "this", "that", "there", "which", "why", "what", "how"})
NEAR = 3
"""Sentences over which a speaker goes on where those between have none of their own."""


class Place(NamedTuple):
    """A quotation's mark, the number of its sentence and of its word there."""

    mark: Marked
    sentence: int
    word: int


class Said(NamedTuple):
    """A quotation, who speaks it, who spoke before, and the cue frames around it."""

    place: Place
    answer: Answer | None
    before: Answer | None
    near: Sequence[Frame]


def placed(page: Page, unsaid: Collection[int] = ()) -> Iterator[Said]:
    """Every outermost quotation with who speaks it, in reading order. ``unsaid``: where those open that are surely titles
    and the like, so that nobody goes on speaking after them."""
    return _Reading(page, unsaid).run()


def _places(page: Page) -> list[Place]:
    """Where the outermost quotations stand: in which sentence, and as which of its words."""
    found: list[Place] = []
    sentences, n, inside = page.sentences, 0, 0
    here: list[Marked] = []  # the marks of sentence n
    for mark in page.marks:
        if mark.open < inside:
            continue
        inside = mark.close
        if n < len(sentences) and sentences[n].end <= mark.open:
            if here:
                found += _in_sentence(sentences[n], n, here)
                here = []
            while n < len(sentences) and sentences[n].end <= mark.open:
                n += 1
        here.append(mark)
    return found + _in_sentence(sentences[n], n, here) if here and n < len(sentences) else found


def _in_sentence(sentence: Sentence, n: int, marks: list[Marked]) -> list[Place]:
    """The places of a sentence's marks."""
    quotes = sentence.quotes
    if len(quotes) == len(marks):
        return [Place(mark, n, i) for mark, i in zip(marks, quotes, strict=True)]
    at = {sentence.begin[i]: i for i in quotes}  # neighbours without a space between them may be one word
    return [Place(mark, n, at[mark.open]) for mark in marks if mark.open in at]


class _Reading:
    """An article being read: ``last`` is the newest answer that a later quotation can go on with, ``other`` the speaker
    before that, ``heard`` the sentence where it was given."""

    def __init__(self, page: Page, unsaid: Collection[int]) -> None:
        self.page, self.unsaid = page, unsaid
        self.places = _places(page)
        self.last: Answer | None = None
        self.other: Answer | None = None
        self.heard = self.heard_other = -9
        self.asked = False
        self.read, self.only = -1, False  # the newest sentence looked at, and whether it holds quotations only
        self.pair, self.one = (-1, -1), False  # the newest two compared, and whether one paragraph holds them

    def _alone(self, s: int) -> bool:
        if self.read != s:
            self.read, self.only = s, alone(self.page.sentences[s])
        return self.only

    def run(self) -> Iterator[Said]:
        given: Answer | None = None
        for n, place in enumerate(self.places):
            only = self._alone(place.sentence)
            near = () if only else around(self.page.frames(place.sentence), place.word)
            answer = self._own(place, near)
            if answer is None and (only or self._begins(place)):
                answer = self._around(n, place)
            if answer is None and n and self._lists(self.places[n - 1], place):
                answer = given
            given = answer
            before = self.last
            if place.mark.open in self.unsaid:
                pass
            elif answer:
                self._remember(place, answer, only=only)
            elif only:
                self.last = None
            yield Said(place, answer, before, near)

    def _lists(self, one: Place, other: Place) -> bool:
        """Whether two quotations stand in one list: from "…" to "…," "…" and "…"."""
        if one.sentence != other.sentence:
            return False
        between = self.page.sentences[other.sentence].kinds[one.word + 1 : other.word]
        low = self.page.sentences[other.sentence].low[one.word + 1 : other.word]
        return all(kind & (c.COMMA | c.AND) or word == "to" for kind, word in zip(between, low, strict=True))

    def _after_colon(self, place: Place) -> bool:
        return place.word > 0 and self.page.sentences[place.sentence].low[place.word - 1] == ":"

    def _begins(self, place: Place) -> bool:
        """Whether a quotation opens its sentence as one does that goes on with its attribution."""
        return place.word == 0 and self.page.text[place.mark.end - 1] in OPEN_ENDS

    def _remember(self, place: Place, answer: Answer, *, only: bool) -> None:
        """Keep an answer that later quotations can go on with; ``only``: its sentence holds nothing but quotations."""
        last, n = self.last, place.sentence
        if answer.rule in _WEAK and not only and not self._after_colon(place):
            return
        if last:
            relative = answer.sentence.kinds[answer.subject.first] & c.RELATIVE
            if self.heard == n and (relative or answer.rule not in _STRONG):
                return
            if _words(last) != _words(answer):
                self.other, self.heard_other = last, self.heard
        self.last, self.heard = answer, n
        if answer.rule == "cue right after" and answer.sentence is not self.page.sentences[n]:
            self.heard = n + 1
        self.asked = self.page.text[place.mark.end - 1] == "?"

    def _same_paragraph(self, a: int, b: int) -> bool:
        if self.pair != (a, b):
            page = self.page
            self.pair = (a, b)
            self.one = page.text.find("\n", page.sentences[a].end, page.sentences[b].start) < 0
        return self.one

    def _own(self, place: Place, near: Sequence[Frame]) -> Answer | None:
        """By the quotation's own sentence, and the one that goes on with its attribution."""
        n, i = place.sentence, place.word
        sentence, last = self.page.sentences[n], self.page.text[place.mark.end - 1]
        if i == len(sentence.kinds) - 1 and (answer := self._goes_on(n, last)):
            return answer
        if self._alone(n):
            return None
        return in_sentence(sentence, near, i, last) or self._by_clause(n, i)

    def _goes_on(self, n: int, last: str) -> Answer | None:
        """The attribution that the next sentence begins with, for the quotation that ends sentence ``n``."""
        page, open_ended = self.page, last in OPEN_ENDS
        if n + 1 == len(page.sentences) or not (open_ended or self._alone(n)) or not self._same_paragraph(n, n + 1):
            return None
        frames = page.frames(n + 1)
        return opens_with_attribution(page.sentences[n + 1], frames, open_ended=open_ended) if frames else None

    def _by_clause(self, n: int, i: int) -> Answer | None:
        """Whose the clause is that the words stand in, or who spoke before, where that is nobody."""
        found = by_clause(self.page.sentences[n], i)
        near = self.last if self.last and n - NEAR <= self.heard < n else None
        if near and not (found and _acts(found)) and self._same_paragraph(self.heard, n):
            return again(near, "words go on")
        return found if found and not _empty(found) else None

    def _around(self, n: int, place: Place) -> Answer | None:
        """By what stands around a sentence that holds only quotations."""
        s = place.sentence
        first, led = s == 0 or not self._same_paragraph(s - 1, s), self._led(s)
        if answer := by_layout(self.page, place.mark.start) or (self._next(n, place) if first and not led else None):
            return answer
        if s == 0:
            return None
        if led and self.heard < s:
            return self._led_by(s)
        if self.last and self.heard >= s - 1:
            turn = first and self.asked and self.heard == s - 1 and s - self.heard_other <= NEAR
            if turn and self.other:
                return again(self.other, "dialogue")
            return again(self.last, "the speaker goes on")
        return self._sentence_before(s)

    def _led_by(self, s: int) -> Answer | None:
        """Who a lead-in that ends in a colon names, or the sentence before it, where it only points (Here it is:)."""
        for n in range(s - 1, max(-1, s - 3), -1):
            found = by_lead(self.page.sentences[n], self.page.frames(n))
            if found and not _empty(found):
                return found
        return None

    def _led(self, s: int) -> bool:
        return s > 0 and self.page.source.endswith(":", 0, self.page.sentences[s - 1].end)

    def _next(self, n: int, place: Place) -> Answer | None:
        """The attribution of the next quotation of the paragraph: "No." "I will not," she said."""
        if n + 1 >= len(self.places):
            return None
        following = self.places[n + 1]
        if following.sentence - place.sentence != 1 or not self._same_paragraph(place.sentence, following.sentence):
            return None
        answer = self._own(following, around(self.page.frames(following.sentence), following.word))
        return again(answer, "sentence after") if answer and answer.rule == "cue right after" else None

    def _sentence_before(self, s: int) -> Answer | None:
        """Who the sentence before speaks of, or the speaker before it, if that sentence has nobody."""
        before = self.page.sentences[s - 1]
        near = self.last if self.last and s - self.heard <= NEAR else None
        led = by_lead(before, self.page.frames(s - 1))
        empty = led is not None and _empty(led)
        if led and not empty and (led.rule == "lead-in" or not near or _person(led)):
            return led
        if near:
            return again(near, "the speaker goes on")
        return None if empty and led and led.rule == "lead-in" else led


def _acts(answer: Answer) -> bool:
    """Whether the subject of a clause may be the one whose words it holds: no "it", no thing."""
    return _person(answer) and not _empty(answer)


def _empty(answer: Answer) -> bool:
    """Whether a subject stands for nobody: it, that; with its verb, too (there's)."""
    return answer.sentence.low[answer.subject.first].replace("’", "'").partition("'")[0] in _EMPTY_SUBJECTS


def _person(answer: Answer) -> bool:
    """Whether a subject may be somebody: a name or a pronoun, no thing with an article."""
    first = answer.subject.first
    kind = answer.sentence.kinds[first]
    return bool(kind & c.PRONOUN) or (answer.sentence.word[first][0].isupper() and not kind & c.DETERMINER)


_WEAK = frozenset({"subject of the clause", "cue later", "sentence before"})


def _words(answer: Answer) -> list[str]:
    return answer.sentence.low[answer.subject.first : answer.subject.last]
