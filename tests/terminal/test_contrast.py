"""What is in colour can be read in every common terminal, and what is dim says nothing."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from prompt_toolkit.styles import Attrs, Style
from rich.style import Style as RichStyle

from screening.language.catalog import ENGLISH
from screening.show.looks import LOOKS
from screening.terminal.frame import lay_out, note_row
from screening.terminal.screen import Screen
from screening.terminal.signs import FINE
from screening.terminal.view_state import ViewState, first_view_state
from screening.terminal.widgets import looks
from tests.support.palettes import COLOURS, READABLE, SCHEMES, Scheme, contrast
from tests.terminal.talking import screens, some

at_every_scheme = pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)


def attributes(*, colours: bool) -> Iterator[tuple[str, Attrs]]:
    """How each style comes out."""
    style = looks(colours=colours)
    for name, _ in style.style_rules:
        yield name, style.get_attrs_for_style_str(f"class:{name}")


def on(scheme: Scheme, attrs: Attrs) -> tuple[str, str]:
    """The letters and the ground of a style."""
    text = scheme.colours[attrs.color.removeprefix("ansi")] if attrs.color else scheme.text
    ground = scheme.colours[attrs.bgcolor.removeprefix("ansi")] if attrs.bgcolor else scheme.ground
    return (ground, text) if attrs.reverse else (text, ground)


@at_every_scheme
def test_every_pair_of_colours_can_be_read(scheme: Scheme) -> None:
    own = {scheme.text, scheme.ground}
    pairs = {name: on(scheme, attrs) for name, attrs in attributes(colours=True)}

    # The terminal's own letters on its own ground are the choice of whoever sits there; reversed, they are as clear.
    assert {name for name, pair in pairs.items() if set(pair) != own} == {"piece.pointed", "pointer"}
    assert all(contrast(*pair) > READABLE for pair in pairs.values() if set(pair) != own)


def test_no_other_colour_could_be_read_everywhere() -> None:
    def least(text: str | None, ground: str | None) -> float:
        return min(
            contrast(scheme.colours.get(text or "", scheme.text), scheme.colours.get(ground or "", scheme.ground))
            for scheme in SCHEMES.values()
        )

    # As letters on the terminal's own ground none, nor behind the terminal's own letters.
    assert not [colour for colour in COLOURS if max(least(colour, None), least(None, colour)) > READABLE]
    readable = {(text, ground) for text in COLOURS for ground in COLOURS if least(text, ground) > READABLE}
    assert readable == {
        *(("black", "brightcyan"), ("brightcyan", "black")),
        *(("black", "brightwhite"), ("brightwhite", "black")),
    }


def test_what_has_a_colour_is_not_bold() -> None:
    # Many terminals paint bold black in bright black, which is grey.
    assert not [name for name, attrs in attributes(colours=True) if attrs.color and attrs.bold]


def test_without_colours_there_is_none_and_what_is_pointed_at_is_reversed() -> None:
    plain = dict(attributes(colours=False))

    assert not [name for name, attrs in plain.items() if attrs.color or attrs.bgcolor]
    assert plain["pointer"].reverse
    assert plain["piece.pointed"].reverse


def test_line_by_line_the_same_colours_are_meant() -> None:
    pointed = RichStyle.parse(LOOKS["pointed"])

    assert (str(pointed.color and pointed.color.name), str(pointed.bgcolor and pointed.bgcolor.name)) == (
        "black",
        "bright_cyan",
    )
    coloured = {name: RichStyle.parse(look) for name, look in LOOKS.items() if RichStyle.parse(look).color is not None}
    # Of a table that is printed two kinds of cells are in colour too: in the only pairs that can be read everywhere.
    assert coloured.keys() == {"pointed", "differs", "unknown"}
    assert {look.bgcolor and look.bgcolor.name for look in coloured.values()} == {"bright_cyan", "bright_white"}


@some
@given(screens())
def test_what_is_dim_is_a_line_and_no_word(screen: Screen) -> None:
    sections = Screen("A heading", "section 2 of 5", screen.lines, choices=screen.choices, sections=(2, 5))
    for each in (screen, sections):
        for view in (first_view_state(each), ViewState(hint="A hint")):
            frame = lay_out(each, view, 80, 24, ENGLISH)
            rows = [*frame.header, *frame.body, *frame.choices.rows, note_row(frame, FINE), *frame.footer]
            dim = "".join(text for row in rows for style, text in row.pieces if style == "rule")

            assert set(dim) <= {FINE.rule, FINE.open, " "}


def test_dim_is_the_only_word_that_old_versions_of_the_library_do_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    real = Style.from_dict

    def old(words: dict[str, str]) -> object:
        if "dim" in " ".join(words.values()).split():
            raise ValueError("Wrong color format 'dim'")
        return real(words)

    monkeypatch.setattr(Style, "from_dict", old)

    assert dict(attributes(colours=True))["piece.rule"] == dict(attributes(colours=True))["piece.plain"]
