"""A translation keeps the numbers of a text, and what is dialled in its order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.language.kept import keeps_numbers


@pytest.mark.parametrize(
    ("english", "text", "keeps"),
    [
        ("No number.", "Tanpa angka.", True),
        ("No number.", "Tanpa 1.", False),
        ("Call 999 from 9:00.", "從 9:00 起致電９９９。", True),
        ("Call 999.", "Call 998.", False),
        ("1,000 dollars", "1.000 dolar", True),
        ("Call +852 2343 2255 or 18281.", "18281 atau +852 2343 2255.", True),
        ("Call +852 2343 2255.", "+852 2255 2343.", False),
        ("Call 2343 2255.", "Telepon 2343-2255.", True),
        ("From 8 September 2025 call 999.", "由 2025 年 9 月 8 日起致電 999。", True),
        ("From 8 September 2025 call 999.", "由 2025 年 10 月 8 日起致電 999。", False),
    ],
)
def test_whether_a_number_is_touched_is_seen(english: str, text: str, *, keeps: bool) -> None:
    assert keeps_numbers(english, text) is keeps


@given(st.text())
def test_a_text_keeps_its_own_numbers(text: str) -> None:
    assert keeps_numbers(text, text)
