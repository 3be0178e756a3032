"""The words of the person who is asked, beside those of the screener (pure)."""

from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from screening.language.catalog import Catalog
from screening.language.messages import Text
from screening.sets.items import Item, items_of
from screening.sets.model import IndicatorSet
from screening.show.lines import Line
from screening.terminal.screen import Choice, Screen

# What somebody looks at: the words of both, those of the person alone, or those of the screener alone.
Words = Literal["both", "theirs", "own"]
WORDS_KEY = "l"
_NEXT: Mapping[Words, Words] = {"both": "theirs", "theirs": "own", "own": "both"}


class TheirWords(Struct, frozen=True):
    """A set in the language of the person who is asked, and what the program says in it.

    Attributes:
        indicator_set: the set, with its texts in their language as far as they are translated.
        items: everything that can be answered, by its id.
        catalog: the program's messages.
    """

    indicator_set: IndicatorSet
    items: Mapping[str, Item]
    catalog: Catalog


def their_words(indicator_set: IndicatorSet, catalog: Catalog) -> TheirWords:
    """The words of a person.

    Args:
        indicator_set: the set in their language.
        catalog: what the program says in it.
    """
    return TheirWords(indicator_set, items_of(indicator_set), catalog)


def line_in_theirs(text: str | None, own: str | None) -> Iterator[Line]:
    """A text in the words of the person; nothing where there is none, or it is the one that is there already.

    Args:
        text: the text in their language.
        own: the same in the screener's.
    """
    if text is not None and text != own:
        yield Line("theirs", text)


def with_their_labels(choices: tuple[Choice, ...], labels: Mapping[str, Text], catalog: Catalog) -> tuple[Choice, ...]:
    """Choices with what they are called in the words of the person.

    Args:
        choices: the choices, as the screener reads them.
        labels: by their values.
        catalog: the language of the person.
    """
    named = {value: catalog.render(label) for value, label in labels.items()}
    return tuple(replace(choice, theirs=named.get(choice.value, "")) for choice in choices)


def without_theirs(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Choices as the screener reads them."""
    return tuple(replace(choice, theirs="") for choice in choices)


def less_of_both(screen: Screen) -> Iterator[Screen]:
    """A screen on which not all answers have room in both languages, with less on it each time.

    First what is marked is left out, for the answers say it, and what can always be answered is in the screener's words
    alone. Then all answers are, and at last everything: a key shows it in the words of the person.

    Args:
        screen: the screen. Where nothing is in the words of the person, there is no other one.
    """
    if any(choice.theirs for choice in screen.choices):
        own = without_theirs(screen.choices)
        named = tuple(each if not each.undecided else less for each, less in zip(screen.choices, own, strict=True))
        lines = tuple(line for line in screen.lines if line.kind != "mark")
        yield replace(screen, lines=lines, choices=named)
        yield replace(screen, lines=lines, choices=own)
    if has_theirs(screen):
        yield in_words(screen, "own")


def has_theirs(screen: Screen) -> bool:
    """Whether the words of the person stand on a screen beside those of the screener."""
    return bool(screen.theirs)


def texts_of_theirs(screen: Screen) -> int:
    """How many texts stand there in the words of the person, but for what can always be answered."""
    answers = sum(1 for choice in screen.choices if choice.theirs and not choice.undecided)
    return answers + sum(1 for line in screen.lines if line.kind == "theirs")


def next_words(words: Words) -> Words:
    """What is looked at next, where a key goes from one to the other."""
    return _NEXT[words]


def in_words(screen: Screen, words: Words) -> Screen:
    """A screen as it is looked at. Where nothing on it is in the words of the person, it stays as it is.

    Args:
        screen: with the words of both.
        words: which are looked at.
    """
    if words == "both" or not has_theirs(screen):
        return screen
    if words == "own":
        return replace(
            screen,
            lines=tuple(line for line in screen.lines if line.kind != "theirs"),
            choices=without_theirs(screen.choices),
        )
    return replace(
        screen,
        heading=screen.theirs or screen.heading,
        lines=tuple(line for line in screen.lines if line.kind == "theirs"),
        choices=tuple(replace(choice, label=choice.theirs or choice.label, theirs="") for choice in screen.choices),
    )
