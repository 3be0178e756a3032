"""A condition is a value: equal where it says the same for the same use."""

from screening.sets.conditions.types import (
    AnswerIs,
    FlagRaised,
    Gate,
    LevelCondition,
    LevelRule,
    PathwayCondition,
    Supported,
)

CHILD, HURT = FlagRaised("child"), FlagRaised("hurt")
MEANS, PURPOSE = LevelCondition(Supported("means")), LevelCondition(Supported("purpose"))


def test_conditions_of_one_use_that_say_the_same_are_equal() -> None:
    assert Gate(CHILD) == Gate(FlagRaised("child"))
    assert hash(Gate(CHILD)) == hash(Gate(FlagRaised("child")))
    assert LevelRule(MEANS, PURPOSE) == LevelRule(MEANS, PURPOSE)


def test_another_leaf_another_use_and_another_age_are_something_else() -> None:
    assert Gate(CHILD) != Gate(HURT)
    assert Gate(CHILD) != PathwayCondition(CHILD)
    assert LevelRule(MEANS, None) != LevelRule(None, MEANS)


def test_a_condition_shows_what_it_says() -> None:
    assert repr(Gate(AnswerIs("age", ("child",)))) == "Gate(AnswerIs(item='age', listed=('child',)))"
