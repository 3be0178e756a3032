"""All answers once more."""

from msgspec.structs import replace

from screening.interview.machine import Interview
from screening.language.catalog import ENGLISH
from screening.sets.answers import Answer
from screening.terminal.review import SHOW_RESULT
from screening.terminal.steps import step_screen
from tests.support.building import asked, indicator, small_set
from tests.terminal.talking import PALERMO, a_context, conversation, way_to
from tests.terminal.test_steps import at, labels, values


def test_the_review_lists_every_answer_in_words_and_the_result_first() -> None:
    circumstances = [
        {"id": name, "record": name, "ask": "x"} for name in ("place", "age", "situation", "identity_card", "may_stay")
    ]
    options = [{"id": "own", "label": "Has them"}, {"id": "kept", "label": "Somebody has them", "shows": ["i"]}]
    interview = Interview(
        small_set(
            [asked("papers", options=options), asked("unasked")],
            [indicator("i", "forced_work")],
            stages={"urgent": [asked("danger")]},
            circumstances=circumstances,
        )
    )
    inputs: list[Answer] = ["hk", "no", "adult", ("domestic-work", "other"), "SKIP", "declined", "SKIP", "kept"]
    review = at(*inputs, "FINISH", "ON", interview=interview)

    assert [(choice.key, ENGLISH.render(choice.label)) for choice in review.choices] == [
        ("r", "Show the result"),
        ("1", "place - Hong Kong"),
        ("2", "danger - No"),
        ("3", "age - 18 or over"),
        ("4", "situation - Work in somebody's home; Something else"),
        ("5", "identity_card - not asked"),
        ("6", "may_stay - Does not want to say"),
        ("7", "papers - Somebody has them"),
    ]
    assert values(review)[0] == SHOW_RESULT
    assert len(set(values(review))) == len(review.choices)


def test_the_review_names_what_was_recorded_though_it_can_no_longer_be_chosen() -> None:
    state = conversation("hk", "FINISH", "ON").state
    nowhere = replace(a_context(), places={})

    assert labels(step_screen(PALERMO, state, a_context()))[1].endswith(" - Hong Kong")
    assert labels(step_screen(PALERMO, state, nowhere))[1].endswith(" - hk")


def test_the_review_names_the_district_as_the_directory_of_the_place_does() -> None:
    inputs: list[Answer] = [*way_to("district", {"age": "child"}), "wan-chai"]

    assert any(label.endswith(" - Wan Chai") for label in labels(at(*inputs, "FINISH", "ON")))
