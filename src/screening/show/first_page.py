"""The first page of a result: one sentence, what to do now, and numbers. Short enough for a small screen."""

from collections.abc import Iterator
from datetime import date

from screening.language.messages import Listing, Message, Text, gettext, pgettext
from screening.referral.matching import Match, NeedServices, first_to_try, is_sure
from screening.result.advise import Advice
from screening.result.evaluate import Result
from screening.sets.needs import NEEDS, Need
from screening.show.contacts import name_of, short_contact, with_police
from screening.show.freshness import legend
from screening.show.lines import Line
from screening.show.needs import NEED_NAME
from screening.show.report import lead_lines
from screening.show.whom_to_call import NO_DIRECTORY, emergency_lines

STEPS = 3
NUMBERS = 3
# What the names of needs may take of a number's line: two short ones, or one. It goes by the English names, so that all
# languages say the same.
_NEEDS_WIDTH = 48


def first_page_lines(result: Result) -> Iterator[Line]:
    """What somebody needs who reads nothing else. All of it comes again, in full, on the pages after."""
    yield from lead_lines(result.indicator_set, result.assessment)
    steps = _first_steps(result.advice)
    if steps:
        yield Line("heading", gettext("Do now"))
        yield from (Line("do", step) for step in steps[:STEPS])
    yield Line("heading", pgettext("heading over numbers", "Call"))
    yield from _numbers(result.advice, alone=result.indicator_set.about.audience == "person")


def _first_steps(advice: Advice) -> list[Text]:
    """What is urgent first; then the first step of each pathway, in their order."""
    urgent = [step for flag in advice.flags for step in flag.do[:2]]
    return list(dict.fromkeys([*urgent, *(step for pathway in advice.pathways for step in pathway.do[:1])]))


def _numbers(advice: Advice, *, alone: bool) -> Iterator[Line]:
    if advice.directory is None:
        yield Line("text", NO_DIRECTORY)
        return
    yield from emergency_lines(advice.directory, advice.circumstances)
    against_police = advice.circumstances.get("police") == "no"
    needs: dict[str, list[Message]] = {}
    matches: dict[str, Match] = {}
    # What is urgent has its line already.
    for need_services in (each for each in advice.by_need if not NEEDS[each.need].urgent):
        match = _best(need_services, against_police=against_police)
        number = first_to_try(match).contact.number if match is not None else advice.directory.emergency.number
        if match is not None and number != advice.directory.emergency.number:
            # Whom a need is best answered by may be best for another too.
            matches.setdefault(number, match)
            needs.setdefault(number, []).append(NEED_NAME[need_services.need])
    named = dict(list(matches.items())[:NUMBERS])
    for number, match in named.items():
        yield _in_short(_two_if_short(needs[number]), match, advice.today)
    for number, (need, match) in _always_shown(advice, against_police=against_police).items():
        if number not in named:
            named[number] = match
            yield _in_short(Listing((NEED_NAME[need],), "semicolon"), match, advice.today)
    shown = [(match.service, first_to_try(match).contact) for match in named.values()]
    yield from legend(shown, advice.today, alone=alone)


def _always_shown(advice: Advice, *, against_police: bool) -> dict[str, tuple[Need, Match]]:
    """Whom the directory wants named however little is known of them, with what for; each number once."""
    shown: dict[str, tuple[Need, Match]] = {}
    for need_services in advice.by_need:
        for match in need_services.matches:
            show = match.service.show
            if show is not None and need_services.need in show.always_for and _may_be_named(match, against_police):
                shown.setdefault(first_to_try(match).contact.number, (need_services.need, match))
    return shown


def _best(need_services: NeedServices, *, against_police: bool) -> Match | None:
    """The best service that can be called as it is: nothing to ask first, and a number that somebody has seen."""
    return next(
        (
            match
            for match in need_services.matches
            if not match.ask_first
            and _may_be_named(match, against_police)
            and first_to_try(match).known_as != "article"
        ),
        None,
    )


def _may_be_named(match: Match, against_police: bool) -> bool:
    """Whether somebody can be called there, and the person does not want to be kept from it."""
    told = against_police and match.service.informs_police == "yes"
    return is_sure(first_to_try(match)) and not told


def _two_if_short(needs: list[Message]) -> Listing:
    two = needs[:2]
    width = sum(len(need.text) for need in two) + len("; ")
    return Listing(tuple(two if width <= _NEEDS_WIDTH else two[:1]), "semicolon")


def _in_short(needs: Listing, match: Match, today: date) -> Line:
    # The number first, where no row ends within it.
    told = gettext(
        # Translators: {needs} is what the service is for.
        "{number} - {needs}: {service}",
        number=short_contact(match, today),
        needs=needs,
        service=with_police(name_of(match.service.names), match.service),
    )
    return Line("item", told)
