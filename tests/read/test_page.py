import contextlib
import importlib.util
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kit.read import ReadError, articles, page

_spec = importlib.util.spec_from_file_location("read_files", Path(__file__).parent / "files.py")
made = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(made)


def test_a_saved_page():
    article = page.article(made.PAGE.encode(), "ferry", "ferry.html")
    assert (article.title, article.outlet, article.author, article.published, article.url, article.repairs) == (
        "Ferry held at Port Ansel",
        "Harbour Gazette",
        "Mira Okon, Ivo Tan",
        "2024-03-04T08:30:00Z",
        "https://gazette.example/ferry",
        (),
    )
    assert article.text.split("\n") == [
        "Ferry held at Port Ansel",
        "",
        "The ferry on Monday. (Photo: Ola Ruz)",
        "",
        "The ferry was held for six hours on Monday, the harbour office said, after a passenger found a crack.",
        "",
        "“Nobody was in danger,” said Tomas Hale, the harbour master. “We took our time.”",
        "",
        "What passengers saw",
        "",
        "The crew told us nothing for two hours and then they sent us home.",
        "",
        "Six hours on a cold quay. @ferry",
        "",
        "— Lena Brook (@lenab)",
        "",
        "The ferry left at noon.",
        "",
        "A second crack was found at one.",
        "",
        "First line of verse",
        "Second line of verse",
        "",
        "The operator did not answer calls. An inquiry opens on Thursday, the ministry said in a statement.",
    ]


def test_a_page_in_the_encoding_it_names(tmp_path):
    path = tmp_path / "page.htm"
    path.write_bytes('<head><meta charset="iso-8859-2"></head><p>Zażółć gęślą</p>'.encode("iso-8859-2"))
    (article,) = articles([path])
    assert article.text == "Zażółć gęślą"
    assert [str(r) for r in article.repairs] == ["the page was read as iso8859-2, as it says itself"]


def test_paragraphs_stand_in_when_the_extractor_finds_too_little(monkeypatch):
    monkeypatch.setattr(page, "_extracted", lambda tree: "Ferry held at Port Ansel")
    article = page.article(made.PAGE.encode(), "ferry", "ferry.html")
    assert "“Nobody was in danger,” said Tomas Hale" in article.text
    assert "newsletter" not in article.text
    assert next(r.what.partition(";")[0] for r in article.repairs).startswith("the extractor found ")


def test_broken_metadata_does_no_harm():
    text = '<html><head><script type="application/ld+json">{"@type": </script><meta name="date" content="soon">'
    article = page.article(f"{text}</head><body><p>Words enough for one line.</p></body>".encode(), "a", "a.html")
    assert (article.text, article.published, article.title) == ("Words enough for one line.", None, None)


def test_metadata_nested_without_end_do_no_harm():
    author = "[" * 900 + '"Ann Lee"' + "]" * 900
    linked = f'{{"@type": "NewsArticle", "headline": "Gate shut", "author": {author}}}'
    text = f'<html><head><script type="application/ld+json">{linked}</script></head><body><p>{"The gate is shut. " * 20}</p></body></html>'
    assert page.article(text.encode(), "a", "a.html").author is None


def test_no_repeated_paragraph_is_lost():
    said = "<p>“We will stay,” said Ola Ruz, the harbour master.</p>"
    article = page.article(f"<html><body><article>{said * 300}</article></body></html>".encode(), "a", "a.html")
    assert article.text.count("“We will stay,”") == 300


PIECES = ["<p>", "</p>", "<div>", "<article>", "</article>", "<p", "<!--", "-->", "<script>", "]]>", "<figure><figcaption>",
          "<br>", "<table><td>", "&#0;", "&quot;", "“Stay,” she said.", "\0", "\ufeff", "<title>", "<meta charset=utf-7>",
          '<script type="application/ld+json">[1', "</script>", "<svg>", "<blockquote>"]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_no_page_raises_but_for_being_empty(pieces):
    with contextlib.suppress(ReadError):
        assert page.article(("<html>" + "".join(pieces)).encode(), "a", "a.html").text.strip()
