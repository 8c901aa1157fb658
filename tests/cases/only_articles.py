"""A case that has just been begun: articles, and nothing said of them yet."""

import csv

from kit.schema import TABLES

ABOUT = """title = "Just begun"
summary = "Two invented articles."
happened = 2031-03-14
timezone = "Europe/London"
language = "en-GB"
fictional = true
licence = "CC BY 4.0"
"""


def make(folder):
    """Write the case into a folder."""
    (folder / "case.toml").write_text(ABOUT, encoding="utf-8")
    rows = [
        {"article": name, "outlet": name.title(), "characters": 9, "words": 2, "sha256": digit * 64}
        for name, digit in (("echo", "1"), ("herald", "2"))
    ]
    for table, model in TABLES.items():
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(model.model_fields), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows if table == "articles" else [])
