"""What can be told of where an interview stands: the step, what is possible at it, and how far it is (pure)."""

from msgspec.structs import replace

from screening.engine.assess import Assessment
from screening.interview.alone import Alone
from screening.interview.applying import Applying
from screening.interview.cards import Cards
from screening.interview.matters import Services
from screening.interview.state import AGREEMENT, OFFER, TURN, Passed, State, Step
from screening.interview.steps_due import StepsDue
from screening.sets.answers import Answer
from screening.sets.guidance import Pathway
from screening.sets.items import Item
from screening.sets.model import IndicatorSet
from screening.sets.order import MAY_BE_LEFT


class Standing:
    """What can be told of the states of an interview of one set.

    What was worked out of the last state is remembered, and only that, because a screen asks for it several times.
    """

    def __init__(self, indicator_set: IndicatorSet, services: Services | None = None) -> None:
        """Prepare the interview.

        Args:
            indicator_set: a set without problems.
            services: whoever may be called, so that nothing is asked that could not change that; None where that is
                not known, and everything is asked.
        """
        self.set = indicator_set
        self._applying = Applying(indicator_set, services)
        self._cards = Cards(indicator_set, self._applying)
        self._alone = Alone(indicator_set, self._applying, self._cards)
        self._steps = StepsDue(indicator_set, self._applying, self._cards, self._alone)
        self.assessor = self._applying.assessor
        self.asks = indicator_set.asks
        self.items = self._applying.items
        sections = dict.fromkeys(item.section.id for item in self.items.values() if item.section is not None)
        self._section_number = {section: number for number, section in enumerate(sections, 1)}
        self._last: tuple[State, Step] | None = None

    def current(self, state: State) -> Step:
        """The step at which the interview stands."""
        if state.back_at is not None:
            return state.back_at
        # A state never changes.
        if self._last is None or self._last[0] is not state:
            self._last = (state, next(self._steps.due(state), Step("end", "result")))
        return self._last[1]

    def item(self, step: Step) -> Item:
        """What a step of kind `item` asks."""
        return self.items[step.id]

    def handed_over(self, state: State) -> str | None:
        """The section that the person answers alone now, or `WHOLE_SET`; None where the screener has the screen."""
        handing = self._alone.handing(state)
        return handing.step.id if handing is not None else None

    def may_hand_over(self, state: State) -> bool:
        """Whether the rest of this section can be given to the person, to answer alone."""
        step = self.current(state)
        if step.kind != "item" or state.finished or self.handed_over(state) is not None:
            return False
        # What comes once more, and what is corrected, is the screener's: alone, nothing would be left to answer.
        if {TURN, replace(step, again=False)} & {entry.step for entry in state.trail}:
            return False
        item = self.item(step)
        return item.stage == "questions" and item.ask_self is not None

    def is_read_beside(self, state: State) -> bool:
        """Whether somebody who is asked sits beside and may read the screen: it was not turned to the screener yet."""
        return self.asks and Passed(TURN) not in state.trail

    def begins_section(self, state: State) -> bool:
        """Whether another section of questions begins here: a good moment for a break."""
        return not state.finished and self._steps.begins_section(state, self.current(state))

    def assessment(self, state: State) -> Assessment:
        """The assessment of what is recorded so far."""
        return self.assessor.assess(state.answers)

    def may_be_lost(self, state: State) -> tuple[Pathway, ...]:
        """The guidance that the questions could still open which the offer would leave out."""
        could_open = self.assessor.could_be_opened_by(self._steps.spared(state), state.answers)
        return tuple(pathway for pathway in self.set.guidance if pathway.id in could_open)

    def progress(self, state: State) -> tuple[int, int]:
        """The section in which the interview stands and the number of sections, from 1. Never a score.

        What comes once more, or stands in no section, leaves it where it was.
        """
        step = self.current(state)
        here = self.item(step).section if step.kind == "item" and not step.again else None
        behind = (self.item(entry.step).section for entry in state.trail if entry.step.kind == "item")
        sections = [here] if here is not None else [section for section in behind if section is not None]
        return max((self._section_number[section.id] for section in sections), default=1), len(self._section_number)

    def set_aside(self, state: State) -> tuple[str, ...]:
        """The questions that have an answer which does not count, because the question does not apply (any more)."""
        return self._applying.set_aside(state)

    def in_force(self, state: State) -> dict[str, Answer]:
        """The answers without those that are set aside."""
        return self._applying.in_force(state)

    def to_review(self, state: State) -> tuple[Step, ...]:
        """What is recorded and counts, and what was passed without an answer, each once and in the order of asking."""
        return self._steps.to_review(state)

    def takes(self, step: Step, value: Answer) -> bool:
        """Whether the value is an answer to the step."""
        match step.kind:
            case "agreement":
                return value in AGREEMENT
            case "offer":
                return value in OFFER
            case "item":
                return self.item(step).takes(value)
            case _:
                return False

    def may_leave_section(self, state: State) -> bool:
        """Whether the rest of this section can be left out: nothing of safety, and nothing that is always asked, is.

        What was skipped was asked, whatever it is: where it comes once more, all of it can be left at once.
        """
        step = self.current(state)
        if step.kind != "item" or state.corrects or state.finished or self.handed_over(state) is not None:
            return False
        item = self.item(step)
        return step.again or (item.stage in MAY_BE_LEFT and not item.always)
