"""What the options of the command line say about a session."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from screening.commands.result_output import Format
from screening.commands.session import Session
from screening.language.catalog import Catalog
from screening.reading.set_catalog import SetCatalog
from screening.terminal.frontends import Frontend


class RunOptions(Struct, frozen=True):
    """What a session is given besides its set.

    Attributes:
        language: what the program says is said in it.
        format: how a result is shown.
        folders: folders of sets besides the built-in ones.
        own: an agency's own services.
        place: where the talk is, by its code, its name or another word for it; it is asked for where none is named.
        set_language: the tag of the language in which the set is wanted, as it was typed; as it was written where none.
    """

    language: Catalog
    format: Format = "terminal"
    folders: Sequence[Path] = ()
    own: Sequence[Path] = ()
    place: str | None = None
    set_language: str | None = None

    def session(self, frontend: Frontend, catalog: SetCatalog) -> Session:
        """A session with them.

        Args:
            frontend: what shows its dialogs.
            catalog: where sets are found.

        Raises:
            BadInput: nobody knows the place.
            Unsound: a directory cannot be used.
        """
        return Session(frontend, self.language, self.format, catalog=catalog, own=self.own, place=self.place)
