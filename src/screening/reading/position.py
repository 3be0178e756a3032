"""Where everything stands in a file."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from msgspec import Struct

# What has no parts is most of a file, and need not hold a mapping each.
_NO_PARTS: Mapping[str | int, Any] = MappingProxyType({})


class Position(Struct, gc=False):
    """Where a value stands, and where its key and its parts stand. Lines and columns count from 1.

    Every position knows its file, for the parts of a set that extends another stand in two. `marred` where what stands
    there could not be read, so that it is not what it says.
    """

    file: str
    line: int
    column: int
    key_line: int = 0
    key_column: int = 0
    parts: Mapping[str | int, "Position"] = _NO_PARTS
    marred: bool = False

    def find(self, path: tuple[str | int, ...]) -> "Position":
        """The position of what lies at a path; of the nearest thing around it where that has none."""
        position = self
        for step in path:
            if step not in position.parts:
                break
            position = position.parts[step]
        return position

    def is_marred(self) -> bool:
        """Whether it, or anything in it, could not be read."""
        return self.marred or any(part.is_marred() for part in self.parts.values())
