import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup

from kit.show.markup import json_in_html, markdown, rendered
from tests.hostile import ATTACKS

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


@given(values)
def test_json_in_html_reads_back_and_cannot_end_its_element(value):
    written = json_in_html(value)
    assert json.loads(written) == value
    assert not set(written) & set("<>&\u2028\u2029")


@pytest.mark.parametrize("attack", ATTACKS)
def test_json_in_html_holds_every_attack_as_data(attack):
    assert json.loads(json_in_html({attack: [attack]})) == {attack: [attack]}


def test_json_in_html_keeps_the_order_of_keys():
    assert json_in_html({"b": 1, "a": "</é>"}) == '{"b":1,"a":"\\u003c/é\\u003e"}'


def test_json_in_html_refuses_what_a_browser_could_not_read():
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_in_html({"count": float("nan")})


def test_markdown_has_headings_emphasis_lists_and_tables():
    assert markdown("# One\n\n*a* `b`\n\n| x |\n| - |\n| 1 |") == (
        "<h1>One</h1>\n<p><em>a</em> <code>b</code></p>\n<table>\n<thead>\n<tr>\n<th>x</th>\n</tr>\n</thead>\n"
        "<tbody>\n<tr>\n<td>1</td>\n</tr>\n</tbody>\n</table>\n"
    )


def test_headings_move_down_and_the_first_gets_the_id():
    html = markdown("# One\n\n## Two\n\n###### Six", lower=1, first_id="x-name")
    assert html == '<h2 id="x-name">One</h2>\n<h3>Two</h3>\n<h6>Six</h6>\n'


def test_headings_of_a_note_start_at_the_top_given_and_skip_no_level():
    html = markdown("## One\n\n##### Two\n\n# Three\n\n### Four", top=3)
    assert html == "<h3>One</h3>\n<h4>Two</h4>\n<h3>Three</h3>\n<h4>Four</h4>\n"


def test_a_link_to_a_notebook_becomes_a_link_to_its_section():
    assert markdown("[next](02-quotes.ipynb)", lower=1) == '<p><a href="#02-quotes">next</a></p>\n'
    assert markdown("[next](02-quotes.ipynb)") == '<p><a href="02-quotes.ipynb">next</a></p>\n'


@pytest.mark.parametrize(
    "target", ["javascript:x", "JavaScript:x", "vbscript:x", "file:///etc/passwd", "data:text/html,<script>"]
)
def test_a_link_that_runs_something_stays_text(target):
    assert "href" not in markdown(f"[click]({target}) <{target}>")


def test_an_image_becomes_a_link_so_that_nothing_is_asked_for():
    assert markdown("![pixel](https://example.invalid/p.png)") == (
        '<p>!<a href="https://example.invalid/p.png">pixel</a></p>\n'
    )


@given(st.text(max_size=200))
def test_markdown_never_passes_html_through(text):
    assert "<script" not in markdown(f"{text}<script>{text}</script>").lower()
    assert "<img" not in markdown(f"![{text}]({text})").lower()


def test_a_template_escapes_what_is_not_markup():
    shown = rendered("passage.html", where="<i>", parts=[{"held": True, "text": "{{ 7*7 }}</mark>"}])
    assert "&lt;i&gt;" in shown
    assert "<mark>{{ 7*7 }}&lt;/mark&gt;</mark>" in shown
    assert "<b>ours</b>" in rendered("passage.html", where=Markup("<b>ours</b>"), parts=[])


def test_a_template_without_a_value_is_an_error():
    with pytest.raises(UndefinedError, match="'where' is undefined"):
        rendered("passage.html", parts=[])
