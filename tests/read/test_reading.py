import importlib.util
import io
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.read import ReadError, articles

_spec = importlib.util.spec_from_file_location("read_files", Path(__file__).parent / "files.py")
made = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(made)

FIELDS = "a JSON object with id, text and, if known, outlet, published, title, author, url, case"
OTHERS = "mend or remove the line; the other lines were read"
KINDS = "allowed: text, HTML or JSON Lines, each also as .gz"


@pytest.fixture
def read(tmp_path, monkeypatch):
    """Reads one file of these bytes: its articles and what was told."""
    monkeypatch.chdir(tmp_path)

    def reading(name, data, *more):
        Path(name).write_bytes(data)
        told = []
        return list(articles([name, *more], tell=told.append)), [str(problem) for problem in told]

    return reading


@pytest.mark.parametrize(
    ("data", "repair"),
    [
        (made.SAID.encode(), None),
        (b"\xef\xbb\xbf" + made.SAID.encode(), "the byte order mark at the start was left out"),
        (made.SAID.encode("utf-16"), "the file was read as UTF-16, as its byte order mark says"),
        (made.SAID.encode("utf-16-le"), "the file was read as UTF-16, though it has no byte order mark"),
        (
            made.SAID.encode("windows-1252"),
            "a byte that is not UTF-8 was read as Windows-1252 (2 times), first at character 0",
        ),
    ],
)
def test_the_same_words_whatever_the_encoding(read, data, repair):
    (article,), told = read("harbour.txt", data)
    assert (article.id, article.text, article.source, told) == ("harbour", made.SAID, "harbour.txt", [])
    assert [str(r) for r in article.repairs] == ([repair] if repair else [])


@pytest.mark.parametrize(
    ("data", "text", "repair"),
    [
        (
            "naïve “a” é".encode() + b" caf\xe9",
            "naïve “a” é café",
            "a byte that is not UTF-8 was read as Windows-1252, first at character 15",
        ),
        (b"Stay.\xe2\x80", "Stay.\ufffd", "a character that the end cuts was replaced by U+FFFD, first at character 5"),
        (
            b"a\0b\x1b[31m",
            "a\ufffdb\ufffd[31m",
            (
                "a code point that no text holds (NUL, control, half a pair) was replaced by U+FFFD (2 times), "
                "first at character 1"
            ),
        ),
        (
            b"One.\rTwo.\r",
            "One.\nTwo.\n",
            "a lone carriage return was read as a line end (2 times), first at character 4",
        ),
        (
            "â€œStayâ€\x9d".encode(),
            "â€œStayâ€\x9d",
            'this looks like UTF-8 that was read as Windows-1252 ("â€œ" for “); it was left (2 times), first at character 0',
        ),
        (
            b"&quot;Stay&quot;",
            "&quot;Stay&quot;",
            'a character reference ("&quot;") stands in the text as it is; it was left (2 times), first at character 0',
        ),
    ],
)
def test_what_was_mended_is_noted(read, data, text, repair):
    (article,), told = read("harbour.txt", data)
    assert (article.text, [str(r) for r in article.repairs], told) == (text, [repair], [])


@pytest.mark.parametrize(
    "text", ["One.\r\n“Two,” she said.\r\n", "<pA man came.\n<p“Stay,” he said.", "a <html> tag", "{x}"]
)
def test_text_is_left_as_it_is(read, text):
    (article,), told = read("harbour.txt", text.encode())
    assert (article.text, article.repairs, told) == (text, (), [])


