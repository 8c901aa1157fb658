"""Every chart against Altair's schema; the other tests leave this check out."""

import pytest
from altair.utils import schemapi

from kit import show


@pytest.mark.parametrize("chart", show.CHARTS, ids=lambda chart: chart.__name__)
def test_the_chart_is_what_the_schema_allows(harbour, chart):
    with schemapi.debug_mode(True):
        assert chart(harbour).to_dict()["usermeta"]["kit"]["finding"]
