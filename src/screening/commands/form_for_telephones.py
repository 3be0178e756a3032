"""`screening form --format xlsform`: a set as a workbook for KoboToolbox and ODK."""

import sys
from collections.abc import Iterator

from screening.commands.exit_codes import DONE, BadInput
from screening.commands.form_request import FormRequest, sides_of
from screening.commands.place_names import place_code
from screening.commands.set_catalog import open_catalog
from screening.export.xlsform import xlsform
from screening.export.xlsform_rows import Spoken
from screening.language.messages import gettext
from screening.reading.catalogs import catalog_of
from screening.reading.places import Directories
from screening.reading.set_files import SetFiles
from screening.reading.sets import find_files
from screening.show.side_by_side import Side
from screening.terminal.outlet import put_bytes


def put_xlsform(request: FormRequest) -> int:
    """Write the workbook of a set to stdout.

    Args:
        request: which set, in which languages, and for which place.

    Raises:
        BadInput: stdout is a terminal; what writes workbooks is not installed; nobody knows the place.
        Unsound: there is no such set, or it has problems; a directory, or an agency's own file, cannot be used.
    """
    try:
        from screening.writing.workbooks import workbook
    except ModuleNotFoundError:
        raise BadInput(
            gettext(
                "a form for telephones needs the library XlsxWriter. This installs it: python -m pip install xlsxwriter"
            )
        ) from None
    if _is_a_terminal():
        raise BadInput(gettext("a form for telephones is a file, and no text. Write it to one: > form.xlsx"))
    files = find_files(request.name, open_catalog(request.folders), vignettes=False)
    put_bytes(workbook(xlsform(list(_spoken(request, files)))))
    return DONE


def _is_a_terminal() -> bool:
    return sys.stdout.isatty()


def _spoken(request: FormRequest, files: SetFiles) -> Iterator[Spoken]:
    """The languages; where two are not named, all of the set, and the one that was asked for first."""
    place = place_code(request.place, Directories(request.own)) if request.place is not None else None
    for side in _sides(request, files):
        directories = Directories(request.own, side.language)
        directory = directories[place] if place is not None else None
        yield Spoken(side.indicator_set, side.catalog, directories.names(), directory)


def _sides(request: FormRequest, files: SetFiles) -> Iterator[Side]:
    yield from (first := sides_of(request, files))
    if request.beside is None:
        about = files.set.about
        others = (tag for tag in (about.language, *about.languages) if tag != first[0].language)
        yield from (Side(files.set_in(tag), catalog_of(tag)) for tag in others)
