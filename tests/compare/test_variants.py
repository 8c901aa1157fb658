import random

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit import case as cases
from kit.compare import computed
from kit.compare.variants import variants
from kit.compare.variants.people import People
from kit.compare.variants.words import cut

BARGE = "The barge sank because nobody had looked at the pump since the harvest fair."
LAMP = "My uncle painted the lighthouse green and the admiralty never forgave him."


def groups(texts, **columns):
    """Which of the texts are one utterance, as sets of their numbers."""
    frame = pd.DataFrame({"id": [str(n) for n in range(len(texts))], "text": texts, **columns})
    found = variants(frame)
    assert found["id"].tolist() == frame["id"].tolist()
    return {frozenset(map(int, rows)) for rows in found.groupby("utterance")["id"].agg(list)}


def same_words(one, other):
    words = cut([one, other])
    first, second = (words.forms[words.starts[n] : words.starts[n + 1]].tolist() for n in range(2))
    return first == second


def test_a_cut_quotation_joins_its_source_and_another_does_not():
    assert groups([BARGE, "nobody had looked at the pump", LAMP]) == {frozenset({0, 1}), frozenset({2})}


def test_the_utterance_is_the_shortest_then_first_id_of_its_group():
    frame = pd.DataFrame({"id": ["q10", "q9", "q8"], "text": [BARGE, BARGE, LAMP]})
    assert variants(frame)["utterance"].tolist() == ["q9", "q9", "q8"]


def test_cases_are_kept_apart_and_quotations_without_a_case_are_one_pool():
    assert groups([BARGE] * 4, case=["x", "y", None, None]) == {frozenset({0}), frozenset({1}), frozenset({2, 3})}


def test_a_splice_is_one_act_of_speech_with_both_its_sentences():
    assert groups([f"{BARGE} {LAMP}", BARGE, LAMP]) == {frozenset({0, 1, 2})}


def test_a_fragment_never_chains_two_utterances():
    one, other = (
        "They call it a green cathedral, and they want rent for it.",
        "I was married in that green cathedral, a wet Friday.",
    )
    texts = [one, other, "a green cathedral"]
    assert max(map(len, groups(texts))) == 2


def test_what_was_said_twice_is_not_joined_by_a_cut_that_fits_both():
    spring = "We will plant 200 pear trees along the old railway embankment before the spring."
    autumn = "We will plant 350 pear trees along the old railway embankment before the spring."
    cut_short = "pear trees along the old railway embankment"
    found = groups([spring, autumn, cut_short])
    assert not any({0, 1} <= group for group in found)


def test_two_known_speakers_of_one_statute_stay_apart_even_with_a_third_unknown():
    found = groups([BARGE] * 3, speaker=["Judge Rosa Timms", "Peter Okafor", None])
    assert not any({0, 1} <= group for group in found)


def test_one_speaker_named_in_two_ways():
    assert groups([BARGE, BARGE], speaker=["Mayor Ida Brandt", "Brandt"]) == {frozenset({0, 1})}


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Ida Brandt", "Brandt", False),
        ("Ida Brandt", "Mayor Ida Brandt", False),
        ("I. Brandt", "Ida Brandt", False),
        ("Ida Brandt", "Otto Brandt", True),
        ("Ida Brandt", "Rosa Timms", True),
        ("the mayor", "Rosa Timms", False),
        ("s1", "s2", True),
        (None, "Rosa Timms", False),
    ],
)
def test_who_is_known_to_be_another(one, other, differ):
    people = People.known([one, other])
    assert people.differ(*people.of.tolist()) is differ


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“It’s OVER,”", "it is over"),
        ("twenty-five barges", "25 barges"),
        ("three thousand sacks, two hundred hens", "3,000 sacks and 200 hens".replace(" and", "")),
        ("the F.B.I. came", "the FBI came"),
        ("[The mayor] left (in tears) at once", "left at once"),
        ("that f***ing lamp", "that lamp"),
        ("Ärger, ÉCOLE", "ärger école"),
        ("up 4.1%", "up 4.1 percent"),
        ("a … b", "a b"),
        ("they’ll row", "they will row"),
        ("They'll row", "they’ll row"),
        ("we'll row", "we will row"),
        ("she'd row", "she would row"),
        ("the mayor's barge, O’Brien's lamp", "the mayors barge, OBriens lamp"),
        ("‘we row’, 'em too", "we row, em too"),
        ("", "—"),
    ],
)
def test_what_is_the_same_words(one, other):
    assert same_words(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("4.1", "41"),
        ("barge", "barn"),
        ("we will", "we will not"),
        ("we'll", "well"),
        ("'well'", "we'll"),
        ("she'd", "shed"),
        ("she", "she's"),
        ("we're", "were"),
        ("I'll", "ill"),
    ],
)
def test_what_is_not_the_same_words(one, other):
    assert not same_words(one, other)


