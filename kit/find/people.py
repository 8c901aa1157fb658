"""Who the words that name a speaker are, in one article.

* names, titles, roles, acronyms and pronouns are each looked up in what the article says before (or, failing that, after);
* where two people fit, nobody is named, and both are kept as rejected candidates;
* a speaker without a name ("a spokesman for the port") stays as given.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from functools import cached_property

from kit.find.hands import hands
from kit.find.identity import NOBODY, Answer
from kit.find.mentions import RUNS, Directory, Known, people
from kit.find.names import Person, sex
from kit.find.naming import Naming, naming
from kit.find.page import Page
from kit.find.pronouns import Mention, antecedent, before_relative, following
from kit.find.quotation import Quotation, Rejected
from kit.find.roles import holder
from kit.spans import Stretch

__all__ = ["Reading", "named"]

_SHORTENED = (" Inc", " Corp", " Co", " Ltd", " Bros")
"""Ends of bodies' names that keep their full stop."""
_WITHOUT_NAME = frozenset(("role", "unnamed", "bodies", "thing"))
_MERE = frozenset(("mr", "mrs", "ms", "miss", "dr", "sir", "former"))
INTRODUCTION = 3000
"""Code points before the first question in which the one who answers is introduced."""
PARAGRAPH = 2000
"""How far back a paragraph's beginning is looked for; no paragraph of a news article is longer."""


def named(page: Page, quotations: Sequence[Quotation]) -> None:
    """Fill in ``name``, ``resolved_by`` and ``via`` of each quotation, and the candidates that were passed over."""
    hands(page, quotations)  # first: whom an outlet cites becomes the speaker
    if not any(quotation.speaker for quotation in quotations):
        return
    reading = Reading(page, quotations)
    for quotation in quotations:
        if quotation.speaker:
            answer = reading.answers[quotation.speaker]
            quotation.name, quotation.resolved_by = answer.name, answer.rule
            quotation.rejected += answer.rejected


LOOKED_AT = 60
"""Speakers that are looked back at: no stretch of real text has as many, and time stays linear where one does."""


