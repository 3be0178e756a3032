"""The order of an interview (pure). Whatever comes in an order takes it from here."""

from collections.abc import Iterable
from typing import Any, Final, Literal, Protocol, TypeVar

# Where `set.yaml` may put a section.
QuestionStage = Literal["urgent", "safety", "questions", "closing", "seen"]
Stage = Literal[
    QuestionStage,
    "place",
    "card",
    "agreement",
    "age",
    "circumstances",
    "hand_over",
    "once_more",
    "wishes",
    "turn",
    "review",
]

# The one order. A stage is a part of the talk: what the set asks in it, or one screen. Safety comes before score, and
# the age before what goes by it: only what cannot wait a minute comes before the age. At `hand_over` the screen is
# given to whoever answers a whole set alone. What the screener saw waits until they turned the screen to themselves:
# whoever sits beside would read it.
STAGES: Final[tuple[Stage, ...]] = (
    "place",
    "card",
    "agreement",
    "urgent",
    "age",
    "safety",
    "circumstances",
    "hand_over",
    "questions",
    "once_more",
    "closing",
    "wishes",
    "turn",
    "seen",
    "review",
)
# What is asked of everybody whatever they answered, and before anything counts: nobody is spared it.
SAFETY: Final[tuple[Stage, ...]] = ("urgent", "safety")
# What a person may be spared once no answer can change the result. What the screener saw costs the person nothing.
MAY_BE_SPARED: Final[tuple[Stage, ...]] = ("questions", "closing")
# What may be left out section by section; the facts about somebody are one. What is always asked is not, nor is safety.
MAY_BE_LEFT: Final[tuple[Stage, ...]] = ("circumstances", "questions")
_NUMBER: Final = {stage: number for number, stage in enumerate(STAGES)}


class InStage(Protocol):
    """Something that stands in a stage: a section as `set.yaml` lists it, or an item."""

    @property
    def stage(self) -> Any: ...


_InStage = TypeVar("_InStage", bound=InStage)


def in_order(placed: Iterable[_InStage]) -> list[_InStage]:
    """Stage by stage; within a stage as they come."""
    return sorted(placed, key=lambda each: _NUMBER[each.stage])


def is_before(stage: Stage, other: Stage) -> bool:
    """Whether a stage comes before another one."""
    return _NUMBER[stage] < _NUMBER[other]
