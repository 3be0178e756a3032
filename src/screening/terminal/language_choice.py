"""Which language stands beside the screener's: proposed where it is known, and chosen from a list where it is not."""

from collections.abc import Callable, Sequence

from screening.language.messages import Text, gettext
from screening.show.lines import Line
from screening.terminal.choices import keyed
from screening.terminal.screen import Choice, Dialog, Input, Screen
from screening.terminal.wording_marks import UNREVIEWED

_NONE = "none"


class LanguageChoice:
    """Asks in which language the person reads along."""

    def __init__(
        self,
        named: Sequence[tuple[str, Text]],
        choose: Callable[[str | None], None],
        back_to: Dialog,
        *,
        proposed: bool,
    ) -> None:
        """Prepare to ask.

        Args:
            named: the languages that there are, by their tags, with their names.
            choose: what is done with the tag that was chosen; None where none is wanted.
            back_to: what goes on after it.
            proposed: they are those that the person speaks; else all that there are.
        """
        self._named = named
        self._choose = choose
        self._back_to = back_to
        self._proposed = proposed

    def screen(self) -> Screen:
        """The languages."""
        told = (
            gettext("The questions are translated into a language of this person.")
            if self._proposed
            else gettext("In which language does the person read best?")
        )
        none = Choice("n", _NONE, gettext("No, only yours"), apart=True)
        return Screen(
            gettext("The person's language"),
            lines=(
                Line("text", told),
                Line("paragraph", UNREVIEWED),
            ),
            question=(Line("lead", gettext("Show the questions in it too?")),),
            choices=(*keyed(self._named), none),
            keys=frozenset({"back"}),
        )

    def take(self, given: Input) -> Dialog:
        """Choose, or leave it as it is."""
        if given.act == "choose":
            self._choose(str(given.value) if given.value != _NONE else None)
        return self._back_to
