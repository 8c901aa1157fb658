"""Forms of cue verbs and how strong a cue is."""

import pytest

from kit.find.cues import CUES, forms, strength


@pytest.mark.parametrize(
    ("base", "irregular", "made"),
    [
        ("claim", (), {"claim", "claims", "claiming", "claimed"}),
        ("deny", (), {"deny", "denies", "denying", "denied"}),
        ("promise", (), {"promise", "promises", "promising", "promised"}),
        ("stress", (), {"stress", "stresses", "stressing", "stressed"}),
        ("say", ("said",), {"say", "says", "saying", "said"}),
        ("write", ("wrote", "written"), {"write", "writes", "writing", "wrote", "written"}),
    ],
)
def test_forms_of_a_verb(base, irregular, made):
    assert {form for form, _ in forms(base, *irregular)} == made


def test_a_past_that_looks_like_the_base_counts_as_past():
    assert CUES["read"].form == "past"


@pytest.mark.parametrize(
    ("words", "section"),
    [("has said", "neutral"), ("claimed", "claiming"), ("later admitted", "revealing"), ("sat", None)],
)
def test_strength(words, section):
    assert strength(words) == section
