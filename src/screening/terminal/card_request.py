"""A card for the person without a talk: where they are and what they may need, and then the card."""

from typing import Final, Literal

from msgspec.structs import replace

from screening.language.messages import Message, gettext
from screening.sets.needs import Need
from screening.show.lines import Line
from screening.show.needs import NEED_NAME
from screening.terminal.choices import keyed
from screening.terminal.desk import WHAT_IS_NEEDED, WHICH_PLACE, Desk, needs_in
from screening.terminal.screen import Choice, Dialog, Input, Screen

_TITLE = gettext("A card to carry")
_ANYTHING: Final = "anything"


class CardRequest:
    """Asks for a place and what is needed, and makes the card."""

    def __init__(self, desk: Desk) -> None:
        """Args: desk: what is looked up, and what is known before."""
        self._desk = desk
        self._place = desk.known_place
        self._stage: Literal["place", "need"] = "place" if self._place is None else "need"
        self._need = ""

    def screen(self) -> Screen:
        """The next thing to ask."""
        if self._stage == "need" and self._place is not None:
            named = [(need, NEED_NAME[need]) for need in needs_in(self._desk.directories[self._place])]
            anything = (_ANYTHING, gettext("Anything: a few of the most useful numbers"))
            return self._to_choose(WHAT_IS_NEEDED, keyed([anything, *named]), self._need or _ANYTHING)
        return self._to_choose(WHICH_PLACE, self._desk.places(), self._place or self._desk.home or "")

    def take(self, given: Input) -> Dialog | None:
        """Take an answer, make the card, or go back."""
        if given.act == "menu":
            return None
        if given.act == "back":
            leaves, self._stage = self._stage == "place", "place"
            return None if leaves else self
        value = str(given.value)
        if self._stage == "place":
            self._place, self._stage = value, "need"
            return self
        self._need = value
        directory = self._desk.directories[str(self._place)]
        needs: list[Need] = [need for need in needs_in(directory) if value in {need, _ANYTHING}]
        return self._desk.numbers.card(directory, needs, {}, self)

    @staticmethod
    def _to_choose(question: Message, choices: tuple[Choice, ...], suggested: str) -> Screen:
        screen = Screen(_TITLE, question=(Line("lead", question),), choices=choices, keys=frozenset({"back", "menu"}))
        return replace(screen, suggested=suggested, filters=True)
