"""Telephone numbers: the same however they are written, and whether they can exist."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.referral.numbers import as_dialled_in, can_be_dialled, dialled
from tests.support.thorough import examples


@pytest.mark.parametrize(
    ("number", "region", "same"),
    [
        ("2345 6789", "HK", "+85223456789"),
        ("+852 2345 6789", "HK", "+85223456789"),
        ("(852) 2345-6789", "HK", "+85223456789"),
        ("２３４５ ６７８９", "HK", "+85223456789"),  # noqa: RUF001
        ("020 7946 0958", "GB", "+442079460958"),
        ("+44 (0)20 7946 0958", "GB", "+442079460958"),
        ("18281", "HK", "18281"),
        ("116 123", "GB", "116123"),
        ("116-123", "GB", "116123"),
        ("Call 999", "HK", "call 999"),
    ],
)
def test_a_number_is_the_same_however_it_is_written(number: str, region: str, same: str) -> None:
    assert dialled(number, region) == same


_BETWEEN = st.sampled_from(["", " ", "-", ".", " - ", "  "])
_DIGITS = st.integers(21_000_000, 39_999_999).map(str).filter(lambda digits: can_be_dialled(digits, "HK"))


@given(_DIGITS, st.lists(_BETWEEN, min_size=8, max_size=8), st.sampled_from(["", "+852 ", "(852) ", "+852-", "(+852)"]))
@examples(100)
def test_whatever_stands_between_the_digits_it_is_the_same_number(digits: str, between: list[str], code: str) -> None:
    written = code + "".join(digit + gap for digit, gap in zip(digits, between, strict=True))

    assert dialled(written, "HK") == dialled(digits, "HK") == f"+852{digits}"
    assert can_be_dialled(written, "HK")


@pytest.mark.parametrize(
    ("number", "region"),
    [
        ("999", "HK"),
        ("18111", "HK"),
        ("1868", "HK"),
        ("+852 1868", "HK"),
        ("116 016", "DE"),
        ("129", "ID"),
        ("1343", "PH"),
        ("131 450", "AU"),
        ("13 11 14", "AU"),
        ("1-888-373-7888", "US"),
        ("2345 6789 ext. 12", "HK"),
        ("２３４５ ６７８９", "HK"),  # noqa: RUF001
    ],
)
def test_numbers_that_can_exist(number: str, region: str) -> None:
    assert can_be_dialled(number, region)


@pytest.mark.parametrize(
    "number",
    [
        "2345 67",
        "234 56",
        "2345",
        "+852 2343 225",
        "https://wa.me/85291234567",
        "call 999",
        "999 or 112",
        "٢٣٤٥ ٦٧٨٨",
        "2345\u200b6787",
        "2345\u00ad6787",
        "2345 678O",
        "1-800-THE-LOST",
        "12",
        "",
    ],
)
def test_what_is_no_number(number: str) -> None:
    assert not can_be_dialled(number, "HK")


@given(st.text())
@examples(200)
def test_anything_can_be_asked(number: str) -> None:
    assert dialled(number, "HK") == dialled(dialled(number, "HK"), "HK")
    assert can_be_dialled(number, "HK") in {True, False}


@pytest.mark.parametrize(
    ("number", "region", "shown"),
    [
        ("+852 2343 2255", "HK", "2343 2255"),
        ("+44 20 7323 2737", "HK", "+44 20 7323 2737"),
        ("+44 20 7323 2737", "GB", "020 7323 2737"),
        ("999", "HK", "999"),
        ("0800 808 3733", "GB", "0800 808 3733"),
        # Who is abroad dials it with the code, and it stands for that.
        ("+852 1868", "HK", "+852 1868"),
        ("+852 2343 2255", "INTL", "+852 2343 2255"),
        ("The local emergency number", "INTL", "The local emergency number"),
    ],
)
def test_a_number_stands_as_it_is_dialled_in_its_country(number: str, region: str, shown: str) -> None:
    assert as_dialled_in(number, region) == shown
