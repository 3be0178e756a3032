"""A vignette as a file: read back it is the same, and those of the program are written as they stand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.reading.set_catalog import data_folder
from screening.reading.shape import shape
from screening.reading.yaml_text import read_yaml
from screening.sets.vignette import Expect, Vignette
from screening.writing.vignettes import vignette_text

FILES = sorted(data_folder("indicators").glob("*/vignettes/*.yaml"))


def read_back(text: str) -> Vignette:
    file = shape(read_yaml(text.encode(), "case.yaml"), Vignette)
    assert list(file.problems) == []
    found: Vignette = file.value
    return found


def same(vignette: Vignette) -> Vignette:
    """With its texts as they are read, wherever their rows end."""
    return Vignette(
        id=vignette.id,
        title=vignette.title,
        story=_rows(vignette.story),
        circumstances=vignette.circumstances,
        answers=vignette.answers,
        expect=vignette.expect,
        teaches=_rows(vignette.teaches),
    )


def _rows(text: str) -> str:
    return "\n".join(" ".join(part.split()) for part in text.splitlines() if part.strip())


@pytest.mark.parametrize("path", FILES[:: max(1, len(FILES) // 12)], ids=lambda path: path.stem)
def test_one_of_the_program_is_the_same_when_it_is_written_and_read_back(path: Path) -> None:
    vignette = read_back(path.read_text(encoding="utf-8"))

    assert same(read_back(vignette_text(vignette))) == same(vignette)


def test_it_is_written_as_the_house_writes_it() -> None:
    text = next(path for path in FILES if path.stem == "care-visa").read_text(encoding="utf-8")

    assert vignette_text(read_back(text)) == text


# What is typed in one line, or in several: no control, and no half of a character.
LINES = st.text(
    st.characters(
        exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"), include_characters=" #:-[]{}\"'&*!|>%@"
    ),
    min_size=1,
    max_size=60,
).filter(lambda text: bool(text.strip()))


@given(title=LINES, story=st.lists(LINES, min_size=1, max_size=3), teaches=LINES)
def test_whatever_is_typed_is_read_back_as_it_was(title: str, story: list[str], teaches: str) -> None:
    vignette = Vignette(
        id="case",
        title=title,
        story="\n".join(story),
        answers={"papers": "no", "pay": "2", "held": ("null", "declined")},
        expect=Expect(level="some_concern", settled=False, flags=()),
        teaches=teaches,
    )

    assert same(read_back(vignette_text(vignette, "A note."))) == same(vignette)
