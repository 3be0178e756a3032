"""What a template left to be replaced keeps a file from being used, and nothing else does."""

from pathlib import Path

import pytest

from screening.reading.directories import read_services
from screening.reading.placeholders import PLACEHOLDER
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


def test_a_text_that_only_has_the_word_somewhere_is_a_text(tmp_path: Path) -> None:
    path = tmp_path / "xx.yaml"
    path.write_text(SOUND.replace("House", f"Do not {PLACEHOLDER} me"))

    assert [each.id for each in Directories([path])["xx"].services] == [EMERGENCY, "house"]
