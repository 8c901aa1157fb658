"""A case built in code, row by row, for tests that want to see every row they count."""

from datetime import date
from pathlib import Path
from types import MappingProxyType

from kit.case import Case, frame
from kit.schema import TABLES, CaseFile

__all__ = ["article", "built", "ordered", "quote", "speaker"]


def built(**tables):
    """A case of these tables, each a list of dicts; cells not given are empty."""
    about = CaseFile(
        title="t", summary="s", happened=date(2031, 3, 14), timezone="UTC", language="en", fictional=True, licence="l"
    )
    rows = {
        name: [dict.fromkeys(model.model_fields) | row for row in tables.get(name, [])]
        for name, model in TABLES.items()
    }
    frames = {name: frame(model, [model(**row) for row in rows[name]]) for name, model in TABLES.items()}
    return Case("built", Path(), about, MappingProxyType(frames), MappingProxyType({}), MappingProxyType({}))


def article(name, outlet, characters=1000):
    return {"article": name, "outlet": outlet, "characters": characters, "words": 1, "sha256": "0" * 64}


def speaker(name, naming="named", full=None):
    return {"speaker": name, "name": full or name.title(), "kind": "person", "naming": naming}


def quote(name, where, who, words=None, **cells):
    """A direct quotation of these words, or indirect speech where none are given."""
    said = {"kind": "direct", "text": words} if words else {"kind": "indirect", "paraphrase": "own words"}
    place = {"start": 0, "end": 10, "status": "accepted"}
    return {"quote": name, "article": where, "speaker": who, **said, **place, **cells}


def ordered(*orders, titles=None, step=1, size=1):
    """A case of orders, each ``article: event relation event``, at every ``step`` characters."""
    parts = [order.replace(":", "").split() for order in orders]
    events = sorted({event for part in parts for event in (part[1], part[3])})
    return built(
        articles=[article(name, f"Paper {name.upper()}") for name in dict.fromkeys(part[0] for part in parts)],
        events=[{"event": event, "title": (titles or {}).get(event, event.title()), "kind": "x"} for event in events],
        orders=[
            {"order": f"o{i:04}", "article": where, "before": a, "after": b, "relation": relation,
             "start": step * i, "end": step * i + size}
            for i, (where, a, relation, b) in enumerate(parts)
        ],
    )  # fmt: skip


def expressions(node):
    """Every Vega expression of a specification: filters, calculations, signals, tests."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in {"datasets", "usermeta", "bind", "title", "description", "value"}:
                continue
            if isinstance(value, str) and key in {"filter", "calculate", "expr", "test"}:
                yield value
            yield from expressions(value)
    elif isinstance(node, list):
        for value in node:
            yield from expressions(value)
