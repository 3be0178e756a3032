"""A question on the screen, and nothing of what is answered: for where somebody reads along (pure)."""

from msgspec.structs import replace

from screening.terminal.screen import Screen

DISCREET = "v"


def has_words_to_hide(screen: Screen) -> bool:
    """Whether the screener marks something here, and others may see it."""
    return any(line.kind == "mark" for line in screen.lines)


def without_words(screen: Screen) -> Screen:
    """A question without what is marked, and without what its answers say; they have their keys."""
    return replace(
        screen,
        lines=tuple(line for line in screen.lines if line.kind != "mark"),
        choices=tuple(replace(choice, label="") for choice in screen.choices),
        chosen=screen.chosen if screen.several else (),
    )
