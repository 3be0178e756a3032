"""`screening interpreter-sheet`: what is said to the person in two languages, for whoever interprets."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from screening.commands.exit_codes import DONE, BadInput
from screening.commands.language_tags import has_words_in, nothing_in
from screening.commands.set_catalog import open_catalog
from screening.language.catalog import Catalog
from screening.language.messages import gettext, quoted
from screening.language.tags import one_name
from screening.reading.catalogs import catalog_of
from screening.reading.sets import find_files
from screening.show.interpreter_page import interpreter_markdown, interpreter_page
from screening.show.interpreter_sheet import interpreter_sheet, says_anything
from screening.show.side_by_side import Side
from screening.terminal.outlet import put


def print_sheet(
    name: str,
    languages: tuple[str | None, str],
    language: Catalog,
    folders: Sequence[Path] = (),
    format_: Literal["markdown", "html"] = "markdown",
) -> int:
    """Print the sheet of a set.

    Args:
        name: the set, by its id or its folder.
        languages: the tags of the language of whoever asks, and of the person's. Where the first is not named, it is
            the one in which the set was written.
        language: what the program says to whoever asks.
        folders: where sets are found besides the built-in ones.
        format_: how it is shown.

    Raises:
        BadInput: nothing of the set is in one of the languages, or both are one; or nobody is asked anything.
        Unsound: there is no such set, or it has problems.
    """
    files = find_files(name, open_catalog(folders), vignettes=False)
    written = files.set
    if not says_anything(written):
        message = gettext(
            "nothing of the set {set} is said to the person, so there is nothing to interpret.",
            set=quoted(written.about.id),
        )
        raise BadInput(message)
    of_officer, of_person = languages[0] or written.about.language, languages[1]
    for tag in (of_officer, of_person):
        if not has_words_in(files, tag):
            raise nothing_in(files, tag)
    if one_name(of_officer) == one_name(of_person):
        raise BadInput(gettext("both sides are in one language: {language}. Name two.", language=quoted(of_person)))
    officer = Side(files.set_in(of_officer), language)
    sheet = interpreter_sheet(officer, Side(files.set_in(of_person), catalog_of(of_person)))
    put(interpreter_page(sheet, language) if format_ == "html" else interpreter_markdown(sheet))
    return DONE
