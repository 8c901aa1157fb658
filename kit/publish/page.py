"""Run notebooks become one page: sections, figures, tables, and a policy that lets only our scripts run."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import kit.quick  # before the first import of Altair

# isort: split
import altair as alt
import pandas as pd
import vl_convert
from jinja2 import Environment
from markupsafe import Markup
from nbconvert.exporters import TemplateExporter
from traitlets.config import Config

import kit
from kit.show.figure import MIME
from kit.show.markup import markdown, rendered
from kit.show.table import Table

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from kit.case import Case

__all__ = ["page"]

NOTEBOOK_ONLY = "notebook-only"
"""The tag of cells that ask a reader to change something: a page has nothing to run them."""

_HERE = Path(__file__).parent / "templates"


@dataclass
class _Section:
    """One notebook of the page, and the charts in it."""

    id: str
    title: str
    html: str = ""
    charts: list[dict[str, str]] = field(default_factory=list)


class _Exporter(TemplateExporter):
    """nbconvert's walk through a notebook, with our template and escaping always on."""

    def _create_environment(self) -> Environment:
        environment: Environment = super()._create_environment()  # type: ignore[no-untyped-call]
        environment.autoescape = True
        environment.globals["vegalite"] = MIME
        return environment


def page(case: Case, notebooks: dict[str, NotebookNode]) -> str:
    """The whole HTML file, for notebooks by name (file stem) in reading order."""
    seen: Counter[str] = Counter()
    sections = [_section(name, notebook, seen) for name, notebook in notebooks.items()]
    scripts = [Markup(script) for script in _scripts()]
    return rendered(
        "page.html", about=case.about, articles=len(case.articles), hashes=Markup(" ".join(map(_policy, scripts))),
        language=case.about.language, scripts=scripts, sections=sections,
        style=Markup((_HERE / "report.css").read_text(encoding="utf-8")), version=kit.__version__,
    )  # fmt: skip


def _scripts() -> list[str]:
    """Vega with its parts, wrapped so that nothing of it leaks, and the page's own script."""
    bundle = vl_convert.javascript_bundle()  # type: ignore[call-arg]  # its stub forgets the default
    own = (_HERE / "report.js").read_text(encoding="utf-8")
    scripts = [f"(function(){{{bundle}}})();", own]
    if any("</script" in script.lower() or "<!--" in script for script in scripts):
        raise ValueError("page: a script holds text that would end its element; nothing was written")
    return scripts


def _policy(script: str) -> str:
    """The source expression that lets exactly this script run (Content Security Policy Level 3, 2.3.1)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def _trusted(html: str) -> Markup:
    """HTML that kit.show.markup made when the notebook ran."""
    return Markup(html)


def _section(name: str, notebook: NotebookNode, seen: Counter[str]) -> _Section:
    section = _Section(name, notebook.metadata.kit["title"])
    titled = [f"{name}-name"]  # the first heading of the notebook names its section

    def prose(source: str, _: object) -> Markup:
        return markdown(source, lower=1, first_id=titled.pop() if titled else "")

    def chart(spec: dict[str, Any]) -> Markup:
        drawn = _figure(spec, seen)
        section.charts.append({"id": drawn[0], "name": drawn[1]})
        return drawn[2]

    exporter = _Exporter(
        Config(
            NbConvertBase={"display_data_priority": [MIME, "text/html", "text/plain"]},
            TagRemovePreprocessor={"enabled": True, "remove_cell_tags": {NOTEBOOK_ONLY}},
        ),
        template_name="notebook",
        extra_template_basedirs=[str(_HERE)],
        template_file="index.html.j2",
        filters={"section": prose, "chart": chart, "trusted": _trusted},
    )
    html, _ = exporter.from_notebook_node(notebook, resources={"notebook": name})
    section.html = Markup(html)
    return section


def _figure(spec: dict[str, Any], seen: Counter[str]) -> tuple[str, str, Markup]:
    """A chart's id, name and HTML. Its title becomes the caption, its table stands below it."""
    spec = json.loads(json.dumps(spec))
    carried = spec.pop("usermeta")["kit"]
    spec.pop("title", None)
    spec["$schema"] = alt.SCHEMA_URL  # the page has the Vega-Lite that Altair writes for
    digest = hashlib.sha256(json.dumps(spec).encode()).hexdigest()[:10]
    seen[digest] += 1
    identifier = f"chart-{digest}" + (f"-{seen[digest]}" if seen[digest] > 1 else "")
    frame = pd.DataFrame(carried["table"]["rows"], columns=carried["table"]["columns"])
    html = rendered(
        "figure.html", id=identifier, name=carried["name"], finding=carried["finding"], spec=spec, rows=len(frame),
        table=Table(frame, f"The data of the chart: {carried['name']}").html(),
    )  # fmt: skip
    return identifier, carried["name"], html
