"""The result, page by page, for the screener alone."""

from collections.abc import Callable, Iterable

from screening.language.messages import gettext
from screening.show.lines import Line
from screening.terminal.conversation import pause_screen
from screening.terminal.screen import Choice, Dialog, Input, Part, Screen

_AFTER_CODE = (Choice("g", "go_on", gettext("Back to the result")),)
_TO_KEEP = Line("text", gettext("To save or print the result: screening resume --format html > result.html"))


class ResultPages:
    """A result to be read; from here the answers can still be corrected, and written down as a code."""

    def __init__(
        self,
        first: Iterable[Line],
        parts: Iterable[Part],
        code: Callable[[], str],
        reopen: Callable[[], Dialog],
        card: Callable[[Dialog], Dialog] | None = None,
    ) -> None:
        """Prepare the pages.

        Args:
            first: the first page.
            parts: everything in full.
            code: the answer code.
            reopen: back to the answers.
            card: the card for the person, which leads back here; None where there are no numbers for one.
        """
        self._screen = Screen(
            gettext("Result, for you alone"),
            lines=tuple(first),
            parts=tuple(parts),
            keys=frozenset({"back", "pause", "card"} if card is not None else {"back", "pause"}),
            last=True,
        )
        self._code = code
        self._reopen = reopen
        self._card = card
        self._shows_code = False

    def screen(self) -> Screen:
        """The result, or the answer code."""
        return pause_screen(self._code(), _AFTER_CODE, _TO_KEEP) if self._shows_code else self._screen

    def take(self, given: Input) -> Dialog | None:
        """Show the code, go back, or end."""
        if self._shows_code or given.act == "pause":
            self._shows_code = not self._shows_code
            return self
        if given.act == "card" and self._card is not None:
            return self._card(self)
        return self._reopen() if given.act == "back" else None
