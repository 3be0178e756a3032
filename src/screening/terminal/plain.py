"""A dialog line by line, append-only: for screen readers, dumb terminals, and input that is no terminal.

Where the typing comes from is its caller's choice, so that a played case and a real one go the same way.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Protocol, TextIO, TypeVar

from msgspec.structs import replace

from screening.language.catalog import Catalog
from screening.language.messages import Listing, Message, Text, gettext
from screening.language.scripts import is_other_script
from screening.show.answers import answer_names
from screening.show.lines import Line
from screening.show.terminal import print_lines
from screening.show.translation_marks import said_by_the_program
from screening.terminal.choices import named_like
from screening.terminal.cover import FORGET, RETURN
from screening.terminal.discreet import DISCREET, has_words_to_hide, without_words
from screening.terminal.plain_lines import about_keys, choice_lines, not_understood, prompt
from screening.terminal.screen import GO_ON, Dialog, Input, Key, Screen, next_screen, nothing_behind
from screening.terminal.their_words import WORDS_KEY, Words, has_theirs, in_words, next_words
from screening.terminal.typed import OTHER_KEYBOARD, as_word
from screening.terminal.typed_input import understand

Made = TypeVar("Made")

_HELP = {"?", "help"}
COVER = frozenset({"x", "hide"})
_TO_END = Line("text", gettext("Enter ends, clears this screen and what was scrolled off it, and forgets all."))
_TO_MENU = Line("text", gettext("Enter leads to the menu and forgets this."))
# What can be done where everything is said.
_AT_END: Mapping[Key, Message] = {
    "in_full": gettext("f goes on with the full screening."),
    "next_person": gettext("n begins with the next person, and forgets this one."),
    "save": gettext("o saves or prints, ? explains the keys."),
}
# Translators: all that stands on the screen while it is hidden. It must not show what was there.
HIDDEN = gettext("Ready.")


# Translators: stands below a question whose answers are hidden. v is a key.
_SHOWS_AGAIN = gettext("v shows the answers again.")


class Worker(Protocol):
    """Somebody who does a piece of work, and listens to the keyboard while it lasts."""

    def __call__(self, do: Callable[[], Made]) -> Made:
        """Do it, and return what came of it."""
        ...


def at_once(do: Callable[[], Made]) -> Made:
    """Do a piece of work where nobody sits at a keyboard."""
    return do()


class PlainFrontend:
    """Shows dialogs line by line."""

    def __init__(
        self,
        output: TextIO,
        respond: Callable[[str], str],
        catalog: Catalog,
        *,
        clear: Callable[[], None] = lambda: None,
        hide: Callable[[], None] = lambda: None,
        work: Worker = at_once,
        width: int | None = None,
        stays: bool = False,
    ) -> None:
        """Prepare to talk.

        Args:
            output: where it is printed.
            respond: what is typed, given the prompt. May raise EOFError, and Hidden where the screen has to be hidden.
            catalog: the language.
            clear: takes everything that was printed off the screen.
            hide: clears it and returns when it may be shown again.
            work: does what a step takes.
            width: columns, or None for the terminal's own.
            stays: somebody is there at the end too, and can still save or correct the result.
        """
        self._output = output
        self._respond = respond
        self._catalog = catalog
        self._clear = clear
        self._hide = hide
        self._work = work
        self._width = width
        self._stays = stays
        self._heading: Text = ""
        # What was read to its end already, and need not be said again.
        self._said: Screen | None = None
        self._discreet = False
        self._words: Words = "both"
        # The language of whoever has the screen now.
        self._reader = catalog

    def run(self, dialog: Dialog) -> None:
        """Talk until it is over.

        Raises:
            EOFError: the input ended before the dialog did.
        """
        going: tuple[Dialog, Screen] | None = (dialog, dialog.screen())
        hint: Text = ""
        while going is not None:
            at, screen = going
            self._show(screen)
            if hint:
                self._say(Line("text", hint))
            given = self._input(screen) if not screen.last or self._asks_at(screen) else GO_ON
            going = self._work(partial(next_screen, at, given))
            stays = given.act == "back" and going is not None and going[1] == screen
            hint = nothing_behind(screen) if stays else ""
            read_to_its_end = going is None and given == GO_ON and screen.last and self._asks_at(screen)
            if screen.clears or given.act == "next_person" or read_to_its_end:
                # Such as a code: it does not stay above what comes after it, nor when nothing does.
                self._forget_said()

    def _asks_at(self, screen: Screen) -> bool:
        """Whether something can be done at the last screen, or comes after it and takes it off: it is read first."""
        return screen.to_menu or (self._stays and not screen.keys.isdisjoint(_AT_END))

    def _at_end(self, screen: Screen) -> Iterator[Line]:
        """What can be done at the last screen."""
        yield _TO_MENU if screen.to_menu else _TO_END
        if self._stays:
            yield from (Line("text", told) for key, told in _AT_END.items() if key in screen.keys)

    def _forget_said(self) -> None:
        """Take what was said off the screen."""
        self._clear()
        self._heading, self._said = "", None

    def _say(self, *lines: Line) -> None:
        print_lines(lines, self._output, self._reader, self._width)

    def _show(self, screen: Screen) -> None:
        hides = self._discreet and has_words_to_hide(screen)
        screen = in_words(screen, self._words)
        screen = without_words(screen) if hides else screen
        self._reader = screen.reader or self._catalog
        if screen.clears or screen.forgets:
            self._forget_said()
        if screen == self._said:
            self._say(*self._at_end(screen))
            return
        title = (
            gettext("{heading} ({progress})", heading=screen.heading, progress=screen.progress)
            if screen.progress
            else screen.heading
        )
        title = said_by_the_program(title, self._reader)
        if title and title != self._heading:
            self._say(Line("heading", title))
        self._heading = title
        # Of an example, what has a key of its own at the full screen would be pages of rows that nobody asked for.
        more = screen.more if screen.played is None else ()
        self._say(*screen.lines, *more, *screen.question)
        if screen.choices and screen.lines and screen.lines[-1].kind not in {"paragraph", "mark"}:
            self._output.write("\n")
        self._say(*choice_lines(screen, self._reader))
        if screen.played is not None:
            self._say(*_about_example(screen.played))
        elif hides:
            self._say(Line("text", _SHOWS_AGAIN))
        elif screen.chosen:
            labels: dict[str, Text] = {choice.value: choice.label for choice in screen.choices}
            names = Listing(answer_names(screen.chosen, labels), "comma")
            self._say(Line("text", gettext("Recorded before: {names}. Enter alone keeps it.", names=names)))
        elif screen.suggested:
            names = Listing(
                answer_names((screen.suggested,), {each.value: each.label for each in screen.choices}), "comma"
            )
            self._say(Line("text", gettext("Enter alone: {names}.", names=names)))
        if screen.last and self._asks_at(screen):
            self._said = screen
            self._say(*self._at_end(screen))

    def _input(self, screen: Screen) -> Input:
        """The next input that the screen allows; asks again until there is one."""
        while True:
            try:
                typed = self._respond(self._reader.render(prompt(screen))).strip()
            except Hidden:
                typed = FORGET
            word = as_word(typed)
            # No code is as short as one of these words.
            if word in COVER:
                self._hide()
                self._heading, self._said = "", None
                self._show(screen)
            elif self._looks_otherwise(screen, word):
                # What was said above says it all.
                self._forget_said()
                self._show(screen)
            elif word in _HELP:
                self._say(*screen.help, *about_keys(screen))
            else:
                given = understand(screen, typed)
                if given is not None:
                    return given
                self._say(*self._instead(screen, typed))

    def _looks_otherwise(self, screen: Screen, word: str) -> bool:
        """Whether what was typed shows the same screen in another way."""
        if word == DISCREET and has_words_to_hide(screen):
            self._discreet = not self._discreet
        elif word == WORDS_KEY and has_theirs(screen):
            self._words = next_words(self._words)
        else:
            return False
        return True

    def _instead(self, screen: Screen, typed: str) -> Iterator[Line]:
        """What is said to what was not understood: where it is a part of names, which these are."""
        found = named_like(screen.choices, typed, self._reader) if screen.filters else ()
        if found:
            yield from choice_lines(replace(screen, choices=found), self._reader)
        else:
            yield Line("text", OTHER_KEYBOARD if is_other_script(typed) else not_understood(screen))


class Hidden(Exception):
    """The screen has to be hidden now."""


def wait_under_cover(read: Callable[[], str], forget: Callable[[], None]) -> None:
    """Wait until the way back is typed.

    Args:
        read: one line.
        forget: called where it is typed that everything is to be forgotten.
    """
    while True:
        try:
            typed = as_word(read())
        except Hidden:
            typed = FORGET
        if typed == FORGET:
            forget()
        if typed == RETURN:
            return


def _about_example(typed: str) -> Iterator[Line]:
    if typed:
        yield Line("text", gettext("Typed here: {keys}", keys=typed))
