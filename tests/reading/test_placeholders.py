"""What a template left to be replaced keeps a file from being used, and nothing else does."""

from pathlib import Path

import pytest

from screening.reading.directories import read_services
from screening.reading.placeholders import PLACEHOLDER, placeholders
from screening.reading.places import Directories
from screening.reading.problem import Unsound
from screening.referral.emergency import EMERGENCY
from tests.reading.test_directories import SOUND
from tests.support.problems import said


@pytest.mark.parametrize(
    ("old", "line", "column"),
    [
        ('"999"', 5, 21),
        ("North", 6, 20),
        ("House", 9, 17),
        ("Asia/Hong_Kong", 4, 12),
        ('"123"', 13, 42),
    ],
)
def test_what_has_to_be_replaced_is_found_where_it_stands(old: str, line: int, column: int, tmp_path: Path) -> None:
    path = tmp_path / "xx.yaml"
    path.write_text(SOUND.replace(old, f'"{PLACEHOLDER}: the true one"', 1))

    with pytest.raises(Unsound) as error:
        Directories([path])

    (problem,) = error.value.problems
    assert read_services(path).problems == ()
    assert (problem.line, problem.column) == (line, column)
    assert said(problem.message) == f"'{PLACEHOLDER}: the true one' has not been replaced yet"


@pytest.mark.parametrize(
    ("number", "of_films"),
    [
        ("+1 202 555 0123", True),
        ("(202) 555-0199", True),
        ("+44 7700 900123", True),
        ("01632 960 001", True),
        ("+61 491 570 156", True),
        ("+1 202 555 1123", False),
        ("+44 7700 901123", False),
        ("+852 2555 0123", False),
        ("999", False),
    ],
)
def test_a_number_that_is_kept_for_films_is_nobodys(number: str, of_films: bool, tmp_path: Path) -> None:
    path = tmp_path / "xx.yaml"
    path.write_text(SOUND.replace('"123"', f'"{number}"'))

    found = [said(each.message) for each in placeholders(read_services(path).file.text)]

    assert found == ([f"'{number}' is kept for films: nobody has this number"] if of_films else [])


def test_a_text_that_only_has_the_word_somewhere_is_a_text(tmp_path: Path) -> None:
    path = tmp_path / "xx.yaml"
    path.write_text(SOUND.replace("House", f"Do not {PLACEHOLDER} me"))

    assert [each.id for each in Directories([path])["xx"].services] == [EMERGENCY, "house"]
