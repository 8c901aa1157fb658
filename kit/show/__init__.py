"""A case becomes something to look at: charts, tables, passages, notes.

* a chart is a function of the case and carries its name, finding, description and table;
* importing this module turns on the renderer that draws without a network, and the theme.
"""

from __future__ import annotations

from kit.show import look  # noqa: F401  (registers the theme)
from kit.show.answers import answers
from kit.show.chains import chains
from kit.show.differences import differences
from kit.show.evidence import about, accounted, answered, evidence, explore, orders, origins, question, sources
from kit.show.maps import maps
from kit.show.naming import naming
from kit.show.passages import note, passage
from kit.show.table import Table, data, first, table
from kit.show.timeline import timeline
from kit.show.voices import voices
from kit.show.wordings import wordings

__all__ = [
    "CHARTS", "Table", "about", "accounted", "answered", "answers", "chains", "data", "differences", "evidence",
    "explore", "first", "maps", "naming", "note", "orders", "origins", "passage", "question", "sources", "table", "timeline",
    "voices", "wordings",
]  # fmt: skip

CHARTS = (maps, voices, naming, wordings, chains, timeline, answers)
"""Every chart, in the order of the notebooks."""
