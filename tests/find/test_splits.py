"""Quotations that an attribution splits."""

from kit.find.attribution import attributed
from kit.find.page import Page


def halves(text):
    return [[text[s.start : s.end] for s in q.spans] for q in attributed(Page(text))]


def test_an_attribution_between_commas_splits_one_quotation():
    assert halves('"The ferry," Ines Marlow said, "is late."') == [["The ferry,", "is late."]]


def test_a_new_sentence_is_a_quotation_of_its_own():
    assert halves('"The ferry is late," Ines Marlow said. "It will sail."') == [
        ["The ferry is late,"],
        ["It will sail."],
    ]


def test_two_fragments_of_a_sentence_stay_two():
    assert len(halves('Ines Marlow called it "slow," "wet" and "late."')) == 3
