"""Who is said to speak the words in quotation marks.

* first by the quotation's own sentence (`kit.find.speakers`), then by what stands around it (`kit.find.floating`);
* then whether it is speech at all: what nobody is said to speak and looks like a label stays one.
"""

from __future__ import annotations

from kit.find.classes import AUXILIARY, DETERMINER, PRONOUN, QUOTATION, SPEECH, classes
from kit.find.confidence import confidence
from kit.find.cues import CUES
from kit.find.floating import Place, Said, placed
from kit.find.labels import Reason, labels
from kit.find.lines import unmarked
from kit.find.page import Page
from kit.find.quotation import Quotation
from kit.find.rejected import passed_over, stretch
from kit.find.said import Answer
from kit.find.splits import joined
from kit.lexicon import words
from kit.spans import Stretch

__all__ = ["attributed"]

_WEAK = frozenset({"subject of the clause", "cue later", "sentence before"})
_DOCUMENTS = words("speakers", "documents")
_SAYS = frozenset(form for form, cue in CUES.items() if "that" in cue.takes) | {"that"}
CLAUSE, SOON = 120, 10
"""Characters and words at the start of a quotation in which a sentence shows its verb."""
_LINKS = frozenset({"of", "for", "at", "with"})
_LEADS = frozenset({",", ":"})


def attributed(page: Page) -> list[Quotation]:
    """Every stretch in outermost quotation marks as a quotation or a label, and every line that a layout says is spoken,
    in reading order."""
    reasons = dict(zip((mark.open for mark in page.marks), labels(page.text, page.marks), strict=True))
    firm = frozenset([mark for mark, reason in reasons.items() if reason and reason.firm])
    marked = joined(page.text, [_quotation(page, said, reasons[said.place.mark.open]) for said in placed(page, firm)])
    lines = [_line(words, answer) for words, answer in unmarked(page)]
    return sorted([*marked, *lines], key=lambda one: one.start) if lines else list(marked)


def _quotation(page: Page, said: Said, reason: Reason | None) -> Quotation:
    place, answer, before, near = said
    mark = place.mark
    spans = (Stretch(mark.start, mark.end),)
    if reason and (reason.firm or answer is None or answer.rule in _WEAK):
        return Quotation("label", spans, None, None, reason.rule, confidence(reason.rule), note=reason.kind)
    rejected = passed_over(page.sentences[place.sentence], near, answer, before) if near or before else ()
    speaker = cue = None
    rule = "no speaker"
    if answer:
        rule, speaker = answer.rule, stretch(answer.sentence, answer.subject)
        cue = stretch(answer.sentence, answer.cue) if answer.cue else None
    kind = _kind(page, place, answer)
    return Quotation(kind, spans, speaker, cue, rule, confidence(rule), (), rejected, note=mark.repair)


def _line(spoken: Stretch, answer: Answer) -> Quotation:
    speaker = stretch(answer.sentence, answer.subject)
    cue = stretch(answer.sentence, answer.cue) if answer.cue else None
    return Quotation("direct", (spoken,), speaker, cue, answer.rule, confidence(answer.rule))


def _kind(page: Page, place: Place, answer: Answer | None) -> str:
    """What a quotation is: writing (document), a sentence of its own (direct), or part of the outlet's (fragment)."""
    if answer and (_document(answer) or _reads(answer)):
        return "document"
    mark, n, i = place
    sentence, small = page.sentences[n], page.text[mark.start].islower()
    if not small and (i == 0 or sentence.low[i - 1] in _LEADS or sentence.kinds[i - 1] & QUOTATION):
        return "direct"
    if answer and i == 0 and answer.rule == "cue right after":
        return "direct"
    if answer and answer.cue and not small and answer.sentence is sentence and answer.cue.last == i:
        return "direct"
    return "direct" if sentence.low[i - 1] in _SAYS and _whole(page.text, place) else "fragment"


def _whole(text: str, place: Place) -> bool:
    """Whether words in marks are a sentence by their look: a subject first, a verb soon after (it is too early)."""
    low = text[place.mark.start : place.mark.start + CLAUSE].lower().split()
    kinds = classes(low)
    starts = bool(kinds[0] & (PRONOUN | DETERMINER)) and len(low) > 2
    return starts and (bool(kinds[0] & PRONOUN) or any(kind & AUXILIARY for kind in kinds[:SOON]))


def _reads(answer: Answer) -> bool:
    """Whether a thing is said to read so: a sign, a page, another."""
    return answer.cue is not None and answer.sentence.low[answer.cue.last - 1] in ("read", "reads")


def _document(answer: Answer) -> bool:
    """Whether the speaker is a piece of writing: its head noun, before any "of", is one."""
    sentence, (first, last) = answer.sentence, answer.subject
    subject = sentence.low[first:last]
    if _DOCUMENTS.isdisjoint(subject):
        return False
    for k in range(last - first - 1, -1, -1):
        if subject[k] in _DOCUMENTS and sentence.kinds[first + k] & SPEECH:
            return _LINKS.isdisjoint(subject[:k])
    return False
