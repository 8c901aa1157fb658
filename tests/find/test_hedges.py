"""Hedges: what weakens, what only looks as if it did, how far it bears. Every sentence is invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.find.cues import strength
from kit.find.hedges import Hedge, hedges
from kit.find.hedges.phrases import KINDS, PHRASES
from kit.find.hedges.rules import RULES
from kit.lexicon import sections


def found(text: str) -> list[tuple[str, str, str]]:
    """Kind, words and scope of each hedge."""
    return [(h.kind, text[h.start : h.end], text[h.scope.start : h.scope.end]) for h in hedges(text)]


def words(text: str) -> list[str]:
    return [text[h.start : h.end] for h in hedges(text)]


@pytest.mark.parametrize(
    ("text", "hedge", "scope"),
    [
        ("The boat was reportedly sold in March.", "reportedly", "sold in March"),
        ("Allegedly, the ferry left empty.", "Allegedly", "the ferry left empty"),
        ("The lamp was broken, allegedly.", "allegedly", "The lamp was broken"),
        ("The pilot was, allegedly, asleep at noon.", "allegedly", "asleep at noon"),
        ("It is claimed that the pier was shut.", "claimed", "that the pier was shut"),
        ("The captain is said to have left.", "said to", "have left"),
        ("A woman said to be the owner waved.", "said to", "be the owner waved"),
        ("No injuries were reported.", "reported", "No injuries were"),
        ("The alleged theft of the bell shocked Holm.", "alleged", "theft of the bell"),
        ("Mr Goss, who is accused of theft, smiled.", "accused of", "theft"),
        ("Ada Bell claimed the rope was cut.", "claimed", "the rope was cut"),
        ("The rope was cut, Ada Bell claimed.", "claimed", "The rope was cut"),
        ("Reports indicate that the engine failed.", "Reports indicate", "that the engine failed"),
        ("There were rumours that the crew had quit.", "rumours", "that the crew had quit"),
        ("The log could not be independently verified.", "could not be independently verified", "The log"),
    ],
)
def test_hedged(text: str, hedge: str, scope: str) -> None:
    assert found(text) == [("hedged", hedge, scope)]


@pytest.mark.parametrize(
    ("text", "hedge", "scope"),
    [
        ("The tide may turn before dawn.", "may", "turn before dawn"),
        ("It might, for all they know, be late.", "might", "for all they know, be late"),
        ("He could face a fine.", "could", "face a fine"),
        ("She appears to be well.", "appears to", "be well"),
        ("What appeared to be smoke rose.", "appeared to", "be smoke rose"),
        ("The deck seemed empty.", "seemed", "empty"),
        ("The cook was probably asleep.", "probably", "asleep"),
        ("The gate is believed to be old.", "believed to", "be old"),
        ("Two men were feared dead.", "feared", "dead"),
        ("A likely buyer came.", "likely", "buyer"),
        ("The crew is unlikely to return.", "unlikely", "to return"),
        ("It’s possible they knew.", "possible", "they knew"),
        ("It is unclear who rang the bell.", "unclear", "who rang the bell"),
        ("Police are asking whether he fell.", "whether", "he fell"),
        ("He must have been tired.", "must have", "been tired"),
        ("The data suggest that stocks fell.", "suggest", "that stocks fell"),
        ("An apparent gas leak closed the quay.", "apparent", "gas leak"),
        ("FERRY MAY HAVE STRUCK PIER", "MAY", "HAVE STRUCK PIER"),
        ("Ferry May Have Struck Pier", "May", "Have Struck Pier"),
    ],
)
def test_possible(text: str, hedge: str, scope: str) -> None:
    assert found(text) == [("possible", hedge, scope)]


@pytest.mark.parametrize(
    ("text", "hedge", "scope"),
    [
        ("About 30 people waited.", "About", "30 people"),
        ("Roughly $3.5 million was lost.", "Roughly", "$3.5 million"),
        ("As many as 200 armed men came.", "As many as", "200 armed men"),
        ("It took nearly an hour.", "nearly", "an hour"),
        ("Some two dozen boats sank.", "Some", "two dozen boats"),
        ("More than half of them left.", "More than", "half"),
        ("At least four ropes broke.", "At least", "four ropes"),
        ("It rose by up to 30%.", "up to", "30%"),
        ("A dozen or so gulls cried.", "or so", "A dozen"),
        ("Nearly all of it burned.", "Nearly", "all"),
        ("At around midnight it rained.", "around", "midnight"),
        ("Over 400 fled.", "Over", "400"),
        ("Between them, no fewer than 12 fell.", "no fewer than", "12"),
    ],
)
def test_approximate(text: str, hedge: str, scope: str) -> None:
    [(kind, words, reach)] = found(text)
    assert (kind, words) == ("approximate", hedge)
    assert reach.startswith(scope)


@pytest.mark.parametrize(
    "text",
    [
        "The court sat in May.",
        "It opened on May 5, 2031.",
        "May was wet and cold.",
        "Nora May told the court of it.",
        "Mrs May has left.",
        "May the best crew win!",
        "The navy’s might was feared.",
        "They pulled with all their might.",
        "She could not swim.",
        "He could hear the bell.",
        "She ran as fast as she could run.",
        "The siren could be heard for miles.",
        "Could you open the gate?",
        "They talked about 30 people.",
        "He was concerned about two lamps.",
        "The talk was about the pier.",
        "They walked around the pier.",
        "The fire lasted over three days.",
        "No child under 12 was let in.",
        "He appeared in court on Monday.",
        "She appeared on stage with Ms Lowe.",
        "It became apparent that he knew.",
        "Come as soon as possible.",
        "They made it possible to land.",
        "The poll asked likely voters.",
        "He will decide whether to sail.",
        "They sail regardless of whether it rains.",
        "You must have a permit.",
        "He was supposed to come.",
        "Two suspects were held.",
        "The insurance claim was paid.",
        "Maybe-Tomorrow is the name of a boat.",
        "He reported to the captain.",
        "The potential for harm was small.",
        "More people came.",
        "She likes some of them.",
        "Come over at three.",
    ],
)
def test_no_hedge(text: str) -> None:
    assert found(text) == []


def test_a_clause_ends_before_the_attribution() -> None:
    assert found("The bell may have cracked, a harbour spokesman said.") == [("possible", "may", "have cracked")]
    assert found("The bell may have cracked, according to Ada Bell.") == [("possible", "may", "have cracked")]


def test_a_clause_ends_with_its_sentence_but_not_at_an_abbreviation() -> None:
    assert found("He may see Dr. Lowe at 5 p.m. today. She left.") == [
        ("possible", "may", "see Dr. Lowe at 5 p.m. today")
    ]


def test_inside_quotation_marks() -> None:
    text = "“It may rain,” said Ada Bell, who was reportedly ill."
    inside, outside = hedges(text)
    assert (inside.quoted, outside.quoted) == (True, False)
    assert text[inside.scope.start : inside.scope.end] == "rain"


def test_a_scope_takes_a_quotation_in_whole() -> None:
    assert found("He may have “lost it, then, for good” at sea, Cora Dunn said.") == [
        ("possible", "may", "have “lost it, then, for good” at sea")
    ]


def test_of_two_that_share_words_the_longer_counts() -> None:
    assert words("No more than 30 came.") == ["No more than"]


def test_offsets_stay_where_lower_case_is_longer() -> None:
    text = "İİİ may rain"
    [hedge] = hedges(text)
    assert text[hedge.start : hedge.end] == "may"


def test_every_section_of_the_lexicon_has_a_rule() -> None:
    rules = {name.partition(" ")[2] for name in sections("hedges") if name.partition(" ")[0] in KINDS}
    assert rules == set(RULES)


def test_phrases_are_filed_under_a_word_of_theirs() -> None:
    for word, phrases in PHRASES.items():
        for phrase in phrases:
            assert phrase.words[phrase.before :].split()[0] == word


def test_strength_of_cues() -> None:
    assert strength("said") == "neutral"
    assert strength("has claimed") == "claiming"
    assert strength("revealed") == "revealing"
    assert strength("the pier") is None


PIECES = st.sampled_from(
    [
        "may", "May", "might", "could", "about", "30", "a dozen", "or so", "reportedly", "alleged", "is said to", "“", "”",
        '"', "‘", "’", ",", ". ", "\n", " ", "—", "(", ")", "appears to", "claimed", "that", "he", "İ", "\u2028", "\ue000",
    ]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(PIECES | st.text(max_size=5), max_size=30).map(" ".join) | st.text(max_size=60))
def test_spans_lie_in_the_text(text: str) -> None:
    known = hedges(text)
    assert known == sorted(known, key=lambda h: h.start)
    for hedge in known:
        assert isinstance(hedge, Hedge)
        assert 0 <= hedge.start < hedge.end <= len(text)
        assert 0 <= hedge.scope.start < hedge.scope.end <= len(text)
        assert not (hedge.start < hedge.scope.end and hedge.scope.start < hedge.end)
