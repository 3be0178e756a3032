"""What was recorded of one person with a set: nothing that tells who it is (pure)."""

from typing import Annotated

from msgspec import Meta, Struct

from screening.sets.answers import Answer, Answers
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.fields import FileStruct


class Record(Struct, frozen=True):
    """What was recorded.

    Attributes:
        answers: to questions, circumstances and wishes, by their ids; what was not asked is left out.
    """

    answers: Answers = {}


def circumstances_of(answers: Answers) -> dict[str, Answer]:
    """What chooses services and never counts: all that whoever looks for a service needs to know."""
    return {name: answer for name, answer in answers.items() if name in CIRCUMSTANCES}


# An id of an answer, several of them (which may end in how the rest stands), or null for what was not asked.
WrittenAnswer = str | Annotated[tuple[str, ...], Meta(min_length=1)] | None


class WrittenRecord(FileStruct, frozen=True, kw_only=True):
    """One line for `score`: what was recorded of one person, and nothing that tells who it is.

    Attributes:
        id: whatever tells the records apart; it comes back with the result.
        circumstances: what chose rules and services, by its id.
        answers: to questions, by their ids; what was not asked is left out.
    """

    id: str | int
    circumstances: dict[str, WrittenAnswer] = {}
    answers: dict[str, WrittenAnswer] = {}
