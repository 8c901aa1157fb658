"""Speakers that the layout names."""

from kit.find.attribution import attributed
from kit.find.page import Page

TRANSCRIPT = """LUND: Is the ferry late?

ABARA: It has been late all winter.

LUND: Will it sail?

ABARA: Not today.
"""


def test_a_transcript_s_lines_are_quotations():
    found = [
        (TRANSCRIPT[q.speaker.start : q.speaker.end], TRANSCRIPT[q.start : q.end]) for q in attributed(Page(TRANSCRIPT))
    ]
    assert found[0] == ("LUND", "Is the ferry late?")
    assert found[-1] == ("ABARA", "Not today.")


def test_a_lead_that_points_elsewhere_has_no_block():
    for lead in ("Ada Lund posted the notes of the talk for the crew", "Listen to what Ada Lund said below"):
        assert not attributed(Page(f"{lead}, in full, for those who missed it:\n\nThe ferry sailed at noon.\n"))


def test_a_block_below_its_lead_in_is_a_quotation():
    text = "Ada Lund wrote in a letter to the crew:\n\nThe ferry has been late all winter, and we are tired of it.\n"
    (block,) = attributed(Page(text))
    assert text[block.speaker.start : block.speaker.end] == "Ada Lund"
    assert text[block.start : block.end].startswith("The ferry")
