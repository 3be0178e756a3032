"""Somebody at a screening who knows what is to be answered, and the keys: how many they press, and what they pass.

They play through the real dialogs and the real handling of keys, without a terminal.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from screening.interview.state import Step
from screening.language.catalog import ENGLISH
from screening.sets.answers import NOT_ASKED, Answer, rest_of, ticks_of, values_of
from screening.sets.items import Item
from screening.show.rows import wrap_lines
from screening.terminal.card_choices import FINISH, GO_ON
from screening.terminal.conversation import Conversation
from screening.terminal.frame import Frame, lay_out
from screening.terminal.language_choice import LanguageChoice
from screening.terminal.pressing import press
from screening.terminal.review import SHOW_RESULT
from screening.terminal.screen import Dialog, Input, Screen
from screening.terminal.view_state import ENTER, ViewState, first_view_state

COLUMNS, ROWS = 80, 24


@dataclass(frozen=True)
class Played:
    """A screening from its first screen to its result.

    Attributes:
        keys: pressed.
        screens: passed, each page of a text by itself.
        questions: asked.
        ticks: made.
        lines: rows of text in the result, without what is only looked up.
        first_pages: pages of what stands before its parts.
        pages: those behind it.
        stop_offered: whether an early stop was.
        left: what is known and was never asked.
        spent: the keys, by what they were pressed for.
    """

    keys: int
    screens: int
    questions: int
    ticks: int
    lines: int = 0
    first_pages: int = 1
    pages: int = 0
    stop_offered: bool = False
    left: frozenset[str] = frozenset()
    spent: Mapping[str, int] = field(default_factory=dict)

    @property
    def most_keys(self) -> float:
        """How many keys it may take."""
        return 1.15 * (self.questions + self.ticks) + 8

    @property
    def over(self) -> float:
        """How many keys it takes beyond that."""
        return self.keys - self.most_keys


@dataclass(frozen=True)
class Turn:
    """A screen that was passed.

    Attributes:
        name: the id of its step, or its kind; nothing before the first step.
        screen: what stood on it.
        keys: what was pressed there.
    """

    name: str
    screen: Screen
    keys: tuple[str, ...]


@dataclass
class Player:
    """Somebody who knows what is to be answered, and the keys.

    Attributes:
        answers: what is known, by the ids of items.
        stops: whether they take an early stop.
        at_child_card: what they choose there.
        turns: the screens that they passed, each with the keys.
    """

    answers: Mapping[str, Answer]
    stops: bool = False
    at_child_card: str = GO_ON
    spent: Counter[str] = field(default_factory=Counter)
    screens: int = 0
    asked: set[str] = field(default_factory=set)
    ticks: int = 0
    stop_offered: bool = False
    turns: list[Turn] = field(default_factory=list)
    _pressed: list[str] = field(default_factory=list)

    def play(self, dialog: Dialog | None) -> Played:
        """Answer until the result is there."""
        while dialog is not None:
            screen = dialog.screen()
            frame = lay_out(screen, first_view_state(screen), COLUMNS, ROWS, ENGLISH)
            if screen.last:
                return self._played(screen, frame)
            self.screens += frame.pages
            step = dialog.step if isinstance(dialog, Conversation) else None
            name = (step.id or step.kind) if step is not None else ""
            self._pressed = []
            given = self._reply(dialog, screen, frame)
            self.turns.append(Turn(name, screen, tuple(self._pressed)))
            dialog = dialog.take(given)
        raise AssertionError("it ended without a result")

    def _reply(self, dialog: Dialog, screen: Screen, frame: Frame) -> Input:
        step = dialog.step if isinstance(dialog, Conversation) else None
        kind = step.kind if step is not None else "before"
        if not screen.choices:
            return self._press(screen, frame, [ENTER] * frame.pages, kind)
        # Where there is something to choose, Enter does not turn the page.
        self.spent["turning pages"] += frame.pages - 1
        self._pressed += ["pagedown"] * (frame.pages - 1)
        if step is not None and step.kind == "item":
            assert isinstance(dialog, Conversation)
            return self._answer(screen, frame, step, dialog._interview.items)
        values = [choice.value for choice in screen.choices]
        wanted = {
            "agreement": "yes",
            "offer": "always_only" if self.stops else "go_on",
            "flag": self._at_card(values),
            "review": SHOW_RESULT,
        }.get(kind, "none" if isinstance(dialog, LanguageChoice) else values[0])
        assert wanted in values, f"{wanted} cannot be chosen at {kind}"
        self.stop_offered |= bool({"always_only", FINISH} & set(values))
        given = screen.answer((wanted,))
        assert given is not None
        way = _way(screen, first_view_state(screen), frame, values.index(wanted), given)
        return self._press(screen, frame, way, kind)

    def _at_card(self, values: Sequence[str]) -> str:
        """At the card for a child something else than going on can be chosen."""
        if self.at_child_card not in values:
            return values[0]
        return FINISH if self.stops and self.at_child_card == GO_ON else self.at_child_card

    def _answer(self, screen: Screen, frame: Frame, step: Step, items: Mapping[str, Item]) -> Input:
        self.asked.add(step.id)
        answer = self.answers.get(step.id)
        values = values_of(answer)
        given = screen.answer(values) if values else None
        if given is None and "leave_section" in screen.keys and (step.again or not self._is_more_known(step, items)):
            return self._press(screen, frame, ["j"], "rest of a section")
        if given is None:
            return self._press(screen, frame, ["s"], "skipped again" if step.again else "skipped")
        view = first_view_state(screen)
        numbers = {choice.value: number for number, choice in enumerate(screen.choices)}
        if not screen.several:
            return self._press(screen, frame, _way(screen, view, frame, numbers[values[0]], given), "answers")
        ticks, rest = ticks_of(answer), rest_of(answer)
        self.ticks += len(ticks)
        at_once = _ways_to(screen, view, frame, numbers[values[0]], given) if len(values) == 1 else []
        if at_once:
            return self._press(screen, frame, min(at_once, key=len), "answers")
        keys: list[str] = []
        for tick in ticks:
            way, view = _mark(screen, view, frame, numbers[tick])
            keys += way
        ends = ["s"] if rest == NOT_ASKED else _way(screen, view, frame, numbers[rest], given) if rest else [ENTER]
        return self._press(screen, frame, [*keys, *ends], "answers")

    def _is_more_known(self, step: Step, items: Mapping[str, Item]) -> bool:
        """Whether something is left to tell in the section of a question."""
        left = self.answers.keys() - self.asked
        here = (items[step.id].stage, items[step.id].section)
        return any(item.id in left for item in items.values() if (item.stage, item.section) == here)

    def _press(self, screen: Screen, frame: Frame, keys: Sequence[str], what_for: str) -> Input:
        self.spent[what_for] += len(keys)
        self._pressed += keys
        done = _after(screen, first_view_state(screen), frame, keys)
        assert isinstance(done, Input), f"{keys} pass nothing at {ENGLISH.render(screen.heading)}"
        return done

    def _played(self, screen: Screen, frame: Frame) -> Played:
        read = [line for part in screen.parts if not part.aside for line in part.lines]
        rows = [row for row in wrap_lines((*screen.lines, *read), frame.width, ENGLISH) if row.text.strip()]
        first = min(frame.parts.values(), default=frame.pages)
        return Played(
            keys=self.spent.total(),
            screens=self.screens,
            questions=len(self.asked),
            ticks=self.ticks,
            lines=len(rows),
            first_pages=first,
            pages=frame.pages - first,
            stop_offered=self.stop_offered,
            left=frozenset(self.answers.keys() - self.asked),
            spent=self.spent,
        )


def _after(screen: Screen, view: ViewState, frame: Frame, keys: Sequence[str]) -> ViewState | Input | None:
    """What comes of keys; None where the screen is passed before the last of them."""
    done: ViewState | Input = view
    for key in keys:
        if isinstance(done, Input):
            return None
        done = press(screen, done, key, frame.pages, frame.parts, ENGLISH)
    return done


def _ways(screen: Screen, view: ViewState, number: int) -> Iterator[list[str]]:
    """Ways to point at a choice, and perhaps to take it."""
    choice, last = screen.choices[number], len(screen.choices)
    if len(choice.key) == 1 or choice.key.isdigit():
        yield list(choice.key)
    yield [ENGLISH.render(choice.label)[0].lower()]
    at = view.pointer
    yield ["down"] * ((number - at) % last if at >= 0 else number + 1)
    yield ["up"] * ((at - number) % last if at >= 0 else last - number)


def _ways_to(screen: Screen, view: ViewState, frame: Frame, number: int, given: Input) -> list[list[str]]:
    ways = [[*way, *then] for way in _ways(screen, view, number) for then in ([], [ENTER])]
    return [way for way in ways if way and _after(screen, view, frame, way) == given]


def _way(screen: Screen, view: ViewState, frame: Frame, number: int, given: Input) -> list[str]:
    """The shortest way to an answer by one choice."""
    found = _ways_to(screen, view, frame, number, given)
    assert found, f"no way to {given}"
    return min(found, key=len)


def _mark(screen: Screen, view: ViewState, frame: Frame, number: int) -> tuple[list[str], ViewState]:
    """The shortest way to one more mark, and how the screen is looked at after it."""
    wanted = {*view.ticked, screen.choices[number].value}
    if wanted == set(view.ticked):
        return [], view
    found: list[tuple[list[str], ViewState]] = []
    for way in ([*way, *then] for way in _ways(screen, view, number) for then in ([], [" "])):
        done = _after(screen, view, frame, way)
        if isinstance(done, ViewState) and set(done.ticked) == wanted:
            found.append((way, done))
    assert found, f"no way to mark {wanted}"
    return min(found, key=lambda each: len(each[0]))
