"""What was recorded of one person with a set: nothing that tells who it is (pure)."""

from msgspec import Struct

from screening.sets.model import Answers


class Record(Struct, frozen=True):
    """Answers and circumstances.

    Attributes:
        answers: question id to answer; a question that was not asked is left out.
        circumstances: circumstance id to value, likewise.
    """

    answers: Answers = {}
    circumstances: Answers = {}
