"""What the options of the command line say about a session."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from screening.commands.option_values import Format
from screening.commands.session import Session
from screening.language.catalog import ENGLISH, Catalog
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
        set_language: the tag of the language in which sets are wanted; as they were written where none is named.
        beside: the tag of the language of the person who is asked; None where none is named.
    """

    language: Catalog
    format: Format = "terminal"
    folders: Sequence[Path] = ()
    own: Sequence[Path] = ()
    place: str | None = None
    set_language: str | None = None
    beside: str | None = None

    def languages_of_sets(self) -> Iterator[str]:
        """The languages in which a set has to have words: where it has none, the one that was named does nothing."""
        if self.set_language is not None and self.language is ENGLISH:
            yield self.set_language
        if self.beside is not None:
            yield self.beside

    def session(self, frontend: Frontend, catalog: SetCatalog) -> Session:
        """A session with them.

        Args:
            frontend: what shows its dialogs.
            catalog: where sets are found.

        Raises:
            BadInput: nobody knows the place.
            Unsound: a directory cannot be used.
        """
        return Session(
            frontend, self.language, self.format, catalog=catalog, own=self.own, place=self.place, beside=self.beside
        )
