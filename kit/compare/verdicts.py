"""Every pair of answers to a question with its verdict, type, nature and reason.

* a pair is judged once for each two ways of answering, however many articles answer so: 50,000 claims are compared as
  arrays (see ``benchmarks/``);
* one pair of two articles is the headline: that of their main answers;
* a person's ruling (``verdicts.csv``) stands beside the computed verdict, never over it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt
import pandas as pd

from kit.compare import overlays
from kit.compare.coverage import readable
from kit.compare.judging import VERDICTS, Answer, Asked, Judged, judge
from kit.compare.speech import standing, voices
from kit.values import Terms

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["COLUMNS", "verdicts"]

COLUMNS = (
    "question", "group", "article_a", "article_b", "claim_a", "claim_b", "verdict", "type", "nature", "reason",
    "headline", "strength", "voice_shift", "quote_variance", "ruling", "ruling_reason", "contested",
)  # fmt: skip

_QUALIFIED = ("boolean",)
_RELAYED = ("identity",)
"""The types whose verdict depends on the qualifier, or on the hands an answer went through."""


def verdicts(case: Case) -> pd.DataFrame:
    """One row for each two standing claims on a question: in the order of the questions, then of the articles, then as read.

    Columns: ``question``, its ``group``; ``article_a``, ``article_b``, ``claim_a``, ``claim_b`` (ids; a stands first);
    ``verdict`` and ``type`` (see `kit.compare.judging`; the type of an agreement is empty), ``nature`` (see
    `kit.compare.overlays.NATURES`), ``reason`` in a sentence or two that names both answers and the rule; ``headline`` (the main
    answers of two articles? the primary ones; for a rejected one the first as read); ``strength`` (the weaker hedge: flat, hedged, possible); ``voice_shift`` (the side, a or b,
    that states as fact what the other attributes; empty where neither does); ``quote_variance`` (other words inside the
    quotation marks of one utterance?); ``ruling``, ``ruling_reason`` (a person's, by whom; several joined by ``; ``) and
    ``contested`` (does a ruling say otherwise?), missing where nobody ruled. Text columns are categories.
    """
    return _found(case).copy(deep=False)


@lru_cache(maxsize=1)
def _found(case: Case) -> pd.DataFrame:
    """The table of one case, kept: several charts ask for it, and a case never changes."""
    claims = _claims(case)
    a, b = _pairs(claims["question"])
    judged, codes = _judged(case, claims, a, b)
    found = pd.DataFrame({"verdict": _take([j.verdict for j in judged], codes, [*VERDICTS])})
    found["type"] = _take([j.type for j in judged], codes)
    found["reason"] = _take([j.reason for j in judged], codes)
    for column in ("question", "group"):
        found[column] = _taken(claims[column], a)
    for column in ("article", "claim"):
        for side, places in (("a", a), ("b", b)):
            found[f"{column}_{side}"] = _taken(claims[column], places)
    alike = found["verdict"].isin(["agree", "compatible"]).to_numpy(bool)
    main, article = _main(case, claims), pd.factorize(claims["article"])[0]
    found["headline"] = main[a] & main[b] & (article[a] != article[b])
    found["nature"] = _coded(overlays.nature(claims, a, b), overlays.NATURES)
    found["strength"] = _coded(overlays.strength(claims, a, b), overlays.HEDGES)
    found["voice_shift"] = _coded(overlays.voice_shift(claims, a, b, alike), overlays.SHIFTS)
    found["quote_variance"] = overlays.variance(case, claims, a, b)
    return _ruled(case, found)[list(COLUMNS)]


def _claims(case: Case) -> pd.DataFrame:
    """The standing claims with what their question says, in order of questions, articles and text."""
    asked = case.questions[["question", "group", "value_type", "unit", "single"]]
    claims = standing(case.claims).merge(asked, on="question")
    place = {
        "question": claims["question"].map({q: i for i, q in enumerate(asked["question"])}),
        "article": claims["article"].map({x: i for i, x in enumerate(case.articles["article"])}),
        "start": claims["start"],
        "claim": claims["claim"],
    }
    return claims.loc[pd.DataFrame(place).sort_values([*place]).index].reset_index(drop=True)


def _main(case: Case, claims: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Whether a row is the main answer of its article: the primary one or, where a person rejected that, the first."""
    key = ["question", "article"]
    gone = case.claims[case.claims["primary"] & (case.claims["status"] == "rejected")]
    first = claims.sort_values("primary", ascending=False, kind="stable").drop_duplicates(key)
    heir = pd.MultiIndex.from_frame(first[key]).isin(pd.MultiIndex.from_frame(gone[key]))
    return claims.index.isin(first.index[first["primary"].to_numpy(bool) | heir])


def _pairs(questions: pd.Series) -> tuple[overlays.Places, overlays.Places]:
    """The positions of every two rows that have the same question; equal questions stand together."""
    _, starts, sizes = np.unique(pd.factorize(questions)[0], return_index=True, return_counts=True)
    corner = cache(lambda size: np.triu_indices(size, 1))
    parts = [[side + start for side in corner(int(size))] for start, size in zip(starts, sizes, strict=True)]
    none = np.empty(0, np.intp)
    return tuple(np.concatenate([none, *(part[side] for part in parts)]) for side in (0, 1))  # type: ignore[return-value]


def _judged(
    case: Case, claims: pd.DataFrame, a: overlays.Places, b: overlays.Places
) -> tuple[list[Judged], npt.NDArray[np.intp]]:
    """The judgements that occur, and for each pair which of them is its own."""
    kinds = ["value_type", "unit", "single"]
    ways = claims[[*kinds, "value", "scope"]].assign(
        qualifier=claims["qualifier"].where(claims["value_type"].isin(_QUALIFIED)),
        via=claims["via"].where(claims["value_type"].isin(_RELAYED)),
    )
    ways = ways.astype(object).where(ways.notna(), "")
    grouped = ways.groupby([*ways.columns], sort=False)
    way = grouped.ngroup().to_numpy(np.int64)
    distinct = ways.drop_duplicates().reset_index(drop=True)
    codes, keys = pd.factorize(way[a] * len(distinct) + way[b])
    asked = {key: _asked(case, key, rows) for key, rows in distinct.groupby(kinds, sort=False)}
    rows = list(distinct.itertuples(index=False))
    judged = []
    for key in keys:
        one, other = rows[key // len(rows)], rows[key % len(rows)]
        judged.append(judge(Answer(*one[3:]), Answer(*other[3:]), asked[one[:3]]))
    return judged, codes


def _asked(case: Case, kind: Any, rows: pd.DataFrame) -> Asked:
    """How the values of questions of one kind are compared and put into words."""
    value_type, unit, single = kind
    said = dict(zip(rows["value"], readable(case, rows.assign(unit=unit or None)), strict=True))
    names = voices(case)
    broader = [case.taxonomy[["term", "broader"]], case.speakers[["speaker", "part_of"]]]
    used = broader if value_type in ("identity", "set") else broader[:1]
    pairs = [
        (term, up if isinstance(up, str) else None) for table in used for term, up in table.itertuples(index=False)
    ]
    return Asked(
        value_type, bool(single), unit, Terms(pairs), ZoneInfo(case.about.timezone), said.__getitem__,
        lambda term: names.get(term, term.replace("_", " ")),
    )  # fmt: skip


def _coded(codes: npt.NDArray[Any], values: Sequence[str]) -> pd.Categorical:
    return pd.Categorical.from_codes(codes, pd.Index(list(values), dtype="str"))


def _take(values: Sequence[str], codes: npt.NDArray[np.intp], order: Sequence[str] | None = None) -> pd.Categorical:
    """One of few values a row, by its code."""
    known = {value: code for code, value in enumerate(order or dict.fromkeys(values))}
    return _coded(np.array([known[value] for value in values], np.intp)[codes], [*known])


def _taken(column: pd.Series, places: overlays.Places) -> pd.Categorical:
    codes, values = pd.factorize(column)
    return _coded(codes[places], list(values))


def _ruled(case: Case, found: pd.DataFrame) -> pd.DataFrame:
    """The pairs with people's rulings on them, whichever claim a ruling names first."""
    rulings: dict[frozenset[str], list[Any]] = {}
    for row in case.verdicts.itertuples():
        rulings.setdefault(frozenset((str(row.claim_a), str(row.claim_b))), []).append(row)
    named = {claim for pair in rulings for claim in pair}
    near = found[found["claim_a"].isin(named) & found["claim_b"].isin(named)]
    told: dict[str, dict[Any, Any]] = {"ruling": {}, "ruling_reason": {}, "contested": {}}
    for place, one, other, verdict in zip(near.index, near["claim_a"], near["claim_b"], near["verdict"], strict=True):
        if ruled := rulings.get(frozenset((one, other))):
            told["ruling"][place] = "; ".join(f"{row.verdict} ({row.by})" for row in ruled)
            told["ruling_reason"][place] = "; ".join(row.reason for row in ruled)
            told["contested"][place] = any(row.verdict != verdict for row in ruled)
    dtypes = {"ruling": "str", "ruling_reason": "str", "contested": "boolean"}
    return found.assign(**{name: pd.Series(told[name], dtype=of).reindex(found.index) for name, of in dtypes.items()})
