"""How much of the gold articles a finder gets right, one figure from 0 to 1 a measure.

* edges are compared after white space, quotation marks and punctuation at them are trimmed;
* *overlap* is an intersection over union of at least one half, each stretch matched once;
* an accuracy counts matched stretches only; where nothing matches it is 0;
* what the annotation leaves open (mixed clauses, speech within speech, a cue as a hedge) counts neither way.
"""

import re
from collections import Counter
from dataclasses import dataclass

from kit.spans import Stretch
from tests.gold.annotation import NOBODY_CAN_TELL

__all__ = ["MEASURES", "Finders", "measure"]

EDGE = " \t\r\n\xa0\"'“”‘’‚‛«»‹›„`,.?!;:-–—()[]…"
HALF = 0.5  # the usual line for "the same stretch" in span scoring
NAMED = 0.3  # of a mention's capitalised words: a surname of a title, first name and surname is enough
PRONOUNS = {"A", "An", "The", "He", "She", "It", "They", "I", "We", "You", "His", "Her", "Its", "Their", "Who", "Q"}
IN_MARKS = {"direct", "fragment", "document"}

MEASURES = {
    "quoted_exact": "stretches of direct, fragment and document quotations with the right edges, F1",
    "kind": "stretches of every kind that are found and have the right kind, F1 (indirect that is mixed counts neither way)",
    "speaker": "share of matched quotations whose speaker's words overlap or name the right ones (none where there is none)",
    "name": "share of matched quotations with a speaker to name that name the right one, or abstain where two fit",
    "cue": "share of matched quotations with a cue whose cue overlaps it",
    "indirect_overlap": "stretches of indirect speech, F1 by overlap",
    "indirect_exact": "stretches of indirect speech with the right edges, F1",
    "via": "hands between outlet and speaker, on the right quotation, F1",
    "label_exact": "stretches in marks that are nobody's speech, with the right edges, F1",
    "times_strict": "time expressions with the right edges, F1",
    "times_relaxed": "time expressions that overlap, F1",
    "times_type": "time expressions that overlap and have the right type, F1",
    "times_value": "time expressions that overlap and have the right TIMEX3 value, F1",
    "hedges": "hedges that overlap, F1 (a cue or a rounding word taken for a hedge counts neither way)",
    "hedges_scope": "hedges that overlap and whose scope overlaps, F1",
}


@dataclass(frozen=True, slots=True)
class Finders:
    """What is measured: ``quotes(text, published)``, ``times(text, published)``, ``hedges(text)``."""

    quotes: object
    times: object
    hedges: object


@dataclass(frozen=True, slots=True)
class Unit:
    """One stretch of a quotation on one line, with the quotation it belongs to."""

    at: Stretch
    quote: object


def measure(articles, finders):
    """The figure of every measure over all ``articles`` together."""
    n = Counter()
    for article in articles:
        n.update(_quotes(article, finders.quotes(article.text, article.published)))
        n.update(_times(article, finders.times(article.text, article.published)))
        n.update(_hedges(article, finders.hedges(article.text)))
    return {name: round(_figure(n, name), 4) for name in MEASURES}


def _figure(n, name):
    """F1 where right, gold and found were counted; a share where only right and asked were."""
    if n[name, "asked"]:
        return n[name, "right"] / n[name, "asked"]
    return 2 * n[name, "right"] / max(n[name, "gold"] + n[name, "found"], 1)


def _f1(name, right, gold, found):
    return Counter({(name, "right"): right, (name, "gold"): gold, (name, "found"): found})


def trimmed(text, at):
    """The stretch without white space, marks and punctuation at its edges."""
    start, end = at
    while start < end and text[start] in EDGE:
        start += 1
    while start < end and text[end - 1] in EDGE:
        end -= 1
    return Stretch(start, end)


def _lines(text, at):
    """The parts of a stretch, one a line."""
    start = at[0]
    for line in text[at[0] : at[1]].splitlines(keepends=True):
        yield Stretch(start, start + len(line))
        start += len(line)


