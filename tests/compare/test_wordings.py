import dataclasses

import pytest

from kit.compare.wordings import COLUMNS, relations, wordings
from tests.built import article, built, quote


def _case(*texts, utterance="u"):
    letters = "abcdefgh"
    return built(
        articles=[article(name, f"Outlet {name}") for name in letters[: len(texts)]],
        utterances=[{"utterance": utterance, "summary": "own words", "confidence": "certain"}],
        quotes=[
            quote(f"q{name}", name, None, text, utterance=utterance) for name, text in zip(letters, texts, strict=False)
        ],
    )


def _lines(case):
    words = wordings(case)
    return [" ".join(group["word"].fillna("–")) for _, group in words.groupby("quote")]


def _relation(*texts):
    return relations(wordings(_case(*texts)))["relation"].tolist()


def test_words_face_each_other():
    assert _lines(_case("clear the pier right now", "clear that pier now")) == [
        "clear the pier right now", "clear that pier – now",
    ]  # fmt: skip


def test_places_and_variants():
    words = wordings(_case("the engine did not answer at all", "engine never did answer", "the engine did answer"))
    cut = words[words["quote"] == "qb"]
    assert cut["place"].tolist() == ["outside", "same", "same", "same", "left out", "same", "outside", "outside"]
    changed = wordings(_case("it was red", "it was blue", "it was red"))
    assert changed[changed["place"] == "changed"]["variant"].tolist() == [1, 2, 1]


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        ("CLEAR the pier.", "the same"),
        ("“Clear the pier…”", "the same"),
        ("clear the", "cut or extended"),
        ("clear this pier", "words changed"),
    ],
)
def test_relations(other, relation):
    assert _relation("Clear the pier", other) == [relation]


def test_extracts_without_a_common_word_are_not_changes():
    assert _relation("clear the pier now and hold the tugs", "hold the tugs", "clear the pier") == ["cut or extended"]
    assert _relation("one two", "three four") == ["cut or extended"]


def test_long_additions_are_not_changes():
    assert _relation("he said we go home to rest a bit", "he said the dog ate every single pie") == ["cut or extended"]


def test_a_short_extract_stays_together():
    long, short = "they were on a walk when they were rammed and boxed in", "were rammed and boxed in"
    assert _lines(_case(long, short))[1].endswith("were rammed and boxed in")


def test_marks_alone_join_the_word_before():
    assert wordings(_case("black … wanted — now", "black wanted now"))["word"].tolist()[:3] == [
        "black …",
        "wanted —",
        "now",
    ]


def test_only_shared_quotations_in_words_count(harbour):
    words = wordings(harbour)
    assert set(words["utterance"]) == {"u_engine", "u_clear", "u_hold"}
    assert "bulletin_q03" not in set(words["quote"])
    assert words["outlet"].drop_duplicates().tolist() == ["Ansel Gazette", "Strand Courier", "Port Bulletin"]


@pytest.mark.parametrize("blank", [" ", "\u2003\n\t", "\x1c"])
def test_a_quotation_of_only_white_space_is_no_wording(blank):
    case = _case("clear the pier", "blank", "clear that pier")
    quotes = case.quotes.assign(text=case.quotes["text"].replace("blank", blank))  # which the schema refuses
    case = dataclasses.replace(case, tables={**case.tables, "quotes": quotes})
    assert wordings(case)["quote"].drop_duplicates().tolist() == ["qa", "qc"]
    case = dataclasses.replace(case, tables={**case.tables, "quotes": quotes[:2]})
    assert wordings(case).empty


def test_no_quotations():
    assert wordings(built()).columns.tolist() == list(COLUMNS)
    assert relations(wordings(built())).empty
