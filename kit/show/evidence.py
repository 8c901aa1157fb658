"""The rows of a case as a person reads them: outlets and speakers by name, places as characters.

* :func:`evidence` lists what is reported as said; :func:`sources` the articles; :func:`accounted` their sentences;
* :func:`explore` offers the same in JupyterLab with menus, and as a plain table wherever widgets cannot live.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

import pandas as pd

from kit import spans
from kit.columns import OUTLET
from kit.compare.accounting import SOURCES, accounting
from kit.schema import allowed_kinds
from kit.show.table import Table, only, unknown

if TYPE_CHECKING:
    from ipywidgets import VBox

    from kit.case import Case

__all__ = ["about", "accounted", "evidence", "explore", "origins", "question", "sources"]

STATIC = "KIT_STATIC"
"""Set for committed notebooks and reports: there, :func:`explore` shows its table, not its widget."""


def _names(case: Case) -> dict[str, str]:
    return {OUTLET: "the article itself", **dict(zip(case.speakers["speaker"], case.speakers["name"], strict=True))}


def _outlets(case: Case) -> dict[str, str]:
    return dict(zip(case.articles["article"], case.articles["outlet"], strict=True))


def _kept(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that nobody rejected."""
    return rows[rows["status"] != "rejected"]


def _reading(case: Case) -> pd.DataFrame:
    quotes, names = _kept(case.quotes), _names(case)
    said = [f"“{row.text}”" if isinstance(row.text, str) else row.paraphrase for row in quotes.itertuples()]
    through = [" → ".join(names[hand] for hand in via.split(";")) for via in quotes["via"].fillna(OUTLET)]
    ends = zip(quotes["spans"], quotes["start"], quotes["end"], strict=True)
    return pd.DataFrame(
        {
            "outlet": quotes["article"].map(_outlets(case)),
            "row": quotes["quote"],
            "kind": quotes["kind"],
            "what is reported": said,
            "speaker": quotes["speaker"].map(names),
            "through": [hands if via else None for hands, via in zip(through, quotes["via"].notna(), strict=True)],
            "cue": quotes["cue"],
            "characters": [s if isinstance(s, str) else spans.written([spans.Stretch(a, b)]) for s, a, b in ends],
        }
    )


def _found(frame: pd.DataFrame, search: str) -> pd.DataFrame:
    """The rows in which some cell contains ``search``, upper and lower case alike."""
    wanted = search.casefold()
    return frame[[any(wanted in str(cell).casefold() for cell in row) for row in frame.itertuples(index=False)]]


def evidence(case: Case, search: str = "", **values: str) -> Table:
    """What the articles report as said, one row a quotation, with its speaker, hands and place.

    ``search`` keeps rows that contain these words; ``values`` those whose column holds a value, such as
    ``evidence(case, outlet="The Post", kind="direct")``. Raises ``ValueError`` as `kit.show.table.only` does.
    """
    choices: dict[str, Iterable[str]] = {
        "outlet": case.articles["outlet"],
        "speaker": case.speakers["name"],
        "kind": allowed_kinds("quotes", "kind"),
    }
    frame = _found(only(_reading(case), choices, **values), search)
    limits = [f"{column} is {value}" for column, value in values.items()] + [f"with “{search}”"] * bool(search)
    return Table(frame, "What the articles report as said" + (f" ({', '.join(limits)})" if limits else ""))


def question(case: Case, name: str) -> Table:
    """Every answer to one question, with its evidence: outlet, answer, who gives it, hands, hedge, place.

    ``name`` is an id of ``questions.csv``. Raises ``ValueError`` for any other, with the nearest.
    """
    asked = case.questions.set_index("question")
    if name not in asked.index:
        raise ValueError(unknown("question", name, asked.index))
    claims, names = _kept(case.claims[case.claims["question"] == name]), _names(case)
    frame = pd.DataFrame(
        {
            "outlet": claims["article"].map(_outlets(case)),
            "answer": claims["value"],
            "in our words": claims["statement"],
            "asserted by": claims["asserted_by"].map(names),
            "inside quotation marks": claims["in_quotation"],
            "hedge": claims["hedge"],
            "main answer": claims["primary"],
            "characters": [f"{a}-{b}" for a, b in zip(claims["start"], claims["end"], strict=True)],
            "row": claims["claim"],
        }
    )
    return Table(frame, str(asked["text"][name]))


