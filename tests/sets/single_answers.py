"""Which single answers take an adult to clear concern while nothing else is recorded: the table in docs/method.md.

Run it by hand after a change of what answers show, or of the rules: python -m tests.sets.single_answers
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from screening.engine.assess import Assessor
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.sets.answers import Answer
from tests.sets.method_page import METHOD, Part

PART: Final = Part("single answers")
ADULT: Final[Mapping[str, Answer]] = {"age": "adult", "under_18_when_it_began": "no"}


@dataclass(frozen=True)
class SingleAnswer:
    """One answer, or one tick, of a built-in set."""

    set_id: str
    question: str
    option: str


@dataclass(frozen=True)
class Named:
    """Why a single answer is enough, with the vignette that shows it, and one that just does not come to as much."""

    why: str
    case: str
    near_miss: str


NAMED: Final[Mapping[SingleAnswer, Named]] = {}


def enough_alone() -> Iterator[SingleAnswer]:
    """Every single answer of a built-in set that is clear concern for an adult who answers nothing else.

    What is unknown is taken as absent in the lower bound: to all the rest, the answer is as good as no.
    """
    for name in set_ids():
        indicator_set = find_set(name)
        assessor = Assessor(indicator_set)
        for _, _, question in indicator_set.questions():
            for option in question.choices:
                answer: Answer = (option.id,) if question.several else option.id
                if assessor.assess({**ADULT, question.id: answer}).bounds[0] == "clear_concern":
                    yield SingleAnswer(name, question.id, option.id)


def table() -> Iterator[str]:
    """The table as Markdown, line by line; one sentence where there is no such answer."""
    if not NAMED:
        yield "No answer of a built-in set does so."
        return
    yield "| set | question | answer | why it is enough | case | near miss |"
    yield "|---|---|---|---|---|---|"
    for answer, named in NAMED.items():
        questions = {question.id: question for _, _, question in find_set(answer.set_id).questions()}
        question = questions[answer.question]
        (label,) = (option.label for option in question.choices if option.id == answer.option)
        cells = (answer.set_id, question.record, label, named.why, f"`{named.case}`", f"`{named.near_miss}`")
        yield f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    for each in enough_alone():
        print(each.set_id, each.question, each.option, "" if each in NAMED else "(not named)")
    METHOD.write_text(PART.written(METHOD.read_text(encoding="utf-8"), table()), encoding="utf-8")