ENCODED = "; save it as plain text or HTML, or unpack it"
REFUSED = {
    "empty.txt": (b"", f"the file is empty; found 0 bytes; {KINDS}; save the article again, with its words"),
    "white.txt": (
        b" \n\t\n",
        f"the file is empty; found 4 bytes of white space; {KINDS}; save the article again, with its words",
    ),
    "a.pdf": (
        b"%PDF-1.7\n\0\1",
        f"this is no text; found a PDF; {KINDS}; save its text (pdftotext does), and read that",
    ),
    "a.docx": (
        b"PK\x03\x04zz",
        f"this is no text; found a zip archive (.docx, .odt and .epub are such); {KINDS}{ENCODED}",
    ),
    "a.txt": (
        b"\x89PNG\r\n\x1a\n",
        f"this is no text; found a picture (PNG); {KINDS}; type or recognise its text, and read that",
    ),
    "program": (
        bytes(range(256)) * 4,
        f"this is no text; found bytes that no text holds (108 of the first 1,024); {KINDS}; save it as text in UTF-8",
    ),
    "cut.txt.gz": (
        made.packed(made.SAID.encode() * 900)[:-30],
        (
            "the packed file breaks off; found a .gz that cannot be unpacked to its end; allowed: a whole .gz; "
            "fetch or pack it again; of JSON Lines, the lines before the break were read"
        ),
    ),
    "bad.gz": (
        made.packed(made.SAID.encode())[:-8] + bytes(8),
        (
            "the packed file is damaged; found a .gz that cannot be unpacked to its end; allowed: a whole .gz; "
            "fetch or pack it again; of JSON Lines, the lines before the break were read"
        ),
    ),
    "list.json": (
        b'[{"id": "a", "text": "x"}]',
        (
            f"this is no JSON Lines; found a JSON list; allowed: {FIELDS}, each on one line; "
            "write one object a line: jq -c '.[]' list.json"
        ),
    ),
    "long.json": (
        b'{\n "id": "a",\n "text": "x"\n}',
        (
            f"this is no JSON Lines; found a JSON object over several lines; allowed: {FIELDS}, on one line; "
            "write one object a line: jq -c . long.json"
        ),
    ),
    "page.html": (
        b"<html><body></body></html>",
        (
            "no article was found in the page; found no paragraph; allowed: a page with an article's words in it; "
            "save the page once it is shown in full, or its text"
        ),
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_no_article(read, name):
    data, message = REFUSED[name]
    found, told = read(name, data)
    assert (found, told) == ([], [f"{name}: {message}"])


def test_paths_that_are_no_file(read):
    found, told = read("a.txt", b"Words.", "none.txt", ".")
    assert [a.id for a in found] == ["a"]
    assert told == [
        (
            "none.txt: there is no such file; found nothing; allowed: a file that exists, or - for standard input; "
            "name another file"
        ),
        ".: this is a folder; found a folder; allowed: files; name the files in it, such as FOLDER/*.txt",
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"nonsense", 'the line is no JSON; found Expecting value (column 1) in "nonsense"; allowed: ' + FIELDS),
        (
            b'{"id": "b"}',
            "the line has no text; found the fields id; allowed: text with the article's words, as a JSON string",
        ),
        (
            b'{"id": "b", "text": 5}',
            "text is no string; found 5; allowed: text with the article's words, as a JSON string",
        ),
        (
            b'{"id": "b", "text": " "}',
            'the text is empty; found " "; allowed: text with the article\'s words, as a JSON string',
        ),
        (b'{"id": "a", "text": "x"}', 'the id is taken; found "a", first at in.jsonl:1; allowed: each id once'),
        (b"[1]", "the line is no JSON object; found [1]; allowed: " + FIELDS),
        (
            b'{"id": "b", "text": ' + b"[" * 100_000,
            'the line is no JSON; found nested too deep or a number too long in "{"id": "b", "text"…; allowed: '
            + FIELDS,
        ),
    ],
)
def test_a_bad_line_is_told_and_the_others_are_read(read, line, message):
    found, told = read(
        "in.jsonl", made.lines({"id": "a", "text": "One."}, line, {"id": "z", "text": "Last.", "x": [1]})
    )
    assert [a.id for a in found] == ["a", "z"]
    assert len(told) == 1
    assert told[0].startswith("in.jsonl:2: ")
    assert told[0].endswith(f"; {OTHERS}")
    assert told[0].split("; allowed")[1] == f"{message}; {OTHERS}".split("; allowed")[1]
    assert told[0][: len("in.jsonl:2: ") + 40] == f"in.jsonl:2: {message}"[: len("in.jsonl:2: ") + 40]


def test_a_wrong_field_is_noted_and_left_out(read):
    row = {"id": 7, "text": "Seven.", "outlet": 3, "published": "1/4/24", "title": None, "url": " "}
    (article,), told = read("in.jsonl", made.lines(row))
    assert (article.id, article.outlet, article.published, article.url, told) == ("7", None, None, None, [])
    assert [str(r) for r in article.repairs] == [
        "outlet was left out: found 3; allowed: a string",
        'published was left out: found "1/4/24"; allowed: a day or moment in ISO 8601, such as 2025-10-06',
    ]


def test_lines_that_can_be_mended(read):
    data = made.lines({"text": "No id."}, b'{"id": "s", "text": "half \\ud800"}', b'{"id": "w", "text": "caf\xe9"}')
    found, told = read("in.jsonl.gz", made.packed(b"\xef\xbb\xbf" + data))
    assert [(a.id, a.text, len(a.repairs)) for a in found] == [
        ("in-1", "No id.", 1),
        ("s", "half \ufffd", 1),
        ("w", "café", 1),
    ]
    assert told == []


def test_lines_before_a_break_are_read(read):
    rows = [{"id": str(n), "text": f"Number {n * 7919 % 10007}."} for n in range(20_000)]
    found, told = read("in.jsonl.gz", made.packed(made.lines(*rows))[:-5000])
    assert len(found) > 10_000
    assert told[0].startswith("in.jsonl.gz: the packed file breaks off; ")


