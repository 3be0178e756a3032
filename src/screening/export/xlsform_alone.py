"""A form that the person fills in alone: where they give it back, before what is meant for the screener (pure)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from screening.export.xlsform_expressions import field
from screening.export.xlsform_gates import named_in_gates
from screening.export.xlsform_questions import is_read_by_the_person
from screening.export.xlsform_rows import Row, Spoken, bold
from screening.language.messages import gettext
from screening.sets.column_map import OWN
from screening.sets.items import Item
from screening.sets.model import IndicatorSet
from screening.sets.order import SAFETY

_BACK: Final = f"{OWN}back"
_THANKS: Final = gettext("Thank you")
_GIVE_BACK: Final = gettext("Please give the screen back now.")
_IS_BACK: Final = gettext("The screener has the screen again")
_YES: Final = "yes"


def given_back(spoken: Spoken, relevant: str, item: Item | None = None) -> tuple[Row, str]:
    """The row in which the person is asked for the screen, and when the screener has it.

    Args:
        spoken: the language.
        relevant: when they are asked.
        item: whose answer cannot wait; None where all is answered.
    """
    name = f"{_BACK}_{item.id}" if item is not None else _BACK
    paragraphs = ([spoken.say(_THANKS)] if item is None else []) + [bold(spoken.say(_GIVE_BACK))]
    choices = ((_YES, spoken.say(_IS_BACK)),)
    label = "\n\n".join(paragraphs)
    back = Row(type="select_one", name=name, choices=choices, label=label, relevant=relevant)
    return back, f"{field(name)} = '{_YES}'"


def cannot_wait(item: Item) -> bool:
    """Whether what an answer raises is shown before all is answered, as in `interview.alone`."""
    return item.stage in {*SAFETY, "age"}


def after_the_person(items: Mapping[str, Item], indicator_set: IndicatorSet) -> list[Item]:
    """What the screener answers, in order: it is asked once they have the screen again, if nothing waits for it."""
    if indicator_set.about.audience != "person":
        return []
    needed = named_in_gates(items.values())
    return [item for item in _of_the_screener(items.values(), indicator_set) if item.id not in needed]


def _of_the_screener(items: Iterable[Item], indicator_set: IndicatorSet) -> Iterator[Item]:
    return (item for item in items if item.stage != "seen" and not is_read_by_the_person(item, indicator_set))
