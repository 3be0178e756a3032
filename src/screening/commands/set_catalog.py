"""The sets that a command can name: the built-in ones, and those of the folders that the user names."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from screening.commands.exit_codes import BadInput
from screening.language.catalog import Catalog
from screening.language.messages import Message, gettext, quoted
from screening.reading.problem import Unsound
from screening.reading.set_catalog import SetCatalog, read_catalog
from screening.reading.sets import find_set
from screening.sets.model import IndicatorSet
from screening.terminal.outlet import tell

# Folders as in PATH, with the system's separator between them.
VARIABLE = "SCREENING_PATH"


def open_catalog(folders: Iterable[Path], language: str | None = None) -> SetCatalog:
    """Find the sets of these folders, and of those named in the environment, besides the built-in ones.

    Args:
        folders: folders of sets.
        language: the tag of the language in which the sets are wanted; as they were written where none is named.

    Raises:
        BadInput: there is no such folder.
        Unsound: two sets have one id.
    """
    named = [(folder, "--indicators") for folder in folders]
    named += [(Path(part), VARIABLE) for part in os.environ.get(VARIABLE, "").split(os.pathsep) if part]
    for folder, where in named:
        if not folder.is_dir():
            # Translators: {where} is an option or a variable.
            raise BadInput(
                gettext(
                    "there is no folder {folder}, which {where} names. Check the path.",
                    folder=str(folder),
                    where=where,
                )
            )
    return replace(read_catalog([folder for folder, _ in named]), language=language)


def usable_sets(
    catalog: SetCatalog, pass_over: Callable[[Message], None], *, vignettes: bool = True
) -> Iterator[tuple[str, IndicatorSet]]:
    """Every set of a catalog that can be used, with its id there. Of each other one a sentence says so.

    Somebody's broken set must not keep the others from being found, nor their answer codes from being understood.

    Args:
        catalog: the sets.
        pass_over: what is done with the sentence. While a screen is up, nothing may be written.
        vignettes: false leaves them out.
    """
    for name, folder in catalog.folders.items():
        try:
            yield name, find_set(name, catalog, vignettes=vignettes)
        except Unsound:
            pass_over(
                gettext(
                    "the set {name} has problems and is skipped. To see them: screening check {folder}",
                    name=quoted(name),
                    folder=str(folder),
                )
            )


def teller(language: Catalog) -> Callable[[Message], None]:
    """What tells a sentence in a language, in a line on stderr."""
    return lambda message: tell(f"screening: {language.render(message)}")
