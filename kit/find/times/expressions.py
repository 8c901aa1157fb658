"""What is a time expression: rules over word classes, one pattern a rule.

* a pattern is read over the letters of `kit.find.times.words`, a letter a word, spaces and marks as themselves;
* a rule's name goes with every result, and says which function of `values` reckons its value;
* rules stand in order: where two start at the same word, the earlier one wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TypeVar

from kit.find.times.reading import Reading
from kit.find.times.words import Block

__all__ = ["found"]

T = TypeVar("T")

_PARTS = {
    "CLOCK": r"(?:(?:[123][:.][123](?:[:.][123])? ?|[12] ?)(?:[aI][.] ?N[.]?|C)(?:,? C)?|[123]:[123](?::[123])?|[1n] 0'C|[5Y] ?C|(?:j|(?:a )?Q) L [1n]|(?:a )?Q z [1n])",
    "DAY": r"(?:(?:[ltx] |t [lLx] )?(?:W[.]?,? )?{DATE}|(?:[ltxpk] |t [lLx] )?W|D)",
    "NUMERIC": r"(?:[Y5][-/][123][-/][123]|[123][-/.][123][-/.](?:Y|[123])(?![-/]|[.][1-5Y]))",
    "DATE": r"(?:M[.]? [12]9?(?![:.]?[0-9]|-[1-5Y]? ?U|,[45])(?:,? Y|,Y)?|M d (?:[12]9|8)|M (?:n-)?8(?! [UQj])"
    r"|(?:d )?[12]9?(?: m)? M[.]?(?:,? Y)?|d 8 (?:m )?M(?:,? Y)?)",
    "QTY": r"(?:{COUNT}|j a|a)",
    "COUNT": r"(?:{NUM}(?:(?: z |-){NUM})?|(?:a )?f(?: m)?(?: f)?)",
    "NUM": r"(?:[12345Y](?:,[45]){0,4}+(?:[.][123])?(?: [123]/[123])?(?:[ -]n){0,5}+|n(?:[ -]n){0,5}+)(?:[ -]z[ -]a[ -]j)?",
    "AS_THEN": r",? (?:[mw] )?(?:d )?(?:l U|a (?:v )?U [gr]|Y)",
    "APX": r"(?:q |@ < |\^ > |~ z ){0,2}",
    "EDGE": r"(?:(?:d )?[bri](?: w)?(?: d)?[ -]|(?:d )?u m (?:d )?)?",
    "POINT": r"(?:t [lLxp]|k k|[ltxpykLcX])",
}

_RULES = (
    ("iso moment", "Y", r"Y-[123]-[123]_[12]:[123](?::[123])?"),
    ("clock", "CYIN:LQ", r"(?:q )?{CLOCK}(?:,? (?:w )?(?:{DAY}(?: P)?|{NUMERIC}|[td] P))?"),
    ("day part", "WMDP", r"{EDGE}{DAY},? P|P (?:(?:m|w) )?{DAY}"),
    ("week of", "UM", r"(?:d )?U m (?:W[.]?,? )?{DATE}"),
    ("day beside", "U", r"(?:d )?U [7%] {DAY}"),
    ("day", "WMDY/", r"{EDGE}{DAY}(?! ?E)|{NUMERIC}"),
    (
        "listed day",
        "#",
        r"(?:(?<=M [12] z )|(?<=M[.] [12] z ))[12](?! [UnKQ])(?:,? Y)?|(?<=M [12]-)[12](?:,? Y)?|[12](?=(?: z |-)[12] M)",
    ),
    (
        "month",
        "M",
        r"{EDGE}M[.]?,?(?: m)? (?:Y|n(?:[ -]n){1,3})|{EDGE}M,?(?: m)? (?:[tlxpy]) U|{EDGE}(?:[ltxpyk] |t [lLx] )?M[.]?",
    ),
    (
        "quarter",
        "YUQJ",
        r"J1(?: Y)?|{EDGE}(?:d )?(?:(?:Y|[ltxpLk] U)(?:'s)? )?(?:[vc] ){0,3}(?:U-[gr] )?(?:v )?(?:8|19|l)[- ]Q(?! m _)(?:(?:,? m| w)?(?: d)? (?:v )?(?:Y|[ltxpLk] (?:v )?U))?",
    ),
    ("half", "YU", r"{EDGE}(?:d )?(?:Y(?:'s)? )?(?:v )?(?:8|l|19)[- ]j(?: m (?:d )?(?:v )?(?:Y|(?:[ltxpLk] )?U)| Y)"),
    (
        "year before",
        "UQK",
        r"(?:[da] )?(?:v )?U-[gr](?: (?:8[- ])?[QK]| n U)?|(?:d )?[vk] (?:v )?[QK]{AS_THEN}|d [QK] a U [gr]|l U's (?:v )?[QK]",
    ),
    ("period told", "KYQ", r"(?:d )?[cX] K|d Y (?:v )?[QK]"),
    ("from now", "UYn", r"{APX}{QTY} (?:[v^] )?U _ [VD]"),
    (
        "ago",
        "UQYnK",
        r"{APX}(?:{QTY} )?(?:v )?[UQ](?: z &| z a j| z {QTY} U)? g|{APX}(?:a )?j[ -](?:a )?U g|(?:{QTY} )?(?:v )?K g",
    ),
    ("run", "UQYn", r"(?:d )?[8l] {COUNT} [UQ]|d {NUM} [UQ](?! [gri7%])|d U-[gr] {NUM} U"),
    ("shift", "UYn", r"{APX}{QTY} (?:[v^] )?U [ri7%](?! [WM])|U [ri](?! [WM])"),
    ("before last", "UQ", r"d [UQ] 7 l(?! [A-Z])"),
    ("whole", "UP", r"= [UP]"),
    ("each", "UQEPSWLM", r"(?:q )?e (?:{COUNT} |8 |; )?(?:[UQEPSM]|W(?: P)?)|e m (?:d )?[lLx] {COUNT} U"),
    ("century", "U", r"{EDGE}(?:d )?(?:8|[12]9)[- ]U|(?:d )?u m (?:d )?U"),
    (
        "stretch",
        "UQELRGYn",
        r"{APX}(?:[dtk] )?[lLxpyR] {COUNT} (?:[v^] )?[UQE]|(?:d )?[lLx] U z a j|(?:d )?(?:R|G|x) [UQ](?: z U)?|(?:d )?U h",
    ),
    ("weekend", "EWL", r"{EDGE}(?:[dkt] )?(?:[lLxpya] )?(?:W )?E"),
    ("pointed", "UQLX", r"{EDGE}(?:d )?{POINT} (?:v |U-[gr] ){0,3}[UQ]"),
    ("pointed part", "P", r"{EDGE}(?:d )?[ltkpyxc] P"),
    ("term", "T", r"(?:[ltxpk] )?T _(?:,? Y)?|[lxp] T"),
    ("season", "SL", r"{EDGE}(?:d )?(?:[ltxpyc] |t [lLx] )?S(?:,?(?: m)? (?:Y|[lLtx] U|n(?:[ -]n){1,4}))?"),
    ("decade", "Y'6", r"{EDGE}(?:d )?(?:b[- ])?(?:Y'?s|'?[23]s|6)"),
    ("years", "YU", r"{EDGE}(?:(?:d )?U )?(?:v ){0,2}Y[-/][23](?![-/0-9])"),
    ("year", "Y", r"{EDGE}(?:d )?Y v U"),
    (
        "duration",
        "UQEYn",
        r"{APX}(?:{QTY}(?: |-))(?:[v^] |8 ){0,3}[UQE](?: z a j|-v)?|(?:q )?(?:[da] )?j (?:a )?U|{APX}(?:a )?j-U|{NUM}[- ]8(?![- ][Qj_])|a (?:v )?U z a j|U-v",
    ),
    ("year", "YU", r"{EDGE}(?:(?:d )?U |v (?:U )?)?Y"),
    ("spoken year", "nU", r"{EDGE}(?:(?:d )?U )?n(?:(?:[ -]| z )n){1,3}"),
    ("edge of year", "UQ", r"(?:q )?(?:d )?(?:v )?U(?:[- ]|'s )u|{EDGE}(?:d )?(?:v )?[UQ](?: z U)?"),
    ("frequency", "F", r"F"),
    ("holiday", "H", r"{EDGE}(?:[ltx] )?H"),
    ("part", "P", r"(?:q )?(?:[bu][- ])?(?:d )?P"),
    ("vague", "VGXRL", r"V|(?:d )?(?:_ )?G|X|R|d L"),
    ("moment told", "K", r"(?<=@ )[dtk] K|t v K|k K"),
)
"""A rule's name; its hearts, which are the first capitals (or marks) it can hold; its pattern."""

