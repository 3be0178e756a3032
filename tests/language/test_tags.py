"""Codes of languages: one for each, whatever a file calls it."""

import pytest

from screening.language.tags import is_language, standard


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


@pytest.mark.parametrize(("code", "known"), [("ne", True), ("cmn", True), ("taj", True), ("tgl", True), ("xx", False)])
def test_whether_there_is_such_a_language(code: str, known: bool) -> None:
    assert is_language(code) is known
