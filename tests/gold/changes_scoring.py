"""How many of the typed differences are found, with their type: precision and recall in one figure."""

import json
from collections import Counter
from pathlib import Path

from kit.compare.alignment import form
from kit.compare.changes import between

PAIRS = [json.loads(line) for line in Path(__file__).with_name("changes.jsonl").read_text("utf-8").splitlines()]
READ, UNREAD = PAIRS[::2], PAIRS[1::2]
"""The half whose errors were read while the rules were written, and the half whose errors never were."""

MARKS = "case or punctuation"


def _bag(a, b):
    return Counter([(0, form(word)) for word in a.split()] + [(1, form(word)) for word in b.split()])


def matched(pair, exact=False):
    """The annotated differences (a mark or a capital that only follows from another counts neither way) with the found one that meets each (or None), and the found ones that meet none."""
    left = between(pair["a"], pair["b"])
    rows = []
    for wanted in pair["differences"]:
        bag = _bag(wanted["words_a"], wanted["words_b"])
        near = [
            (sum((bag & (own := _bag(f.words_a, f.words_b))).values()) / sum((bag | own).values()), f) for f in left
        ]
        near = [(share, f) for share, f in near if f.type == wanted["type"] and share >= (1 if exact else 0.5)]
        best = max(near, key=lambda each: each[0], default=(0, None))[1]
        if best is not None:
            left.remove(best)
        rows.append((wanted, best))
    if any(wanted["type"] != MARKS for wanted in pair["differences"]):
        left = [found for found in left if found.type != MARKS]
    return rows, left


def f1(pairs, exact=False):
    found = [matched(pair, exact) for pair in pairs]
    hits = sum(best is not None for rows, _ in found for _, best in rows)
    wanted, extra = sum(len(rows) for rows, _ in found), sum(len(left) for _, left in found)
    return 2 * hits / (wanted + hits + extra)
