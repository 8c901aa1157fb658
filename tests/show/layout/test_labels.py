from hypothesis import given
from hypothesis import strategies as st

from kit.show.layout.labels import counted, menu, short, unique, wrapped


@given(st.text(), st.integers(2, 40))
def test_short_fits_on_one_line(text, width):
    line = short(text, width)
    assert len(line) <= width
    assert "\n" not in line


@given(st.text(), st.integers(3, 30), st.integers(1, 3))
def test_wrapped_has_no_line_too_many(text, width, lines):
    assert wrapped(text, width, lines).count("\n") < lines


def test_names_that_read_alike_get_their_id():
    labels = unique({"a": "the harbour master", "b": "the harbour  master", "c": "a clerk"}, 40)
    assert labels == {"a": "the harbour master (a)", "b": "the harbour master (b)", "c": "a clerk"}


def test_counted():
    assert [counted(n, "word") for n in (0, 1, 1200)] == ["0 words", "1 word", "1,200 words"]
    assert counted(2, "stretch", "stretches") == "2 stretches"


def test_a_menu_begins_with_everything():
    bound = menu("Outlet", ["x" * 80]).to_dict()
    assert bound["options"] == [None, "x" * 80]
    assert bound["labels"][0] == "all"
    assert len(bound["labels"][1]) == 60
