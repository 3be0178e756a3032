"""Directories in the reader's language: only its files are opened, those of a place when that place is needed."""

import os
from pathlib import Path

import pytest

from screening.reading.places import Directories, load_directories
from screening.referral.anywhere import ANYWHERE
from screening.referral.directory import Directory
from screening.referral.emergency import EMERGENCY
from screening.referral.in_language import wording_of
from screening.referral.names import first_name
from tests.reading.test_places import DIRECTORY, NAMES, OWN, built_in


def po(path: Path, name: str, english: str, text: str, above: str = "") -> None:
    """Put a translation at the end of a file for translators."""
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text() if path.exists() else 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    path.write_text(f'{before}\n{above}msgctxt "{name}"\nmsgid "{english}"\nmsgstr "{text}"\n')


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of two built-in directories: of Nowhere, and of what can be done anywhere."""
    built_in(tmp_path, monkeypatch, DIRECTORY.format(top=NAMES, end=""))
    return tmp_path


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are opened."""
    found: list[str] = []
    open_ = os.open

    def seen(path: Path, flags: int) -> int:
        found.append("/".join(Path(path).parts[-2:]))
        return open_(path, flags)

    monkeypatch.setattr(os, "open", seen)
    return found


def house(directories: Directories, place: str = "zz") -> str:
    return next(first_name(each.names) for each in directories[place].services if each.id == "house")


def test_what_fits_is_told_and_all_else_stays_english(folder: Path) -> None:
    file = folder / "locale" / "zz" / "id.po"
    po(file, "place.name", "Nowhere", "Entah Berantah")
    po(file, "emergency.name", "Emergency", "Darurat", "#, fuzzy\n")
    po(file, "service.house.name", "The house", "Rumah")
    directory = Directories(language="id")["zz"]

    assert (directory.name, first_name(directory.emergency.names)) == ("Entah Berantah", "Darurat")
    assert [first_name(each.names) for each in directory.services] == ["Darurat", "House"]
    wording = wording_of(directory)
    assert wording is not None
    assert wording.language == "id"
    assert set(wording.unreviewed & {"emergency.name", "place.name"}) == {"emergency.name"}
    assert {"service.house.name", "anywhere.0.do.0"} <= wording.as_written
    assert "emergency.name" not in wording.as_written


@pytest.mark.parametrize("language", [None, "en", "en-GB"])
def test_in_english_no_translation_is_opened_nor_looked_for(
    language: str | None, folder: Path, opened: list[str]
) -> None:
    po(folder / "locale" / "zz" / "en.po", "place.name", "Nowhere", "Here")
    directories = Directories(language=language)

    assert (directories.names(), directories["zz"].name) == ({"zz": "Nowhere"}, "Nowhere")
    assert wording_of(directories["zz"]) is None
    assert not any(name.endswith(".po") for name in opened)


def test_only_the_file_of_the_language_is_opened_and_only_when_the_place_is_needed(
    folder: Path, opened: list[str]
) -> None:
    for place in ("zz", ANYWHERE):
        for language in ("id", "th", "vi"):
            po(folder / "locale" / place / f"{language}.po", "place.name", "Nowhere", language)
    directories = Directories(language="th")

    assert opened == []
    _ = directories[ANYWHERE]
    assert [name for name in opened if name.endswith(".po")] == ["intl/th.po"]
    _ = directories["zz"], directories["zz"]
    assert [name for name in opened if name.endswith(".po")] == ["intl/th.po", "zz/th.po"]


def test_to_choose_a_place_its_name_is_known_before_its_texts_are_read(folder: Path) -> None:
    po(folder / "locale" / "zz" / "id.po", "place.name", "Nowhere", "Entah Berantah")
    po(folder / "locale" / "zz" / "tl.po", "place.name", "Elsewhere", "Kung Saan")
    unread, read = Directories(language="id"), Directories(language="id")
    _ = read["zz"]

    assert unread.names() == read.names() == {"zz": "Entah Berantah"}
    assert Directories(language="fil").names() == {"zz": "Nowhere"}


