from kit.find.rows import quote_rows, time_rows
from kit.read import articles

TEXT = "“The gate stays shut,” said Ann Lee on Friday. “It opens,” she added, “with the tide.”"


def article(tmp_path, text=TEXT):
    (tmp_path / "gate.txt").write_text(text, encoding="utf-8")
    return next(iter(articles([tmp_path / "gate.txt"])))


def test_every_place_slices_the_text(tmp_path):
    rows = [row for row in quote_rows(article(tmp_path)) if row["kind"] == "direct"]
    assert rows
    for row in rows:
        assert row["article"] == "gate"
        assert row["text"] == " ".join(TEXT[start:end] for start, end in row["spans"])
        assert (row["start"], row["end"]) == (row["spans"][0][0], row["spans"][-1][1])
        for place in [row["speaker"], row["cue"], *row["via"], *row["rejected"]]:
            assert place is None or place["text"] == TEXT[place["start"] : place["end"]]
    assert len({row["quote"] for row in rows}) == len(rows)


def test_a_quotation_has_the_fields_that_others_rely_on(tmp_path):
    first = next(quote_rows(article(tmp_path)))
    assert {"article", "quote", "kind", "start", "end", "spans", "text", "speaker", "cue", "rule", "confidence"} <= set(
        first
    )
    assert set(first["speaker"]) == {"text", "start", "end", "name", "resolved_by"}
    assert first["cue"]["text"] == "said"
    assert first["strength"] == "neutral"
    assert 0 <= first["confidence"] <= 1


def test_a_time_has_the_fields_that_others_rely_on(tmp_path):
    (row,) = time_rows(article(tmp_path))
    assert {"article", "start", "end", "text", "type", "value", "earliest", "latest"} <= set(row)
    assert (row["text"], row["type"], row["earliest"]) == ("Friday", "DATE", None)
