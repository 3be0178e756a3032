"""The page on circumstances says what each means, what it may hold, and when it is asked."""

import re

import pytest

from screening.reading.shape import shape
from screening.reading.yaml_text import read_yaml
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.questions import CircumstanceWording
from tests.sets.circumstances_page import PAGE, circumstances_page


def test_the_page_is_written_anew_after_the_table_was_changed() -> None:
    assert PAGE.read_text(encoding="utf-8") == circumstances_page(), "run python -m tests.sets.write_circumstances"


@pytest.mark.parametrize("name", CIRCUMSTANCES)
def test_every_circumstance_has_a_meaning_and_stands_there_with_its_values(name: str) -> None:
    kind = CIRCUMSTANCES[name]

    (row,) = [line for line in circumstances_page().splitlines() if line.startswith(f"| `{name}` |")]

    assert kind.means
    assert kind.means in row
    assert all(f"`{value}`" in row for value in kind.values)


def test_whoever_is_abroad_is_so_now_and_did_not_come_from_there() -> None:
    assert "is abroad now" in CIRCUMSTANCES["abroad"].means
    assert "does not say that somebody came from abroad" in CIRCUMSTANCES["abroad"].means


def test_the_example_on_the_page_can_be_read() -> None:
    (example,) = re.findall(r"```yaml\n# a part of set.yaml\ncircumstances:\n(.*?)```", circumstances_page(), re.DOTALL)

    file = shape(read_yaml(example.encode(), "example"), tuple[CircumstanceWording, ...])

    assert list(file.problems) == []
    assert all(each.id in CIRCUMSTANCES for each in file.value)
