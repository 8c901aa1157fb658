"""A case becomes something to look at: charts, tables, passages, notes.

* a chart is a function of the case and carries its name, finding, description and table;
* importing this module turns on the renderer that draws without a network, and the theme.
"""

from __future__ import annotations

import kit.quick  # noqa: F401  (before the first import of Altair)

# isort: split
from kit.show import look  # noqa: F401  (registers the theme)
from kit.show.agreement import agreement
from kit.show.answers import answers
from kit.show.apparatus import apparatus
from kit.show.chains import chains
from kit.show.conflicts import order_conflicts, order_pairs
from kit.show.copying import copying
from kit.show.coverage import coverage, left_out, only_one
from kit.show.cues import cues
from kit.show.differences import against_itself, differences, side_by_side
from kit.show.drift import drift
from kit.show.evidence import about, accounted, answered, evidence, explore, question, sources
from kit.show.found import figures as found_figures
from kit.show.found import found, mistakes
from kit.show.hedges import hedged, hedges
from kit.show.labels import headlined, labels
from kit.show.maps import maps
from kit.show.naming import naming
from kit.show.only_quoted import only_quoted
from kit.show.orders import orders, orders_graph
from kit.show.origins import origin_graph, origins, support
from kit.show.passages import note, passage
from kit.show.redate import redate
from kit.show.shifts import shifted, shifts
from kit.show.table import Table, data, first, table
from kit.show.telling import telling
from kit.show.timeline import timeline
from kit.show.verdicts import verdicts
from kit.show.voices import voices
from kit.show.wordings import wordings

__all__ = [
    "CHARTS", "Table", "about", "accounted", "against_itself", "agreement", "answered", "answers", "apparatus",
    "chains", "copying", "coverage", "cues", "data", "differences", "drift", "evidence", "explore", "first", "found",
    "found_figures", "headlined", "hedged", "hedges", "labels", "left_out", "maps", "mistakes", "naming", "note",
    "only_one", "only_quoted", "order_conflicts", "order_pairs", "orders", "orders_graph", "origin_graph", "origins",
    "passage", "question", "redate", "shifted", "shifts", "side_by_side", "sources",
    "support", "table", "telling", "timeline", "verdicts", "voices", "wordings",
]  # fmt: skip

CHARTS = (
    maps, voices, naming, wordings, drift, only_quoted, copying, chains, origin_graph, shifts, timeline, orders_graph, telling, verdicts,
    agreement, answers, cues, hedges, coverage, found,
)  # fmt: skip
"""Every chart, in the order of the notebooks."""
