"""The interview line by line, append-only: for screen readers, dumb terminals, and input that is no terminal.

It asks an `Interview` what comes next and turns what was typed into inputs. Where the typing comes from is its
caller's choice, so that a played case and a real one go the same way.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TextIO

from screening.advise import flag_card, match_services
from screening.interview import Interview, NotPossible, State, Step
from screening.model import CIRCUMSTANCES, DECLINED, UNCLEAR, Answer, Directory, Question
from screening.show import words
from screening.show.report import Line, emergency_lines, flag_lines, short_offer_lines
from screening.show.terminal import print_lines

# What a person may type for a key, in full or in one letter.
_KEYS = {
    "s": "skip",
    "skip": "skip",
    "b": "back",
    "back": "back",
    "?": "help",
    "help": "help",
    "f": "finish",
    "finish": "finish",
}
_UNDECIDED = {"u": UNCLEAR, "unclear": UNCLEAR, "d": DECLINED, "declined": DECLINED}
_YES_NO = {"y": "yes", "n": "no"}
_GO_ON = "go on"
_AGREEMENT = {
    "y": "yes",
    "yes": "yes",
    "n": "not_now",
    "not now": "not_now",
    "not_now": "not_now",
    "stop": "stop",
}
_OFFER = {"y": "always_only", "yes": "always_only", "n": "go_on", "no": "go_on"}

WHAT_STAYS = (
    "Line by line. Everything stays on this screen, and above it, until the window is closed.",
    "This program writes nothing to disk and sends nothing. Ctrl-C ends at once and forgets all answers.",
    "At each question: type an answer and press Enter. s skips, b goes back, ? explains, f finishes now.",
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: what is typed for it, what it means, and how it is called."""

    key: str
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Desk:
    """What the conversation needs from around it.

    Attributes:
        output: where it is printed.
        respond: what is typed at a step, given the step, the state and the prompt. May raise EOFError.
        find_directory: a place's directory, or None.
        places: place codes with their names, to choose from.
        minutes: the minutes since the beginning.
        width: columns, or None for the terminal's own.
    """

    output: TextIO
    respond: Callable[[Step, State, str], str]
    find_directory: Callable[[str], Directory | None]
    places: dict[str, str]
    minutes: Callable[[], int]
    width: int | None = None


