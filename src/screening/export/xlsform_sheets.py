"""The sheets of a form as XLSForm wants them: `survey`, `choices` and `settings` (pure)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from screening.export.xlsform_expressions import TRUE
from screening.export.xlsform_rows import TranslatedRow
from screening.language.names import own_name

# What stands in the cells of each sheet, row by row.
Sheets: TypeAlias = Mapping[str, Sequence[Sequence[str]]]

_SAID: Final = ("label", "hint", "guidance_hint", "constraint_message")
_LOGIC: Final = ("relevant", "constraint", "calculation", "appearance")


def sheets(rows: Sequence[TranslatedRow], languages: Sequence[str], settings: Sequence[tuple[str, str]]) -> Sheets:
    """The sheets. What is translated has a column for every language, whether anything stands in it or not.

    Args:
        rows: of the survey.
        languages: the tags of the languages, in the order of what the rows say.
        settings: of the form, by the names of XLSForm.
    """
    names = [_called(tag) for tag in languages]
    heads, values = zip(*settings, ("default_language", names[0]), strict=True)
    return {
        "survey": list(_survey(rows, names)),
        "choices": list(_choices(rows, names)),
        "settings": [heads, values],
    }


def _survey(rows: Sequence[TranslatedRow], names: Sequence[str]) -> Iterator[Sequence[str]]:
    yield ["type", "name", *(f"{column}::{name}" for column in _SAID for name in names), *_LOGIC]
    for each in rows:
        row = each.row
        said = [
            *(one.label for one in each.said),
            *(one.hint for one in each.said),
            *(one.guidance for one in each.said),
            *(one.constraint_message for one in each.said),
        ]
        relevant = "" if row.relevant == TRUE else row.relevant
        type_ = f"{row.type} {each.list_name}" if each.list_name else row.type
        yield [type_, row.name, *said, relevant, row.constraint, row.calculation, row.appearance]


def _choices(rows: Sequence[TranslatedRow], names: Sequence[str]) -> Iterator[Sequence[str]]:
    yield ["list_name", "name", *(f"label::{name}" for name in names)]
    for name, each in {each.list_name: each for each in rows if each.list_name}.items():
        for choice in zip(*(one.choices for one in each.said), strict=True):
            yield [name, choice[0][0], *(label for _, label in choice)]


def _called(language: str) -> str:
    """A language by its own name, with its code. pyxform knows codes of languages, and none of scripts."""
    return f"{own_name(language)} ({language.partition('-')[0]})"
