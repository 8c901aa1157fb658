"""Quotation marks, paired paragraph by paragraph."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.find.layout import paragraphs
from kit.find.marks import Marked, marked

PIECES = [
    "“",
    "”",
    '"',
    "''",
    "``",
    "‘",
    "’",
    "'",
    "«",
    "»",
    "„",
    "\n",
    "\n\n",
    " ",
    ",",
    ".",
    "he said",
    "dogs'",
    "6'2\"",
    "Oona",
    "\r\n",
]


def found(text):
    return [text[mark.start : mark.end] for mark in marked(text)]


def outer(text):
    return [text[mark.start : mark.end] for mark in marked(text) if not mark.level]


def test_words_edges_and_mark():
    assert marked("She said, “No.”") == [Marked(11, 14, 10, 15, "“")]


@pytest.mark.parametrize(
    "text",
    [
        '"We swim," she said.',
        "“We swim,” she said.",
        "”We swim,” she said.",
        "“We swim,“ she said.",
        "``We swim,'' she said.",
        "''We swim,'' she said.",
        "’’We swim,’’ she said.",
        "«We swim,» she said.",
        "« We swim, » she said.",
        "»We swim,« she said.",
        "„We swim,“ she said.",
        "„We swim,” she said.",
        "‘We swim,’ she said.",
        "'We swim,' she said.",
        "‚We swim,‘ she said.",
        '" We swim, " she said.',
        '("We swim," she said.)',
        'She--"We swim,"--left.',
    ],
)
def test_styles(text):
    assert found(text) == ["We swim,"]


def test_split():
    assert found('"We swim," she said, "and dive."') == ["We swim,", "and dive."]


def test_nested():
    text = "“He told us ‘never’ twice,” she said."
    assert [(text[m.start : m.end], m.level) for m in marked(text)] == [("He told us ‘never’ twice,", 0), ("never", 1)]


def test_nested_in_the_same_straight_marks():
    text = '"He said "no" to me," she said.'
    assert [(text[m.start : m.end], m.level) for m in marked(text)] == [('He said "no" to me,', 0), ("no", 1)]


def test_double_inside_single():
    text = "‘He said “no” to me,’ she said."
    assert [(text[m.start : m.end], m.level, m.double) for m in marked(text)] == [
        ("He said “no” to me,", 0, False),
        ("no", 1, True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It was the dogs' home, and the Joneses' car.",
        "'Tis the season of rock 'n' roll, in the '90s and in '05.",
        "Give 'em what the lads' mums gave 'em.",
        "O'Brien's o' the hill, goin' home.",
        'He is 6\'2" tall and has a 5" scar.',
        "It’s the traders’ right, and the council’s.",
    ],
)
def test_apostrophes_and_inches_open_nothing(text):
    assert found(text) == []


def test_possessive_inside_single_marks():
    assert found("'The traders' stalls aren't theirs,' he said.") == ["The traders' stalls aren't theirs,"]
    assert found("‘The traders’ stalls aren’t theirs,’ he said.") == ["The traders’ stalls aren’t theirs,"]


def test_dropped_letters_inside_single_marks():
    assert found("‘I was goin’ home to rock ‘n’ roll,’ he said.") == ["I was goin’ home to rock ‘n’ roll,"]


def test_single_words_in_single_marks():
    assert found("They call it 'fun' and 'games'.") == ["fun", "games"]


def test_inches_inside_a_quotation():
    assert found('"He\'s 6\'2" tall," she said. "Really."') == ["He's 6'2\" tall,", "Really."]


def test_numbers_before_closing_marks():
    assert found('It rose from "level 3" to "level 4" today.') == ["level 3", "level 4"]


@pytest.mark.parametrize(
    ("text", "words", "repair"),
    [
        ("“We swim, Vane said. “We dive.”", ["We swim,", "We dive."], "closed before its cue"),
        ("He called it “daft. The rest was silence. All left.", ["daft."], "closed at the end of its sentence"),
        ("“We swim. We dive.", ["We swim. We dive."], "closed at the end of its paragraph"),
        ("“We swim. We dive. “We float,” he said.", ["We swim. We dive.", "We float,"], "closed before the next mark"),
        ("We swim,” she said.", ["We swim,"], "opened at the start of its paragraph"),
        ("The mayor said, We swim.” All left.", ["We swim."], "opened after its cue"),
        ("“Yes,” she said. We swim,” she added.", ["Yes,", "We swim,"], "opened at the start of its sentence"),
        ("‘We swim,” she said.", ["We swim,"], "mixed marks"),
        ('“We swim," she said.', ["We swim,"], "mixed marks"),
        ("The “great“ plan.", ["great"], "turned mark"),
    ],
)
def test_repairs(text, words, repair):
    assert found(text) == words
    assert repair in [mark.repair for mark in marked(text)]


def test_a_missing_mark_costs_one_paragraph():
    assert found("“We swim.\n\nNo more.\n\n“Yes,” she said.")[1:] == ["Yes,"]


def test_stray_closing_mark_is_passed_over():
    assert found("“Yes,” he said” and left.") == ["Yes,"]


def test_continued():
    text = "“We swim.\n\n“We dive,” she said."
    assert [(text[m.start : m.end], m.continued, m.repair) for m in marked(text)] == [
        ("We swim.", True, None),
        ("We dive,", False, None),
    ]


def test_continued_with_a_nested_stretch():
    text = "“We swim “daily” here and far.\n\n“We dive,” she said."
    assert [(text[m.start : m.end], m.level, m.continued) for m in marked(text)] == [
        ("We swim “daily” here and far.", 0, True),
        ("daily", 1, False),
        ("We dive,", 0, False),
    ]


def test_continued_in_single_marks():
    text = "‘We swim at the traders’ pool.\n\n‘We dive,’ she said."
    assert [(text[m.start : m.end], m.continued) for m in marked(text)] == [
        ("We swim at the traders’ pool.", True),
        ("We dive,", False),
    ]


def test_forgotten_mark_before_an_attribution_is_not_continued():
    text = "“We swim, Vane said.\n\n“We dive,” she said."
    assert [(text[m.start : m.end], m.continued) for m in marked(text)] == [("We swim,", False), ("We dive,", False)]


def test_wrapped_lines_are_one_paragraph():
    text = "The trader said she “had seen\nnothing like it,” and\nthat her neighbours\nwere as cold as she\nwas.\n"
    assert found(text) == ["had seen\nnothing like it,"]


def test_carriage_returns():
    assert found("“We swim,”\r\nshe said.\r\n\r\n“We dive.”\r\n") == ["We swim,", "We dive."]


def test_a_name_with_a_stray_mark_is_no_quotation():
    assert found('"We never doubted it.\n\nPiet Marsh, harbour master."') == ["We never doubted it."]


def test_empty_marks_hold_nothing():
    assert found("“” \"\" '' “ ” ‘’") == []


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_offsets_hold_on_any_marks(text):
    marks = marked(text)
    for mark in marks:
        assert 0 <= mark.open <= mark.start < mark.end <= mark.close <= len(text)
        assert text[mark.start : mark.end] == text[mark.start : mark.end].strip()
    assert [m.open for m in marks] == sorted(m.open for m in marks)
    tops = [m for m in marks if not m.level]
    assert all(a.close <= b.open for a, b in pairwise(tops))
    assert marks == marked(text, paragraphs(text))


@given(st.text())
def test_any_text(text):
    marked(text)
