"""What is content is said in files of data, where whoever knows better can change it, and never in Python."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from screening.reading.places import Directories, places
from screening.reading.set_catalog import read_catalog
from screening.reading.sets import find_set
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.needs import Need
from screening.show.languages import LANGUAGE_NAME

SOURCE = Path(__file__).resolve().parents[1] / "src" / "screening"
# Where the closed list of needs stands, the words for them, and their values as an option.
OF_NEEDS = {"sets/needs.py", "show/needs.py", "commands/option_values.py"}
# Words that the content has a name in common with: those of the model and of languages, and what no card may say.
WORDS = {
    *("child", "consulate", "id", "emergency", "ambulance", "asylum", "shelter"),
    *CIRCUMSTANCES,
    *(value for kind in CIRCUMSTANCES.values() for value in kind.values),
    *LANGUAGE_NAME,
}


@cache
def strings() -> dict[str, set[str]]:
    """Every text in Python, by the file in which it stands."""
    return {str(file.relative_to(SOURCE)): set(_strings(file)) for file in SOURCE.rglob("*.py")}


def _strings(file: Path) -> Iterator[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))


def content() -> dict[str, set[str]]:
    sets = [find_set(name) for name in read_catalog().folders]
    directories, needs = Directories(), set(get_args(Need))
    return {
        "set": {each.about.id for each in sets},
        "place": set(places()),
        "vignette": {vignette.id for each in sets for vignette in each.vignettes},
        "pathway": {pathway.id for each in sets for pathway in each.guidance} - needs,
        "service": {service.id for place in directories for service in directories[place].services} - needs,
        "need": needs,
    }


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "names"), content().items(), ids=content())
def test_no_python_file_names_a_part_of_the_content(kind: str, names: set[str]) -> None:
    files = {name: said for name, said in strings().items() if kind != "need" or name not in OF_NEEDS}

    named = {name: found for name, said in files.items() if (found := said & (names - WORDS))}

    assert named == {}
