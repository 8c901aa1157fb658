"""Compare how several outlets tell one event, span by span.

* ``kit.open("chicago")`` gives a case: a frozen object with a table for every part of it;
* ``kit.show`` turns a case into charts, tables and passages;
* ``kit.check("chicago")`` returns every problem of a case's files.

Nothing heavy is imported until a verb is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kit.case import Case, CaseError, cases, check, open, save

__version__ = "0.1.0"
__all__ = ["Case", "CaseError", "cases", "check", "open", "save", "show"]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name == "show":
        return import_module("kit.show")
    if name in __all__:
        return getattr(import_module("kit.case"), name)
    raise AttributeError(f"module 'kit' has no attribute {name!r}")
