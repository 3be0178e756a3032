"""Typing an answer code in, and mending it group by group."""

import re
from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from screening import __version__
from screening.interview.answer_code import CodeMistake, Decoded, ProgramChanged, decode, groups_of
from screening.language.messages import gettext
from screening.language.scripts import in_english, is_other_script
from screening.sets.model import IndicatorSet
from screening.show.answer_code import group_lines
from screening.show.lines import Line
from screening.terminal.screen import Dialog, Input, Key, Screen
from screening.terminal.typed import OTHER_KEYBOARD

_ONE_GROUP = re.compile(r"\s*([0-9]{1,2})[\s:.]+(\S{5})\s*")
_ASK = (
    Line("lead", gettext("Type the answer code.")),
    Line("text", gettext("Capitals, spaces and hyphens do not matter. Ask the person first whether they agree.")),
)


class CodeEntry:
    """Asks for an answer code until there is one that can be used."""

    def __init__(
        self,
        sets: Iterable[IndicatorSet],
        begin: Callable[[Decoded], Dialog | None],
        back_to: Callable[[], Dialog | None] | None = None,
        notes: Sequence[Line] = (),
    ) -> None:
        """Prepare to ask.

        Args:
            sets: those that a code may belong to.
            begin: what begins with the answers; where they may mean something else by now, it has each confirmed.
            back_to: where going back leads; where there is nothing to go back to, it leaves.
            notes: what is said besides, such as which sets cannot be used.
        """
        self._sets = list(sets)
        self._begin = begin
        self._back_to = back_to
        self._ask = (*_ASK, *notes)
        self._typed = ""
        keys: frozenset[Key] = frozenset({"back"}) if back_to is not None else frozenset()
        self._screen = Screen(gettext("Go on with a screening"), lines=self._ask, entry=True, keys=keys)

    def screen(self) -> Screen:
        """The entry, with what is wrong with what was typed before."""
        return self._screen

    def take(self, given: Input) -> Dialog | None:
        """Read the code that was typed."""
        if given.act == "back":
            return self._back_to() if self._back_to is not None else None
        text = _mended(self._typed, given.text)
        try:
            decoded = decode(text, self._sets, other_meaning=True)
        except CodeMistake as mistake:
            self._typed = text
            other_keyboard = [Line("lead", OTHER_KEYBOARD)] if is_other_script(given.text) else []
            told = [*other_keyboard, Line("lead", mistake.message)]
            if isinstance(mistake, ProgramChanged):
                told.append(Line("text", gettext("This is version {version} of the program.", version=__version__)))
            told += group_lines(groups_of(text))
            if mistake.groups:
                again = gettext("Type it all again, or a wrong group alone with its number: 3 ABCDE")
                told.append(Line("paragraph", again))
            self._screen = replace(self._screen, lines=(*self._ask, *told))
            return self
        return self._begin(decoded)


def _mended(before: str, typed: str) -> str:
    """The code typed before with one group of it replaced, where only a group with its number was typed."""
    one = _ONE_GROUP.fullmatch(in_english(typed))
    groups = groups_of(before)
    if one is None or not groups:
        return typed
    number = int(one[1])
    if 1 <= number <= len(groups):
        groups[number - 1] = one[2]
    return "-".join(groups)
