"""A terminal's screen as a picture: its letters, weights and colours, in a window, light or dark."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape, unescape
from itertools import groupby

from msgspec import Struct
from pyte.screens import Char
from wcwidth import wcswidth

from tests.support.terminal import Display

# A cell, in the units of the picture: that of DejaVu Sans Mono, which is what most have, or something as wide.
_CELL, _ROW, _SIZE, _WIDE_SIZE = 8.43, 19.0, 14, 16
_AROUND, _BAR = 18.0, 34.0
_FONT = "'DejaVu Sans Mono', 'Noto Sans Mono CJK HK', 'Noto Sans CJK HK', Menlo, Consolas, monospace"
# Drawn as lines: as letters they would leave gaps where a font is narrower. Where in the row, and how thick.
_LINES: Mapping[str, tuple[float, float]] = {"─": (0.5, 1.0), "━": (0.5, 2.6), "╌": (0.5, 1.0)}
_DIM = 0.62


class Palette(Struct, frozen=True):
    """The colours of a terminal.

    Attributes:
        name: what it is called.
        text: the colour of letters.
        ground: what is behind them.
        bar: what is behind the title of the window.
        colours: those that have names, by the name that pyte has for them.
    """

    name: str
    text: str
    ground: str
    bar: str
    colours: Mapping[str, str]


_NAMES = ("black", "red", "green", "brown", "blue", "magenta", "cyan", "white")


def _palette(name: str, text: str, ground: str, bar: str, colours: str) -> Palette:
    names = [*_NAMES, *(f"bright{each}" for each in _NAMES)]
    return Palette(name, text, ground, bar, dict(zip(names, colours.split(), strict=True)))


# As GNOME's terminal has them (Tango).
_TANGO = (
    "#2e3436 #cc0000 #4e9a06 #c4a000 #3465a4 #75507b #06989a #d3d7cf "
    "#555753 #ef2929 #8ae234 #fce94f #729fcf #ad7fa8 #34e2e2 #eeeeec"
)
DARK = _palette("dark", "#d3d7cf", "#232629", "#303437", _TANGO)
LIGHT = _palette("light", "#2e3436", "#ffffff", "#ececec", _TANGO)
PALETTES = (DARK, LIGHT)


def picture(display: Display, title: str, palette: Palette) -> str:
    """What is on a screen, as SVG that fetches nothing from anywhere.

    Args:
        display: the screen.
        title: what stands over the window, and is read out instead of it.
        palette: its colours.
    """
    width = display.columns * _CELL + 2 * _AROUND
    height = display.lines * _ROW + _BAR + _AROUND
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" role="img">',
        f"<title>{escape(title)}</title>",
        f'<rect x=".5" y=".5" width="{width - 1:.0f}" height="{height - 1:.0f}" rx="8" fill="{palette.ground}" '
        f'stroke="{palette.bar}"/>',
        f'<path d="M.5 {_BAR - 8:.0f}V8.5a8 8 0 0 1 8-8H{width - 8.5:.1f}a8 8 0 0 1 8 8V{_BAR - 8:.0f}Z" '
        f'fill="{palette.bar}"/>',
        *(
            f'<circle cx="{18 + 18 * number}" cy="13" r="5.5" fill="{colour}"/>'
            for number, colour in enumerate(("#ff5f57", "#febc2e", "#28c840"))
        ),
        f'<text x="{width / 2:.0f}" y="17.5" text-anchor="middle" font-family="sans-serif" font-size="12" '
        f'fill="{palette.text}">{escape(title)}</text>',
        f'<g font-family="{escape(_FONT)}" font-size="{_SIZE}" fill="{palette.text}" '
        f'transform="translate({_AROUND} {_BAR})">',
    ]
    for number in range(display.lines):
        cells = [display.buffer[number][column] for column in range(display.columns)]
        parts += _row(cells, number * _ROW, palette)
    return "\n".join([*parts, "</g>", "</svg>", ""])


def texts_of(svg: str) -> str:
    """What can be read on such a picture, row by row; what was apart stands apart."""
    rows: dict[str, list[str]] = {}
    for y, text in re.findall(r'<text x="[^"]*" y="([^"]*)" textLength[^>]*>([^<]*)</text>', svg):
        rows.setdefault(y, []).append(unescape(text).replace("\u00a0", " "))
    return "\n".join(" ".join(pieces) for pieces in rows.values())


def _row(cells: Sequence[Char], top: float, palette: Palette) -> Iterator[str]:
    texts: list[str] = []
    column = 0
    for (text, ground, weight), run in groupby(cells, lambda cell: _look(cell, palette)):
        group = list(run)
        x, width = column * _CELL, len(group) * _CELL
        if ground is not None:
            yield f'<rect x="{x:.2f}" y="{top:.0f}" width="{width:.2f}" height="{_ROW:.0f}" fill="{ground}"/>'
        fill = f' fill="{text}"' if text != palette.text else ""
        texts += _words(group, column, top, f"{fill}{weight}", text)
        column += len(group)
    yield from texts


def _look(cell: Char, palette: Palette) -> tuple[str, str | None, str]:
    """The colour of a cell's letter, that behind it where it is another than the ground, and its weight."""
    text = palette.text if cell.fg == "default" else palette.colours.get(cell.fg, f"#{cell.fg}")
    ground = None if cell.bg == "default" else palette.colours.get(cell.bg, f"#{cell.bg}")
    if cell.reverse:
        text, ground = ground or palette.ground, text
    weight = ' font-weight="700"' if cell.bold else ""
    weight += ' text-decoration="underline"' if cell.underscore else ""
    # pyte knows nothing of dim letters; the display has them as those that blink.
    weight += f' opacity="{_DIM}"' if cell.blink else ""
    return text, ground, weight


def _words(cells: Sequence[Char], column: int, top: float, look: str, colour: str) -> Iterator[str]:
    """The letters of cells that look alike, in their place and as wide as they are on the screen."""
    for kind, run in groupby(enumerate(cells, column), lambda each: _kind(each[1].data)):
        group = list(run)
        if kind == "narrow":
            group = _without_blanks(group)
        data = "".join(cell.data for _, cell in group)
        x, y = group[0][0] * _CELL, top + _ROW * 0.74
        width = max(1, wcswidth(data)) * _CELL
        if kind in _LINES:
            at, thick = _LINES[kind]
            opacity = f' opacity="{_DIM}"' if "opacity" in look else ""
            yield f'<rect x="{x:.2f}" y="{top + _ROW * at - thick / 2:.2f}" width="{width:.2f}" height="{thick}" fill="{colour}"{opacity}/>'
        elif data.strip() or "underline" in look:
            # A wide letter is narrower than its two cells: it is larger, and not stretched.
            fits = f'spacing" font-size="{_WIDE_SIZE}' if kind == "wide" else "spacingAndGlyphs"
            text = escape(data.replace(" ", "\u00a0"), quote=False)
            yield f'<text x="{x:.2f}" y="{y:.2f}" textLength="{width:.2f}" lengthAdjust="{fits}"{look}>{text}</text>'


def _without_blanks(cells: list[tuple[int, Char]]) -> list[tuple[int, Char]]:
    """The letters from the first to the last; those that only are blank, if that is all there is."""
    seen = [number for number, (_, cell) in enumerate(cells) if cell.data != " "]
    return cells[seen[0] : seen[-1] + 1] if seen else cells


def _kind(letter: str) -> str:
    if letter in _LINES:
        return letter
    # The second cell of a wide letter has nothing in it, and belongs to the first.
    return "wide" if not letter or wcswidth(letter) > 1 else "narrow"
