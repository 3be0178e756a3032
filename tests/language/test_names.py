"""What Unicode's data say of a language."""

import unicodedata
from collections.abc import Iterator

import pytest

from screening.language.names import Direction, between, day_name, direction, language_name, listed, own_name
from screening.show.languages import LANGUAGE_NAME


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("id", "Bahasa Indonesia"),
        ("fil", "Filipino"),
        ("th", "ไทย"),
        ("vi", "Tiếng Việt"),
        ("zh-Hant", "繁體中文"),
        ("zh-Hans", "简体中文"),
        ("ur", "اردو"),
        ("yue", "廣東話"),
        ("cmn", "普通话"),
        ("ne", "नेपाली"),
        ("pt-BR", "português"),
        ("en", "English"),
        ("xx", "xx"),
        ("", ""),
    ],
)
def test_a_language_is_called_as_those_call_it_who_speak_it(code: str, name: str) -> None:
    assert own_name(code) == name


@pytest.mark.parametrize(
    ("code", "reads"),
    [
        ("en", "ltr"),
        ("en-GB", "ltr"),
        ("zh-Hant", "ltr"),
        ("ur", "rtl"),
        ("ar", "rtl"),
        ("fa", "rtl"),
        ("ps", "rtl"),
        ("pa", "ltr"),
        ("pa-Arab", "rtl"),
        ("bal-Arab", "rtl"),
        ("xx", "ltr"),
        ("", "ltr"),
    ],
)
def test_a_language_is_read_from_one_side(code: str, reads: Direction) -> None:
    assert direction(code) == reads


@pytest.mark.parametrize(
    ("language", "days"),
    [
        ("id", "Sen Sel Rab Kam Jum Sab Min"),
        ("zh-Hant", "週一 週二 週三 週四 週五 週六 週日"),
        ("ur", "پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار"),
    ],
)
def test_days_are_short(language: str, days: str) -> None:
    assert [day_name(language, weekday) for weekday in range(7)] == days.split()


def test_no_day_has_a_digit_in_it_which_would_be_read_with_the_time_beside_it() -> None:
    for language in (*LANGUAGE_NAME, "zh-Hant", "zh-Hans", "fil"):
        for weekday in range(7):
            assert not any(map(str.isdigit, day_name(language, weekday) or "")), language


@pytest.mark.parametrize(
    ("language", "commas", "ands", "ors"),
    [
        ("ur", "، ", " اور ", " یا "),
        ("zh-Hant", "、", "和", "或"),
        ("id", ", ", " dan ", " atau "),
        ("th", ", ", "และ", " หรือ "),
    ],
)
def test_what_stands_between_two_things_is_the_languages_own(language: str, commas: str, ands: str, ors: str) -> None:
    assert between(language, "comma") == commas
    assert between(language, "and_and") == ands
    assert between(language, "or_or") == ors


@pytest.mark.parametrize(
    ("language", "joined"),
    [
        ("en-GB", "a, b, c and d"),
        ("ur", "a، b، c، اور d"),
        ("zh-Hant", "a、b、c和d"),
        ("th", "a, b, c และd"),
        ("xx", "a, b, c and d"),
    ],
)
def test_a_list_is_joined_as_the_language_joins_it(language: str, joined: str) -> None:
    assert listed(["a", "b", "c", "d"], language, "standard") == joined
    assert listed(["{0}", "{1}"], "en-GB", "or") == "{0} or {1}"
    assert listed(["a"], language, "or") == "a"
    assert listed([], language, "or") == ""


def test_what_is_not_known_is_left_to_whoever_asked() -> None:
    assert day_name("xx", 0) is None
    assert between("xx", "comma") is None
    assert language_name("xx", "th") is None
    assert language_name("id", "xx") is None


def test_nothing_from_the_data_hides_or_turns_the_direction() -> None:
    def said(language: str) -> Iterator[str]:
        yield from (day_name(language, weekday) or "" for weekday in range(7))
        yield from (language_name(language, each) or "" for each in LANGUAGE_NAME)
        yield from (between(language, kind) or "" for kind in ("comma", "and_and", "or_or"))
        yield from (own_name(language), listed(["a", "b", "c"], language, "standard"))

    for language in (*LANGUAGE_NAME, "zh-Hant", "ar", "fa", "he", "km"):
        hidden = {each for text in said(language) for each in text if unicodedata.category(each) == "Cf"}
        assert hidden <= {"\u200c", "\u200d"}, language
