"""`screening new directory`: a directory to begin with, of a place, or of an agency's own services."""

from pathlib import Path

import msgspec

from screening.commands.clock import now
from screening.commands.exit_codes import DONE, BadInput
from screening.commands.new import for_a_shell, must_be_a_file_name, must_be_there
from screening.language.catalog import Catalog
from screening.language.messages import gettext, ngettext, quoted
from screening.reading.placeholders import PLACEHOLDER, placeholders
from screening.reading.places import Directories
from screening.reading.problem import did_you_mean
from screening.reading.yaml_text import read_yaml
from screening.referral.anywhere import ANYWHERE
from screening.sets.fields import PlaceCode
from screening.show.characters import in_one_line
from screening.terminal.outlet import put
from screening.writing.directories import country_of, new_directory, new_services
from screening.writing.files import Taken, write_file


def new_directory_file(name: str | None, folder: Path, adds_to: str | None, language: Catalog) -> int:
    """Write a directory into a new file, and say what to do with it.

    Args:
        name: the code of its place; with `adds_to` the name of the file.
        folder: where the file is made.
        adds_to: the place to which an agency's own services are added; a whole directory where there is none.
        language: what the program says is said in it.

    Raises:
        BadInput: there is no name, or it cannot be one; there is no such folder; the place has a directory already, or
            none to add to; there is something at the path.
    """
    if name is None:
        message = gettext(
            "name the place, such as 'screening new directory np'; or the file of your own services, such as "
            "'screening new directory our-services --adds-to {place}'.",
            place=Directories().home or ANYWHERE,
        )
        raise BadInput(message)
    must_be_a_file_name(name)
    must_be_there(folder)
    place = _free_place(name) if adds_to is None else _place_to_add_to(adds_to)
    today = now().date()
    text = new_directory(place, today) if adds_to is None else new_services(Directories()[place], today)
    path = folder / f"{name}.yaml"
    try:
        write_file(path, text)
    except Taken:
        message = gettext(
            "{path} already exists, and nothing was written. Choose another name or --in.", path=str(path)
        )
        raise BadInput(message) from None
    _say_what_is_next(path, place, len([*placeholders(read_yaml(text.encode(), str(path)))]), language)
    return DONE


def _free_place(place: str) -> str:
    """The code of a place that has no directory yet."""
    directories = Directories()
    built_in = directories.code_of(place)
    if built_in is not None:
        message = gettext(
            "there is a directory for {place} already. Add your own services to it: 'screening new directory "
            "our-services --adds-to {code}'.",
            place=quoted(place),
            code=built_in,
        )
        raise BadInput(message)
    country = country_of(place)
    if country is not None and country.code != place:
        message = gettext(
            "{place} is not a code. Write 'screening new directory {code}'.", place=quoted(place), code=country.code
        )
        raise BadInput(message)
    try:
        msgspec.convert(place, PlaceCode)
    except msgspec.ValidationError:
        message = gettext(
            "{place} cannot be the code of a place. Write two to eight small letters, such as np. For a file of your "
            "own services give --adds-to and a place.",
            place=quoted(place),
        )
        raise BadInput(message) from None
    return place


def _place_to_add_to(said: str) -> str:
    directories = Directories()
    place = directories.code_of(said)
    if place is None or place == ANYWHERE:
        hint = did_you_mean(said, list(directories.names()))
        message = gettext("there is no directory for {place} to add to. {hint}", place=quoted(said), hint=hint)
        raise BadInput(message)
    return place


def _say_what_is_next(path: Path, place: str, left: int, language: Catalog) -> None:
    for message in (
        gettext("Written to {path}.", path=in_one_line(str(path))),
        ngettext(
            "{count} text in it begins with {word}. Write what is so in its place, or take it out. Until then only "
            "'screening check' takes the file: nobody may ever be given an invented number.",
            "{count} texts in it begin with {word}. Write what is so in their place, or take them out. Until then only "
            "'screening check' takes the file: nobody may ever be given an invented number.",
            left,
            word=PLACEHOLDER,
        ),
        gettext("Next, change it in an editor. After each change:"),
    ):
        put(f"{language.render(message)}\n")
    file = in_one_line(for_a_shell(path))
    for command, purpose in (
        (f"check {file}", gettext("finds what is wrong, and what is still to be replaced, with the line")),
        # Translators: what the command `screening services` does with a file. So is the next one, of `screening`.
        (f"services --place {place} --services {file}", gettext("shows whom to call")),
        (f"--services {file}", gettext("screens with it; for good: SCREENING_SERVICES")),
    ):
        put(f"  screening {command}    {language.render(purpose)}\n")
