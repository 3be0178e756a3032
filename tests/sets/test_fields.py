"""What may stand in a field of a file."""

import msgspec
import pytest

from screening.sets.fields import LanguageCode


@pytest.mark.parametrize("code", ["en", "yue", "zh-Hant", "pt-BR"])
def test_a_language_goes_by_its_code(code: str) -> None:
    assert msgspec.convert(code, LanguageCode) == code


@pytest.mark.parametrize("code", ["", "English", "EN", "t", "tl "])
def test_a_language_has_no_other_name(code: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(code, LanguageCode)
