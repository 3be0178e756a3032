"""Rules of English words are silent about sets in other languages, and all others are not."""

from pathlib import Path

import pytest

from screening.lint import RULES, set_findings
from tests.lint.wise import read, wise

INDONESIAN = "Bagaimana keadaan tempat Anda tidur selama bekerja di rumah majikan Anda sekarang ini?"


def codes(folder: Path, language: str | None, ask: str, **more: object) -> set[str]:
    data = wise()
    if language is not None:
        data["set.yaml"]["language"] = language
    data["sections/main.yaml"]["questions"][0] |= {"ask": ask, **more}
    files, _ = read(folder, data)
    assert list(files.problems) == []
    return {str(finding.code) for finding in set_findings(files)}


def test_a_plain_question_of_another_language_is_not_judged_as_english(tmp_path: Path) -> None:
    assert codes(tmp_path / "en", None, INDONESIAN) == {"hard-to-read"}
    assert codes(tmp_path / "id", "id", INDONESIAN) == set()


@pytest.mark.parametrize("language", [None, "en", "en-GB"])
def test_english_is_judged_by_its_own_rules(language: str | None, tmp_path: Path) -> None:
    assert codes(tmp_path, language, "Were you forced to stay?") == {"leading-question"}


def test_what_does_not_depend_on_words_is_found_in_every_language(tmp_path: Path) -> None:
    assert codes(tmp_path, "id", INDONESIAN, why=None) == {"missing-why"}


def test_the_rules_of_english_words_are_these() -> None:
    assert {code for code, rule in RULES.items() if rule.RULE.language is not None} == {
        "double-question",
        "glossary-term",
        "hard-to-read",
        "identity-question",
        "label-word",
        "line-for-one-age",
        "leading-question",
        "negative-question",
        "promise",
        "vulnerability-not-used",
    }