_HEART = re.compile(
    r"[A-Z]|:(?=[123])|/(?=[123][-/])|6|(?<=')[23](?=s)|n(?=[ -]n)|n(?=[- ]8)"
    r"|(?<=M [12] z )[12](?! [UnKQ])|(?<=M[.] [12] z )[12](?! [UnKQ])|(?<=M [12]-)[12]|[12](?=(?: z |-)[12] M)"
)
"""The letters that can make a time expression; a stretch without one is not looked at."""
_BACK = 40
"""Letters looked at before a heart, spaces included: no expression is longer."""
_NEVER_FIRST = frozenset(" ,.-:/sm9zw&<>$7%")


def _filled(pattern: str) -> str:
    """A pattern with its named parts written out."""
    while "{" in (named := re.sub(r"\{([A-Z_]+)\}", lambda m: _PARTS[m[1]], pattern)) and named != pattern:
        pattern = named
    return named


@cache
def _rules() -> dict[str, tuple[tuple[str, ...], re.Pattern[str]]]:
    """For each heart, the names of the rules that can have it first, and their patterns as one."""
    found = {}
    for heart in sorted(set("".join(hearts for _, hearts, _ in _RULES))):
        mine = [(name, _filled(pattern)) for name, hearts, pattern in _RULES if heart in hearts]
        found[heart] = tuple(name for name, _ in mine), re.compile("|".join(f"({pattern})" for _, pattern in mine))
    return found


