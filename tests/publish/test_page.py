"""The page lets only its own scripts run, and takes nothing from elsewhere."""

import base64
import hashlib
import re

import nbformat

from kit import show
from kit.publish.notebooks import cards
from kit.publish.page import page


def drawn(harbour):
    (path,) = [card.path for card in cards() if card.path.stem == "02-quotes"]
    return page(harbour, {path.stem: nbformat.read(path, as_version=4)})


def test_every_script_is_data_or_allowed_by_its_hash(harbour):
    html = drawn(harbour)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)[1]
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    digests = {f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'" for s in scripts}
    assert len(scripts) == 2
    assert digests == set(re.search(r"script-src ([^;]+)", policy)[1].split())
    assert policy.startswith("default-src 'none'; ")


def test_nothing_is_loaded_from_elsewhere(harbour):
    html = re.sub(r"<script>.*?</script>", "", drawn(harbour), flags=re.DOTALL)
    assert not re.search(r"<(?:link|img|iframe|source|object|embed)\b|@import|url\(|\bsrc=", html)


def test_a_chart_keeps_its_name_finding_and_table(harbour):
    html = drawn(harbour)
    name = show.wordings(harbour).usermeta["kit"]["name"]
    assert f'-name">{name}</strong>' in html
    assert "The data of this chart as a table" in html


def test_cells_that_ask_to_be_changed_are_for_notebooks_only(harbour):
    assert "CHANGE ME" not in drawn(harbour)
    assert "Look for a word" not in drawn(harbour)
