"""Attribution chains: through whose hands the words went from a speaker to an outlet.

* a hand is whoever the article names between itself and the speaker: another outlet, a recording, a release;
* equal chains of one outlet are one row, with the number of stretches of speech that came that way.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from kit.compare.speech import speech, voices

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["chains", "hands", "through"]


def chains(case: Case) -> pd.DataFrame:
    """One row a chain, outlets in their order, within an outlet the chains as they appear.

    Columns: ``outlet``; ``via`` (ids of the hands, nearest the outlet first, ``;`` between; empty when
    direct); ``through`` (their names, ``→`` between); ``hands`` (their number); ``speaker`` (id), ``name``;
    ``stretches`` of speech that came this way, of which ``quotations`` stand in quotation marks; ``words``
    inside the marks.
    """
    heard, names = speech(case), voices(case)
    grouped = heard.groupby(["outlet", "via", "speaker"], sort=False)
    counts = {"stretches": ("quote", "size"), "quotations": ("verbatim", "sum"), "words": ("words", "sum")}
    frame = grouped.agg(name=("name", "first"), **counts).reset_index()
    frame["through"] = [through(via, names) for via in frame["via"]]
    frame["hands"] = [len(hands(via)) for via in frame["via"]]
    place = {outlet: i for i, outlet in enumerate(dict.fromkeys(case.articles["outlet"]))}
    frame = frame.sort_values("outlet", key=lambda outlets: outlets.map(place), kind="stable")
    columns = ["outlet", "via", "through", "hands", "speaker", "name", "stretches", "quotations", "words"]
    return frame[columns].reset_index(drop=True)


def hands(via: str) -> list[str]:
    """The ids of a chain, nearest the outlet first; none when it is direct."""
    return via.split(";") if via else []


def through(via: str, names: Mapping[str, str]) -> str:
    """A chain in words, nearest the outlet first, ``→`` between; empty when it is direct."""
    return " → ".join(names.get(hand, hand) for hand in hands(via))
