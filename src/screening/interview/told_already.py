"""What was told to the questions of one set, as answers to those of the set in which the talk goes on (pure)."""

from collections.abc import Mapping

from screening.sets.answers import NOT_ASKED, Answer, Answers, rest_of, values_of, with_rest
from screening.sets.items import Item
from screening.sets.model import GoesOn
from screening.sets.record import circumstances_of


def told_already(answers: Answers, goes_on: GoesOn, asked: Mapping[str, Item]) -> dict[str, Answer]:
    """What is known of the other set's questions.

    Of several ticks in one list the rest is not asked yet. Where two answers mean two different things, nobody can say
    which: that is asked.

    Args:
        answers: what was recorded and counts.
        goes_on: which of it means what.
        asked: what the other set asks.
    """
    known: dict[str, Answer] = dict(circumstances_of(answers))
    known |= {name: answers[name] for name in goes_on.same if name in answers}
    meant: dict[str, dict[str, None]] = {}
    for name, by_answer in goes_on.answers.items():
        for value in values_of(answers.get(name)):
            for question, answer in by_answer.get(value, {}).items():
                meant.setdefault(question, {})[answer] = None
    for question, named in meant.items():
        item, told = asked.get(question), _as_one(asked.get(question), tuple(named))
        if item is not None and told is not None and question not in known:
            known[question] = told
    return known


def _as_one(item: Item | None, named: tuple[str, ...]) -> Answer | None:
    if item is None:
        return None
    alone = {option.id for option in item.options if option.alone}
    if not item.several or rest_of(named[0]) is not None:
        return named[0] if len(named) == 1 else None
    if alone.isdisjoint(named):
        return with_rest(named, NOT_ASKED)
    return named if len(named) == 1 else None
