"""The keys of a screen, and those of its choices (pure)."""

from collections.abc import Mapping

from screening.terminal.screen import Choice, Key, Screen

ESCAPE = "escape"
KEYS: Mapping[str, Key] = {
    "s": "skip",
    "j": "leave_section",
    "b": "back",
    "p": "pause",
    "f": "finish",
    "h": "hand_over",
    "k": "card",
    "o": "save",
    "t": "story",
    "l": "language",
    ESCAPE: "menu",
}
HELP = "?"
COVER = "x"


def pressable(screen: Screen, choice: Choice) -> bool:
    """Whether one key is enough for a choice. Beside numbers of two digits, a first digit would not say which."""
    return len(choice.key) == 1 and not (choice.key.isdigit() and has_long_numbers(screen))


def shown_key(screen: Screen, choice: Choice) -> str:
    """What is typed for a choice, as it stands before it: its key, or its letter twice; nothing where it has none."""
    if len(choice.key) == 1 or choice.key.isdigit():
        return choice.key
    letter = letter_of(screen, choice)
    return f"{letter} {letter}" if letter else ""


def letter_of(screen: Screen, choice: Choice) -> str:
    """The letter that is pressed twice for what is not to happen by one key; nothing where it means something else."""
    letter = choice.key[:1]
    taken = {each.key for each in screen.choices} | {key for key, act in KEYS.items() if act in screen.keys}
    return "" if len(choice.key) == 1 or letter in taken | {COVER, HELP} else letter


def has_long_numbers(screen: Screen) -> bool:
    """Whether a list is so long that some of its numbers have two digits."""
    return any(each.key.isdigit() and len(each.key) > 1 for each in screen.choices)
