"""Time expressions: what is one, what it means, and what no text may do."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.find.times import TimeExpression, times

PUBLISHED = "2019-07-10"  # a Wednesday


def read(text, published=PUBLISHED):
    return [(text[t.start : t.end], t.type, t.value) for t in times(text, published)]


def values(text, published=PUBLISHED):
    return [t.value for t in times(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Roe left on Friday.", ("Friday", "DATE", "2019-07-05")),
        ("The club will choose on Friday.", ("Friday", "DATE", "2019-07-12")),
        ("The bridge shut last month.", ("last month", "DATE", "2019-06")),
        ("The bridge opens next week.", ("next week", "DATE", "2019-W29")),
        ("It rained over the weekend.", ("the weekend", "DATE", "2019-W27-WE")),
        ("He sailed on the 4th of October 2018.", ("the 4th of October 2018", "DATE", "2018-10-04")),
        ("He sailed on 4 October 2018.", ("4 October 2018", "DATE", "2018-10-04")),
        ("Rates rose in early May.", ("early May", "DATE", "2019-05")),
        ("She was born in the late 1990s.", ("the late 1990s", "DATE", "199")),
        ("Sales fell in the third quarter of 2018.", ("the third quarter of 2018", "DATE", "2018-Q3")),
        ("It was dug in the 19th century.", ("the 19th century", "DATE", "18")),
        ("The mill shut in the summer of 2016.", ("the summer of 2016", "DATE", "2016-SU")),
        ("The mill shut two years ago.", ("two years ago", "DATE", "2017")),
        ("The mill shut a fortnight ago.", ("a fortnight ago", "DATE", "2019-W26")),
        ("They met on Easter Monday.", ("Easter Monday", "DATE", "2019-04-22")),
        ("It began nineteen seventy-nine.", ("nineteen seventy-nine", "DATE", "1979")),
        ("The train left at 6.30pm.", ("6.30pm", "TIME", "2019-07-10T18:30")),
        (
            "It struck at about 9.15 p.m. on 12 March 2019.",
            ("about 9.15 p.m. on 12 March 2019", "TIME", "2019-03-12T21:15"),
        ),
        ("The shop burnt on Friday night.", ("Friday night", "TIME", "2019-07-05TNI")),
        ("They talked for nearly two and a half years.", ("nearly two and a half years", "DURATION", "P2Y6M")),
        ("A 16-hour flight.", ("16-hour", "DURATION", "PT16H")),
        ("They waited half an hour.", ("half an hour", "DURATION", "PT30M")),
        ("They waited for years.", ("years", "DURATION", "PXY")),
        ("Over the past five years it grew.", ("the past five years", "DURATION", "P5Y")),
        ("The ferry runs every two weeks.", ("every two weeks", "SET", "P2W")),
        ("The ferry runs each Thursday.", ("each Thursday", "SET", "XXXX-WXX-4")),
        ("The post is currently empty.", ("currently", "DATE", "PRESENT_REF")),
        ("It closed recently.", ("recently", "DATE", "PAST_REF")),
    ],
)
def test_one_expression(text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "They may march to the sea.",
        "Nora May said so.",
        "The sun sat low over the fall of the hill.",
        "Call 555-1999 today's desk".replace("today's", "our"),
        "They won 3-2 in the 67th minute.",
        "It cost $1995.",
        "He took Flight 1549 to Room 2012.",
        "She is 37 years old, with a two-year-old boy.",
        "Three-quarters of the homes flooded.",
        "The show 60 Minutes asked.",
        "First, wait a second opinion out.",
    ],
)
def test_words_and_numbers_that_tell_no_time(text):
    assert read(text) == []


def test_times_count_from_the_day_told_before():
    text = "On 12 March 2018 he fell. That evening he slept. The next day he woke. Two days later he left."
    assert values(text) == ["2018-03-12", "2018-03-12TEV", "2018-03-13", "2018-03-15"]


def test_minutes_count_from_the_clock_told_before():
    assert values("Police came at 8 p.m. on Monday. Nearly 30 minutes later a door broke.") == [
        "2019-07-08T20:00",
        "2019-07-08T20:30",
    ]


def test_a_date_without_a_year_belongs_to_the_dated_story_around_it():
    assert values("The theft was on 12 March 2015. On 14 March he was charged.") == ["2015-03-12", "2015-03-14"]


def test_a_date_without_a_year_is_the_nearest_that_the_sentence_allows():
    assert values("She arrived on Nov. 25.") == ["2018-11-25"]
    assert values("She will arrive on Nov. 25.") == ["2019-11-25"]


def test_a_clock_time_takes_the_weekday_right_after_it():
    assert values("It blew up at 10:35 a.m. (0735 GMT) on Friday.") == [
        "2019-07-05T10:35",
        "2019-07-05T07:35",
        "2019-07-05",
    ]


def test_lists_of_days_share_their_month():
    assert values("Talks are on April 24 and 25.", "2019-04-01") == ["2019-04-24", "2019-04-25"]
    assert values("Talks are on 24 and 25 April.", "2019-04-01") == ["2019-04-24", "2019-04-25"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He left on Friday.", "XXXX-WXX-5"),
        ("He left on Aug. 7.", "XXXX-08-07"),
        ("He left last week.", "XXXX-WXX"),
        ("He left last year.", "XXXX"),
        ("He left yesterday.", "XXXX-XX-XX"),
        ("He left at 6.30pm.", "T18:30"),
    ],
)
def test_without_publication_relative_times_stay_unresolved(text, value):
    [found] = times(text)
    assert (found.value, found.earliest, found.latest) == (value, None, None)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("last month", "2019-06-01", "2019-06-30"),
        ("last week", "2019-07-01", "2019-07-07"),
        ("over the weekend", "2019-07-06", "2019-07-07"),
        ("in the 1990s", "1990-01-01", "1999-12-31"),
        ("in the third quarter of 2018", "2018-07-01", "2018-09-30"),
        ("at 8 p.m. on Monday", "2019-07-08T20:00-05:00", "2019-07-08T20:00-05:00"),
        ("at 5 p.m. GMT on Monday", "2019-07-08T12:00-05:00", "2019-07-08T12:00-05:00"),
        ("on Monday night", "2019-07-08T18:00-05:00", "2019-07-09T05:59-05:00"),
        ("for two weeks", None, None),
    ],
)
def test_earliest_and_latest_in_the_zone_of_the_case(text, earliest, latest):
    [found] = times(text, PUBLISHED, "America/Chicago")
    assert (found.earliest, found.latest) == (earliest, latest)


def test_publication_with_an_offset_is_told_in_the_zone():
    assert [t.value for t in times("It fell today.", "2019-07-10T02:00+00:00", "America/Chicago")] == ["2019-07-09"]


@pytest.mark.parametrize("published", ["", "soon", "2019-02-31", "0001-01-01", "9999-12-31T23:59"])
@pytest.mark.parametrize("zone", [None, "Nowhere/None", "../etc", "Europe/London"])
def test_odd_publication_dates_and_zones_never_raise(published, zone):
    text = "Yesterday, last week, last century, two million years ago, 9,999 decades later, next year, Christmas, overnight."
    assert all(isinstance(t, TimeExpression) for t in times(text, published, zone))


PHRASES = st.sampled_from(
    [
        "the",
        "a",
        "last",
        "next",
        "this",
        "past",
        "two",
        "2",
        "1/2",
        "19",
        "1998",
        "2000",
        "days",
        "week",
        "months",
        "year",
        "years",
        "ago",
        "later",
        "earlier",
        "before",
        "Friday",
        "May",
        "3",
        "march",
        "Sept.",
        "spring",
        "12:30",
        "a.m.",
        "pm",
        "o'clock",
        "night",
        "morning",
        "and",
        "of",
        "to",
        "-",
        "–",
        ",",
        ".",
        "'",
        "'90s",
        "1990s",
        "s",
        "quarter",
        "third",
        "half",
        "first",
        "few",
        "several",
        "early",
        "mid",
        "end",
        "every",
        "now",
        "soon",
        "future",
        "twenty",
        "nineteen",
        "hundred",
        "thousand",
        "weekend",
        "Christmas",
        "New",
        "Year's",
        "Eve",
        "T10:00",
        "2019-02-31",
        "31/31/31",
        "Q3",
        "century",
        "overnight",
        "tonight",
        "\n\n",
        "$",
        "%",
        "İ",
        "𝟗",
        "day-long",
        "second",
    ]
)


@given(st.lists(PHRASES, max_size=25), st.sampled_from([" ", "", "-"]), st.sampled_from([None, PUBLISHED]))
def test_any_phrases_give_ordered_spans_and_calendar_dates(words, joint, published):
    text = joint.join(words)
    found = times(text, published, "Europe/London")
    assert all(0 <= t.start < t.end <= len(text) and t.value for t in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    for t in found:
        assert text[t.start : t.end].strip() == text[t.start : t.end]
        if t.earliest and t.latest and len(t.earliest) == len("2019-07-10"):
            assert date.fromisoformat(t.earliest) <= date.fromisoformat(t.latest)


@given(st.text(max_size=300))
def test_no_text_raises(text):
    assert all(text[t.start : t.end] for t in times(text, PUBLISHED))
