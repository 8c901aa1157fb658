"""Whatever text comes: nothing raises, and every span lies in the text. Small sizes; time is measured in `benchmarks/`."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.find.hedges import hedges
from kit.find.marks import marked
from kit.find.quotation import Quotation
from kit.find.quotations import quotes
from kit.spans import Stretch

SIZE = 600
REPEATED = {
    "nothing": "", "a letter": "a", "straight marks": '"', "opening marks": "“", "closing marks": "”", "single": "‘", "apostrophes": "'",
    "guillemets": "«»", "backticks": "``", "all marks": "“”\"‘’'«»„`", "words in marks": "“a” ", "split": '"A," he said, "b." ',
    "letters in apostrophes": "'a ", "full stops": ".", "commas": ", ", "brackets": "([", "closing brackets": ")]", "lines": "\n",
    "carriage returns": "\r\n", "spaces": " ", "no-break spaces": "\xa0", "tabs": "\t", "dashes": "— -", "double dashes": "--", "digits": "1",
    "numbers": "about 30 ", "dates": "May 5, 2031 ", "cues": "said he claimed that ", "said": "said ", "according to": "according to ",
    "he said": "he said ", "by": "was told by ", "names": "Ann Lee ", "capitals": "ANN LEE SAID ", "initials": "A. B. ", "titles": "Mr. Dr. ",
    "hedges": "may have reportedly ", "times": "since last Monday ", "colons": "Lee: a\n", "questions": "Q: a?\nA: b.\n", "pronouns": "he she they ",
    "who": "who ", "which he said": ", which he said", "comma and who": "Lee, who ", "NUL": "\0", "zero width": "\u200b", "byte order": "\ufeff",
    "line separators": "\u2028\u2029", "private": "\ue000\ue001\ue002\ue003", "last code point": "\U0010ffff", "longer in lower case": "İ",
    "long in upper case": "ß ﬁ ", "combining": "e\u0301", "right to left": "\u202eabc\u202c ", "emoji": "👩‍👩‍👧 ", "lone surrogate": "\ud800 ",
    "tags": "<p>a</p>", "percent": "%", "tweets": "— A (@a) May 5, 2031\n", "dash lines": '"A b."\n— Ann Lee, mayor\n', "bullets": "• a\n",
    "angled": "„a“ ", "Cyrillic": "«Да», — сказал он. ", "Chinese": "“好,”他说。", "Arabic": "قال «نعم». ",
}  # fmt: skip
BUILT = {
    "deep nesting": "“‘" * 150 + "a" + "’”" * 150,
    "marks across lines": '"a\n' * 200,
    "an open mark at the end": "He said: “",
    "a mark alone": '"',
    "a cue alone": "said",
    "a cue and its that": "He said that",
    "a cue first": "Said he: “No.”",
    "a word of 600 letters": "a" * 300 + "“" + "b" * 300,
    "a clause of 300 words": "He said " + "that the pier and " * 100,
    "commas between a subject and its cue": "Ann Lee, " + "a, " * 200 + 'said "b."',
}
TEXTS = {name: (words * SIZE)[:SIZE] for name, words in REPEATED.items()} | BUILT
BITS = st.sampled_from(
    [
        '"', "“", "”", "‘", "’", "'", "«", "»", "``", "''", ",", ".", "!", "?", ":", ";", "—", "--", "(", ")", "\n", "\n\n", " ", "said", "Ann Lee",
        "Mr.", "he", "she", "who", "which", "that", "told", "by", "according", "to", "per", "the mayor", "a spokesman", "claimed", "not", "was",
        "asked", "whether", "about", "30", "May", "5", "Monday", "last", "A:", "Q:", "ANN LEE:", "@ann", "and", "the", "of", "in", "say", "İ", "\ue000",
        "“No,”", "it is", "\ud800",
    ]
)  # fmt: skip
ANY = st.lists(BITS, max_size=40).map(" ".join) | st.lists(BITS, max_size=40).map("".join) | st.text(max_size=80)


def stretches(quotation: Quotation) -> Iterator[Stretch]:
    """Every span that a quotation carries."""
    yield from quotation.spans
    yield from quotation.via
    yield from (other.speaker for other in quotation.rejected)
    yield from (place for place in (quotation.speaker, quotation.cue) if place)


def assert_within(text: str, start: int, end: int, what: Any) -> None:
    assert 0 <= start < end <= len(text), f"{what!r} in {text!r}"


def check(text: str) -> None:
    """What holds for any text."""
    for mark in marked(text):
        assert_within(text, mark.open, mark.close, mark)
        assert mark.open <= mark.start <= mark.end <= mark.close, mark
    for quotation in quotes(text):
        assert quotation.spans
        for place in stretches(quotation):
            assert_within(text, place.start, place.end, quotation)
        assert 0 <= quotation.confidence <= 1
        assert all(a.end <= b.start for a, b in zip(quotation.spans, quotation.spans[1:], strict=False)), quotation
    for hedge in hedges(text):
        assert_within(text, hedge.start, hedge.end, hedge)
        assert_within(text, hedge.scope.start, hedge.scope.end, hedge)


@pytest.mark.parametrize("name", TEXTS)
def test_by_hand(name: str) -> None:
    check(TEXTS[name])


@pytest.mark.parametrize("name", REPEATED)
def test_by_hand_after_a_plain_sentence(name: str) -> None:
    check("“The pier is shut,” Ann Lee, the mayor, said on Monday. " + TEXTS[name])


@settings(deadline=None)
@given(ANY)
def test_any_text(text: str) -> None:
    check(text)


@settings(deadline=None)
@given(ANY)
def test_times_of_any_text(text: str) -> None:
    times = pytest.importorskip("kit.find.times").times
    for published in (None, "2031-03-14"):
        for time in times(text, published):
            assert_within(text, time.start, time.end, time)


@pytest.mark.parametrize("name", TEXTS)
def test_times_by_hand(name: str) -> None:
    times = pytest.importorskip("kit.find.times").times
    for time in times(TEXTS[name], "2031-03-14"):
        assert_within(TEXTS[name], time.start, time.end, time)


def test_the_same_text_gives_the_same_answer() -> None:
    text = "“The pier may be shut,” said Ann Lee. The mayor claimed about 30 boats had left on Monday."
    assert quotes(text) == quotes(text)
    assert hedges(text) == hedges(text)
