"""One utterance in the words of every article that quotes it, set word under word.

* only what stands in quotation marks is compared, of the utterances that two or more articles quote;
* two words are the same when they differ in nothing but capitals and outer punctuation;
* the longest wording is laid out first; each other is set against it by difflib's matching blocks, which keep
  the longest runs of common words together, and words that replace each other share a position.
"""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

import pandas as pd

from kit.compare.speech import standing
from kit.schema import Quote

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["COLUMNS", "RELATIONS", "relations", "wordings"]

COLUMNS = ("utterance", "quote", "article", "outlet", "position", "word", "place", "variant")

RELATIONS = ("words changed", "cut or extended", "the same")
"""How the wordings of one utterance relate, the strongest first."""

_OUTER = ".,;:!?…—–-()[]{}\"'“”‘’«»„‚*_/ "
"""Marks that may stand around a word without making it another word."""

SWAP = 4
"""Words that may face each other as changed; two longer stretches without a common word are different sentences.
Set on the quotations of the case ``chicago``, where a change takes three words at most."""

Position = dict[int, int]
"""One position of an alignment: the number of a wording, and of its word that stands there."""


def wordings(case: Case) -> pd.DataFrame:
    """The aligned words: one row for each position of each quotation of an utterance.

    Columns: ``utterance``, ``quote``, ``article``, ``outlet``; ``position`` (from 0, shared by the wordings
    of an utterance); ``word`` (as it stands, missing in a gap); ``place``: ``same`` (no other word stands
    there), ``changed`` (another does), ``left out`` (a gap inside the quotation) or ``outside`` (before its first
    or after its last word); ``variant``: 0, or where words differ their rank by number of wordings (1 the
    most frequent, the earlier outlet first).
    """
    quotes = _quoted(case)
    rows: list[dict[str, Any]] = []
    for utterance, group in quotes.groupby("utterance", sort=False):
        words = [_words(text) for text in group["text"]]
        positions = _aligned([[_form(word) for word in line] for line in words])
        for number, quote in enumerate(group.to_dict("records")):
            known = {"utterance": utterance, **{key: quote[key] for key in ("quote", "article", "outlet")}}
            rows += [{**known, **cell} for cell in _cells(positions, number, words)]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return frame.astype({name: "Int64" if name in ("position", "variant") else "str" for name in COLUMNS})


def relations(words: pd.DataFrame) -> pd.DataFrame:
    """One row an utterance of :func:`wordings`: ``utterance``, ``articles``, ``quotations``, ``positions``,
    ``changed`` (positions where words differ) and ``relation`` (one of ``RELATIONS``)."""
    rows = []
    for utterance, group in words.groupby("utterance", sort=False):
        changed = group.loc[group["place"] == "changed", "position"].nunique()
        gaps = group["word"].isna().any()
        relation = RELATIONS[0] if changed else RELATIONS[1] if gaps else RELATIONS[2]
        counts = [group[column].nunique() for column in ("article", "quote", "position")]
        rows.append([utterance, *counts, changed, relation])
    return pd.DataFrame(rows, columns=["utterance", "articles", "quotations", "positions", "changed", "relation"])


def _quoted(case: Case) -> pd.DataFrame:
    """The quotations in words of utterances that two or more articles quote: outlets in order, then as read."""
    quotes = standing(case.quotes)
    quotes = quotes[quotes["kind"].isin(Quote.VERBATIM) & quotes["utterance"].notna()]
    blank = [not text.split() for text in quotes["text"].fillna("")]  # white space alone has no word
    quotes = quotes.drop(index=quotes.index[blank])
    shared = quotes.groupby("utterance")["article"].nunique()
    quotes = quotes[quotes["utterance"].isin(shared[shared > 1].index)]
    place = {name: i for i, name in enumerate(case.utterances["utterance"])}
    articles = case.articles.set_index("article")
    order = {name: i for i, name in enumerate(articles.index)}
    quotes = quotes.assign(
        outlet=quotes["article"].map(articles["outlet"]),
        u=quotes["utterance"].map(place),
        a=quotes["article"].map(order),
    )
    return quotes.sort_values(["u", "a", "start"], kind="stable")


