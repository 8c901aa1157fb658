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
from kit.compare.chains import through
from kit.compare.coverage import readable
from kit.compare.speech import standing, voices
from kit.schema import allowed_kinds
from kit.show.look import article_names
from kit.show.table import Table, only, unknown

if TYPE_CHECKING:
    from ipywidgets import VBox

    from kit.case import Case

__all__ = ["about", "accounted", "answered", "evidence", "explore", "question", "sources"]

STATIC = "KIT_STATIC"
"""Set for committed notebooks and reports: there, :func:`explore` shows its table, not its widget."""


def _through(chains: pd.Series, names: dict[str, str]) -> list[str | None]:
    """The hands of each row in words, none where it came directly."""
    return [through(via, names) or None for via in chains.fillna("")]


def _hedge(words: object, kind: str) -> str | None:
    """How an answer is weakened: its class with the words, where there are any; nothing where it is flat."""
    if isinstance(words, str):
        return f"{kind}: “{words}”"
    return None if kind == "flat" else kind


def _reading(case: Case) -> pd.DataFrame:
    quotes, names = standing(case.quotes), voices(case)
    said = [
        _worded(row.text, row.spans) if isinstance(row.text, str) else row.paraphrase for row in quotes.itertuples()
    ]
    ends = zip(quotes["spans"], quotes["start"], quotes["end"], strict=True)
    return pd.DataFrame(
        {
            "outlet": quotes["article"].map(case.articles.set_index("article")["outlet"]),
            "row": quotes["quote"],
            "kind": quotes["kind"],
            "what is reported": pd.Series(said, index=quotes.index, dtype="str"),
            "speaker": quotes["speaker"].map(names).astype("str"),
            "through": _through(quotes["via"], names),
            "cue": quotes["cue"],
            "characters": [s if isinstance(s, str) else spans.written([spans.Stretch(a, b)]) for s, a, b in ends],
        }
    )


def _worded(text: str, written: object) -> str:
    """Quoted words in their quotation marks, closed and opened again where an attribution splits them."""
    parts, at = [], 0
    for stretch in spans.parse(written) if isinstance(written, str) else [spans.Stretch(0, len(text))]:
        length = stretch.end - stretch.start
        parts.append(f"“{text[at : at + length]}”")
        at += length + 1  # stretches are joined by one space
    return " … ".join(parts)


def _found(frame: pd.DataFrame, search: str) -> pd.DataFrame:
    """The rows whose words or speaker contain ``search``, upper and lower case alike."""
    texts = frame["what is reported"].str.cat(frame["speaker"], sep="\n", na_rep="").str.casefold()
    return frame[texts.str.contains(search.casefold(), regex=False)]


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


def answered(case: Case) -> Table:
    """Every answer to every question, in words, with its evidence: who gives it (empty: the article itself), hands,
    hedge, place."""
    asked = case.questions.set_index("question")
    frame = _answers(case, standing(case.claims)).drop(columns=["in our words", "inside quotation marks", "row"])
    frame.insert(0, "question", standing(case.claims)["question"].map(asked["text"]))
    frame["asserted by"] = frame["asserted by"].mask(frame["asserted by"] == voices(case)[OUTLET])
    return Table(frame, "Every answer, with its evidence")


def question(case: Case, name: str) -> Table:
    """Every answer to one question, in words and as a sentence, with its evidence: who gives it, hands, hedge, place.

    ``name`` is an id of ``questions.csv``, or empty where a case has none. Raises ``ValueError`` for any other, with
    the nearest.
    """
    asked = dict(zip(case.questions["question"], case.questions["text"], strict=True))
    if name not in {"", *asked}:
        raise ValueError(unknown("question", name, asked))
    claims = standing(case.claims)
    return Table(
        _answers(case, claims[claims["question"] == name]), str(asked.get(name, "This case asks no question yet"))
    )


def _answers(case: Case, claims: pd.DataFrame) -> pd.DataFrame:
    asked, names = case.questions.set_index("question"), voices(case)
    typed = claims.assign(
        value_type=claims["question"].map(asked["value_type"]), unit=claims["question"].map(asked["unit"])
    )
    return pd.DataFrame(
        {
            "outlet": claims["article"].map(article_names(case)),
            "answer": readable(case, typed),
            "in our words": claims["statement"],
            "asserted by": claims["asserted_by"].map(names),
            "through": _through(claims["via"], names),
            "inside quotation marks": claims["in_quotation"],
            "hedge": [_hedge(*row) for row in claims[["hedge", "hedge_class"]].itertuples(index=False)],
            "main answer": claims["primary"],
            "characters": [f"{a}-{b}" for a, b in zip(claims["start"], claims["end"], strict=True)],
            "row": claims["claim"],
        }
    )


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


def accounted(case: Case) -> Table:
    """How many sentences each article has, how many have rows of each table, and how many have a reason instead."""
    grouped = accounting(case).groupby("article", sort=False)
    counts = {"sentences": grouped.size(), "with rows": grouped["rows"].agg(lambda rows: (rows > 0).sum())}
    counts |= {f"with {name}": grouped[name].agg(lambda rows: (rows > 0).sum()) for name in SOURCES}
    counts["none, with a reason"] = grouped["reason"].agg(lambda reasons: reasons.notna().sum())
    frame = pd.DataFrame(counts).rename(index=article_names(case)).rename_axis("outlet").reset_index()
    return Table(frame, "Sentences and lines of each article, and what comes from them")


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