class Conversation:
    """One interview at one desk."""

    def __init__(self, interview: Interview, desk: Desk) -> None:
        """Args: interview: the interview; desk: its surroundings."""
        self._interview = interview
        self._desk = desk
        self._section = ""

    def run(self, state: State | None = None) -> State:
        """Talk until the end.

        Returns:
            The last state; its current step is the end, whose id is the outcome.

        Raises:
            EOFError: the input ended before the interview did.
        """
        state = state or State()
        while True:
            step = self._interview.current(state)
            if step.kind == "end":
                return state
            self._show(step, state)
            before = len(self._interview.set_aside(state))
            state = self._input(step, state)
            more = len(self._interview.set_aside(state)) - before
            if more > 0:
                told = (
                    "1 earlier answer no longer applies." if more == 1 else f"{more} earlier answers no longer apply."
                )
                self._say(Line("text", told))

    # --- showing ---

    def _say(self, *lines: Line) -> None:
        print_lines(lines, self._desk.output, self._desk.width)

    def _show(self, step: Step, state: State) -> None:
        about = self._interview.set.about
        match step.kind:
            case "card":
                self._say(Line("heading", "For you, before you begin"), *_items(about.card))
            case "closing_card":
                self._say(Line("heading", "Before you end"), *_items(about.closing_card))
            case "agreement":
                self._say(Line("heading", "Agreement"), Line("text", f"Say: {about.agreement}"))
                self._say(*_choice_lines(self._choices(step, state)))
            case "circumstance":
                wording = self._interview.wording[step.id]
                self._heading("About the person" if not CIRCUMSTANCES[step.id].wish else "What the person wants", step)
                self._ask(wording.ask, wording.record, step, state)
            case "question":
                self._question(self._interview.question(step), step, state)
            case "flag":
                self._flag_card(step, state)
            case "break":
                title = self._interview.section(step).title or step.id
                self._heading(f"End of: {title}", step)
                minutes = self._desk.minutes()
                so_far = f"{minutes} minutes so far. " if minutes > 1 else ""
                self._say(Line("text", f"{so_far}Offer a break, water, the toilet. There is no hurry."))
            case _:
                self._say(
                    Line("heading", "You may stop here"),
                    Line("text", "More answers can no longer change the result."),
                    Line(
                        "text", "y goes to the last questions (safety tonight, wishes). n goes on with all questions."
                    ),
                )

    def _heading(self, title: str, step: Step) -> None:
        if title != self._section:
            self._section = title
            self._say(Line("heading", title))
        if step.again:
            self._say(Line("text", "(skipped before, and once more now)"))

    def _question(self, question: Question, step: Step, state: State) -> None:
        number, of = self._interview.progress(state)
        title = self._interview.section(step).title or self._interview.section(step).id
        self._heading(f"Section {number} of {of}: {title}", step)
        if question.say_first is not None:
            self._say(Line("lead", f"Say first: {question.say_first}"))
        self._ask(question.ask, question.record, step, state)

    def _ask(self, ask: str | None, record: str, step: Step, state: State) -> None:
        self._say(Line("lead", f"Ask: {ask}" if ask is not None else "For you. Do not read it out."))
        several = " (one or more)" if self._several(step) else ""
        self._say(Line("text", f"Mark: {record}{several}"), *_choice_lines(self._choices(step, state)))
        recorded = self._interview.recorded(state, step)
        if recorded is not None:
            ticks = recorded if isinstance(recorded, tuple) else (recorded,)
            labels = {choice.value: choice.label for choice in self._choices(step, state)}
            names = ", ".join(labels.get(tick, tick) for tick in ticks)
            self._say(Line("text", f"Recorded before: {names}. Enter alone keeps it."))

    def _flag_card(self, step: Step, state: State) -> None:
        card = flag_card(self._interview.set, step.id)
        self._section = ""
        self._say(Line("heading", "Act on this first"), *flag_lines(card))
        directory = self._directory(state)
        if directory is None:
            self._say(Line("text", words.NO_DIRECTORY))
            return
        offers = match_services(card.needs, state.circumstances, directory)
        self._say(*emergency_lines(directory), *short_offer_lines(offers))

    def _directory(self, state: State) -> Directory | None:
        place = state.circumstances.get("place")
        return self._desk.find_directory(place) if isinstance(place, str) else None

    # --- choosing ---

    def _choices(self, step: Step, state: State) -> list[Choice]:
        """What can be chosen at a step, in the order in which it is shown."""
        match step.kind:
            case "agreement":
                return [
                    Choice("y", "yes", "Yes, the person agrees to talk now"),
                    Choice("n", "not_now", "Not now"),
                    Choice("stop", "stop", "Stop: the person does not want this"),
                ]
            case "question":
                question = self._interview.question(step)
                named = [
                    (option.id, option.label if question.options else words.ANSWER_NAME[option.id])
                    for option in question.choices
                ]
                return [*_keyed(named), *_undecided(UNCLEAR)]
            case "circumstance":
                return self._circumstance_choices(step, state)
            case _:
                return []

    def _circumstance_choices(self, step: Step, state: State) -> list[Choice]:
        kind = CIRCUMSTANCES[step.id]
        if step.id == "place":
            named = list(self._desk.places.items())
        elif step.id == "district":
            directory = self._directory(state)
            named = list(directory.districts.items()) if directory is not None else []
        else:
            labels = self._interview.wording[step.id].labels
            values = kind.values or tuple(labels)
            named = [(value, labels.get(value, words.value_name(step.id, value))) for value in values]
        named = [(value, label) for value, label in named if value != kind.undecided]
        return [*_keyed(named), *_undecided(kind.undecided, words.VALUE_NAME.get(step.id, {}))]

    def _input(self, step: Step, state: State) -> State:
        """The state after one valid input; asks again until there is one."""
        while True:
            typed = self._desk.respond(step, state, self._prompt(step)).strip().lower()
            key = _KEYS.get(typed)
            try:
                if key == "help":
                    self._help(step)
                elif key == "back":
                    return self._interview.back(state)
                elif key == "finish":
                    return self._interview.finish(state)
                elif key == "skip":
                    return self._interview.skip(state)
                else:
                    return self._answer(step, state, typed)
            except NotPossible:
                self._say(Line("text", self._not_understood(step, state)))

    def _prompt(self, step: Step) -> str:
        match step.kind:
            case "flag" if step.id == "child":
                return f'[type "{_GO_ON}" to go on with the questions, f to finish] > '
            case "card" | "closing_card" | "break" | "flag":
                return "[Enter] > "
            case "offer":
                return "[y/n] > "
            case _:
                return "> "

    def _answer(self, step: Step, state: State, typed: str) -> State:
        match step.kind:
            case "agreement":
                return self._interview.answer(state, _AGREEMENT.get(typed, ""))
            case "offer":
                return self._interview.answer(state, _OFFER.get(typed, ""))
            case "question" | "circumstance":
                return self._interview.answer(state, self._value(step, state, typed))
            case "flag" if step.id == "child" and typed != _GO_ON:
                raise NotPossible
            case _ if typed and step.kind != "flag":
                raise NotPossible
            case _:
                return self._interview.go_on(state)

    def _value(self, step: Step, state: State, typed: str) -> Answer:
        recorded = self._interview.recorded(state, step)
        if not typed:
            if recorded is None:
                raise NotPossible
            return recorded
        by_key = {choice.key: choice.value for choice in self._choices(step, state)}
        by_value = {choice.value: choice.value for choice in self._choices(step, state)}
        known = {**by_value, **_YES_NO, **_UNDECIDED, **by_key} if "yes" in by_value else {**by_value, **by_key}
        if typed in known and known[typed] in by_value:
            value = known[typed]
            return (value,) if self._several(step) and value not in {UNCLEAR, DECLINED} else value
        ticks = [known.get(part) for part in typed.replace(",", " ").split()]
        if not self._several(step) or None in ticks:
            raise NotPossible
        return tuple(dict.fromkeys(tick for tick in ticks if tick is not None))

    def _several(self, step: Step) -> bool:
        if step.kind == "question":
            return self._interview.question(step).several
        return CIRCUMSTANCES[step.id].several

    def _not_understood(self, step: Step, state: State) -> str:
        keys = [choice.key for choice in self._choices(step, state)]
        if not keys:
            return "That is not possible here. Read the line in brackets."
        several = (
            " One or more numbers, with spaces between." if step.kind == "question" and self._several(step) else ""
        )
        return f"Not understood. Type one of: {', '.join(keys)}.{several} Or s, b, ?, f."

    def _help(self, step: Step) -> None:
        lines = []
        if step.kind == "question":
            question = self._interview.question(step)
            lines = [("Listen for", question.listen), ("Why we ask", question.why)]
        elif step.kind == "circumstance":
            wording = self._interview.wording[step.id]
            lines = [("Listen for", wording.listen), ("Why we ask", wording.why)]
        told = [Line("text", f"{title}: {text}") for title, text in lines if text is not None]
        keys = Line("text", "Keys: s skip for now, b back, f finish now, Ctrl-C end at once and forget.")
        self._say(*told, keys)


