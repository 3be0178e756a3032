"""How much may be read: of one file, and of files that belong together."""

from msgspec import Struct

MAX_BYTES = 8 * 1024 * 1024
MAX_DEPTH = 30
MAX_ALIASES = 100
MAX_NODES = 200_000


class Bounds(Struct):
    """What may still be read of files that belong together: each file takes something off."""

    bytes: int = MAX_BYTES
    values: int = MAX_NODES

    @property
    def are_whole(self) -> bool:
        """Whether nothing was read yet."""
        return self.bytes == MAX_BYTES
