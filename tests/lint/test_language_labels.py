"""The codes of languages: known ones pass, and of another it is said which one was meant."""

from pathlib import Path

import pytest

from screening.lint import language_labels
from tests.lint.wise import read, wise
from tests.support.problems import said


def found(folder: Path, labels: dict[str, str]) -> list[tuple[str, str]]:
    """What the rule says of the labels of the languages, and how to correct it."""
    data = wise()
    data["set.yaml"]["circumstances"].append({"id": "languages", "record": "L", "labels": labels})
    files, _ = read(folder, data)
    assert list(files.problems) == []
    return [(said(finding.message), said(finding.hint)) for finding in language_labels.check(files)]


@pytest.mark.parametrize("code", ["en", "yue", "cmn", "tl", "fil", "mai", "zh-Hant", "pt_BR", "other"])
def test_codes_of_languages_pass(code: str, tmp_path: Path) -> None:
    assert found(tmp_path, {code: "L"}) == []


@pytest.mark.parametrize(
    ("code", "label", "hint"),
    [
        ("yeu", "Cantonese", "Did you mean 'yue'?"),
        ("nepali", "What they speak in Nepal", "Did you mean 'ne'?"),
        ("yuee", "What they speak here", "Did you mean 'yue'?"),
        ("englisch", "Deutsch", "Write its code by ISO 639, such as ne for Nepali."),
    ],
)
def test_another_code_is_told_with_the_one_that_was_meant(code: str, label: str, hint: str, tmp_path: Path) -> None:
    ((message, told),) = found(tmp_path, {"en": "English", code: label})

    assert (message, told) == (f"there is no language with the code '{code}'", hint)


def test_without_labels_there_is_nothing_to_choose(tmp_path: Path) -> None:
    assert found(tmp_path, {}) == [
        (
            "'languages' has no labels, so there is nothing to choose",
            "Add labels, such as {en: English, yue: Cantonese}.",
        )
    ]