def test_a_line_too_long_to_hold(read, monkeypatch):
    monkeypatch.setattr("kit.read.lines.LARGEST", 100_000)
    found, told = read("in.jsonl", made.lines({"id": "a", "text": "x" * 300_000}, {"id": "z", "text": "Last."}))
    assert [a.id for a in found] == ["z"]
    assert told == [
        "in.jsonl:1: the line is too long; found over 100,000 bytes before a line end; allowed: 100,000 bytes; "
        + OTHERS
    ]


def test_a_text_too_large_for_an_article(read, monkeypatch):
    monkeypatch.setattr("kit.read.sources.LARGEST", 100_000)
    assert read("in.txt.gz", made.packed(b"word " * 60_000))[1] == [
        (
            "in.txt.gz: the file is too large for one article; found over 100,000 bytes; allowed: 100,000 bytes; "
            "cut it into articles, or give them as JSON Lines"
        )
    ]


def test_utf16_lines(read):
    found, told = read("in.jsonl", made.lines({"id": "a", "text": "“x”"}).decode().encode("utf-16"))
    assert ([a.text for a in found], told) == (["“x”"], [])


def test_names_become_ids_and_stay_unique(read, tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "a.txt").write_bytes(b"Other words.")
    found, told = read("a.txt.gz", made.packed(b"Words."), "b/a.txt", "a.txt.gz")
    assert ([a.id for a in found], told) == (["a", "a-2", "a-3"], [])


def test_many_files_of_one_name_are_numbered_in_a_row(read):
    found, told = read("a.txt", b"Words.", *["a.txt"] * 3000)
    assert [a.id for a in found] == ["a", *(f"a-{n}" for n in range(2, 3002))]
    assert told == []


@pytest.mark.parametrize(
    "words", ["RIFF is a format.", "BZh is a sign.", "GIF8 came first.", "SQLite formats are many."]
)
def test_prose_that_begins_as_a_format_is_called_is_read(read, words):
    assert [a.text for a in read("a.txt", words.encode())[0]] == [words]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"RIFF\n\0\0\0WEBPVP8 ", "a picture or a recording (RIFF)"),
        (b"BZh91AY&SY\0", "a bzip2 archive"),
        (b"\x28\xb5\x2f\xfd\0", "a zstd archive"),
        (b"{\\rtf1\\ansi", "a rich text document (RTF)"),
    ],
)
def test_what_is_no_text_is_told_by_its_first_bytes(read, data, what):
    found, told = read("a.txt", data)
    assert found == []
    assert f"this is no text; found {what}" in told[0]


@pytest.mark.parametrize(
    ("data", "id_"),
    [(b"Words.", "stdin"), (made.packed(b"Words."), "stdin"), (made.lines({"id": "a", "text": "Words."}), "a")],
)
def test_standard_input_is_told_by_its_content(data, id_):
    stdin = io.BytesIO(data)
    (article,) = articles(["-"], stdin=stdin)
    assert (article.id, article.text) == (id_, "Words.")
    assert not stdin.closed


def test_a_page_is_told_by_its_start_not_by_a_tag_somewhere(read):
    page = "<!-- saved from somewhere -->\n<!doctype html><p>Only one line, “stay,” she said.</p>"
    assert read("a.txt", page.encode())[0][0].text == "Only one line, “stay,” she said."
    assert read("b.txt", b"He wrote <body> and left.")[0][0].text == "He wrote <body> and left."
    assert read("c.html", b"Words without any tag.")[0][0].text == "Words without any tag."


def test_without_tell_a_problem_is_raised(tmp_path):
    with pytest.raises(ReadError, match="there is no such file"):
        list(articles([tmp_path / "none.txt"]))


def test_memory_is_flat_on_a_stream():
    class Stream(io.RawIOBase):
        """Endless for practical purposes: 8,000 articles of 5,000 characters."""

        number = 0

        def readable(self):
            return True

        def readinto(self, buffer):
            if self.number == 8_000:
                return 0
            self.number += 1
            piece = made.lines({"id": self.number, "text": "word " * 1000})
            buffer[: len(piece)] = piece
            return len(piece)

    tracemalloc.start()
    assert sum(1 for _ in articles(["-"], stdin=io.BufferedReader(Stream(), 1 << 16))) == 8_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8_000_000


@given(st.binary(max_size=300))
def test_no_bytes_raise(data):
    told = []
    found = list(articles(["-"], stdin=io.BytesIO(data), tell=told.append))
    assert found or told or not data.strip()
    for article in found:
        article.text.encode("utf-8")


def test_the_same_article_again_is_read_once_and_nothing_is_lost():
    told = []
    lines = made.lines({"id": "a", "text": "One."}, {"id": "a", "text": "One."}, {"id": "a", "text": "Another."})
    found = list(articles(["-"], stdin=io.BytesIO(lines), tell=told.append))
    assert [article.text for article in found] == ["One."]
    assert [problem.lost for problem in told] == [False, True]
    assert "the same article again" in str(told[0])
