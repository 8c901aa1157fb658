from hypothesis import given, settings
from hypothesis import strategies as st

from kit.compare.hedges import CHANGES, COLUMNS, PAIRS, hedge_pairs, hedges
from tests.built import article, built

WORDS = {"flat": None, "hedged": "reportedly", "possible": "may have"}
FLIPPED = {"kept": "kept", "changed": "changed", "dropped": "added", "added": "dropped"}


def _claim(where, value, firm="flat", question="q", **cells):
    name = cells.pop("claim", f"{where}_{question}")
    known = {"statement": "s", "asserted_by": "outlet", "in_quotation": False, "primary": True, "status": "accepted"}
    place = {"claim": name, "article": where, "question": question, "value": value, "start": 1, "end": 9}
    return {**known, **place, "hedge_class": firm, "hedge": WORDS[firm], **cells}


def _report(where, name, earliest, hedge=None):
    known = {
        "event": "crash",
        "precision": "day" if earliest else "unresolved",
        "basis": "stated",
        "asserted_by": "outlet",
    }
    return {**known, "report": name, "article": where, "earliest": earliest, "latest": earliest, "hedge": hedge,
            "start": 3, "end": 5}  # fmt: skip


def _case(claims=(), articles="abcd", reports=()):
    return built(
        articles=[article(name, name.upper()) for name in articles],
        questions=[
            {"question": name, "text": f"{name}?", "value_type": "label", "single": True, "group": "g"} for name in "qr"
        ],
        events=[{"event": "crash", "title": "The crash", "kind": "k"}],
        claims=list(claims),
        reports=list(reports),
    )


FOUR = [_claim("a", "Tug", "hedged"), _claim("b", "tug"), _claim("c", "tug", "possible"), _claim("d", "ferry")]


def test_every_hedge_says_who_keeps_changes_and_drops_it():
    table = hedges(_case(FOUR)).set_index("row")
    assert list(table.index) == ["a_q", "c_q"]
    assert table.loc["a_q", ["kept", "changed", "dropped"]].tolist() == ["", "c", "b"]
    assert table.loc["c_q", ["hedge", "hedge_class", "text", "by"]].tolist() == [
        "may have", "possible", "q?", "the article itself",
    ]  # fmt: skip


def test_pairs_go_from_the_first_article_to_the_second():
    table = hedge_pairs(_case(FOUR))
    assert table[["article_a", "article_b", "change"]].to_numpy().tolist() == [
        ["a", "b", "dropped"], ["a", "c", "changed"], ["b", "c", "added"],
    ]  # fmt: skip
    assert table["hedge_a"].tolist()[:2] == ["reportedly"] * 2
    assert table["class_b"].tolist() == ["flat", "possible", "possible"]


def test_the_same_class_is_kept_whatever_the_words():
    claims = [_claim("a", "tug", "hedged"), _claim("b", "tug", "hedged", hedge="allegedly")]
    assert hedge_pairs(_case(claims))["change"].tolist() == ["kept"]
    assert hedges(_case(claims))["kept"].tolist() == ["b", "a"]


def test_only_main_answers_are_held_against_each_other_but_every_hedge_is_listed():
    claims = [
        _claim("a", "tug"),
        _claim("a", "tug", "hedged", primary=False, claim="more", start=5),
        _claim("b", "tug"),
    ]
    assert hedge_pairs(_case(claims)).empty
    assert hedges(_case(claims))[["row", "main", "dropped"]].to_numpy().tolist() == [["more", False, "b"]]


def test_a_rejected_claim_has_no_hedge():
    assert hedges(_case([_claim("a", "tug", "hedged", status="rejected")])).empty


def test_a_class_without_words_is_a_hedge():
    assert hedges(_case([_claim("a", "tug", "possible", hedge=None)]))["hedge"].isna().all()


def test_placings_have_hedges_and_no_class():
    reports = [
        _report("a", "r1", "2031-03-14", "around"), _report("b", "r2", "2031-03-14"), _report("c", "r3", "2031-03-15"),
        _report("d", "r4", None, "perhaps"), _report("b", "r5", None),
    ]  # fmt: skip
    table = hedges(_case(reports=reports))
    assert table[["source", "row", "about", "answer", "dropped"]].to_numpy().tolist() == [
        ["reports", "r1", "crash", "2031-03-14", "b"], ["reports", "r4", "crash", "unresolved", ""],
    ]  # fmt: skip
    assert table["hedge_class"].isna().all()


def test_the_harbour(harbour):
    table = hedges(harbour)
    assert table["hedge"].tolist() == ["reportedly", "around", "may", "around"]
    assert table["source"].tolist() == ["claims"] * 3 + ["reports"]
    assert hedge_pairs(harbour)[["question", "change", "class_a", "class_b"]].to_numpy().tolist() == [
        ["alarm_rung", "added", "flat", "possible"]
    ]


def test_nothing_to_compare():
    for table, columns in ((hedges(built()), COLUMNS), (hedge_pairs(built()), PAIRS)):
        assert table.empty
        assert table.columns.tolist() == list(columns)
    assert len(hedges(_case([_claim("a", "tug", "hedged")], "a"))) == 1
    assert hedge_pairs(_case([_claim("a", "tug", "hedged")], "a")).empty


answer = st.tuples(st.sampled_from(["tug", "ferry"]), st.sampled_from(list(WORDS)))


@settings(max_examples=12, deadline=None)  # five small comparisons each
@given(st.dictionaries(st.tuples(st.sampled_from("abcd"), st.sampled_from("qr")), answer), st.randoms())
def test_any_pair_once_whatever_the_order_of_rows_and_articles(given_, random):
    claims = [_claim(where, value, firm, question) for (where, question), (value, firm) in given_.items()]
    pairs = hedge_pairs(_case(claims))
    assert set(pairs["change"]) <= set(CHANGES)
    assert len(pairs) == sum(
        one < other and one_q == other_q and value == another and (firm, firmness) != ("flat", "flat")
        for (one, one_q), (value, firm) in given_.items()
        for (other, other_q), (another, firmness) in given_.items()
    )
    random.shuffle(claims)
    assert hedge_pairs(_case(claims)).equals(pairs)
    turned = hedge_pairs(_case(claims, "dcba"))
    forwards = {(row.question, row.article_a, row.article_b): row.change for row in pairs.itertuples()}
    backwards = {(row.question, row.article_b, row.article_a): FLIPPED[row.change] for row in turned.itertuples()}
    assert forwards == backwards
    listed = hedges(_case(claims))
    assert (listed[["kept", "changed", "dropped"]] != "").to_numpy().any() == bool(len(pairs))
