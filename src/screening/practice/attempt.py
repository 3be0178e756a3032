"""One person's attempt at an invented case: what they recorded, marked, with both results and its code (pure)."""

from collections.abc import Mapping

from msgspec import Struct

from screening.engine.assess import Assessor
from screening.interview.answer_code import encode
from screening.practice.marked import Marked
from screening.practice.marking import Marker
from screening.referral.directory import Directory
from screening.referral.moment import Moment
from screening.result.evaluate import Result, evaluate
from screening.sets.answers import Answers
from screening.sets.model import IndicatorSet
from screening.sets.record import Record
from screening.sets.vignette import Vignette

_HERE = "place"
_OF_A_PLACE = "district"


class Attempt(Struct, frozen=True):
    """An attempt at a case.

    Attributes:
        indicator_set, vignette: the case, and the set that it was practised with.
        recorded: what was recorded and counts.
        marked: that, held against the key.
        said: the result of it.
        should: the result of the key, at the same place and time.
        code: the practice code.
    """

    indicator_set: IndicatorSet
    vignette: Vignette
    recorded: Answers
    marked: Marked
    said: Result
    should: Result
    code: str


def attempt_at(
    indicator_set: IndicatorSet,
    vignette: Vignette,
    key: Answers,
    recorded: Answers,
    directories: Mapping[str, Directory],
    moment: Moment,
    assessor: Assessor | None = None,
) -> Attempt:
    """Mark an attempt.

    Args:
        indicator_set: a set that was read without problems.
        vignette: the case.
        key: what is to be recorded of it.
        recorded: what was recorded and counts.
        directories: the directory of each place.
        moment: the time of both results.
        assessor: the rules of the set, where somebody has them ready.
    """
    assessor = assessor or Assessor(indicator_set)
    here = key_at_place(key, recorded)
    return Attempt(
        indicator_set=indicator_set,
        vignette=vignette,
        recorded=recorded,
        marked=Marker(indicator_set, assessor).mark(here, recorded),
        said=evaluate(indicator_set, Record(recorded), directories, moment, assessor),
        should=evaluate(indicator_set, Record(here), directories, moment, assessor),
        code=encode(indicator_set, recorded, case=vignette.id),
    )


def key_at_place(key: Answers, recorded: Answers) -> Answers:
    """The key of a case that is practised elsewhere than it is told of: a room practises with its own numbers.

    Args:
        key: what is to be recorded.
        recorded: what was recorded, with its place.
    """
    place = recorded.get(_HERE, key.get(_HERE))
    if place is None or place == key.get(_HERE):
        return key
    elsewhere = {name: answer for name, answer in key.items() if name != _OF_A_PLACE}
    return {**elsewhere, _HERE: place}
