"""What is begun from a menu and leads back to it."""

from collections.abc import Callable

from msgspec.structs import replace

from screening.terminal.screen import Dialog, Input, Screen


class LeadingBack:
    """A dialog that does not end: where it is over, another one goes on, and nothing of it is left."""

    def __init__(self, dialog: Dialog, back_to: Callable[[], Dialog | None]) -> None:
        """Prepare to lead back.

        Args:
            dialog: what is begun.
            back_to: what goes on when it is over; None where nothing does.
        """
        self._dialog = dialog
        self._back_to = back_to
        self._at_the_beginning = True

    def screen(self) -> Screen:
        """What stands on the screen of the dialog; where that is the last one, something comes after it.

        From its first one the way back leads to where it was begun: what was chosen by mistake is left with one key.
        """
        screen = self._dialog.screen()
        if self._at_the_beginning:
            screen = replace(screen, keys=screen.keys | {"back"})
        return replace(screen, to_menu=True) if screen.last else screen

    def take(self, given: Input) -> Dialog | None:
        """Give the dialog its input."""
        if self._at_the_beginning and given.act == "back":
            return self._back_to()
        self._at_the_beginning = False
        going = self._dialog.take(given)
        if going is None:
            return self._back_to()
        self._dialog = going
        return self
