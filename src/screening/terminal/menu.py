"""What can be begun."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from screening.language.messages import Text
from screening.show.lines import Line
from screening.terminal.choices import keyed
from screening.terminal.screen import Dialog, Input, Key, Screen

# More cannot be begun by one key each.
_MOST_KEYS = 9


class Beginning(Struct, frozen=True):
    """One thing that can be begun: how it is called, and the dialog that it begins; None leaves the menu."""

    label: Text
    begin: Callable[[], Dialog | None]


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
        self._beginnings = {str(number): beginning for number, beginning in enumerate(beginnings, start=1)}
        self._back_to = back_to
        keys: frozenset[Key] = frozenset({"back"}) if back_to is not None else frozenset()
        self._screen = Screen(
            title,
            lines=tuple(lines),
            choices=keyed((key, beginning.label) for key, beginning in self._beginnings.items()),
            keys=keys,
            filters=len(self._beginnings) > _MOST_KEYS,
            forgets=forgets,
        )

    def screen(self) -> Screen:
        """The menu."""
        return self._screen

    def take(self, given: Input) -> Dialog | None:
        """Begin what was chosen, or go back. Where there is nothing to choose, there is only the way back."""
        return self._beginnings[str(given.value)].begin() if given.act == "choose" else self._back_to
