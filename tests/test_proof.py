import csv

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kit import case as cases
from kit import proof
from kit.schema import TABLES
from kit.tables import read
from tests import hostile
from tests.conftest import HARBOUR, TEXTS

FIRST_PRINT = 'fingerprints.csv:2:start: found "19-82"; allowed: 5 words from word 3 on: 19-91; make them again: make fingerprints'
"""Told where an artefact moved: what it leaves out gives no words."""


def test_the_small_cases_have_no_problem(tmp_path, monkeypatch):
    monkeypatch.delenv("KIT_TEXTS", raising=False)
    hostile.make(tmp_path)
    assert cases.check(HARBOUR) == ([], ["gazette", "courier", "bulletin"])
    assert cases.check(tmp_path) == ([], ["one", "two", "three"])


def test_the_same_id_twice_is_told(change, told):
    change("events", "hold_order", event="crash")
    assert told() == [
        'events.csv:5:event: found "crash"; allowed: each event once; row 3 has it',
        'orders.csv:2:after: found "hold_order"; allowed: an event of events.csv',
        'orders.csv:4:before: found "hold_order"; allowed: an event of events.csv',
        'orders.csv:6:after: found "hold_order"; allowed: an event of events.csv',
    ]


def test_a_key_of_several_columns_is_told_whole(change, told):
    change("origins", None)
    allowed = "each origin + article + start once; row 2 has it"
    start = TEXTS["gazette"].index("a recording")
    assert told() == [f'origins.csv:7:origin: found "radio_tape, gazette, {start}"; allowed: {allowed}']


def test_an_id_that_stands_nowhere_is_told_with_the_nearest(change, told):
    change("quotes", "courier_q01", via="gazette_paper;radio_recordin", speaker="nobody")
    change("utterances", "u_hold", speaker="outlett")
    change("speakers", "port_log", part_of="port")
    assert told() == [
        'speakers.csv:11:part_of: found "port"; allowed: a speaker of speakers.csv',
        'quotes.csv:6:speaker: found "nobody"; allowed: a speaker of speakers.csv, or "outlet"',
        'quotes.csv:6:via: found "radio_recordin"; allowed: a speaker of speakers.csv; nearest: "radio_recording"',
        'utterances.csv:4:speaker: found "outlett"; allowed: a speaker of speakers.csv, or "outlet"; nearest: "outlet"',
    ]


def test_rows_that_refer_to_a_bad_row_are_not_told_too(change, told):
    change("speakers", "controller", kind="voice")
    (problem,) = told()
    assert problem == (
        'speakers.csv:4:kind: found "voice"; allowed: one of person, office, organisation, group, document; '
        'nearest: "office"'
    )


def test_a_file_that_cannot_be_read_is_told_once(harbour_folder, told):
    (harbour_folder / "speakers.csv").write_bytes(b"\xff")
    assert told() == [
        'speakers.csv:1: found "byte 0xff at offset 0"; allowed: UTF-8 text; save the file again as UTF-8'
    ]


def test_a_stretch_beyond_the_article_is_told(change, told):
    size = len(TEXTS["gazette"])
    change("claims", "gazette_c01", end=str(size + 1))
    assert told({}) == [f'claims.csv:2:end: found "{size + 1}"; allowed: at most {size}, the characters of gazette']


def test_two_artefacts_on_the_same_words_are_told(change, told):
    change("artefacts", "gazette_a02", start="31")
    assert told() == [
        'artefacts.csv:3:start: found "31-71"; allowed: words no other row holds; gazette_a01 (row 2) holds 0-32',
        FIRST_PRINT,
    ]


def test_two_quotations_on_the_same_words_are_told(change, told):
    change("quotes", "courier_q04", **{c: row("quotes", "courier_q03")[c] for c in ("start", "end", "text")})
    start, end = (row("quotes", "courier_q03")[c] for c in ("start", "end"))
    allowed = f"words no other row holds; courier_q03 (row 8) holds {start}-{end}"
    assert told() == [f'quotes.csv:9:start: found "{start}-{end}"; allowed: {allowed}']


