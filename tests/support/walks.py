"""A way through a screening, from the first screen to the result: what stands on each, and what is pressed there."""

import io
import re
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise, takewhile
from typing import TextIO

from screening.commands.session import Session
from screening.language.catalog import ENGLISH
from screening.reading.sets import find_set
from screening.sets.items import items_of
from screening.show.lines import Line
from screening.terminal.choice_keys import pressable
from screening.terminal.conversation import Conversation
from screening.terminal.language_choice import LanguageChoice
from screening.terminal.plain import HIDDEN
from screening.terminal.screen import GO_ON, Dialog, Input, Screen
from tests.support.kept_terminal import KeptTerminal
from tests.support.terminal import WAIT

_MORE_THAN_A_ROW = 55
_DOWN = "\x1b[B"
# Longer than anything takes, traced or not.
_LONG = 6.0
_NAMES = {_DOWN: "down", " ": "space", "\r": "enter"}
NOT_QUIET = "import screening.terminal.full\nscreening.terminal.full.QUIET_SECONDS = 0\n"


@dataclass(frozen=True)
class Stop:
    """One screen of a walk.

    Attributes:
        name: which it is.
        kind: of what kind.
        sign: words by which it is known, in either frontend.
        keys: what is pressed to get past it at the full screen.
        line: what is typed to get past it line by line.
        given: what both mean.
        marks: what is pressed, besides, to mark something without getting past it; empty where nothing can be marked.
        screen: all of it.
    """

    name: str
    kind: str
    sign: str
    keys: str
    line: str
    given: Input
    marks: str
    screen: Screen

    @property
    def turn(self) -> str:
        """The keys by their names, with blanks between."""
        return " ".join(_NAMES.get(key, key) for key in re.findall(f"{re.escape(_DOWN)}|.", self.keys, re.DOTALL))


def before(name: str, stops: Sequence[Stop]) -> list[Stop]:
    """The stops that lie before one, by its name."""
    assert name in {stop.name for stop in stops}, f"the walk does not come by {name}"
    return list(takewhile(lambda stop: stop.name != name, stops))


class _Terminal(io.StringIO):
    """Passes for a terminal, so that a result is shown and not printed."""

    def isatty(self) -> bool:
        return True


@dataclass(frozen=True)
class Nobody:
    """A frontend that is never looked at."""

    output: TextIO = field(default_factory=_Terminal)
    opening: tuple[Line, ...] = ()

    def run(self, dialog: Dialog, meanwhile: Iterable[None] = ()) -> None:
        del dialog, meanwhile


def walk(set_name: str, chosen: Mapping[str, str] | None = None, *, usually: str = "no") -> list[Stop]:
    """The way through a screening.

    Args:
        set_name: the set.
        chosen: the value chosen at a step, by the step's id, or by its kind where it has no id.
        usually: the value chosen elsewhere, where there is such a choice; the first one where there is none.
    """
    # The same few are gone in many files, and each takes as long as a screening.
    return list(_walk(set_name, tuple((chosen or {}).items()), usually))


@cache
def _walk(set_name: str, chosen_at: tuple[tuple[str, str], ...], usually: str) -> tuple[Stop, ...]:
    usual = {"agreement": "yes", "review": "result", "child": "go_on", "offer": "go_on", "their_language": "none"}
    chosen = {**usual, **dict(chosen_at)}
    dialog: Dialog | None = Session(Nobody(), ENGLISH, stdout=_Terminal()).screening(find_set(set_name))
    kinds = {item.id: item.kind for item in items_of(find_set(set_name)).values()}
    stops: list[Stop] = []
    while dialog is not None:
        screen = dialog.screen()
        step = dialog.step if isinstance(dialog, Conversation) else None
        kind = _kind(dialog, screen, kinds)
        name = (step.id or step.kind) if step is not None else kind
        values = [choice.value for choice in screen.choices]
        wanted = chosen.get(name, usually)
        number = values.index(wanted) if wanted in values else 0
        again = " again" if step is not None and step.again else ""
        given = _input(screen, values[number]) if values else GO_ON
        stops.append(
            Stop(
                name=f"{name}{again}",
                kind=kind,
                sign=_sign(screen),
                keys=_keys(screen, number),
                line=screen.choices[number].key if screen.choices else "",
                given=given,
                marks=_DOWN * (number + 1) + " " if screen.several else "",
                screen=screen,
            )
        )
        dialog = dialog.take(given)
    for stop, following in pairwise(stops):
        assert stop.sign not in _said(following.screen), f"{stop.name} and {following.name} cannot be told apart"
    return tuple(stops)