def test_a_place_is_found_by_its_english_name_and_by_the_one_that_is_read(folder: Path) -> None:
    po(folder / "locale" / "zz" / "id.po", "place.name", "Nowhere", "Entah Berantah")
    directories = Directories(language="id")

    assert [directories.code_of(said) for said in ("zz", "nowhere", "entah-berantah")] == ["zz", "zz", "zz"]
    assert Directories().code_of("entah-berantah") is None


def test_places_stand_in_the_same_order_in_every_language() -> None:
    english = Directories()

    for language in ("id", "zh-Hant", "th"):
        other = Directories(language=language)
        assert list(other) == list(english)
        assert (other.home, list(other.names())) == (english.home, list(english.names()))
    assert Directories(language="zh-Hant").names()["gb"] == "英國"


@pytest.mark.parametrize("broken", ["anything", 'msgctxt "place.name"\nmsgid "Nowhere"\nmsgstr "\x1b"\n'])
def test_of_a_broken_file_nothing_is_told(broken: str, folder: Path) -> None:
    file = folder / "locale" / "zz" / "id.po"
    po(file, "service.house.name", "House", "Rumah")
    file.write_text(f"{file.read_text()}\n{broken}\n")
    directories = Directories(language="id")

    assert (directories.names(), house(directories)) == ({"zz": "Nowhere"}, "House")


def test_what_would_do_harm_stays_english(folder: Path) -> None:
    file = folder / "locale" / "zz" / "id.po"
    po(file, "service.house.name", "House", "Rumah 24")

    directories = Directories(language="id")

    assert house(directories) == "House"
    wording = wording_of(directories["zz"])
    assert wording is not None
    assert "service.house.name" in wording.as_written


def own_file(folder: Path) -> Path:
    folder.mkdir()
    path = folder / "ours.yaml"
    path.write_text(OWN.read_text())
    return path


def test_an_agencys_own_services_have_their_translations_beside_them(tmp_path: Path) -> None:
    mine = own_file(tmp_path / "ours")
    name, about = "service.harbour-house-night-team.name", "service.harbour-house-night-team.about"
    file = mine.parent / "locale" / "ours" / "id.po"
    po(file, name, "Harbour House night team", "Tim malam", "#, fuzzy\n")

    for directory in (Directories([mine], "id")["hk"], load_directories([mine], "id")["hk"]):
        first = directory.services[0]
        assert (first_name(first.names), first.about) == ("Tim malam", "Two beds for one night, for anybody.")
        wording = wording_of(directory)
        assert wording is not None
        assert name in wording.unreviewed
        assert about in wording.as_written


def test_so_has_an_agencys_own_directory_of_a_place(tmp_path: Path) -> None:
    mine = tmp_path / "ours.yaml"
    mine.write_text(DIRECTORY.format(top="names: {fr: Nulle part, en: Nowhere}", end=""))
    po(tmp_path / "locale" / "ours" / "id.po", "place.name", "Nowhere", "Entah Berantah")

    assert Directories([mine], "id").names()["zz"] == "Entah Berantah"
    assert Directories([mine], "fr")["zz"].name == "Nulle part"
    assert Directories([mine])["zz"].name == "Nowhere"


def numbers(directory: Directory) -> list[object]:
    return [
        (
            each.id,
            each.offers,
            each.serves,
            each.languages,
            [(to.number, to.hours, to.evidence) for to in each.contacts],
        )
        for each in directory.services
    ]


@pytest.mark.parametrize("language", ["zh-Hant", "id", "fil"])
def test_in_every_language_the_same_numbers_are_listed(language: str) -> None:
    english, other = Directories(), Directories(language=language)

    for place in english:
        assert numbers(other[place]) == numbers(english[place])
        assert other[place].services[0].id == EMERGENCY or place == ANYWHERE
