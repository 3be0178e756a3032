"""The answers of a new vignette, question by question in the order of a real interview: only what the story tells."""

from collections.abc import Callable, Iterable
from typing import Final

from msgspec.structs import replace

from screening.interview.machine import Interview
from screening.interview.state import State, Step
from screening.language.messages import Listing, Message, Text, gettext
from screening.sets.answers import DECLINED, NOT_ASKED, UNCLEAR, Answer, Rest, values_of, with_rest
from screening.sets.items import Item
from screening.sets.questions import Section
from screening.show.answers import ANSWER_NAME, answer_names
from screening.show.lines import Line
from screening.terminal.author_prompts import Offered, Prompts
from screening.terminal.choices import choices_at
from screening.terminal.screen import Choice
from screening.terminal.session_context import SessionContext

_SKIP: Final = Offered("s", "skip", gettext("The story does not tell it: leave it open"))
_KEEP: Final = Offered("k", "keep", gettext("Keep the answer so far"))
_MORE: Final = Offered("m", "more", gettext("Something else: the story again, back, leave more of it open"))
_MARK: Final = Offered("t", "mark", gettext("Mark what the story tells"))
_ELSE: Final = (
    Offered("a", "answer", gettext("Answer this question")),
    Offered("r", "story", gettext("Read the story again")),
    Offered("b", "back", gettext("Go back to the question before")),
    Offered("l", "section", gettext("Leave the rest of this section open")),
    Offered("e", "end", gettext("The story tells nothing more: leave all the rest open")),
)
_RESTS: Final = (
    Offered("o", NOT_ASKED, gettext("The story does not tell it: leave it open")),
    Offered("n", "no", gettext("No: the story says that there is nothing else of it")),
    Offered("u", UNCLEAR, gettext("Unclear: the person says something, and it is not clear")),
    Offered("d", DECLINED, gettext("The person does not want to say")),
)
_REST: Final[dict[str, Rest | None]] = {"o": "not_asked", "n": None, "u": "unclear", "d": "declined"}
_STAGE_NAME: Final[Message] = gettext("About the person")
_WISHES: Final[Message] = gettext("What the person wants")
# Keys of answers of which there are so many that digits do not do; those of what is always offered are not among them.
_FURTHER_KEYS: Final = "abcefghijpqvwxz"


