"""The calculated fields of a form, in the order in which they are first needed (pure)."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from screening.export.xlsform_expressions import FALSE, TRUE, all_of, any_of, as_number, field
from screening.sets.column_map import OWN

# Spreadsheets take no more than 32,767 characters in a cell, and an engine that reads an expression part within part
# needs room for each. What is longer is worked out in steps; a field holds a few of these at most.
_MOST_PARTS: Final = 40
_LONGEST: Final = 4_000


class Calculations:
    """Calculated fields, each once.

    Attributes:
        fields: the expression of each, by its name.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self.fields: dict[str, str] = {}
        self._steps: dict[str, str] = {}

    def put(self, name: str, expression: str) -> str:
        """A calculated field, and how it is named in an expression.

        Args:
            name: an id, or several with something between them.
            expression: what it holds. A name stands for one thing only.
        """
        own = f"{OWN}{name}"
        known = self.fields.setdefault(own, expression)
        # On a line of its own: `python -O` leaves out whatever an assertion does.
        assert known == expression, own
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
        return self._joined(parts, any_of)

    def all_of(self, parts: Iterable[str]) -> str:
        """Whether each of any number of parts holds."""
        return self._joined(parts, all_of)

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

    def _joined(self, parts: Iterable[str], join: Callable[[Iterable[str]], str]) -> str:
        pieces = _pieces(list(dict.fromkeys(parts)))
        if len(pieces) < 2:
            return join(pieces[0] if pieces else ())
        joined = map(join, pieces)
        return self._joined(
            (each if each in {TRUE, FALSE} else f"{self._step(as_number(each))} = 1" for each in joined), join
        )

    def _step(self, expression: str) -> str:
        """A field without a name of its own; the same for the same expression, in each language of a form."""
        if expression not in self._steps:
            self._steps[expression] = self.put(f"step_{len(self.fields)}", expression)
        return self._steps[expression]


_NOTHING: Final = "''"


def _pieces(parts: Sequence[str]) -> list[list[str]]:
    """Parts, a few together; one that is too long by itself stands alone."""
    pieces: list[list[str]] = []
    size = 0
    for part in parts:
        size += len(part)
        if not pieces or len(pieces[-1]) == _MOST_PARTS or size > _LONGEST:
            pieces.append([])
            size = len(part)
        pieces[-1].append(part)
    return pieces
