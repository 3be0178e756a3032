"""A set as an XLSForm, for KoboToolbox and ODK: the same questions, and the same result (pure).

What it asks is called by the ids of the set, as `score` reads them; whatever else is in it has a name that no id of a
set can have.
"""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from screening.export.xlsform_numbers import numbers_of
from screening.export.xlsform_rows import Spoken, translated
from screening.export.xlsform_sheets import Sheets, sheets
from screening.export.xlsform_survey import logic_of, survey_in
from screening.language.messages import gettext
from screening.referral.anywhere import ANYWHERE
from screening.referral.directory import Directory
from screening.sets.column_map import OWN
from screening.sets.fingerprint import fingerprint
from screening.sets.items import Item, ItemOption, items_of

_PLACE: Final = "place"
_DISTRICT: Final = "district"
_ELSEWHERE: Final = ("other", gettext("Another place"))


def xlsform(spoken: Sequence[Spoken]) -> Sheets:
    """The sheets of a form.

    Args:
        spoken: the languages, that of the form first; all with the directory of one place, or all with none.

    Returns:
        What stands in each sheet, row by row; the same for the same set.
    """
    first = spoken[0]
    written, directory = first.indicator_set.written, first.directory
    logic = logic_of(written, _items(first), _place_of(directory) if directory is not None else None)
    numbers = numbers_of(directory, written, logic.assessment, logic.answered) if directory is not None else []
    surveys = [survey_in(each, replace(logic, items=_items(each)), numbers) for each in spoken]
    settings = (
        ("form_title", written.about.title),
        ("form_id", f"screening-{written.about.id}"),
        ("version", f"{written.about.version}-{fingerprint(written)}"),
        ("style", "pages"),
        # Of the element around all others, which would else have a name that a question may have.
        ("name", f"{OWN}form"),
    )
    return sheets(translated(surveys), [each.language for each in spoken], settings)


def _items(spoken: Spoken) -> dict[str, Item]:
    """What a form asks: whatever has answers to choose from. Any other text may tell who somebody is."""
    asked = {}
    for name, item in items_of(spoken.indicator_set).items():
        options = item.options
        if name == _PLACE:
            options = _places(spoken)
        elif name == _DISTRICT and spoken.directory is not None:
            options = tuple(ItemOption(code, called) for code, called in spoken.directory.districts.items())
        if options:
            asked[name] = replace(item, options=options)
    return asked


def _place_of(directory: Directory) -> str:
    """What is recorded as the place. What holds anywhere is about no place in particular."""
    return directory.place if directory.place != ANYWHERE else _ELSEWHERE[0]


def _places(spoken: Spoken) -> tuple[ItemOption, ...]:
    """The places to choose from; none where the form is for one."""
    if spoken.directory is not None or not spoken.places:
        return ()
    named = {**spoken.places, _ELSEWHERE[0]: _ELSEWHERE[1]}
    return tuple(ItemOption(code, spoken.catalog.render(called)) for code, called in named.items())
