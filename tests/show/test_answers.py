"""What answers and the values of circumstances are called where no set words them."""

import pytest

from screening.language.catalog import ENGLISH
from screening.sets.circumstances import CIRCUMSTANCES
from screening.show.answers import ANSWER_NAME, answer_names, value_in_a_sentence, value_name


@pytest.mark.parametrize(
    ("circumstance", "value", "name", "in_a_sentence"),
    [
        ("age", "child", "Under 18", "under 18"),
        ("gender", "woman", "Woman or girl", "woman or girl"),
        ("situation", "fishing", "Work on a fishing boat or ship", "work on a fishing boat or ship"),
        ("identity_card", "yes", "Yes", "yes"),
        ("gender", "declined", "Does not want to say", "declined"),
        ("district", "north", "north", "north"),
    ],
)
def test_a_value_has_a_name_of_its_own_and_one_in_the_middle_of_a_sentence(
    circumstance: str, value: str, name: str, in_a_sentence: str
) -> None:
    assert ENGLISH.render(value_name(circumstance, value)) == name
    assert ENGLISH.render(value_in_a_sentence(circumstance, value)) == in_a_sentence


def test_every_value_that_a_circumstance_can_have_is_named() -> None:
    for circumstance, kind in CIRCUMSTANCES.items():
        assert all(ENGLISH.render(value_name(circumstance, value)) != value for value in kind.values), circumstance


@pytest.mark.parametrize(
    ("values", "names"),
    [
        (("yes",), ["It is so"]),
        (("perhaps",), ["perhaps"]),
        (("declined",), ["Not said"]),
        (("debt", "pay"), ["A debt", "pay"]),
        (("debt", "declined"), ["A debt", "the rest: Not said"]),
        (("debt", "unclear"), ["A debt", "the rest: unclear"]),
        (("pay", "debt", "not_asked"), ["pay", "A debt", "the rest: not asked"]),
    ],
)
def test_after_what_was_ticked_it_is_said_how_the_rest_stands(values: tuple[str, ...], names: list[str]) -> None:
    labels = {"yes": "It is so", "declined": "Not said", "debt": "A debt"}

    assert [ENGLISH.render(name) for name in answer_names(values, labels)] == names


def test_where_no_set_words_it_the_rest_is_not_said_in_the_words_of_a_whole_answer() -> None:
    assert [ENGLISH.render(name) for name in answer_names(("debt", "declined"), ANSWER_NAME)] == [
        "debt",
        "the rest: does not want to say",
    ]
