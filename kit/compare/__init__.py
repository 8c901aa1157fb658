"""Tables become tables: what a case's rows say when they are held against each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from kit.compare.accounting import accounting
from kit.compare.chains import chains
from kit.compare.changes import changes
from kit.compare.copying import copied_stretches, copying
from kit.compare.coverage import answers
from kit.compare.cues import cues
from kit.compare.drift import drift, only_quoted
from kit.compare.found import figures, found
from kit.compare.headlines import headlines
from kit.compare.hedges import hedge_pairs, hedges
from kit.compare.labels import labels
from kit.compare.neighbours import neighbours
from kit.compare.orders import cycles, orders
from kit.compare.orders import pairs as order_pairs
from kit.compare.origins import origins, support
from kit.compare.redating import redated
from kit.compare.shifts import shifts
from kit.compare.silences import left_out, only_one
from kit.compare.telling import telling
from kit.compare.timeline import timeline
from kit.compare.variants import found_in, variants
from kit.compare.verdicts import verdicts
from kit.compare.wordings import wordings
from kit.find.fingerprints import fingerprints
from kit.find.suggestions import suggestions

if TYPE_CHECKING:
    import pandas as pd

    from kit.case import Case

__all__ = [
    "COMPUTED", "accounting", "answers", "chains", "changes", "computed", "copied_stretches", "copying", "cues",
    "cycles", "drift", "figures", "fingerprints", "found", "headlines", "hedge_pairs", "hedges", "labels", "left_out",
    "neighbours", "only_one", "only_quoted", "order_pairs", "orders", "origins", "redated", "shifts", "suggestions",
    "support", "telling", "timeline", "variants", "verdicts",
    "wordings",
]  # fmt: skip

COMPUTED: Mapping[str, Callable[[Case], pd.DataFrame]] = {
    "accounting": accounting,
    "chains": chains,
    "changes": changes,
    "copied-stretches": copied_stretches,
    "copying": copying,
    "coverage": answers,
    "cues": cues,
    "cycles": cycles,
    "drift": drift,
    "figures": figures,
    "fingerprints": fingerprints,
    "found": found,
    "headlines": headlines,
    "hedge-pairs": hedge_pairs,
    "hedges": hedges,
    "labels": labels,
    "left-out": left_out,
    "neighbours": neighbours,
    "only-one": only_one,
    "only-quoted": only_quoted,
    "order-pairs": order_pairs,
    "orders": orders,
    "origins": origins,
    "shifts": shifts,
    "suggestions": suggestions,
    "support": support,
    "telling": telling,
    "timeline": timeline,
    "variants": found_in,
    "verdicts": verdicts,
    "wordings": wordings,
}
"""Every computed table by the name the command line gives it. Where a stored table has the same name, the computed one
has its columns or, for verdicts, what its rulings are about."""


def computed(case: Case, table: str) -> pd.DataFrame:
    """One of the tables of :data:`COMPUTED`."""
    return COMPUTED[table](case)
