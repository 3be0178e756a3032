"""Keys on the heels of an Escape."""

import pytest

from screening.terminal.bursts import Bursts


def standings(*keys: str, apart: float = 0.001) -> list[str]:
    """How each of some keys stands."""
    bursts = Bursts()
    return [bursts.standing(key, 1.0 + number * apart) for number, key in enumerate(keys)]


def test_keys_stand_alone() -> None:
    assert standings("y", "n", "x") == ["alone", "alone", "alone"]


def test_a_key_right_after_an_escape_was_pressed_with_alt_or_in_fright() -> None:
    assert standings("escape", "x", "y") == ["after_escape", "after_escape", "after_escape"]


@pytest.mark.parametrize("begins", ["[", "o"])
def test_a_sequence_that_nobody_knows_is_no_key_up_to_its_final_character(begins: str) -> None:
    keys = ("escape", begins, "1", ";", "9", "x", "y")
    inside = 1 if begins == "o" else 5

    assert standings(*keys)[: 1 + inside] == ["after_escape", *["in_sequence"] * inside]
    assert standings("escape", "[", "1", "x", "y")[-1] == "after_escape"


def test_what_comes_later_stands_alone() -> None:
    assert standings("escape", "x", apart=0.5) == ["after_escape", "alone"]


def test_an_escape_within_a_sequence_begins_another() -> None:
    assert standings("escape", "[", "1", "escape", "x")[-2:] == ["after_escape", "after_escape"]
