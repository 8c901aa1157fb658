"""A case whose every cell is hostile shows its text verbatim and runs nothing."""

import pytest

from kit import case as cases
from kit.publish.report import report
from tests import hostile

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    hostile.make(folder)
    return folder, report(folder, tmp_path_factory.mktemp("report") / "hostile.html")


def test_no_text_of_the_case_runs(watched, made):
    page = watched(made[1])
    assert page.evaluate("window.pwned") is None
    assert page.locator("[onerror], [onload], [onclick]").count() == 0
    assert page.locator("a[href^='javascript' i]").count() == 0
    assert page.locator("main img").count() == 0
    assert page.evaluate("document.scripts.length") == 2 + page.locator("script[type='application/json']").count()


def test_every_chart_is_drawn(watched, made):
    page = watched(made[1])
    states = page.eval_on_selector_all("[data-chart]", "all => all.map(one => one.dataset.drawn)")
    assert states
    assert set(states) == {"yes"}


def as_read(text):
    """Text as HTML reads it: every line end is a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def test_the_texts_are_shown_verbatim(watched, made):
    folder, path = made
    case = cases.open(folder)
    page = watched(path)
    cells = set(page.eval_on_selector_all("td", "all => all.map(one => one.textContent)"))
    for text in case.quotes["text"].dropna():
        assert as_read(f"“{text}”") in cells
    for name in case.speakers["name"]:
        assert any(name in cell for cell in cells)
    assert page.locator("h1").text_content() == as_read(case.about.title)


def test_axe_finds_no_violation(watched, made, axe):
    page = watched(made[1])
    page.evaluate(axe)
    assert [one["id"] for one in page.evaluate("axe.run()")["violations"]] == []
