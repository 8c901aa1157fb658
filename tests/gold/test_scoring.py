"""The measures: everything right is 1, nothing found is 0, and each kind of error costs where it should."""

from types import SimpleNamespace

import pytest

from kit.spans import Stretch
from tests.gold.annotation import NOBODY_CAN_TELL, articles, load
from tests.gold.scoring import MEASURES, Finders, measure, trimmed

TEXT = (
    "“Rain is near,” said Ada Finch. Bo Lamb told the Ledger that it may not rain on Friday. His “umbrella” is a hat."
)
TOML = """
register = "weather"
published = "2031-03-12"
quotes = [
  { kind = "direct", words = "Rain is near", by = "{said} [Ada Finch]", name = "Ada Finch" },
  { kind = "indirect", words = "that it may not rain on Friday", by = "[Bo Lamb] {told} <the Ledger>", name = "Bo Lamb" },
  { kind = "label", words = "umbrella" },
]
times = [{ words = "Friday", type = "DATE", value = ["2031-03-14", "2031-W11"] }]
hedges = [{ words = "may", scope = "not rain on Friday" }]
"""
ARTICLE = load("weather", TEXT, TOML)


def as_found(quote, **changes):
    """What a finder would say for this gold quotation."""
    name = None if quote.name == NOBODY_CAN_TELL else quote.name
    cells = {"kind": quote.kind, "spans": quote.words, "speaker": quote.speaker, "cue": quote.cue}
    return SimpleNamespace(**cells | {"name": name, "via": quote.via} | changes)


def found_time(time, **changes):
    cells = {"start": time.words.start, "end": time.words.end, "type": time.type, "value": time.values[0]}
    return SimpleNamespace(**cells | changes)


def found_hedge(hedge, **changes):
    cells = {"start": hedge.words.start, "end": hedge.words.end, "scope": hedge.scope}
    return SimpleNamespace(**cells | changes)


def perfect(gold):
    by_text = {article.text: article for article in gold}
    return Finders(
        lambda text, _: [as_found(quote) for quote in by_text[text].quotes],
        lambda text, _: [found_time(time) for time in by_text[text].times],
        lambda text: [found_hedge(hedge) for hedge in by_text[text].hedges],
    )


def only_quotes(*quotes):
    return measure([ARTICLE], Finders(lambda *_: quotes, lambda *_: [], lambda _: []))


def only_hedges(*hedges):
    return measure([ARTICLE], Finders(lambda *_: [], lambda *_: [], lambda _: hedges))


def only_times(*times):
    return measure([ARTICLE], Finders(lambda *_: [], lambda *_: times, lambda _: []))


@pytest.mark.parametrize("gold", [[ARTICLE], articles()], ids=["one", "all"])
def test_a_perfect_finder_has_every_measure_at_one(gold):
    assert measure(gold, perfect(gold)) == dict.fromkeys(MEASURES, 1.0)


@pytest.mark.parametrize("gold", [[ARTICLE], articles()], ids=["one", "all"])
def test_an_empty_finder_has_every_measure_at_nothing(gold):
    nothing = Finders(lambda *_: [], lambda *_: [], lambda _: [])
    assert measure(gold, nothing) == dict.fromkeys(MEASURES, 0.0)


def test_marks_and_punctuation_at_the_edges_do_not_count():
    assert trimmed("(“Rain,” )", (0, 10)) == Stretch(2, 6)


def test_an_edge_off_by_a_word_is_an_overlap_and_not_exact():
    _, indirect, _ = ARTICLE.quotes
    short = Stretch(indirect.words[0].start, indirect.words[0].end - len(" on Friday"))
    figures = only_quotes(as_found(indirect, spans=(short,)))
    assert (figures["indirect_overlap"], figures["indirect_exact"]) == (1.0, 0.0)


def test_a_quotation_too_many_costs_half():
    direct = ARTICLE.quotes[0]
    stray = as_found(direct, spans=(Stretch(TEXT.index("hat"), TEXT.index("hat") + 3),))
    assert only_quotes(as_found(direct), stray)["quoted_exact"] == pytest.approx(2 / 3, abs=1e-3)


def test_a_label_taken_for_speech_costs_both():
    direct, _, label = ARTICLE.quotes
    figures = only_quotes(as_found(direct), as_found(label, kind="fragment"))
    assert (figures["label_exact"], figures["quoted_exact"]) == (0.0, pytest.approx(2 / 3, abs=1e-3))


