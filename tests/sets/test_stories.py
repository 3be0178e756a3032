"""Cases that the built-in sets have to get right, whatever else changes in them."""

from typing import Any

import pytest

from screening.engine.assess import Assessment, Assessor
from screening.engine.gating import Gates
from screening.reading.records import RecordReader
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.sets.answers import Answer
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.conditions.types import AnswerIs
from screening.sets.conditions.walk import leaves
from screening.sets.vocabulary import ELEMENTS

pytestmark = pytest.mark.slow


PALERMO = find_set("palermo")
ASSESSOR = Assessor(PALERMO)
ADULT: dict[str, Answer] = {"age": "adult", "under_18_when_it_began": "no"}
DOMESTIC: dict[str, Answer] = {
    "papers": "kept",
    "hold-used": ("debt",),
    "promised": ("job",),
    "long-hours": "yes",
    "go-out": "not-out",
}


def assess(answers: dict[str, Any], **circumstances: Any) -> Assessment:
    """The assessment by `palermo`, after the same reading that a record goes through."""
    reader = RecordReader(PALERMO)
    return ASSESSOR.assess({**reader.answers(answers), **reader.circumstances({**ADULT, **circumstances})})


def test_a_domestic_worker_held_by_papers_debt_and_lies() -> None:
    assessment = assess({**DOMESTIC, "pay": ["little"]}, situation=["domestic-work"])

    assert assessment.level == "clear_concern"
    assert {"anti-trafficking", "labour-rights"} <= set(assessment.pathways)


@pytest.mark.parametrize("age", ["child", "unsure"])
def test_the_same_for_a_child_or_perhaps_a_child(age: str) -> None:
    assessment = assess({**DOMESTIC, "pay": ["little"]}, age=age, situation=["domestic-work"])

    assert (assessment.level, assessment.flags[0], assessment.pathways[0]) == (
        "clear_concern",
        "child",
        "child-protection",
    )


def test_papers_kept_long_hours_and_no_pay_alone_are_clear_concern() -> None:
    assert assess({"papers": "kept", "long-hours": "yes", "pay": ["little"]}).level == "clear_concern"


def test_a_child_in_commercial_sex_who_says_she_chose_it() -> None:
    assessment = assess({"before-18": ["sex"]}, age="child", situation=["commercial-sex"])

    assert assessment.level == "clear_concern"


def test_an_adult_who_chose_it_shows_no_indicator() -> None:
    assessment = assess({"sexual": ["none"], "before-18": ["sex"]}, situation=["commercial-sex"])

    assert (assessment.bounds[0], assessment.pathways) == ("none_recorded", ("rights-and-health", "free-to-ask"))


def test_no_answers_are_too_little_known() -> None:
    assessment = Assessor(PALERMO).assess({})

    assert assessment.level == "too_little_known"
    assert assessment.bounds == ("none_recorded", "clear_concern")


@pytest.mark.parametrize(
    ("answers", "dimension"),
    [
        ({"how-began": ["recruited"]}, "recruited"),
        ({"how-began": ["taken"]}, "moved"),
        ({"how-began": ["handed-over"]}, "handed_over"),
        ({"how-began": ["put-up"]}, "housed"),
        ({"how-began": ["kept-there"]}, "in_the_hands_of_those_who_profit"),
        ({"who-gains": ["brought"]}, "in_the_hands_of_those_who_profit"),
        ({"promised": ["job", "pay"]}, "deceptive_recruitment"),
        ({"start-force": ["violence"], "before-leaving": ["debt"]}, "coercive_recruitment"),
        ({"start-used": ["money", "status"], "start-ties": ["love"]}, "abuse_of_vulnerability_at_recruitment"),
        ({"papers": "kept", "hold-used": ["debt"]}, "coercion_at_destination"),
        ({"depends-used": ["food-and-bed", "status", "family"]}, "abuse_of_vulnerability_at_destination"),
        ({"long-hours": "yes", "pay": ["little"]}, "conditions_of_work"),
        ({"stop-work": "penalty"}, "forced_work"),
        ({"conditions": ["on-call", "no-corner"]}, "servitude"),
        ({"sexual": ["forced"]}, "sexual_exploitation"),
        ({"crime": "made"}, "forced_crime"),
        ({"begging": "made"}, "forced_begging"),
        ({"marriage": ["sold"]}, "servile_marriage"),
        ({"brought-for": ["organ"]}, "organ_removal"),
        ({"operation": ["baby"]}, "reproductive_exploitation"),
        ({"brought-for": ["work"]}, "forced_work"),
        ({"brought-for": ["serving"]}, "servitude"),
        ({"brought-for": ["sex"]}, "sexual_exploitation"),
        ({"brought-for": ["crime"]}, "forced_crime"),
        ({"brought-for": ["begging"]}, "forced_begging"),
        ({"brought-for": ["marriage"]}, "servile_marriage"),
    ],
    ids=str,
)
@pytest.mark.parametrize("age", ["adult", "child"])
def test_every_dimension_can_be_supported_by_answers(answers: dict[str, Any], dimension: str, age: str) -> None:
    assert assess(answers, age=age).dimensions[dimension] == "supported"


