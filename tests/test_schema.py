import pytest
from pydantic import ValidationError

from kit.columns import plain_type
from kit.schema import TABLES, CaseFile, Quote, allowed_kinds

PLACE = {"article": "one", "start": 0, "end": 4}
REPORT = {"report": "r", "event": "crash", "precision": "day", "basis": "stated", "asserted_by": "outlet", **PLACE}


def errors(model, cells):
    try:
        model.model_validate(cells)
    except ValidationError as error:
        return error.errors()
    return []


def told(table, cells):
    """The row's problems as (column, what is allowed)."""
    return [(error["ctx"]["column"], error["ctx"]["allowed"]) for error in errors(TABLES[table], cells)]


def quote(**cells):
    return {"quote": "q", "kind": "direct", "text": "ahoy", "status": "accepted", **PLACE} | cells


@pytest.mark.parametrize("table", TABLES)
def test_every_table_says_what_a_row_is_and_what_identifies_it(table):
    model = TABLES[table]
    assert model.__doc__
    assert set(model.KEY) <= set(model.model_fields)
    assert {column for marks in model.SPANS for column in marks if column} <= set(model.model_fields)


@pytest.mark.parametrize("table", TABLES)
def test_every_column_has_a_meaning_and_refers_to_a_table_that_exists(table):
    for info in TABLES[table].model_fields.values():
        assert info.description
        assert info.json_schema_extra["ref"] in {"", *TABLES}


@pytest.mark.parametrize("table", TABLES)
def test_every_example_is_a_cell_of_its_column(table):
    model = TABLES[table]
    examples = {column: str(info.examples[0]) for column, info in model.model_fields.items() if info.examples}
    wrong = {error["loc"][0] for error in errors(model, examples) if error["loc"]}
    assert wrong.isdisjoint(examples)


def test_an_unknown_column_is_refused():
    with pytest.raises(ValidationError, match="extra_forbidden"):
        TABLES["taxonomy"].model_validate({"term": "ferry", "kind": "category", "wide": "vessel"})


def test_quoted_words_are_given_when_the_kind_is_verbatim():
    for kind in Quote.VERBATIM:
        assert told("quotes", quote(kind=kind, text=None)) == [
            ("text", f"the words inside the marks, as kind is {kind}")
        ]


def test_own_words_are_given_when_the_kind_is_not_verbatim():
    for kind in ("indirect", "no-comment"):
        allowed = f"own words for what was said, as kind is {kind}"
        assert told("quotes", quote(kind=kind, text=None)) == [("paraphrase", allowed)]
        allowed = f"empty, as kind is {kind}; own words go into paraphrase"
        assert told("quotes", quote(kind=kind, paraphrase="a greeting")) == [("text", allowed)]


def test_split_words_run_from_start_to_end():
    assert Quote(**quote(spans="0-2;3-4")).stretches == ((0, 2), (3, 4))
    assert Quote(**quote()).stretches == ((0, 4),)
    assert told("quotes", quote(spans="0-2;3-5")) == [("spans", "stretches from 0 (start) to 4 (end)")]


@pytest.mark.parametrize(
    ("earliest", "latest"),
    [("2031-03-14T18:00", "2031-03-14"), ("2031-03-14", "2031-03-14T05:00"), (None, "2031-03-14")],
)
def test_a_day_holds_its_minutes(earliest, latest):
    assert TABLES["reports"](**REPORT, earliest=earliest, latest=latest)


def test_an_event_does_not_end_before_it_begins():
    cells = REPORT | {"earliest": "2031-03-15T18:00", "latest": "2031-03-14"}
    assert told("reports", cells) == [("latest", "not before earliest (2031-03-15T18:00)")]


def test_a_moment_and_its_precision_go_together():
    day = {"earliest": "2031-03-14"}
    assert told("reports", REPORT) == [("precision", "unresolved, as neither earliest nor latest is given")]
    unresolved = REPORT | {"precision": "unresolved"}
    assert told("reports", unresolved) == []
    allowed = "how finely the words place it, as earliest or latest is given"
    assert told("reports", unresolved | day) == [("precision", allowed)]


def test_a_day_of_publication_and_its_basis_go_together():
    cells = {"article": "one", "outlet": "One", "characters": 4, "words": 1, "sha256": "0" * 64}
    assert told("articles", cells) == []
    assert told("articles", cells | {"published": "2031-03-14"}) == [
        ("published_basis", "whether the article says so, as published is given")
    ]
    assert told("articles", cells | {"published_basis": "stated"}) == [
        ("published", "a day or moment, as published_basis is given")
    ]


def test_nothing_is_related_to_itself():
    order = {"order": "o", "before": "crash", "after": "crash", "relation": "before", **PLACE}
    assert told("orders", order) == [("after", "another event than before (crash)")]
    ruling = {"claim_a": "c", "claim_b": "c", "verdict": "agree", "reason": "r", "by": "b", "when": "2031-03-14"}
    assert told("verdicts", ruling) == [("claim_b", "another claim than claim_a (c)")]


def test_a_flat_answer_has_no_hedge():
    claim = {
        "claim": "c", "question": "q", "value": "1", "statement": "s", "asserted_by": "outlet", "in_quotation": "no",
        "hedge": "reportedly", "hedge_class": "flat", "primary": "yes", "status": "accepted", **PLACE,
    }  # fmt: skip
    assert told("claims", claim) == [("hedge_class", "hedged or possible, as a hedge is given")]
    assert told("claims", claim | {"hedge_class": "hedged"}) == []


@pytest.mark.parametrize("name", [" ", "\u00a0", " Ann", "Ann ", "Ann\n"])
def test_no_cell_is_blank_or_has_white_space_at_its_ends(name):
    cells = {"speaker": "ann", "kind": "person", "naming": "named"}
    assert errors(TABLES["speakers"], cells | {"name": "Ann  B"}) == []
    (error,) = errors(TABLES["speakers"], cells | {"name": name})
    assert error["loc"] == ("name",)
    assert "white space" in error["msg"]


def test_only_quoted_words_keep_the_white_space_around_them():
    assert Quote(**quote(text=" ahoy\n")).text == " ahoy\n"
    (error,) = errors(Quote, quote(text="\n "))
    assert error["loc"] == ("text",)


def test_the_words_a_column_may_hold():
    assert allowed_kinds("utterances", "confidence") == ("certain", "probable", "possible")
    assert allowed_kinds("articles", "published_basis") == ("stated", "assumed")
    assert allowed_kinds("claims", "hedge_class") == ("flat", "hedged", "possible")
    assert allowed_kinds("claims", "value") == allowed_kinds("claims", "hedge") == ()


def test_every_plain_type_is_one_that_a_table_can_hold():
    kinds = {plain_type(info) for model in TABLES.values() for info in model.model_fields.values()}
    assert {kind for kind in kinds if isinstance(kind, type)} == {str, int, bool}


def test_a_case_file_says_where_the_clock_stands():
    cells = {
        "title": "T",
        "summary": "S",
        "happened": "2031-03-14",
        "language": "en",
        "fictional": True,
        "licence": "L",
    }
    assert CaseFile(**cells, timezone="Europe/London").cautions == ()
    with pytest.raises(ValidationError, match="an IANA time zone, such as America/Chicago"):
        CaseFile(**cells, timezone="Europe/Port_Ansel")
