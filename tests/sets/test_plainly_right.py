"""Cases that everybody would judge the same, told in the answers of the full screening, and what they must come to."""

from typing import Any

import pytest

from screening.engine.assess import Assessment, Assessor
from screening.reading.records import RecordReader
from screening.reading.sets import find_set

pytestmark = pytest.mark.slow

PALERMO = find_set("palermo")
ASSESSOR = Assessor(PALERMO)
READER = RecordReader(PALERMO)
ADULT = {"age": "adult", "under_18_when_it_began": "no"}
CHILD = {"age": "child"}
# All that anybody can deny, denied. Whoever is judged clear is so without it, and whoever is not is so with it, too.
NO: dict[str, Any] = {
    question.id: [option.id] if question.several else option.id
    for _, _, question in PALERMO.questions()
    for option in question.choices
    if option.alone or (not question.several and not option.shows and not option.raises)
}

CLEAR = [
    pytest.param(
        ADULT,
        {"go-out": "not-out", "hurt": "yes", "papers": "kept", "long-hours": "yes", "pay": ["fair"]},
        id="locked in, beaten, passport kept, very long days, pay as agreed",
    ),
    pytest.param(
        CHILD,
        {
            "how-began": ["recruited"],
            "long-hours": "yes",
            "pay": ["nothing"],
            "conditions": ["danger", "school"],
        },
        id="13, brought by a broker to a kiln, sixteen hours, unpaid, danger, no school",
    ),
    pytest.param(
        CHILD,
        {"how-began": ["put-up"], "before-leaving": ["debt"]},
        id="a boy of 16 with a debt and pocket money, in a shop where he sleeps",
    ),
    pytest.param(
        ADULT,
        {"promised": ["pay"], "before-leaving": ["money"], "depends-used": ["status"], "long-hours": "yes"},
        id="a lie, a kept purse and a threat, told from three phases, and very long days",
    ),
    pytest.param(
        ADULT,
        {"how-began": ["sold"], "hold-used": ["no-end"]},
        id="passed on for money, with a debt that never gets smaller",
    ),
]
NOT_CLEAR = [
    pytest.param(
        ADULT,
        {"how-began": ["recruited", "put-up"], "conditions": ["no-corner"]},
        id="a loan for the agency, sleeps in the child's room, all else fine",
    ),
    pytest.param(
        ADULT,
        {"papers": "own", "promised": ["pay"], "pay": ["little"]},
        id="papers at hand, free to go and to stop, paid late and less than told",
    ),
    pytest.param(
        CHILD,
        {"how-began": ["recruited", "put-up"], "long-hours": "yes", "conditions": ["no-insurance"]},
        id="17, a season in a hotel, a staff bed, long hours",
    ),
    pytest.param(
        ADULT,
        {"sexual": ["touched"], "long-hours": "yes", "pay": ["little"]},
        id="touched at work, long hours, little pay",
    ),
    pytest.param(ADULT, {"crime": "made"}, id="made to offend, and nothing else is known"),
]


def assessed(circumstances: dict[str, str], answers: dict[str, Any]) -> Assessment:
    """What the answers come to after the same reading that a record goes through."""
    return ASSESSOR.assess({**READER.answers(answers), **READER.circumstances(circumstances)})


@pytest.mark.parametrize(("circumstances", "answers"), CLEAR)
def test_it_is_clear_concern_whatever_is_denied(circumstances: dict[str, str], answers: dict[str, Any]) -> None:
    assert assessed(circumstances, answers).level == "clear_concern"
    assert assessed(circumstances, {**NO, **answers}).level == "clear_concern"


@pytest.mark.parametrize(("circumstances", "answers"), NOT_CLEAR)
def test_it_is_not_clear_concern(circumstances: dict[str, str], answers: dict[str, Any]) -> None:
    assert assessed(circumstances, {**NO, **answers}).level == "some_concern"


def test_somebody_raped_by_her_husband_is_not_clear_concern_and_gets_the_right_help_at_once() -> None:
    assessment = assessed(ADULT, {**NO, "sexual": ["raped"], "who-does-it": ["partner"]})

    assert assessment.level == "some_concern"
    assert {"after-sexual-violence", "domestic-abuse"} <= set(assessment.pathways)
