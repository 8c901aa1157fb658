"""What a column can be: the kinds of cell, how each is written, and the base of every table's row.

* a kind of cell is an annotated type, so that pydantic validates it;
* `ALLOWED` says each kind in words, once, for messages and for the data dictionary;
* :func:`col` marks what pydantic cannot know: the table a column refers to, and own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar, Literal, Self, Union, get_args, get_origin
from zoneinfo import available_timezones

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    StringConstraints,
    ValidationInfo,
    field_validator,
    model_validator,
)  # fmt: skip
from pydantic.config import JsonDict
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError, PydanticUndefined

from kit.spans import parse
from kit.values import instant

__all__ = [
    "ALLOWED", "OUTLET", "PHRASE_WORDS", "Address", "Chain", "Count", "Digest", "Hash", "Hedging", "Id", "Moment", "Offset",
    "Phrase", "Row", "Spans", "Status", "TimeZoneName", "YesNo", "amiss", "col", "maybe", "plain_type", "written",
]  # fmt: skip

OUTLET = "outlet"
"""The voice of an article itself, where a column asks for a speaker."""

PHRASE_WORDS = 6
"""The longest run of an article's own prose that a table may carry, in words (see the data dictionary)."""


_NOT_BLANK = "more than white space, or an empty cell where one is allowed"
_TRIMMED = "no white space at either end"


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
_HASH = r"^[0-9a-f]{16}$"
_ADDRESS = r"^https?://\S+$"

Id = Annotated[str, StringConstraints(pattern=_ID)]
Chain = Annotated[str, StringConstraints(pattern=_CHAIN)]
Digest = Annotated[str, StringConstraints(pattern=_DIGEST)]
Hash = Annotated[str, StringConstraints(pattern=_HASH)]
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
    _HASH: "16 digits 0-9 a-f",
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
    (start, end, column that holds the same words or None); ``OPTIONAL`` tables may have no file;
    ``AS_FOUND`` columns hold words with the white space around them that the article has."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    KEY: ClassVar[tuple[str, ...]]
    OPTIONAL: ClassVar[bool] = False
    AS_FOUND: ClassVar[frozenset[str]] = frozenset()
    SPANS: ClassVar[tuple[tuple[str, str, str | None], ...]] = ()

    _bad: frozenset[str] = PrivateAttr(frozenset())

    @property
    def bad(self) -> frozenset[str]:
        """The columns whose cell is not what it must be, which are ``None`` here; no row that pydantic made has any."""
        return self._bad

    @classmethod
    def partial(cls, cells: Mapping[str, str], bad: Iterable[str]) -> Row:
        """A row of what is right in it, so that a bad cell hides no other problem of its row."""
        bad = frozenset(bad)
        typed: dict[str, Any] = dict.fromkeys(cls.model_fields)
        for column in cells.keys() - bad:
            kind = plain_type(cls.model_fields[column])
            typed[column] = (
                int(cells[column]) if kind is int else cells[column] == "yes" if kind is bool else cells[column]
            )
        row = cls.model_construct(**typed)
        row._bad = bad  # noqa: SLF001 - a row of this very class
        return row

    def faults(self) -> Iterator[tuple[str, str]]:
        """What is wrong between the cells of the row: each a column and what is allowed there."""
        for start, end, _ in self.SPANS:
            a, b = getattr(self, start), getattr(self, end)
            if (a is None) != (b is None):
                yield end if b is None else start, f"{start} and {end} are given together or not at all"
            elif a is not None and a >= b:
                yield end, f"greater than {start} ({a})"

    @model_validator(mode="after")
    def _faultless(self) -> Self:
        for column, allowed in self.faults():
            raise amiss(column, allowed)
        return self

    @field_validator("*", mode="after")
    @classmethod
    def _trimmed(cls, cell: object, info: ValidationInfo) -> object:
        if isinstance(cell, str) and cell:
            if not cell.strip():
                raise ValueError(_NOT_BLANK)
            if cell != cell.strip() and info.field_name not in cls.AS_FOUND:
                raise ValueError(_TRIMMED)
        return cell


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
