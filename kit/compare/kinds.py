"""What kind of change it is, where some words of one wording face some of another, or nothing.

Each rule looks at a few words alone, without a parser or a dictionary: a type is a reader's first question about a change,
never a verdict on it. Where no rule knows the words, they are other words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from kit.compare.alignment import form, grammatical
from kit.compare.numbers import number
from kit.lexicon import sections, words

__all__ = ["TYPES", "Word", "alone", "facing", "read"]

TYPES = (
    "negation", "number", "name", "person", "hedge", "splice", "order", "omission", "insertion", "other words", "synonym",
    "inflexion", "abbreviation", "spelling", "case or punctuation", "cut",
)  # fmt: skip
"""Every type of difference, those that most often change what a reader takes away first."""

TYPO = (5, 1)
"""Letters of the shorter word, and letters that may differ (two neighbours swapped count once), for two words to be one word
spelt in two ways. Set on the half of ``tests/gold/changes.jsonl`` that was read."""

_SUFFIXES = ("'s", "ies", "ied", "es", "ed", "ing", "s", "d", "r", "st", "er", "est", "ying", "y", "e")
_CONTRACTED = {"'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "n't": "not", "'d": "would"}
_IS = frozenset({"he's", "she's", "it's", "that's", "there's", "here's", "what's", "who's", "where's", "how's"})


class Word(NamedTuple):
    """A word of a wording: as it stands, its form, whether it may be a name, whether a sentence ends with it."""

    text: str
    form: str
    name: bool
    ends: bool


def read(line: Sequence[str]) -> list[Word]:
    """The words of a wording with what the rules ask of them."""
    loud = sum(word.isupper() for word in line) > len(line) / 2
    found: list[Word] = []
    for i, text in enumerate(line):
        first = not i or found[-1].ends
        bare = form(text)
        capital = not loud and text.lstrip("“”\"'‘’([").lstrip()[:1].isupper() and bare not in _entries("no names")
        given = bare in words("people-names")
        named = capital and (not first or (given and bare not in grammatical()))
        after = line[i + 1].lstrip("“”\"'‘’([")[:1] if i + 1 < len(line) else ""
        stop = re.search(r"[.?!][)\]”’\"']*$", text) is not None and "..." not in text
        short = text.lower().rstrip("”’\"')") in words("abbreviations") or re.fullmatch(r"(?:\w\.)+", text) is not None
        ends = stop and not short and (not after or not after.islower())
        found.append(Word(text, bare, named, ends))
    return found


def facing(a: Sequence[Word], b: Sequence[Word]) -> str | None:
    """The type of a change from some words to some others; None where no rule knows it."""
    one, other = _forms(a), _forms(b)
    if not all((*one, *other)):  # a mark that stands alone is no word
        return None
    return next((kind for kind, rule in _RULES if rule(a, b, one, other)), None)


def alone(held: Sequence[Word]) -> str | None:
    """The type of words that stand in one wording alone, by what they are; None where only their place tells."""
    forms = _forms(held)
    if all(each in _denials() for each in forms):
        return "negation"
    if _hedged(forms) and all(each in grammatical() for each in _without_hedges(forms)):
        return "hedge"
    if all(word.name or word.form in words("people", "titles", "titles of men", "titles of women") for word in held):
        return "name" if any(word.name for word in held) else None
    return None


def _forms(held: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.form for word in held)


@cache
def _entries(section: str) -> frozenset[str]:
    return words("changes", section)


@cache
def _groups(section: str) -> dict[str, frozenset[int]]:
    """For each member of a section's groups, the numbers of its groups."""
    found: dict[str, set[int]] = {}
    for i, group in enumerate(sections("changes")[section]):
        for member in group.split(","):
            found.setdefault(member.strip(), set()).add(i)
    return {member: frozenset(groups) for member, groups in found.items()}


def _together(section: str, one: str, other: str) -> bool:
    groups = _groups(section)
    return one in groups and other in groups and not groups[one].isdisjoint(groups[other])


