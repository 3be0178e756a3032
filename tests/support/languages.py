"""English, and a language in which everything that the program itself says stands in brackets."""

from collections.abc import Iterator
from functools import cache
from gettext import NullTranslations
from pathlib import Path
from typing import Final

import polib

import screening
from screening.language.catalog import Catalog, Translations
from screening.language.messages import Argument, Listing, Message

TEMPLATE: Final = Path(screening.__file__).parent / "data" / "locale" / "screening.pot"


class _Bracketed(NullTranslations):
    """Every message between two marks, and its arguments, which may be words of a set or a directory, between two."""

    def __init__(self, message: tuple[str, str], argument: tuple[str, str]) -> None:
        super().__init__()
        self._message = message
        self._argument = argument

    def gettext(self, message: str) -> str:
        (begin, end), (before, after) = self._message, self._argument
        return f"{begin}{message.replace('{', f'{before}{{').replace('}', f'}}{after}')}{end}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return self.ngettext(msgid1, msgid2, n)


_brackets: Translations = _Bracketed(("[", "]"), ("(", ")"))
BRACKETED: Final = Catalog("en-GB", _brackets)
# Marks that stand in no text, where what is between them is looked at.
MESSAGE_MARKS: Final = ("⟦", "⟧")
ARGUMENT_MARKS: Final = ("⦅", "⦆")
_marks: Translations = _Bracketed(MESSAGE_MARKS, ARGUMENT_MARKS)
MARKED: Final = Catalog("en-GB", _marks)


def not_of_messages(text: str) -> list[str]:
    """What of a text that `MARKED` rendered is in no message: what stands outside of them, and what they were given."""
    found, inside = [""], [False]
    for character in text:
        if character in {MESSAGE_MARKS[0], ARGUMENT_MARKS[0]}:
            inside.append(character == MESSAGE_MARKS[0])
            found.append("")
        elif character in {MESSAGE_MARKS[1], ARGUMENT_MARKS[1]}:
            assert inside.pop() is (character == MESSAGE_MARKS[1]), text
            found.append("")
        elif not inside[-1]:
            found[-1] += character
    assert inside == [False], text
    return [each.strip() for each in found if each.strip()]


@cache
def _in_template() -> frozenset[tuple[str | None, str, str | None]]:
    """The context, the text and the plural of every message that translators are given."""
    entries = polib.pofile(str(TEMPLATE))
    return frozenset((each.msgctxt, each.msgid, each.msgid_plural or None) for each in entries)


def not_in_template(text: Argument) -> Iterator[Message]:
    """The messages of a text, within others and in lists too, that no translator is given as they are said."""
    if isinstance(text, Listing):
        for item in text.items:
            yield from not_in_template(item)
    elif isinstance(text, Message):
        if (text.context, text.text, text.plural) not in _in_template():
            yield text
        for _, argument in text.arguments:
            yield from not_in_template(argument)


def outside(text: str, depth: int = 0) -> str:
    """What of a text that `BRACKETED` rendered is from no message, or stands in so many.

    Args:
        text: what is shown.
        depth: in how many square brackets it stands.
    """
    here, found = 0, ""
    for character in text:
        here -= character == "]"
        found += character if here == depth and character not in "[]" else ""
        here += character == "["
    return found
