"""Confidence of a rule."""

from kit.find.confidence import UNMEASURED, confidence
from kit.lexicon import sections


def test_every_share_is_one_and_rounded():
    shares = [line.rpartition(" = ")[2] for lines in sections("confidence").values() for line in lines]
    assert all(0 <= float(share) <= 1 and round(float(share) * 20, 6) % 1 == 0 for share in shares)


def test_an_unmeasured_rule_says_so():
    assert confidence("a rule that nobody wrote") == UNMEASURED
    assert confidence("cue right after") > UNMEASURED
