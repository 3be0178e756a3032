"""`screening sets` and `screening show`: which sets there are, and what is in one."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from screening.commands.exit_codes import DONE
from screening.commands.set_catalog import open_catalog, teller, usable_sets
from screening.language.catalog import Catalog
from screening.language.messages import Listing, Message, Text, gettext, ngettext, pgettext
from screening.reading.roles import set_with_role
from screening.reading.set_catalog import SetCatalog
from screening.reading.sets import find_set
from screening.sets.model import IndicatorSet
from screening.sets.vocabulary import Role
from screening.show.data import encode
from screening.show.indicator_set import set_lines
from screening.show.lines import Line
from screening.show.made_with import extends_texts
from screening.show.set_data import set_data
from screening.show.terminal import print_lines
from screening.terminal.outlet import put

# What a set is taken for where none is named.
_TAKEN_FOR: Mapping[Role, Message] = {
    # Translators: the last of what is said of a set in a list of sets, after a semicolon. So are the next three.
    "full": gettext("the full set"),
    "short": gettext("the set for a first contact"),
    "child": gettext("the set for a child"),
    "alone": gettext("the set to answer alone"),
}
_AUDIENCE_NAME: Mapping[str, Message] = {
    # Translators: who screens with a set. So are the next two.
    "officer": pgettext("whom a set is for", "officer"),
    "caseworker": pgettext("whom a set is for", "caseworker"),
    "person": pgettext("whom a set is for", "person"),
}


def list_sets(language: Catalog, folders: Sequence[Path] = (), set_language: str | None = None) -> int:
    """List the built-in sets, and those of these folders.

    Raises:
        BadInput: there is no such folder.
        Unsound: two sets have one id, or two of an agency's own have one role.
    """
    catalog = open_catalog(folders, set_language)
    taken = {role: set_with_role(role, catalog) for role in _TAKEN_FOR}
    lines = []
    for name, indicator_set in usable_sets(catalog, teller(language)):
        about = indicator_set.about
        questions = sum(1 for _ in indicator_set.questions())
        named = gettext("{id} (version {version}): {title}", id=about.id, version=about.version, title=about.title)
        lines.append(Line("item", named))
        roles = (said for role, said in _TAKEN_FOR.items() if taken[role] == name)
        told = ngettext(
            # Translators: {audience} is who screens with the set; {origin} says where it is from, and what it is for.
            "for: {audience}; {count} question; {origin}",
            "for: {audience}; {count} questions; {origin}",
            questions,
            audience=_AUDIENCE_NAME[about.audience],
            origin=Listing((*_origin(name, indicator_set, catalog), *roles), "semicolon"),
        )
        lines.append(Line("detail", told))
    print_lines(lines, sys.stdout, language)
    return DONE


def show_set(
    name: str, language: Catalog, folders: Sequence[Path] = (), set_language: str | None = None, *, as_json: bool
) -> int:
    """Show everything in a set, built in or of these folders. Data are as the set was written.

    Raises:
        BadInput: there is no such folder.
        Unsound: there is no such set, or it has problems.
    """
    catalog = open_catalog(folders, set_language if not as_json else None)
    indicator_set = find_set(name, catalog)
    if as_json:
        put(encode(set_data(indicator_set)) + "\n")
    else:
        print_lines(set_lines(indicator_set, _origin(name, indicator_set, catalog)), sys.stdout, language)
    return DONE


def _origin(name: str, indicator_set: IndicatorSet, catalog: SetCatalog) -> tuple[Text, ...]:
    """Where a set is from, which was named by its id or its path, and what it extends."""
    origin = catalog.origin(name) if name in catalog.folders else gettext("from {path}", path=name)
    return (origin, *extends_texts(indicator_set.extends))
