"""Codes of languages: one for each, whatever a file calls it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.language.tags import (
    english_name,
    every_code,
    is_language,
    is_one_in_writing,
    named,
    plural_forms,
    read_by,
    standard,
    written,
)


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("tl", "tl"),
        ("fil", "tl"),
        ("tgl", "tl"),
        ("in", "id"),
        ("eng", "en"),
        ("ind", "id"),
        ("yue", "yue"),
        ("zh-HK", "yue"),
        ("zh-Hant-HK", "yue"),
        ("zh-CN", "cmn"),
        ("cmn", "cmn"),
        ("zh-Hant", "zh-Hant"),
        ("pt_BR", "pt-BR"),
        ("mai", "mai"),
        ("taj", "taj"),
        ("xx", "xx"),
        ("other", "other"),
    ],
)
def test_a_language_has_one_code(code: str, meant: str) -> None:
    assert standard(code) == meant
    assert standard(meant) == meant


@pytest.mark.parametrize(
    ("code", "other", "same"),
    [
        *(("id", "id", True), ("id", "in", True), ("fil", "tl", True), ("zh-HK", "zh-Hant", True)),
        *(("zh_Hant", "zh-TW", True), ("eng", "en", True), ("en-GB", "en", False), ("zh-Hant", "zh-Hans", False)),
        *(("zh-HK", "yue", False), ("id", "en", False), ("en", "zh-Hant", False), ("fil", "en", False)),
        *(("xx", "yy", False), ("nothing", "no", False)),
    ],
)
def test_two_codes_are_of_one_language_as_it_is_written(code: str, other: str, *, same: bool) -> None:
    assert is_one_in_writing(code, other) is is_one_in_writing(other, code) is same


CODES = [code for code in every_code() if len(code) < len("enxx")]


@given(st.sampled_from(CODES), st.sampled_from(CODES))
def test_what_is_plainly_another_language_is_another_one(code: str, other: str) -> None:
    assert is_one_in_writing(code, other) is (written(code) == written(other) or {code, other} <= {"fil", "tl"})


@pytest.mark.parametrize(("code", "known"), [("ne", True), ("cmn", True), ("taj", True), ("tgl", True), ("xx", False)])
def test_whether_there_is_such_a_language(code: str, known: bool) -> None:
    assert is_language(code) is known


@pytest.mark.parametrize(
    ("code", "tag"),
    [
        ("id", "id"),
        ("ind", "id"),
        ("in", "id"),
        ("ID", "id"),
        ("zh_hant_hk", "zh-Hant-HK"),
        ("zh-HK", "zh-HK"),
        ("fil", "fil"),
        ("tl", "tl"),
        ("yue", "yue"),
        ("cmn", "cmn"),
        ("zh-Hnat", None),
        ("zh-TW-Hant", None),
        ("zh-Hant-HK-x", None),
        ("xx", None),
        ("", None),
        ("-", None),
        ("id-", None),
        ("../id", None),
    ],
)
def test_a_tag_is_written_in_one_way_and_what_is_none_is_refused(code: str, tag: str | None) -> None:
    assert written(code) == tag


@pytest.mark.parametrize("code", ["id", "fil", "tl", "zh-Hant-HK", "yue", "cmn", "taj", "ur", "mai"])
def test_every_language_has_a_name_and_a_way_to_count(code: str) -> None:
    assert english_name(code)
    assert re.fullmatch(r"nplurals=[1-6]; plural=\(.*\);", plural_forms(code))


def test_a_language_is_found_by_its_english_name() -> None:
    assert (named("Indonesian"), named("thai"), named("nothing")) == ("id", "th", None)


@pytest.mark.parametrize(
    ("spoken", "tag"),
    [
        (("tl",), "fil"),
        (("yue",), "zh-Hant"),
        (("cmn",), "zh-Hans"),
        (("jv", "id"), "id"),
        (("in",), "id"),
        (("taj",), None),
        (("unclear",), None),
        ((), None),
    ],
)
def test_in_which_language_somebody_reads_who_speaks_another(spoken: tuple[str, ...], tag: str | None) -> None:
    assert read_by(spoken, ("fil", "id", "zh-Hans", "zh-Hant")) == tag


def test_whoever_speaks_mandarin_reads_what_chinese_there_is() -> None:
    assert read_by(("cmn",), ("fil", "zh-Hant")) == "zh-Hant"
