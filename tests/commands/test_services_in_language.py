"""`screening --language sw services`: whom to call in the reader's language, with every number as it was."""

import json
from pathlib import Path

import pytest

from tests.reading.test_places import OWN
from tests.reading.test_places_in_language import po
from tests.support.program import program

NUMBER, NAME = "+852 2345 6789", "Harbour House night team"
HOUSE = "service.harbour-house-night-team"
ASKED = ("services", "--need", "shelter", "--at", "2026-11-27T21:00")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """An agency's own file, with some of its texts in Swahili, a language that the program itself does not speak."""
    path = tmp_path / "ours.yaml"
    path.write_text(OWN.read_text())
    file = tmp_path / "locale" / "ours" / "sw.po"
    po(file, f"{HOUSE}.name", NAME, "Timu ya usiku", "#, fuzzy\n")
    po(file, f"{HOUSE}.about", "Two beds for one night, for anybody.", "Vitanda viwili.", "#, fuzzy\n")
    po(file, f"{HOUSE}.referral.0", "Call before ten.", "Piga kabla ya saa kumi.")
    return path


def said(*options: str) -> str:
    return " ".join(program(*options).out.split())


def test_texts_are_in_the_language_and_numbers_and_names_that_are_known_there_stay(mine: Path) -> None:
    english, other = said(*ASKED, "--services", str(mine)), said("--language", "sw", *ASKED, "--services", str(mine))

    assert f"{NUMBER} [confirmed on 2026-11-25] - {NAME} - from Harbour House" in english
    assert f"{NUMBER} [confirmed on 2026-11-25] - Timu ya usiku / {NAME} - from Harbour House" in other
    assert "Vitanda viwili." in other
    # It was made of an older text.
    assert "To get in: Call before nine in the evening." in other
    assert "~" not in english
    assert other.startswith("Services: Hong Kong ~ (en)")
    assert "~ beside a heading: no native speaker has reviewed these words." in other


def test_a_program_that_reads_the_list_reads_the_same_in_every_language(mine: Path) -> None:
    asked = (*ASKED, "--services", str(mine), "--format", "json")

    assert json.loads(program("--language", "sw", *asked).out) == json.loads(program(*asked).out)


def test_a_district_is_found_by_its_english_name_in_every_language() -> None:
    for options in ((), ("--language", "zh-Hant")):
        assert program(*options, *ASKED, "--district", "Kwun Tong").code == 0


def test_whoever_confirms_numbers_reads_the_names_on_the_sheet(mine: Path) -> None:
    sheet = said("--language", "sw", "services", "confirm", "--sheet", "--services", str(mine))

    assert "Numbers to call: Hong Kong" in sheet
    assert "社會福利署熱線" in sheet
