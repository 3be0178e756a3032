"""A map is checked against the set, like every other file: what is wrong, where, and what was meant."""

from pathlib import Path

import pytest

from screening.reading.column_maps import read_column_map
from screening.reading.problem import Unsound
from tests.reading.test_columns import SET


def problems(tmp_path: Path, text: str) -> list[str]:
    """What is wrong with a map."""
    path = tmp_path / "map.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unsound) as told:
        read_column_map(path, SET)
    return [str(each).removeprefix(f"{path}:") for each in told.value.problems]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("columns: {q1: papars}", "1:15: there is no question or circumstance 'papars'. Did you mean 'papers'?"),
        ("columns:\n  q1: {item: papars}", "2:14: there is no question or circumstance 'papars'. Did you mean 'papers'?"),
        (
            "columns:\n  q1:\n    item: papers\n    values: {1: kpt}",
            "4:17: 'papers' has no answer 'kpt'. Did you mean 'kept'?",
        ),
        ("columns: {q1: {item: papers, option: kept}}", "1:38: 'papers' takes one answer, and has no columns for its options. Leave the option out."),
        ("columns: {q1: {item: held-by, option: det}}", "1:39: 'held-by' has no answer 'det'. Did you mean 'debt'?"),
        ("columns: {q1: papers, q2: papers}", "1:23: 'papers' is already in the column 'q1'. Keep one of them."),
        ("columns: {}\nvalues: {oui: yess}", "2:15: no question has an answer 'yess'. Did you mean 'yes'?"),
        ("columns: {}\nvaluse: {}", "2:1: the key 'valuse' is not known here. Did you mean 'values'?"),
        ("columns: {q1: papers, q1: hungry}", "1:23: the key 'q1' appears here a second time (first in line 1). Keep one of them."),
    ],
    ids=lambda value: value[:30],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_place(tmp_path: Path, text: str, problem: str) -> None:
    assert problems(tmp_path, text) == [problem]


def test_a_map_that_is_not_there_is_told_too(tmp_path: Path) -> None:
    with pytest.raises(Unsound, match="this cannot be read"):
        read_column_map(tmp_path / "none.yaml", SET)
