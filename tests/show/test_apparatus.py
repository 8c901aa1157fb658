import sys

from kit.compare.changes import TYPES, changes
from kit.show.apparatus import apparatus
from kit.show.layout.families import MEANINGS
from kit.show.layout.quoted import ARTICLES
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


def test_every_kind_that_is_met_is_explained_and_no_other():
    html = str(apparatus(_case("we clear the pier now", "we clear that pier now")).html())
    assert "<dt>other words</dt><dd>words that no other name fits</dd>" in html
    assert html.count("<dt>") == 1
    assert set(MEANINGS) == set(TYPES)


def test_words_that_run_the_other_way_do_not_turn_their_neighbours():
    html = str(apparatus(_case("we clear שלום now", "we clear טוב now")).html())
    assert html.count('title="other words"><bdi>') == 2


def test_of_many_articles_only_those_shown_are_compared(monkeypatch):
    seen = []
    monkeypatch.setattr(
        sys.modules["kit.show.apparatus"], "changes", lambda case: seen.append(len(case.quotes)) or changes(case)
    )
    many = "abcdefghijklmnopqrst"
    case = built(
        articles=[article(name, f"Outlet {name}") for name in many],
        utterances=[{"utterance": "u", "summary": "what was said", "confidence": "certain"}],
        quotes=[quote(f"q{name}", name, None, f"we clear pier {name} now", utterance="u") for name in many],
    )
    shown = apparatus(case)
    assert seen == [ARTICLES]
    assert shown.left == f"Shown: of each the first {ARTICLES} articles."
