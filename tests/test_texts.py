import pytest

from kit import texts
from kit.spans import sha256

BYTES = {"one": "Ahoy, “Marigold”.\n".encode(), "two": b"Nobody answered.\n"}
DIGESTS = {article: sha256(data) for article, data in BYTES.items()}
HELD = {article: data.decode() for article, data in BYTES.items()}


@pytest.fixture(autouse=True)
def _nothing_named(monkeypatch):
    monkeypatch.delenv("KIT_TEXTS", raising=False)


@pytest.fixture
def case_folder(tmp_path):
    folder = tmp_path / "case"
    folder.mkdir()
    return folder


@pytest.fixture
def own(tmp_path):
    """A reader's own folder with both texts under other names, and a file that is none."""
    folder = tmp_path / "own"
    (folder / "deeper").mkdir(parents=True)
    (folder / "b.txt").write_bytes(BYTES["one"])
    (folder / "deeper" / "a.html").write_bytes(BYTES["two"])
    (folder / "c.txt").write_bytes(b"something else")
    return folder


def test_without_texts_none_is_at_hand(case_folder):
    assert texts.at_hand(case_folder, DIGESTS) == {}


def test_texts_are_recognised_whatever_their_names_in_the_order_of_the_articles(case_folder, own, monkeypatch):
    monkeypatch.setenv("KIT_TEXTS", str(own))
    found = texts.at_hand(case_folder, DIGESTS)
    assert list(found.items()) == list(HELD.items())


def test_attached_texts_are_at_hand(case_folder, own):
    assert texts.attach(case_folder, DIGESTS, [own]) == {
        own / "b.txt": "article one",
        own / "c.txt": "not recognised: its SHA-256 is none of the case's articles",
        own / "deeper" / "a.html": "article two",
    }
    assert texts.at_hand(case_folder, DIGESTS) == HELD
    assert (case_folder / "texts" / "one.txt").read_bytes() == BYTES["one"]


def test_none_leaves_attached_texts_out(case_folder, own, monkeypatch):
    texts.attach(case_folder, DIGESTS, [own])
    monkeypatch.setenv("KIT_TEXTS", "none")
    assert texts.at_hand(case_folder, DIGESTS) == {}
    assert texts.folder_named() is None


def test_a_folder_that_does_not_exist_is_told(case_folder, monkeypatch):
    monkeypatch.setenv("KIT_TEXTS", "/no/such/folder")
    with pytest.raises(FileNotFoundError) as caught:
        texts.at_hand(case_folder, DIGESTS)
    assert str(caught.value) == 'KIT_TEXTS: found "/no/such/folder"; allowed: a folder that exists, or none'


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (BYTES["two"].replace(b"\n", b"\r\n"), "almost two: its line ends are CRLF; save it with LF"),
        (b"\xef\xbb\xbf" + BYTES["two"], "almost two: it starts with a byte order mark; save it without"),
        (BYTES["two"].rstrip(), "almost two: it lacks the line end at its end"),
        (BYTES["two"] + b"\n", "not recognised: its SHA-256 is none of the case's articles"),
        (b"\xff\x00", "not recognised: its SHA-256 is none of the case's articles"),
        (b"", "not recognised: its SHA-256 is none of the case's articles"),
    ],
)
def test_a_file_that_is_almost_an_article_is_told_why(case_folder, tmp_path, data, why):
    path = tmp_path / "file.txt"
    path.write_bytes(data)
    assert texts.attach(case_folder, DIGESTS, [path]) == {path: why}
    assert not (case_folder / "texts").exists()


def test_a_line_end_too_many_is_told(case_folder, tmp_path):
    path = tmp_path / "file.txt"
    path.write_bytes(b"Ahoy.\n")
    told = texts.attach(case_folder, {"one": sha256(b"Ahoy.")}, [path])
    assert told == {path: "almost one: it ends in a line end the article does not have"}


def test_a_file_that_is_not_there_is_told(case_folder, tmp_path):
    path = tmp_path / "missing.txt"
    assert texts.attach(case_folder, DIGESTS, [path]) == {path: "not read: No such file or directory"}


def test_a_file_that_is_no_text_is_not_at_hand(case_folder, own, monkeypatch):
    (own / "latin.txt").write_bytes(b"caf\xe9")
    monkeypatch.setenv("KIT_TEXTS", str(own))
    assert texts.at_hand(case_folder, {"latin": sha256(b"caf\xe9")} | DIGESTS) == HELD


def test_detaching_removes_the_copies_only(case_folder, own):
    texts.attach(case_folder, DIGESTS, [own])
    assert texts.detach(case_folder, DIGESTS) == ["one", "two"]
    assert texts.at_hand(case_folder, DIGESTS) == {}
    assert (own / "b.txt").exists()
    assert texts.detach(case_folder, DIGESTS) == []
