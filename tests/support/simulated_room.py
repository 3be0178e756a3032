"""A room of simulated people with known error rates, who practise on cases of the full set; and one question that two
readings are possible of, so that a report has something to find.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from random import Random

from screening.interview.answer_code import encode
from screening.practice.room import Sheet
from screening.reading.records import RecordReader
from screening.reading.sets import find_set
from screening.sets.answers import Answer, Answers, rest_of, ticks_of, with_rest
from screening.sets.model import IndicatorSet
from screening.sets.questions import Question
from screening.sets.record import circumstances_of

# Half of the room reads the hours of work in another way than the key does, and in each of these that moves the level:
# two of them from where their key is, two of them to where it should not be.
CASES = ("all-as-agreed", "uniform-job", "strict-house", "the-orchard-bus")
AMBIGUOUS = "long-hours"
_OTHER_READING = {"yes": "no", "no": "yes"}
SEED = 20

PEOPLE = 20
# At how many of its questions the worst of the room makes a mistake; the best makes none, and the rest stand between.
WORST = 0.1


@cache
def full_set() -> IndicatorSet:
    """The set that the room practises with."""
    return find_set("palermo")


@cache
def keys(cases: Sequence[str] = CASES) -> Mapping[str, Answers]:
    """The record that each vignette has, in their order."""
    reader, vignettes = RecordReader(full_set()), {each.id: each for each in full_set().vignettes}
    return {name: reader.record(vignettes[name].answers, vignettes[name].circumstances).answers for name in cases}


def simulated_sheets(
    cases: Sequence[str] = CASES,
    *,
    people: int = PEOPLE,
    worst: float = WORST,
    ambiguous: str | None = AMBIGUOUS,
    seed: int = SEED,
) -> list[Sheet]:
    """A sheet of each case for each seat, the same ones for the same seed.

    Args:
        cases: ids of vignettes.
        people: how many there are; seats are called by their number.
        worst: the error rate of the last seat. That of the first is 0, and the others stand evenly between.
        ambiguous: a question that every second seat answers the other way, or None.
        seed: of their mistakes.
    """
    chance = Random(seed)
    return [
        Sheet(str(seat), case, _answers(keys(tuple(cases))[case], worst * index / max(1, people - 1), chance, turns))
        for index, seat in enumerate(range(1, people + 1))
        for turns in [ambiguous if seat % 2 == 0 else None]
        for case in cases
    ]


def sheets_at_random(cases: Sequence[str] = CASES, *, people: int = PEOPLE, seed: int = SEED) -> list[Sheet]:
    """Sheets of people who answer every question at random, whatever the story; who they talk to, they know."""
    chance, questions = Random(seed), [question for _, _, question in full_set().questions()]
    return [
        Sheet(
            str(seat),
            case,
            {
                **circumstances_of(keys(tuple(cases))[case]),
                **{question.id: _anyhow(question, chance) for question in questions},
            },
        )
        for seat in range(1, people + 1)
        for case in cases
    ]


def lines_of(sheets: Sequence[Sheet]) -> Iterator[str]:
    """What is read out in the room, as it is collected: a line with the seat, the case and its practice code."""
    for sheet in sheets:
        yield f"{sheet.seat} {sheet.case} {encode(full_set(), sheet.answers, case=sheet.case)}"


def _answers(key: Answers, rate: float, chance: Random, turned: str | None) -> dict[str, Answer]:
    questions = {question.id: question for _, _, question in full_set().questions()}
    answers = dict(key)
    for name, answer in key.items():
        if name in questions and chance.random() < rate:
            answers[name] = _mistaken(questions[name], answer, chance)
    if turned is not None and turned in key:
        answers[turned] = _OTHER_READING[str(key[turned])]
    return answers


def _anyhow(question: Question, chance: Random) -> Answer:
    """Any answer: of a list each option with an even chance."""
    if not question.several:
        return chance.choice([option.id for option in question.choices] + ["unclear"])
    ticks = [option.id for option in question.choices if not option.alone and chance.random() < 0.5]
    return with_rest(ticks, None) or tuple(option.id for option in question.choices if option.alone)[:1] or "unclear"


def _mistaken(question: Question, answer: Answer, chance: Random) -> Answer:
    """Another answer: of a list with one tick more or less, or with its rest left unclear."""
    if not question.several:
        return chance.choice([option.id for option in question.choices if option.id != answer] + ["unclear"])
    options = [option.id for option in question.choices if not option.alone]
    alone = [option.id for option in question.choices if option.alone]
    ticks, rest = [tick for tick in ticks_of(answer) if tick not in alone], rest_of(answer)
    if rest is None and chance.random() < 0.25:
        return with_rest(ticks, "unclear") or "unclear"
    other = chance.choice(options)
    told = [tick for tick in options if (tick in ticks) != (tick == other)]
    return with_rest(told, rest) or (alone[0],)
