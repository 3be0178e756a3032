"""What stands below what is said, where a dialog goes line by line: choices, keys, what was not understood (pure)."""

from collections.abc import Iterator, Mapping

from screening.language.catalog import Catalog
from screening.language.messages import Listing, Message, Text, gettext
from screening.show.lines import Line
from screening.terminal.discreet import has_words_to_hide
from screening.terminal.screen import Choice, Key, Screen
from screening.terminal.their_words import has_theirs
from screening.terminal.typed_input import KEYS

_ABOUT_KEYS: Mapping[Key, Message] = {
    # Translators: one of several keys in a row, with commas between. The letter is the key, and the same everywhere.
    "skip": gettext("s skip for now"),
    "leave_section": gettext("j next section"),
    "back": gettext("b back"),
    "pause": gettext("p pause with a code to write down"),
    "finish": gettext("f finish now"),
    "hand_over": gettext("h hand the screen over"),
    "menu": gettext("m menu"),
    "card": gettext("k a card for the person"),
    "save": gettext("o save or print"),
    "story": gettext("t the story again"),
    "in_full": gettext("f in full"),
    "next_person": gettext("n next person"),
    "language": gettext("l the person's language"),
}


def prompt(screen: Screen) -> Text:
    if screen.played is not None:
        return gettext("[Enter next, e end] > ")
    return "> " if screen.choices or screen.entry else gettext("[Enter] > ")


def choice_lines(screen: Screen, catalog: Catalog) -> list[Line]:
    """The choices, a line each; what can always be answered shares one."""
    if not any(choice.label for choice in screen.choices):
        # Their words are left out.
        return [Line("detail", "   ".join(choice.key for choice in screen.choices))] if screen.choices else []
    named = [choice for choice in screen.choices if not choice.undecided]
    undecided = [choice for choice in screen.choices if choice.undecided]
    width = max((len(choice.key) for choice in named), default=0)
    lines = [line for choice in named for line in _named(choice, choice.key.rjust(width))]
    if undecided:
        lines.append(Line("detail", "   ".join(f"{choice.key}  {_in_both(choice, catalog)}" for choice in undecided)))
    return lines


def _named(choice: Choice, key: str) -> Iterator[Line]:
    """What a choice is called, and below it what the person calls it."""
    yield Line("choice", choice.label, key)
    if choice.theirs:
        yield Line("choice", choice.theirs, " " * len(key))


def _in_both(choice: Choice, catalog: Catalog) -> str:
    own, theirs = catalog.render(choice.label), catalog.render(choice.theirs)
    return f"{own} / {theirs}" if theirs else own


def about_keys(screen: Screen) -> Iterator[Line]:
    """How several are chosen, and what can be typed besides an answer and does something here."""
    if screen.several:
        told = gettext("One or more, with spaces between. After others, u and d say how the rest stands, such as 1 d.")
        yield Line("text", told)
    if screen.filters:
        yield Line("text", gettext("A part of a name shows only the choices that have it."))
    yield Line("text", gettext("Keys: {keys}.", keys=Listing(tuple(_keys_here(screen)), "comma")))


def _keys_here(screen: Screen) -> Iterator[Message]:
    here = screen.keys - {"language"} if has_theirs(screen) else screen.keys
    yield from (text for key, text in _ABOUT_KEYS.items() if key in here)
    if has_theirs(screen):
        yield gettext("l the person's words, yours, or both")
    if has_words_to_hide(screen):
        yield gettext("v hide what the answers say")
    yield from (gettext("x hide"), gettext("Ctrl-C end and forget"))


def not_understood(screen: Screen) -> Message:
    if not screen.choices:
        return gettext("That is not possible here. Enter goes on; ? explains the keys.")
    keys = (letter for letter, key in KEYS.items() if key in screen.keys and len(letter) == 1)
    choices = Listing(tuple(choice.key for choice in screen.choices), "comma")
    others = Listing((*keys, "?", "x"), "comma")
    if screen.several:
        return gettext(
            "Not understood. Type one of: {choices}. One or more, with spaces between. After others, u and d say how "
            "the rest stands. Or {others}.",
            choices=choices,
            others=others,
        )
    # Translators: {choices} and {others} are keys, with commas between.
    return gettext("Not understood. Type one of: {choices}. Or {others}.", choices=choices, others=others)
