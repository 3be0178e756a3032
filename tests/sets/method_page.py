"""The parts of docs/method.md that scripts write, each between two comments with its name."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

METHOD: Final = Path(__file__).parents[2] / "docs" / "method.md"


@dataclass(frozen=True)
class Part:
    """A part of the page.

    Attributes:
        name: of the two comments.
    """

    name: str

    @property
    def begin(self) -> str:
        """The line before it."""
        return f"<!-- {self.name}: begin -->\n"

    @property
    def end(self) -> str:
        """The line after it."""
        return f"<!-- {self.name}: end -->\n"

    def written(self, page: str, lines: Iterable[str]) -> str:
        """The page with these lines where the part stood; fails where the page has no such part."""
        before, begin, rest = page.partition(self.begin)
        _, end, after = rest.partition(self.end)
        assert begin, f"the page has no part {self.name!r}"
        assert end, f"the part {self.name!r} of the page does not end"
        return before + begin + "\n" + "\n".join(lines).rstrip("\n") + "\n\n" + end + after
