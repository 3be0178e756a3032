"""What another keyboard or an input method writes, as the keys of an English one."""

import sys
import unicodedata

import pytest

from screening.language.scripts import in_english, is_other_script

NOT_ASCII = [*map(chr, range(0x80, sys.maxunicode + 1))]


@pytest.mark.parametrize(
    ("typed", "english"),
    [
        ("\uff59", "y"),
        ("\uff38", "X"),
        ("\uff1f", "?"),
        ("\uff11\uff12", "12"),
        ("\uff11\u3000\uff12", "1 2"),
        ("\uff11\uff0c\uff12", "1,2"),
        ("\uff11、\uff12", "1,2"),
        ("\u0661\u060c\u0662", "1,2"),
        ("\u061f", "?"),
        ("\u0663", "3"),  # Arabic-Indic
        ("\u06f7", "7"),  # Persian and Urdu
        ("\u0969", "3"),  # Devanagari
        ("\u09e9", "3"),  # Bengali
        ("\u0e53", "3"),  # Thai
        ("\u1043", "3"),  # Burmese
        ("\u17e3", "3"),  # Khmer
    ],
)
def test_full_width_signs_and_digits_of_any_script_are_those_of_an_english_keyboard(typed: str, english: str) -> None:
    assert in_english(typed) == english


@pytest.mark.slow
def test_nothing_else_becomes_a_sign_of_ascii() -> None:
    """Not a circled or superscript digit, no letter in another typeface, no sign that only looks alike."""
    folded = {each: in_english(each) for each in NOT_ASCII if in_english(each) != each}
    digits = {each for each in folded if folded[each].isdigit()}
    others = {each: folded[each] for each in folded.keys() - digits}
    wide = {chr(number): chr(number - 0xFEE0) for number in range(0xFF01, 0xFF5F)} | {"\u3000": " "}

    assert all(unicodedata.category(each) == "Nd" for each in digits)
    assert all(float(folded[each]) == unicodedata.numeric(each) for each in digits)
    assert {each: sign for each, sign in wide.items() if not sign.isdigit()}.items() <= others.items()
    assert {others[each] for each in others.keys() - wide.keys()} == {"?", ",", "."}


def test_the_keys_of_an_english_keyboard_stay_as_they_are() -> None:
    ascii_only = "".join(map(chr, range(0x80)))

    assert in_english(ascii_only) == ascii_only
    assert not is_other_script(ascii_only)


@pytest.mark.parametrize("letter", "不ㄇㄌхχขह한اעאคক\u0e31\u093e")
def test_a_letter_that_is_not_latin_tells_that_the_keyboard_is_not_set_to_english(letter: str) -> None:
    assert is_other_script(letter)
    assert is_other_script(f"y{letter}")


@pytest.mark.parametrize(
    "letter", ["", "y", "é", "ß", "\uff59", "ª", "\u0301", "7", "\u0663", "\uff1f", "。", "-", "½", "\ud800"]
)
def test_a_latin_letter_a_digit_and_a_sign_do_not(letter: str) -> None:
    assert not is_other_script(letter)
