"""The result, page by page, for the screener alone."""

from collections.abc import Callable

from msgspec.structs import replace

from screening.language.messages import gettext
from screening.show.lines import Line
from screening.terminal.conversation import pause_screen
from screening.terminal.screen import Choice, Dialog, Input, Key, Screen

RESULT_TITLE = gettext("Result, for you alone")
_AFTER_CODE = (Choice("g", "go_on", gettext("Back to the result")),)
_TO_KEEP = Line("text", gettext("To save or print the result, go back to it and press o."))


class ResultPages:
    """A result to be read; from here it can be saved, and the answers corrected, or written down as a code."""

    def __init__(
        self,
        page: Screen,
        code: Callable[[], str],
        reopen: Callable[[], Dialog],
        card: Callable[[Dialog], Dialog] | None = None,
        save: Callable[["ResultPages"], Dialog] | None = None,
        in_full: Callable[[Dialog], Dialog] | None = None,
        next_person: Callable[[], Dialog] | None = None,
    ) -> None:
        """Prepare the pages.

        Args:
            page: the first page, with everything in full as its parts.
            code: the answer code.
            reopen: back to the answers.
            card: the card for the person, which leads back here; None where there are no numbers for one.
            save: saving or printing it, which leads back here; None where that is not offered.
            in_full: the full screening, which goes on with these answers and leads back here; None where there is none.
            next_person: the same questions for somebody else, and nothing of these answers.
        """
        leading: dict[Key, object] = {"card": card, "save": save, "in_full": in_full, "next_person": next_person}
        self._screen = replace(
            page,
            keys=frozenset({"back", "pause", *(key for key, leads in leading.items() if leads is not None)}),
            last=True,
        )
        self._code = code
        self._reopen = reopen
        self._card = card
        self._save = save
        self._in_full = in_full
        self._next_person = next_person
        self._shows_code = False

    def screen(self) -> Screen:
        """The result, or the answer code."""
        if not self._shows_code:
            return self._screen
        notes = (_TO_KEEP,) if self._save is not None else ()
        return pause_screen(self._code(), _AFTER_CODE, *notes)

    def take(self, given: Input) -> Dialog | None:
        """Show the code, go back, or end."""
        if self._shows_code or given.act == "pause":
            self._shows_code = not self._shows_code
            return self
        if given.act == "card" and self._card is not None:
            return self._card(self)
        if given.act == "save" and self._save is not None:
            return self._save(self)
        if given.act == "in_full" and self._in_full is not None:
            return self._in_full(self)
        if given.act == "next_person" and self._next_person is not None:
            return self._next_person()
        return self._reopen() if given.act == "back" else None

    def with_code(self) -> "ResultPages":
        """The same, at the answer code."""
        self._shows_code = True
        return self
