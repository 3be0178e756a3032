"""From a record to a result (pure): the one way there, for a talk, an example, a test of a set and other programs.

Where the assessment alone is wanted, of a great many records, it is `engine.assess.Assessor`, which is the first step
here too.
"""

from collections.abc import Mapping

from msgspec import Struct

from screening.engine.assess import Assessment, Assessor
from screening.engine.explain import Explanation, explain
from screening.referral.anywhere import directory_of
from screening.referral.directory import Directory
from screening.referral.moment import Moment, moment_in
from screening.result.advise import Advice, advise
from screening.result.htcds import case_fields
from screening.sets.fingerprint import fingerprint
from screening.sets.htcds import CaseFields
from screening.sets.model import IndicatorSet
from screening.sets.record import Record, circumstances_of


class Result(Struct, frozen=True):
    """Everything a result is made of. Never a verdict.

    Attributes:
        indicator_set: the set that the record was made with.
        fingerprint: what tells this version of it from others.
        assessment: how far the record points to trafficking.
        explanation: why.
        advice: what to do, and whom to call.
        case: what it is in the words of a standard for cases.
    """

    indicator_set: IndicatorSet
    fingerprint: str
    assessment: Assessment
    explanation: Explanation
    advice: Advice
    case: CaseFields


def evaluate(
    indicator_set: IndicatorSet,
    record: Record,
    directories: Mapping[str, Directory],
    moment: Moment,
    assessor: Assessor | None = None,
) -> Result:
    """The result of a record at a moment.

    Args:
        indicator_set: a set that was read without problems.
        record: only ids and options of the set (`reading.records` sees to that).
        directories: the directory of each place; that of the record's own place is used.
        moment: the time, by whichever clock; here it is told by that of the record's place.
        assessor: the rules of the set, where somebody has them ready; to prepare them takes longer than to use them.

    Returns:
        The result. Total: every record of a sound set has one, in a place with a directory or without.
    """
    assessor = assessor or Assessor(indicator_set)
    circumstances = circumstances_of(record.answers)
    directory = directory_of(circumstances, directories)
    assessment = assessor.assess(record.answers)
    return Result(
        indicator_set=indicator_set,
        fingerprint=fingerprint(indicator_set),
        assessment=assessment,
        explanation=explain(indicator_set, assessment, record.answers),
        advice=advise(indicator_set, assessment, circumstances, directory, moment_in(directory, moment.utc)),
        case=case_fields(indicator_set, assessment, record.answers),
    )
