"""Chromium (the system's, driven by Playwright) for what a person sees; skipped with the reason where it is missing."""

import os
import shutil
from pathlib import Path

import pytest

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def missing(reason):
    """Skip, or fail where KIT_BROWSER=required says that everything is installed."""
    if os.environ.get("KIT_BROWSER") == "required":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def chromium():
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        missing("Chromium is not installed (Debian: apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe():
    if not AXE.exists():
        missing("axe-core is not installed (make test fetches it where npm is installed)")
    return AXE.read_text(encoding="utf-8")


class Watched:
    """A page without a network, with all it asked for and complained about."""

    def __init__(self, context):
        self.requests, self.complaints = [], []
        self.page = context.new_page()
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._listen)

    def _listen(self, message):
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def open(self, path):
        def refuse(route):
            if route.request.url != path.as_uri():
                self.requests.append(route.request.url)
                return route.abort()
            return route.continue_()

        self.page.route("**/*", refuse)
        self.page.goto(path.as_uri())
        self.page.evaluate("window.charts")
        return self.page


@pytest.fixture
def watched(chromium, request):
    """``watched(path)`` opens a file with the network refused; nothing may be asked for or complained about."""
    made = []

    def open_(path, **options):
        context = chromium.new_context(offline=True, viewport={"width": 1280, "height": 900}, **options)
        made.append((context, Watched(context)))
        return made[-1][1].open(path)

    yield open_
    for context, seen in made:
        context.close()
        assert seen.requests == []
        assert seen.complaints == []
