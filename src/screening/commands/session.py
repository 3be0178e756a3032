"""One session at a terminal: the dialogs of a screening, strung together, and what is left to print after them.

Whoever starts the program waits for its first screen. So what no first screen needs is imported while that one is read
(`what_comes_later`), or where it is used, if that is before: whom to call, results, and what can be taken along.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from screening.commands.exit_codes import BadInput
from screening.commands.option_values import Format
from screening.commands.place_names import place_code
from screening.commands.talk import Surroundings, Talk
from screening.interview.machine import Interview
from screening.language.catalog import Catalog
from screening.language.messages import Message, gettext
from screening.reading.places import Directories
from screening.reading.set_catalog import SetCatalog, read_catalog
from screening.referral.anywhere import ANYWHERE
from screening.sets.model import IndicatorSet
from screening.show.lines import Line
from screening.terminal.conversation import Conversation
from screening.terminal.frontends import Frontend
from screening.terminal.leading_back import LeadingBack
from screening.terminal.screen import Dialog
from screening.terminal.session_context import OTHER_PLACE

if TYPE_CHECKING:
    from screening.interview.answer_code import Decoded
    from screening.result.evaluate import Result
    from screening.terminal.desk import Desk


def what_comes_later() -> Iterator[None]:
    """Import what no first screen needs, a part at each turn."""
    import screening.reading.directories

    yield
    import screening.interview.answer_code
    import screening.terminal.flag_card

    yield
    import screening.commands.numbers_now

    yield
    import screening.commands.after_talk  # noqa: F401 - so are all of them

    yield


class Session:
    """What the dialogs of one run of the program share."""

    def __init__(
        self,
        frontend: Frontend,
        language: Catalog,
        format_: Format = "terminal",
        stdout: TextIO | None = None,
        catalog: SetCatalog | None = None,
        own: Sequence[Path] = (),
        place: str | None = None,
        beside: str | None = None,
    ) -> None:
        """Begin.

        Args:
            frontend: what shows the dialogs.
            language: the one in which a result is printed.
            format_: how a result is shown.
            stdout: where a result goes; the program's own where it is not given.
            catalog: where sets are found; the built-in ones where it is not given.
            own: an agency's own services.
            place: where the talk is, by its code, its name or another word for it; it is asked for where none is named.
            beside: the tag of the language of the person who is asked, where it is known before the talk.

        Raises:
            BadInput: nobody knows such a place.
            Unsound: a directory cannot be used.
        """
        self._frontend = frontend
        self._language = language
        self._format = format_
        self._stdout = stdout or sys.stdout
        self._catalog = catalog or read_catalog()
        self._own = tuple(own)
        self._directories = Directories(own, self._catalog.language)
        self._place = place_code(place, self._directories) if place is not None else None
        self._beside = beside
        self._to_print: Result | None = None

    def run(self, dialog: Dialog) -> None:
        """Show a dialog until it is over, and print the result where it was not shown as a part of the dialog.

        Raises:
            BadInput: the input ended before the dialog did.
        """
        try:
            self._frontend.run(dialog, what_comes_later())
        except EOFError:
            message = gettext("the input ended before the screening did. Give a line for every question.")
            raise BadInput(message) from None
        if self._to_print is not None:
            from screening.commands.result_output import print_result

            print_result(self._to_print, self._stdout, self._format, self._language)

    def screening(self, indicator_set: IndicatorSet, recorded: "Decoded | None" = None) -> Dialog:
        """A screening with a set; going on with what is recorded already where there is something.

        What may mean something else by now is confirmed first, answer by answer.

        Raises:
            Unsound: an agency's own set for a child has problems, or two of its sets have that role.
        """
        place = self._place if self._place != ANYWHERE else OTHER_PLACE
        around = Surroundings(
            self._catalog, self._directories, tuple(self._frontend.opening), self._after, self._language, self._beside
        )
        talk = Talk(around, indicator_set, place)
        return talk.begin() if recorded is None else talk.resume(recorded)

    def resume(
        self, sets: Iterable[IndicatorSet], *, goes_back: bool = False, passed_over: Sequence[Message] = ()
    ) -> Dialog:
        """Going on with an answer code.

        Args:
            sets: those whose codes are understood.
            goes_back: there is something to go back to when it is over; where there is nothing, it leaves.
            passed_over: of each set that cannot be used, a sentence that says so.
        """
        from screening.terminal.code_entry import CodeEntry

        back = (lambda: None) if goes_back else None
        notes = [Line("text", gettext("Note: {problem}", problem=why)) for why in passed_over]
        return CodeEntry(sets, lambda decoded: self.screening(decoded.indicator_set, decoded), back, notes)

    def find_service(self) -> Dialog:
        """Finding a service without a screening."""
        from screening.terminal.service_finder import ServiceFinder

        return ServiceFinder(self._desk())

    def card(self) -> Dialog:
        """A card for the person without a screening."""
        from screening.terminal.card_request import CardRequest

        return CardRequest(self._desk())

    def _desk(self) -> "Desk":
        from screening.commands.numbers_now import NumbersNow
        from screening.terminal.desk import Desk

        return Desk(self._directories, NumbersNow(self._own), self._place, self._directories.home)

    def leading_back(self, dialog: Dialog, menu: Callable[[], Dialog]) -> Dialog:
        """What is begun from a menu. It leads back there, and nothing of it stays; or ends, with a result to print.

        Args:
            dialog: what is begun.
            menu: makes the menu as it stands then.
        """
        return LeadingBack(dialog, lambda: menu() if self._to_print is None else None)

    def _after(self, talk: Talk, interview: Interview, conversation: Conversation) -> Dialog | None:
        """What follows the last step of a screening."""
        from screening.commands import after_talk

        state = conversation.state
        if interview.current(state).id != "result":
            return after_talk.without_result(interview, state, self._directories)
        result = after_talk.result_of(interview, state, self._directories)
        if self._format == "terminal" and self._stdout.isatty():
            return after_talk.result_pages(
                result, talk, interview, conversation, own=self._own, language=self._language
            )
        self._to_print = result
        return None
