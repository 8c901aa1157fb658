"""The articles' texts, which are not part of every case: found, recognised, attached, detached.

* a text is recognised by the SHA-256 of its file, whatever the file is called;
* texts lie in ``data/CASE/texts/ARTICLE.txt`` (attached) or in the folder that ``KIT_TEXTS`` names;
* ``KIT_TEXTS=none`` leaves all texts out, so that what is shown does not depend on them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from kit.spans import sha256

__all__ = ["NONE", "at_hand", "attach", "detach", "folder_named"]

NONE = "none"

LARGEST = 50_000_000
"""Bytes; a larger file in the folder that ``KIT_TEXTS`` names is no article and is not read."""


def folder_named() -> Path | None:
    """The folder that ``KIT_TEXTS`` names; ``None`` when it is not set. Raises ``FileNotFoundError``
    when it names no folder."""
    named = os.environ.get("KIT_TEXTS", "")
    if named in ("", NONE):
        return None
    folder = Path(named).expanduser()
    if not folder.is_dir():
        raise FileNotFoundError(f'KIT_TEXTS: found "{named}"; allowed: a folder that exists, or {NONE}')
    return folder


def at_hand(case_folder: Path, digests: Mapping[str, str]) -> dict[str, str]:
    """The texts that can be found, by article, in the order of ``digests`` (article to SHA-256)."""
    if os.environ.get("KIT_TEXTS") == NONE:
        return {}
    places = [case_folder / "texts", folder_named()]
    paths = [p for place in places if place and place.is_dir() for p in sorted(place.rglob("*")) if p.is_file()]
    articles = {digest: article for article, digest in digests.items()}
    found: dict[str, str] = {}
    for path in paths:
        if len(found) == len(articles):
            break
        with suppress(OSError, UnicodeDecodeError):  # a file that cannot be read is no text at hand
            data = path.read_bytes() if path.stat().st_size <= LARGEST else b""
            if article := articles.get(sha256(data)):
                found[article] = data.decode("utf-8")
    return {article: found[article] for article in digests if article in found}


def attach(case_folder: Path, digests: Mapping[str, str], paths: Iterable[Path]) -> dict[Path, str]:
    """Copy files into the case's folder; returns what each path is: ``article NAME`` or why it was left."""
    told: dict[Path, str] = {}
    articles = {digest: article for article, digest in digests.items()}
    for path in (p for given in paths for p in (sorted(given.rglob("*")) if given.is_dir() else [given])):
        if path.is_dir():
            continue
        try:
            data = path.read_bytes()
        except OSError as error:
            told[path] = f"not read: {error.strerror}"
            continue
        article = articles.get(sha256(data))
        if article:
            (case_folder / "texts").mkdir(exist_ok=True)
            (case_folder / "texts" / f"{article}.txt").write_bytes(data)
            told[path] = f"article {article}"
        else:
            told[path] = _near(data, articles)
    return told


def _near(data: bytes, articles: Mapping[str, str]) -> str:
    """Why a file is not recognised, when a common change explains it."""
    mended = {
        "its line ends are CRLF; save it with LF": data.replace(b"\r\n", b"\n"),
        "it starts with a byte order mark; save it without": data.removeprefix(b"\xef\xbb\xbf"),
        "it ends in a line end the article does not have": data.rstrip(b"\r\n"),
        "it lacks the line end at its end": data + b"\n",
    }
    for reason, other in mended.items():
        if article := articles.get(sha256(other)):
            return f"almost {article}: {reason}"
    return "not recognised: its SHA-256 is none of the case's articles"


def detach(case_folder: Path, articles: Iterable[str]) -> list[str]:
    """Remove attached copies; returns the articles whose text was removed."""
    removed = []
    for article in articles:
        path = case_folder / "texts" / f"{article}.txt"
        if path.exists():
            path.unlink()
            removed.append(article)
    return removed