def test_every_element_has_a_dimension() -> None:
    elements = {dimension.element for dimension in PALERMO.about.dimensions.values()}

    assert elements == set(ELEMENTS)


@pytest.mark.parametrize("answer", ["money-taken", "debt", "forced", "camera", "not-refused"])
def test_for_a_child_any_commercial_sex_is_exploitation(answer: str) -> None:
    assert assess({"sexual": [answer]}, age="unsure").level == "clear_concern"


@pytest.mark.parametrize("answer", ["made", "declined"])
def test_any_forced_crime_answer_opens_non_punishment(answer: str) -> None:
    assert "non-punishment" in assess({"crime": answer}).pathways


def test_the_words_before_forced_crime_say_that_nothing_need_be_told() -> None:
    crime = next(question for _, _, question in PALERMO.questions() if question.id == "crime")

    assert crime.say_first is not None
    assert "lawyer first" in crime.say_first


def test_first_contact_is_short_and_begins_with_danger() -> None:
    questions = list(find_set("first-contact").questions())

    assert len([question for _, _, question in questions if question.when is None]) <= 8
    assert questions[0][2].could_raise == ("danger_now",)


def test_first_contact_has_no_answer_for_what_an_adult_does_for_a_living() -> None:
    assessor = Assessor(find_set("first-contact"))

    assert assessor.assess({**ADULT, "used-by-others": "yes"}).present == ()
    assert assessor.assess({"age": "unsure", "used-by-others": "yes"}).present == ("child-used-by-others",)


@pytest.mark.parametrize("name", set_ids())
def test_numbers_come_whatever_the_answers(name: str) -> None:
    always_open = [pathway for pathway in find_set(name).guidance if pathway.when is None]

    assert [pathway.id for pathway in always_open] == ["free-to-ask"]
    assert "social-welfare" in always_open[0].needs
    assert find_set(name).guidance[-1].id == "free-to-ask"


@pytest.mark.parametrize("name", set_ids())
def test_nothing_about_who_someone_is_shows_an_indicator(name: str) -> None:
    """Circumstances only gate: with every question closed or unanswered, no circumstance changes the lower bound."""
    indicator_set = find_set(name)
    people: list[dict[str, Answer]] = [
        {"situation": ("commercial-sex",), "may_stay": "no", "identity_card": "no", "gender": "woman"},
        {"situation": ("begging-or-selling", "illicit-work"), "may_stay": "no", "abroad": "yes"},
    ]
    for circumstances in people:
        assessment = Assessor(indicator_set).assess({**ADULT, **circumstances})
        assert (assessment.bounds[0], assessment.present) == ("none_recorded", ())


def test_no_gate_hides_what_another_answer_says() -> None:
    """Every gate of the set on a question is open for each answer that shows something; the linter says the same."""
    for _, section, question in PALERMO.questions():
        for gate in (section.when, question.when):
            assert all(leaf.item in CIRCUMSTANCES for leaf in leaves(gate) if isinstance(leaf, AnswerIs))
    assert Gates(PALERMO).looks_at == {"situation", "age", "under_18_when_it_began"}
