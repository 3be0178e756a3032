"""What can be chosen at a step of an interview (pure)."""

from collections.abc import Iterable, Mapping
from itertools import count

from screening.interview.state import State
from screening.language.catalog import Catalog
from screening.language.messages import Text
from screening.referral.anywhere import directory_of
from screening.sets.answers import DECLINED, values_of
from screening.sets.items import Item
from screening.sets.record import circumstances_of
from screening.show.answers import ANSWER_NAME, VALUE_NAME, value_name
from screening.terminal.screen import Choice
from screening.terminal.session_context import SessionContext

# The key of what says that nothing of a list is so.
NONE = "0"


def choices_at(item: Item, state: State, context: SessionContext) -> tuple[Choice, ...]:
    """What can be chosen at an item, in the order in which it is shown."""
    named: list[tuple[str, Text]] = _from_elsewhere(item, state, context) or [
        (option.id, option.label or value_name(item.id, option.id)) for option in item.options
    ]
    alone = {option.id for option in item.options if option.alone}
    doubt: Mapping[str, Text] = (
        {item.undecided: item.undecided_label} if item.undecided_label else VALUE_NAME.get(item.id, {})
    )
    own: Mapping[str, Text] = {DECLINED: item.declined_label} if item.declined_label is not None else {}
    unclear, declined = undecided_choices(item.undecided, {**doubt, **own})
    # Nobody declined what nobody was asked: it would be told of the person as if they had been. What was recorded where
    # it was asked still stands.
    may_decline = item.is_asked or bool(own) or DECLINED in values_of(state.answers.get(item.id))
    # What stands alone shows and raises nothing, and no condition names it: nothing follows from it.
    none = next(iter(alone)) if item.several and len(alone) == 1 else None
    return (*keyed(named, alone, none), unclear, *((declined,) if may_decline else ()))


def _from_elsewhere(item: Item, state: State, context: SessionContext) -> list[tuple[str, Text]]:
    """What no set knows: the places that there are, and the districts of one."""
    if item.id == "place":
        return list(context.places.items())
    directory = directory_of(circumstances_of(state.answers), context.directories) if item.id == "district" else None
    return list(directory.districts.items()) if directory is not None else []


def keyed(named: Iterable[tuple[str, Text]], alone: Iterable[str] = (), none: str | None = None) -> tuple[Choice, ...]:
    """Numbers for options; y and n for a plain yes/no. What is itself a number, as a rating is, is its own key.

    Args:
        named: values with their labels.
        alone: those that exclude the others.
        none: the one that says that there is none of the others: it has the key 0, unless that is a value.
    """
    named, alone = list(named), set(alone)
    plain = [value for value, _ in named] == ["yes", "no"]
    own = {value: value for value, _ in named if value.isdecimal()}
    if none is not None and NONE not in own:
        own[none] = NONE
    others = (key for key in map(str, count(1)) if key not in own.values())
    keys = [value[0] if plain else own.get(value) or next(others) for value, _ in named]
    return tuple(
        Choice(key, value, label, alone=value in alone) for key, (value, label) in zip(keys, named, strict=True)
    )


def undecided_choices(undecided: str, labels: Mapping[str, Text]) -> tuple[Choice, Choice]:
    """What can always be answered: doubt, and not wanting to say, each under the name that it has here."""
    doubt = labels.get(undecided, ANSWER_NAME.get(undecided, undecided))
    return (
        Choice("u", undecided, doubt, undecided=True, apart=True),
        Choice("d", DECLINED, labels.get(DECLINED, ANSWER_NAME[DECLINED]), undecided=True),
    )


def named_like(choices: Iterable[Choice], typed: str, catalog: Catalog) -> tuple[Choice, ...]:
    """The choices in whose name, or value, every word stands that was typed; all of them where nothing was.

    Args:
        choices: the choices.
        typed: one or more parts of a name.
        catalog: the language in which they are shown.
    """
    words = typed.casefold().split()
    return tuple(
        choice
        for choice in choices
        if all(word in f"{catalog.render(choice.label)} {choice.value}".casefold() for word in words)
    )
