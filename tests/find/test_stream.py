import io
import itertools
import json

import pytest

from kit.find.stream import AHEAD, PARCEL, found
from kit.read import articles

SAID = "“The gate stays shut until the tide turns,” said Ann Lee, the harbour master, on Friday."


def lines(number):
    rows = (
        json.dumps({"id": f"a{n}", "text": f"{SAID} It is the {n}th day.", "published": "2031-03-14"})
        for n in range(number)
    )
    return io.BytesIO("\n".join(rows).encode())


@pytest.mark.parametrize("what", ["quotes", "times"])
def test_more_cores_give_the_same_lines_in_the_same_order(what):
    alone = [one.lines for one in found(articles(["-"], stdin=lines(70)), what)]
    together = [one.lines for one in found(articles(["-"], stdin=lines(70)), what, jobs=2)]
    assert alone == together
    assert [json.loads(one.splitlines()[0])["article"] for one in alone] == [f"a{n}" for n in range(70)]


def test_a_stream_without_end_is_read_no_further_than_a_few_parcels_ahead():
    read = itertools.count()

    def endless():
        for article in itertools.cycle(articles(["-"], stdin=lines(1))):
            next(read)
            yield article

    stream = found(endless(), "quotes", jobs=2)
    next(stream)
    stream.close()
    assert next(read) <= 2 * AHEAD * PARCEL + PARCEL


def test_articles_done_are_told():
    told = []
    list(found(articles(["-"], stdin=lines(3)), "quotes", done=told.append))
    assert told == [1, 2, 3]
