"""The sixteen colours of common terminals, with their letters and their ground, and how well one is read on another."""

from collections.abc import Mapping

from msgspec import Struct

# As SGR 30 to 37 and 90 to 97 number them.
NAMES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
COLOURS = (*NAMES, *(f"bright{name}" for name in NAMES))
# https://www.w3.org/TR/WCAG22/#contrast-minimum
READABLE = 4.5


class Scheme(Struct, frozen=True):
    """How a terminal is coloured.

    Attributes:
        text: the colour of letters.
        ground: what is behind them.
        colours: the palette, by name.
    """

    text: str
    ground: str
    colours: Mapping[str, str]


def _scheme(text: str, ground: str, colours: str) -> Scheme:
    return Scheme(text, ground, dict(zip(COLOURS, colours.split(), strict=True)))


# XTerm-col.ad of xterm.
_XTERM = (
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"
)
# https://ethanschoonover.com/solarized
_SOLARIZED = (
    "073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5 002b36 cb4b16 586e75 657b83 839496 6c71c4 93a1a1 fdf6e3"
)
# Tango, which GNOME's terminal had for long, and the palette that it has now.
_TANGO = (
    "2e3436 cc0000 4e9a06 c4a000 3465a4 75507b 06989a d3d7cf 555753 ef2929 8ae234 fce94f 729fcf ad7fa8 34e2e2 eeeeec"
)
_GNOME = (
    "171421 c01c28 26a269 a2734c 12488b a347ba 2aa1b3 d0cfcc 5e5c64 f66151 33d17a e9ad0c 2a7bde c061cb 33c7de ffffff"
)
SCHEMES: Mapping[str, Scheme] = {
    "xterm light": _scheme("000000", "ffffff", _XTERM),
    "xterm dark": _scheme("e5e5e5", "000000", _XTERM),
    "vs code dark": _scheme(
        "cccccc",
        "1e1e1e",
        "000000 cd3131 0dbc79 e5e510 2472c8 bc3fbc 11a8cd e5e5e5 666666 f14c4c 23d18b f5f543 3b8eea d670d6 29b8db e5e5e5",
    ),
    "vs code light": _scheme(
        "333333",
        "ffffff",
        "000000 cd3131 00bc00 949800 0451a5 bc05bc 0598bc 555555 666666 cd3131 14ce14 b5ba00 0451a5 bc05bc 0598bc a5a5a5",
    ),
    "windows terminal": _scheme(
        "cccccc",
        "0c0c0c",
        "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2",
    ),
    "solarized dark": _scheme("839496", "002b36", _SOLARIZED),
    "solarized light": _scheme("657b83", "fdf6e3", _SOLARIZED),
    "tango dark": _scheme("d3d7cf", "2e3436", _TANGO),
    "tango light": _scheme("2e3436", "ffffff", _TANGO),
    "gnome dark": _scheme("d0cfcc", "171421", _GNOME),
    "gnome light": _scheme("171421", "ffffff", _GNOME),
}


def contrast(one: str, other: str) -> float:
    """How well one colour is read on another: 1 for the same, 21 for black on white.

    https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
