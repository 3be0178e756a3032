"""`screening run`: a real screening."""

from screening.commands.exit_codes import DONE
from screening.commands.run_options import RunOptions
from screening.commands.session import Session
from screening.commands.set_catalog import open_catalog
from screening.language.catalog import ENGLISH
from screening.reading.sets import find_set
from screening.terminal.frontends import open_frontend


def run(set_name: str, options: RunOptions, *, line_by_line: bool) -> int:
    """Screen with a set. Prompts go to the terminal, the result to stdout.

    Raises:
        Unsound: the set, or a directory, cannot be used.
        BadInput: there is no such folder; the input ended before the screening did.
    """
    catalog = open_catalog(options.folders)
    indicator_set = find_set(set_name, catalog, vignettes=False)
    with open_frontend(ENGLISH, line_by_line=line_by_line) as frontend:
        session = Session(frontend, options.format, catalog=catalog, own=options.own)
        session.run(session.screening(indicator_set))
    return DONE