def test_a_label_may_lie_inside_other_words_but_not_across_their_edge(change, told):
    at = TEXTS["bulletin"].index("Engine did not answer.")
    change("quotes", "bulletin_q01", kind="label", start=str(at), end=str(at + 6), text="Engine")
    assert told() == []
    change("quotes", "bulletin_q01", start=str(at - 1), end=str(at + 6), text="“Engine")
    found = f'quotes.csv:12:start: found "{at - 1}-{at + 6}"; allowed: words inside'
    assert told() == [
        f"{found} quotation marks of bulletin, as kind is label",
        f"{found} or outside those of bulletin_q02 (row 13)",
    ]


def test_words_that_are_not_those_at_their_offsets_are_told(change, told):
    change("quotes", "gazette_q01", text="The engine, did not respond.")
    change("quotes", "courier_q01", cue="toll")
    change("reports", "courier_r01", expression="Sunday evening")
    assert told() == [
        (
            'quotes.csv:2:text: found "The engine, did not respond."; allowed: the words at its offsets: '
            '"The engine, did not answer the bridge."'
        ),
        'quotes.csv:6:cue: found "toll"; allowed: the words at its offsets: "told"',
        'reports.csv:3:expression: found "Sunday evening"; allowed: the words at its offsets: "Friday evening"',
    ]


def test_without_the_text_words_are_as_long_as_their_stretches(change, told):
    change("quotes", "gazette_q02", text="Clear the pier")
    at = row("quotes", "gazette_q02")
    allowed = f"18 characters, as its offsets {at['start']}-{at['end']} hold; found 14"
    assert told({}) == [f'quotes.csv:3:text: found "Clear the pier"; allowed: {allowed}']


def test_counts_that_are_not_those_of_the_text_are_told(change, told):
    change("articles", "courier", characters="9999", words="3")
    characters, words = len(TEXTS["courier"]), len(TEXTS["courier"].split())
    assert told() == [
        f'articles.csv:3:characters: found "9999"; allowed: {characters}, as counted',
        f'articles.csv:3:words: found "3"; allowed: {words}, as counted',
    ]


@pytest.mark.parametrize(
    ("claim", "value", "problem"),
    [
        ("gazette_c05", "three", '6:value: found "three"; allowed: 10, ~10, >=10, <=10, >10, <10, 8..12, several, few or plural; where it counts something narrower than the question, that term of taxonomy.csv after it: 10 car (quantity)'),
        ("gazette_c05", "3 tugg", '6:value: found "tugg"; allowed: 10, ~10, >=10, <=10, >10, <10, 8..12, several, few or plural; where it counts something narrower than the question, that term of taxonomy.csv after it: 10 car; nearest: "tug"'),
        ("gazette_c04", "Friday", '5:value: found "Friday"; allowed: an ISO 8601 date or time, or earliest/latest with .. for an open side; ../.. is unresolved (time)'),
        ("gazette_c03", "north_peer", '4:value: found "north_peer"; allowed: a term of taxonomy.csv; nearest: "north_pier"'),
        ("gazette_c06", "harbour_mister", '7:value: found "harbour_mister"; allowed: a speaker of speakers.csv; nearest: "harbour_master"'),
        ("gazette_c07", "u_clear>u_go", '8:value: found "u_go"; allowed: a>b, each an utterance or an event'),
        ("gazette_c08", "Yes", '9:value: found "Yes"; allowed: yes or no (boolean)'),
        ("gazette_c09", "before:krash", '10:value: found "krash"; allowed: before:EVENT or after:EVENT; nearest: "crash"'),
        ("gazette_c10", "crew;rats", '11:value: found "rats"; allowed: a;b, each a term of taxonomy.csv or a speaker of speakers.csv'),
    ],
)  # fmt: skip
def test_a_value_not_written_as_its_type_is_told(change, told, claim, value, problem):
    change("claims", claim, value=value)
    assert told() == [f"claims.csv:{problem}"]


def test_two_primary_answers_of_one_article_are_told(change, told):
    change("claims", "gazette_c11", primary="yes")
    allowed = "no: row 6 is already the primary answer of gazette"
    assert told() == [f'claims.csv:12:primary: found "yes"; allowed: {allowed}']


def test_an_offset_that_moved_is_told_also_where_no_words_are_stored(change, told):
    (first, *_) = csv.DictReader((HARBOUR / "claims.csv").read_text(encoding="utf-8").splitlines())
    start, end = int(first["start"]) + 1, int(first["end"]) + 1
    change("claims", first["claim"], start=str(start), end=str(end))
    assert told() == [
        f'claims.csv:2:start: found "{start}"; allowed: the edge of a word, without white space',
        f'claims.csv:2:end: found "{end}"; allowed: the edge of a word, without white space',
    ]


