"""Practice codes of made-up people, for the tests of workshops."""

from functools import cache

from screening.interview.answer_code import encode
from screening.reading.records import RecordReader
from screening.reading.sets import find_set
from screening.sets.answers import Answer
from screening.sets.model import IndicatorSet

CASE = "quiet-kitchen"
OTHER_CASE = "fifteen"


@cache
def full_set() -> IndicatorSet:
    """The set of the cases."""
    return find_set("palermo")


@cache
def key_of(case: str = CASE) -> dict[str, Answer]:
    """What is recorded of a case by who records it as its key does."""
    vignette = next(each for each in full_set().vignettes if each.id == case)
    return dict(RecordReader(full_set()).record(vignette.answers, vignette.circumstances).answers)


def practice_code(case: str = CASE, **differently: Answer | None) -> str:
    """The code of somebody who answered as the key of a case does, but for some questions; None: not asked."""
    changed = {name.replace("_", "-"): answer for name, answer in differently.items()}
    answers = {name: answer for name, answer in {**key_of(case), **changed}.items() if answer is not None}
    return encode(full_set(), answers, case=case)


def real_code(case: str = CASE) -> str:
    """The code of a real screening."""
    return encode(full_set(), key_of(case))


def mistyped(code: str, group: int = 6) -> str:
    """A code with one wrong character in a group."""
    groups = code.split("-")
    begin, wrong, end = groups[group - 1][:2], groups[group - 1][2], groups[group - 1][3:]
    groups[group - 1] = f"{begin}{'A' if wrong != 'A' else 'B'}{end}"
    return "-".join(groups)
