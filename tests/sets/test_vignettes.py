"""Every vignette of every built-in set comes to what its key says."""

import pytest

from screening.engine.assess import Assessor
from screening.lint.vignettes import differences
from screening.reading.records import RecordReader
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", set_ids())
def test_every_vignette_comes_to_its_key(name: str) -> None:
    indicator_set = find_set(name)
    reader, assessor = RecordReader(indicator_set), Assessor(indicator_set)
    found = {
        vignette.id: differences(
            vignette, indicator_set, assessor.assess(reader.record(vignette.answers, vignette.circumstances).answers)
        )
        for vignette in indicator_set.vignettes
    }

    assert found
    assert {vignette: different for vignette, different in found.items() if different} == {}