class Reading:
    """An article's speakers as they are read, in order: each answer can rest on those before it."""

    def __init__(self, page: Page, quotations: Iterable[Quotation]) -> None:
        self.page, self.source = page, page.source
        self.starts = [sentence.start for sentence in page.sentences]
        self.answers: dict[Stretch, Answer] = {}
        self.known_short: dict[str, Answer] = {}
        self.mentioned: dict[tuple[int, int], list[Mention]] = {}
        self.heard: dict[Known, None] = {}
        self.spoken: list[tuple[int, int, Answer]] = []
        said: dict[Stretch, list[int]] = {}
        for quotation in quotations:
            if quotation.speaker:
                said.setdefault(quotation.speaker, []).append(quotation.start)
        for span in sorted(said):
            answer = self.answers[span] = self.who(page.text[span.start : span.end], span.start)
            if answer.known:
                self.heard[answer.known] = None
            agent = not answer.known and self.source.startswith(" by ", max(0, span.start - 4))
            if (answer.name or answer.kind == "person") and not agent:  # told by the clerk: who was told is the subject
                for at in (span.start, *said[span]):
                    insort(self.spoken, (at, len(self.spoken), answer))

    @cached_property
    def directory(self) -> Directory:
        """Whom the article names, outside of quotations."""
        return Directory(self.source)

    @cached_property
    def interviewed(self) -> Answer:
        """The one person whom the introduction to questions and answers names in full."""
        intro = RUNS.finditer(self.source, 0, min(INTRODUCTION, max(0, self.source.find("\nQ"))))
        found = {who.name: who for run in intro for who, _ in people(run.group()) if len(who.parts) > 1}
        named = [who for who in found.values() if who.sure] or list(found.values())
        return self._name(naming(named[0].name), 0)._replace(rule="role", kind="person") if len(named) == 1 else NOBODY

    def speakers(self, since: int, until: int) -> list[tuple[int, Answer]]:
        """Who speaks between two offsets, the nearest to the end first, :data:`LOOKED_AT` at most."""
        last = bisect_left(self.spoken, (until, -1))
        first = max(bisect_left(self.spoken, (since, -1)), last - LOOKED_AT)
        return [(at, answer) for at, _, answer in reversed(self.spoken[first:last])]

    def sentence(self, at: int) -> int:
        """The number of the sentence that an offset stands in."""
        return max(0, bisect_right(self.starts, at) - 1)

    def who(self, words: str, at: int) -> Answer:
        """Who is meant by a speaker's words at a place in the article."""
        read = naming(words)
        if read.form in _WITHOUT_NAME and (answer := self._in_apposition(read, at + len(words))):
            return answer
        if len(read.name) == 1 and read.name in "AQ" and ":" in self.source[at : at + len(words) + 2]:
            return self.interviewed if read.name == "A" else NOBODY
        return self._by_form(read, words, at)

    def _by_form(self, read: Naming, words: str, at: int) -> Answer:
        match read.form:
            case "pronoun":
                return self._pronoun(read, at)
            case "full" | "short":
                return self._name(read, at)
            case "both":
                return self._both(read, at)
            case "body":
                return self._body(
                    read.name
                    + "."
                    * (read.name.endswith(_SHORTENED) and self.source[at + len(words) : at + len(words) + 1] == ".")
                )
            case "role" | "bodies":
                return holder(self, read, at)
        kind = {"group": "group", "thing": "body"}.get(read.form, "person" if read.gender else "unnamed")
        return Answer(read.name or None, "as given" if read.name else None, read.gender, read.plural, kind)

    def _in_apposition(self, read: Naming, end: int) -> Answer | None:
        """The name that follows a role and a comma: "her lawyer, Pat Doe"."""
        if read.plural or self.source[end : end + 2] != ", ":
            return None
        run = RUNS.match(self.source, end + 2)
        if not run or " " not in run.group() or self.source[run.end() : run.end() + 5] == " and ":
            return None
        named = naming(run.group())
        if named.form == "full" and read.form in ("role", "unnamed") and named.person:
            answer = self._name(named, end + 2)
            return answer._replace(rule="apposition", gender=answer.gender or read.gender, kind="person")
        if named.form in ("full", "body") and read.form in ("bodies", "thing"):
            return Answer(named.name, "apposition", kind="body")
        return None

    def _pronoun(self, read: Naming, at: int) -> Answer:
        if read.gender == "outlet":
            return NOBODY
        return before_relative(self, at) if read.gender == "relative" else antecedent(self, read, at)

    def _name(self, read: Naming, at: int) -> Answer:
        who = read.person
        assert who is not None  # noqa: S101 - both forms have a person
        if read.form == "full":
            known = self.directory.full(who)
            if not (known and known.sure) and len(self.directory.ending(who.parts)) == 1:  # a surname of two words
                return self.short(read, at)
            sure = who.sure or (known and self.directory.is_person(known))
            name, gender = (known.name, known.gender) if known else (who.name, "")
            return Answer(
                name,
                "full name" if sure else "as given",
                gender or who.gender,
                kind="person" if sure else "",
                known=known,
            )
        return self.short(read, at)

    def short(self, read: Naming, at: int) -> Answer:
        """Who is meant by a surname, a title with it, a given name or an acronym."""
        who = read.person
        assert who is not None  # noqa: S101 - a short name is read as a person
        fits, rule = self.directory.ending(who.parts), "title and surname" if who.titles else "surname"
        if not fits and len(who.parts) == 1 and not who.titles - _MERE:
            fits, rule = self.directory.beginning(who.parts[0]), "given name"
        if not fits:
            return self._alone(read, at)
        left = self._narrowed(fits, who.titles - _MERE, who.gender, at)
        if not left:
            return self._alone(read, at)
        if len(left) > 1:
            why = f"one of {len(left)} with this name"
            return Answer(
                None, None, who.gender, kind="person", rejected=tuple(Rejected(x.first, why) for x in left[:3])
            )
        return Answer(left[0].name, rule, left[0].gender or who.gender, kind="person", known=left[0])

    def person(self, who: Person, at: int) -> Answer:
        """Whom a name in running text means; nobody where it is no full name's part and no earlier speaker's."""
        if len(who.parts) > 1:
            known = self.directory.full(who)
            return (
                Answer(known.name, "full name", known.gender, kind="person", known=known)
                if known and self.directory.is_person(known)
                else NOBODY
            )
        fits = [
            one for one in self.directory.ending(who.parts) if self.directory.is_person(one)
        ] or self.directory.beginning(who.parts[0])
        left = self._narrowed(fits, who.titles - _MERE, who.gender, at) if fits else []
        if len(left) == 1:
            return Answer(left[0].name, "surname", left[0].gender or who.gender, kind="person", known=left[0])
        if not fits and who.titles and who.gender:
            return Answer(who.name, "as given", who.gender, kind="person")
        if not fits and who.parts[0] not in self.known_short and (gender := sex(who.parts[0])):  # his niece, Pat
            return Answer(who.name, "as given", gender, kind="person")
        return NOBODY if fits else self.known_short.get(who.parts[0], NOBODY)

    def _alone(self, read: Naming, at: int) -> Answer:
        """A single word with a capital that belongs to no full name: an acronym, a body, a person, a country, or the
        first word of a sentence."""
        low = read.name.lower()
        if low.endswith("s") and f" {low}" in self.source and self.source[at - 2 : at] in ("", ". ", "\n\n", "” "):
            return Answer(read.name, "as given", plural=True, kind="group")
        if read.name.isupper() and (body := self.directory.spelled_out(read.name)):
            return Answer(body, "acronym", kind="body")
        person = bool(read.person and read.person.titles)
        answer = Answer(read.name, "as given", read.gender, kind="person" if person else "")
        return self.known_short.setdefault(read.name.lower(), answer) if not person else self._titled(read, answer)

    def _titled(self, read: Naming, answer: Answer) -> Answer:
        self.known_short[read.name.lower()] = answer
        return answer

    def _narrowed(self, fits: list[Known], titles: frozenset[str], gender: str, at: int) -> list[Known]:
        """Those of several people of one name whom the words at a place can mean."""
        if len(fits) == 1 and not gender:
            return fits
        fits = (
            [one for one in fits if one.gender in ("", gender) and not (one.mixed and not one.gender)]
            if gender
            else fits
        )
        if len(fits) < 2:
            return fits
        paragraph = self.source.rfind("\n", max(0, at - PARAGRAPH), at) + 1
        tests = (
            lambda one: bool(titles & one.titles),
            lambda one: not one.suffix,
            lambda one: one.first.start < at,
            lambda one: not self.directory.is_relative(one),
            lambda one: one.named(paragraph, at),
            lambda one: one.gender and one.gender == following(self.source, at),
            lambda one: one in self.heard,
        )
        for test in tests:
            if len(fits) > 1:
                fits = [one for one in fits if test(one)] or fits
        return fits

    def _both(self, read: Naming, at: int) -> Answer:
        """Two or more named together: all of them, or nobody."""
        each = [self.who(part, at) for part in read.parts]
        if not all(one.name for one in each):
            return Answer(None, None, plural=True, rejected=tuple(r for one in each for r in one.rejected)[:3])
        names = [one.name or "" for one in each]
        rule = "names" if any(one.rule != "as given" for one in each) else "as given"
        return Answer(", ".join(names[:-1]) + " and " + names[-1], rule, plural=True, kind="group")

    def _body(self, name: str) -> Answer:
        before, _, last = name.rpartition(" ")
        if last.isupper() and len(last) > 1 and (body := self.directory.spelled_out(last)):
            return Answer(f"{before} {body}".strip(), "acronym", kind="body")
        return Answer(name, "as given", kind="body")
