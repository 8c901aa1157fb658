"""Loads jsonschema, which Altair and nbformat need, without what takes longer to load than both: rfc3987-syntax, its optional
check of internationalised addresses, compiles a grammar on every start (2 of the 3 seconds of ``import altair`` where
JupyterLab brings it along). Nothing here checks such addresses; a process that has loaded jsonschema already is left as it is."""

import sys

_SLOW = "rfc3987_syntax"

if "jsonschema" not in sys.modules and _SLOW not in sys.modules:
    sys.modules[_SLOW] = None  # type: ignore[assignment]  # import then says that there is no such module
    try:
        import jsonschema  # noqa: F401
    finally:
        del sys.modules[_SLOW]
