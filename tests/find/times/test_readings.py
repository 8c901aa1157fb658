"""Readings that took a rule of their own: the clock in words, days in figures, quarters, and where a time can stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.find.times import times
from kit.find.times.windows import windows

PUBLISHED = "2019-07-10"  # a Wednesday


def read(text, published=PUBLISHED):
    return [(text[t.start : t.end], t.value) for t in times(text, published)]


def test_oclock_alone_may_be_either_half_of_the_day():
    [found] = times("The bell rang at six o'clock.", PUBLISHED)
    assert (found.value, found.earliest, found.latest) == ("2019-07-10T06:00", "2019-07-10T06:00", "2019-07-10T18:00")


def test_oclock_takes_the_half_that_its_sentence_names():
    assert read("That evening, at six o'clock, the bell rang.")[1] == ("six o'clock", "2019-07-10T18:00")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It sank on 12/03/2019.", "2019-XX-XX"),
        ("It sank on 12/03/2019 and rose on 25/03/2019.", "2019-03-12"),
        ("It sank on 3/12/2019 and rose on 3/25/2019.", "2019-03-12"),
        ("It sank on 10/07/2019.", "2019-07-10"),
        ("It sank on 12.03.2019.", "2019-03-12"),
    ],
)
def test_a_day_in_figures_is_unresolved_unless_the_article_decides(text, value):
    assert read(text)[0][1] == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The hearing is in the week of June 5.", ("the week of June 5", "2019-W23")),
        ("They meet two weeks from now.", ("two weeks from now", "2019-W30")),
        ("They stayed all week.", ("all week", "P1W")),
        ("She works there five days a week.", ("five days a week", "P1W")),
        ("They march each July.", ("each July", "XXXX-07")),
        ("The ferry stops at weekends.", ("weekends", "XXXX-WXX-WE")),
        ("These days the mill is a school.", ("These days", "PRESENT_REF")),
        ("Wait two to six days.", ("two to six days", "P2D")),
        ("One day they will miss it.", ("One day", "FUTURE_REF")),
        ("He fell in January nineteen ninety-seven.", ("January nineteen ninety-seven", "1997-01")),
        (
            "Profit rose in the quarter ended Jan. 31.",
            ("the quarter ended Jan. 31".removesuffix(" ended Jan. 31"), "2018-Q4"),
        ),
    ],
)
def test_one_expression(text, expected):
    assert read(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She promised to answer on Friday.", "2019-07-12"),
        ("Talks are set to resume on Monday.", "2019-07-15"),
        ("It had been due to end on Friday.", "2019-07-05"),
        ("She will be back by Friday.", "2019-07-12"),
        ("Until Monday, they had not met.", "2019-07-08"),
        ("They could come as early as Tuesday.", "2019-07-16"),
        ("He flew to the United Provinces on Friday.", "2019-07-05"),
        ("The fair opens Friday.", "2019-07-12"),
        ("He told the show Meet the Millers on Friday.", "2019-07-05"),
        ("They blasted the plan to shut it on Friday.", "2019-07-05"),
        ("The shop will shut on Friday.", "2019-07-12"),
        ("He is required to come on Friday.", "2019-07-12"),
        ("She was required to come on Friday.", "2019-07-05"),
        ("They left it for talks to come Friday.", "2019-07-12"),
        ("He pushed the vote back to Friday.", "2019-07-12"),
        ("The pact was signed in August.", "2018-08"),
        ("They want it to be signed in August.", "2019-08"),
        ("They said that, come August, it is over.", "2019-08"),
        ("On Friday, they vowed to walk on.", "2019-07-05"),
        ("They blamed each other Friday night.", "2019-07-05TNI"),
        ("They have proposed a walk on Friday.", "2019-07-12"),
        ("The board proposed a toll on Friday.", "2019-07-05"),
        ("She had planned a march on Friday.", "2019-07-05"),
        ("They failed to meet on Friday.", "2019-07-05"),
        ("They did not meet the riders on Friday.", "2019-07-05"),
        ("A man is accused of setting fire to the pier on Friday and will appear in court.", "2019-07-05"),
        ("The song was slated by critics on Friday.", "2019-07-05"),
        ("The toll is slated for Friday.", "2019-07-12"),
        ("Kit Hale told Marrow News Friday that it was over.", "2019-07-05"),
        ("Her words come Friday amid rows.", "2019-07-05"),
        ("It will already be dark by Friday.", "2019-07-12"),
        ("Riders hope it will be opened in December.", "2019-12"),
        ("They planned a march in Marrow on Saturday.", "2019-07-13"),
        ("The vote was slated for Monday.", "2019-07-15"),
        ("She will succeed Kit Hale on Friday.", "2019-07-12"),
        ("On Friday, the Marrow and Hale Valley Walkers and Riders League will march.", "2019-07-12"),
        ("In March, when Roe vs. Hale was heard, they won.", "2019-03"),
    ],
)
def test_what_tells_whether_a_weekday_lies_ahead(text, value):
    assert read(text)[-1][1] == value


def test_the_same_period_a_year_before_follows_the_quarter_or_the_months_told():
    quarter = "Profit rose in the first quarter. The latest period was better than a year earlier."
    assert [value for _, value in read(quarter)] == ["2019-Q1", "2019-Q1", "2018-Q1"]
    assert read("In the first quarter and the first nine months it rose, against a year earlier.")[-1][1] == "2018"
    assert read("In the first quarter it rose, above the corresponding period last year.")[-1][1] == "2018-Q1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was 2016: a wet year.", [("2016", "2016")]),
        ("It is 2016's best song.", [("2016", "2016")]),
        ("Her 2016 rivals left.", [("2016", "2016")]),
        ("The 2010's best song.", [("The 2010's", "201")]),
        ("Some 2000 voters came.", []),
        ("The trial enrolled 1995 patients.", []),
        ("The ridge is 1912 metres high.", []),
    ],
)
def test_a_year_before_its_noun_or_a_colon(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Boats rose from 146 six years earlier.", "2013"),
        ("The 2016 fiscal year was poor.", "2016"),
        ("It sank a half-century ago.", "1969"),
        ("It takes the next year and a half.", "P1Y6M"),
        ("The years-long row ended.", "PXY"),
        ("A weeks-long row ended.", "PXW"),
        ("They met in the last years of the league.", "PXY"),
        ("They met in previous years.", "PAST_REF"),
        ("They met this past weekend.", "2019-W27-WE"),
        ("They meet this coming weekend.", "2019-W28-WE"),
        ("They met this past week.", "2019-W27"),
        ("They drew up a list this weekend.", "2019-W27-WE"),
        ("They dance this weekend.", "2019-W28-WE"),
        ("They met on March 2,2019.", "2019-03-02"),
        ("They meet every other week.", "P2W"),
        ("They meet every single day.", "P1D"),
        ("They meet every few years.", "PXY"),
        ("They met for two-and-a-half hours.", "PT2H30M"),
        ("They met moments ago.", "PAST_REF"),
        ("They met the year before last.", "2017"),
        ("They met the whole day.", "P1D"),
        ("It is a post-9/11 world.", "2001-09-11"),
        ("It took 2 1/2 years.", "P2Y6M"),
        ("They met a long time ago.", "PAST_REF"),
    ],
)
def test_lengths_and_pointing_words(text, value):
    assert [told for _, told in read(text)] == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ran from Monday to Friday.", ["2019-07-08", "2019-07-12"]),
        ("It will run from November to February.", ["2019-11", "2020-02"]),
        ("It ran in May or June 2014.", ["2014-05", "2014-06"]),
        ("It ran in December and January 2014.", ["2013-12", "2014-01"]),
        ("It ran on May 3 and June 4, 2014.", ["2014-05-03", "2014-06-04"]),
        ("It ran on June 3 and 4, 2014.", ["2014-06-03", "2014-06-04"]),
    ],
)
def test_lists_and_stretches_share_their_year_and_run_forward(text, expected):
    assert [value for _, value in read(text)] == expected


def test_during_that_time_is_as_long_as_the_stretch_just_told():
    assert read("He led it for five years. During that time it grew.")[-1] == ("that time", "P5Y")
    assert read("He led it for five years until 2010. During that time it grew.")[-1] == ("2010", "2010")


def test_nothing_is_told_from_a_day_of_the_background():
    assert read("On Monday he spoke of 9/11. That evening he left.")[-1] == ("That evening", "2019-07-08TEV")


def test_a_date_just_before_publication_is_of_this_year_unless_the_time_told_last_is_of_another():
    assert (
        read("He fell in 2015, on 1 June 2015. He told it in 2018. In a letter of 2 July he says so.")[-1][1]
        == "2019-07-02"
    )
    assert read("He fell on 1 June 2015. On 2 July he died.")[-1][1] == "2015-07-02"


def test_a_full_stop_after_a_month_ends_the_sentence():
    assert read("It fell on the morning of 3 May. It rose.")[0][0] == "morning of 3 May"


def test_a_quarter_that_another_is_measured_against_is_not_the_one_told():
    text = "In the first quarter of 2019 it rose after a flat fourth quarter of 2018. It fell a year earlier."
    assert [value for _, value in read(text)][-1] == "2018-Q1"


def test_the_new_year_told_in_december_is_the_next():
    assert read("Happy New Year!", "2019-12-20") == [("New Year", "2020-01-01")]


def test_an_update_is_of_the_day_of_publication_and_a_clock_of_the_last_day_not_week():
    assert read("He fell on Monday. Update at 6:32 a.m.")[-1][1] == "2019-07-10T06:32"
    assert read("He fell on Monday. Last week was hot. It was 6 a.m.")[-1][1] == "2019-07-08T06:00"
    assert read("It opens on Friday. The shelves were already bare by noon.")[-1][1] == "2019-07-10T12:00"
    assert read("Rain comes around 9 p.m. It ends on Friday.")[0][1] == "2019-07-10T21:00"
    assert read("He fell on Monday. See the 6 p.m. show today.")[1][1] == "2019-07-10T18:00"


def test_a_live_blog_puts_a_colon_after_its_clock():
    assert read("8 p.m.: The doors open.") == [("8 p.m.", "2019-07-10T20:00")]


def test_a_fiscal_year_is_the_company_s_own():
    [found] = times("Profit rose in fiscal 2018.", PUBLISHED)
    assert (found.value, found.earliest, found.latest) == ("2018", None, None)


@pytest.mark.parametrize(
    "text",
    [
        "They work 24 hours a day.",
        "Output grew 20% annually.",
        "It is a matter of days.",
        "The daily Marrow Post said so.",
        "The village soon became a town.",
        "She told MARROW TODAY so.",
        "The hour before last orders was long.",
        "He voted on Super Tuesday.",
        "So said April Hale.",
        "It was an eleventh-hour deal.",
        "They were praised from some quarters.",
        "It shut following days of rain.",
        "At the end of the day, it is a row.",
    ],
)
def test_what_tells_no_time(text):
    assert read(text) == []


def test_only_the_sentence_around_a_time_is_read_closely():
    text = (
        "Nothing happened there whatever. " * 20
        + "The mill burnt on Friday. "
        + "Nothing happened there whatever. " * 20
    )
    [window] = windows(text)
    assert "".join(window.pieces) == "the mill burnt on friday. "


@given(
    st.lists(
        st.sampled_from(["Friday", " ", ".", "\n\n", "may", "May", "é", "İ", "1999", "12:30", "x" * 40, "’"]),
        max_size=60,
    )
)
def test_windows_are_in_order_and_stand_where_they_say(words):
    text, last = "".join(words), 0
    for window in windows(text):
        assert last <= window.starts[0] <= window.starts[-1] <= len(text)
        assert len(window.letters) == len(window.pieces)
        last = window.starts[-1]
