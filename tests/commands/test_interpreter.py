"""`screening interpreter-sheet`, through the command line."""

from pathlib import Path

import polib
import pytest
from msgspec.structs import replace

from screening.reading.set_catalog import read_catalog
from screening.reading.sets import find_set, read_set
from screening.sets.texts import texts
from tests.lint.wise import read, wise
from tests.support.inside import run_inside


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A set that is translated into Indonesian."""
    read(tmp_path, wise())
    file = polib.POFile()
    for name, english in texts(read_set(tmp_path / "set").set).items():
        file.append(polib.POEntry(msgctxt=name, msgid=english, msgstr=f"id:{name}", flags=["fuzzy"]))
    (tmp_path / "set" / "locale").mkdir()
    file.save(str(tmp_path / "set" / "locale" / "id.po"))
    return tmp_path / "set"


def test_it_has_both_languages_side_by_side(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    told = run_inside(monkeypatch, "interpreter-sheet", str(folder), "--with", "id")

    assert (told.code, told.err) == (0, "")
    english = texts(read_set(folder).set)["question.papers.ask"]
    assert any(english in row and "id:question.papers.ask " in row for row in told.out.splitlines())


def test_a_page_for_paper_is_one_file_that_loads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    told = run_inside(monkeypatch, "interpreter-sheet", "first-contact", "--with", "fil", "--format", "html")

    assert told.out.startswith("<!doctype html>")
    assert not any(word in told.out for word in ("http-equiv", "<script", "<link", "<img", "src=", "url(", "@import"))


def test_the_officer_may_have_another_language_than_english(monkeypatch: pytest.MonkeyPatch) -> None:
    told = run_inside(monkeypatch, "interpreter-sheet", "first-contact", "--language", "zh-Hant", "--with", "id")

    chinese = find_set("first-contact", replace(read_catalog(), language="zh-Hant"))
    assert f"| 2.1 | {texts(chinese)['question.danger-now.ask']} " in told.out


def test_a_set_of_ones_own_is_found_by_its_id_in_a_folder_that_is_named(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    told = run_inside(monkeypatch, "interpreter-sheet", "sound", "--with", "ind", "--indicators", str(folder))

    assert (told.code, "id:question.papers.ask" in told.out) == (0, True)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("palermo", "--with is missing."),
        ("child --with id", "nothing of the set 'child' is said to the person, so there is nothing to interpret."),
        ("palermo --with en", "both sides are in one language: 'en'. Name two."),
        ("palermo --language fil --with tl", "Magbigay ng dalawa."),
        ("palermo --with ru", "nothing of the set 'palermo' is translated into 'ru'."),
        ("palermo --language ru --with id", "nothing of the set 'palermo' is translated into 'ru'."),
        ("palermo --with idn", "there is no language 'idn'. Did you mean 'id'?"),
        ("palermoo --with id", "Did you mean 'palermo'?"),
    ],
)
def test_what_cannot_be_printed_is_said_in_a_line(typed: str, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told = run_inside(monkeypatch, "interpreter-sheet", *typed.split())

    assert (told.code, told.out) == (2, "")
    assert says in told.err
    assert len(told.err.splitlines()) == 1
