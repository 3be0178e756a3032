"""What was recorded of one person with a set: nothing that tells who it is (pure)."""

from msgspec import Struct

from screening.sets.answers import Answer, Answers
from screening.sets.circumstances import CIRCUMSTANCES


class Record(Struct, frozen=True):
    """What was recorded.

    Attributes:
        answers: to questions, circumstances and wishes, by their ids; what was not asked is left out.
    """

    answers: Answers = {}


def circumstances_of(answers: Answers) -> dict[str, Answer]:
    """What chooses services and never counts: all that whoever looks for a service needs to know."""
    return {name: answer for name, answer in answers.items() if name in CIRCUMSTANCES}
