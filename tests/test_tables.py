import pytest

from kit.schema import TABLES
from kit.tables import Problem, nearest, printable, read

TERMS = "term,broader,kind\nvessel,,category\nferry,vessel,category\n"
COLUMNS = "term, broader, kind"
ID_RULE = "an id: lower-case letters, digits and _, starting with a letter, 60 at most"
CSV_RULE = "CSV with quotation marks closed and doubled inside"


@pytest.fixture
def told(harbour_folder):
    """What is told of a case whose taxonomy.csv (or another file) holds these bytes."""

    def damaged(content, file="taxonomy.csv"):
        data = content.encode() if isinstance(content, str) else content
        (harbour_folder / file).write_bytes(data)
        return [str(problem) for problem in read(harbour_folder).problems]

    return damaged


def test_a_sound_case_has_no_problem(harbour_folder):
    files = read(harbour_folder)
    assert files.problems == []
    assert list(files.tables) == list(TABLES)
    assert list(files.notes) == [f"{number:02}" for number in range(8)]


def test_rows_keep_the_number_a_spreadsheet_gives_them(told, harbour_folder):
    assert told(TERMS) == []
    table = read(harbour_folder).tables["taxonomy"]
    assert [(number, row.term, row.broader) for number, row in table] == [(2, "vessel", None), (3, "ferry", "vessel")]


def test_a_byte_order_mark_is_accepted(told):
    assert told(b"\xef\xbb\xbf" + TERMS.encode()) == []


def test_windows_line_ends_are_accepted(told):
    assert told(TERMS.replace("\n", "\r\n")) == []


def test_a_cell_may_hold_commas_quotation_marks_and_lines(told, harbour_folder):
    cell = 'one, "two"\nthree'
    assert told('event,title,kind,note\ncrash,"one, ""two""\nthree",collision,\n', "events.csv") == []
    assert read(harbour_folder).tables["events"].rows[0].title == cell


def test_optional_columns_and_optional_tables_may_be_missing(told, harbour_folder):
    (harbour_folder / "sentences.csv").unlink()
    (harbour_folder / "verdicts.csv").unlink()
    assert told("term,kind\nferry,category\n") == []


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        (
            "term,brooder,kind\nferry,,category\n",
            [f'taxonomy.csv:1:brooder: found "unknown column"; allowed: the columns {COLUMNS}; nearest: "broader"'],
        ),
        (
            "term,broader\nferry,\n",
            ['taxonomy.csv:1:kind: found "no such column"; allowed: a column kind: what the term sorts'],
        ),
        (
            "term,term,kind\nferry,tug,category\n",
            ['taxonomy.csv:1:term: found "the column 2 times"; allowed: each column once'],
        ),
        (
            TERMS + "tug,vessel\n",
            ['taxonomy.csv:4: found "2 cells"; allowed: 3 cells, as the header has'],
        ),
        (
            TERMS + "tug,vessel,category,\n",
            ['taxonomy.csv:4: found "4 cells"; allowed: 3 cells, as the header has'],
        ),
        (
            TERMS + "\ntug,vessel,category\n",
            ['taxonomy.csv:4: found "an empty line"; allowed: 3 cells, as the header has'],
        ),
        (
            TERMS + 'tug,"vessel,category\n',
            [f'taxonomy.csv:4: found "unexpected end of data"; allowed: {CSV_RULE}'],
        ),
        (
            TERMS + 'tug,"vessel"s,category\n',
            [f"""taxonomy.csv:4: found "',' expected after '"'"; allowed: {CSV_RULE}"""],
        ),
        (
            TERMS.encode() + b"caf\xe9,,category\n",
            ['taxonomy.csv:4: found "byte 0xe9 at offset 60"; allowed: UTF-8 text; save the file again as UTF-8'],
        ),
        (
            TERMS + "tu\0g,,category\n",
            ['taxonomy.csv:4: found "a NUL character"; allowed: text; the file may be damaged or binary'],
        ),
        (
            "",
            ['taxonomy.csv:1: found "an empty file"; allowed: a header line: term,broader,kind'],
        ),
        (
            TERMS + "Tug,vessel,categori\n",
            [
                f'taxonomy.csv:4:term: found "Tug"; allowed: {ID_RULE}',
                'taxonomy.csv:4:kind: found "categori"; allowed: one of place, category, identity; nearest: "category"',
            ],
        ),
        (
            TERMS + ",,category\n",
            ['taxonomy.csv:4:term: found "nothing"; allowed: a value: short, readable, stable'],
        ),
    ],
    ids=[
        "unknown column", "missing key column", "header twice", "short row", "long row", "empty line",
        "unclosed quotation mark", "loose quotation mark", "not UTF-8", "NUL", "empty file", "wrong cells", "missing cell",
    ],
)  # fmt: skip
def test_a_damaged_table_is_told(told, content, problems):
    assert told(content) == problems


