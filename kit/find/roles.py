"""Who holds a role that the article speaks of: "the senator", "the union president", "the department".

* a person whose title it is (Senator Pat Doe) or whose apposition says so (Pat Doe, president of the union);
* a body whose name holds the noun (Harbour Police Department);
* two that fit, and none nearer than the other, give no answer; none that fits leaves the words as given.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kit.find.identity import Answer
from kit.find.mentions import RUNS, Known, people
from kit.find.naming import EPITHETS, Naming
from kit.find.pronouns import antecedent
from kit.find.quotation import Rejected
from kit.spans import Stretch

if TYPE_CHECKING:
    from kit.find.people import Reading

__all__ = ["ABBREVIATED", "holder"]

ABBREVIATED = {
    "senator": "sen", "representative": "rep", "governor": "gov", "general": "gen", "lieutenant": "lt", "captain": "capt",
    "sergeant": "sgt", "colonel": "col", "professor": "prof", "detective": "det", "superintendent": "supt", "major": "maj",
    "doctor": "dr", "attorney": "atty", "inspector": "insp", "commander": "cmdr", "admiral": "adm", "reverend": "rev",
}  # fmt: skip
"""Titles that stand shortened before a name, by the noun that takes them up again."""
_LOOSE = frozenset(("former", "retired", "longtime", "onetime", "outgoing", "incoming", "veteran", "embattled"))
MOST = 40
"""Places of a noun that are looked at; an article that has more says nothing new after these."""
APPOSITION = 7
"""Words between a name's comma and the noun of its apposition; longer ones are clauses."""
REACH = 90
"""Code points before the noun in which that comma and the name stand."""
_CLOSE = 300
"""Code points before "the company" in which one body named there is meant, where several have the noun in their name."""


def holder(reading: Reading, read: Naming, at: int) -> Answer:
    """Who is meant by a role or a kind of body with "the" before it."""
    if read.form == "bodies":
        return _body(reading, read, at)
    fits = [one for one in _people(reading, read.noun) if not read.gender or one.gender in ("", read.gender)]
    if len(fits) > 1 and read.others:
        fits = [one for one in fits if _beside(reading, one, read.others)] or fits
    elif len(fits) == 1 and read.others and not _beside(reading, fits[0], read.others):
        fits = []
    fits = [one for one in fits if one.first.start < at] or fits
    if len(fits) == 1:
        return Answer(fits[0].name, "role", fits[0].gender or read.gender, kind="person", known=fits[0])
    if fits:
        why = f"one of {len(fits)} in this role"
        return Answer(
            None, None, read.gender, kind="person", rejected=tuple(Rejected(one.first, why) for one in fits[:3])
        )
    if read.noun in EPITHETS or not _LOOSE.isdisjoint(read.others):
        again = antecedent(reading, read._replace(gender=read.gender or "person"), at)
        if again.known or again.rejected:
            return again._replace(rule=again.name and "role")
    return Answer(read.name, "as given", read.gender, kind="person")


def _people(reading: Reading, noun: str) -> list[Known]:
    """Everybody with a full name whom the article gives this role."""
    found: dict[str, Known] = {}
    for known in _by_apposition(reading, noun):
        found.setdefault(known.name, known)
    for form in {noun, ABBREVIATED.get(noun, noun)}:
        for run, start in reading.directory.runs_with(form):
            for who, offset in people(run):
                if form in who.titles and (titled := reading.person(who, start + offset).known):
                    found.setdefault(titled.name, titled)
    return list(found.values())


def _by_apposition(reading: Reading, noun: str) -> list[Known]:
    source, at, found = reading.source, 0, []
    for _ in range(MOST):
        at = source.find(noun, at)
        if at < 0:
            break
        stop = at + len(noun)
        whole = not source[at - 1 : at].isalnum() and not source[stop : stop + 1].isalnum()
        after = RUNS.match(source, stop + 1) if whole and source[stop : stop + 1] == " " else None
        run = after or (_last_run(source, at) if whole else None)
        for who, offset in people(run.group()) if run else ():
            if known := reading.person(who, run.start() + offset).known if run else None:
                found.append(known)
        at = stop
    return found


def _last_run(source: str, at: int) -> re.Match[str] | None:
    """The run of words with capitals before the comma of the apposition that a noun at an offset stands in."""
    start = max(0, at - REACH, source.rfind("\n", max(0, at - REACH), at) + 1)
    comma = source.rfind(",", start, at)
    if comma < 0 or source.count(" ", comma, at) > APPOSITION:
        return None
    runs = list(RUNS.finditer(source, start, comma))
    return runs[-1] if runs and runs[-1].end() == comma else None


def _beside(reading: Reading, one: Known, others: frozenset[str]) -> bool:
    """Whether the words that narrow a role down stand beside the name, in the same or a longer form."""
    around = reading.source[max(0, one.first.start - 60) : one.first.end + 90].lower()
    return any(word[:5] in around for word in others)


def _body(reading: Reading, read: Naming, at: int) -> Answer:
    """ "The department": the one body with the noun in its name, else the body that spoke last."""
    places = reading.directory.bodies(read.noun)
    if read.others:
        places = {name: starts for name, starts in places.items() if any(word in name.lower() for word in read.others)}
    earlier = {name: starts for name, starts in places.items() if starts[0] < at} or places
    if len(earlier) > 1:
        near = {name: starts for name, starts in earlier.items() if any(at - _CLOSE < start < at for start in starts)}
        earlier = near or earlier
    if len(earlier) == 1:
        return Answer(next(iter(earlier)), "role", kind="body")
    if len(earlier) > 1:
        why = f"one of {len(earlier)} with “{read.noun}” in the name"
        spans = (Stretch(starts[0], starts[0] + len(name)) for name, starts in earlier.items())
        return Answer(None, None, kind="body", rejected=tuple(Rejected(span, why) for span in spans)[:3])
    spoken = [one for place, one in reading.speakers(max(0, at - 2 * _CLOSE), at) if one.kind in ("body", "")]
    if not read.others and spoken and spoken[0].name and spoken[0].rule != "pronoun" and spoken[0].name[:1].isupper():
        return spoken[0]._replace(rule="role", rejected=())
    return Answer(read.name, "as given", kind="body")
