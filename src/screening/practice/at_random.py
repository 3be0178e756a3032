"""What people would come to who answer every question at random, whatever the story (pure).

Beside it a number on agreement can be read: what nobody meant is no agreement.
"""

from collections.abc import Callable, Iterator

from screening.sets.answers import Answer, Answers
from screening.sets.model import IndicatorSet
from screening.sets.questions import Question
from screening.sets.record import circumstances_of


def records_at_random(
    indicator_set: IndicatorSet, key: Answers, people: int, chance: Callable[[], float]
) -> Iterator[Answers]:
    """Records of one case: one answer is as likely as another, and each option of a list as likely as not.

    Args:
        indicator_set: the set.
        key: whom they talk to, they know: circumstances are those of the case.
        people: how many there are.
        chance: draws a number from 0 up to, but not including, 1.
    """
    questions, circumstances = [question for _, _, question in indicator_set.questions()], circumstances_of(key)
    for _ in range(people):
        yield circumstances | {question.id: _answer(question, chance) for question in questions}


def _answer(question: Question, chance: Callable[[], float]) -> Answer:
    options = [option.id for option in question.choices if not (question.several and option.alone)]
    if question.several:
        return tuple(option for option in options if chance() < 0.5)
    return options[int(chance() * len(options))]
