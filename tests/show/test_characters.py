"""Which characters pass, and what stands there instead of the others."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.show.characters import apart, in_one_line, visible, visible_in_json
from tests.support.hidden import CATEGORIES, EVERY_ONE, SPEAKS, hidden_in
from tests.support.thorough import examples

# With what is hidden far more often than by chance.
TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from(EVERY_ONE), st.sampled_from("a\u0915\u0644\u200c\u200d\n\t\\"))
)


def test_every_control_and_every_character_without_a_look_is_shown_by_its_number() -> None:
    for character in EVERY_ONE:
        code = ord(character)
        number = f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
        named = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
        assert in_one_line(f"a{character}b") == f"a{named.get(character, number)}b"


def test_every_other_character_passes() -> None:
    # A plane at a time would be slow: the first two have all the scripts that are in use.
    shown = "".join(chr(code) for code in range(0x20000) if unicodedata.category(chr(code)) not in CATEGORIES)

    assert visible(shown) == in_one_line(shown) == visible_in_json(shown) == shown


@pytest.mark.parametrize(
    "text",
    ["می‌شود", "ह‍", "क्‍ष", "ക്‍", "👩‍👩‍👧", "👩🏽‍⚕️", "❤️‍🔥", "ශ්‍රී", "明愛\u3000勵苑", "50\xa0000", "𠮷", "C:\\new\\x1b"],
    ids=ascii,
)
def test_what_a_script_needs_is_as_it_was(text: str) -> None:
    assert visible(text) == in_one_line(text) == visible_in_json(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("pa\u200dypal", r"pa\u200dypal"),
        ("\u200ca", r"\u200ca"),
        ("\u0915\u200d\u200d", "\u0915\u200d\\u200d"),
        ("\u0644 \u200c", "\u0644 \\u200c"),
        ("1\u200d", r"1\u200d"),
    ],
    ids=ascii,
)
def test_a_joiner_with_nothing_to_join_is_shown(text: str, shown: str) -> None:
    assert visible(text) == in_one_line(text) == shown


def test_new_lines_and_tabs_stay_in_a_text_and_not_in_one_line() -> None:
    assert visible("a\n\tb\r\n") == "a\n\tb\\r\n"
    assert in_one_line("a\n\tb\r\n") == "a\\n\\tb\\r\\n"


@examples(1000)
@given(TEXTS)
def test_no_text_comes_out_with_a_character_that_hides_or_speaks(text: str) -> None:
    assert not hidden_in(visible(text))
    assert not hidden_in(in_one_line(text))
    assert not set("\n\t") & set(in_one_line(text))
    assert visible(visible(text)) == visible(text)


@examples(1000)
@given(TEXTS)
def test_json_loses_nothing(text: str) -> None:
    written = visible_in_json(json.dumps({text: [text]}, ensure_ascii=False, indent=2))

    assert not hidden_in(written)
    assert json.loads(written) == {text: [text]}


def test_json_escapes_by_units_of_sixteen_bits() -> None:
    assert visible_in_json('"\u202e \U000e0001 \udcff \x7f"') == '"\\u202e \\udb40\\udc01 \\udcff \\u007f"'


def test_the_samples_are_what_they_are_meant_to_be() -> None:
    assert hidden_in(SPEAKS) == set(SPEAKS) - set("\n\t]52;c;eA==[2J31m")


@pytest.mark.parametrize("number", ["+852 2343 2255", "18281", "(02) 123-456", "999"])
def test_a_number_alone_may_stand_apart(number: str) -> None:
    assert visible(f"فون {apart(number)} پر") == f"فون \u2066{number}\u2069 پر"
    assert not hidden_in(visible(f"\u2066{number} {apart(number)}").replace(apart(number), ""))


@pytest.mark.parametrize("text", ["1a2", "", "x", "www.example.org", "1\u202e2", "1\n2"])
def test_nothing_but_a_number_stands_apart(text: str) -> None:
    assert apart(text) == text
    assert not hidden_in(visible(f"\u2066{text}\u2069"))
