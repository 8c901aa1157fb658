"""A file or a page becomes an article. Plain texts are attached to a case by `kit.texts`.

* :func:`articles` reads text, saved pages (HTML) and JSON Lines, each also as `.gz`, or standard input;
* what had to be mended is noted as a :class:`Repair`, what cannot be read is told as a :class:`ReadProblem`;
* what is in a text but not of it (forms, captions, bylines) is found by :mod:`kit.read.artefacts`, never cut out.
"""

from kit.read.article import Article, ReadError, ReadProblem, Repair
from kit.read.reading import articles

__all__ = ["Article", "ReadError", "ReadProblem", "Repair", "articles"]
