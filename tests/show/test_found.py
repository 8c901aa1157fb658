import pytest

from kit import show
from kit.show.figure import table_of
from kit.show.found import OUTCOMES, ROWS, SPEAKER
from tests.built import article, built, quote, speaker


def suggestion(row, start, end, **cells):
    place = {"suggestion": row, "article": "a", "start": start, "end": end, "about": "quote", "kind": "direct"}
    return {**place, "rule": "cue right after", "confidence": 95, **cells}


@pytest.fixture
def case():
    spoken = {"speaker_as_given": "Lee", "speaker_start": 60, "speaker_end": 63}
    return built(
        articles=[article("a", "Gazette"), article("b", "Courier")],
        speakers=[speaker("lee", full="Ann Lee")],
        quotes=[
            quote("q1", "a", "lee", "The gate is shut.", start=10, end=50, **spoken),
            quote("q2", "a", "lee", "It is.", start=100, end=140, **spoken),
            quote("q3", "a", "lee", "Nobody heard this.", start=200, end=240),
        ],
        suggestions=[
            suggestion("m1", 10, 50, speaker_start=60, speaker_end=63, name="Ann Lee"),
            suggestion("m2", 100, 140, speaker_start=160, speaker_end=165, name="Bob Ray"),
            suggestion("m3", 300, 340),
        ],
    )


def test_the_finding_counts_what_both_sides_have(case):
    finding = show.found(case).usermeta["kit"]["finding"]
    assert finding.startswith("Of 3 curated quotations in marks the rules find 2, 1 of 2 with the same speaker")


def test_the_table_has_a_row_an_article_and_kind(case):
    table = table_of(show.found(case))
    assert table.to_numpy().tolist() == [["Gazette", "in quotation marks", 3, 3, 2, 2, 1]]


def test_a_pair_with_another_speaker_has_a_group_of_its_own(case):
    data = show.found(case).to_dict()["datasets"].values()
    groups = [row["group"] for rows in data for row in rows if "group" in row]
    assert sorted(groups) == sorted(["same words", SPEAKER, "missed", "extra"])


def test_mistakes_tell_both_sides_in_words(case):
    frame = show.mistakes(case).frame
    assert frame["outcome"].tolist() == ["other answer", "missed", "extra"]
    other = frame.iloc[0]
    assert (other["their words"], other["their answer"], other["found answer"], other["rule"]) == (
        "It is.", "Ann Lee", "Bob Ray", "cue right after",
    )  # fmt: skip
    assert show.mistakes(case, "missed").frame["at"].tolist() == ["200-240"]


def test_an_outcome_that_is_none_is_told_with_those_that_are(case):
    with pytest.raises(ValueError, match='outcome: found "wrong"; allowed: ' + ", ".join(OUTCOMES)):
        show.mistakes(case, "wrong")


def test_a_long_table_says_that_it_is_cut(case):
    many = [suggestion(f"m{n:04}", 1000 + 10 * n, 1005 + 10 * n) for n in range(ROWS + 5)]
    table = show.mistakes(built(articles=[article("a", "Gazette", 9999)], suggestions=many))
    assert len(table.frame) == ROWS
    assert table.caption.endswith(f"{ROWS + 5} rows; the first {ROWS} of {ROWS + 5}")


def test_figures_are_read_as_shares(case):
    row = show.found_figures(case).frame.iloc[0]
    assert (row["right of what is found"], row["found of what is there"], row["same speaker or day"]) == (
        "67%",
        "67%",
        "1 of 2",
    )


def test_without_suggestions_a_calm_note(case):
    chart = show.found(built(articles=[article("a", "Gazette")]))
    assert "attach the texts" in chart.usermeta["kit"]["finding"]
    assert show.found_figures(built(articles=[article("a", "Gazette")])).frame.empty
