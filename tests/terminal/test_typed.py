"""What was typed, as the keys that were meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.terminal.typed import TypedAhead, as_key, as_word, typed_ahead
from tests.support.thorough import examples


@pytest.mark.parametrize(
    ("typed", "begun", "understood"),
    [
        (b"", "", TypedAhead()),
        (b"n\n", "", TypedAhead(("n",))),
        (b"n\nx", "", TypedAhead(("n",), "x")),
        (b"\n", "x", TypedAhead(("x",))),
        (b"i", "h", TypedAhead((), "hi")),
        (b"n\r", "", TypedAhead(("n",))),
        (b"\x04", "", TypedAhead((), "\x04", ends=True)),
        (b"n\n\x00", "", TypedAhead(("n",), "\x00", ends=True)),
        (b"\xff\n", "", TypedAhead(("\ufffd",))),
    ],
)
def test_what_was_typed_ahead_is_told_in_lines(typed: bytes, begun: str, understood: TypedAhead) -> None:
    assert typed_ahead(typed, begun) == understood


@given(st.lists(st.sampled_from([b"x", b"n", b"\n", b"\r", b"h", b"\x04"])), st.integers(0, 20))
@examples(100)
def test_it_does_not_matter_in_how_many_parts_it_came(parts: list[bytes], cut: int) -> None:
    whole = b"".join(parts)
    first = typed_ahead(whole[:cut])
    second = typed_ahead(whole[cut:], first.begun)

    assert (*first.lines, *second.lines) == typed_ahead(whole).lines
    assert second.begun == typed_ahead(whole).begun
    assert (first.ends or second.ends) == typed_ahead(whole).ends


@pytest.mark.parametrize(
    ("character", "key"),
    [("X", "x"), ("\uff58", "x"), ("\uff38", "x"), ("\uff11", "1"), ("\uff1f", "?"), ("\u3000", " ")],
)
def test_full_width_and_capital_letters_are_the_same_keys(character: str, key: str) -> None:
    assert as_key(character) == key


@pytest.mark.parametrize("character", ["\N{KELVIN SIGN}", "\N{MODIFIER LETTER SMALL X}", "\u2461", "\u00b2", "\u2115"])
def test_what_only_looks_like_a_key_is_none(character: str) -> None:
    assert as_key(character) == character


def test_a_word_has_no_blanks_around_it() -> None:
    assert as_word(" \uff39\uff45\uff53\u3000\n") == "yes"


def test_what_is_longer_than_any_word_is_left_alone() -> None:
    assert as_word("\uff58" * 100_000) == "\uff58" * 100_000
