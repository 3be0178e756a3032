"""`screening run`: a real screening."""

from msgspec.structs import replace

from screening.commands.exit_codes import DONE, BadInput
from screening.commands.language_tags import has_words_in, nothing_in
from screening.commands.run_options import RunOptions
from screening.commands.set_catalog import open_catalog
from screening.language.messages import gettext
from screening.reading.roles import set_with_role
from screening.reading.sets import find_files
from screening.terminal.frontends import open_frontend


def run(set_name: str | None, options: RunOptions, *, line_by_line: bool) -> int:
    """Screen with a set, the full one where none is named. Prompts go to the terminal, the result to stdout.

    Raises:
        Unsound: the set, or a directory, cannot be used; two of an agency's own sets have one role.
        BadInput: no set is the full one; nothing of it is translated into the language that is wanted; there is no such
            folder or place; the input ended before the screening did.
    """
    catalog = open_catalog(options.folders, options.set_language)
    name = set_name if set_name is not None else set_with_role("full", catalog)
    if name is None:
        message = gettext("no set is marked as the full one. Name a set; 'screening sets' lists them.")
        raise BadInput(message)
    files = find_files(name, catalog, vignettes=False)
    for tag in options.languages_of_sets():
        if not has_words_in(files, tag):
            raise nothing_in(files, tag)
    indicator_set = files.set_in(catalog.language)
    if indicator_set.about.id not in catalog.folders:
        # It was named by its path: its translations are looked for there.
        catalog = replace(catalog, folders={**catalog.folders, indicator_set.about.id: files.folder})
    with open_frontend(options.language, line_by_line=line_by_line) as frontend:
        session = options.session(frontend, catalog)
        session.run(session.screening(indicator_set))
    return DONE
