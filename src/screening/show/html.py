"""Pages to print. Every text is escaped: what a file says is text, never markup."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import takewhile
from typing import Any

from msgspec import Struct

from screening.language.catalog import Catalog
from screening.language.messages import gettext
from screening.language.names import direction
from screening.show.call_sheet import CallSheet
from screening.show.card import CarryCard
from screening.show.characters import visible
from screening.show.columns import IN_COLUMNS
from screening.show.contacts import SIGN
from screening.show.handout import Handout
from screening.show.lines import Line, LineKind
from screening.show.referral_summary import ReferralSummary

# Around a number, between rendering a text and marking it up: characters that no text may have.
_BEGIN, _BETWEEN, _END = "\x02", "\x1f", "\x03"
_NUMBER = re.compile(f"{_BEGIN}([^{_BETWEEN}]*){_BETWEEN}([^{_END}]*){_END}")
_FROM_THE_RIGHT = frozenset({"R", "AL"})
# A time, too: its hour must stay before its minutes.
_DIGITS = re.compile(r"(\(?\+?\(?[0-9](?:[0-9 ().\-/]|:(?=[0-9]))*[0-9])")
# Which lines belong to which above them.
_BELONGS: Mapping[LineKind, frozenset[LineKind] | None] = {
    "contact": None,
    "detail": None,
    "act": frozenset({"act"}),
    "never": frozenset({"act"}),
    "call": frozenset({"call"}),
    "legend": frozenset({"call"}),
}


class Block(Struct, frozen=True):
    """A line with the lines that belong to it.

    Attributes:
        head: the line.
        parts: its contacts and details; of the first act or number, the others.
    """

    head: Line
    parts: tuple[Line, ...] = ()

    def of_kind(self, kind: LineKind) -> tuple[Line, ...]:
        """Its lines of a kind, in order."""
        return tuple(line for line in (self.head, *self.parts) if line.kind == kind)


def page(lines: Iterable[Line], catalog: Catalog) -> str:
    """Lines as a page that prints well in black and white.

    Args:
        lines: what to say; the first one is the title.
        catalog: the language.
    """
    title, *others = lines
    blocks = blocks_of(others)
    first = list(takewhile(lambda block: block.head.kind in IN_COLUMNS, blocks))
    values = {"title": title.text, "first": first, "rest": blocks[len(first) :], "sign": SIGN}
    return render_page("page.html", values, catalog)


def carry_card_page(card: CarryCard, catalog: Catalog) -> str:
    """A card for the person, the size of a bank card, with a line to cut along and nothing that gives it away.

    Args:
        card: the card.
        catalog: what the program says in its language.
    """
    # Where the program says nothing in a language, the names are still in it, and the card is read from its side.
    return render_page("carry.html", {"card": card}, catalog, card.language)


def call_sheet_page(sheet: CallSheet, catalog: Catalog) -> str:
    """The numbers to call, on A4, with boxes to tick. There is a line for the day, and none for a name."""
    # Translators: before a line on which the day is written with a pen.
    return render_page("call_sheet.html", {"sheet": sheet, "day": gettext("Day:")}, catalog)


def handout_page(sheet: Handout, catalog: Catalog) -> str:
    """Cases to practise on, on A4, one on a page, with a line for the seat and boxes for the code."""
    return render_page("handout.html", {"sheet": sheet}, catalog)


def referral_page(summary: ReferralSummary, catalog: Catalog) -> str:
    """What the next agency needs to know, on A4, with lines to fill in by hand."""
    return render_page("referral.html", {"summary": summary}, catalog)


def blocks_of(lines: Iterable[Line]) -> list[Block]:
    """Lines with those that belong to them."""
    blocks: list[Block] = []
    for line in lines:
        if blocks and _belongs(line, blocks[-1].head):
            blocks[-1] = Block(blocks[-1].head, (*blocks[-1].parts, line))
        else:
            blocks.append(Block(line))
    return blocks


def _belongs(line: Line, head: Line) -> bool:
    if line.kind not in _BELONGS or line.label is not None:
        return False
    heads = _BELONGS[line.kind]
    return heads is None or head.kind in heads


def render_page(name: str, values: Mapping[str, Any], catalog: Catalog, language: str | None = None) -> str:
    """A page from a template.

    Args:
        name: of the template.
        values: what it is given. Texts are escaped, and messages rendered.
        catalog: the language.
        language: the tag of another one, of which the page is nevertheless.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - only who prints needs it
    from markupsafe import Markup, escape  # noqa: PLC0415

    marking = catalog.marking(lambda number: f"{_BEGIN}{number.link}{_BETWEEN}{number}{_END}")

    def marked_up(value: Any) -> Markup:
        """A text, escaped; each number to dial is a link, and reads from the left in a text that does not."""
        if isinstance(value, Markup):
            # A chart, which is ours: no text of a file is ever one.
            return value
        text = marking.render(value)
        begun, *numbers = _NUMBER.split(text)
        whole = with_numbers_apart(begun)
        for address, number, after in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True):
            whole += Markup(looks.link(address, number)) + with_numbers_apart(after)
        return whole

    def with_numbers_apart(text: str) -> Markup:
        """A text in which, if it runs from the right, no number is turned round, even one in a directory's words."""
        shown = visible(text)
        if all(unicodedata.bidirectional(character) not in _FROM_THE_RIGHT for character in shown):
            return escape(shown)
        pieces = enumerate(_DIGITS.split(shown))
        return Markup().join(looks.apart(piece) if index % 2 else escape(piece) for index, piece in pieces)

    environment = Environment(
        loader=PackageLoader("screening.show"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=marked_up,
        trim_blocks=True,
    )
    looks: Any = environment.get_template("number.html").module
    of = {"language": language or catalog.language, "direction": direction}
    return environment.get_template(name).render(values, **of) + "\n"