def found(block: Block, value: Callable[[Reading], T | None]) -> Iterator[tuple[Reading, T]]:
    """Every stretch of a block that a rule fits and ``value`` accepts, from left to right.

    Where ``value`` gives ``None``, the stretch is no time after all, and the search goes on at the next word.
    """
    rules, letters, done, tried = _rules(), block.letters, 0, 0
    for heart in _HEART.finditer(letters):
        at = heart.start()
        if at < done:
            continue
        kind = letters[at]
        if kind in "123":  # a bare number, by what stands before or after it: the '90s, or April 24 and 25
            kind = "'" if letters[at - 1 : at] == "'" else "#"
        names, pattern = rules[kind]
        for start in range(max(_first(letters, done, at), tried if kind == "n" else 0), at + 1):
            if letters[start] in _NEVER_FIRST or not (match := pattern.match(letters, start, at + 2 * _BACK)):
                continue
            reading = Reading(names[(match.lastindex or 1) - 1], block, start, match.end())
            if match.end() > at and (answer := value(reading)) is not None:
                yield reading, answer
                done = reading.last
                break
        else:
            tried = at + 1
            done = done if kind == "n" else tried  # number words may begin what a later heart makes a time


def _first(letters: str, done: int, at: int) -> int:
    """Where the run of known words around a heart starts."""
    least = max(done, at - _BACK)
    return max(least, letters.rfind("_", least, at) + 1, letters.rfind("|", least, at) + 1)
