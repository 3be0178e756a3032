"""What a key does among the choices of a full screen: it points, marks, narrows down or answers (pure)."""

from msgspec.structs import replace

from screening.language.catalog import Catalog
from screening.language.messages import Listing, Text, gettext
from screening.terminal.choice_keys import KEYS, letter_of, pressable
from screening.terminal.choices import NONE
from screening.terminal.hints import (
    ALONE_IS_MARKED,
    CHOOSE_FIRST,
    MARK_FIRST,
    NOTHING_NAMED_LIKE,
    TO_ANSWER,
    TO_MARK,
)
from screening.terminal.screen import Input, Screen
from screening.terminal.view_state import NOTHING_POINTED, ViewState, narrowed, nothing_done


def by_its_key(screen: Screen, view: ViewState, key: str, once: str) -> ViewState | Input | None:
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


def pointed_by(screen: Screen, view: ViewState, typed: str, digit: str) -> ViewState:
    """What is typed points and answers nothing: of 1 and 12, the first digit does not say which is meant."""
    numbers = [choice.key for choice in screen.choices]
    for number in (typed + digit, digit):
        if number in numbers:
            return replace(view, pointer=numbers.index(number), typed=number, hint=_about_pointing(screen))
    return nothing_done(view, digit)


def in_filter(screen: Screen, view: ViewState, typed: str, key: str, catalog: Catalog) -> ViewState | Input:
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
            return nothing_done(view, key)


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
    return nothing_done(view, letter)


def among_choices(screen: Screen, view: ViewState, key: str, pages: int, catalog: Catalog) -> ViewState | Input:
    """What the keys do that move among the choices, and those that mark or answer."""
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
