"""What can be begun."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from screening.language.messages import Text
from screening.show.lines import Line
from screening.terminal.screen import Choice, Dialog, Input, Screen


class Beginning(Struct, frozen=True):
    """One thing that can be begun: how it is called, and the dialog that it begins; None leaves the menu."""

    label: Text
    begin: Callable[[], Dialog | None]


class Menu:
    """A list of beginnings to choose from."""

    def __init__(self, title: Text, lines: Sequence[Line], beginnings: Sequence[Beginning]) -> None:
        """Args: title, lines: what is said; beginnings: what can be begun."""
        self._beginnings = {str(number): beginning for number, beginning in enumerate(beginnings, start=1)}
        choices = (Choice(key, key, beginning.label) for key, beginning in self._beginnings.items())
        self._screen = Screen(title, lines=tuple(lines), choices=tuple(choices))

    def screen(self) -> Screen:
        """The menu."""
        return self._screen

    def take(self, given: Input) -> Dialog | None:
        """Begin what was chosen."""
        return self._beginnings[str(given.value)].begin()