def test_wrong_types_are_told_with_what_is_allowed(told, harbour_folder):
    wrong = (harbour_folder / "artefacts.csv").read_text(encoding="utf-8").replace("gazette,33,", "gazette,-33,")
    wrong = wrong.replace("headline,no", "headline,false", 1)
    assert told(wrong, "artefacts.csv") == [
        'artefacts.csv:2:remove: found "false"; allowed: yes or no',
        'artefacts.csv:3:start: found "-33"; allowed: a whole number in digits, nine at most',
    ]


def test_offsets_in_the_wrong_order_are_told_at_their_column(told, harbour_folder):
    right = (harbour_folder / "artefacts.csv").read_text(encoding="utf-8")
    assert told(right.replace("gazette,33,", "gazette,433,"), "artefacts.csv") == [
        'artefacts.csv:3:end: found "71"; allowed: greater than start (433)'
    ]


def test_a_missing_file_is_told(harbour_folder):
    (harbour_folder / "quotes.csv").unlink()
    (harbour_folder / "case.toml").unlink()
    assert [str(problem) for problem in read(harbour_folder).problems] == [
        'case.toml: found "no such file"; allowed: a readable file case.toml',
        'quotes.csv: found "no such file"; allowed: a readable file quotes.csv',
    ]


def test_a_folder_in_a_file_s_place_is_told(harbour_folder):
    (harbour_folder / "quotes.csv").unlink()
    (harbour_folder / "quotes.csv").mkdir()
    assert [str(problem) for problem in read(harbour_folder).problems] == [
        'quotes.csv: found "Is a directory"; allowed: a readable file quotes.csv'
    ]


@pytest.mark.parametrize("content", ["title = ", "title", "a = " + "[" * 5_000, "a = " + "9" * 5_000, 'a = "\x01"'])
def test_a_broken_case_file_is_told(told, content):
    (problem,) = told(content, "case.toml")
    assert problem.startswith("case.toml: found ")
    assert problem.endswith("allowed: TOML, one key = value a line")


def test_every_wrong_key_of_the_case_file_is_told(told, harbour_folder):
    text = (harbour_folder / "case.toml").read_text(encoding="utf-8")
    text = text.replace('"UTC"', '"Port_Ansel"').replace("licence", "license").replace("2031-03-14", '"soon"')
    keys = "title, summary, happened, timezone, language, fictional, licence, cautions, assumptions"
    assert told(text, "case.toml") == [
        'case.toml:happened: found "soon"; allowed: a date, such as 2025-10-04',
        'case.toml:timezone: found "Port_Ansel"; allowed: an IANA time zone, such as America/Chicago',
        'case.toml:licence: found "nothing"; allowed: a value: of the tables, and whose the texts are',
        f'case.toml:license: found "unknown key"; allowed: one of {keys}; nearest: "licence"',
    ]


def test_a_wrong_key_of_an_assumption_is_told(told, harbour_folder):
    text = (harbour_folder / "case.toml").read_text(encoding="utf-8").replace("why =", "whyy =")
    assert told(text, "case.toml") == [
        'case.toml:assumptions.0.why: found "nothing"; allowed: a value: the reason, in own words',
        'case.toml:assumptions.0.whyy: found "unknown key"; allowed: one of about, value, why; nearest: "why"',
    ]


def test_a_note_that_is_not_text_is_told(told):
    (problem,) = told(b"caf\xe9", "notes/02.md")
    assert problem == 'notes/02.md:1: found "byte 0xe9 at offset 3"; allowed: UTF-8 text; save the file again as UTF-8'


def test_a_long_find_is_cut_in_the_message_and_kept_in_the_problem():
    problem = Problem("quotes.csv", 2, "text", "ahoy " * 100, "less")
    assert str(problem) == f'quotes.csv:2:text: found "{("ahoy " * 100)[:79]}…"; allowed: less'
    assert len(problem.found) == 500


def test_a_message_has_no_control_characters():
    assert str(Problem("quotes.csv", 2, "text", "a\x1b[31m\nb\u202e", "less")) == (
        'quotes.csv:2:text: found "a\\u001b[31m\\u000ab\\u202e"; allowed: less'
    )
    assert printable("“ahoy” 🚢") == "“ahoy” 🚢"


def test_the_nearest_word_is_offered_only_when_near():
    assert nearest("quotess", TABLES) == "quotes"
    assert nearest("lighthouse", TABLES) == ""
    assert nearest("quotes", []) == ""
