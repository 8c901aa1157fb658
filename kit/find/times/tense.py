"""Whether a day or month told without its year or week lies ahead or behind: the nearest telling word of its sentence decides.

* "will", "due" and "until" look ahead, and so do a timetable's "opens" and a plan's "set for"; a verb in the past looks back;
* participles after "is" and verbs after "will" leave it to the words before them.
"""

from __future__ import annotations

from kit.find.times.reading import Reading
from kit.find.times.words import Block
from kit.lexicon import words

__all__ = ["is_future", "looks_back"]

_WILL, _DID = words("times", "will"), words("times", "did")
_TIMETABLE, _MODAL, _MOVED = words("times", "timetable"), words("times", "modal"), words("times", "moved")
_PROMISED, _PLANNED = words("times", "promised"), words("times", "planned")
_NO_PAST, _SHORTENED = words("times", "no past"), words("abbreviations")
_PLAN = frozenset({"plan", "plans"})
_OWNED = frozenset({"a", "the", "this", "that", "his", "her", "their", "its", "s"})
"""Before "plan", these make it a noun: "they blasted his plan on Friday"."""
_BEING = frozenset({"be", "is", "are", "being"})
_PAST_NO_MORE = _BEING | _MODAL
_CHARGED = words("times", "charged")
_WERE = frozenset({"was", "were"})
_BEGIN = frozenset({"", ".", ",", "“", '"', "and", "but", "that", "because", "so", "to"})
"""Before "come", these let it mean "by": "come Monday, the shop"; not "the remarks come Monday"."""
_OF_PLANS = _PROMISED | _WERE | {pair.partition(" ")[0] for pair in _PLANNED}
_UP_TO = frozenset({"by", "until", "till", "through", "into", "come"})
_NOT_BEFORE = frozenset({("early", "as"), ("soon", "as"), ("late", "as"), ("ahead", "of")})
"""A day right after one of these lies ahead, unless its sentence looks back ("until Thursday, they had not")."""
_BACK = 30
"""Pieces looked at for the telling word, spaces included: some fifteen words, seldom more than a clause."""
_AHEAD, _AHEAD_AT_ITS_HEAD, _LEADING = 16, 24, 4
"""Pieces looked at after it; more where it begins its sentence, within so many pieces ("On Friday,"), as the subject between
the day and its verb can be long."""
_BESIDE = 4
"""Pieces before it in which a verb tells of it surely: "signed in December"."""
_STOPS = frozenset(";!?")


def is_future(reading: Reading) -> int:
    """1 where its sentence tells of what is to come, -1 of what was, -2 where the verb stands right before, 0 where no word tells.

    The nearest telling word before it decides, else the nearest after it.
    """
    block, pieces = reading.block, reading.block.pieces
    if reading.before() == "to" and not _MOVED.isdisjoint(pieces[max(reading.first - _AHEAD, 0) : reading.first]):
        return 1  # "pushed the vote back to June"
    until = reading.before() in _UP_TO and (reading.before() != "come" or reading.before(2) in _BEGIN)
    if until or (reading.before(2), reading.before()) in _NOT_BEFORE:
        near = pieces[max(reading.first - _AHEAD, 0) : reading.last + _AHEAD]
        return -1 if "had" in near or ("already" in near and "will" not in near) else 1
    back = range(reading.first - 1, max(reading.first - _BACK, -1), -1)
    told, seen = _nearest(block, back)
    if told < 0 and seen < _BESIDE and reading.before() in {"in", "on"}:
        ahead, _ = _nearest(block, range(reading.first - seen - 2, max(reading.first - _BACK, -1), -1))
        after, _ = _nearest(block, range(reading.last, min(reading.last + _AHEAD, len(pieces))))
        return -2 if ahead < 1 and after < 1 else -1
    if not told:
        most = _AHEAD if seen > _LEADING else _AHEAD_AT_ITS_HEAD
        told, _ = _nearest(block, range(reading.last, min(reading.last + most, len(pieces))))
    return told


def _nearest(block: Block, near: range) -> tuple[int, int]:
    """What the first telling word tells, and how many pieces were looked at before it or the sentence's edge."""
    for seen, at in enumerate(near):
        if block.pieces[at] == " ":
            continue
        if _ends(block, at):
            return 0, seen
        if told := _tells(block, at, after=near.step > 0):
            return told, seen
    return 0, len(near)


def _ends(block: Block, at: int) -> bool:
    """Whether a sentence or a paragraph ends at a piece; the full stop of an abbreviation ends none."""
    piece = block.pieces[at]
    if piece != ".":
        return piece in _STOPS or piece[:1] == "\n" != piece
    word = block.pieces[at - 1] if at else ""
    return f"{word}." not in _SHORTENED and block.letters[at + 1 : at + 2] in {"", " "}


def _tells(block: Block, at: int, *, after: bool) -> int:
    """What one word tells: 1 of what is to come, -1 of what was, 0 nothing.

    ``after``: it stands after the day, where a plan tells when it was made: "On Friday they planned a march".
    """
    pieces, piece = block.pieces, block.pieces[at]
    before = pieces[at - 2] if at > 1 else ""
    if piece in _WILL:
        noun = piece in _PLAN and before in _OWNED
        return 0 if noun else -1 if before in {"been", "previously"} else 1  # "had been due to end Friday"
    if piece in _OF_PLANS:
        following = pieces[at + 2] if at + 2 < len(pieces) else ""
        planned = before != "had" and (f"{piece} {following}" in _PLANNED or (piece in _PROMISED and following == "to"))
        if (planned and (not after or before in _BEING or piece in _BEING)) or (piece in _WERE and following in _WILL):
            return 1  # "they planned a", "they were planning"
    if piece == "proposed" and before in {"have", "has"}:
        return 1
    if piece == "to":
        return int(before in _PROMISED)
    return _verb_tells(block, at, before)


def _verb_tells(block: Block, at: int, before: str) -> int:
    """What a verb tells: one in the past of what was, a timetable's in the present of what is to come."""
    piece = block.pieces[at]
    past = looks_back(piece)
    if not (past or piece in _TIMETABLE) or block.text[block.starts[at]].isupper():  # the United States, Meet the Press
        return 0
    if past:
        return -1 if before not in _PAST_NO_MORE or (before in _BEING and piece in _CHARGED) else 0
    return 0 if before in _MODAL or before == "not" else 1  # "failed to meet on Monday"


def looks_back(word: str) -> bool:
    """Whether a word is a verb in the past: a listed one, or one in -ed."""
    return word in _DID or (len(word) > len("used") and word.endswith("ed") and word not in _NO_PAST)
