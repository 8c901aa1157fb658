import pytest

from kit.compare.prints import of_texts
from kit.compare.stretches import FRAME, MANY, SHORT, STANDING, stretches

NINE = "The bridge was shut because its cables had frayed"
SPEECH = "we shut it before anybody could come to harm"


def found(*texts):
    return [(one.kind, one.words) for one in stretches(of_texts(texts), len(texts))]


def padded(words, count):
    return [f"{f'before{i} ' * 6}. {words} {f'after{i} ' * 6}" for i in range(count)]


def test_marks_tell_the_kinds_apart():
    assert found(f"Lee: “{SPEECH},” she said", f"“{SPEECH}”, it read") == [("quotation", 9)]
    assert found(f"Lee: “{SPEECH}”", f"The city says {SPEECH}") == [("marks in one", 9)]
    assert found(f"A. {NINE}. B", f"C: {NINE}, D") == [("prose", 9)]
    assert found("A. The bridge was shut today. B", "C: the bridge was shut today, D") == [("stock phrase", 5)]


def test_a_stock_phrase_is_short():
    eight = " ".join(NINE.split()[:SHORT])
    assert found(f"A {eight} B", f"C {eight} D") == [("prose", SHORT)]
    seven = " ".join(NINE.split()[: SHORT - 1])
    assert found(f"A {seven} B", f"C {seven} D") == [("stock phrase", SHORT - 1)]


@pytest.mark.parametrize(("count", "words", "kind"), [
    (2, 9, "prose"), (3, 9, "stock phrase"), (3, STANDING, "prose"), (MANY, STANDING, "prose"),
    (MANY + 1, STANDING, "stock phrase"), (MANY + 1, FRAME - 1, "stock phrase"), (MANY + 1, FRAME, "prose"),
])  # fmt: skip
def test_a_phrase_that_many_articles_have_may_be_longer(count, words, kind):
    texts = padded(" ".join(f"w{i}" for i in range(words)), count)
    assert {one for one, _ in found(*texts)} == {kind}


def test_a_run_is_cut_where_marks_begin_and_end():
    said = f"{NINE}. “{SPEECH}”"
    assert found(f"{said} x y", f"{said} z") == [("prose", 9), ("quotation", 9)]


def test_edges_finer_than_a_shingle_belong_to_their_neighbour():
    assert found(f"“{SPEECH},” Lee said x", f"“{SPEECH},” Lee said y") == [("quotation", 11)]
    assert found(f"Lee “{SPEECH}” x", f"Lee “{SPEECH}” y") == [("quotation", 10)]


def test_places_hold_the_words_of_each_piece():
    texts = (f"x {NINE}. “{SPEECH}” y", f"zz {NINE}. “{SPEECH}”")
    for one, words in zip(stretches(of_texts(texts), 2), (NINE, SPEECH), strict=True):
        assert texts[0][one.start_a : one.end_a] == texts[1][one.start_b : one.end_b] == words
