"""Why a result is what it is, told without asking for more."""

import pytest
from hypothesis import given

from screening.engine.assess import Assessor
from screening.engine.explain import DimensionExplained, Explanation, PresentIndicator, explain
from screening.sets.answers import Answer, rest_of, ticks_of
from screening.sets.model import ByAge, Indicator, IndicatorSet
from screening.sets.questions import Option, Question
from screening.sets.ratings import RatedIndicator
from tests.support.building import asked, indicator, small_set
from tests.support.random_sets import sets_with_records
from tests.support.thorough import examples

ADULT: dict[str, Answer] = {"age": "adult", "under_18_when_it_began": "no"}


def coercion_set() -> IndicatorSet:
    """Six questions, each with an indicator of one dimension, and one that is gated."""
    strengths = {"a": "strong", "b": "strong", "c": "medium", "d": "medium", "e": "weak"}
    questions = [asked(f"q-{name}", shows=[name]) for name in strengths]
    questions.append(asked("q-a2", shows=["a"]))
    questions.append(asked("gated", when={"question": "q-a", "is": ["yes"]}))
    return small_set(questions, [indicator(name, "coercion", strength) for name, strength in strengths.items()])


def explained(
    answers: dict[str, Answer],
    circumstances: dict[str, Answer] = ADULT,
    indicator_set: IndicatorSet | None = None,
) -> Explanation:
    indicator_set = indicator_set or coercion_set()
    assessor = Assessor(indicator_set)
    return explain(indicator_set, assessor.assess({**answers, **circumstances}), answers)


def coercion(explanation: Explanation) -> DimensionExplained:
    return next(each for each in explanation.elements["means"] if each.id == "coercion")


def test_what_is_held_names_its_strength_and_every_question_that_shows_it() -> None:
    present = coercion(explained({"q-a": "yes", "q-a2": "yes", "q-c": "yes"})).present

    assert [(each.indicator.id, each.strength, [q.id for q in each.shown_by]) for each in present] == [
        ("a", "strong", ["q-a", "q-a2"]),
        ("c", "medium", ["q-c"]),
    ]


FOR_A_CHILD = small_set(
    [asked("q-a", shows=["a"]), asked("q-b", shows=["b"]), asked("q-c", shows=["c"])],
    [
        indicator("a", "coercion", {"child": "strong"}),
        indicator("b", "coercion", {"adult": "weak", "child": "strong"}),
        indicator("c", "coercion", {"child": "weak"}),
    ],
)


@pytest.mark.parametrize(
    ("circumstances", "present", "undetermined"),
    [
        (ADULT, [("b", "weak")], []),
        ({"age": "adult", "under_18_when_it_began": "yes"}, [("a", "strong"), ("b", "strong")], [("c", ("declined",))]),
        ({"age": "unsure"}, [("a", "strong"), ("b", "strong")], [("c", ("declined",))]),
        ({"age": "adult"}, [("b", "weak")], [("a", ("age",)), ("c", ("declined", "age"))]),
        ({}, [("b", "weak")], [("a", ("age",)), ("c", ("declined", "age"))]),
    ],
    ids=["adult", "begun in childhood", "unsure", "when it began not asked", "nothing asked"],
)
def test_what_counts_for_a_child_only_is_held_of_a_child_open_where_no_age_decides_and_of_an_adult_not_at_all(
    circumstances: dict[str, Answer], present: list[tuple[str, str]], undetermined: list[tuple[str, tuple[str, ...]]]
) -> None:
    told = coercion(explained({"q-a": "yes", "q-b": "yes", "q-c": "declined"}, circumstances, FOR_A_CHILD))

    assert [(each.indicator.id, each.strength) for each in told.present] == present
    assert [(each.indicator.id, each.why) for each in told.undetermined] == undetermined


def test_a_dimension_is_told_with_its_title_and_whether_it_is_supported() -> None:
    supported = coercion(explained({"q-a": "yes", "q-b": "yes"}))

    assert (supported.title, supported.element, supported.support) == ("Coercion", "means", "supported")
    assert coercion(explained({})).support == "possible"