def _words(text: str) -> list[str]:
    """The words as they stand; dashes and dots of omission end a word, marks that stand alone join the one before."""
    found: list[str] = []
    for token in re.sub(r"([—–…]|\.\.\.)(?=\w)", r"\1 ", text).split():
        if _form(token) or not found:
            found.append(token)
        else:
            found[-1] += f" {token}"
    return found


def _form(word: str) -> str:
    return word.strip(_OUTER).replace("’", "'").casefold()


def _aligned(lines: list[list[str]]) -> list[Position]:
    """The positions of all lines, the longest first as the ground that the others are set against."""
    positions: list[Position] = []
    for number in sorted(range(len(lines)), key=lambda i: (-len(lines[i]), i)):
        positions = _with(positions, number, lines)
    return positions


def _with(positions: list[Position], number: int, lines: list[list[str]]) -> list[Position]:
    """The positions with one more line set against them."""
    line = lines[number]
    own = set(line)
    known = [_known([lines[i][k] for i, k in position.items()], own) for position in positions]
    blocks = _blocks(known, line)
    if not blocks:
        # Two extracts without a common word are different parts of the speech, not changed words.
        return positions + [{number: k} for k in range(len(line))]
    merged: list[Position] = []
    a = b = 0
    for i, j, size in [*blocks, (len(known), len(line), 0)]:
        # Between common runs, words face each other from the left; before the first, from the right.
        apart = min(i - a, j - b) > SWAP
        rows = i - a + j - b if apart else max(i - a, j - b)
        a_shift, b_shift = (0, i - a) if apart else (rows - i, rows - j) if a == b == 0 else (0, 0)
        for k in range(rows):
            x, y = a + k - a_shift, b + k - b_shift
            merged.append({**(positions[x] if a <= x < i else {}), **({number: y} if b <= y < j else {})})
        merged += [{**positions[i + k], number: j + k} for k in range(size)]
        a, b = i + size, j + size
    return merged


def _blocks(known: list[str], line: list[str]) -> list[tuple[int, int, int]]:
    """The common runs (start in ``known``, start in ``line``, length). difflib prefers the earliest of equal runs,
    which can tear a short extract apart; of reading forwards and backwards the more compact result is taken."""
    forwards = [(a, b, n) for a, b, n in SequenceMatcher(None, known, line, autojunk=False).get_matching_blocks()[:-1]]
    reverse = SequenceMatcher(None, known[::-1], line[::-1], autojunk=False).get_matching_blocks()[:-1]
    backwards = [(len(known) - a - n, len(line) - b - n, n) for a, b, n in reversed(reverse)]
    return min(forwards, backwards, key=lambda found: found[-1][0] + found[-1][2] - found[0][0] if found else 0)


def _known(forms: list[str], own: set[str]) -> str:
    """What stands at a position, for a wording with these words: its own word where one of them is there."""
    return next((form for form in forms if form in own), forms[0])


def _cells(positions: list[Position], number: int, words: list[list[str]]) -> list[dict[str, Any]]:
    filled = [p for p, position in enumerate(positions) if number in position]
    cells = []
    for p, position in enumerate(positions):
        forms = Counter(_form(words[i][position[i]]) for i in sorted(position))
        if number not in position:
            place, variant, word = "left out" if filled[0] < p < filled[-1] else "outside", 0, None
        else:
            word = words[number][position[number]]
            place = "changed" if len(forms) > 1 else "same"
            variant = [form for form, _ in forms.most_common()].index(_form(word)) + 1 if len(forms) > 1 else 0
        cells.append({"position": p, "word": word, "place": place, "variant": variant})
    return cells
