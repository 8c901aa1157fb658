import dataclasses

import pytest

from kit import case as cases
from kit.show.passages import Note, note, passage
from tests import hostile


@pytest.fixture
def textless(harbour):
    return dataclasses.replace(harbour, texts={})


def test_a_passage_marks_the_words_of_its_row(harbour):
    shown = passage(harbour, "courier_q04", around=20)
    assert shown.where == "Strand Courier, characters 363-378"
    assert shown.parts == (
        (False, "… "), (False, "tugs,” followed by “"), (True, "Clear the pier."), (False, "” No alarm sounded u …"),
    )  # fmt: skip


def test_split_words_are_marked_apart(harbour):
    shown = passage(harbour, "gazette_q01", around=0)
    assert [text for held, text in shown.parts if held] == ["The engine,", "did not answer the bridge."]
    assert "said harbour master Tom Reyle" in "".join(text for held, text in shown.parts if not held)


def test_a_passage_without_its_marks_is_the_text(harbour):
    for row in ("gazette_q01", "courier_c04", "bulletin_r01", "courier_a03", "gazette_s09", "courier_o02"):
        shown = passage(harbour, row, around=10_000)
        assert "".join(text for _, text in shown.parts) == harbour.texts[row.split("_")[0]]


def test_jupyter_gets_marks_and_brackets(harbour):
    bundle = passage(harbour, "bulletin_q02", around=5)._repr_mimebundle_()
    assert "<mark>Engine did not answer.</mark>" in bundle["text/html"]
    assert bundle["text/plain"] == "Port Bulletin, characters 217-239\n… ads “[Engine did not answer.]” The …"


def test_without_the_text_only_the_place_is_told(textless):
    shown = passage(textless, "gazette_q01")
    assert shown.parts == ()
    assert shown.where == (
        "Ansel Gazette, characters 176-187;221-247. The text is not at hand: attach it with kit texts harbour FILE"
    )
    assert "The engine" not in shown._repr_mimebundle_()["text/html"]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("gazette_q1", 'passage: found "gazette_q1"; allowed: the id of a row with offsets; nearest: "gazette_q01"'),
        ("u_engine", 'passage: found "u_engine"; allowed: the id of a row with offsets'),
    ],
)
def test_an_id_without_offsets_is_told_with_the_nearest(harbour, row, message):
    with pytest.raises(ValueError, match="passage") as caught:
        passage(harbour, row)
    assert str(caught.value) == message


def test_a_case_without_rows_has_nothing_to_look_up(harbour):
    assert passage(harbour, "").where == "This case has no row to look up yet."


def test_hostile_words_are_shown_as_text(tmp_path, monkeypatch):
    monkeypatch.delenv("KIT_TEXTS", raising=False)
    hostile.make(tmp_path)
    case = cases.open(tmp_path)
    for row in case.quotes["quote"]:
        html = passage(case, row)._repr_mimebundle_()["text/html"]
        assert not {"<script", "<img", "<svg", "<b>", "<b "} & {
            html[i : i + n] for n in (3, 4, 7) for i in range(len(html))
        }
    for notebook in case.notes:
        html = note(case, notebook)._repr_mimebundle_()["text/html"]
        assert "<script" not in html
        assert "<img" not in html
        assert 'href="javascript' not in html


def test_a_note_is_the_case_s_commentary(harbour):
    shown = note(harbour, "03")
    assert shown == Note(harbour.notes["03"])
    assert shown._repr_mimebundle_() == {
        "text/html": '<div class="kit-note"><p>Follow the chain from the <em>Courier</em> back to the radio.</p>\n</div>',
        "text/plain": "Follow the chain from the *Courier* back to the radio.\n",
    }
    assert note(harbour, "99").text == "*This case has no commentary for notebook 99.*"
