"""What a question rates, as an indicator with marks (pure)."""

from collections.abc import Iterable

from screening.sets.answers import Answer
from screening.sets.model import Indicator, SetFile
from screening.sets.questions import Option, Question
from screening.sets.vocabulary import STRENGTHS


class RatedIndicator(Indicator, frozen=True, kw_only=True):
    """What a question rates: one fact, which counts as much as the mark that was given.

    Its own strength and weight are those of the highest marks.

    Attributes:
        marks: the answers with which it is there at all.
    """

    marks: tuple[Option, ...]

    def mark(self, answer: Answer | None) -> Option | None:
        """The mark that was given; None where the answer says that there is nothing."""
        return next((mark for mark in self.marks if mark.id == answer), None)


def rated_indicators(about: SetFile, questions: Iterable[Question]) -> tuple[RatedIndicator, ...]:
    """What questions rate, as indicators.

    Args:
        about: the set, which has the dimension that each of them names, or one only.
        questions: of any kind, with the answers of scales in their place.
    """
    return tuple(rated_indicator(about, question) for question in questions if question.is_rating)


def rated_indicator(about: SetFile, question: Question) -> RatedIndicator:
    """What one question rates, as `rated_indicators`."""
    marks = tuple(option for option in question.choices if option.marks)
    strengths = [option.strength for option in marks if option.strength is not None]
    weights = [option.weight for option in marks if option.weight]
    dimension = question.dimension or next(iter(about.dimensions), "")
    common = about.dimensions[dimension].source if dimension in about.dimensions else None
    return RatedIndicator(
        id=question.id,
        states=question.record,
        dimension=dimension,
        strength=min(strengths, key=STRENGTHS.index, default=None),
        source=question.source or common,
        weight=max(weights, default=None),
        marks=marks,
    )
