"""Tables become tables: what a case's rows say when they are held against each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from kit.compare.accounting import accounting
from kit.compare.chains import chains
from kit.compare.coverage import answers
from kit.compare.timeline import timeline
from kit.compare.wordings import wordings

if TYPE_CHECKING:
    import pandas as pd

    from kit.case import Case

__all__ = ["COMPUTED", "accounting", "answers", "chains", "computed", "timeline", "wordings"]

COMPUTED: Mapping[str, Callable[[Case], pd.DataFrame]] = {
    "accounting": accounting,
    "chains": chains,
    "coverage": answers,
    "timeline": timeline,
    "wordings": wordings,
}
"""Every computed table by the name the command line gives it."""


def computed(case: Case, table: str) -> pd.DataFrame:
    """One of the tables of :data:`COMPUTED`."""
    return COMPUTED[table](case)
