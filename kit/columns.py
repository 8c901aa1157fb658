"""What a column can be: the kinds of cell, how each is written, and the base of every table's row.

* a kind of cell is an annotated type, so that pydantic validates it;
* `ALLOWED` says each kind in words, once, for messages and for the data dictionary;
* :func:`col` marks what pydantic cannot know: the table a column refers to, and own words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import partial
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar, Literal, Union, get_args, get_origin
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic.config import JsonDict
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError, PydanticUndefined

from kit.spans import parse
from kit.values import instant

__all__ = [
    "ALLOWED", "OUTLET", "PHRASE_WORDS", "Address", "Chain", "Count", "Digest", "Hedging", "Id", "Moment", "Offset",
    "Phrase", "Row", "Spans", "Status", "TimeZoneName", "YesNo", "amiss", "col", "maybe", "plain_type", "written",
]  # fmt: skip

OUTLET = "outlet"
"""The voice of an article itself, where a column asks for a speaker."""

PHRASE_WORDS = 6
"""The longest run of an article's own prose that a table may carry, in words (see the data dictionary)."""


def _phrase(cell: str) -> str:
    if len(cell.split()) > PHRASE_WORDS:
        raise ValueError(ALLOWED[_phrase])
    return cell


def _moment(cell: str) -> str:
    try:
        instant(cell)
    except ValueError:
        raise ValueError(ALLOWED[_moment]) from None
    return cell


def _spans(cell: str) -> str:
    parse(cell)
    return cell


def _zone(cell: str) -> str:
    if cell not in available_timezones():
        raise ValueError(ALLOWED[_zone])
    return cell


def _digits(cell: object) -> object:
    if isinstance(cell, str) and not re.fullmatch("0|[1-9][0-9]{0,8}", cell):
        raise ValueError(ALLOWED[int])
    return cell


def _yes_or_no(cell: object) -> object:
    if isinstance(cell, str) and cell not in ("yes", "no"):
        raise ValueError(ALLOWED[bool])
    return cell


_ID = r"^[a-z][a-z0-9_]{0,59}$"
_CHAIN = r"^[a-z][a-z0-9_]*(;[a-z][a-z0-9_]*)*$"
_DIGEST = r"^[0-9a-f]{64}$"
_ADDRESS = r"^https?://\S+$"

Id = Annotated[str, StringConstraints(pattern=_ID)]
Chain = Annotated[str, StringConstraints(pattern=_CHAIN)]
Digest = Annotated[str, StringConstraints(pattern=_DIGEST)]
Address = Annotated[str, StringConstraints(pattern=_ADDRESS)]
Phrase = Annotated[str, AfterValidator(_phrase)]
Moment = Annotated[str, AfterValidator(_moment)]
TimeZoneName = Annotated[str, AfterValidator(_zone)]
Spans = Annotated[str, AfterValidator(_spans)]
Offset = Annotated[int, BeforeValidator(_digits), Field(ge=0)]
Count = Annotated[int, BeforeValidator(_digits), Field(ge=0)]
YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
Status = Literal["suggested", "accepted", "edited", "rejected"]
Hedging = Literal["flat", "hedged", "possible"]

ALLOWED: Mapping[object, str] = {
    _ID: "an id: lower-case letters, digits and _, starting with a letter, 60 at most",
    _CHAIN: "ids separated by ; with no spaces, such as fox_news;cpd",
    _DIGEST: "a SHA-256 digest: 64 digits 0-9 a-f",
    _ADDRESS: "an address that starts with http:// or https://",
    _phrase: f"at most {PHRASE_WORDS} words of an article's prose",
    _moment: "an ISO 8601 date or time, such as 2025-10-04 or 2025-10-04T18:00",
    _spans: "start-end;start-end, such as 12-40;55-80",
    _zone: "an IANA time zone, such as America/Chicago",
    int: "a whole number in digits, nine at most",
    bool: "yes or no",
    date: "a date, such as 2025-10-04",
    str: "text",
}
"""How a cell is written, in words, by pattern, validator or type: for messages and the data dictionary."""


def col(
    meaning: str,
    example: str | int | None = None,
    *,
    ref: str = "",
    outlet: bool = False,
    own: bool = False,
    default: Any = PydanticUndefined,
) -> Any:
    """Mark a column: meaning, example, the table it refers to, whether ``outlet`` may stand there too,
    and whether it is put in our own words."""
    marks: JsonDict = {"ref": ref, "outlet": outlet, "own": own}
    examples = [] if example is None else [example]
    return Field(default, description=meaning, examples=examples, json_schema_extra=marks)


maybe = partial(col, default=None)
"""Mark a column whose cell may be empty."""


class Row(BaseModel):
    """One row of a table. ``KEY`` names the columns that identify it, ``SPANS`` the offsets in it:
    (start, end, column that holds the same words or None); ``OPTIONAL`` tables may have no file."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    KEY: ClassVar[tuple[str, ...]]
    OPTIONAL: ClassVar[bool] = False
    SPANS: ClassVar[tuple[tuple[str, str, str | None], ...]] = ()

    @model_validator(mode="after")
    def _ordered(self) -> Row:
        for start, end, _ in self.SPANS:
            a, b = getattr(self, start), getattr(self, end)
            if (a is None) != (b is None):
                raise amiss(end if b is None else start, f"{start} and {end} are given together or not at all")
            if a is not None and a >= b:
                raise amiss(end, f"greater than {start} ({a})")
        return self


def amiss(column: str, allowed: str) -> PydanticCustomError:
    """A problem of the whole row, told at one of its columns."""
    return PydanticCustomError("row", "{allowed}", {"column": column, "allowed": allowed})


def plain_type(info: FieldInfo) -> Any:
    """The type of a column without ``None`` and without its constraints: ``int``, ``str``, a ``Literal`` ..."""
    kinds = [kind for kind in get_args(info.annotation) if kind is not NoneType]
    kind = kinds[0] if get_origin(info.annotation) in (Union, UnionType) else info.annotation
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def written(info: FieldInfo) -> str:
    """How a column's cells are written, in words."""
    inner = [part for kind in get_args(info.annotation) for part in getattr(kind, "__metadata__", ())]
    for mark in (*info.metadata, *inner):
        for rule in (getattr(mark, "pattern", None), getattr(mark, "func", None)):
            if rule in ALLOWED:
                return ALLOWED[rule]
    return ALLOWED.get(plain_type(info), "a list")
