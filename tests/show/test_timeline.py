from kit.show.figure import table_of
from kit.show.timeline import timeline
from tests.built import article, built, expressions

NASTY = "</script>\"'] } ${datum.x} \\"


def _case(*reports):
    known = {"event": "crash", "basis": "stated", "start": 1, "end": 2, "asserted_by": "outlet"}
    return built(
        articles=[article("a", "Gazette"), article("b", NASTY)],
        events=[{"event": "crash", "title": NASTY, "kind": "x"}],
        reports=[
            {
                **known, "report": f"r{i}", "article": where, "earliest": earliest, "latest": latest,
                "precision": "day" if earliest or latest else "unresolved",
            }
            for i, (where, earliest, latest) in enumerate(reports)
        ],
    )  # fmt: skip


DAY = ("a", "2031-03-14", "2031-03-14")
DAYS = ("b", "2031-03-12", "2031-03-16")
NEVER = ("b", None, None)


def _params(chart):
    return {each["name"]: each for each in chart["params"]}


def test_the_finding_is_counted():
    said = timeline(_case(DAY, DAYS, NEVER)).to_dict()["usermeta"]["kit"]["finding"]
    assert said == (
        "2 outlets place 1 event in time 3 times: 1 at one day or minute, 1 inside a longer stretch, and 1 in words that "
        "give no date."
    )


def test_the_table_tells_what_is_placed_where(harbour):
    table = table_of(timeline(harbour))
    assert list(table["placed at"]) == [
        "Fri 14 Mar 2031 18:20", "Fri 14 Mar 2031 18:00 – 23:59", "no date", "Fri 14 Mar 2031 18:45",
        "Fri 14 Mar 2031 18:20 or earlier", "Fri 14 Mar 2031 18:00 or later",
    ]  # fmt: skip
    assert list(table["outlet"])[:4] == ["Ansel Gazette", "Strand Courier", "Strand Courier", "Port Bulletin"]
    assert list(table["basis"])[3:] == ["inferred", "order", "order"]
    assert list(table["words"])[3:] == [
        "“18:45 on 14 March”, hedged by “around”",
        "before “The crash”",
        "after “The crash”",
    ]


def test_wall_time_is_written_as_utc():
    chart = timeline(_case(DAY)).to_dict()
    rows = [row for rows in chart["datasets"].values() for row in rows if "exact" in row]
    assert [row["since"] for row in rows] == [1931212800000]  # 2031-03-14T00:00Z
    assert [row["until"] - row["since"] for row in rows] == [86_400_000]


def test_the_days_around_come_first_where_anything_lies_in_them():
    near, far = _case(DAY), _case(("a", "1999-01-01", "1999-01-01"))
    assert _params(timeline(near).to_dict())["stretch"]["bind"]["labels"][0] == "the days around the event"
    assert _params(timeline(far).to_dict())["stretch"]["bind"]["labels"] == ["all of it"]


def test_the_event_of_most_outlets_is_chosen(harbour):
    assert _params(timeline(harbour).to_dict())["chosen_event"]["value"] == [{"event": "crash"}]


def test_what_is_only_ordered_stands_beside_its_neighbour(harbour):
    chart = timeline(harbour).to_dict()
    assert chart["usermeta"]["kit"]["finding"].endswith(
        " 8 more are only put in order, 2 of them beside an event with a date."
    )
    rows = [row for rows in chart["datasets"].values() for row in rows if row.get("basis") == "order" and "side" in row]
    assert [row["side"] for row in rows] == [-1, 1]
    assert all(row["since"] < row["until"] for row in rows)


def test_the_assumption_is_named(harbour):
    said = "Assumed, as the texts do not say so: published Strand Courier on 2031-03-16."
    assert said in timeline(harbour).to_json(ensure_ascii=False)
    assert "No day of publication is assumed." in timeline(_case(DAY)).to_json()


def test_a_large_case_says_what_is_left_out():
    chart = timeline(_case(*[("a", f"2031-03-{1 + i % 28:02}", None) for i in range(700)])).to_dict()
    assert chart["usermeta"]["kit"]["finding"].endswith(" The first 600 of them are drawn.")
    assert len(table_of(timeline(_case(*[DAY] * 700)))) == 600


def test_open_sides_and_many_rows_are_drawn():
    chart = timeline(_case(("a", "2031-03-14", None), ("b", None, "2031-03-14"), *[DAY] * 300)).to_dict()
    assert sum(view["height"] for view in chart["vconcat"]) < 900


def test_a_click_reaches_the_views_it_names():
    chart = timeline(_case(DAY)).to_dict()
    names = {layer.get("name") for view in chart["vconcat"] for layer in view.get("layer", [])}
    assert set(_params(chart)["chosen_event"]["views"]) <= names


def test_nothing_to_draw():
    assert "No article" in timeline(built()).to_dict()["description"]
    assert "None of the 1 placings" in timeline(_case(NEVER)).to_dict()["description"]


def test_same_case_same_chart(harbour):
    assert timeline(harbour).to_json() == timeline(harbour).to_json()


def test_hostile_words_never_stand_in_an_expression():
    assert not [each for each in expressions(timeline(_case(DAY, DAYS)).to_dict()) if "script" in each]
