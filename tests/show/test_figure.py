import json

import altair as alt
import pandas as pd
import pytest

from kit.show.figure import FINDING_WIDTH, MIME, figure, nothing, table_of
from kit.show.markup import json_in_html
from tests.hostile import ATTACKS


def drawn(name="Quotes", finding="The Gazette has four.", **texts):
    rows = pd.DataFrame({"outlet": ["Ansel Gazette", None], "quotes": pd.array([4, None], dtype="Int64")})
    chart = alt.Chart(rows).mark_bar().encode(x="quotes:Q", y="outlet:N")
    return figure(chart, name=name, description=texts.pop("description", "Bars."), finding=finding, table=rows, **texts)


def bundle(chart):
    return chart._repr_mimebundle_()[0]


def test_a_figure_carries_its_name_description_finding_and_table():
    spec = bundle(drawn())[MIME]
    assert spec["title"] == {"text": "Quotes", "subtitle": ["The Gazette has four."]}
    assert spec["description"] == "Bars."
    assert spec["usermeta"]["kit"] == {
        "name": "Quotes",
        "finding": "The Gazette has four.",
        "table": {"columns": ["outlet", "quotes"], "rows": [["Ansel Gazette", 4], [None, None]]},
    }


def test_the_table_comes_back_from_the_chart():
    table = table_of(drawn())
    assert list(table.columns) == ["outlet", "quotes"]
    assert table["outlet"].tolist()[0] == "Ansel Gazette"
    assert table["quotes"].tolist()[0] == 4


def test_a_long_finding_is_broken_into_lines():
    lines = bundle(drawn(finding="word " * 60))[MIME]["title"]["subtitle"]
    assert max(map(len, lines)) <= FINDING_WIDTH
    assert " ".join(lines) == ("word " * 60).strip()


def test_the_output_is_what_jupyterlab_draws_offline():
    data, metadata = drawn()._repr_mimebundle_()
    assert set(data) == {MIME, "text/plain"}
    assert data[MIME]["$schema"] == "https://vega.github.io/schema/vega-lite/v5.json"
    assert data["text/plain"] == "Chart: Quotes. The Gazette has four."
    assert metadata == {MIME: {"embed_options": {"renderer": "svg", "actions": False}}}


def test_two_figures_of_the_same_data_are_the_same():
    assert json.dumps(bundle(drawn())) == json.dumps(bundle(drawn()))


def test_hostile_texts_stay_data():
    for attack in ATTACKS:
        spec = bundle(drawn(name=attack, finding=f"x {attack}", description=attack))[MIME]
        assert json.loads(json_in_html(spec)) == spec


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        ({"name": " "}, 'figure: name: found nothing; allowed: a sentence about " "'),
        ({"description": ""}, 'figure: description: found nothing; allowed: a sentence about "Quotes"'),
        ({"finding": "\n"}, 'figure: finding: found nothing; allowed: a sentence about "Quotes"'),
    ],
)
def test_a_figure_nobody_could_read_is_refused(texts, message):
    with pytest.raises(ValueError, match="figure") as caught:
        drawn(**texts)
    assert str(caught.value) == message


def test_nothing_to_draw_is_a_calm_note():
    chart = nothing("Quotes", "This case has no quotation.")
    spec = bundle(chart)[MIME]
    assert spec["title"]["text"] == "Quotes"
    assert spec["description"] == "This case has no quotation."
    assert table_of(chart)["note"].tolist() == ["This case has no quotation."]


def test_a_chart_of_someone_else_has_no_table():
    with pytest.raises(ValueError, match="table_of") as caught:
        table_of(alt.Chart(pd.DataFrame()).mark_bar())
    assert str(caught.value) == (
        "table_of: found a chart without a table; allowed: a chart that a kit.show function made"
    )
