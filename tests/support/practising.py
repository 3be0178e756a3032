"""A way through a practice: what is on each screen, and what is pressed there by somebody who knows the key."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from screening.commands.practice_cases import Case, Wanted, named_cases
from screening.commands.practice_talk import Exercise
from screening.language.catalog import ENGLISH
from screening.practice.attempt import Attempt
from screening.reading.places import Directories
from screening.reading.set_catalog import read_catalog
from screening.sets.answers import NOT_ASKED, Answer, rest_of, ticks_of
from screening.terminal.choice_keys import has_long_numbers
from screening.terminal.practice import Practice
from screening.terminal.screen import Dialog, Screen
from screening.terminal.typed_input import understand
from tests.support.terminal import KEYS

_MORE_THAN_A_ROW = 55


@dataclass(frozen=True)
class Stop:
    """One screen.

    Attributes:
        sign: words by which it is known, in either frontend.
        keys: what is pressed to get past it at the full screen.
        line: what is typed to get past it line by line.
        tells: it is told there how it went.
    """

    screen: Screen
    sign: str
    keys: str
    line: str
    tells: bool


@cache
def cases(*names: str) -> tuple[Case, ...]:
    """Cases by their names."""
    return named_cases(Wanted(names), read_catalog(), lambda _: None)


def practice(*names: str, otherwise: Mapping[str, Answer | None] | None = None) -> tuple[list[Stop], list[Attempt]]:
    """All screens of an exercise, in which everything is recorded as the key has it.

    Args:
        names: of the cases.
        otherwise: what is answered to some items instead, by their ids; None skips them.
    """
    found = cases(*names)
    exercise = Exercise(found, Directories(), "hk")
    dialog: Dialog | None = exercise.begin()
    stops: list[Stop] = []
    while dialog is not None:
        screen = dialog.screen()
        number = min(len(exercise.attempts), len(found) - 1)
        line = _typed(dialog, {**found[number].key, **(otherwise or {})}) if isinstance(dialog, Practice) else ""
        given = understand(screen, line)
        assert given is not None, (line, screen)
        stops.append(Stop(screen, _sign(screen), _keys(screen, line), line, not isinstance(dialog, Practice)))
        dialog = dialog.take(given)
    return stops, exercise.attempts


def _typed(dialog: Practice, record: Mapping[str, Answer | None]) -> str:
    """What is typed at a screen by somebody who records this."""
    step = dialog.step
    if step is None:
        return ""
    match step.kind:
        case "agreement":
            return "y"
        case "offer":
            return "n"
        case "item":
            return _written(record.get(step.id), dialog.screen())
        case "hand_over":
            return "h"
        case "give_back":
            return "r"
        case "flag":
            # With a child, going on is the last thing that is offered.
            return next((choice.key for choice in reversed(dialog.screen().choices)), "")
        case "review":
            return "r"
        case _:
            return ""


def _written(answer: Answer | None, screen: Screen) -> str:
    keys = {choice.value: choice.key for choice in screen.choices}
    if answer is None:
        return "s"
    ticks, rest = ticks_of(answer), rest_of(answer)
    after = () if rest is None else ("s",) if rest == NOT_ASKED else (keys[rest],)
    return " ".join((*(keys[tick] for tick in ticks), *after))


def _keys(screen: Screen, line: str) -> str:
    if screen.last:
        return "ee"
    if not screen.choices:
        # To the last page, and on.
        return f"{KEYS['end']}\r"
    if len(line) > 1 and line[0].isalpha():
        # What is not to happen by one key.
        return line[0] * 2
    parts = line.split()
    # In a long list a number only points.
    long = has_long_numbers(screen)
    pressed = [f"{part} " if long and screen.several and part.isdigit() else part for part in parts]
    done = "\r" if parts[-1].isdigit() and (screen.several or long) else ""
    return "".join(pressed) + done


def _sign(screen: Screen) -> str:
    texts = [ENGLISH.render(line.text) for line in screen.lines]
    text = next((text for text in texts if text.startswith("Mark: ")), texts[0])
    words = text.split(" ")
    while len(" ".join(words)) > _MORE_THAN_A_ROW:
        words.pop()
    return " ".join(words)