class Answers:
    """Has the questions of a set answered by whoever wrote the story."""

    def __init__(
        self,
        interview: Interview,
        context: SessionContext,
        prompts: Prompts,
        show: Callable[[Iterable[Line]], None],
        story: str,
    ) -> None:
        """Begin.

        Args:
            interview: of the set.
            context: what an interview needs from around it.
            prompts: how it is asked.
            show: how lines are shown.
            story: what is told.
        """
        self._interview = interview
        self._context = context
        self._prompts = prompts
        self._show = show
        self._story = story
        # What is left open without being asked: sections by their place, and, where nothing more is told, everything.
        self._left: set[str] = set()
        self._ended = False
        self._heading: str | None = None

    def all(self, state: State) -> State:
        """Have every question asked that is due, and was not passed yet.

        Args:
            state: where the interview stands.

        Returns:
            The state behind the last question.
        """
        interview = self._interview
        while True:
            step = interview.current(state)
            match step.kind:
                case "item" if step.again or self._is_left(step):
                    state = interview.skip(state)
                case "item":
                    state = self._ask(state, step)
                case "agreement":
                    state = interview.answer(state, "yes")
                case "offer":
                    state = interview.answer(state, "go_on")
                case "review" | "end":
                    return state
                case _:
                    state = interview.go_on(state)

    def change(self, state: State) -> State:
        """Have one question chosen and answered anew, and whatever is due because of that.

        Args:
            state: behind the last question.
        """
        interview = self._interview
        sections: dict[str, list[Step]] = {}
        for step in interview.to_review(state):
            sections.setdefault(_place(interview.item(step)), []).append(step)
        named = [(place, _title(interview.item(steps[0]))) for place, steps in sections.items()]
        place = self._one_of(gettext("In which part?"), named)
        steps = {step.id: step for step in sections[place]}
        told = [(name, self._told(step, state)) for name, step in steps.items()]
        chosen = steps[self._one_of(gettext("Which answer?"), told)]
        state = interview.go_to(state, chosen)
        self._heading, self._left, self._ended = None, set(), False
        # What is asked because of the new answer is asked; what was left open once is passed and does not come again.
        return self.all(self._ask(state, interview.current(state)))

    def told(self, state: State, name: str) -> Text:
        """A question with the answer that stands."""
        return self._told(Step("item", name), state)

    def _told(self, step: Step, state: State) -> Text:
        item = self._interview.item(step)
        labels = {choice.value: choice.label for choice in choices_at(item, state, self._context)}
        values = values_of(state.answers.get(item.id))
        if not values:
            # Translators: {statement} is what is marked at a question.
            return gettext("{statement}: left open", statement=item.record)
        names = Listing(answer_names(values, {**ANSWER_NAME, **labels}), "comma")
        return gettext("{statement}: {answer}", statement=item.record, answer=names)

    def _is_left(self, step: Step) -> bool:
        return self._ended or _place(self._interview.item(step)) in self._left

    def _one_of(self, question: Text, named: Iterable[tuple[str, Text]]) -> str:
        named = list(named)
        keys = [*"123456789", *"abcdefghijklmnopqrstuvwxyz"]
        offered = [Offered(key, name, label) for key, (name, label) in zip(keys, named, strict=False)]
        return self._prompts.choose(question, offered)

    # --- one question ---

    def _ask(self, state: State, step: Step) -> State:
        """Have one question answered, or left open, or something else done at it."""
        interview, item = self._interview, self._interview.item(step)
        self._introduce(item)
        if state.recorded(step) is not None:
            self._show([Line("text", gettext("So far: {answer}", answer=self._told(step, state)))])
        while True:
            chosen = self._answer(item, state)
            match chosen:
                case _MORE.id:
                    match self._prompts.choose(gettext("What else?"), _ELSE):
                        case "story":
                            self._show([Line("text", self._story)])
                        case "back":
                            self._heading = None
                            return self._back(state)
                        case "section":
                            self._left.add(_place(item))
                            return interview.skip(state)
                        case "end":
                            self._ended = True
                            return interview.skip(state)
                        case _:
                            self._introduce(item)
                case _KEEP.id:
                    return interview.skip(state)
                case None:
                    open_ = {name: answer for name, answer in state.answers.items() if name != item.id}
                    return interview.skip(replace(state, answers=open_))
                case _:
                    return interview.answer(state, chosen)

    def _back(self, state: State) -> State:
        """To the question before, which may lie in a part that was left open."""
        state = self._interview.back(state)
        step = self._interview.current(state)
        if step.kind == "item":
            self._left.discard(_place(self._interview.item(step)))
        return state

    def _introduce(self, item: Item) -> None:
        title = _title(item)
        if self._heading != _place(item):
            self._heading = _place(item)
            self._show([Line("heading", title)])
        asked = (item.ask,) if item.ask is not None else ()
        lines = [Line("paragraph", gettext("The question: {question}", question=each)) for each in asked]
        self._show([*lines, Line("text", gettext("Mark: {statement}", statement=item.record))])

    def _answer(self, item: Item, state: State) -> Answer | None:
        """What was chosen: an answer, `more`, or None where it is left open."""
        choices = choices_at(item, state, self._context)
        what = gettext("What does the story tell?")
        # The first is pointed at, and one Enter too many must not change anything.
        first = [_SKIP] if item.id not in state.answers else [_KEEP, _SKIP]
        if not item.several:
            chosen = self._prompts.choose(what, [*first, *_offered(choices), _MORE])
            return None if chosen == _SKIP.id else chosen
        marked = [choice for choice in choices if not choice.undecided]
        by_themselves = [choice for choice in choices if choice.undecided or (choice.alone and choice.key == "0")]
        chosen = self._prompts.choose(what, [*first, _MARK, *_offered(by_themselves), _MORE])
        match chosen:
            case _SKIP.id:
                return None
            case _MARK.id:
                return self._marks(item, marked)
            case _MORE.id | _KEEP.id:
                return chosen
            case _:
                is_option = chosen in {choice.value for choice in marked}
                return (chosen,) if is_option else chosen

    def _marks(self, item: Item, choices: list[Choice]) -> Answer | None:
        alone = {choice.value for choice in choices if choice.alone}
        ticks = self._prompts.mark(item.record, {choice.value: choice.label for choice in choices}, alone)
        if set(ticks) & alone or len(ticks) == len(choices) - len(alone):
            return ticks
        rest = self._prompts.choose(gettext("And what you did not mark?"), _RESTS)
        key = next(each.key for each in _RESTS if each.id == rest)
        return with_rest(ticks, _REST[key])


def _offered(choices: Iterable[Choice]) -> list[Offered]:
    """Choices, each with a key of one character, its own where it has one."""
    further = iter(_FURTHER_KEYS)
    return [
        Offered(choice.key if len(choice.key) == 1 else next(further), choice.value, choice.label) for choice in choices
    ]


def _place(item: Item) -> str:
    return item.section.id if item.section is not None else item.kind


def _title(item: Item) -> Text:
    section: Section | None = item.section
    if section is not None:
        return section.title or section.id
    return _WISHES if item.kind == "wish" else _STAGE_NAME
