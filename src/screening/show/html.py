"""Pages to print. Every text is escaped: what a file says is text, never markup."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from screening.language.catalog import Catalog
from screening.show.card import CarryCard
from screening.show.characters import visible
from screening.show.lines import Line

_BELONGS = frozenset({"contact", "detail"})


class Block(Struct, frozen=True):
    """A line with the lines that belong to it.

    Attributes:
        head: the line.
        parts: its contacts and details.
    """

    head: Line
    parts: tuple[Line, ...] = ()


def page(lines: Iterable[Line], catalog: Catalog) -> str:
    """Lines as a page that prints well in black and white.

    Args:
        lines: what to say; the first one is the title.
        catalog: the language.
    """
    title, *others = lines
    return _render("page.html", {"title": title.text, "blocks": _blocks(others)}, catalog)


def carry_card_page(card: CarryCard, catalog: Catalog) -> str:
    """A card for the person, the size of a bank card, with a line to cut along and nothing that gives it away."""
    return _render("carry.html", {"card": card}, catalog)


def _blocks(lines: Iterable[Line]) -> list[Block]:
    blocks: list[Block] = []
    for line in lines:
        if line.kind in _BELONGS and blocks:
            blocks[-1] = Block(blocks[-1].head, (*blocks[-1].parts, line))
        else:
            blocks.append(Block(line))
    return blocks


def _render(name: str, values: Mapping[str, Any], catalog: Catalog) -> str:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - only who prints needs it

    loader = PackageLoader("screening.show")
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda value: visible(catalog.render(value)),
        trim_blocks=True,
    )
    return environment.get_template(name).render(values, language=catalog.language) + "\n"
