from kit.show.apparatus import apparatus
from tests.built import article, built, quote, speaker

NASTY = '</script><b>"from tests.hostile import NASTY'


def _case(*texts, via=None):
    names = "abcdef"[: len(texts)]
    return built(
        articles=[article(name, f"Outlet {name}") for name in names],
        speakers=[speaker("radio", full="the radio")],
        utterances=[{"utterance": "u", "summary": "what was said", "confidence": "certain"}],
        quotes=[quote(f"q{n}", n, None, text, utterance="u", via=via) for n, text in zip(names, texts, strict=True)],
    )


def test_a_table_of_words_with_types_as_headings():
    html = str(apparatus(_case("we clear the pier now", "we clear that pier now", via="radio")).html())
    assert '<th scope="col">≠ other words</th>' in html
    assert html.count('<th scope="row"') == 2
    assert html.count('<mark class="is-other" title="other words">') == 2
    assert "the radio" in html
    assert "<details open>" in html
    assert "<script" not in html


def test_a_gap_is_told_in_words():
    html = str(apparatus(_case("so we clear the old pier now", "we clear the pier")).html())
    assert "(no words)" in html
    assert "(not quoted)" in html


def test_same_words_are_said_to_be_the_same():
    assert "= the same words" in apparatus(_case("go now", "Go now.")).html()


def test_nothing_to_show_is_said():
    assert "No utterance" in apparatus(built())


def test_words_are_escaped():
    html = str(apparatus(_case(f"{NASTY} a", f"{NASTY} b")).html())
    assert NASTY not in html


def test_the_same_case_gives_the_same_html(harbour):
    assert apparatus(harbour).html() == apparatus(harbour).html()