def test_what_is_no_contraction_is_one_word():
    assert [len(cut([text]).forms) for text in ("well", "she", "we'll", "she'd", "O'Brien's", "'tis 'well'")] == [
        1, 1, 2, 2, 1, 2,
    ]  # fmt: skip


def test_a_fragment_that_denies_what_another_says_stays_apart_from_it_even_with_a_third_that_holds_both():
    one, other = "The guild wants us to help by getting the people back to work!", "not getting the people back to work"
    found = groups([one, other, f"That is {other}. {one}"])
    assert not any({0, 1} <= group for group in found)


def test_a_body_and_who_speaks_for_it_may_be_named_for_the_same_words_but_not_two_who_speak_for_it():
    speakers, bodies = ["port", "ida", "rosa"], [None, "port", "port"]
    assert groups([BARGE] * 2, speaker=speakers[:2], part_of=bodies[:2]) == {frozenset({0, 1})}
    assert groups([BARGE] * 2, speaker=speakers[:2]) == {frozenset({0}), frozenset({1})}
    assert not any({1, 2} <= group for group in groups([BARGE] * 3, speaker=speakers, part_of=bodies))


def test_words_of_a_text_do_not_depend_on_the_texts_around_it():
    texts = [BARGE, "", "“I’ve 25 hens.”", "x\x1ey", LAMP * 50]
    together = cut(texts)
    for number, text in enumerate(texts):
        alone = cut([text])
        assert together.forms[together.starts[number] : together.starts[number + 1]].tolist() == alone.forms.tolist()


WORDS = st.sampled_from(
    [
        "the",
        "a",
        "of",
        "barge",
        "lamp",
        "pump",
        "green",
        "cathedral",
        "uncle",
        "never",
        "25",
        "40",
        "not",
        "Brandt",
        "Timms",
        "sank",
        "…",
        "[he]",
        "f***",
    ]
)
TEXTS = st.lists(WORDS, max_size=14).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(TEXTS, st.sampled_from(["x", None]), st.sampled_from(["Ida Brandt", "Rosa Timms", None])), max_size=14
    ),
    st.randoms(),
)
def test_the_order_of_the_input_changes_nothing(rows, chance):
    frame = pd.DataFrame(rows, columns=["text", "case", "speaker"])
    frame.insert(0, "id", [f"q{n}" for n in range(len(frame))])
    shuffled = list(range(len(frame)))
    random.Random(chance.random()).shuffle(shuffled)
    expected = dict(variants(frame).itertuples(index=False))
    assert dict(variants(frame.iloc[shuffled]).itertuples(index=False)) == expected


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=8))
def test_any_text_is_read(texts):
    assert sum(map(len, groups(texts))) == len(texts)


def test_very_long_texts_are_read():
    long = " ".join(f"word{n}" for n in range(3_000))
    assert groups([long, long[200:9_000], BARGE]) == {frozenset({0, 1}), frozenset({2})}


def test_many_wordings_of_one_utterance_are_one():
    words = f"{BARGE} {LAMP}".split()
    texts = [" ".join(words[n % 9 : len(words) - n // 15]) for n in range(150)]
    assert len(groups(texts)) == 1


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        ({"id": ["a"]}, "missing: text"),
        ({"id": ["a", "a"], "text": ["x", "y"]}, 'found "a" more than once'),
        ({"id": ["a", None], "text": ["x", "y"]}, "row 1: id is missing"),
        ({"id": ["a"], "text": [None]}, "row 0: text is missing"),
    ],
)
def test_what_is_refused(frame, message):
    with pytest.raises(ValueError, match=message):
        variants(pd.DataFrame(frame))


def test_nothing_is_grouped_into_nothing():
    assert variants(pd.DataFrame({"id": [], "text": []})).empty


def test_a_case_shows_the_rules_groups_beside_the_curators():
    found = computed(cases.open("chicago"), "variants")
    assert list(found) == ["quote", "article", "utterance", "found"]
    assert set(found["found"]) <= set(found["quote"])
    together = found.groupby("found")["utterance"].nunique()
    assert (together > 1).sum() == 0, "the rules never join what the curators part"