def _items(texts: Iterable[str]) -> list[Line]:
    return [Line("item", text) for text in texts]


def _choice_lines(choices: list[Choice]) -> list[Line]:
    """The answers, a line each; what can always be answered shares one."""
    named = [choice for choice in choices if choice.key not in {"u", "d"}]
    always = [choice for choice in choices if choice.key in {"u", "d"}]
    width = max((len(choice.key) for choice in named), default=0)
    lines = [Line("detail", f"{choice.key.rjust(width)}  {choice.label}") for choice in named]
    if always:
        lines.append(Line("detail", "   ".join(f"{choice.key}  {choice.label}" for choice in always)))
    return lines


def _keyed(named: list[tuple[str, str]]) -> list[Choice]:
    """Numbers for options; y and n for a plain yes/no."""
    if [value for value, _ in named] == ["yes", "no"]:
        return [Choice(value[0], value, label) for value, label in named]
    return [Choice(str(number), value, label) for number, (value, label) in enumerate(named, start=1)]


def _undecided(undecided: str, labels: Mapping[str, str] | None = None) -> list[Choice]:
    label = (labels or {}).get(undecided, words.ANSWER_NAME.get(undecided, undecided))
    return [Choice("u", undecided, label), Choice("d", DECLINED, words.ANSWER_NAME[DECLINED])]
