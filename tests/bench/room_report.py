"""What the report of a large room costs: 200 people, over 60 questions and over the full set (budget 3 s).

Run it by hand: python -m tests.bench.room_report. It prints; it is no test, for a busy machine must not turn a build
red. Time of the processor, with the rules prepared and the libraries imported, as a command has to.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle
from random import Random

from tests.bench.figures import Figure
from tests.support.building import asked, indicator, small_set
from tests.support.simulated_room import CASES, full_set, keys, simulated_sheets

from screening.practice.report import report
from screening.practice.room import Sheet
from screening.sets.answers import Answers
from screening.sets.model import IndicatorSet

PEOPLE = 200
QUESTIONS = 60
BUDGET = 3


def wide_set(size: int = QUESTIONS) -> IndicatorSet:
    """A set of so many questions, each with an indicator of its own."""
    dimensions = cycle(["recruited", "deception", "coercion", "conditions_of_work", "forced_work"])
    strengths = cycle(["strong", "medium", "weak"])
    names = [f"q-{number}" for number in range(size)]
    return small_set(
        [asked(name, shows=[f"i-{name}"]) for name in names],
        [indicator(f"i-{name}", next(dimensions), next(strengths)) for name in names],
    )


def at_random(
    cases: Sequence[str], indicator_set: IndicatorSet, seed: int = 1
) -> tuple[dict[str, Answers], list[Sheet]]:
    """Keys, and sheets of people who agree on nothing: the most that there can be to compare and to exchange."""
    chance, questions = Random(seed), [question.id for _, _, question in indicator_set.questions()]

    def answers() -> Answers:
        return {question: chance.choice(["yes", "no", "no", "unclear", "declined"]) for question in questions}

    return {case: answers() for case in cases}, [
        Sheet(str(seat), case, answers()) for seat in range(PEOPLE) for case in cases
    ]


def figures() -> Iterator[Figure]:
    """One round of each: a report is made once."""
    wide = wide_set()
    yield _figure(f"a report of {PEOPLE} people, {QUESTIONS} questions, one case", wide, *at_random(["one"], wide))
    name = f"a report of {PEOPLE} people, {QUESTIONS} questions, three cases"
    yield _figure(name, wide, *at_random(["one", "two", "three"], wide))
    sheets = simulated_sheets(people=PEOPLE)
    yield _figure(f"a report of {PEOPLE} people, the full set, {len(CASES)} cases", full_set(), keys(), sheets)


def _figure(what: str, indicator_set: IndicatorSet, keyed: Mapping[str, Answers], sheets: Sequence[Sheet]) -> Figure:
    begin = time.process_time()
    report(indicator_set, keyed, sheets, seed=1)
    return Figure(what, time.process_time() - begin, "s", BUDGET)


if __name__ == "__main__":
    for figure in figures():
        print(figure, flush=True)
