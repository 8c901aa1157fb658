"""Generated documents equal their sources."""

from pathlib import Path

from kit.publish.documents import dictionary, readme
from kit.schema import TABLES

ROOT = Path(__file__).parents[2]
HINT = "run: make documents"


def test_the_data_dictionary_is_that_of_the_schema():
    assert (ROOT / "data" / "README.md").read_text(encoding="utf-8") == dictionary(), HINT


def test_the_table_of_notebooks_is_that_of_their_metadata():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert text == readme(text), HINT


def test_every_column_is_explained_with_how_it_is_written():
    text = dictionary()
    for table, model in TABLES.items():
        section = text.split(f"## {table}.csv")[1].split("\n## ")[0]
        for column, info in model.model_fields.items():
            assert f"| `{column}` | {info.description}" in section