def about(case: Case) -> Table:
    """What a reader of this case should be careful about, and what it takes for granted."""
    rows = [("caution", caution) for caution in case.about.cautions]
    rows += [("assumption", f"{a.about} is taken as {a.value}: {a.why}") for a in case.about.assumptions]
    return Table(pd.DataFrame(rows, columns=["kind", "what"]), "Cautions and assumptions of this case")


def sources(case: Case) -> Table:
    """The articles: outlet, headline, author, publication day and its basis, size, and rows that come from each."""
    articles = case.articles
    frame = pd.DataFrame({"outlet": articles["outlet"], "headline": articles["title"], "author": articles["author"]})
    days = [
        f"{p} ({b})" if isinstance(p, str) else None
        for p, b in articles[["published", "published_basis"]].itertuples(index=False)
    ]
    frame["published (basis)"] = days
    frame["characters"], frame["words"] = articles["characters"], articles["words"]
    for name in ("quotes", "claims", "artefacts"):
        counts = case.tables[name]["article"].value_counts()
        frame[name] = articles["article"].map(counts).fillna(0).astype("Int64")
    frame["what to know"] = articles["note"]
    return Table(frame, "The articles of this case")


def origins(case: Case) -> Table:
    """Where the information comes from: one row an origin, one column an outlet with the number of its mentions."""
    rows, outlets = case.origins, _outlets(case)
    counts = pd.crosstab(rows["origin"], rows["article"])
    counts = counts.reindex(index=list(dict.fromkeys(rows["origin"])), columns=list(outlets), fill_value=0)
    frame = counts.astype("Int64").mask(counts == 0).rename(columns=outlets).rename_axis(columns=None).reset_index()
    frame.insert(1, "kind", frame["origin"].map(rows.groupby("origin")["kind"].first()))
    frame.insert(2, "articles", (counts > 0).sum(axis="columns").to_numpy())
    frame["origin"] = frame["origin"].str.replace("_", " ")
    frame = frame.sort_values("articles", ascending=False, kind="stable")
    return Table(frame, "Origins the articles point at, and how often each article does")


def accounted(case: Case) -> Table:
    """How many sentences each article has, how many have rows of each table, and how many have a reason instead."""
    frame = accounting(case)
    frame["outlet"] = frame["article"].map(_outlets(case))
    grouped = frame.groupby("outlet", sort=False)
    counts = {"sentences": grouped.size(), "with rows": grouped["rows"].agg(lambda rows: (rows > 0).sum())}
    counts |= {f"with {name}": grouped[name].agg(lambda rows: (rows > 0).sum()) for name in SOURCES}
    counts["none, with a reason"] = grouped["reason"].agg(lambda reasons: reasons.notna().sum())
    return Table(pd.DataFrame(counts).reset_index(), "Sentences and lines of each article, and what comes from them")


def explore(case: Case) -> Table | VBox:
    """:func:`evidence` with menus for outlet, speaker and kind and a search box.

    A live widget in JupyterLab; the whole table where ``KIT_STATIC`` is set, since a page has no kernel.
    """
    if os.environ.get(STATIC):
        return evidence(case)
    import ipywidgets as widgets

    frame = _reading(case)
    everything = "all"
    menus = {
        column: widgets.Dropdown(description=column, options=[everything, *dict.fromkeys(frame[column].dropna())])
        for column in ("outlet", "speaker", "kind")
    }
    box = widgets.Text(description="search", continuous_update=True)
    shown = widgets.HTML()

    def refresh(_: object = None) -> None:
        chosen = frame
        for column, menu in menus.items():
            if menu.value != everything:
                chosen = chosen[chosen[column] == menu.value]
        chosen = _found(chosen, box.value)
        shown.value = Table(chosen, f"{len(chosen)} of {len(frame)} rows").html()

    for control in (*menus.values(), box):
        control.observe(refresh, names="value")
    refresh()
    return widgets.VBox([widgets.HBox([*menus.values(), box]), shown])
