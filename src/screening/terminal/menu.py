"""What can be begun."""

from collections.abc import Callable, Mapping, Sequence
from itertools import count

from msgspec import Struct

from screening.language.messages import Text
from screening.show.lines import Line
from screening.terminal.choices import keyed
from screening.terminal.screen import Choice, Dialog, Input, Key, Screen

# More cannot be begun by one key each.
_MOST_KEYS = 9


class Beginning(Struct, frozen=True):
    """One thing that can be begun.

    Attributes:
        label: how it is called.
        begin: the dialog that it begins; None leaves the menu.
        key: the letter that it has; a number where it has none.
    """

    label: Text
    begin: Callable[[], Dialog | None]
    key: str = ""


class Menu:
    """A list of beginnings to choose from."""

    def __init__(
        self,
        title: Text,
        lines: Sequence[Line],
        beginnings: Sequence[Beginning],
        *,
        back_to: Dialog | None = None,
        forgets: bool = False,
    ) -> None:
        """Prepare the list.

        Args:
            title: what stands above it.
            lines: what is said.
            beginnings: what can be begun.
            back_to: the menu that this one is a part of.
            forgets: it comes after something of which nothing may stay.
        """
        numbers = map(str, count(1))
        self._beginnings = {beginning.key or next(numbers): beginning for beginning in beginnings}
        self._back_to = back_to
        keys: frozenset[Key] = frozenset({"back"}) if back_to is not None else frozenset()
        self._screen = Screen(
            title,
            lines=tuple(lines),
            choices=_choices(self._beginnings),
            keys=keys,
            filters=sum(not beginning.key for beginning in beginnings) > _MOST_KEYS,
            forgets=forgets,
        )

    def screen(self) -> Screen:
        """The menu."""
        return self._screen

    def take(self, given: Input) -> Dialog | None:
        """Begin what was chosen, or go back. Where there is nothing to choose, there is only the way back."""
        return self._beginnings[str(given.value)].begin() if given.act == "choose" else self._back_to


def _choices(beginnings: Mapping[str, Beginning]) -> tuple[Choice, ...]:
    """The beginnings in their order; those without a letter are numbered, as if the others were not there."""
    numbered = {
        each.value: each for each in keyed((name, each.label) for name, each in beginnings.items() if not each.key)
    }
    return tuple(numbered.get(name) or Choice(each.key, name, each.label) for name, each in beginnings.items())
