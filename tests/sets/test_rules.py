"""What the rules of `palermo` come to in plain cases: on which side of clear concern each of them has to fall."""

from typing import Any

import pytest

from screening.engine.assess import Assessment, Assessor
from screening.reading.records import RecordReader
from screening.reading.sets import find_set
from screening.sets.answers import Answer

pytestmark = pytest.mark.slow


PALERMO = find_set("palermo")
ASSESSOR = Assessor(PALERMO)
ADULT: dict[str, Any] = {"age": "adult", "under_18_when_it_began": "no"}
CHILD: dict[str, Any] = {"age": "child"}
# All that can be recorded, answered so that it shows nothing.
NOTHING: dict[str, Answer] = {
    question.id: "no"
    if not question.options
    else next(
        (option.id,) if question.several else option.id
        for option in question.options
        if not (option.shows or option.raises) and (option.alone or not question.several)
    )
    for _, _, question in PALERMO.questions()
}


def assess(answers: dict[str, Any], circumstances: dict[str, Any]) -> Assessment:
    """The assessment where all that is not named was asked, and is not so."""
    reader = RecordReader(PALERMO)
    return ASSESSOR.assess({**NOTHING, **reader.answers(answers), **reader.circumstances(circumstances)})


def test_with_no_to_everything_nothing_is_recorded() -> None:
    assert assess({}, {**ADULT, "situation": ["other"]}).bounds == ("none_recorded", "none_recorded")


CLEAR: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "locked in, beaten, passport kept, very long days, and paid as agreed": (
        {"papers": "kept", "hurt": "yes", "go-out": "not-out", "long-hours": "yes"},
        {**ADULT, "situation": ["domestic-work"]},
    ),
    "very long days, and three small pressures, each told of another phase": (
        {"promised": ["pay"], "hold-used": ["reporting"], "depends-used": ["status"], "long-hours": "yes"},
        {**ADULT, "situation": ["other-work"]},
    ),
    "others take the money from sex, and threaten to hurt the family": (
        {"sexual": ["money-taken"], "says-no": ["family"]},
        {**ADULT, "situation": ["commercial-sex"]},
    ),
    "a debt is worked off with sex, and the manager tells her what would happen at home": (
        {"sexual": ["debt"], "depends-used": ["family"]},
        {**ADULT, "situation": ["commercial-sex"]},
    ),
    "a debt has to be worked off for the agent, and nobody says how much is left": (
        {"before-leaving": ["debt", "no-end"]},
        {**ADULT, "situation": ["other-work"]},
    ),
    "sold on at the place, and said to be bought": (
        {"who-gains": ["bought", "sold-on"]},
        {**ADULT, "situation": ["other-work"]},
    ),
    "13, brought by a broker to a kiln, 16 hours, unpaid, danger, no school": (
        {
            "how-began": ["recruited", "taken"],
            "long-hours": "yes",
            "pay": ["nothing"],
            "conditions": ["danger", "school"],
        },
        {**CHILD, "situation": ["other-work"]},
    ),
    "a boy of 16 with a debt and pocket money in a shop where he sleeps": (
        {"how-began": ["put-up"], "hold-used": ["debt"], "pay": ["little"]},
        {**CHILD, "situation": ["other-work"]},
    ),
    "a child who has to work and cannot stop": (
        {"stop-work": "penalty"},
        {**CHILD, "situation": ["other-work"]},
    ),
    "a child given by the family to be used": (
        {"how-began": ["family"]},
        {**CHILD, "situation": ["other-work"]},
    ),
    "a child put up by somebody who takes what the child earns, with long hours and little pay": (
        {"who-gains": ["housed"], "long-hours": "yes", "pay": ["little"]},
        {**CHILD, "situation": ["other-work"]},
    ),
    "a child kept at a place, with long hours and little pay": (
        {"how-began": ["kept-there"], "long-hours": "yes", "pay": ["little"]},
        {**CHILD, "situation": ["other-work"]},
    ),
}
NOT_CLEAR: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "an agency loan, sleeps in the child's room, and all else is fine": (
        {"how-began": ["recruited", "put-up"], "before-leaving": ["debt"], "conditions": ["no-corner"]},
        {**ADULT, "situation": ["domestic-work"]},
    ),
    "undocumented, free to go and to stop, paid late and less than told": (
        {"promised": ["pay"], "pay": ["little"]},
        {**ADULT, "situation": ["other-work"], "may_stay": "no"},
    ),
    "17, hotel season, staff bed, long hours, less pay than the law says": (
        {"how-began": ["recruited", "put-up"], "long-hours": "yes", "pay": ["little"], "conditions": ["no-insurance"]},
        {**CHILD, "situation": ["other-work"]},
    ),
    "raped by her husband, and nothing else": (
        {"sexual": ["raped"], "who-does-it": ["partner"]},
        {**ADULT, "situation": ["marriage-or-family"]},
    ),
    "touched at work, long hours and little pay": (
        {"sexual": ["touched"], "long-hours": "yes", "pay": ["little"], "who-does-it": ["boss"]},
        {**ADULT, "situation": ["domestic-work"]},
    ),
    "saw others hit, long hours and little pay": (
        {"says-no": ["violence"], "long-hours": "yes", "pay": ["little"]},
        {**ADULT, "situation": ["other-work"]},
    ),
    "made to offend, and nobody is said to have used a means": (
        {"crime": "made"},
        {**ADULT, "situation": ["illicit-work"]},
    ),
    "others use an account and have moved in, and nothing else": (
        {"made-to": ["account", "home"]},
        {**ADULT, "situation": ["other"]},
    ),
    "one debt, told at the beginning and as what holds her": (
        {"before-leaving": ["debt"], "hold-used": ["debt"], "conditions": ["no-corner"]},
        {**ADULT, "situation": ["domestic-work"]},
    ),
}


@pytest.mark.parametrize("case", CLEAR)
def test_this_is_clear_concern(case: str) -> None:
    assert assess(*CLEAR[case]).level == "clear_concern"


@pytest.mark.parametrize("case", NOT_CLEAR)
def test_this_is_not_clear_concern(case: str) -> None:
    assert assess(*NOT_CLEAR[case]).level in {"some_concern", "none_recorded"}


def test_rape_at_home_opens_the_right_help_at_once() -> None:
    assessment = assess(*NOT_CLEAR["raped by her husband, and nothing else"])

    assert {"after-sexual-violence", "domestic-abuse"} <= set(assessment.pathways)


def test_violence_that_was_seen_is_not_said_to_have_been_suffered() -> None:
    shown = assess({"says-no": ["violence"]}, ADULT).present

    assert "violence-seen" in shown
    assert "violence-used" not in shown


def test_being_sold_shows_a_means_at_the_beginning_and_at_the_place() -> None:
    at_first, later = (assess(answers, ADULT) for answers in ({"how-began": ["sold"]}, {"who-gains": ["sold-on"]}))

    assert set(at_first.present) == set(later.present) == {"handed-over", "payment-for-consent"}


def test_wanting_a_lawyer_first_is_no_no() -> None:
    others = {question: answer for question, answer in NOTHING.items() if question != "crime"}
    reader = RecordReader(PALERMO)
    circumstances = reader.circumstances({**ADULT, "situation": ["illicit-work"]})
    declined = ASSESSOR.assess({**others, **circumstances, "crime": "declined"})

    assert declined.bounds == ("none_recorded", "some_concern")
    assert declined.level == "too_little_known"
    assert "non-punishment" in declined.pathways
