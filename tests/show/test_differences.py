"""Where the accounts part: which questions, in which order, and what a cell says."""

import kit
from kit.show.answers import answers
from kit.show.differences import LISTED, against_itself, differences, side_by_side
from kit.show.table import Table
from tests.built import article, built, speaker
from tests.cases import only_articles


def test_only_questions_whose_answers_contradict_or_differ_and_none_about_wording(harbour):
    table = differences(harbour).frame
    kinds = harbour.questions.set_index("text")["value_type"]
    assert len(table)
    assert not set(kinds[list(table["question"])]) & {"label", "name"}
    assert all("contradict" in told or "differ" in told for told in table["verdicts"])


def test_contradictions_come_first_then_what_most_articles_answer(harbour):
    table = differences(harbour).frame
    hard = [int(told.split(" contradict")[0]) if "contradict" in told else 0 for told in table["verdicts"]]
    assert hard == sorted(hard, reverse=True)
    assert hard[0] > 0


def test_a_cell_says_whose_the_answer_is_and_how_many_more_there_are(harbour):
    cells = set(differences(harbour).frame.drop(columns=["question", "verdicts"]).to_numpy().ravel())
    assert "3 (person) +1" in cells
    assert "3 (person) (the port authority)" in cells or any("(the" in cell for cell in cells)
    assert "–" in cells


def test_the_caption_counts_what_is_left_out(harbour):
    assert len(differences(harbour, most=1).frame) == 1
    every = len(differences(harbour, most=1000).frame)
    assert differences(harbour, most=1).caption.startswith(f"Where the accounts part: 1 of {every} questions")


def test_an_article_against_itself_has_both_answers_with_their_places(harbour):
    table = against_itself(harbour).frame
    assert list(table["verdict"]) == ["contradict"]
    assert list(table["one answer"]) == ["3 (person) (the article itself), 157–173"]
    assert list(table["between"]) == ["outlet against a speaker"]


def _many(articles):
    """Every article with an answer of its own."""
    claims = [
        {"claim": f"c{i}", "article": f"a{i}", "question": "q", "value": str(i), "statement": "own words", "asserted_by": "outlet",
         "in_quotation": False, "hedge_class": "flat", "primary": True, "status": "accepted", "start": 1, "end": 2}
        for i in range(articles)
    ]  # fmt: skip
    return {
        "articles": [article(f"a{i}", f"Outlet {i}") for i in range(articles)],
        "questions": [{"question": "q", "text": "How many?", "value_type": "quantity", "single": True, "group": "g"}],
        "claims": claims,
    }


def test_a_menu_of_many_pairs_has_the_first_and_says_so(monkeypatch):
    monkeypatch.delenv("KIT_STATIC", raising=False)
    _, pair, shown = side_by_side(built(**_many(25))).children
    assert len(pair.options) == LISTED
    assert f"listed are the {LISTED} pairs farthest apart of 300" in shown.value


def test_inside_an_article_one_voice_comes_before_several():
    tables = _many(2)
    ann = {"asserted_by": "ann", "value": "7", "primary": False, "start": 5, "end": 6}
    own = {"asserted_by": "outlet", "value": "8", "primary": False, "start": 5, "end": 6}
    tables["claims"] += [tables["claims"][0] | {"claim": "x"} | ann, tables["claims"][1] | {"claim": "y"} | own]
    between = list(against_itself(built(**tables, speakers=[speaker("ann")])).frame["between"])
    assert between == ["an article against itself", "outlet against a speaker"]


def test_a_case_without_answers_has_no_row(tmp_path):
    only_articles.make(tmp_path)
    case = kit.open(tmp_path)
    assert differences(case).frame.empty
    assert against_itself(case).frame.empty
    assert isinstance(side_by_side(case), Table)
    assert answers(case) is not None


def test_side_by_side_is_a_table_where_no_kernel_answers(harbour, monkeypatch):
    monkeypatch.setenv("KIT_STATIC", "1")
    assert isinstance(side_by_side(harbour), Table)


def test_side_by_side_shows_verdict_reason_and_both_passages(harbour, monkeypatch):
    monkeypatch.delenv("KIT_STATIC", raising=False)
    menu, pair, shown = side_by_side(harbour).children
    assert "contradict" in shown.value
    assert shown.value.count("characters") >= 2
    first = shown.value
    pair.value = 1
    assert shown.value != first
    menu.value = "injured"
    assert "(person)" in shown.value
    assert "<mark" in shown.value  # the words stand in their passage, as the texts are at hand
