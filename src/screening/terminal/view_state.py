"""How a full screen is looked at, and what a key does to it (pure).

Keys are named as prompt_toolkit names them: characters as themselves, `up`, `pagedown`, `c-m` for Enter.
"""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from screening.language.catalog import ENGLISH, Catalog
from screening.language.messages import Listing, Text, gettext
from screening.language.scripts import is_other_script
from screening.terminal.choice_keys import HELP, KEYS, has_long_numbers, letter_of, pressable
from screening.terminal.choices import NONE, named_like
from screening.terminal.discreet import DISCREET, has_words_to_hide
from screening.terminal.hints import (
    ALONE_IS_MARKED,
    CHOOSE_FIRST,
    END_ONCE_MORE,
    END_TO_MENU,
    LAST_PAGE,
    MARK_FIRST,
    NEXT_ONCE_MORE,
    NOT_HERE,
    NOTHING_NAMED_LIKE,
    OTHER_KEYBOARD,
    TO_ANSWER,
    TO_MARK,
)
from screening.terminal.screen import GO_ON, Act, Input, Key, Screen
from screening.terminal.their_words import WORDS_KEY, Words, has_theirs, next_words

ENTER = "c-m"
FILTER = "/"
END = "e"
QUIT = "q"
FIRST_PAGE = "g"
# Where a dialog ends, a letter may do something else.
LAST_KEYS: Mapping[str, Key] = {"f": "in_full", "n": "next_person"}
# What forgets all answers is done by a key pressed twice.
_TWICE: Mapping[str, Act] = {END: "go_on", QUIT: "go_on", "n": "next_person"}
_ON = frozenset({ENTER, " ", "pagedown", "right"})
_BACKWARD = frozenset({"pageup", "left"})
NOTHING_POINTED = -1
# How far a list is passed over at once.
_LEAPS: Mapping[str, int] = {"pagedown": 10, "pageup": -10}
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
        return _in_filter(screen, view, view.filter, key, catalog)
    looked_at = _looked_at(screen, view, key)
    if looked_at is not None:
        return looked_at
    if screen.played is not None:
        return _in_example(view, key, pages, parts)
    by_key = _by_its_key(screen, view, key, once)
    if by_key is not None:
        return by_key
    if key.isdigit() and has_long_numbers(screen):
        return _pointed_by(screen, view, typed, key)
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
        return _among_choices(screen, view, key, pages, catalog)
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
        return _nothing(view, key)
    return replace(view, page=view.page + 1) if has_more(view.page, pages, parts) else GO_ON


def has_more(page: int, pages: int, parts: Mapping[str, int]) -> bool:
    """Whether the text goes on after a page. What has a key of its own is no part of it."""
    return page + 1 < pages and page + 1 not in parts.values()


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


def _by_its_key(screen: Screen, view: ViewState, key: str, once: str) -> ViewState | Input | None:
    """What is chosen by a key of its own, or by its letter pressed twice; None where the key is none of these."""
    for number, choice in enumerate(screen.choices):
        at = replace(view, pointer=number)
        if key == choice.key and pressable(screen, choice):
            return _chosen(screen, at)
        if key == letter_of(screen, choice):
            # Translators: {key} is a letter. Stands in one row.
            again = gettext("Press {key} once more to choose this.", key=key)
            return _chosen(screen, at) if key == once else replace(at, once=key, hint=again)
    return None


def _pointed_by(screen: Screen, view: ViewState, typed: str, digit: str) -> ViewState:
    """What is typed points and answers nothing: of 1 and 12, the first digit does not say which is meant."""
    numbers = [choice.key for choice in screen.choices]
    for number in (typed + digit, digit):
        if number in numbers:
            return replace(view, pointer=numbers.index(number), typed=number, hint=_about_pointing(screen))
    return _nothing(view, digit)


def _in_filter(screen: Screen, view: ViewState, typed: str, key: str, catalog: Catalog) -> ViewState | Input:
    """What is typed narrows the choices down; Enter takes the one that is pointed at."""
    found = narrowed(screen, view, catalog).choices
    match key:
        case "escape":
            return replace(view, filter=None, pointer=NOTHING_POINTED)
        case "c-h":
            shorter = typed[:-1] if typed else None
            return replace(view, filter=shorter, pointer=0 if shorter else NOTHING_POINTED)
        case "up" | "down" if found:
            step = 1 if key == "down" else -1
            return replace(view, pointer=(view.pointer + step) % len(found))
        case "c-m" if found and view.pointer != NOTHING_POINTED:
            pointer = screen.choices.index(found[view.pointer])
            return _chosen(screen, replace(view, filter=None, pointer=pointer))
        case "c-m":
            return replace(view, hint=CHOOSE_FIRST if found else NOTHING_NAMED_LIKE)
        case _ if len(key) == 1:
            longer = replace(view, filter=typed + key, pointer=0)
            return longer if narrowed(screen, longer, catalog).choices else replace(longer, hint=NOTHING_NAMED_LIKE)
        case _:
            return _nothing(view, key)


