"""Two questions about childhood, and doubt counts as childhood in both."""

import pytest

from screening.sets.answers import Answer, Answers
from screening.sets.childhood import CHILDHOOD, child_rule_applies, is_perhaps_a_child
from screening.sets.circumstances import CIRCUMSTANCES


@pytest.mark.parametrize(
    ("age", "perhaps"),
    [("child", True), ("unsure", True), ("declined", True), ("adult", False), (None, None)],
    ids=str,
)
def test_who_may_be_a_child_now_goes_by_the_age_alone(age: str | None, perhaps: bool | None) -> None:
    for began in (None, "yes", "no", "unclear", "declined"):
        assert is_perhaps_a_child(recorded(age, began)) is perhaps


@pytest.mark.parametrize(
    ("age", "began", "applies"),
    [
        ("child", None, True),
        ("child", "no", True),
        ("unsure", "no", True),
        ("declined", "no", True),
        # Grown up since: the rules apply, and child protection is no place for them.
        ("adult", "yes", True),
        ("adult", "unclear", True),
        ("adult", "declined", True),
        (None, "yes", True),
        ("adult", "no", False),
        ("adult", None, None),
        (None, "no", None),
        (None, None, None),
    ],
    ids=str,
)
def test_the_rules_for_a_child_go_by_both_ages(age: str | None, began: str | None, applies: bool | None) -> None:
    assert child_rule_applies(recorded(age, began)) is applies


def test_whoever_may_be_a_child_now_is_assessed_as_one() -> None:
    ages = (None, *CIRCUMSTANCES["age"].values, "declined")
    all_of_them = [recorded(age, began) for age in ages for began in (None, "yes", "no", "unclear", "declined")]

    assert all(child_rule_applies(each) for each in all_of_them if is_perhaps_a_child(each))


def test_what_says_childhood_is_among_what_can_be_recorded() -> None:
    for name, values in CHILDHOOD.items():
        assert set(values) <= {*CIRCUMSTANCES[name].values, CIRCUMSTANCES[name].undecided}


def recorded(age: str | None, began: str | None) -> Answers:
    """A record with these ages; None for one that was not asked."""
    ages: dict[str, Answer | None] = {"age": age, "under_18_when_it_began": began}
    return {name: value for name, value in ages.items() if value is not None}