def test_every_circle_is_told(change, told):
    change("taxonomy", "vessel", broader="ferry")
    change("taxonomy", "people_aboard", broader="people_aboard")
    change("speakers", "port_authority", part_of="port_log")
    assert told() == [
        (
            'speakers.csv:11:part_of: found "port_authority > port_log > port_authority"; '
            "allowed: a part_of that does not lead back"
        ),
        'taxonomy.csv:7:broader: found "vessel > ferry > vessel"; allowed: a broader that does not lead back',
        'taxonomy.csv:9:broader: found "people_aboard > people_aboard"; allowed: a broader that does not lead back',
    ]


def test_a_term_may_have_two_broader_terms(change, told):
    change("taxonomy", None, term="tug", broader="port_ansel")
    assert told() == []


def test_every_one_of_many_mistakes_is_told_in_one_run(change, told, harbour_folder):
    change("articles", "courier", url="ftp://example.org")
    change("artefacts", "gazette_a02", start="31")
    change("speakers", "port_log", part_of="nobody")
    change("quotes", "gazette_q02", text="Clear the peer now")
    change("quotes", "courier_q06", kind="nickname")
    change("utterances", None)
    change("questions", "striker", single="perhaps")
    change("claims", "gazette_c05", value="three")
    change("claims", "gazette_c11", primary="yes")
    change("claims", "bulletin_c09", end="9999")
    change("events", "crash", title="")
    change("reports", "bulletin_r01", latest="2031-03-13")
    change("taxonomy", "vessel", broader="ferry")
    (harbour_folder / "orders.csv").unlink()
    (harbour_folder / "case.toml").write_text("title =", encoding="utf-8")
    assert [problem.split(": found ")[0] for problem in told()] == [
        "case.toml", "articles.csv:3:url", "artefacts.csv:3:start", "speakers.csv:11:part_of", "quotes.csv:3:text",
        "quotes.csv:11:kind", "utterances.csv:5:utterance", "questions.csv:4:single", "claims.csv:6:value",
        "claims.csv:12:primary", "claims.csv:30:end", "events.csv:3:title", "reports.csv:5:latest", "orders.csv",
        "taxonomy.csv:7:broader", FIRST_PRINT.split(": found ", maxsplit=1)[0],
    ]  # fmt: skip


def test_a_bad_cell_hides_no_other_problem_of_its_row(change, told):
    change("articles", "courier", url="ftp://example.org", characters="9999")
    change("questions", "striker", single="perhaps")
    change("quotes", "gazette_q02", status="bogus", text="Clear the peer now", end="99999", speaker_end="")
    change("claims", "gazette_c05", status="bogus", value="@@")
    change("claims", "gazette_c11", hedge="perhaps", primary="yes", in_quotation="maybe", end="0")
    assert [problem.split("; allowed")[0] for problem in told()] == [
        'articles.csv:3:url: found "ftp://example.org"',
        'articles.csv:3:characters: found "9999"',
        'quotes.csv:3:status: found "bogus"',
        'quotes.csv:3:speaker_end: found "nothing"',
        'quotes.csv:3:end: found "99999"',
        'quotes.csv:3:text: found "Clear the peer now"',
        'quotes.csv:4:start: found "316-330"',
        'questions.csv:4:single: found "perhaps"',
        'claims.csv:6:status: found "bogus"',
        'claims.csv:6:value: found "@@"',
        'claims.csv:12:in_quotation: found "maybe"',
        'claims.csv:12:end: found "0"',
        'claims.csv:12:hedge_class: found "flat"',
        'claims.csv:12:primary: found "yes"',
    ]


def test_a_bad_cell_makes_no_second_problem(change, told):
    for table, one, cells in (
        ("quotes", "gazette_q01", {"spans": "187-176"}),
        ("quotes", "gazette_q02", {"start": "x"}),
        ("quotes", "gazette_q03", {"kind": "said"}),
        ("quotes", "courier_q05", {"paraphrase": " "}),
        ("reports", "courier_r01", {"precision": "days"}),
        ("reports", "bulletin_r01", {"latest": "soon"}),
        ("articles", "gazette", {"published": "soon"}),
    ):
        before = row(table, one)
        change(table, one, **cells)
        assert [problem.split(":")[2] for problem in told()] == list(cells)
        change(table, one, **before)
    assert told() == []


