"""Finding a service at the desk: a place and a need, then numbers at once, and questions only where they matter."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal, get_args

from msgspec.structs import replace

from screening.language.messages import Message, Text, gettext, pgettext
from screening.referral.directory import Directory
from screening.sets.answers import Answer, values_of
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.needs import Need
from screening.show.answers import ANSWER_NAME, VALUE_NAME
from screening.show.directory_marks import OF_ALL, OF_ANYBODY, marked
from screening.show.languages import LANGUAGE_NAME
from screening.show.lines import Line
from screening.show.needs import NEED_NAME
from screening.terminal.choices import keyed, undecided_choices
from screening.terminal.desk import WHAT_IS_NEEDED, WHICH_PLACE, Desk, needs_in
from screening.terminal.screen import Choice, Dialog, Input, Key, Part, Screen

# What services go by, as it is asked at the desk; it is not read out. Each may be skipped: what is not known excludes
# nobody. Of two that would change as much, the first is asked: papers and wishes come after the rest.
_QUESTIONS: Final[Mapping[str, Message]] = {
    "gender": gettext("Services for women, or for men?"),
    "age": gettext("How old is the person?"),
    "situation": gettext("What does the person do, or what were they brought for?"),
    "languages": gettext("In which languages can they talk easily?"),
    "with_children": gettext("Do they have children with them?"),
    "district": gettext("In which district are they?"),
    "identity_card": gettext("Do they have a local identity card? They can leave this out."),
    "may_stay": gettext("Do they have a visa or right to stay? They can leave this out."),
    "police": gettext("Do they agree to the police being told?"),
    "abroad": gettext("Are they abroad now?"),
}
# They mean something in one place only.
_OF_A_PLACE = frozenset({"district", "languages"})
# More cannot be chosen by one key each.
_MOST_KEYS = 9
_ALWAYS: frozenset[Key] = frozenset({"back", "finish", "menu"})
_HELP = (
    Line("text", gettext("The numbers stand on the screen at once. A question comes only if it can change them.")),
    Line("text", gettext("s leaves a question out. What is not known rules out no service: you then ask it first.")),
    Line("text", gettext("f shows every number; there, m shows its details. b leads back, to another need too.")),
)


class ServiceFinder:
    """Asks for a place and what is needed, shows numbers, and makes them fit the person as far as somebody answers."""

    def __init__(self, desk: Desk) -> None:
        """Args: desk: what is looked up, and what is known before."""
        self._desk = desk
        self._place = desk.known_place
        self._need: Need | None = None
        self._recorded: dict[str, Answer] = {}
        # The questions that came up, answered or left out, and which of them is on the screen.
        self._asked: list[str] = []
        self._at = 0
        self._stage: Literal["place", "need", "numbers", "all"] = "place" if self._place is None else "need"
        self._came_from: Literal["place", "need", "numbers"] = "need"

    def screen(self) -> Screen:
        """The next thing to ask, or the services."""
        match self._stage:
            case "place":
                return self._place_screen()
            case "need":
                return self._need_screen()
            case "numbers":
                return self._numbers_screen()
            case "all":
                return self._all_screen()

    def take(self, given: Input) -> Dialog | None:
        """Record, leave out, go back, show everything, or lead back to the menu."""
        if given.act == "card":
            return self._desk.numbers.card(self._directory, self._needs, self._recorded, self)
        if given.act == "menu" or self._stage == "all":
            if given.act != "back":
                return None
            self._stage = self._came_from
            return self
        if given.act == "back":
            return self._back()
        if given.act == "finish":
            self._show_all(self._stage)
            return self
        match self._stage:
            case "place":
                self._choose_place(str(given.value))
            case "need":
                self._need = next(need for need in get_args(Need) if need == given.value)
                self._asked.clear()
                self._ask_next()
            case _:
                self._answer(given)
        return self

    # --- screens ---

    def _place_screen(self) -> Screen:
        chosen = (self._place,) if self._place is not None else ()
        screen = _to_choose(gettext("Find a service"), (), WHICH_PLACE, self._desk.places(), chosen)
        return replace(screen, suggested=self._desk.home or "")

    def _need_screen(self) -> Screen:
        answers = self._directory.answers
        return _to_choose(
            marked(gettext("Find a service: {place}", place=self._directory.name), self._directory, OF_ALL),
            self._desk.numbers.emergency(self._directory, self._recorded),
            WHAT_IS_NEEDED,
            keyed((need, NEED_NAME[need]) for need in needs_in(self._directory)),
            (self._need,) if self._need is not None and self._need in answers else (),
        )

    def _numbers_screen(self) -> Screen:
        name = self._asked[self._at]
        several, asked = CIRCUMSTANCES[name].several, _QUESTIONS[name]
        screen = _to_choose(
            self._heading,
            self._desk.numbers.first(self._directory, self._needs, self._recorded),
            gettext("{question} (one or more)", question=asked) if several else asked,
            self._answers(name),
            values_of(self._recorded.get(name)),
        )
        return replace(screen, several=several, keys=screen.keys | {"skip"})

    def _all_screen(self) -> Screen:
        numbers, details = self._desk.numbers.in_full(self._directory, self._needs, self._recorded)
        return Screen(
            self._heading,
            lines=tuple(numbers),
            parts=(Part("m", pgettext("part of a list", "details"), tuple(details), aside=True),),
            keys=frozenset({"back", "card", "menu"}),
            last=True,
        )

    def _answers(self, name: str) -> tuple[Choice, ...]:
        kind, labels = CIRCUMSTANCES[name], VALUE_NAME.get(name, ANSWER_NAME)
        if name == "languages":
            named = keyed((code, LANGUAGE_NAME.get(code, code)) for code in self._directory.languages)
        elif name == "district":
            named = keyed(self._directory.districts.items())
        else:
            named = keyed((value, labels[value]) for value in kind.values if value != kind.undecided)
        return (*named, *undecided_choices(kind.undecided, VALUE_NAME.get(name, {})))

    @property
    def _heading(self) -> Text:
        return marked(gettext("Whom to call: {place}", place=self._directory.name), self._directory, OF_ANYBODY)

    # --- what was chosen ---

    @property
    def _directory(self) -> Directory:
        """Of the place; before one is chosen, of the first one."""
        return self._desk.directories[self._place if self._place is not None else next(iter(self._desk.directories))]

    @property
    def _needs(self) -> list[Need]:
        """What is needed; before that is said, everything that somebody is listed for."""
        return [self._need] if self._need is not None else needs_in(self._directory)

    def _choose_place(self, place: str) -> None:
        if place != self._place:
            for name in _OF_A_PLACE:
                self._recorded.pop(name, None)
            self._need = self._need if self._need in self._desk.directories[place].answers else None
        self._place = place
        self._stage = "need"

    def _answer(self, given: Input) -> None:
        name = self._asked[self._at]
        if given.act == "choose":
            self._recorded[name] = given.value
        else:
            self._recorded.pop(name, None)
        # What was left out after it comes again if it matters still; what was answered stands.
        later = [each for each in self._asked[self._at + 1 :] if each in self._recorded]
        self._asked[self._at + 1 :] = later
        self._ask_next()

    def _ask_next(self) -> None:
        """Go on to the best question; where none would change the numbers, to all of them."""
        may_ask = [name for name in _QUESTIONS if name not in self._recorded and name not in self._asked]
        name = self._desk.numbers.question(self._directory, self._needs, self._recorded, may_ask)
        self._at = len(self._asked)
        if name is None:
            self._at -= 1
            self._show_all("numbers" if self._asked else "need")
        else:
            self._asked.append(name)
            self._stage = "numbers"

    def _show_all(self, came_from: Literal["place", "need", "numbers", "all"]) -> None:
        self._came_from = came_from if came_from != "all" else self._came_from
        self._stage = "all"

    def _back(self) -> Dialog | None:
        if self._stage == "numbers" and self._at > 0:
            self._at -= 1
        elif self._stage == "numbers":
            self._stage = "need"
        elif self._stage == "need":
            self._stage = "place"
        else:
            return None
        return self


def _to_choose(
    heading: Text, lines: Sequence[Line], question: Message, choices: tuple[Choice, ...], chosen: tuple[str, ...]
) -> Screen:
    return Screen(
        heading,
        lines=tuple(lines),
        question=(Line("lead", question),),
        choices=choices,
        chosen=chosen,
        keys=_ALWAYS,
        help=_HELP,
        filters=sum(not choice.undecided for choice in choices) > _MOST_KEYS,
    )
