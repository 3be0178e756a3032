"""Pictures of plain numbers as SVG that stands in a page by itself: no script, no network, and a name for each."""

from typing import Final, Literal

from markupsafe import Markup
from wcwidth import width as cell_len

from screening.language.catalog import Catalog
from screening.language.messages import Text
from screening.show.characters import visible

Anchor = Literal["start", "middle", "end"]

INK: Final = "#000"
GREY: Final = "#595959"


class Picture:
    """A picture that is drawn piece by piece."""

    def __init__(self, width: float, height: float, catalog: Catalog) -> None:
        """Begin an empty one.

        Args:
            width: in its own units; on a page it is as wide as there is room.
            height: in the same.
            catalog: the language.
        """
        self._width, self._height = width, height
        self._catalog = catalog
        self._drawn: list[Markup] = []

    def box(self, x: float, y: float, width: float, height: float, fill: str, edge: str = "none") -> None:
        """A rectangle."""
        self._draw(
            '<rect x="{}" y="{}" width="{}" height="{}" fill="{}" stroke="{}"/>', x, y, width, height, fill, edge
        )

    def dot(self, x: float, y: float, radius: float, fill: str, edge: str) -> None:
        """A circle."""
        self._draw('<circle cx="{}" cy="{}" r="{}" fill="{}" stroke="{}" stroke-width="2"/>', x, y, radius, fill, edge)

    def line(self, x: float, y: float, to_x: float, to_y: float, ink: str, width: float = 1) -> None:
        """A straight line."""
        self._draw(
            '<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}" stroke-width="{}"/>', x, y, to_x, to_y, ink, width
        )

    def text(
        self,
        x: float,
        y: float,
        text: Text,
        size: float = 15,
        anchor: Anchor = "start",
        ink: str = INK,
        bold: bool = False,
    ) -> None:
        """A text whose first line stands on y."""
        weight = "700" if bold else "400"
        self._draw(
            '<text x="{}" y="{}" font-size="{}" text-anchor="{}" fill="{}" font-weight="{}">{}</text>',
            x,
            y,
            size,
            anchor,
            ink,
            weight,
            self._shown(text),
        )

    def _shown(self, text: Text) -> str:
        return visible(self._catalog.render(text))

    def cells(self, text: Text) -> int:
        """How many cells of a terminal a text takes: about as wide is it here, too."""
        return cell_len(self._shown(text))

    def shortened(self, text: Text, cells: int) -> str:
        """A text of at most so many cells; where it is longer, it ends in three points."""
        shown = self._shown(text)
        if cell_len(shown) <= cells:
            return shown
        while cell_len(shown) > cells - 1:
            shown = shown[:-1]
        return f"{shown.rstrip()}…"

    def _draw(self, piece: str, *values: object) -> None:
        self._drawn.append(Markup(piece).format(*map(_number, values)))

    def markup(self, name: str, title: Text, described: Text) -> Markup:
        """The picture as it stands in a page.

        Args:
            name: an id, which nothing else in the page has.
            title: what it is called where it cannot be seen.
            described: what it shows, in a sentence.
        """
        head = Markup(
            '<svg viewBox="0 0 {width} {height}" role="img" aria-labelledby="{name}-title {name}-about">'
            '<title id="{name}-title">{title}</title><desc id="{name}-about">{described}</desc>'
        ).format(
            width=_number(self._width),
            height=_number(self._height),
            name=name,
            title=self._shown(title),
            described=self._shown(described),
        )
        return head + Markup("").join(self._drawn) + Markup("</svg>")


def _number(value: object) -> object:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else value
