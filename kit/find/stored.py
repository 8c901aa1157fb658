"""What is made from a case's texts and stored beside its tables, so that it can be shown without them.

``python -m kit.find.stored TABLE CASE`` makes it again, with every text at hand.
"""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from kit.case import open as open_case
from kit.case import save
from kit.find.fingerprints import fingerprints
from kit.find.suggestions import suggestions

if TYPE_CHECKING:
    import pandas as pd

    from kit.case import Case

__all__ = ["MADE", "store"]

MADE: Mapping[str, Callable[[Case], pd.DataFrame]] = {"fingerprints": fingerprints, "suggestions": suggestions}


def store(table: str, name: str) -> None:
    """Make a table of :data:`MADE` afresh and save the case with it. Raises ``SystemExit`` with a message for another table, or
    when a text is not at hand."""
    if table not in MADE:
        raise SystemExit(f'found "{table}"; allowed: {", ".join(MADE)}')
    case = open_case(name)
    missing = [article for article in case.articles["article"] if article not in case.texts]
    if missing:
        raise SystemExit(
            f"{case.name}: the text of {', '.join(missing)} is not at hand; attach it with kit texts {case.name} FILE"
        )
    tables = MappingProxyType({**case.tables, table: MADE[table](case)})
    save(dataclasses.replace(case, tables=tables), case.folder)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(f"say: python -m kit.find.stored {'|'.join(MADE)} CASE")
    store(*sys.argv[1:])
