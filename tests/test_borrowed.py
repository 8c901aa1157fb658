import pytest

from kit import borrowed
from tests.conftest import TEXTS


def test_own_words_that_repeat_an_article_s_sentence_are_told(change, told, harbour_folder):
    sentence = "The ferry Marigold struck the north pier at Port Ansel"
    change("claims", "bulletin_c03", statement=f"They write: {sentence}.")
    (harbour_folder / "notes" / "04.md").write_text(f"First line.\n\n> {sentence.upper()}\n", encoding="utf-8")
    run = "the ferry marigold struck the north pier"
    allowed = f"own words; gazette has this run of 7 words at character {TEXTS['gazette'].index(sentence)}"
    assert told() == [
        f'claims.csv:24:statement: found "{run}"; allowed: {allowed}',
        f'notes/04.md:3: found "{run}"; allowed: {allowed}',
    ]


def test_six_words_a_title_and_words_in_quotation_marks_may_be_repeated(change, told):
    for words in (
        "the ferry Marigold struck the north",
        "Ferry strikes pier at Port Ansel",
        "“the engine failed to answer the bridge”",
    ):
        change("claims", "bulletin_c03", statement=words)
        assert told() == []


def test_quoted_words_stand_inside_quotation_marks(change, told):
    at = TEXTS["gazette"].index("Swans watched")
    change("quotes", "gazette_q03", start=str(at), end=str(at + 5), text="Swans")
    allowed = "words inside quotation marks of gazette, as kind is fragment"
    assert told() == [f'quotes.csv:4:start: found "{at}-{at + 5}"; allowed: {allowed}']
    assert told({}) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("he said “go” and left", ["go"]),
        ('he said "go" and "stay"', ["go", "stay"]),
        ("er sagte „geh“ und „bleib”", ["geh", "bleib"]),
        ("il dit «va» et sort", ["va"]),
        ("the dogs’ owner said ‘it’s the dogs’ day’, no?", ["it’s the dogs’ day"]),
        ("“One.\n\n“Two,” he said. “Three.", ["One.\n\n“Two,", "Three."]),
        ('"One.\n\n"Two," he said.', ["One.", "Two,"]),
        ('a 5" pipe\nand no more', []),
        ("“the ‘paper boat’ sank”", ["the ‘paper boat’ sank"]),
        ("“”", [""]),
    ],
)
def test_what_stands_inside_quotation_marks(text, words):
    assert [text[part.start : part.end] for part in borrowed.quoted(text)] == words


def test_own_words_of_the_case_file_and_of_a_claim_s_limits_are_scanned(change, told, harbour_folder):
    run = "the ferry marigold struck the north pier"
    change("claims", "bulletin_c03", scope=run, qualifier=run)
    path = harbour_folder / "case.toml"
    text = path.read_text(encoding="utf-8").replace("Three invented papers", f"{run}. Three invented papers")
    text = text.replace("Nothing in this case", f"{run}. Nothing in this case").replace("The Courier gives", run)
    path.write_text(text.replace("licence =", "license ="), encoding="utf-8")
    assert [problem.split(": found")[0] for problem in told()] == [
        "case.toml:licence", "case.toml:license", "case.toml:summary", "case.toml:cautions.0",
        "case.toml:assumptions.0.why", "claims.csv:24:scope", "claims.csv:24:qualifier",
    ]  # fmt: skip
