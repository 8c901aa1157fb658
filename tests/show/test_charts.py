"""Every chart against Altair's schema; the other tests leave this check out."""

import altair as alt
import pytest
from altair.utils import schemapi

from kit import show


@pytest.mark.parametrize("chart", show.CHARTS, ids=lambda chart: chart.__name__)
@pytest.mark.usefixtures("validated")
def test_the_chart_is_what_the_schema_allows(harbour, chart):
    assert chart(harbour).to_dict()["usermeta"]["kit"]["finding"]


@pytest.mark.usefixtures("validated")
def test_a_chart_that_the_schema_refuses_is_told():
    with pytest.raises(schemapi.SchemaValidationError):
        alt.Chart().mark_bar(height="tall").to_dict()
