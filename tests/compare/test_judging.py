from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.compare.judging import TYPES, VERDICTS, Answer, Asked, judge
from kit.values import Terms

TERMS = Terms([("handgun", "firearm"), ("rifle", "firearm"), ("firearm", None), ("ferry", None)])


def asked(kind, *, single=True):
    return Asked(kind, single, "", TERMS, UTC, words=str, named=lambda term: term.title())


@pytest.mark.parametrize(
    ("kind", "a", "b", "verdict", "turns_on"),
    [
        ("quantity", "10", "10", "agree", ""), ("quantity", "10", ">=10", "compatible", "numeric"),
        ("quantity", ">=10", "<=10", "differ", "numeric"), ("quantity", "3", "4", "contradict", "numeric"),
        ("time", "../..", "2031-03-14", "undecided", "numeric"), ("boolean", "yes", "no", "contradict", "negation"),
        ("category", "handgun", "firearm", "compatible", "lexical"), ("category", "handgun", "rifle", "differ", "lexical"),
        ("category", "handgun", "ferry", "contradict", "lexical"), ("place", "firearm", "ferry", "contradict", "world-knowledge"),
        ("identity", "ann", "bob", "contradict", "structure"), ("order", "before:x", "after:x", "contradict", "structure"),
        ("sequence", "a>b", "b>a", "contradict", "structure"), ("set", "a", "b", "differ", "lexical"),
        ("label", "mob", "crowd", "differ", "lexical"), ("name", "Ann", "Anna", "contradict", "lexical"),
    ],
)  # fmt: skip
def test_the_verdict_follows_from_the_values(kind, a, b, verdict, turns_on):
    found = judge(Answer(a), Answer(b), asked(kind))
    assert (found.verdict, found.type) == (verdict, turns_on)


def test_a_reason_names_both_answers_and_the_rule():
    assert judge(Answer(">=10"), Answer("<=10"), asked("quantity")).reason == (
        "“>=10” is a lower bound, “<=10” an upper bound: both can hold, and each tells another size."
    )
    assert judge(Answer("handgun"), Answer("rifle"), asked("category")).reason == (
        "“handgun” and “rifle” stand side by side under “Firearm”: neither takes in the other."
    )
    assert judge(Answer("yes"), Answer("no"), asked("boolean")).reason == (
        "One says “yes”, the other “no”. Only one answer can be true."
    )


def test_answers_to_a_question_with_several_true_ones_never_contradict():
    found = judge(Answer("3"), Answer("4"), asked("quantity", single=False))
    assert found == ("differ", "numeric", "“3” and “4” exclude each other. The question leaves room for both.")


def test_two_scopes_are_two_things():
    found = judge(Answer("yes", scope="north side"), Answer("yes", scope="south side"), asked("boolean"))
    assert found[:2] == ("differ", "scope")
    assert (
        found.reason
        == "Both say “yes”. The first answer is limited to “north side”, the second answer is limited to “south side”."
    )
    assert (
        judge(Answer("3", scope="North side"), Answer("4", scope="north side"), asked("quantity")).verdict
        == "contradict"
    )


def test_one_scope_weakens_what_it_limits():
    assert judge(Answer("yes", scope="north side"), Answer("yes"), asked("boolean"))[:2] == ("compatible", "scope")
    assert judge(Answer("3"), Answer("4", scope="north side"), asked("quantity"))[:2] == ("differ", "scope")
    assert judge(Answer("3"), Answer(">=2", scope="north side"), asked("quantity"))[:2] == ("compatible", "numeric")


def test_a_qualifier_makes_yes_and_no_a_matter_of_how():
    assert judge(Answer("no", qualifier="not yet"), Answer("yes"), asked("boolean"))[:2] == ("differ", "factive")
    assert judge(Answer("yes", qualifier="at first"), Answer("yes"), asked("boolean"))[:2] == ("compatible", "factive")
    assert judge(Answer("3", qualifier="at first"), Answer("4"), asked("quantity")).verdict == "contradict"


def test_a_relay_is_compatible_with_whom_it_relays():
    found = judge(Answer("dispatcher"), Answer("chief", via="recording;dispatcher"), asked("identity"))
    assert found == ("compatible", "structure", "“dispatcher” is one of the hands through which “chief” came.")
    back = judge(Answer("chief", via="recording;dispatcher"), Answer("dispatcher"), asked("identity"))
    assert back == found


def test_a_value_that_cannot_be_read_is_told():
    with pytest.raises(ValueError, match=r'^quantity: found "ten"; allowed: '):
        judge(Answer("ten"), Answer("10"), asked("quantity"))


def test_every_type_of_value_has_a_type_of_difference():
    assert set(TYPES.values()) == {"numeric", "negation", "lexical", "structure", "world-knowledge"}


LIMITS = st.sampled_from(["", "north side", "south side"])
ANSWERS = st.builds(Answer, st.sampled_from(["3", "4", "~3", ">=4", "<=4", "several"]), LIMITS, LIMITS)


@given(ANSWERS, ANSWERS, st.booleans())
def test_the_order_of_answers_never_matters(a, b, single):
    there, back = judge(a, b, asked("quantity", single=single)), judge(b, a, asked("quantity", single=single))
    assert there[:2] == back[:2]
    assert there.verdict in VERDICTS
    if there.verdict == "contradict":
        assert single
        assert a.scope == b.scope
