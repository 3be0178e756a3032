"""Whom to call at this moment, and on a card for the person, without a screening or after one."""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from screening.commands.card_words import card_languages
from screening.commands.clock import now
from screening.referral.anywhere import ANYWHERE
from screening.referral.directory import Directory
from screening.referral.matching import NeedServices, match_services
from screening.referral.moment import moment_in
from screening.referral.refining import best_question
from screening.sets.answers import Answer, Answers
from screening.sets.childhood import is_perhaps_a_child
from screening.sets.needs import Need
from screening.show.card import CarryCard
from screening.show.law import duty_lines
from screening.show.lines import Line
from screening.show.numbers import service_lines
from screening.show.service_details import detail_lines
from screening.show.whom_to_call import emergency_lines, first_numbers_lines
from screening.terminal.card_to_carry import CardToCarry
from screening.terminal.screen import Dialog


class NumbersNow:
    """Whom to call at this moment; each answer goes by one reading of the clock."""

    def __init__(self, own: Sequence[Path]) -> None:
        self._own = own

    def emergency(self, directory: Directory, circumstances: Mapping[str, Answer]) -> Sequence[Line]:
        return tuple(emergency_lines(directory, circumstances))

    def first(self, directory: Directory, needs: Sequence[Need], circumstances: Mapping[str, Answer]) -> Sequence[Line]:
        moment = moment_in(directory, now())
        by_need = match_services(needs, circumstances, directory, moment)
        return [*emergency_lines(directory, circumstances), *first_numbers_lines(by_need, moment.today)]

    def in_full(
        self, directory: Directory, needs: Sequence[Need], circumstances: Mapping[str, Answer]
    ) -> tuple[Sequence[Line], Sequence[Line]]:
        moment = moment_in(directory, now())
        by_need = match_services(needs, circumstances, directory, moment)
        duties = directory.duties_for(needs, child=is_perhaps_a_child(circumstances))
        numbers = list(service_lines(directory, by_need, moment.today, circumstances))
        return numbers, [*detail_lines(directory, by_need, moment.today), *duty_lines(duties)]

    def card(
        self, directory: Directory, needs: Sequence[Need], circumstances: Mapping[str, Answer], back_to: Dialog
    ) -> Dialog:
        by_need = match_services(needs, circumstances, directory, moment_in(directory, now()))
        return card_to_carry(self._own, directory, by_need, circumstances, back_to)

    def question(
        self,
        directory: Directory,
        needs: Sequence[Need],
        circumstances: Mapping[str, Answer],
        may_ask: Collection[str],
    ) -> str | None:
        return best_question(needs, circumstances, directory, moment_in(directory, now()), may_ask)


def card_to_carry(
    own: Sequence[Path],
    directory: Directory,
    by_need: Collection[NeedServices],
    circumstances: Answers,
    back_to: Dialog,
    save: Callable[[CarryCard, Dialog], Dialog] | None = None,
    reads: str | None = None,
) -> Dialog:
    """The card for the person. What holds anywhere has numbers of no place in particular."""
    listed = by_need if directory.place != ANYWHERE else ()
    return CardToCarry(listed, circumstances, back_to, save, card_languages(own, directory.place, reads))
