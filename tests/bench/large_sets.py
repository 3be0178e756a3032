"""What grows with a set: 3,000 questions and 10,000 indicators against a third of both, where three times is linear.

Run it by hand: python -m tests.bench.large_sets. It prints; it is no test, for a busy machine must not turn a build
red. Where everything is held against everything it is nine and more.
"""

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from tests.bench.budgets import seconds
from tests.bench.figures import Figure
from tests.support.building import asked, hong_kong, indicator, small_set

from screening.engine.assess import Assessor
from screening.engine.explain import explain
from screening.interview.answer_code import decode, encode
from screening.interview.machine import Interview
from screening.interview.state import State
from screening.referral.moment import moment_in
from screening.result.advise import advise
from screening.sets.answers import Answer
from screening.sets.fingerprint import fingerprint
from screening.sets.model import IndicatorSet

QUESTIONS, INDICATORS, DIMENSIONS = 3_000, 10_000, 30
ADULT: dict[str, Answer] = {"age": "adult", "under_18_when_it_began": "no"}


def large_set(questions: int, indicators: int) -> IndicatorSet:
    """A set whose questions show all of its indicators, each by one option."""
    choose = random.Random(1)
    dimensions = {
        f"d-{number}": {"element": ("act", "means", "purpose")[number % 3], "rule": "delphi", "title": "D"}
        for number in range(DIMENSIONS)
    }
    facts = [
        indicator(f"i-{number}", f"d-{number % DIMENSIONS}", choose.choice(("strong", "medium", "weak")))
        for number in range(indicators)
    ]
    shown = [fact["id"] for fact in facts]
    share = -(-indicators // questions)
    options = [
        [
            {"id": f"o-{index}", "label": "O", "shows": [name]}
            for index, name in enumerate(shown[number * share : (number + 1) * share])
        ]
        for number in range(questions)
    ]
    none = {"id": "none", "label": "None"}
    return small_set(
        [
            asked(f"q-{number}", options=[*listed, none, {**none, "id": "other"}])
            for number, listed in enumerate(options)
        ],
        facts,
        dimensions=dimensions,
    )


def timed(questions: int, indicators: int) -> dict[str, float]:
    """Seconds for each, with half of the questions answered."""
    whole = large_set(questions, indicators)
    choose = random.Random(2)
    answers: dict[str, Answer] = {
        question.id: choose.choice(question.choices).id for _, _, question in whole.questions() if choose.random() < 0.5
    }
    assessor, interview = Assessor(whole), Interview(whole)
    assessment = assessor.assess({**answers, **ADULT})
    code = encode(whole, {**answers, **ADULT})
    moment = moment_in(hong_kong(), datetime.now(UTC))
    jobs: dict[str, Callable[[], object]] = {
        "preparing": lambda: Assessor(whole),
        "assess": lambda: assessor.assess({**answers, **ADULT}),
        "explain": lambda: explain(whole, assessment, answers),
        "advise": lambda: advise(whole, assessment, ADULT, hong_kong(), moment),
        # A new state at every round: the last one is remembered.
        "next step": lambda: interview.current(State(answers={**answers, **ADULT})),
        "fingerprint": lambda: fingerprint(whole),
        "code": lambda: encode(whole, {**answers, **ADULT}),
        "code read": lambda: decode(code, [whole]),
    }
    return {name: seconds(job, 5) for name, job in jobs.items()}


def figures() -> Iterator[Figure]:
    """What each costs with a large set, and against a third of it."""
    small, large = timed(QUESTIONS // 3, INDICATORS // 3), timed(QUESTIONS, INDICATORS)
    for name, took in large.items():
        yield Figure(f"{name}, a set of {QUESTIONS:,} questions", took * 1000, "ms", digits=1)
        yield Figure(f"{name}, the same", took / small[name], "x a third of it", digits=1)


if __name__ == "__main__":
    for figure in figures():
        print(figure, flush=True)
