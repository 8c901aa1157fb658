"""Where the accounts part: which questions, in which order, and what a cell says."""

import kit
from kit.show.answers import answers
from kit.show.differences import differences
from tests.cases import only_articles


def test_only_questions_with_one_true_answer_and_different_main_answers(harbour):
    table = differences(harbour)
    single = harbour.questions[harbour.questions["single"]]
    assert set(table.frame["question"]) <= set(single["text"])
    for row in table.frame.drop(columns="question").itertuples(index=False):
        told = [cell.split(" (")[0].split(" +")[0] for cell in row if cell != "–"]
        assert len(told) > 1
        assert len(set(told)) > 1


def test_what_most_articles_answer_comes_first(harbour):
    answering = [sum(cell != "–" for cell in row[1:]) for row in differences(harbour).frame.itertuples(index=False)]
    assert answering == sorted(answering, reverse=True)


def test_the_caption_counts_what_is_left_out(harbour):
    assert len(differences(harbour, most=1).frame) == 1
    every = len(differences(harbour).frame)
    assert differences(harbour, most=1).caption.startswith(f"Where the accounts part: 1 of {every} questions")


def test_a_case_without_answers_has_no_row(tmp_path):
    only_articles.make(tmp_path)
    assert differences(kit.open(tmp_path)).frame.empty
    assert answers(kit.open(tmp_path)) is not None
