"""What is said of the person to whoever is called."""

import pytest

from screening.language.catalog import ENGLISH
from screening.sets.answers import Answer
from screening.show.what_to_say import what_to_say


@pytest.mark.parametrize(
    ("circumstances", "said"),
    [
        (
            {"gender": "woman", "age": "adult", "languages": ("tl", "id")},
            "woman or girl; 18 or over; speaks Tagalog, Bahasa Indonesia",
        ),
        ({"age": "unsure", "with_children": "yes", "abroad": "yes"}, "not sure; has children with them; is abroad"),
        ({"languages": ("mai", "other")}, "speaks Maithili, another language"),
        (
            {"gender": "declined", "age": "unclear", "languages": "unclear", "with_children": "yes"},
            "has children with them",
        ),
    ],
    ids=["known", "age-not-sure", "language-without-a-name", "undecided"],
)
def test_what_is_said_of_the_person_is_what_is_known_of_them(circumstances: dict[str, Answer], said: str) -> None:
    assert f"and only this about the person: {said}. Say no name yet." in ENGLISH.render(what_to_say(circumstances))


def test_who_wants_nobody_called_is_given_the_numbers_and_nothing_to_say_is_told() -> None:
    told = ENGLISH.render(what_to_say({"gender": "woman", "may_call": "no"}))

    assert told == "The person does not want you to call. These are for them, in the order to try."


@pytest.mark.parametrize(
    ("circumstances", "said"),
    [
        ({"with_children": "no", "abroad": "no", "gender": "man"}, "man or boy"),
        ({"with_children": "unclear", "abroad": "declined", "age": "child"}, "under 18"),
        ({"may_call": "yes", "identity_card": "no", "situation": ("commercial-sex",), "gender": "man"}, "man or boy"),
        (
            {"abroad": "yes", "with_children": "yes", "languages": ("tl",), "age": "adult", "gender": "woman"},
            "woman or girl; 18 or over; speaks Tagalog; has children with them; is abroad",
        ),
    ],
    ids=["not-so", "not-known", "no-papers", "order"],
)
def test_nothing_is_said_that_is_not_so_or_could_get_them_arrested(circumstances: dict[str, Answer], said: str) -> None:
    assert f"and only this about the person: {said}. Say no name yet." in ENGLISH.render(what_to_say(circumstances))


def test_of_whom_nothing_is_known_nothing_is_said() -> None:
    nothing: dict[str, Answer] = {"gender": "declined", "age": "unclear", "languages": "declined"}

    assert "Say what is needed. Say no name yet." in ENGLISH.render(what_to_say(nothing))
