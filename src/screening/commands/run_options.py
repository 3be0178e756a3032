"""What the options of the command line say about a session."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from screening.commands.result_output import Format
from screening.language.catalog import Catalog


class RunOptions(Struct, frozen=True):
    """What a session is given besides its set.

    Attributes:
        language: what the program says is said in it.
        format: how a result is shown.
        folders: folders of sets besides the built-in ones.
        own: an agency's own services.
    """

    language: Catalog
    format: Format = "terminal"
    folders: Sequence[Path] = ()
    own: Sequence[Path] = ()
