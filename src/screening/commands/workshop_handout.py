"""`screening workshop handout`: the stories of invented cases on paper, without their keys."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from screening.commands.exit_codes import DONE
from screening.commands.set_catalog import open_catalog, teller, usable_sets
from screening.commands.vignette_names import named_vignette
from screening.language.catalog import Catalog
from screening.reading.sets import find_set
from screening.show.handout import handout, handout_lines
from screening.show.markdown import markdown
from screening.terminal.outlet import put


def print_handout(
    names: Sequence[str],
    language: Catalog,
    format_: Literal["markdown", "html"] = "markdown",
    set_name: str | None = None,
    folders: Sequence[Path] = (),
) -> int:
    """Print the stories of cases, one on a page.

    Args:
        names: the ids of the cases, or `SET/VIGNETTE`.
        language: what the program says is said in it.
        format_: how it is shown.
        set_name: the set of the cases; any where none is named.
        folders: where sets are found besides the built-in ones.

    Raises:
        BadInput: there is no such case, or no such folder.
        Unsound: there is no such set, or it has problems.
    """
    catalog = open_catalog(folders)
    if set_name is not None:
        only = find_set(set_name, catalog)
        sets = [(only.about.id, only)]
    else:
        sets = list(usable_sets(catalog, teller(language)))
    cases = [named_vignette(name, sets) for name in dict.fromkeys(names)]
    sheet = handout((indicator_set.about.id, vignette) for indicator_set, vignette in cases)
    if format_ == "html":
        # Imported here, as it alone needs the templates.
        from screening.show.html import handout_page  # noqa: PLC0415

        put(handout_page(sheet, language))
    else:
        put(markdown(handout_lines(sheet), language), sys.stdout)
    return DONE
