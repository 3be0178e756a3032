"""What a key does to how a full screen is looked at, or the input that it makes (pure)."""

from collections.abc import Mapping

from msgspec.structs import replace

from screening.language.catalog import ENGLISH, Catalog
from screening.terminal.choice_keys import HELP, KEYS, has_long_numbers
from screening.terminal.choosing import among_choices, by_its_key, in_filter, pointed_by
from screening.terminal.discreet import DISCREET, has_words_to_hide
from screening.terminal.hints import (
    END_ONCE_MORE,
    END_TO_MENU,
    LAST_PAGE,
    NEXT_ONCE_MORE,
)
from screening.terminal.screen import GO_ON, Act, Input, Screen
from screening.terminal.their_words import WORDS_KEY, has_theirs, next_words
from screening.terminal.view_state import (
    END,
    ENTER,
    FILTER,
    FIRST_PAGE,
    LAST_KEYS,
    NO_PARTS,
    NOTHING_POINTED,
    QUIT,
    ViewState,
    has_more,
    nothing_done,
)

# What forgets all answers is done by a key pressed twice.
_TWICE: Mapping[str, Act] = {END: "go_on", QUIT: "go_on", "n": "next_person"}
_ON = frozenset({ENTER, " ", "pagedown", "right"})
_BACKWARD = frozenset({"pageup", "left"})
# How far a list is passed over at once.
_LEAPS: Mapping[str, int] = {"pagedown": 10, "pageup": -10}


def answers(screen: Screen, view: ViewState, key: str) -> bool:
    """Whether a key may pass a screen, so that it must not have been meant for the one before."""
    if view.filter is not None:
        return key == ENTER
    passes = {ENTER, " ", "s", "j", "f", "n", END, QUIT} | {choice.key[:1] for choice in screen.choices}
    return not view.help and key in passes


def press(
    screen: Screen,
    view: ViewState,
    key: str,
    pages: int,
    parts: Mapping[str, int] = NO_PARTS,
    catalog: Catalog = ENGLISH,
) -> ViewState | Input:
    """What a key does.

    Args:
        screen: what is shown.
        view: how it is looked at.
        key: the key.
        pages: the pages of its text, as it is shown now.
        parts: for the key of each part, the page on which it begins.
        catalog: the language in which the choices are named.

    Returns:
        The view after it, or the input that it makes.
    """
    asked, typed, once = view.asked, view.typed, view.once
    view = replace(view, hint="", asked=None, typed="", once="")
    if view.help:
        return _in_help(view, key, pages)
    if view.filter is not None:
        return in_filter(screen, view, view.filter, key, catalog)
    looked_at = _looked_at(screen, view, key)
    if looked_at is not None:
        return looked_at
    if screen.played is not None:
        return _in_example(view, key, pages, parts)
    by_key = by_its_key(screen, view, key, once)
    if by_key is not None:
        return by_key
    if key.isdigit() and has_long_numbers(screen):
        return pointed_by(screen, view, typed, key)
    if key in KEYS and KEYS[key] in screen.keys:
        return Input(KEYS[key], screen.marks(view.ticked))
    if key in parts:
        return replace(view, page=parts[key])
    if key in _LEAPS and pages == 1 and screen.filters:
        # There is nothing to page through but the list.
        return replace(view, pointer=min(max(view.pointer + _LEAPS[key], 0), len(screen.choices) - 1))
    if key in _BACKWARD:
        return replace(view, page=max(0, view.page - 1))
    if screen.choices:
        return among_choices(screen, view, key, pages, catalog)
    return _at_last(screen, view, key, pages, asked) if screen.last else _on(screen, view, key, pages)


def _in_example(view: ViewState, key: str, pages: int, parts: Mapping[str, int]) -> ViewState | Input:
    """A screen at which somebody looks on: every page of it, and then the next one."""
    if key in {END, QUIT}:
        return Input("finish")
    if key in parts:
        return replace(view, page=parts[key])
    if key in _BACKWARD:
        return replace(view, page=max(0, view.page - 1))
    if key not in _ON:
        return nothing_done(view, key)
    return replace(view, page=view.page + 1) if has_more(view.page, pages, parts) else GO_ON


def _at_last(screen: Screen, view: ViewState, key: str, pages: int, asked: Act | None) -> ViewState | Input:
    """At the end of a dialog: back to its first page, on to what may follow, or out when that is said twice."""
    twice = _TWICE.get(key)
    if twice == "go_on" or (twice is not None and twice in screen.keys):
        ends = END_TO_MENU if screen.to_menu else END_ONCE_MORE
        hint = ends if twice == "go_on" else NEXT_ONCE_MORE
        return Input(twice) if asked == twice else replace(view, asked=twice, hint=hint)
    if key in LAST_KEYS and LAST_KEYS[key] in screen.keys:
        return Input(LAST_KEYS[key])
    if key == FIRST_PAGE:
        return replace(view, page=0)
    return _on(screen, view, key, pages)


def _looked_at(screen: Screen, view: ViewState, key: str) -> ViewState | None:
    """The same screen looked at in another way; None where the key is for something else."""
    if key == FILTER and screen.filters:
        return replace(view, filter="", pointer=NOTHING_POINTED)
    if key == HELP:
        return replace(view, help=True, help_page=0)
    if key == DISCREET and has_words_to_hide(screen):
        return replace(view, discreet=not view.discreet)
    if key == WORDS_KEY and has_theirs(screen):
        return replace(view, words=next_words(view.words), page=0)
    return None


def _in_help(view: ViewState, key: str, pages: int) -> ViewState:
    if (key in _ON or key == "down") and view.help_page + 1 < pages:
        return replace(view, help_page=view.help_page + 1)
    if (key in _BACKWARD or key == "up") and view.help_page > 0:
        return replace(view, help_page=view.help_page - 1)
    return replace(view, help=False, help_page=0)


def _on(screen: Screen, view: ViewState, key: str, pages: int) -> ViewState | Input:
    """Text without choices: on to the next page, and from the last one to the next screen."""
    match key:
        case "up":
            return replace(view, page=max(0, view.page - 1))
        case "home":
            return replace(view, page=0)
        case "end":
            return replace(view, page=pages - 1)
    if key not in _ON and key != "down":
        return nothing_done(view, key)
    if view.page + 1 < pages:
        return replace(view, page=view.page + 1)
    if screen.last:
        return replace(view, hint=LAST_PAGE)
    return GO_ON if key in {ENTER, " "} else view
