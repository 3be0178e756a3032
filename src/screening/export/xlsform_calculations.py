"""The calculated fields of a form, in the order in which they are first needed (pure)."""

from collections.abc import Callable, Iterable
from typing import Final

from screening.export.xlsform_expressions import FALSE, any_of, as_number, field
from screening.sets.column_map import OWN

# Spreadsheets take no more than 32,767 characters in a cell, and an engine that reads an expression part within part
# needs room for each. What is longer is worked out in steps.
_MOST_PARTS: Final = 40


class Calculations:
    """Calculated fields, each once.

    Attributes:
        fields: the expression of each, by its name.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self.fields: dict[str, str] = {}

    def put(self, name: str, expression: str) -> str:
        """A calculated field, and how it is named in an expression.

        Args:
            name: an id, or several with something between them.
            expression: what it holds. A name stands for one thing only.
        """
        own = f"{OWN}{name}"
        assert self.fields.setdefault(own, expression) == expression, own
        return field(own)

    def once(self, name: str, expression: Callable[[], str]) -> str:
        """As `put`; the expression is made only where there is no such field yet."""
        if f"{OWN}{name}" not in self.fields:
            # What it is made from comes first.
            self.put(name, expression())
        return field(f"{OWN}{name}")

    def holds(self, name: str, parts: Iterable[str]) -> str:
        """A field with 1 where one of the parts holds, else 0; and whether it does."""
        return f"{self.put(name, as_number(self.any_of(parts)))} = 1"

    def any_of(self, parts: Iterable[str]) -> str:
        """Whether one of any number of parts holds."""
        pieces = _pieces([part for part in parts if part != FALSE])
        if len(pieces) < 2:
            return any_of(pieces[0]) if pieces else FALSE
        return self.any_of(f"{self._step(as_number(any_of(piece)))} = 1" for piece in pieces)

    def total(self, terms: Iterable[str]) -> str:
        """The sum of any number of terms."""
        pieces = _pieces(list(terms))
        if len(pieces) < 2:
            return " + ".join(pieces[0]) if pieces else "0"
        return self.total(self._step(" + ".join(piece)) for piece in pieces)

    def in_a_row(self, texts: Iterable[str]) -> str:
        """Texts one after the other."""
        pieces = _pieces(list(texts))
        if len(pieces) < 2:
            return f"concat({', '.join([*pieces[0], _NOTHING])})" if pieces else _NOTHING
        return self.in_a_row(self._step(f"concat({', '.join(piece)}, {_NOTHING})") for piece in pieces)

    def _step(self, expression: str) -> str:
        return self.put(f"step_{len(self.fields)}", expression)


_NOTHING: Final = "''"


def _pieces(parts: list[str]) -> list[list[str]]:
    return [parts[start : start + _MOST_PARTS] for start in range(0, len(parts), _MOST_PARTS)]
