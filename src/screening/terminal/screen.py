"""One screen, and what can be done at it: the seam between what is said and how it is shown.

A `Dialog` says which screen is due and what an input does. A frontend (`full`, `plain`, or a test's list of inputs)
shows the screen and makes inputs of what is typed. Neither knows the other.
"""

from typing import Literal, Protocol

from msgspec import Struct

from screening.language.catalog import Catalog
from screening.language.messages import Message, Text, gettext
from screening.sets.answers import NOT_ASKED, Answer, rest_of, with_rest
from screening.show.lines import Line

# `choose` carries an answer and `type` a text; the others are keys.
Key = (
    Literal["skip", "leave_section", "back", "finish", "pause", "hand_over", "menu", "card", "save"]
    | Literal["in_full", "next_person", "story", "language"]
)
Act = Literal["choose", "type", "go_on"] | Key


class Choice(Struct, frozen=True):
    """One thing to choose.

    Attributes:
        key: what is typed for it.
        value: what it means.
        label: how it is called.
        theirs: the same in the words of the person who is asked, where they stand beside it.
        alone: where several can be chosen, it excludes the others.
        undecided: it says that there is no definite answer; beside marks, that there is none about the rest.
        apart: something else begins with it.
    """

    key: str
    value: str
    label: Text
    theirs: Text = ""
    alone: bool = False
    undecided: bool = False
    apart: bool = False


class Input(Struct, frozen=True):
    """What was done at a screen.

    Attributes:
        act: what.
        value: the chosen value, or the values where several can be chosen. With a key, what was marked before it.
        text: what was typed, at an entry.
    """

    act: Act
    value: Answer = ""
    text: str = ""


GO_ON = Input("go_on")


class Part(Struct, frozen=True):
    """What begins on a page of its own, and is a key away from every other.

    Attributes:
        key: what leads there.
        label: what it is called beside the key.
        lines: what is said.
        aside: it is looked up and not read: turning the pages does not lead there.
    """

    key: str
    label: Text
    lines: tuple[Line, ...]
    aside: bool = False


class Screen(Struct, frozen=True):
    """What stands on one screen.

    Attributes:
        heading: the title; where the same comes again it need not be said again.
        progress: how far the dialog is, such as "section 3 of 7"; never a score.
        lines: what is said.
        parts: what is said on the pages after.
        choices: what can be chosen; without any, and where nothing is typed, the screen is passed by going on.
        several: whether more than one can be chosen.
        chosen: what stands recorded, to be preselected.
        keys: what else can be done.
        help: what is said when help is asked for.
        entry: a line of text is typed here.
        last: nothing comes after it.
        to_menu: at the last one: the menu comes after it, and what is here is forgotten.
        forgets: nothing of what was said before stays, anywhere.
        clears: what was said before is taken away first, even where everything else stays.
        question: what is asked, right above the choices, whatever page of the text is shown.
        filters: the choices can be narrowed down by typing a part of their names.
        sections: which section the dialog is in, and of how many: what `progress` says, to be drawn.
        suggested: the value that is pointed at first, though nothing stands recorded; an answer only when it is taken.
        played: it is shown as an example, and nothing can be chosen: what is typed here, if anything; going on passes
            it, and finishing ends it. None where somebody answers.
        theirs: the title in the words of the person who is asked, where theirs stand beside those of the screener.
        reader: the language of whoever has the screen, where that is not the screener.
    """

    heading: Text = ""
    progress: Text = ""
    lines: tuple[Line, ...] = ()
    parts: tuple[Part, ...] = ()
    choices: tuple[Choice, ...] = ()
    several: bool = False
    chosen: tuple[str, ...] = ()
    keys: frozenset[Key] = frozenset()
    help: tuple[Line, ...] = ()
    entry: bool = False
    last: bool = False
    to_menu: bool = False
    forgets: bool = False
    clears: bool = False
    question: tuple[Line, ...] = ()
    filters: bool = False
    sections: tuple[int, int] | None = None
    suggested: str = ""
    played: str | None = None
    theirs: Text = ""
    reader: Catalog | None = None

    @property
    def more(self) -> tuple[Line, ...]:
        """What is said on the pages after, part after part."""
        return tuple(line for part in self.parts for line in part.lines)

    def answer(self, values: tuple[str, ...]) -> Input | None:
        """The input that chooses these values; None where they are no answer here."""
        # That the rest was not asked is recorded, and no choice.
        rest: tuple[str, ...] = (NOT_ASKED,) if self.several and values[-1:] == (NOT_ASKED,) and len(values) > 1 else ()
        named = set(values[: len(values) - len(rest)])
        chosen = [choice for choice in self.choices if choice.value in named]
        rest += tuple(choice.value for choice in chosen if choice.undecided)
        marked = tuple(choice.value for choice in chosen if not choice.undecided)
        if not chosen or len(chosen) < len(named) or len(rest) > 1:
            return None
        if len(marked) + len(rest) > 1 and (not self.several or any(choice.alone for choice in chosen)):
            return None
        return Input("choose", (*marked, *rest) if self.several and marked else chosen[0].value)

    def marks(self, values: tuple[str, ...]) -> Answer:
        """What was marked by somebody who has not said yet that this is all; nothing where nothing was.

        Of the rest that says what is marked of it, or what was recorded before; otherwise it was not asked.
        """
        given = self.answer(values) if self.several else None
        if given is None:
            return ""
        if not self.leaves_a_rest(values):
            return given.value
        return with_rest(given.value, rest_of(self.chosen) if self.chosen else NOT_ASKED) or ""

    def leaves_a_rest(self, values: tuple[str, ...]) -> bool:
        """Whether how the rest stands is still to be said after these marks."""
        return self.answer((*values, NOT_ASKED)) is not None


class Dialog(Protocol):
    """Something that is talked through, screen by screen."""

    def screen(self) -> Screen:
        """What stands on the screen now; the same until an input is given."""
        ...

    def take(self, given: Input) -> "Dialog | None":
        """Take an input that the screen allows.

        Returns:
            The dialog that goes on, most often this one; None when it is over.
        """
        ...


def next_screen(dialog: Dialog, given: Input) -> tuple[Dialog, Screen] | None:
    """What a dialog comes to with an input, and the screen that it shows then; None where it is over."""
    after = dialog.take(given)
    return None if after is None else (after, after.screen())


def nothing_behind(screen: Screen) -> Message:
    """Why a screen is still there after going back from it."""
    # Translators: these two stand in one row of 60 columns, where the key for back did nothing.
    if screen.clears:
        return gettext("What was said before the hand-over stays closed.")
    return gettext("Nothing comes before this.")


class TextDialog:
    """Something to read, and nothing to answer; the end of a dialog where nothing follows."""

    def __init__(self, screen: Screen) -> None:
        """Args: screen: what is to be read."""
        self._screen = screen

    def screen(self) -> Screen:
        """What is to be read."""
        return self._screen

    def take(self, given: Input) -> Dialog | None:
        """Over."""
        del given
        return None
