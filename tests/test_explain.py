"""Why a result is what it is, told without asking for more."""

from screening.assess import Assessor
from screening.explain import DimensionExplained, Explanation, explain
from screening.model import Answer, IndicatorSet
from tests.support.building import asked, indicator, small_set

ADULT: dict[str, Answer] = {"age": "adult", "under_18_when_it_began": "no"}


def coercion_set() -> IndicatorSet:
    """Six questions, each with an indicator of one dimension, and one that is gated."""
    strengths = {"a": "strong", "b": "strong", "c": "medium", "d": "medium", "e": "weak"}
    questions = [asked(f"q-{name}", shows=[name]) for name in strengths]
    questions.append(asked("q-a2", shows=["a"]))
    questions.append(asked("gated", when={"question": "q-a", "is": ["yes"]}))
    return small_set(questions, [indicator(name, "coercion", strength) for name, strength in strengths.items()])


def explained(answers: dict[str, Answer], circumstances: dict[str, Answer] = ADULT) -> Explanation:
    indicator_set = coercion_set()
    assessor = Assessor(indicator_set)
    return explain(indicator_set, assessor, assessor.assess(answers, circumstances), answers)


def coercion(explanation: Explanation) -> DimensionExplained:
    return next(each for each in explanation.elements["means"] if each.id == "coercion")


def ways(explanation: Explanation) -> list[list[str]]:
    return [[each.indicator.id for each in way] for way in coercion(explanation).ways]


def test_what_is_held_names_its_strength_and_every_question_that_shows_it() -> None:
    held = coercion(explained({"q-a": "yes", "q-a2": "yes", "q-c": "yes"})).held

    assert [(each.indicator.id, each.strength, [q.id for q in each.shown_by]) for each in held] == [
        ("a", "strong", ["q-a", "q-a2"]),
        ("c", "medium", ["q-c"]),
    ]


def test_the_shortest_ways_are_at_most_three_and_all_of_one_length() -> None:
    assert ways(explained({"q-a": "yes"})) == [["b"], ["c"], ["d"]]
    assert ways(explained({"q-a": "no", "q-a2": "no", "q-b": "yes"})) == [["c"], ["d"], ["e"]]
    assert ways(explained({})) == [["a", "b"], ["a", "c"], ["a", "d"]]


def test_a_supported_dimension_needs_no_way() -> None:
    assert ways(explained({"q-a": "yes", "q-b": "yes"})) == []


def test_what_is_missing_says_why() -> None:
    explanation = explained({"q-a": "unclear", "q-b": "declined", "q-a2": "no"})

    assert [(each.indicator.id, each.why) for each in coercion(explanation).missing] == [
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
