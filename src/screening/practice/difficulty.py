"""How hard a case is to practise on, worked out of its key (pure).

It is worked out and not written into the file: so every vignette has one, an agency's own too, and none is stale when a
rule of the set changes. What it goes by is what people go wrong at:

- *on the border*: the key comes to neither the highest level that the set has nor to nothing;
- *left open*: the story leaves something unclear or unsaid, and that has to be recorded as unknown and not as no;
- *by one thread*: there is a question without which the key would come to another level;
- *nothing comes of it*: something of what the story tells is an indicator, and the key comes to nothing all the same.

None of these is *easy*, one is *medium*, more are *hard*. It cannot see how a story is told, nor which prejudice it
speaks to: a case that an author wrote as a trap may be called easy here.
"""

from collections.abc import Iterator
from typing import Final, Literal, get_args

from screening.engine.assess import Assessment, Assessor
from screening.sets.answers import NOT_DEFINITE, Answers, rest_of
from screening.sets.model import IndicatorSet
from screening.sets.vocabulary import RANK

Difficulty = Literal["easy", "medium", "hard"]
# Why a case is harder than an easy one.
Reason = Literal["border", "open", "thread", "nothing"]

DIFFICULTIES: Final[tuple[Difficulty, ...]] = get_args(Difficulty)


def difficulty(indicator_set: IndicatorSet, key: Answers, assessor: Assessor | None = None) -> Difficulty:
    """How hard a case is.

    Args:
        indicator_set: the set it is practised with.
        key: what is to be recorded of it.
        assessor: the rules of the set, where somebody has them ready.
    """
    found = len(reasons(indicator_set, key, assessor))
    return DIFFICULTIES[min(found, len(DIFFICULTIES) - 1)]


def reasons(indicator_set: IndicatorSet, key: Answers, assessor: Assessor | None = None) -> tuple[Reason, ...]:
    """Why a case is not easy.

    Args:
        indicator_set: the set it is practised with.
        key: what is to be recorded of it.
        assessor: the rules of the set, where somebody has them ready.
    """
    assessor = assessor or Assessor(indicator_set)
    return tuple(_reasons(indicator_set, key, assessor, assessor.assess(key)))


def _reasons(indicator_set: IndicatorSet, key: Answers, assessor: Assessor, assessed: Assessment) -> Iterator[Reason]:
    asked = {question.id: question for _, _, question in indicator_set.questions()}
    rank = RANK[assessed.level]
    if assessed.level == "too_little_known" or 0 < rank < _highest(indicator_set):
        yield "border"
    if any(rest_of(key.get(name)) in NOT_DEFINITE for name in asked):
        yield "open"
    if any(_hangs_on(name, key, assessor, assessed) for name in asked if name in key):
        yield "thread"
    if assessed.level == "none_recorded" and assessed.present:
        yield "nothing"


def _highest(indicator_set: IndicatorSet) -> int:
    """The rank of the highest level that the set has."""
    levels = indicator_set.about.levels
    reached = [RANK[band.level] for band in indicator_set.about.bands]
    reached += [RANK["clear_concern"]] if levels.clear_concern is not None else []
    reached += [RANK["some_concern"]] if levels.some_concern is not None else []
    return max(reached, default=0)


def _hangs_on(name: str, key: Answers, assessor: Assessor, assessed: Assessment) -> bool:
    """Whether the key comes to less where this question was not asked."""
    without = assessor.assess({item: answer for item, answer in key.items() if item != name})
    return RANK[without.level] < RANK[assessed.level]