def _kind(dialog: Dialog, screen: Screen, kinds: Mapping[str, str]) -> str:
    if isinstance(dialog, LanguageChoice):
        return "their_language"
    if not isinstance(dialog, Conversation):
        return "result"
    if dialog.step is None:
        return "opening"
    kind = kinds[dialog.step.id] if dialog.step.kind == "item" else dialog.step.kind
    if screen.several:
        return f"several-{kind}"
    return "child card" if kind == "flag" and screen.choices else kind


def _said(screen: Screen) -> str:
    return "\n".join(map(ENGLISH.render, (screen.heading, *(line.text for line in screen.lines))))


def _sign(screen: Screen) -> str:
    """What is recorded here, or what stands first: a part of it that fits into a row of any frontend."""
    if screen.parts:
        # The first page of a result is set in columns.
        return ENGLISH.render(screen.heading)
    texts = [ENGLISH.render(line.text) for line in screen.lines]
    text = next((text for text in texts if text.startswith("Mark: ")), texts[0])
    words = text.split(" ")
    while len(" ".join(words)) > _MORE_THAN_A_ROW:
        words.pop()
    return " ".join(words)


def _keys(screen: Screen, number: int) -> str:
    if not screen.choices:
        return "ee" if screen.last else "\r"
    choice = screen.choices[number]
    if not pressable(screen, choice):
        done = " \r" if screen.several and not choice.undecided else "\r"
        return _DOWN * (number + 1) + done
    return f"{choice.key}\r" if screen.several and not choice.undecided else choice.key


def _input(screen: Screen, value: str) -> Input:
    given = screen.answer((value,))
    assert given is not None
    return given


def further(stops: Sequence[Stop]) -> str:
    """Python after which a screening begins where these screens lie behind."""
    return f"""
from screening.commands.session import Session
from screening.terminal.screen import Input
begin = Session.screening
def screening(*given):
    dialog = begin(*given)
    for each in {[stop.given for stop in stops]!r}:
        dialog = dialog.take(each)
    return dialog
Session.screening = screening
"""


class Walker:
    """Somebody at a terminal, of either frontend."""

    def __init__(self, terminal: KeptTerminal, *, plain: bool, patient: bool = False) -> None:
        """Sit down.

        Args:
            terminal: where they sit.
            plain: whether the program talks line by line there.
            patient: they press a key once more at the full screen where nothing has come of it for long, as anybody
                would: a program whose every system call is traced may miss one.
        """
        self.terminal = terminal
        self.plain = plain
        self._patient = patient
        self._seen = 0
        self._given = ""

    def at(self, sign: str, ends: bytes = b"> ") -> None:
        """Wait until a screen has come, and waits for an answer."""
        if not self.plain:
            if self._patient and self._given and not self.terminal.soon(lambda: sign in self.terminal.text(), _LONG):
                self.terminal.send(self._given)
            self.terminal.arrive(sign)
            return
        deadline = time.monotonic() + WAIT
        while not (sign.encode() in self.terminal.raw[self._seen :] and self.terminal.raw.endswith(ends)):
            assert time.monotonic() < deadline, f"never came: {sign}; on the screen:\n{self.terminal.text()}"
            assert self.terminal.runs, f"ended before {sign}; on the screen:\n{self.terminal.text()}"
            self.terminal.read(0.05)
        self._seen = len(self.terminal.raw)

    def give(self, keys: str, line: str) -> None:
        """Press keys at the full screen; type a line where it goes line by line."""
        self._given = keys
        self.terminal.send(f"{line}\r" if self.plain else keys)

    def past(self, stops: Sequence[Stop]) -> None:
        """Get past these screens, one after another."""
        for stop in stops:
            self.at(stop.sign)
            self.give(stop.keys, stop.line)

    def hide(self, key: str = "x") -> None:
        """Have the screen hidden, and wait until it is."""
        self.terminal.send(f"{key}\r" if self.plain and key.isprintable() else key)
        self.until_hidden()

    def until_hidden(self) -> None:
        """Wait until the screen is hidden."""
        if self.plain:
            hidden = ENGLISH.render(HIDDEN)
            self.at(hidden, ends=f"{hidden}\r\n".encode())
            return
        deadline = time.monotonic() + WAIT
        while not self.terminal.is_blank:
            assert time.monotonic() < deadline, f"never hidden; on the screen:\n{self.terminal.text()}"
            assert self.terminal.runs, "ended before it was hidden"
            self.terminal.read(0.05)
