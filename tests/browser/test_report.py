"""The report of the Chicago case as a reader opens it: from the disk, without a network."""

import pytest

from kit.publish.report import report

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return report("chicago", tmp_path_factory.mktemp("report") / "chicago.html")


def violations(page, axe):
    page.evaluate(axe)
    asked = "{rules: {'target-size': {enabled: true}}, resultTypes: ['violations']}"  # what passes needs no description
    found = page.evaluate(f"axe.run(document, {asked})")["violations"]
    return [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found]


def test_every_chart_is_drawn(watched, path):
    page = watched(path)
    states = page.eval_on_selector_all("[data-chart]", "all => all.map(one => one.dataset.drawn)")
    marks = page.eval_on_selector_all(
        "[data-chart]", "all => all.map(one => one.querySelectorAll('svg path, svg text').length)"
    )
    assert len(states) >= 7
    assert set(states) == {"yes"}
    assert min(marks) > 5


def test_a_menu_changes_its_chart(watched, path):
    page = watched(path)
    changed = []
    for figure in page.query_selector_all("figure.chart"):
        menu = figure.query_selector(".vega-bind select")
        if menu is None:
            continue
        before = figure.query_selector("svg").inner_html()
        menu.select_option(index=menu.evaluate("one => one.selectedIndex === 1 ? 2 : 1"))
        page.wait_for_timeout(300)
        changed.append(figure.query_selector("svg").inner_html() != before)
    assert len(changed) >= 3
    assert all(changed)


def said(page):
    """The table of all that is reported as said, and its search box."""
    scroll = page.locator(".scroll", has=page.locator("caption", has_text="What the articles report as said")).first
    return scroll.locator("table"), scroll.locator("xpath=preceding-sibling::p[1]//input")


def test_search_keeps_the_rows_with_the_words(watched, path):
    page = watched(path)
    table, box = said(page)
    every = table.locator("tbody tr").count()
    box.fill("dispatcher")
    shown = table.locator("tbody tr:not([hidden])")
    assert 0 < shown.count() < every
    assert all("dispatcher" in text.lower() for text in shown.all_inner_texts())
    box.fill("no row has these words")
    assert shown.count() == 0
    assert box.locator("xpath=following-sibling::output").inner_text().strip() == f"0 of {every} rows"


def test_a_click_on_a_heading_sorts_and_the_third_restores(watched, path):
    page = watched(path)
    table, _ = said(page)
    heading = table.locator("th button").first
    cells = table.locator("tbody tr td:first-child")
    original = cells.all_inner_texts()
    heading.click()
    assert cells.all_inner_texts() == sorted(original, key=str.casefold)
    heading.click()
    heading.click()
    assert cells.all_inner_texts() == original


def test_code_is_folded_away_until_it_is_asked_for(watched, path):
    page = watched(path)
    code = page.locator("details.code").first
    assert not code.is_visible()
    page.get_by_role("button", name="Show the code").click()
    assert code.locator("pre").is_visible()
    page.get_by_role("button", name="Hide the code").click()
    assert not code.is_visible()


# Two of the four pairs of scheme and width: a pass takes a minute.
def test_axe_finds_no_violation_on_a_dark_phone(watched, path, axe):
    page = watched(path, color_scheme="dark")
    page.set_viewport_size({"width": 390, "height": 900})
    assert violations(page, axe) == []


def test_axe_finds_no_violation_with_everything_unfolded(watched, path, axe):
    page = watched(path, color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_role("button", name="Show the code").click()
    page.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true; })")
    assert violations(page, axe) == []


def test_the_page_is_small_and_has_one_first_heading(watched, path):
    page = watched(path)
    charts = page.locator("[data-chart]").count()
    assert page.locator("h1").count() == 1
    assert path.stat().st_size <= 1_500_000 + 100_000 * charts


def test_nothing_is_wider_than_a_narrow_screen(watched, path):
    page = watched(path)
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
