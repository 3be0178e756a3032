"""Pages to print. Every text is escaped: what a file says is text, never markup."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

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


def page(lines: Iterable[Line]) -> str:
    """Lines as a page that prints well in black and white.

    Args:
        lines: what to say; the first one is the title.
    """
    title, *blocks = _blocks(lines)
    return _render("page.html", {"title": title.head.text, "blocks": blocks})


def carry_card_page(card: CarryCard) -> str:
    """A card for the person, the size of a bank card, with a line to cut along and nothing that gives it away."""
    return _render("carry.html", {"card": card})


def _blocks(lines: Iterable[Line]) -> list[Block]:
    blocks: list[Block] = []
    for line in lines:
        if line.kind in _BELONGS and blocks:
            blocks[-1] = Block(blocks[-1].head, (*blocks[-1].parts, line))
        else:
            blocks.append(Block(line))
    return blocks


def _render(name: str, values: Mapping[str, Any]) -> str:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - only who prints needs it

    loader = PackageLoader("screening.show")
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name).render(values) + "\n"


def _finalize(value: object) -> object:
    """What a template puts in, before it is escaped."""
    return visible(value) if isinstance(value, str) else value
