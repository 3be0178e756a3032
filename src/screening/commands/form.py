"""`screening form`: a set as something that is filled in where no laptop is."""

from typing import Literal

from screening.commands.clock import now
from screening.commands.exit_codes import DONE
from screening.commands.form_request import FormRequest, sides_of
from screening.commands.service_request import ServiceRequest, directory_of
from screening.commands.set_catalog import open_catalog
from screening.export.paper_calls import Numbers, needs_of
from screening.export.paper_form import paper_form
from screening.export.paper_markdown import paper_markdown
from screening.export.paper_page import paper_page
from screening.reading.sets import find_files
from screening.referral.matching import match_services
from screening.referral.moment import moment_in
from screening.sets.model import IndicatorSet
from screening.terminal.outlet import put


def print_form(request: FormRequest, format_: Literal["markdown", "html", "xlsform"]) -> int:
    """Print a set as a form.

    Args:
        request: which set, and in which languages.
        format_: how it is shown.

    Raises:
        BadInput: nothing of the set is in one of the languages, or both are one;
            there is no such place; a workbook would go to a terminal, or what writes one is not installed.
        Unsound: there is no such set, or it has problems; or a directory has.
    """
    if format_ == "xlsform":
        # Imported here: it needs a library that not everybody has.
        from screening.commands.form_for_telephones import put_xlsform

        return put_xlsform(request)
    sides = sides_of(request, find_files(request.name, open_catalog(request.folders), vignettes=False))
    form = paper_form(*sides, numbers=_numbers(request, sides[0].indicator_set))
    put(paper_page(form, request.language) if format_ == "html" else paper_markdown(form))
    return DONE


def _numbers(request: FormRequest, indicator_set: IndicatorSet) -> Numbers | None:
    """Whom to call in the place, whoever the person is; None where no place is named."""
    if request.place is None:
        return None
    directory, _ = directory_of(
        ServiceRequest(language=request.language, texts_in=request.texts_in, place=request.place, own=request.own)
    )
    # A form is used at any time: who comes first must not depend on the minute in which it was printed.
    noon = moment_in(directory, now()).local.replace(hour=12, minute=0, second=0, microsecond=0)
    moment = moment_in(directory, noon)
    return Numbers(directory, match_services(needs_of(indicator_set), {}, directory, moment), moment)
