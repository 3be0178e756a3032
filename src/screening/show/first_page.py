"""The first page of a result: one sentence, what to do now, and numbers. Short enough for a small screen."""

from collections.abc import Iterator
from datetime import date

from screening.advise import Advice
from screening.matching import TO_CALL, Match, first_reach
from screening.show import words
from screening.show.lines import Line
from screening.show.report import Result, lead_lines
from screening.show.whom_to_call import emergency_lines, known_text, name_of, short_reach

STEPS = 3
NUMBERS = 3


def first_page_lines(result: Result) -> Iterator[Line]:
    """What somebody needs who reads nothing else. All of it comes again, in full, on the pages after."""
    yield from lead_lines(result.assessment)
    steps = _first_steps(result.advice)
    if steps:
        yield Line("heading", "Do now")
        yield from (Line("do", step) for step in steps[:STEPS])
    yield Line("heading", "Call")
    yield from _numbers(result.advice)


def _first_steps(advice: Advice) -> list[str]:
    """What is urgent first; then the first step of each pathway, in their order."""
    urgent = [step for flag in advice.flags for step in flag.do[:2]]
    return list(dict.fromkeys([*urgent, *(step for pathway in advice.pathways for step in pathway.do[:1])]))


def _numbers(advice: Advice) -> Iterator[Line]:
    if advice.directory is None:
        yield Line("text", words.NO_DIRECTORY)
        return
    yield from emergency_lines(advice.directory)
    told = {advice.directory.emergency.number}
    for offer in advice.offers:
        ready = (match for match in offer.matches if not match.ask_first and first_reach(match).contact.kind in TO_CALL)
        match = next((match for match in ready if first_reach(match).contact.number not in told), None)
        if match is not None and len(told) <= NUMBERS:
            told.add(first_reach(match).contact.number)
            yield from _in_short(words.NEED_NAME[offer.need], match, advice.today)


def _in_short(need: str, match: Match, today: date) -> Iterator[Line]:
    reach = first_reach(match)
    known = known_text(reach.contact, match.service, today)
    yield Line("item", f"{need}: {short_reach(reach, today)} {name_of(match.service.names)} {known}")
