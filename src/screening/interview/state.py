"""Where an interview stands: what was recorded, and the trail of steps passed (pure)."""

from typing import Final, Literal

from msgspec import Struct

from screening.sets.answers import Answer, Answers

StepKind = Literal[
    "item",
    "card",
    "agreement",
    "flag",
    "offer",
    "hand_over",
    "give_back",
    "turn",
    "review",
    "end",
]

AGREEMENT: tuple[str, ...] = ("yes", "not_now", "stop")
OFFER: tuple[str, ...] = ("always_only", "go_on")
# The person who answers alone wants no more questions.
STOPPED = "stopped"
# It was answered before this screening began, perhaps to another set.
TAKEN_OVER = "taken_over"
# The rest of its section was left out at this question.
LEFT = "left"
# What was answered alone cannot wait: the screen came back before the end, and may be handed over again.
ASKED_BACK = "asked_back"
# What is handed over where the person answers a whole set alone; otherwise it is a section.
WHOLE_SET = ""


class Step(Struct, frozen=True):
    """One screen.

    Attributes:
        kind: what it is; `item` asks a question, a circumstance or a wish. `hand_over` gives the screen to the person,
            who answers alone until `give_back`; at `turn` the talk ends, and the screen is turned away from the person.
        id: of the item, flag or section; the outcome, for the end.
        again: a skipped item that comes once more.
    """

    kind: StepKind
    id: str = ""
    again: bool = False


class Passed(Struct, frozen=True):
    """A step that lies behind, with what was chosen where that is no answer to keep."""

    step: Step
    choice: str = ""


class State(Struct, frozen=True):
    """Where an interview stands. Answers live here and nowhere else.

    Attributes:
        answers: everything recorded, by the item's id; answers stand until they are changed.
        trail: the steps that lie behind; going back shortens it.
        back_at: the step to which the screener went back; None where the next step follows from the rest.
        corrects: whether that was from the review, to which the way leads back.
        finished: the screener chose to finish with what there is; only the review is left.
    """

    answers: Answers = {}
    trail: tuple[Passed, ...] = ()
    back_at: Step | None = None
    corrects: bool = False
    finished: bool = False

    def recorded(self, step: Step) -> Answer | None:
        """What stands recorded for the item of a step."""
        return self.answers.get(step.id) if step.kind == "item" else None


ANSWERED: Final[frozenset[StepKind]] = frozenset({"item", "agreement", "offer"})
# Only the screener goes back from here, and not to what the person answered alone: that is corrected in the review.
WALLS: Final[frozenset[StepKind]] = frozenset({"hand_over", "give_back"})
TURN: Final = Step("turn")
REVIEW: Final = Step("review")
