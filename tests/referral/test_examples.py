"""A directory of a place that has none built in, written from the docs alone: sound as it stands, and used at the desk."""

from pathlib import Path

import pytest

from screening.reading.directories import DirectoryFile, read_services
from tests.support.program import program

# It starts the program.
pytestmark = pytest.mark.slow
NEPAL = Path(__file__).parent / "examples" / "np.yaml"
# Kept for films: as long as they stand there, only `check` takes the file.
OF_FILMS = "+1 202 555 0"


@pytest.fixture
def numbered(tmp_path: Path) -> Path:
    """The example with numbers that could be somebody's."""
    path = tmp_path / "np.yaml"
    path.write_text(NEPAL.read_text(encoding="utf-8").replace(OF_FILMS, "18"), encoding="utf-8")
    return path


def desk(path: Path, *options: str, at: str = "2026-11-29T11:00") -> str:
    """What the desk is told, on a Sunday in the forenoon unless said otherwise; in one line."""
    told = program("services", "--place", "np", "--services", str(path), "--at", at, *options)

    assert told.code == 0, told.err
    return " ".join(told.out.split())


def test_it_has_no_problem_and_a_warning_for_each_number_that_nobody_has() -> None:
    checked = program("check", str(NEPAL), "--today", "2026-11-28")

    assert (checked.code, checked.out.splitlines()[-1]) == (0, "1 checked, 0 problems, 3 warnings")
    assert checked.out.count("is kept for films: nobody has this number") == 2


def test_nobody_is_ever_given_it_as_it_stands() -> None:
    used = program("services", "--place", "np", "--services", str(NEPAL))

    assert (used.code, used.out) == (2, "")


def test_it_is_read_with_its_place_districts_and_services(numbered: Path) -> None:
    file = read_services(numbered)

    assert isinstance(file, DirectoryFile)
    assert file.directory.place == "np"
    assert set(file.directory.districts) == {"kathmandu", "morang", "banke", "kailali"}
    assert {each.id for each in file.directory.services} == {"ambulance", "sal-house", "wage-desk"}


def test_the_house_takes_women_with_a_card_in_its_two_districts(numbered: Path) -> None:
    woman = ("--need", "shelter", "--gender", "woman", "--age", "adult", "--district", "banke")

    assert "- Sal House साल घर" in desk(numbered, *woman, "--identity-card", "yes")
    assert "it asks for an identity card (second hand, 2026-05)" in desk(numbered, *woman, "--identity-card", "no")
    assert "do they ask for an identity card?" in desk(numbered, *woman)
    assert "Sal House साल घर: it is for: woman or girl" in desk(numbered, "--need", "shelter", "--gender", "man")
    morang = desk(numbered, "--need", "shelter", "--gender", "woman", "--district", "morang")
    assert "- Sal House" not in morang


def test_where_no_district_is_known_the_desk_hears_which_ones_a_service_is_for(numbered: Path) -> None:
    told = desk(numbered, "--need", "shelter", "--gender", "woman", "--age", "adult")

    assert "Ask first: it is for people in: Banke, Kailali. Ask the person whether that fits" in told


@pytest.mark.parametrize(
    ("at", "told"),
    [
        # Saturday is the day of rest.
        ("2026-11-28T11:00", "CLOSED NOW, opens Sun 10:00"),
        ("2026-11-29T11:00", "open now, until 17:00"),
        ("2026-11-29T18:00", "CLOSED NOW, opens Mon 10:00"),
        ("2026-12-04T11:00", "open now, until 17:00"),
    ],
)
def test_its_hours_are_those_of_a_week_that_begins_on_sunday(numbered: Path, at: str, told: str) -> None:
    assert told in desk(numbered, "--need", "shelter", "--district", "kailali", at=at)


def test_the_desk_hears_which_languages_are_spoken(numbered: Path) -> None:
    hindi = desk(numbered, "--need", "shelter", "--gender", "woman", "--age", "adult", "--language", "hi")
    nepali = desk(numbered, "--need", "labour-advice", "--district", "morang", "--language", "ne")
    hindi_at_the_desk_for_wages = desk(numbered, "--need", "labour-advice", "--district", "morang", "--language", "hi")

    assert "whether somebody there speaks" not in hindi + nepali
    assert "whether somebody there speaks: Hindi; known: Nepali, Maithili" in hindi_at_the_desk_for_wages


def test_for_a_child_the_duty_is_told_and_for_an_adult_it_is_not(numbered: Path) -> None:
    assert "The law here: A child comes first" in desk(numbered, "--age", "child")
    assert "The law here: A child comes first" not in desk(numbered, "--age", "adult")
