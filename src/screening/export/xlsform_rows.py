"""The rows of a form in one language, and then in all of its languages (pure)."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from msgspec import Struct

from screening.export.xlsform_expressions import TRUE
from screening.language.messages import Argument, Dialled, Text
from screening.referral.directory import Directory
from screening.sets.column_map import OWN
from screening.show.side_by_side import Side

# A mark that is not seen: it parts what would be read as a field, a tag or a link.
_PARTED: Final = "\u2060"
_FIELD_OR_TAG: Final = re.compile(r"\$(?=\{)|<(?=[A-Za-z/!?])|\](?=[(\[:])")
# A list, a quotation, a heading or code, by what a line begins with.
_BEGINS_A_BLOCK: Final = re.compile(r"^(?=[-+] |>|[-=]+ *$|~~~| {4})|^\d+(?=[.)] )", re.MULTILINE)
# A stroke goes before a sign of Markdown. Where no app takes a stroke away, the sign is named instead.
_SIGN: Final = re.compile(r"&(?=#?\w+;)|[`\\*_#]")
_NAMED: Final = {"&": "&amp;", "`": "&#96;"}
# Around a number to dial, until the words around it are plain: no text of a file holds any of them.
_LINK, _NUMBER, _END = "\x01", "\x02", "\x03"
_DIALLED: Final = re.compile(f"{_LINK}(.*?){_NUMBER}(.*?){_END}")
_TELEPHONE: Final = "tel:"


class Spoken(Side, frozen=True):
    """A language of a form.

    Attributes:
        places: what the places are called that have a directory, by their codes.
        directory: of the one place that the form is for; None where that is asked.
    """

    places: Mapping[str, Text] = {}
    directory: Directory | None = None

    def say(self, text: Argument) -> str:
        """A text as it is to be seen: nothing in it is taken for a field, a tag or a sign of Markdown.

        A telephone number stays in one line, and is dialled by a touch.
        """
        said = plainly(self.catalog.marking(_marked).render(text))
        return _DIALLED.sub(r"[\2](\1)", said)


def _marked(number: Dialled) -> str:
    whole = number.replace(" ", "\u00a0")
    # Anything but a telephone would open a page somewhere, or another program.
    return f"{_LINK}{number.link}{_NUMBER}{whole}{_END}" if number.link.startswith(_TELEPHONE) else whole


@lru_cache(maxsize=4_096)
def plainly(text: str) -> str:
    """A text that is shown as it is, where apps of ODK and KoboToolbox would make something of it."""
    parted = _BEGINS_A_BLOCK.sub(rf"\g<0>{_PARTED}", _FIELD_OR_TAG.sub(rf"\g<0>{_PARTED}", text))
    return _SIGN.sub(lambda sign: _NAMED.get(sign[0], f"\\{sign[0]}"), parted)


def bold(text: str) -> str:
    """A text that was made plain, in bold."""
    return f"**{text}**" if text else ""


class Row(Struct, frozen=True, kw_only=True):
    """A row of the sheet `survey`.

    Attributes:
        type: as XLSForm calls it; of a list of answers without the name of that list.
        choices: the answers, each with its label.
        label, hint, guidance, constraint_message: in one language.
    """

    type: str
    name: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    label: str = ""
    hint: str = ""
    guidance: str = ""
    relevant: str = TRUE
    constraint: str = ""
    constraint_message: str = ""
    calculation: str = ""
    appearance: str = ""


# Each may have 300 characters, up to five times as many once it was made plain, and more in another language. A cell of
# a spreadsheet takes 32,767.
_MOST_LINES: Final = 16


class Notes:
    """Makes notes, each with a name of its own."""

    def __init__(self) -> None:
        """Begin with none."""
        self._made = 0

    def note(self, *paragraphs: str, relevant: str = TRUE) -> Row:
        """A note of some paragraphs."""
        self._made += 1
        label = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
        return Row(type="note", name=f"{OWN}note_{self._made}", label=label, relevant=relevant)

    def of_lines(self, lines: Sequence[str], *, heading: str = "", relevant: str = TRUE) -> Iterator[Row]:
        """A note of lines under a heading; more than one where a cell has no room for all of them."""
        for start in range(0, len(lines), _MOST_LINES):
            yield self.note(heading, listed(lines[start : start + _MOST_LINES]), relevant=relevant)


def listed(lines: Iterable[str]) -> str:
    """Lines below one another, each with a dash."""
    return "\n".join(f"- {line}" for line in lines)


class TranslatedRow(Struct, frozen=True):
    """A row with what it says in every language.

    Attributes:
        row: in the first language.
        list_name: of its answers; empty where it has none.
        said: in every language.
    """

    row: Row
    list_name: str
    said: tuple[Row, ...]


def translated(surveys: Sequence[Sequence[Row]]) -> list[TranslatedRow]:
    """The same rows in every language, side by side. Lists of the same answers become one.

    Args:
        surveys: the rows in each language; all but what they say is the same.
    """
    lists: dict[tuple[tuple[tuple[str, str], ...], ...], str] = {}
    rows = []
    for said in zip(*surveys, strict=True):
        first, choices = said[0], tuple(row.choices for row in said)
        name = lists.setdefault(choices, f"list_{len(lists) + 1}") if first.choices else ""
        rows.append(TranslatedRow(first, name, said))
    return rows
