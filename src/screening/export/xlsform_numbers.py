"""Whom to call in one place, as far as a form can say it (pure).

A service is named where nothing speaks against it that the age, the gender and the wish about the police decide. What
else could, is asked on the telephone: so is whether anybody answers now, for a form has no clock.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time
from itertools import product
from typing import Final, TypeAlias

from msgspec import Struct

from screening.export.xlsform_answers import Answered
from screening.export.xlsform_assessment import AssessmentFields
from screening.export.xlsform_expressions import FALSE, TRUE, all_of, any_of, negated
from screening.export.xlsform_rows import Notes, Row, Spoken, bold, listed
from screening.language.messages import Listing, Text, gettext, pgettext
from screening.referral.contact_now import is_sure
from screening.referral.directory import Directory
from screening.referral.freshness import doubts
from screening.referral.matching import Match, first_to_try, match_services
from screening.referral.moment import Moment, moment_in
from screening.result.advise import flag_card
from screening.sets.answers import DECLINED
from screening.sets.childhood import is_perhaps_a_child
from screening.sets.model import IndicatorSet
from screening.sets.needs import NEEDS, Need, NeedKind
from screening.show.contacts import SIGN, name_of, number_of, with_police
from screening.show.freshness import SIGN_MEANS
from screening.show.hours import hours_text
from screening.show.needs import NEED_NAME
from screening.show.whom_to_call import emergency_lines

_MOST: Final = 2
_HEADING: Final = gettext("Whom to call")
_ASK: Final = gettext("Ask each whether they take this person. Hours, rooms and numbers change.")
_YOUR_LIST: Final = gettext("Call the numbers on your list: this form was made for no place.")

# The answers that decide who is named; None for everything else, and for nothing.
_DECIDING: Final[Mapping[str, tuple[str | None, ...]]] = {
    "age": ("child", "adult", "unsure", DECLINED, None),
    "gender": ("woman", "man", "other", None),
    "police": ("yes", "no", None),
}
_Case: TypeAlias = tuple[str | None, ...]


class _Named(Struct, frozen=True):
    """A service that is named, by a number of it.

    Attributes:
        ask_first: something has to be asked before anybody is sent there.
        doubted: the number may have changed.
    """

    service: str
    number: str
    ask_first: bool
    doubted: bool


class NeedNumbers(Struct, frozen=True):
    """Who is named for a need, and when."""

    need: Need
    named: tuple[_Named, ...]
    relevant: str


def numbers_of(
    directory: Directory, indicator_set: IndicatorSet, assessment: AssessmentFields, answered: Answered
) -> list[NeedNumbers]:
    """Who is named for each need.

    Args:
        directory: of the place.
        indicator_set: the set, whose flags and pathways have needs.
        assessment: whether each of these is raised or open.
        answered: what was answered.
    """
    moment = _moment_of(directory)
    told = []
    for need, blocks in _needs(indicator_set, assessment).items():
        cases = {case: _named(need, case, directory, moment) for case in product(*_DECIDING.values())}
        for named, relevant in _conditions(cases, answered):
            if named:
                told.append(NeedNumbers(need, named, all_of([any_of(blocks), relevant])))
    return told


def number_notes(told: Iterable[NeedNumbers], spoken: Spoken, notes: Notes) -> Iterator[Row]:
    """The notes with the numbers, in one language.

    Args:
        told: who is named.
        spoken: the language, with the directory in it; where it has none, the form was made for no place.
        notes: makes the notes.
    """
    directory, say = spoken.directory, spoken.say
    if directory is None:
        yield notes.note(bold(say(_HEADING)), say(_YOUR_LIST))
        return
    told = list(told)
    legend = [_ASK, *([SIGN_MEANS] if any(each.doubted for one in told for each in one.named) else [])]
    made = gettext("Numbers of {date}.", date=directory.as_of)
    # The one number that works at once stands there in any case.
    danger = [line.text for line in emergency_lines(directory, {})]
    yield notes.note(bold(say(_HEADING)), *map(say, (*danger, *legend, made)))
    for each in told:
        lines = listed(say(_line(one, directory)) for one in each.named)
        yield notes.note(bold(say(NEED_NAME[each.need])), lines, relevant=each.relevant)


def lines_at_once(needs: Iterable[Need], spoken: Spoken, child: bool) -> list[str]:
    """Whom to call at once, on a card: only for needs that wait for no other answer, and each number once.

    Args:
        needs: of the card.
        spoken: the language, with the directory in it; without one there are no numbers.
        child: whether the person is a child, or may be one. Nothing else is known yet.
    """
    directory = spoken.directory
    if directory is None:
        return []
    moment = _moment_of(directory)
    case = ("child" if child else None, None, None)
    cannot_wait = [need for need in needs if _cannot_wait(NEEDS[need])]
    named = [one for need in cannot_wait for one in _named(need, case, directory, moment)]
    once = {(one.service, one.number): one for one in named}
    return [spoken.say(_line(one, directory)) for one in once.values()]


def _cannot_wait(kind: NeedKind) -> bool:
    return kind.urgent or kind.by_ambulance or kind.lifeline


def _moment_of(directory: Directory) -> Moment:
    """A form has no clock: it says what the directory said on its day."""
    return moment_in(directory, datetime.combine(datetime.fromisoformat(directory.as_of), time(12)))


def _needs(indicator_set: IndicatorSet, assessment: AssessmentFields) -> dict[Need, list[str]]:
    """Every need, in the order in which flags and pathways name them, with what names it."""
    needs: dict[Need, list[str]] = {}
    for flag, raised in assessment.flags.items():
        for need in flag_card(indicator_set, flag).needs:
            needs.setdefault(need, []).append(raised)
    for pathway in indicator_set.guidance:
        for need in pathway.needs:
            needs.setdefault(need, []).append(assessment.pathways[pathway.id])
    return needs


def _named(need: Need, case: _Case, directory: Directory, moment: Moment) -> tuple[_Named, ...]:
    circumstances = {name: said for name, said in zip(_DECIDING, case, strict=True) if said is not None}
    (found,) = match_services([need], circumstances, directory, moment)
    may_be = [match for match in found.matches if _may_be_named(match, need, circumstances)]
    return tuple(
        _Named(
            match.service.id,
            first_to_try(match).contact.number,
            bool(match.ask_first),
            bool(doubts(first_to_try(match).contact, match.service, moment.today)),
        )
        for match in may_be[:_MOST]
    )


def _may_be_named(match: Match, need: Need, circumstances: Mapping[str, str]) -> bool:
    """As on a result's first page: none who tell the police against the person's wish, unless a life is in danger."""
    wish = circumstances.get("police")
    may_tell = wish != "no" if is_perhaps_a_child(circumstances) else wish == "yes"
    quiet = match.service.informs_police != "yes" or may_tell or NEEDS[need].urgent or NEEDS[need].by_ambulance
    return is_sure(first_to_try(match)) and quiet


def _conditions(
    cases: Mapping[_Case, tuple[_Named, ...]], answered: Answered
) -> Iterator[tuple[tuple[_Named, ...], str]]:
    """When each of some rows of services is named, by the answers that make a difference."""
    matter = [number for number in range(len(_DECIDING)) if _matters(number, cases)]
    when: dict[tuple[_Named, ...], dict[tuple[str | None, ...], None]] = {}
    for case, named in cases.items():
        when.setdefault(named, {})[tuple(case[number] for number in matter)] = None
    names = list(_DECIDING)
    for named, told in when.items():
        yield (
            named,
            any_of(
                all_of(_is(names[number], said, answered) for number, said in zip(matter, each, strict=True))
                for each in told
            ),
        )


def _matters(number: int, cases: Mapping[_Case, tuple[_Named, ...]]) -> bool:
    """Whether the answer of this number makes a difference."""

    def without(case: _Case) -> _Case:
        return (*case[:number], *case[number + 1 :])

    first: dict[_Case, tuple[_Named, ...]] = {}
    return any(first.setdefault(without(case), named) != named for case, named in cases.items())


def _is(item: str, said: str | None, answered: Answered) -> str:
    if said is not None:
        return answered.any_of(item, [said])
    known = answered.any_of(item, [each for each in _DECIDING[item] if each is not None])
    return TRUE if known == FALSE else negated(known)


def _line(named: _Named, directory: Directory) -> Text:
    service = next(each for each in directory.services if each.id == named.service)
    contact = next(each for each in service.contacts if each.number == named.number)
    title = with_police(name_of(service.names), service)
    number = number_of(contact, directory.place.upper())
    parts: list[Text] = [gettext("{number} {sign}", number=number, sign=SIGN) if named.doubted else number, title]
    if contact.hours is not None:
        parts.append(hours_text(contact.hours))
    if named.ask_first:
        parts.append(pgettext("a service", "ask first"))
    return gettext("{parts}", parts=Listing(tuple(parts), "comma"))