def test_what_is_missing_says_why() -> None:
    explanation = explained({"q-a": "unclear", "q-b": "declined", "q-a2": "no"})

    assert [(each.indicator.id, each.why) for each in coercion(explanation).undetermined] == [
        ("a", ("unclear",)),
        ("b", ("declined",)),
        ("c", ("not_asked",)),
        ("d", ("not_asked",)),
        ("e", ("not_asked",)),
    ]


def test_questions_without_a_definite_answer_are_listed_apart() -> None:
    explanation = explained({"q-a": "no", "q-b": "unclear", "q-c": "declined", "gated": "yes"})

    assert [question.id for question in explanation.not_asked] == ["q-d", "q-e", "q-a2"]
    assert [question.id for question in explanation.unclear] == ["q-b"]
    assert [question.id for question in explanation.declined] == ["q-c"]
    assert explanation.set_aside == 1


@pytest.mark.parametrize(
    ("answer", "partly"),
    [(("a", "unclear"), {"several"}), (("a", "not_asked"), {"several"}), (("a",), set()), ("unclear", set())],
    ids=str,
)
def test_a_question_is_told_as_known_in_part_where_something_was_ticked_and_the_rest_is_not_known(
    answer: Answer, partly: set[str]
) -> None:
    options = [{"id": name, "label": name} for name in "ab"]
    indicator_set = small_set([asked("several", choose="several", options=options), asked("other")], [])

    assert explained({"several": answer}, ADULT, indicator_set).partly == partly


@given(sets_with_records())
@examples(300)
def test_each_indicator_is_told_in_its_dimension_with_the_questions_that_make_it_known_or_leave_it_unknown(
    drawn: tuple[IndicatorSet, dict[str, Answer], dict[str, Answer]],
) -> None:
    indicator_set, answers, circumstances = drawn
    assessor = Assessor(indicator_set)
    assessment = assessor.assess({**answers, **circumstances})
    explanation = explain(indicator_set, assessment, answers)
    counted = [question for _, _, question in indicator_set.questions() if question.id not in assessment.closed]

    def shown_by(name: str) -> tuple[Question, ...]:
        return tuple(
            question
            for question in counted
            if any(
                option.id in ticks_of(answers.get(question.id)) and name in option.shows for option in question.choices
            )
        )

    def why(each: Indicator) -> tuple[str, ...]:
        rests = [rest_of(answers.get(question.id)) for question in counted if each.id in question.could_show]
        told = () if shown_by(each.id) else tuple(dict.fromkeys(rest for rest in rests if rest is not None))
        for_a_child = isinstance(each.strength, ByAge) and each.strength.adult is None
        return (*told, "age") if assessment.child_undecided and for_a_child else told

    def present(each: Indicator, shown_by: tuple[Question, ...]) -> PresentIndicator:
        if not isinstance(each, RatedIndicator):
            return PresentIndicator(each, each.strength_for(assessment.child), each.weight, shown_by)
        mark = next(option for option in each.marks if option.id == answers[each.id])
        return PresentIndicator(each, mark.strength, mark.weight, shown_by, mark)

    for dimension in (each for dimensions in explanation.elements.values() for each in dimensions):
        members = [each for each in indicator_set.indicators if each.dimension == dimension.id]
        assert dimension.present == tuple(
            present(each, shown_by(each.id)) for each in members if each.id in assessment.present
        )
        assert [(each.indicator, each.why) for each in dimension.undetermined] == [
            (each, why(each)) for each in members if each.id in assessment.undetermined
        ]


def test_more_indicators_need_no_more_looks_at_a_question(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = 0
    choices = vars(Question)["choices"]

    def counted(question: Question) -> tuple[Option, ...]:
        nonlocal looks
        looks += 1
        options: tuple[Option, ...] = choices.fget(question)
        return options

    def looked(indicators: int) -> int:
        nonlocal looks
        names = [f"i-{number}" for number in range(indicators)]
        indicator_set = small_set(
            [asked("told", shows=names[::2]), asked("untold", shows=names[1::2])],
            [indicator(name, "coercion", "weak") for name in names],
        )
        assessor = Assessor(indicator_set)
        assessment = assessor.assess({"told": "yes", **ADULT})
        looks = 0
        explain(indicator_set, assessment, {"told": "yes"})
        return looks

    monkeypatch.setattr(Question, "choices", property(counted))

    assert looked(4) == looked(40) > 0
