"""A line that somebody types, as prompt_toolkit edits and shows it."""

import unicodedata
from typing import Any

from prompt_toolkit.buffer import Buffer

from screening.show.characters import visible


class TypedLine(Buffer):
    """A line that is typed or pasted, as it is shown: what could speak to the terminal stands there by its number."""

    def insert_text(self, data: str, *given: Any, **named: Any) -> None:
        """Put a text in, as it is shown."""
        # Marks that nobody sees come along when a code is copied, and are no part of it.
        seen = "".join(each for each in data if unicodedata.category(each) != "Cf")
        super().insert_text(visible(seen), *given, **named)


def entry_sign(_: int, wrapped: int) -> str:
    """What stands before a row of the line: a sign before its first."""
    return "  " if wrapped else "> "
