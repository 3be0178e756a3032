"""`screening resume`: going on with an answer code, which is asked for: as an argument it would stay in the shell."""

from screening.commands.exit_codes import DONE
from screening.commands.run_options import RunOptions
from screening.commands.set_catalog import open_catalog, teller, usable_sets
from screening.terminal.frontends import open_frontend


def resume(options: RunOptions, *, line_by_line: bool) -> int:
    """Ask for an answer code, and go on with its screening.

    Raises:
        Unsound: two sets have one id, or a directory cannot be used.
        BadInput: there is no such folder, place or language; the input ended before the screening did.
    """
    catalog = open_catalog(options.folders, options.set_language)
    sets = [each for _, each in usable_sets(catalog, teller(options.language), vignettes=False)]
    with open_frontend(options.language, line_by_line=line_by_line) as frontend:
        session = options.session(frontend, catalog)
        session.run(session.resume(sets))
    return DONE
