"""The texts of a set in one language: only what fits today's English, and no other file is opened."""

import os
from pathlib import Path

import pytest

from screening.reading.language_files import language_file, read_language
from screening.sets.translation import Translation

ENGLISH = {"a": "A", "b": "B", "c": "C", "d": "D"}


def po(folder: Path, text: str, name: str = "id.po") -> Path:
    """A folder of translations with one file."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text)
    return folder


def entry(name: str, english: str, text: str, above: str = "") -> str:
    return f'{above}msgctxt "{name}"\nmsgid "{english}"\nmsgstr "{text}"\n\n'


def test_what_fits_is_told_and_all_else_stays_english(tmp_path: Path) -> None:
    locale = po(
        tmp_path / "locale",
        entry("a", "A", "satu")
        + entry("b", "B", "dua", "#, fuzzy\n")
        + entry("c", "Older", "tiga")
        + entry("d", "D", "empat", '#, fuzzy\n#| msgid "Older"\n'),
    )

    assert read_language([locale], "id", ENGLISH) == Translation(
        "id", {"a": "satu", "b": "dua"}, frozenset({"b"}), ("c", "d")
    )


def test_a_reviewed_text_fits_whatever_line_a_tool_left_above_it(tmp_path: Path) -> None:
    locale = po(tmp_path / "locale", entry("a", "A", "satu", '#| msgid "Older"\n'))

    assert read_language([locale], "id", ENGLISH).texts == {"a": "satu"}


def test_the_own_words_of_a_set_come_before_those_of_what_it_extends(tmp_path: Path) -> None:
    own = po(tmp_path / "own", entry("a", "A", "milik") + entry("b", "Older", "lama"))
    below = po(tmp_path / "below", entry("a", "A", "satu", "#, fuzzy\n") + entry("b", "B", "dua", "#, fuzzy\n"))

    told = read_language([own, below], "id", ENGLISH)

    assert told.texts == {"a": "milik", "b": "dua"}
    assert told.unreviewed == {"b"}


def test_texts_of_a_set_that_is_extended_fit_only_where_their_english_is_the_same(tmp_path: Path) -> None:
    below = po(tmp_path / "below", entry("a", "Theirs", "satu"))

    assert read_language([tmp_path / "none", below], "id", ENGLISH).texts == {}


def test_no_file_of_another_language_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []
    open_ = os.open

    def seen(path: Path, flags: int) -> int:
        opened.append(path.name)
        return open_(path, flags)

    locale = tmp_path / "locale"
    for language in ("id", "th", "vi"):
        po(locale, entry("a", "A", language), f"{language}.po")
    monkeypatch.setattr(os, "open", seen)

    read_language([locale], "th", ENGLISH)

    assert opened == ["th.po"]


@pytest.mark.parametrize("broken", ["anything\n", 'msgctxt "a"\nmsgid "A"\nmsgstr "\x1b"\n'])
def test_of_a_broken_file_nothing_is_told(broken: str, tmp_path: Path) -> None:
    assert read_language([po(tmp_path / "locale", broken)], "id", ENGLISH).in_english == tuple(ENGLISH)


@pytest.mark.parametrize(
    ("there", "asked"),
    [("fil", "tl"), ("tl", "fil"), ("zh_Hant", "zh-Hant"), ("zh-Hant", "zh-Hans"), ("zh-HK", "yue")],
)
def test_a_language_is_found_by_another_of_its_names_and_no_other_is_taken_for_it(
    there: str, asked: str, tmp_path: Path
) -> None:
    found = language_file(po(tmp_path / "locale", "", f"{there}.po"), asked)

    assert (found is not None) is (there not in {"zh-Hant", "zh-HK"})
