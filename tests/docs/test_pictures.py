"""The pictures of the program show what their names say, and look like a terminal."""

import re
from xml.etree import ElementTree

import pytest

from tests.support.pictures import DARK, LIGHT, PALETTES, picture, texts_of

pytest.importorskip("ptyprocess", reason="pseudo-terminals need a POSIX system")

import pyte

from tests.e2e.draw_screens import FOLDER, STORY, page
from tests.support.terminal import Display

PICTURES = [(number, each) for number, each in enumerate(STORY, start=1)]


def drawn(text: str, columns: int = 20) -> str:
    display = Display(columns, 2)
    pyte.ByteStream(display).feed(text.encode())
    svg = picture(display, "t", DARK)
    ElementTree.fromstring(svg)
    return svg


def look(svg: str, text: str) -> str:
    """How a text looks: what stands in its element."""
    found = re.search(rf"<text ([^>]*)>{re.escape(text)}</text>", svg)
    assert found is not None, svg
    return found.group(1)


@pytest.mark.parametrize(("number", "wanted"), PICTURES, ids=[each.name for each in STORY])
def test_a_picture_shows_what_its_name_says(number: int, wanted: object) -> None:
    each = STORY[number - 1]
    for file, _, _ in each.files(number):
        said = " ".join(texts_of((FOLDER / file).read_text(encoding="utf-8")).split())

        assert [words for words in each.words if words not in said] == []


def test_the_page_shows_every_picture_and_there_are_no_others() -> None:
    files = {file for number, each in PICTURES for file, _, _ in each.files(number)}

    assert (FOLDER / "README.md").read_text(encoding="utf-8") == page()
    assert {file.name for file in FOLDER.glob("*.svg")} == files


def test_weight_and_colours_are_those_of_the_terminal() -> None:
    svg = drawn("a\x1b[1mb\x1b[0;2mc\x1b[0;36md\x1b[0m\x1b[4me\x1b[0m")

    assert "font-weight" not in look(svg, "a")
    assert 'font-weight="700"' in look(svg, "b")
    assert "opacity" in look(svg, "c")
    assert DARK.colours["cyan"] in look(svg, "d")
    assert "underline" in look(svg, "e")


def test_what_is_reversed_has_the_colour_of_letters_behind_it() -> None:
    svg = drawn("\x1b[7mBADGE\x1b[0m")

    assert f'width="42.15" height="19" fill="{DARK.text}"' in svg
    assert f'fill="{DARK.ground}"' in look(svg, "BADGE")


def test_what_stands_behind_a_wide_letter_is_in_its_column() -> None:
    chinese, latin = look(drawn("電話 1"), "電話"), look(drawn("電話 1"), "1")

    assert 'x="0.00"' in chinese
    assert 'textLength="33.72"' in chinese
    # Behind two letters of two cells each, and a blank.
    assert 'x="42.15"' in latin


def test_a_rule_is_a_line_without_gaps() -> None:
    svg = drawn("─" * 20)

    assert "─" not in svg
    assert 'width="168.60" height="1.0"' in svg


def test_every_palette_has_all_the_names() -> None:
    assert all(len(palette.colours) == 16 for palette in PALETTES)
    assert DARK.ground != LIGHT.ground
