"""What a Tab offers where a name is typed: sets, places, districts and languages. It is read when it is asked for."""

from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from screening.reading.places import Directories


def _offered(names: Callable[[Any], Iterable[str]]) -> Callable[[Any, str], list[str]]:
    """What typer asks for completions: those of the names that begin as what is typed."""

    # Typer knows what it has to give by the names `ctx` and `incomplete`.
    @wraps(names)
    def beginning_so(ctx: Any, incomplete: str) -> list[str]:
        try:
            return [name for name in names(ctx) if name.startswith(incomplete)]
        except Exception:
            # Nobody who presses a key wants to read what is wrong with a file; the command tells it.
            return []

    del beginning_so.__wrapped__
    beginning_so.__annotations__ = {"incomplete": str}
    return beginning_so


@_offered
def set_names(context: Any) -> Iterable[str]:
    """The ids of the sets that can be found."""
    from screening.commands.set_catalog import open_catalog

    typed = [*_typed(context, "folders")]
    return open_catalog(dict.fromkeys(typed)).folders


@_offered
def case_names(context: Any) -> Iterable[str]:
    """The ids of the cases of the set that was named before; of the full one where none was."""
    from screening.commands.set_catalog import open_catalog
    from screening.reading.roles import set_with_role
    from screening.reading.sets import find_set

    catalog = open_catalog(dict.fromkeys(_typed(context, "folders")))
    name = context.params.get("set_name") or set_with_role("full", catalog)
    return [vignette.id for vignette in find_set(name, catalog).vignettes] if name is not None else ()


@_offered
def place_codes(context: Any) -> Iterable[str]:
    """The codes of the places that have a directory."""
    return _directories(context).names()


@_offered
def district_codes(context: Any) -> Iterable[str]:
    """The codes of the districts of the place that was typed before; of the home place where none was."""
    directories = _directories(context)
    said = context.params.get("place")
    place = directories.code_of(said) if said is not None else directories.home
    return directories[place].districts if place is not None else ()


@_offered
def language_codes(context: Any) -> Iterable[str]:
    """The codes of all languages that have a name here."""
    del context
    from screening.show.languages import LANGUAGE_NAME

    return sorted(LANGUAGE_NAME)


@_offered
def program_languages(context: Any) -> Iterable[str]:
    """The tags of the languages into which the program is translated, and English."""
    del context
    from screening.reading.catalogs import catalog_languages

    return sorted({"en", *catalog_languages()})


def _typed(context: Any, name: str) -> Iterable[Path]:
    """The paths of an option, before the command and after it."""
    while context is not None:
        yield from context.params.get(name) or ()
        context = context.parent


def _directories(context: Any) -> "Directories":
    from screening.reading.places import Directories

    return Directories(dict.fromkeys(_typed(context, "own")))
