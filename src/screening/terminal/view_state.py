"""How a full screen is looked at, and the keys by which that changes (pure). What they do is in `pressing`.

Keys are named as prompt_toolkit names them: characters as themselves, `up`, `pagedown`, `c-m` for Enter.
"""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from screening.language.catalog import Catalog
from screening.language.messages import Text
from screening.language.scripts import is_other_script
from screening.terminal.choices import named_like
from screening.terminal.hints import NOT_HERE, OTHER_KEYBOARD
from screening.terminal.screen import Act, Key, Screen
from screening.terminal.their_words import Words

ENTER = "c-m"
FILTER = "/"
END = "e"
QUIT = "q"
FIRST_PAGE = "g"
# Where a dialog ends, a letter may do something else.
LAST_KEYS: Mapping[str, Key] = {"f": "in_full", "n": "next_person"}
NOTHING_POINTED = -1
NO_PARTS: Mapping[str, int] = MappingProxyType({})


class ViewState(Struct, frozen=True):
    """How a screen is looked at.

    Attributes:
        pointer: the number of the choice pointed at; at first nothing is, so that a stray Enter answers nothing.
        ticked: the values marked so far, where several can be chosen.
        page: the page of the text, from 0.
        help: the help is shown instead.
        help_page: the page of the help, from 0.
        hint: what to say about the last key.
        asked: what is done only where the next key says it once more.
        once: the letter that was pressed once, of those that are pressed twice.
        typed: the digits typed of a number, where some have two.
        filter: the part of a name by which the choices are narrowed down; None where they are not.
        discreet: of a question, only what is asked is shown.
        words: whose words are shown, where those of the person stand beside those of the screener.
    """

    pointer: int = NOTHING_POINTED
    ticked: tuple[str, ...] = ()
    page: int = 0
    help: bool = False
    help_page: int = 0
    hint: Text = ""
    asked: Act | None = None
    once: str = ""
    typed: str = ""
    filter: str | None = None
    discreet: bool = False
    words: Words = "both"


def first_view_state(screen: Screen) -> ViewState:
    """How a screen is looked at first: at what stands recorded, if something does."""
    values = [choice.value for choice in screen.choices]
    pointed = [values.index(value) for value in (*screen.chosen, screen.suggested) if value in values]
    ticked = tuple(value for value in values if value in screen.chosen) if screen.several else ()
    return ViewState(pointer=pointed[0] if pointed else NOTHING_POINTED, ticked=ticked)


def narrowed(screen: Screen, view: ViewState, catalog: Catalog) -> Screen:
    """A screen with only those choices that fit what was typed of their names."""
    if view.filter is None:
        return screen
    return replace(screen, choices=named_like(screen.choices, view.filter, catalog))


def has_more(page: int, pages: int, parts: Mapping[str, int]) -> bool:
    """Whether the text goes on after a page. What has a key of its own is no part of it."""
    return page + 1 < pages and page + 1 not in parts.values()


def nothing_done(view: ViewState, key: str) -> ViewState:
    """A key that does nothing here, and why."""
    return replace(view, hint=OTHER_KEYBOARD if is_other_script(key) else NOT_HERE)
