"""`screening workshop handout`: the stories of invented cases on paper, without their keys."""

import sys
from collections.abc import Sequence
from typing import Literal

from screening.commands.exit_codes import DONE
from screening.commands.new import for_a_shell
from screening.commands.vignette_names import named_vignette
from screening.commands.workshop_cases import CaseOptions
from screening.show.handout import handout, handout_lines
from screening.show.markdown import markdown
from screening.terminal.outlet import put


def print_handout(names: Sequence[str], options: CaseOptions, format_: Literal["markdown", "html"] = "markdown") -> int:
    """Print the stories of cases, one on a page.

    Args:
        names: the ids of the cases, or `SET/VIGNETTE`.
        options: where they are looked for.
        format_: how it is shown.

    Raises:
        BadInput: there is no such case, or no such folder.
        Unsound: there is no such set, or it has problems.
    """
    sets, language = options.sets().items(), options.language
    cases = [named_vignette(name, sets) for name in dict.fromkeys(names)]
    # The same as was given here: the cases of a folder are found only there.
    own = f" --vignettes {for_a_shell(options.vignettes)}" if options.vignettes is not None else ""
    sheet = handout(((indicator_set.about.id, vignette) for indicator_set, vignette in cases), own)
    if format_ == "html":
        # Imported here, as it alone needs the templates.
        from screening.show.html import handout_page  # noqa: PLC0415

        put(handout_page(sheet, language))
    else:
        put(markdown(handout_lines(sheet), language), sys.stdout)
    return DONE