@pytest.mark.parametrize(
    "wrong", ["summary = 1", "cautions = 1", "cautions = [1]", "assumptions = [1]", "[assumptions]"]
)
def test_a_case_file_of_other_types_is_told_and_never_raises(harbour_folder, told, wrong):
    (harbour_folder / "case.toml").write_text(wrong, encoding="utf-8")
    assert any(wrong.strip("[]").split()[0] in problem for problem in told())


def test_one_id_names_one_passage(change, told):
    change("reports", "courier_r01", report="gazette_c01")
    assert told() == [
        'reports.csv:3:report: found "gazette_c01"; allowed: an id of its own; row 2 of claims.csv has it'
    ]


def test_two_articles_of_one_text_are_told(change, told):
    digest = row("articles", "gazette")["sha256"]
    change("articles", "courier", sha256=digest)
    assert told({}) == [f'articles.csv:3:sha256: found "{digest}"; allowed: each text once; row 2 has it']


def row(table, key):
    with (HARBOUR / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return next(one for one in csv.DictReader(file) if one[TABLES[table].KEY[0]] == key)


DAMAGED = sorted(path.relative_to(HARBOUR) for path in HARBOUR.rglob("*") if path.is_file())


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(DAMAGED), st.randoms(use_true_random=False), st.integers(1, 20), st.binary(max_size=6))
def test_damage_is_told_and_never_raises(harbour_folder, path, chance, times, inserted):
    sound = (HARBOUR / path).read_bytes()
    data = bytearray(sound)
    for _ in range(times):
        at = chance.randrange(len(data) + 1)
        data[at : at + chance.randrange(4)] = inserted or bytes([chance.randrange(256)])
    (harbour_folder / path).write_bytes(data)
    try:
        read(harbour_folder)
        assert all(str(problem) for problem in proof.problems(harbour_folder, TEXTS))
        cases.check(harbour_folder)
    finally:
        (harbour_folder / path).write_bytes(sound)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(TABLES)), st.randoms(use_true_random=False), st.text(max_size=12))
def test_any_text_in_any_cells_is_told_or_accepted_and_never_raises(harbour_folder, change, table, chance, text):
    sound = (HARBOUR / f"{table}.csv").read_bytes()
    columns = chance.sample(list(TABLES[table].model_fields), chance.randint(1, 3))
    change(table, None, **dict.fromkeys(columns, text))
    try:
        if cases.check(harbour_folder)[0]:
            with pytest.raises(cases.CaseError):
                cases.open(harbour_folder)
        else:
            cases.open(harbour_folder)
    finally:
        (harbour_folder / f"{table}.csv").write_bytes(sound)


def test_a_hash_is_that_of_the_words_at_its_place(harbour_folder, told):
    path = harbour_folder / "fingerprints.csv"
    header, first, second, *rest = path.read_text(encoding="utf-8").splitlines()
    article, word, start, end, made, quoted = first.split(",")
    path.write_text("\n".join([header, f"{article},{word},{start},{end},{'0' * 16},{quoted}", second, *rest, ""]))
    assert told() == [f'fingerprints.csv:2:hash: found "{"0" * 16}"; allowed: {made}, as the words there give']
    assert told({}) == []
    path.write_text("\n".join([header, f"{article},{word},{start},{int(end) + 1},{made},{quoted}", second, *rest, ""]))
    place = f"5 words from word {word} on: {start}-{end}; make them again: make fingerprints"
    assert f'fingerprints.csv:2:start: found "{start}-{int(end) + 1}"; allowed: {place}' in told()


def test_a_fingerprint_beyond_the_words_or_with_a_bad_cell(harbour_folder, told):
    path = harbour_folder / "fingerprints.csv"
    header, first, *rest = path.read_text(encoding="utf-8").splitlines()
    article, word, start, end, made, quoted = first.split(",")
    path.write_text("\n".join([header, f"{article},999,{start},{end},{made},{quoted}", *rest, ""]))
    assert told() == [
        f'fingerprints.csv:2:start: found "{start}-{end}"; allowed: 5 words from word 999 on; make them again: make fingerprints'
    ]
    path.write_text("\n".join([header, f"{article},{word},{start},{end},{made.upper()}x,{quoted}", *rest, ""]))
    assert told() == [f'fingerprints.csv:2:hash: found "{made.upper()}x"; allowed: 16 digits 0-9 a-f']
