"""`screening form`: a set as something that is filled in where no laptop is."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct

from screening.commands.clock import now
from screening.commands.exit_codes import DONE, BadInput
from screening.commands.language_tags import has_words_in, nothing_in
from screening.commands.service_request import ServiceRequest, directory_of
from screening.commands.set_catalog import open_catalog
from screening.export.paper_calls import Numbers, needs_of
from screening.export.paper_form import paper_form
from screening.export.paper_markdown import paper_markdown
from screening.export.paper_page import paper_page
from screening.language.catalog import Catalog
from screening.language.messages import gettext, quoted
from screening.language.tags import one_name
from screening.reading.catalogs import catalog_of
from screening.reading.set_files import SetFiles
from screening.reading.sets import find_files
from screening.referral.matching import match_services
from screening.referral.moment import moment_in
from screening.sets.model import IndicatorSet
from screening.show.side_by_side import Side
from screening.terminal.outlet import put


class FormRequest(Struct, frozen=True, kw_only=True):
    """What is asked for.

    Attributes:
        name: the set, by its id or its folder.
        language: what the program says.
        texts_in: the tag of the language of the set's texts; None for the one in which it was written.
        beside: the tag of a second language; None for none.
        place: where it is used, by a code or a name; None for nowhere in particular.
        own: an agency's own services.
        folders: where sets are found besides the built-in ones.
    """

    name: str
    language: Catalog
    texts_in: str | None = None
    beside: str | None = None
    place: str | None = None
    own: Sequence[Path] = ()
    folders: Sequence[Path] = ()


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


def sides_of(request: FormRequest, files: SetFiles) -> tuple[Side, ...]:
    """The languages of a form, the first in the words of whoever asked for it."""
    first = request.texts_in or files.set.about.language
    tags = [first] if request.beside is None else [first, request.beside]
    for tag in tags:
        if not has_words_in(files, tag):
            raise nothing_in(files, tag)
    if len(tags) > 1 and one_name(tags[0]) == one_name(tags[1]):
        raise BadInput(gettext("both sides are in one language: {language}. Name two.", language=quoted(tags[1])))
    catalogs = [request.language, *(catalog_of(tag) for tag in tags[1:])]
    return tuple(Side(files.set_in(tag), catalog) for tag, catalog in zip(tags, catalogs, strict=True))
