"""Every vignette of every built-in set comes to what its key says."""

import pytest

from screening.engine.assess import Assessor
from screening.lint.vignettes import differences
from screening.reading.records import RecordReader
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.sets.model import IndicatorSet
from screening.sets.vignette import Vignette

pytestmark = pytest.mark.slow


CASES = [(find_set(name), vignette) for name in set_ids() for vignette in find_set(name).vignettes]


@pytest.mark.parametrize(
    ("indicator_set", "vignette"), CASES, ids=[f"{case.about.id}/{vignette.id}" for case, vignette in CASES]
)
def test_a_vignette_comes_to_its_key(indicator_set: IndicatorSet, vignette: Vignette) -> None:
    record = RecordReader(indicator_set).record(vignette.answers, vignette.circumstances)
    assessment = Assessor(indicator_set).assess(record.answers)

    assert differences(vignette, indicator_set, assessment) == []


def test_every_set_has_a_vignette() -> None:
    assert {case.about.id for case, _ in CASES} == set(set_ids())
