import pytest

from kit.compare.shifts import COLUMNS, KINDS, shifts
from tests.built import article, built, speaker
from tests.compare.test_origins import claim


def case(*claims, artefacts=(), value_type="boolean"):
    question = {"question": "red", "text": "Red?", "value_type": value_type, "single": True, "group": "g"}
    return built(
        articles=[article(name, f"Paper {name.upper()}") for name in "abc"],
        speakers=[speaker("clerk"), speaker("wire")], questions=[question], claims=[*claims], artefacts=[*artefacts],
    )  # fmt: skip


def only_row(a_case):
    (row,) = shifts(a_case).to_dict("records")
    return row


def headline(where, end=61):
    return {"artefact": f"{where}_h", "article": where, "start": 40, "end": end, "kind": "headline", "remove": False}


@pytest.mark.parametrize("turned", [False, True])
def test_one_states_what_the_other_attributes_whichever_stands_first(turned):
    stated, attributed = ("b", "a") if turned else ("a", "b")
    row = only_row(case(claim("s", stated), claim("t", attributed, "clerk", via="wire", start=70, end=80)))
    assert (row["article_stated"], row["claim_stated"]) == (stated, "s")
    assert (row["article_attributed"], row["claim_attributed"]) == (attributed, "t")
    assert (row["speaker"], row["via"], row["kind"], row["verdict"]) == ("clerk", "wire", KINDS[0], "agree")
    assert (row["headline"], row["also_stated"], row["places"]) == (True, False, "50-60;70-80")


def test_a_quotation_that_is_narration_elsewhere_has_its_own_kind():
    row = only_row(case(claim("s", "a"), claim("t", "b", "clerk", in_quotation=True)))
    assert row["kind"] == "narrated here, quoted there"


@pytest.mark.parametrize(
    "other",
    [
        claim("t", "b"),  # both state it
        claim("t", "b", "clerk", value="no"),  # another answer
        claim("t", "a", "clerk", start=70, end=80),  # the same article, no headline
        claim("t", "b", "clerk", status="rejected"),
    ],
)
def test_what_is_no_shift(other):
    assert shifts(case(claim("s", "a"), other)).empty


def test_what_is_weakened_is_not_stated():
    assert shifts(case(claim("s", "a", hedge_class="hedged"), claim("t", "b", "clerk"))).empty


def test_two_who_attribute_show_no_shift():
    assert shifts(case(claim("s", "a", "wire"), claim("t", "b", "clerk"))).empty


def test_the_main_answers_stand_for_two_articles():
    minor = {"primary": False, "start": 10, "end": 20}
    rows = [claim("minor", "a", **minor), claim("main", "a"), claim("t", "b", "clerk")]
    assert only_row(case(*rows))["claim_stated"] == "main"
    row = only_row(case(rows[0], rows[2]))
    assert (row["claim_stated"], row["headline"]) == ("minor", False)


def test_that_the_other_states_it_too_is_said():
    text = claim("u", "b", primary=False, start=200, end=210)
    row = only_row(case(claim("s", "a"), claim("t", "b", "clerk"), text))
    assert row["also_stated"]


def test_of_two_compatible_answers_either_counts_as_stated_too():
    numbers = [claim("s", "a", value="10"), claim("t", "b", "clerk", value=">=10")]
    text = claim("u", "b", value="10", primary=False, start=200, end=210)
    row = only_row(case(*numbers, value_type="quantity"))
    assert (row["verdict"], row["also_stated"]) == ("compatible", False)
    assert only_row(case(*numbers, text, value_type="quantity"))["also_stated"]


def test_a_headline_states_what_its_own_text_attributes():
    below = claim("t", "a", "clerk", start=100, end=110)
    row = only_row(case(claim("s", "a", primary=False), below, artefacts=[headline("a")]))
    assert (row["kind"], row["article_stated"], row["article_attributed"]) == (KINDS[2], "a", "a")
    assert (row["headline"], row["also_stated"]) == (False, False)
    text = claim("u", "a", start=200, end=210)
    assert only_row(case(claim("s", "a", primary=False), below, text, artefacts=[headline("a")]))["also_stated"]


def test_what_a_headline_itself_attributes_is_no_shift():
    rows = [claim("s", "a"), claim("t", "a", "clerk", start=45, end=48)]
    assert shifts(case(*rows, artefacts=[headline("a")])).empty


def test_each_two_articles_have_one_row_a_question():
    found = shifts(case(claim("s", "a"), claim("t", "b", "clerk"), claim("u", "c", "wire"), claim("v", "c", "clerk")))
    assert found[["article_stated", "article_attributed"]].to_numpy().tolist() == [["a", "b"], ["a", "c"]]


def test_the_order_of_the_claims_does_not_matter():
    rows = [claim("s", "a"), claim("t", "b", "clerk"), claim("u", "c", "wire", in_quotation=True)]
    told = [shifts(case(*each)).astype("str").to_numpy().tolist() for each in (rows, rows[::-1])]
    assert told[0] == told[1]


def test_wordings_shift_too():
    row = only_row(case(claim("s", "a"), claim("t", "b", "clerk", in_quotation=True), value_type="label"))
    assert row["kind"] == KINDS[1]


def test_nothing_to_compare():
    assert shifts(built()).columns.tolist() == list(COLUMNS)
