"""JupyterLab, really started: a notebook run with Run All, its charts seen."""

import contextlib
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import nbformat
import pytest
from playwright.sync_api import TimeoutError

from kit.case import find
from kit.publish.notebooks import folder, lab_environment

pytestmark = pytest.mark.browser

PATIENCE = 90  # seconds for JupyterLab or a kernel to start on a busy machine


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """JupyterLab on a copy of the notebooks without their outputs; gives its address."""
    root = tmp_path_factory.mktemp("lab")
    for path in folder().glob("*.ipynb"):
        notebook = nbformat.read(path, as_version=4)
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = [], None
        nbformat.write(notebook, root / path.name)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}", "--IdentityProvider.token="]
    environment = {**lab_environment(find("chicago")), "KIT_TEXTS": "none", "JUPYTER_CONFIG_DIR": str(root / ".config")}
    environment.pop("KIT_STATIC", None)
    command = [sys.executable, "-m", "jupyterlab", *options, str(root)]
    with (root / "lab.log").open("wb") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=root)
        try:
            yield _ready(f"http://127.0.0.1:{port}", server, root / "lab.log")
        finally:
            server.terminate()
            server.wait(timeout=30)
            shutil.rmtree(root, ignore_errors=True)


def _ready(address, server, log):
    for _ in range(PATIENCE * 2):
        if server.poll() is not None:
            pytest.fail(f"JupyterLab stopped: {log.read_text()[-2000:]}")
        try:
            urllib.request.urlopen(f"{address}/api", timeout=2).read()
        except OSError:
            time.sleep(0.5)
        else:
            return address
    return pytest.fail(f"JupyterLab did not answer: {log.read_text()[-2000:]}")


def run_all(page):
    """Run All Cells from the menu; again when JupyterLab was not yet ready to hear it."""
    begun = page.locator(".jp-CodeCell .jp-InputPrompt", has_text=re.compile(r"\[[*\d]+\]")).first
    for _ in range(3):
        try:
            for accept in page.locator(".jp-Dialog button.jp-mod-accept").all():
                accept.click(timeout=5_000)  # a busy machine may ask which kernel
            page.get_by_role("menuitem", name="Run", exact=True).click(timeout=15_000)
            page.get_by_role("menuitem", name="Run All Cells", exact=True).click(timeout=15_000)
            begun.wait_for(timeout=15_000)
        except TimeoutError:
            continue
        return


@pytest.mark.parametrize(
    ("notebook", "charts"),
    [
        ("01-sources", 1),
        ("02-quotes", 2),
        ("03-attributions", 4),
        ("04-timeline", 3),
        ("05-contradictions", 3),
        ("06-wording-and-omissions", 3),
    ],
)
def test_run_all_draws_the_charts(lab, chromium, notebook, charts):
    context = chromium.new_context(viewport={"width": 1400, "height": 6000})
    page = context.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if "[Vega" in message.text else None)
    drawn = page.locator(".jp-RenderedVegaCommon5 svg")
    for patience in (PATIENCE / 2, PATIENCE):  # a first start on a cold machine may lose the order to run
        page.goto(f"{lab}/lab/tree/{notebook}.ipynb?reset")
        page.locator(".jp-Notebook-ExecutionIndicator[data-status='idle']").first.wait_for(timeout=PATIENCE * 1000)
        run_all(page)
        with contextlib.suppress(TimeoutError):
            drawn.nth(charts - 1).wait_for(timeout=patience * 1000)
            break
    assert drawn.count() >= charts
    filled = "all => all.every(one => one.querySelectorAll('path, text').length > 5)"
    for _ in range(PATIENCE * 2):  # a widget may draw after the cells are done
        if drawn.evaluate_all(filled):
            break
        page.wait_for_timeout(500)
    assert drawn.evaluate_all(filled)
    assert page.locator(".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.stderr']").count() == 0
    if notebook == "02-quotes":
        page.locator(".widget-dropdown select").first.wait_for(timeout=PATIENCE * 1000)
    assert complaints == []
    context.close()
