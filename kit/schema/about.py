"""What a case is, beside its tables: ``case.toml``."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from kit.columns import TimeZoneName

__all__ = ["Assumption", "CaseFile"]


class Assumption(BaseModel):
    """What the case takes for granted where the articles do not say."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    about: str = Field(description="what is assumed, such as published")
    value: str = Field(description="the value taken")
    why: str = Field(description="the reason, in own words")


class CaseFile(BaseModel):
    """case.toml: what the case is."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    title: str = Field(min_length=1, description="the case's name for readers")
    summary: str = Field(description="what the articles report, in two or three neutral sentences of our own")
    happened: date = Field(description="the day of the event")
    timezone: TimeZoneName = Field(description="an IANA time zone, such as America/Chicago")
    language: str = Field(description="BCP 47 tag of the articles' language, such as en-US")
    fictional: bool = Field(description="true when the case is invented for teaching")
    licence: str = Field(description="of the tables, and whose the texts are")
    cautions: tuple[str, ...] = Field(default=(), description="what a reader should be careful about")
    assumptions: tuple[Assumption, ...] = Field(default=(), description="see about, value, why")
