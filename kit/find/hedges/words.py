"""Closed classes of words that the rules for hedges look at."""

from __future__ import annotations

from kit.lexicon import words

__all__ = [
    "BE",
    "DETERMINERS",
    "FINITE",
    "NOT_NOUNS",
    "NOUN_BEFORE",
    "PREPOSITIONS",
    "PRONOUNS",
    "PUNCTUATION",
    "SUBJECTS",
]

BE = words("grammar", "be") | {"get", "gets", "got"}
DETERMINERS = words("grammar", "determiners")
FINITE = words("grammar", "auxiliaries") | words("hedges", "irregular pasts")
PREPOSITIONS, PRONOUNS = words("grammar", "prepositions"), words("grammar", "pronouns")
PUNCTUATION = frozenset(",.;:!?…—–-()[]\"“”'‘’/")
SUBJECTS = frozenset(("he", "she", "they", "we", "i", "it", "you", "there"))
"""Pronouns that begin a clause."""

NOUN_BEFORE = DETERMINERS | PREPOSITIONS | words("grammar", "conjunctions") | (PUNCTUATION - frozenset("!?…)]/")) | {""}
"""What can stand right before a noun and its adjectives; "" is the start of a line."""

NOT_NOUNS = FINITE | PREPOSITIONS | PRONOUNS | PUNCTUATION | words("grammar", "conjunctions", "relatives") | {""}
"""What is no noun; "" is the end of a line."""