@cache
def _written_out(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The words with contractions written out."""
    found: list[str] = []
    for each in forms:
        known = next((end for end in _CONTRACTED if each.endswith(end) and len(each) > len(end)), None)
        if each in ("can't", "cannot"):
            found += ["can", "not"]
        elif each == "won't":
            found += ["will", "not"]
        elif known:
            found += [each.removesuffix(known), _CONTRACTED[known]]
        elif each in _IS:
            found += [each[:-2], "is"]
        else:
            found.append(each)
    return tuple(found)


def _same_spelling(a: Sequence[Word], b: Sequence[Word], one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """The same letters, or the same words once contractions are written out, or the same number."""
    letters = [re.sub(r"[\W_]", "", "".join(forms)) for forms in (one, other)]
    values = number(one), number(other)
    bleeped = any("*" in word.text or "--" in word.text for word in (*a, *b)) and len(one) == len(other) == 1
    return (
        letters[0] == letters[1] or _written_out(one) == _written_out(other) or (values[0] is not None and values[0] == values[1])
        or _together("contractions", " ".join(one), " ".join(other)) or (bleeped and _bleeped(a[0].text, b[0].text))
    )  # fmt: skip


def _bleeped(one: str, other: str) -> bool:
    pattern, plain = (one, other) if re.search(r"[*-]{1,}", one) else (other, one)
    parts = [re.escape(part) for part in re.split(r"[*-]+", pattern.strip(".,;:!?“”\"'").casefold())]
    if len(parts) < 2:
        return False
    # The first place of each middle part is as good as any later one: atomic, so that many bleeps cost no more than few.
    middle = "".join(rf"(?>\w*?{part})" for part in parts[1:-1])
    return re.fullmatch(rf"{parts[0]}{middle}\w*{parts[-1]}", form(plain)) is not None


def _number(_a: object, _b: object, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return number(one) is not None and number(other) is not None


def _abbreviation(a: Sequence[Word], b: Sequence[Word], one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Initial letters for several words; letters and a full stop for one; or a known short form."""
    for short, long in ((a, b), (b, a)):
        if len(short) != 1:
            continue
        letters = re.sub(r"\W", "", short[0].form)
        spelt = [part for word in long for part in re.split(r"[-/]", word.form) if part]
        capital = short[0].text.strip("“”\"'(),;:").isupper() and len(letters) > 1
        heads = {"".join(w[0] for w in spelt), "".join(w[0] for w in spelt if w not in grammatical())}
        if capital and len(spelt) > 1 and letters in heads:
            return True
        stopped = (
            short[0].text.rstrip("”\"',;:").endswith(".") and len(long) == 1 and 2 <= len(letters) < len(spelt[0]) - 1
        )
        if stopped and _within(letters, spelt[0]) and not short[0].ends:
            return True
    return _together("abbreviations", " ".join(one), " ".join(other))


def _within(letters: str, word: str) -> bool:
    """Do the letters stand in the word in this order, the first one first?"""
    rest = iter(word)
    return letters[:1] == word[:1] and all(letter in rest for letter in letters)


@cache
def _denials() -> frozenset[str]:
    return words("grammar", "negations") | _entries("negations")


def _denied(forms: tuple[str, ...]) -> int:
    written = _written_out(forms)
    return sum(each in _denials() for each in written) + (" ".join(forms) == "no one")


def _negation(_a: object, _b: object, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """A denial on one side, and nothing else that differs but an auxiliary or what a denial faces."""
    if (_denied(one) > 0) == (_denied(other) > 0):
        return False
    rest = [
        [w for w in _written_out(forms) if w not in _denials() and w not in _entries("affirmed")]
        for forms in (one, other)
    ]
    left = set(rest[0]) ^ set(rest[1])
    return all(word in words("grammar", "auxiliaries") for word in left)


def _person(_a: object, _b: object, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Word for word another person, or an auxiliary that goes with it."""
    one, other = _written_out(one), _written_out(other)
    people, auxiliaries = _entries("person"), words("grammar", "auxiliaries")
    pairs = list(zip(one, other, strict=False))
    return (
        len(one) == len(other)
        and any(x in people and y in people and x != y for x, y in pairs)
        and all(x == y or {x, y} <= people or {x, y} <= auxiliaries for x, y in pairs)
    )


@cache
def _hedges() -> frozenset[str]:
    """Words and phrases that weaken, whatever follows them; those that also do other work are left out."""
    every = sections("hedges")
    wanted = (
        "hedged adverb", "possible adverb", "hedged adjective", "possible adjective", "possible likely", "possible modal",
        "approximate about", "approximate at least", "approximate at most", "approximate or so", "possible appears",
    )  # fmt: skip
    return frozenset(entry for section in wanted for entry in every.get(section, ())) - {"some", "over", "under"}


def _found_hedges(forms: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where hedges stand, the longest first from the left."""
    found, i = [], 0
    while i < len(forms):
        size = next((n for n in range(min(5, len(forms) - i), 0, -1) if " ".join(forms[i : i + n]) in _hedges()), 0)
        if size:
            found.append((i, i + size))
        i += max(1, size)
    return found


def _hedged(forms: tuple[str, ...]) -> bool:
    return bool(_found_hedges(forms))


def _without_hedges(forms: tuple[str, ...]) -> list[str]:
    held = {i for start, end in _found_hedges(forms) for i in range(start, end)}
    return [each for i, each in enumerate(forms) if i not in held]


def _hedge(_a: object, _b: object, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """A hedge on either side, and beside it only auxiliaries, or the same words in another form."""
    if not (_hedged(one) or _hedged(other)) or _together("synonyms", " ".join(one), " ".join(other)):
        return False
    left = set(_without_hedges(one)) ^ set(_without_hedges(other))
    return all(each in grammatical() or each in {"going", "certainly", "definitely", "surely"} for each in left)


@cache
def _stems(word: str) -> frozenset[str]:
    """What could be the word without an ending, one of a doubled consonant dropped."""
    found = {word}
    for suffix in _SUFFIXES:
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) > 1:
            found |= {stem, stem + "e", stem + "y"} if suffix not in ("'s", "s", "d") else {stem}
            if len(stem) > 3 and stem[-1] == stem[-2]:
                found.add(stem[:-1])
    return frozenset(found)


def _inflected(one: str, other: str) -> bool:
    bases = _stems(one), _stems(other)
    if one == other or any(_together("inflexion", x, y) for x in bases[0] for y in bases[1]):
        return True
    shorter = min(len(one), len(other))
    return one[:2] == other[:2] and any(len(stem) >= max(2, shorter - 3) for stem in bases[0] & bases[1])


def _inflexion(_a: object, _b: object, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Another form of one word; or a verb in another tense, with its auxiliaries before it."""
    helping = words("grammar", "auxiliaries")
    return all(each in helping for each in (*one[:-1], *other[:-1])) and _inflected(one[-1], other[-1])


def _synonym(_a: object, _b: object, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Known for one another, in any of their forms."""
    if _together("synonyms", " ".join(one), " ".join(other)):
        return True
    groups = _groups("synonyms")
    of = [frozenset().union(*(groups.get(each, frozenset()) for each in _bases(forms))) for forms in (one, other)]
    return bool(of[0] & of[1])


@cache
def _bases(forms: tuple[str, ...]) -> frozenset[str]:
    """The phrase with its first, and with its last word without an ending or in each form it has."""
    irregular = _groups("inflexion")
    found = set()
    for i in {0, len(forms) - 1}:
        each = forms[i]
        kin = {word for word, groups in irregular.items() if each in irregular and groups & irregular[each]}
        found |= {" ".join((*forms[:i], base, *forms[i + 1 :])) for base in _stems(each) | kin}
    return frozenset(found)


def _spelling(_a: object, _b: object, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """One word in two spellings: of two countries, or a slip of a letter inside it."""
    if len(one) != 1 or len(other) != 1:
        return False
    x, y = one[0], other[0]
    if _british(x, y) or _british(y, x):
        return True
    longest, most = TYPO
    inside = x[0] == y[0] and len(min(x, y, key=len)) > longest
    return inside and OSA.distance(x, y, score_cutoff=most) <= most and not x.isdigit()


def _british(x: str, y: str) -> bool:
    for entry in sections("changes")["british"]:
        one, _, other = entry.partition(": ")
        if one in x[1:] and x[:1] + x[1:].replace(one, other, 1) == y:
            return True
    return x.replace("ae", "e").replace("oe", "e").replace("grey", "gray") == y.replace("grey", "gray")


def _name(a: Sequence[Word], b: Sequence[Word], one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """A name on both sides, or on one side a name and on the other a noun with its determiner or a pronoun."""
    names = [
        any(word.name for word in held) and all(word.name or word.form in grammatical() for word in held)
        for held in (a, b)
    ]
    if all(names):
        return True
    plain = other if names[0] else one
    described = (1 < len(plain) <= 3 and plain[0] in words("grammar", "determiners")) or (
        len(plain) == 1 and plain[0] in _entries("person")
    )
    return any(names) and described


Rule = Callable[[Sequence[Word], Sequence[Word], tuple[str, ...], tuple[str, ...]], bool]
_RULES: tuple[tuple[str, Rule], ...] = (
    ("spelling", _same_spelling), ("number", _number), ("abbreviation", _abbreviation), ("negation", _negation),
    ("person", _person), ("hedge", _hedge), ("name", _name), ("inflexion", _inflexion), ("synonym", _synonym), ("spelling", _spelling),
)  # fmt: skip
"""The rules, the surest first."""