def test_the_wrong_speaker_name_cue_and_hand_each_cost_their_own_measure():
    direct, indirect, _ = ARTICLE.quotes
    nobody = as_found(direct, speaker=indirect.speaker, cue=indirect.cue, name="Bo Lamb", via=indirect.via)
    figures = only_quotes(nobody, as_found(indirect))
    assert [figures[name] for name in ("speaker", "name", "cue")] == [0.5, 0.5, 0.5]
    assert figures["via"] == pytest.approx(2 / 3, abs=1e-3)


def test_where_two_fit_only_abstaining_is_right():
    text = "Ada Finch and Bo Finch met. Finch said it was cold."
    toml = (
        'register = "x"\nquotes = [{kind = "indirect", words = "it was cold", by = "met. [Finch] {said}", name = "?"}]'
    )
    article = load("two", text, toml)
    names = {}
    for name in (None, "Ada Finch"):
        found = as_found(article.quotes[0], name=name)
        names[name] = measure([article], Finders(lambda *_, f=found: [f], lambda *_: [], lambda _: []))["name"]
    assert names == {None: 1.0, "Ada Finch": 0.0}


def test_speech_within_speech_and_mixed_clauses_count_neither_way():
    text = "He said it was “all wet and Ada said it would be.”"
    toml = """
    register = "x"
    quotes = [
      { kind = "fragment", words = "all wet ~ would be", by = "[He] {said}" },
      { kind = "indirect", mixed = true, words = "it was “all wet ~ would be", by = "[He] {said}" },
    ]"""
    article = load("mixed", text, toml)
    fragment, mixed = article.quotes
    nested = as_found(mixed, spans=(Stretch(text.index("it would"), text.index(".”")),))
    found = [as_found(fragment), as_found(mixed), nested]
    figures = measure([article], Finders(lambda *_: found, lambda *_: [], lambda _: []))
    assert (figures["quoted_exact"], figures["kind"], figures["speaker"]) == (1.0, 1.0, 1.0)


def test_a_quotation_over_two_paragraphs_is_two_stretches_however_it_is_given():
    text = "“One.\n\n“Two,” she said."
    article = load("long", text, 'register = "x"\nquotes = [{kind = "direct", words = ["One.", "Two,"]}]')
    whole = as_found(article.quotes[0], spans=(Stretch(1, text.index(",”")),))
    assert measure([article], Finders(lambda *_: [whole], lambda *_: [], lambda _: []))["quoted_exact"] == 1.0


def test_a_time_is_right_with_any_of_its_values():
    (time,) = ARTICLE.times
    assert only_times(found_time(time, value="2031-W11"))["times_value"] == 1.0
    assert only_times(found_time(time, value=None))["times_value"] == 0.0
    figures = only_times(found_time(time, start=time.words.start - 3, type="TIME"))
    assert [figures[f"times_{name}"] for name in ("relaxed", "strict", "type")] == [1.0, 0.0, 0.0]


def test_a_cue_found_as_a_hedge_counts_neither_way():
    (hedge,) = ARTICLE.hedges
    cue = ARTICLE.quotes[1].cue
    as_hedge = found_hedge(hedge, start=cue.start, end=cue.end)
    assert only_hedges(found_hedge(hedge), as_hedge)["hedges"] == 1.0


def test_a_rounding_word_found_as_a_hedge_counts_neither_way():
    (hedge,) = ARTICLE.hedges
    assert only_hedges(found_hedge(hedge), found_hedge(hedge, start=0, end=4, kind="approximate"))["hedges"] == 1.0


def test_a_hedge_too_many_costs():
    (hedge,) = ARTICLE.hedges
    assert only_hedges(found_hedge(hedge), found_hedge(hedge, start=1, end=5))["hedges"] == pytest.approx(
        2 / 3, abs=1e-3
    )


def test_another_mention_of_the_same_person_is_the_right_speaker():
    text = "Ada Finch came late. “Rain,” she said. Bo Lamb left."
    article = load("late", text, 'register = "x"\nquotes = [{kind = "direct", words = "Rain", speaker = "Ada Finch"}]')
    for where, right in (("Finch", 1.0), ("Bo Lamb", 0.0)):
        at = Stretch(text.index(where), text.index(where) + len(where))
        found = as_found(article.quotes[0], speaker=at)
        assert measure([article], Finders(lambda *_, f=found: [f], lambda *_: [], lambda _: []))["speaker"] == right


def test_the_scope_of_a_hedge_has_its_own_measure():
    (hedge,) = ARTICLE.hedges
    figures = only_hedges(found_hedge(hedge, scope=Stretch(0, 5)))
    assert (figures["hedges"], figures["hedges_scope"]) == (1.0, 0.0)
