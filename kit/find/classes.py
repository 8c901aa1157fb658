"""What a word can be, as bits: closed classes from `kit/lexicons`, endings for the rest.

* one look-up a word, so that a sentence's words are classed in one pass;
* a word has every class it can have: the rules that read them weigh what stands beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from kit.find.cues import CUES
from kit.lexicon import sections, words

__all__ = [
    "ADVERB",
    "AND",
    "AUXILIARY",
    "BE",
    "BREAK",
    "COMMA",
    "CONJUNCTION",
    "CUE",
    "DETERMINER",
    "ED",
    "FINITE",
    "ING",
    "MARK",
    "NUMBER",
    "OBJECT",
    "PREPOSITION",
    "PRONOUN",
    "QUOTATION",
    "RELATIVE",
    "SPEECH",
    "TELLS",
    "TELLS_ALONE",
    "TIME",
    "VERB",
    "classes",
]

PREPOSITION, DETERMINER, PRONOUN, RELATIVE, CONJUNCTION, AND, AUXILIARY, BE, ADVERB, COMMA, BREAK, QUOTATION = (
    1 << n for n in range(12)
)
CUE, VERB, ED, ING, TIME, SPEECH, NUMBER, MARK, OBJECT, FINITE, TELLS = (1 << n for n in range(12, 23))
"""CUE: any form of a cue verb; FINITE: a form of one that needs a subject; VERB: another verb; SPEECH: a noun of speech;
MARK: any punctuation; BREAK: punctuation that no noun phrase goes across; OBJECT: a pronoun that is no subject;
TELLS: a word by which a sentence may tell something without a cue verb."""

TELLS_ALONE = words(
    "indirect", "noun that", "noun to", "noun for", "noun about", "noun of", "refuse", "left unanswered"
) | {"reached", "comment", "according", "per", "words"}
"""Words that are of the class `TELLS` (`kit.find.nominal`, `kit.find.nocomment`, `kit.find.frames`)."""


def _known() -> dict[str, int]:
    speakers, grammar = sections("speakers"), sections("grammar")
    table: dict[str, int] = {}

    def put(entries: Sequence[str], bit: int) -> None:
        for entry in entries:
            table[entry] = table.get(entry, 0) | bit

    put(grammar["prepositions"], PREPOSITION)
    put(grammar["determiners"], DETERMINER)
    put(("he", "she", "they", "i", "we", "you", "it"), PRONOUN)
    put(("who", "which", "whom", "whose"), RELATIVE)
    for ending in ("s", "d", "ve", "ll", "re", "m"):
        for apostrophe in ("'", "’"):
            put([f"{p}{apostrophe}{ending}" for p in ("he", "she", "they", "i", "we", "you", "it")], PRONOUN)
            put([f"who{apostrophe}{ending}"], RELATIVE)
    put([c for c in grammar["conjunctions"] if c not in ("and", "or", "nor")], CONJUNCTION)
    put(("and", "or", "nor", "&"), AND)
    put([*grammar["auxiliaries"], "not", "never", "cannot"], AUXILIARY)
    put(grammar["be"], BE)
    put(grammar["adverbs"], ADVERB)
    put([a for a in speakers["adverbs"] if a != "about"], ADVERB)
    put(("after", "before", "what", "how", "why", "whatever"), CONJUNCTION)
    put([*speakers["measures of time"]], TIME)
    put(("'ll", "’ll", "'re", "’re", "'m", "’m"), AUXILIARY)
    put(("him", "her", "them", "me", "us", "himself", "herself", "themselves"), OBJECT)
    put(",", COMMA | MARK)
    put((";", ":", "!", "?", "—", "–", "--", "(", ")", "[", "]", "…", "/", "-", '"', "“", "”", "•", "|"), BREAK | MARK)
    put(("'", "’", "‘", "."), MARK)  # a full stop inside a sentence is an abbreviation's
    put([form for form, cue in CUES.items() if cue.form != "ing"], CUE)
    put([form for form, cue in CUES.items() if cue.form in ("s", "past")], FINITE)
    put([form for form, cue in CUES.items() if cue.form == "ing"], CUE | ING)
    put(speakers["verbs"], VERB)
    put(speakers["time"], TIME)
    put(speakers["nouns of speech"], SPEECH)
    for entry in (*speakers["nouns in -ing"], *speakers["nouns in -ly"], *speakers["words in -ed"]):
        table.setdefault(entry, 0)
    return table


_PLAIN = 1 << 30  # a known word without a class: keeps the endings from being tried
KNOWN = {entry: bits or _PLAIN for entry, bits in _known().items()}
_LAST_3 = {"ing": ING, "n't": AUXILIARY, "n’t": AUXILIARY}
_LAST_3 |= {mark * 3: QUOTATION for mark in "\ue000\ue001\ue002\ue003"}
_LAST_2 = {"ed": ED, "ly": ADVERB} | {f"{digit}{other}": NUMBER for digit in "0123456789" for other in "0123456789s"}
_LAST_2 |= dict.fromkeys("0123456789", NUMBER)


def classes(low: Sequence[str]) -> list[int]:
    """The classes of each of some words in lower case."""
    known, three, two = KNOWN.get, _LAST_3.get, _LAST_2.get
    return [known(w) or three(w[-3:]) or two(w[-2:], 0) for w in low]


KNOWN |= {word: kind | TELLS for word, kind in zip(TELLS_ALONE, classes([*TELLS_ALONE]), strict=True)}
