"""What a case would say had its undated articles appeared on another day.

* only a publication date that is assumed can be changed; what rests on it moves, all else stays;
* a weekday stays that weekday, the last up to the new day; a day, week, month or year keeps its distance;
* what cannot be resolved again becomes unresolved: nothing keeps a date that no longer follows from its words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

import pandas as pd

from kit.compare.resolving import Ends, Placing, resolved
from kit.schema import Assumption
from kit.tables import nearest
from kit.values import instant

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["MOVED", "moved", "redated"]

MOVED = (
    "report", "article", "outlet", "event", "title", "expression", "basis", "earliest", "latest", "new_earliest",
    "new_latest",
)  # fmt: skip


def redated(case: Case, published: Mapping[str, str] | str) -> Case:
    """The case as if its articles with an assumed date of publication had appeared on another day.

    ``published``: an ISO date for all these articles, or one by article. A report that is ``resolved`` moves by its own
    words: a weekday or weekend to the last up to the new day (or as many weeks from it as now), a day by as many days
    as publication moves, a week, month or year at the same distance. An ``inferred`` one moves with the resolved one
    of its day: of the same words, else the nearest in the text; where there is none it stays with a stated one of its
    day, or moves by its own words. Times of day are kept. A report that none of this resolves becomes unresolved.

    A claim moves with a report whose words overlap its own and whose days it gives (each side by itself); where the
    report becomes unresolved, and where the words do not overlap, the claim is left as it is. With one date for all, the
    case's assumption about ``published`` is changed too.

    Raises ``ValueError`` for an article that does not exist or states its date, and for what is no date.
    """
    old = _published(case)
    days = {article: day for article, day in _wanted(case, published).items() if day != old[article]}
    if not days:
        return case
    ends = {
        report: new
        for article, group in case.reports.groupby("article")
        if article in days
        for report, new in resolved(_placings(group), old[str(article)], days[str(article)]).items()
    }
    tables = {**case.tables, "articles": _articles(case, days), "reports": _reports(case, ends)}
    tables["claims"] = _claims(case, ends)
    about = case.about
    if isinstance(published, str):
        stated = tuple(_assumed(each, published) for each in about.assumptions)
        about = about.model_copy(update={"assumptions": stated})
    return replace(case, about=about, tables=MappingProxyType(tables))


def moved(before: Case, after: Case) -> pd.DataFrame:
    """The reports that two datings of a case place differently, in the order of ``reports.csv``.

    Columns: ``report``, ``article``, ``outlet``, ``event``, ``title``, ``expression``, ``basis``; ``earliest`` and
    ``latest`` in ``before``, ``new_earliest`` and ``new_latest`` in ``after`` (missing where unresolved).
    """
    old, new = before.reports, after.reports
    old["outlet"] = old["article"].map(before.articles.set_index("article")["outlet"])
    old["title"] = old["event"].map(before.events.set_index("event")["title"])
    old["new_earliest"], old["new_latest"] = new["earliest"], new["latest"]
    same = (old["earliest"].fillna("") == new["earliest"].fillna("")) & (
        old["latest"].fillna("") == new["latest"].fillna("")
    )
    return old.loc[~same, list(MOVED)].reset_index(drop=True)


def _published(case: Case) -> dict[str, date]:
    """The day of publication of every article where it is assumed."""
    rows = case.articles
    rows = rows[rows["published_basis"] == "assumed"]
    return {article: _day(str(day)) for article, day in zip(rows["article"], rows["published"], strict=True)}


def _day(cell: str) -> date:
    return date.fromisoformat(cell[:10])


def _wanted(case: Case, published: Mapping[str, str] | str) -> dict[str, date]:
    assumed = _published(case)
    wanted = dict.fromkeys(assumed, published) if isinstance(published, str) else dict(published)
    for article in wanted:
        if article not in set(case.articles["article"]):
            near = nearest(article, case.articles["article"])
            raise ValueError(f'article: found "{article}"; nearest: "{near}"')
        if article not in assumed:
            raise ValueError(f"{article}: its date of publication is not assumed, so it cannot be changed")
    found = {}
    for article, day in [("", published)] if isinstance(published, str) else wanted.items():
        try:
            found[article] = _day(instant(day).isoformat())
        except ValueError:
            raise ValueError(f'published: found "{day}"; allowed: a date, such as 2025-10-06') from None
    return found if "" not in found else dict.fromkeys(assumed, found[""])


def _assumed(each: Assumption, published: str) -> Assumption:
    if each.about != "published" or each.value[:10] == published[:10]:
        return each
    return each.model_copy(update={"value": published[:10], "why": f"Chosen in place of {each.value}."})


def _articles(case: Case, days: Mapping[str, date]) -> pd.DataFrame:
    articles = case.articles
    here = articles["article"].isin(days)
    new = [
        _at(str(cell), days[name])
        for name, cell in articles.loc[here, ["article", "published"]].itertuples(index=False)
    ]
    articles.loc[here, "published"] = new
    return articles


def _at(cell: str, day: date) -> str:
    """A date or moment with its day changed; the time of day, if any, is kept."""
    return day.isoformat() + cell[10:]


def _placings(reports: pd.DataFrame) -> list[Placing]:
    columns = reports[list(Placing._fields)].astype("object")
    return [
        Placing(*row)
        for row in columns.where(columns.notna(), None)
        .assign(expression=columns["expression"].where(columns["expression"].notna(), ""))
        .itertuples(index=False, name=None)
    ]


def _reports(case: Case, ends: Mapping[str, Ends | None]) -> pd.DataFrame:
    """The reports with their new ends; one that has none is unresolved."""
    reports = case.reports
    here = reports["report"].isin(ends)
    new = [ends[report] for report in reports.loc[here, "report"]]
    reports.loc[here, "earliest"] = [each and each[0] for each in new]
    reports.loc[here, "latest"] = [each and each[1] for each in new]
    reports.loc[reports["report"].isin([report for report, each in ends.items() if not each]), "precision"] = (
        "unresolved"
    )
    return reports


def _claims(case: Case, ends: Mapping[str, Ends | None]) -> pd.DataFrame:
    """The claims, those moved whose time is that of a report which their words overlap."""
    claims = case.claims
    timed = claims["question"].isin(case.questions.loc[case.questions["value_type"] == "time", "question"])
    rows = case.reports[case.reports["report"].isin([report for report, each in ends.items() if each])]
    placed: dict[str, list[tuple[str, Ends, int, int]]] = {}
    for report, article, first, last, start, end in rows[
        ["report", "article", "earliest", "latest", "start", "end"]
    ].sort_values("report").itertuples(index=False):  # fmt: skip
        old = (first if isinstance(first, str) else None, last if isinstance(last, str) else None)
        placed.setdefault(article, []).append((report, old, start, end))
    values = []
    for article, value, start, end in claims.loc[timed, ["article", "value", "start", "end"]].itertuples(index=False):
        near = [(old, ends[report]) for report, old, a, b in placed.get(article, []) if a < end and start < b]
        values.append(next((new for old, each in near if each and (new := _value(value, old, each))), value))
    claims.loc[timed, "value"] = values
    return claims


def _value(value: str, old: Ends, new: Ends) -> str | None:
    """A time value on the days of a report, moved to the report's new days, its times of day kept; ``None`` where its
    days are others."""
    first, _, last = value.partition("/")
    sides = [
        side if side == ".." else was and now and side[:10] == was[:10] and now[:10] + side[10:]
        for side, was, now in zip((first, last or first), old, new, strict=True)
    ]
    if not all(sides):
        return None
    return f"{sides[0]}/{sides[1]}" if last or sides[0] != sides[1] else str(sides[0])