def _units(text, quotes, stretches):
    """Every stretch on its own; of two that are equal the first counts."""
    units = {}
    for quote in quotes:
        for at in stretches(quote):
            for line in (trimmed(text, part) for part in _lines(text, at)):
                if line.start < line.end:
                    units.setdefault((line, quote.kind), Unit(line, quote))
    return list(units.values())


def iou(a, b):
    """Intersection over union of two stretches."""
    both = min(a[1], b[1]) - max(a[0], b[0])
    return both / (max(a[1], b[1]) - min(a[0], b[0])) if both > 0 else 0.0


def _pairs(gold, found, enough=HALF, fits=lambda _a, _b: True):
    """Best overlaps first, each unit once, of those that fit each other."""
    ranked = sorted(
        ((iou(g.at, f.at), i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if fits(g.quote, f.quote)),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    seen_gold, seen_found, pairs = set(), set(), []
    for value, i, j in ranked:
        if value >= enough and value > 0 and i not in seen_gold and j not in seen_found:
            seen_gold.add(i)
            seen_found.add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def _quotes(article, predicted):
    text = article.text
    gold = _units(text, article.quotes, lambda quote: quote.words)
    found = _spoken_aloud(gold, _units(text, predicted, lambda quote: quote.spans))
    n = Counter()
    n += _edges("quoted_exact", gold, found, IN_MARKS)
    n += _edges("label_exact", gold, found, {"label"})
    n += _kinds(gold, found)
    n += _indirect(gold, found)
    n += _attributions(text, gold, found)
    return n


def _spoken_aloud(gold, found):
    """What is found, without speech inside the words of a quotation, which the annotation does not take up."""
    outer = [unit.at for unit in gold if unit.quote.kind in IN_MARKS]
    own = [unit.at for unit in gold]

    def inside(unit):
        nested = any(at.start <= unit.at.start and unit.at.end <= at.end and iou(at, unit.at) < HALF for at in outer)
        return nested and not any(iou(at, unit.at) >= HALF for at in own)

    return [unit for unit in found if not inside(unit)]


def _edges(name, gold, found, kinds):
    wanted = {unit.at for unit in gold if unit.quote.kind in kinds}
    got = {unit.at for unit in found if unit.quote.kind in kinds}
    return _f1(name, len(wanted & got), len(wanted), len(got))


def _without_mixed(gold, found):
    """Both sides without the mixed stretches, and without what was found there."""
    mixed = [unit for unit in gold if unit.quote.mixed]
    rest = [unit for unit in gold if not unit.quote.mixed]
    loose = [unit for unit in found if unit.quote.kind == "indirect"]
    hit = {id(f) for _, f in _pairs([u for u in rest if u.quote.kind == "indirect"], loose)}
    free = [unit for unit in loose if id(unit) not in hit]
    ignored = {id(f) for _, f in _pairs(mixed, free)}
    return rest, [unit for unit in found if id(unit) not in ignored]


def _kinds(gold, found):
    gold, found = _without_mixed(gold, found)
    silent = [[unit for unit in side if unit.quote.kind == "no-comment"] for side in (gold, found)]
    right = len(_pairs(*silent, enough=0.0))  # how much of "did not reply to messages" is taken differs between readers
    spoken = [[unit for unit in side if unit.quote.kind != "no-comment"] for side in (gold, found)]
    right += len(_pairs(*spoken, fits=lambda g, f: g.kind == f.kind))
    return _f1("kind", right, len(gold), len(found))


def _indirect(gold, found):
    """Indirect speech; a stretch found on a mixed one or on a "no comment" counts neither way."""
    wanted = [unit for unit in gold if unit.quote.kind == "indirect" and not unit.quote.mixed]
    others = [unit for unit in gold if unit.quote.kind == "no-comment" or unit.quote.mixed]
    got = [unit for unit in found if unit.quote.kind == "indirect"]
    pairs = _pairs(wanted, got)
    hit = {id(f) for _, f in pairs}
    ignored = {id(f) for _, f in _pairs(others, [unit for unit in got if id(unit) not in hit])}
    got = [unit for unit in got if id(unit) not in ignored]
    exact = {unit.at for unit in wanted} & {unit.at for unit in got}
    n = _f1("indirect_overlap", len(pairs), len(wanted), len(got))
    return n + _f1("indirect_exact", len(exact), len(wanted), len(got))


def _attributions(text, gold, found):
    """Speaker, name, cue and via of what matches; labels have none of them."""
    n = Counter()
    gold = [unit for unit in gold if unit.quote.kind != "label"]
    found = [unit for unit in found if unit.quote.kind != "label"]
    hands = set()
    for g, f in _pairs(gold, found, fits=_both_marked_or_neither):
        n["speaker", "asked"] += 1
        n["speaker", "right"] += _same_speaker(text, g.quote.speaker, f.quote.speaker)
        if g.quote.name:
            n["name", "asked"] += 1
            n["name", "right"] += f.quote.name == (None if g.quote.name == NOBODY_CAN_TELL else g.quote.name)
        if g.quote.cue:
            n["cue", "asked"] += 1
            n["cue", "right"] += _meets(g.quote.cue, f.quote.cue)
        hands |= {(id(g.quote), hand) for hand in g.quote.via if any(_meets(hand, other) for other in f.quote.via)}
    wanted = {(id(unit.quote), hand) for unit in gold for hand in unit.quote.via}
    got = {(id(unit.quote), hand) for unit in found for hand in unit.quote.via}
    return n + _f1("via", len(hands), len(wanted), len(got))


def _both_marked_or_neither(gold, found):
    return (gold.kind in IN_MARKS) == (found.kind in IN_MARKS)


def _meets(wanted, got):
    if wanted is None or got is None:
        return wanted is got
    return wanted.start < got[1] and got[0] < wanted.end


def _same_speaker(text, wanted, got):
    """Whether two mentions overlap, or name the same: a third of the wanted words, as "Ada Finch" and "Finch" do."""
    if wanted is None or got is None or _meets(wanted, got):
        return _meets(wanted, got)
    asked = _names(text, wanted)
    return bool(asked) and len(asked & _names(text, got)) / len(asked) >= NAMED


def _names(text, at):
    return {word for word in re.findall(r"\w+", text[at[0] : at[1]]) if word[0].isupper() and word not in PRONOUNS}


def _widest(wanted, free):
    """The free prediction that shares most with the stretch ``wanted``, or None."""
    shared = [(min(wanted.end, p.end) - max(wanted.start, p.start), p) for p in free]
    best = max(shared, key=lambda row: row[0], default=(0, None))
    return best[1] if best[0] > 0 else None


def _times(article, predicted):
    n, free = Counter(), list(predicted)
    for wanted in article.times:
        got = _widest(wanted.words, free)
        if got is None:
            continue
        free.remove(got)
        n["times_relaxed", "right"] += 1
        n["times_strict", "right"] += (got.start, got.end) == wanted.words
        n["times_type", "right"] += got.type == wanted.type
        n["times_value", "right"] += (got.value or "") in wanted.values
    for name in ("times_relaxed", "times_strict", "times_type", "times_value"):
        n[name, "gold"] += len(article.times)
        n[name, "found"] += len(predicted)
    return n


def _among(stretches, predicted):
    return any(at.start < predicted.end and predicted.start < at.end for at in stretches)


def _rounds(predicted):
    """Whether it is said to make a number less exact: "about 30", which is not annotated."""
    return getattr(predicted, "kind", None) == "approximate"


def _hedges(article, predicted):
    n = Counter()
    words = [hedge.words for hedge in article.hedges]
    cues = [quote.cue for quote in article.quotes if quote.cue]
    free = [p for p in predicted if _among(words, p) or not (_among(cues, p) or _rounds(p))]
    found = len(free)
    for wanted in article.hedges:
        got = _widest(wanted.words, free)
        if got is None:
            continue
        free.remove(got)
        n["hedges", "right"] += 1
        n["hedges_scope", "right"] += got.scope is not None and iou(wanted.scope, got.scope) >= HALF
    for name in ("hedges", "hedges_scope"):
        n[name, "gold"] += len(words)
        n[name, "found"] += found
    return n
