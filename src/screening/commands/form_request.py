"""Which form is asked for, and in which languages it is: on paper and on telephones alike."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from screening.commands.exit_codes import BadInput
from screening.commands.language_tags import has_words_in, nothing_in
from screening.language.catalog import Catalog
from screening.language.messages import gettext, quoted
from screening.language.tags import one_name
from screening.reading.catalogs import catalog_of
from screening.reading.set_files import SetFiles
from screening.show.side_by_side import Side


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


def sides_of(request: FormRequest, files: SetFiles) -> tuple[Side, ...]:
    """The languages of a form, the first in the words of whoever asked for it.

    Args:
        request: what is asked for.
        files: of the set.

    Raises:
        BadInput: nothing of the set is in one of them, or both are one.
    """
    first = request.texts_in or files.set.about.language
    tags = [first] if request.beside is None else [first, request.beside]
    for tag in tags:
        if not has_words_in(files, tag):
            raise nothing_in(files, tag)
    if len(tags) > 1 and one_name(tags[0]) == one_name(tags[1]):
        raise BadInput(gettext("both sides are in one language: {language}. Name two.", language=quoted(tags[1])))
    catalogs = [request.language, *(catalog_of(tag) for tag in tags[1:])]
    return tuple(Side(files.set_in(tag), catalog) for tag, catalog in zip(tags, catalogs, strict=True))
