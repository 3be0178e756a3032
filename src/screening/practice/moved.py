"""Whether it matters how a question is read (pure): a sheet with one reading is assessed with the other in its place.

Only the answer to the one question is exchanged. As in any talk, what that closes is set aside, and what it opens
is not asked unless it was answered before.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from screening.engine.assess import Assessor
from screening.practice.cases import Case
from screening.practice.exchanges import Exchange, effects_in, exchanges
from screening.practice.room import Moved, Shift
from screening.sets.answers import Answer, Answers
from screening.sets.items import Item
from screening.sets.vocabulary import Level

# What a record comes to.
LevelOf = Callable[[Answers], Level]


def moved_levels(
    cases: Sequence[Case], items: Mapping[str, Item], assessor: Assessor, level_of: LevelOf
) -> tuple[Moved, ...]:
    """The readings that lead to two levels.

    First those over which most pairs of people disagree, as far as the level moved. The key counts as one more person:
    so a reading that the whole room had, and the case did not mean, is among them.

    Args:
        cases: with their sheets.
        items: what the set asks.
        assessor: of the set.
        level_of: what tells the level of a record; it is asked for a great many.
    """
    found = [each for case in cases for each in _moved_in(case, items, assessor, level_of)]
    return tuple(sorted(found, key=_weight, reverse=True))


def _moved_in(case: Case, items: Mapping[str, Item], assessor: Assessor, level_of: LevelOf) -> Iterator[Moved]:
    for question in case.questions(items):
        name = question.item.id
        for exchange in exchanges(question, effects_in(assessor, question)):
            held: dict[str, list[int]] = {}
            for seat, sheet in enumerate(case.sheets):
                reading = _reading(exchange, sheet.answers.get(name))
                if reading is not None:
                    held.setdefault(reading, []).append(seat)
            keyed = _reading(exchange, case.key.answers.get(name))
            readings = sorted({*held, *({keyed} if keyed is not None else ())})
            for one, other in combinations(readings, 2):
                if exchange.may_move(one, other):
                    yield from _compared(case, name, exchange, (one, other), held, keyed, level_of)


def _compared(
    case: Case,
    name: str,
    exchange: Exchange,
    readings: tuple[str, str],
    held: Mapping[str, Sequence[int]],
    keyed: str | None,
    level_of: LevelOf,
) -> Iterator[Moved]:
    """What two readings come to, if that is not everywhere the same."""
    shifts: Counter[tuple[Level, Level]] = Counter()
    one, other = readings
    for reading, exchanged in ((one, other), (other, one)):
        for seat in held.get(reading, ()):
            sheet = case.sheets[seat]
            put = exchange.put(sheet.answers[name], exchanged)
            if put is not None:
                own, with_other = sheet.assessment.level, level_of({**sheet.record, name: put})
                shifts[(own, with_other) if reading == one else (with_other, own)] += 1
    # Most frequent first, and equal ones by name: a count alone would leave it to the order of the seats.
    moving = sorted((-sheets, levels) for levels, sheets in shifts.items() if levels[0] != levels[1])
    if moving:
        yield Moved(
            case=case.id,
            question=name,
            option=exchange.option,
            readings=readings,
            seats=(len(held.get(one, ())), len(held.get(other, ()))),
            keyed=keyed if keyed in readings else None,
            shifts=tuple(Shift(levels, -sheets) for sheets, levels in moving),
            sheets=shifts.total(),
        )


def _reading(exchange: Exchange, answer: Answer | None) -> str | None:
    return None if answer is None else exchange.reading(answer)


def _weight(moved: Moved) -> float:
    """How many pairs of people disagree over it, the key among them, as far as the level moved."""
    one, other = (seats + (reading == moved.keyed) for reading, seats in zip(moved.readings, moved.seats, strict=True))
    return one * other * moved.moved / moved.sheets
