"""Only a definite other answer closes a question."""

import pytest

from screening.engine.gating import Gates
from screening.sets.answers import Answer
from screening.sets.model import IndicatorSet
from tests.support.building import asked, build_set, indicator, small_set


def gated(when: object) -> IndicatorSet:
    """A set whose question `second` has this gate."""
    options = [{"id": "a", "label": "a"}, {"id": "b", "label": "b"}, {"id": "none", "label": "n", "alone": True}]
    return small_set(
        [
            asked("first"),
            asked("several", choose="several", options=options),
            asked("alarm", raises=["alarm"]),
            asked("alarm-2", raises=["alarm"]),
            asked("middle", when={"question": "first", "is": ["yes"]}),
            asked("second", when=when, shows=["a"]),
        ],
        [indicator("a", "coercion")],
        flags=[{"id": name, "title": "x", "do": ["x"]} for name in ("alarm", "never")],
    )


FIRST_YES = {"question": "first", "is": ["yes"]}
SEVERAL_A = {"question": "several", "is": ["a"]}
MIDDLE_YES = {"question": "middle", "is": ["yes"]}
ALARM = {"flag": "alarm"}
NEVER = {"flag": "never"}
ABROAD = {"circumstance": "abroad", "is": ["yes"]}
SITUATION = {"circumstance": "situation", "is": ["fishing"]}
CHILD = {"circumstance": "age", "is": ["child"]}
CHILD_FLAG = {"flag": "child"}
# What counts for a child only is asked under this.
CHILDHOOD = {
    "any": [
        {"circumstance": "age", "is": ["child", "unsure"]},
        {"circumstance": "under_18_when_it_began", "is": ["yes", "unclear"]},
    ]
}


@pytest.mark.parametrize(
    ("when", "answers", "circumstances", "truth"),
    [
        (FIRST_YES, {"first": "yes"}, {}, True),
        (FIRST_YES, {"first": "no"}, {}, False),
        (FIRST_YES, {"first": "unclear"}, {}, True),
        (FIRST_YES, {"first": "declined"}, {}, True),
        (FIRST_YES, {}, {}, None),
        (SEVERAL_A, {"several": ("b", "a")}, {}, True),
        (SEVERAL_A, {"several": ("b",)}, {}, False),
        (SEVERAL_A, {"several": ("none",)}, {}, False),
        (SEVERAL_A, {"several": "unclear"}, {}, True),
        (MIDDLE_YES, {"first": "no", "middle": "yes"}, {}, False),
        (MIDDLE_YES, {"middle": "yes"}, {}, True),
        (MIDDLE_YES, {"first": "yes"}, {}, None),
        (ALARM, {"alarm": "yes"}, {}, True),
        (ALARM, {"alarm": "no"}, {}, None),
        (ALARM, {"alarm-2": "no"}, {}, None),
        (ALARM, {"alarm": "no", "alarm-2": "no"}, {}, False),
        (NEVER, {}, {}, False),
        (ALARM, {"alarm": "no", "alarm-2": "declined"}, {}, True),
        (ALARM, {"alarm": "unclear"}, {}, True),
        (ABROAD, {}, {}, None),
        (ABROAD, {}, {"abroad": "no"}, False),
        (ABROAD, {}, {"abroad": "unclear"}, True),
        (SITUATION, {}, {"situation": ("fishing", "other")}, True),
        (SITUATION, {}, {"situation": ("other",)}, False),
        (SITUATION, {}, {"situation": "declined"}, True),
        (SITUATION, {}, {"situation": ("other", "unclear")}, True),
        (SITUATION, {}, {"situation": ("other", "not_asked")}, None),
        (SEVERAL_A, {"several": ("b", "declined")}, {}, True),
        (SEVERAL_A, {"several": ("b", "not_asked")}, {}, None),
        (SEVERAL_A, {"several": ("a", "not_asked")}, {}, True),
        (CHILD, {}, {"age": "unsure"}, True),
        (CHILD, {}, {"age": "declined"}, True),
        (CHILD, {}, {"age": "adult"}, False),
        (CHILD_FLAG, {}, {"age": "unsure"}, True),
        (CHILD_FLAG, {}, {"age": "adult"}, False),
        (CHILD_FLAG, {}, {}, None),
        ({"all": [FIRST_YES, ABROAD]}, {"first": "yes"}, {}, None),
        ({"all": [FIRST_YES, ABROAD]}, {"first": "no"}, {}, False),
        ({"any": [FIRST_YES, ABROAD]}, {"first": "yes"}, {}, True),
        (CHILDHOOD, {}, {"age": "adult", "under_18_when_it_began": "no"}, False),
        (CHILDHOOD, {}, {"age": "adult"}, None),
        (CHILDHOOD, {}, {"under_18_when_it_began": "no"}, None),
        (CHILDHOOD, {}, {"age": "child"}, True),
        (CHILDHOOD, {}, {"age": "declined", "under_18_when_it_began": "no"}, True),
        (CHILDHOOD, {}, {"age": "adult", "under_18_when_it_began": "declined"}, True),
    ],
    ids=str,
)
def test_a_gate_is_three_valued(
    when: object, answers: dict[str, Answer], circumstances: dict[str, Answer], truth: bool | None
) -> None:
    assert Gates(gated(when)).test({**answers, **circumstances})["second"] is truth


def test_a_section_gate_holds_for_all_its_questions() -> None:
    indicator_set = build_set(
        {
            "set": {
                "id": "x",
                "version": "1",
                "title": "x",
                "sections": [{"id": "one", "stage": "questions"}, {"id": "two", "stage": "closing"}],
            },
            "sections": [
                {"id": "one", "questions": [asked("first")]},
                {"id": "two", "when": FIRST_YES, "questions": [asked("last"), asked("very-last", when=ABROAD)]},
            ],
        }
    )

    truths = Gates(indicator_set).test({"first": "no", "abroad": "yes"})

    assert truths == {"last": False, "very-last": False}


def test_it_is_known_which_items_the_gates_look_at() -> None:
    assert Gates(gated({"any": [ABROAD, ALARM]})).looks_at == {"first", "abroad"}


def test_a_question_that_is_closed_raises_nothing_and_the_later_ones_are_still_looked_at() -> None:
    indicator_set = small_set(
        [
            asked("first"),
            asked("closed", when=FIRST_YES, raises=["alarm"]),
            asked("alarm", raises=["alarm"]),
            asked("second", when=ALARM),
        ],
        [],
        flags=[{"id": "alarm", "title": "x", "do": ["x"]}],
    )
    gates = Gates(indicator_set)

    assert gates.test({"first": "no", "closed": "yes", "alarm": "yes"})["second"] is True
    assert gates.test({"first": "no", "closed": "yes", "alarm": "no"})["second"] is False


def test_one_tick_of_several_raises_what_it_raises() -> None:
    options = [{"id": "a", "label": "a", "raises": ["alarm"]}, {"id": "b", "label": "b"}]
    indicator_set = small_set(
        [asked("several", choose="several", options=options), asked("second", when=ALARM)],
        [],
        flags=[{"id": "alarm", "title": "x", "do": ["x"]}],
    )
    gates = Gates(indicator_set)

    assert gates.test({"several": ("b", "a")})["second"] is True
    assert gates.test({"several": ("b",)})["second"] is False