def _in_help(view: ViewState, key: str, pages: int) -> ViewState:
    if (key in _ON or key == "down") and view.help_page + 1 < pages:
        return replace(view, help_page=view.help_page + 1)
    if (key in _BACKWARD or key == "up") and view.help_page > 0:
        return replace(view, help_page=view.help_page - 1)
    return replace(view, help=False, help_page=0)


def _nothing(view: ViewState, key: str) -> ViewState:
    """A key that does nothing here, and why."""
    return replace(view, hint=OTHER_KEYBOARD if is_other_script(key) else NOT_HERE)


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
        return _nothing(view, key)
    if view.page + 1 < pages:
        return replace(view, page=view.page + 1)
    if screen.last:
        return replace(view, hint=LAST_PAGE)
    return GO_ON if key in {ENTER, " "} else view


def _about_pointing(screen: Screen) -> Text:
    return TO_MARK if screen.several else TO_ANSWER


def _pointed_by_letter(screen: Screen, view: ViewState, letter: str, catalog: Catalog) -> ViewState:
    """In a list of numbers a letter points at the next name that begins with it."""
    if letter.isalpha() and len(letter) == 1:
        order = [(view.pointer + 1 + number) % len(screen.choices) for number in range(len(screen.choices))]
        for number in order:
            choice = screen.choices[number]
            if choice.key.isdigit() and catalog.render(choice.label).casefold().startswith(letter):
                return replace(view, pointer=number, hint=_about_pointing(screen))
    return _nothing(view, letter)


def _among_choices(screen: Screen, view: ViewState, key: str, pages: int, catalog: Catalog) -> ViewState | Input:
    last = len(screen.choices) - 1
    match key:
        case "down":
            return replace(view, pointer=0 if view.pointer == last else view.pointer + 1)
        case "up":
            return replace(view, pointer=last if view.pointer <= 0 else view.pointer - 1)
        case "home":
            return replace(view, pointer=0)
        case "end":
            return replace(view, pointer=last)
        case "pagedown":
            return replace(view, page=min(view.page + 1, pages - 1))
        case " " if screen.several and view.pointer != NOTHING_POINTED:
            return _ticked(screen, view)
        case " ":
            # It never answers: the first time it points, where nothing is pointed at.
            return replace(view, pointer=max(0, view.pointer), hint=_about_pointing(screen))
        case "c-m":
            return _submitted(screen, view)
        case _:
            return _pointed_by_letter(screen, view, key, catalog)


def _chosen(screen: Screen, view: ViewState) -> ViewState | Input:
    """A choice by its own key: an answer at once, or a mark where several can be chosen."""
    choice = screen.choices[view.pointer]
    if not screen.several:
        return screen.answer((choice.value,)) or view
    if not choice.undecided:
        return _ticked(screen, view)
    return screen.answer((*_marked(screen, view), choice.value)) or replace(view, hint=ALONE_IS_MARKED)


def _marked(screen: Screen, view: ViewState) -> tuple[str, ...]:
    """The marks, without what is said of the rest."""
    undecided = {each.value for each in screen.choices if each.undecided}
    return tuple(value for value in view.ticked if value not in undecided)


def _ticked(screen: Screen, view: ViewState) -> ViewState:
    """A mark made, or taken off. Nothing is marked beside what stands alone, and the rest stands in one way."""
    choice = screen.choices[view.pointer]
    if choice.value in view.ticked:
        return replace(view, ticked=tuple(value for value in view.ticked if value != choice.value))
    if choice.undecided:
        ticked = (*_marked(screen, view), choice.value)
        return replace(view, ticked=ticked) if screen.answer(ticked) else replace(view, hint=ALONE_IS_MARKED)
    alone = {each.value for each in screen.choices if each.alone}
    stays = () if choice.alone else tuple(value for value in view.ticked if value not in alone)
    return replace(view, ticked=(*stays, choice.value))


def _nothing_marked(screen: Screen) -> Text:
    """Nothing is recorded where nothing is marked, and it is said what else may be meant by that."""
    keys = {choice.key for choice in screen.choices if choice.alone or choice.undecided}
    # Translators: keys, each with what it means; they stand in one row, with commas between.
    meant = {NONE: gettext("0 none"), "s": gettext("s skip"), "u": gettext("u unclear")}
    there = [said for key, said in meant.items() if key in keys or (key == "s" and KEYS[key] in screen.keys)]
    return gettext("Nothing is marked: {keys}.", keys=Listing(tuple(there), "comma")) if there else MARK_FIRST


def _submitted(screen: Screen, view: ViewState) -> ViewState | Input:
    pointed = screen.choices[view.pointer] if view.pointer != NOTHING_POINTED else None
    if not screen.several:
        return (pointed and screen.answer((pointed.value,))) or replace(view, hint=CHOOSE_FIRST)
    if pointed is not None and pointed.undecided and pointed.value not in view.ticked:
        return _chosen(screen, view)
    return screen.answer(view.ticked) or replace(view, hint=_nothing_marked(screen))
