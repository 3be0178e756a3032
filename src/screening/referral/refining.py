"""Which question about the person would change whom to call the most (pure).

The numbers come first, and a question only where its answer could change them: nobody is asked for their papers, or for
anything else about themselves, where that would change nothing.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeAlias

from screening.referral.directory import Directory
from screening.referral.matching import NeedServices, first_to_try, match_services
from screening.referral.moment import Moment
from screening.referral.reasons import OPEN_ENDED
from screening.sets.answers import Answer, Answers
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.needs import Need

# Whoever is not known to be elsewhere is taken to be here, with the screener: asked last, if at all.
_TAKEN_FOR_GRANTED = frozenset({"abroad"})
# For each need the services in order, each with the number to try first.
_Called: TypeAlias = tuple[tuple[tuple[str, str], ...], ...]


def best_question(
    needs: Collection[Need],
    circumstances: Answers,
    directory: Directory,
    moment: Moment,
    may_ask: Iterable[str],
) -> str | None:
    """The circumstance whose answer would change the most whom to call first, and who is left out.

    What the person would answer is not known, so each answer counts alike: a question is worth how much they change on
    average, and less where some of them change nothing. Of two that are worth as much, the first is asked.

    Args:
        needs: what is needed.
        circumstances: what is known already.
        directory: the directory of the place.
        moment: the time, by the clock of its place.
        may_ask: the circumstances that may be asked, in the order in which they are taken where it makes no difference.

    Returns:
        Its id; None where no answer would change anything.
    """
    now = _called(match_services(needs, circumstances, directory, moment))
    best, most = None, (False, 0.0)
    for name in may_ask:
        others = (
            _called(match_services(needs, {**circumstances, name: value}, directory, moment))
            for value in answers_to(name, directory)
        )
        worth = (name not in _TAKEN_FOR_GRANTED, _worth([_change(now, other) for other in others]))
        if worth[1] > 0 and worth > most:
            best, most = name, worth
    return best


def answers_to(name: str, directory: Directory) -> tuple[Answer, ...]:
    """Every definite answer to the question about a circumstance, in a place.

    Args:
        name: the circumstance.
        directory: the directory of the place, which knows its districts and languages.
    """
    kind = CIRCUMSTANCES[name]
    from_the_place: Mapping[str, Collection[str]] = {"languages": directory.languages, "district": directory.districts}
    values = from_the_place.get(name, kind.values)
    return tuple((value,) if kind.several else value for value in values if value not in OPEN_ENDED)


def _worth(changes: Sequence[float]) -> float:
    """How much answers change on average, times the share of them that change anything."""
    if not changes:
        return 0.0
    # Rounded, for what adds up to the same in another order is the same.
    return round(sum(changes) / len(changes) * sum(change > 0 for change in changes) / len(changes), 9)


def _called(by_need: Iterable[NeedServices]) -> _Called:
    return tuple(
        tuple((match.service.id, first_to_try(match).contact.number) for match in need_services.matches)
        for need_services in by_need
    )


def _change(before: _Called, after: _Called) -> float:
    """How much differs between two lists: the first place weighs most; nothing is 0, and only where they are equal."""
    return sum(_change_of_list(one, other) for one, other in zip(before, after, strict=True))


def _change_of_list(before: tuple[tuple[str, str], ...], after: tuple[tuple[str, str], ...]) -> float:
    weights_before = {called: 1 / rank for rank, called in enumerate(before, start=1)}
    weights_after = {called: 1 / rank for rank, called in enumerate(after, start=1)}
    named = dict.fromkeys([*before, *after])
    return sum(abs(weights_before.get(each, 0.0) - weights_after.get(each, 0.0)) for each in named)
