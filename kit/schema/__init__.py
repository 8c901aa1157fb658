"""Every table of a case: columns, types, meaning, example, keys. The one source.

* a table is a pydantic model, a row an instance: validation is pydantic's;
* what pydantic cannot say (references, spans, own words) is marked here and checked in `kit.proof`;
* the data dictionary is generated from the same marks (`make documents`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args, get_origin

from kit.columns import Row, plain_type
from kit.schema.about import Assumption, CaseFile
from kit.schema.answers import Claim, Question, Ruling, Term
from kit.schema.events import Event, Order, Report
from kit.schema.speech import Origin, Quote, Speaker, Suggestion, Utterance
from kit.schema.texts import Artefact, Article, Fingerprint, Sentence

__all__ = [
    "TABLES",
    "Artefact",
    "Article",
    "Assumption",
    "CaseFile",
    "Fingerprint",
    "Quote",
    "Suggestion",
    "allowed_kinds",
]

TABLES: Mapping[str, type[Row]] = {
    "articles": Article,
    "artefacts": Artefact,
    "speakers": Speaker,
    "quotes": Quote,
    "utterances": Utterance,
    "questions": Question,
    "claims": Claim,
    "events": Event,
    "reports": Report,
    "orders": Order,
    "origins": Origin,
    "taxonomy": Term,
    "sentences": Sentence,
    "verdicts": Ruling,
    "suggestions": Suggestion,
    "fingerprints": Fingerprint,
}
"""Every table by the name of its file, in reading order."""


def allowed_kinds(table: str, column: str) -> tuple[str, ...]:
    """The words a column may hold, for a column that lists them; ``()`` for others."""
    kind = plain_type(TABLES[table].model_fields[column])
    return get_args(kind) if get_origin(kind) is Literal else ()
