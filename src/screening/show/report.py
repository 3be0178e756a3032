"""A result: what is said, in which order. How a line looks is the business of each way to show it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Literal

from screening.engine.assess import Assessment
from screening.language.catalog import ENGLISH, Catalog
from screening.language.messages import Message, Text, gettext, pgettext
from screening.result.evaluate import Result
from screening.sets.model import IndicatorSet
from screening.show.directory_marks import OF_ALL, marked, texts_of
from screening.show.first_page import first_page_lines
from screening.show.law import duty_lines, short_duty_lines
from screening.show.levels import PROVES_NOTHING, headline, is_own_and_low, level_name
from screening.show.lines import Line
from screening.show.made_with import NOT_STORED, made_with_line
from screening.show.numbers import service_lines
from screening.show.room import PAGE_HEIGHT, first_fitting, pages_of
from screening.show.service_details import detail_lines
from screening.show.steps import Block, block_lines, blocks, left_over, shortened
from screening.show.translation_marks import NOT_REVIEWED, is_unreviewed, over_a_result
from screening.show.whom_to_call import NO_DIRECTORY
from screening.show.why import WAYS_TO_SAY_WHY, not_known_lines, source_lines, why_lines

ResultPart = Literal["steps", "numbers", "law", "why", "more"]

# Of a small screen, behind the first page and before what is only looked up.
PAGES: Final = 6
_PAGES_OF_NUMBERS: Final = 2
_WHAT_THIS_IS: Final[Message] = gettext(
    "No finding, no legal advice; not validated on cases. A no of today proves nothing: fear keeps people silent. If "
    "you are worried, act on it."
)
# How many services of each need are named: all of them, if there is room.
_MOST_OF_A_NEED: Final = (None, 8, 6, 5, 4, 3, 2, 1)
_MORE: Final = pgettext("heading", "Where this is from, and all of it")


def result_lines(result: Result, catalog: Catalog = ENGLISH) -> Iterator[Line]:
    """The whole result, under its title: the first page, then every part.

    Args:
        result: the result.
        catalog: the language in which the first page has to fit on a small screen.
    """
    yield Line("title", over_a_result(pgettext("title", "Result"), result, catalog))
    if is_unreviewed(result, catalog):
        yield Line("text", NOT_REVIEWED)
    yield from first_page_lines(result, catalog)
    for part in result_parts(result).values():
        yield from part


def result_parts(result: Result) -> Mapping[ResultPart, tuple[Line, ...]]:
    """A result in full, part by part, in the order in which they are read; each begins with its heading.

    All but the last are as short as they can be: what was left out of them, and what everything rests on, stands in the
    last one, which is looked up and not read. A part in which nothing is to be said is not there.
    """
    numbers, law, why = _numbers(result), _law(result), _reasons(result)
    whole = blocks(result)
    room = PAGES - sum(map(pages_of, (numbers, law, why)))
    shown = _fitting(whole, room)
    parts: dict[ResultPart, tuple[Line, ...]] = {
        "steps": _steps(whole, shown),
        "numbers": numbers,
        "law": law,
        "why": why,
        "more": tuple(_more(result, left_over(whole, shown))),
    }
    return {name: lines for name, lines in parts.items() if lines}


def _fitting(whole: tuple[Block, ...], room: int) -> tuple[Block, ...]:
    """As much of what is to be done as fits on some pages; something, wherever there is anything."""
    shown = whole
    for shown in shortened(whole):
        if pages_of(_steps(whole, shown)) <= room:
            break
    return shown


def _steps(whole: Iterable[Block], shown: Iterable[Block]) -> tuple[Line, ...]:
    lines = list(block_lines(shown))
    if lines and left_over(whole, shown):
        # Translators: {part} is the heading of the last part.
        lines.append(Line("text", gettext("The rest of these steps stands under: {part}.", part=_MORE)))
    return _under(gettext("What to do now"), lines)


def _under(heading: Text, lines: Iterable[Line]) -> tuple[Line, ...]:
    """Lines below a heading; none where there are none, for that would read as a fault."""
    lines = tuple(lines)
    return (Line("heading", heading), *lines) if lines else ()


def _numbers(result: Result) -> tuple[Line, ...]:
    """Whom to call: everybody, or the best of each need where those are more than can be read."""
    advice, directory = result.advice, result.advice.directory
    heading: Text = gettext("Whom to call")
    if directory is None:
        return _under(heading, [Line("text", NO_DIRECTORY)])
    heading = marked(heading, directory, (*texts_of(advice.by_need), *OF_ALL))
    return first_fitting(
        (
            _under(heading, service_lines(directory, advice.by_need, advice.today, advice.circumstances, most))
            for most in _MOST_OF_A_NEED
        ),
        pages=_PAGES_OF_NUMBERS,
    )


def _law(result: Result) -> tuple[Line, ...]:
    """What of the law fits this person: as much of each duty as leaves it on one page."""
    needs = [need_services.need for need_services in result.advice.by_need]
    told = texts_of((), result.advice.duties)
    heading = marked(pgettext("heading", "The law of the place"), result.advice.directory, told)
    return _under(heading, short_duty_lines(result.advice.duties, needs, PAGE_HEIGHT - 1))


def _reasons(result: Result) -> tuple[Line, ...]:
    """Why, what is not known, what this cannot tell, and what it was made with, as far as it fits on one page."""
    rest = (Line("text", _WHAT_THIS_IS), made_with_line(result))
    return first_fitting(
        _under(
            pgettext("heading", "Why"),
            [
                *(list(why_lines(result, way)) or [Line("text", _NOTHING_COUNTS)]),
                *not_known_lines(result.explanation, way.unknown),
                *rest,
            ],
        )
        for way in WAYS_TO_SAY_WHY
    )


_NOTHING_COUNTS: Final = gettext("Nothing was recorded that this set counts.")


def _more(result: Result, rest: tuple[Block, ...]) -> Iterator[Line]:
    """What is looked up and not read: the rest of what to do, the services and duties whole, and every source."""
    advice = result.advice
    yield Line("heading", _MORE)
    if rest:
        yield Line("heading", gettext("More to do"))
        yield from block_lines(rest)
    if advice.directory is not None:
        alone = result.indicator_set.about.audience == "person"
        yield from detail_lines(advice.directory, advice.by_need, advice.today, alone=alone)
    yield from duty_lines(advice.duties)
    facts = list(source_lines(result))
    if facts:
        yield Line("heading", gettext("What the facts that count rest on"))
        yield from facts
    yield Line("heading", gettext("What was not asked or not answered"))
    yield from not_known_lines(result.explanation)
    yield Line("text", NOT_STORED)


def lead_lines(indicator_set: IndicatorSet, assessment: Assessment) -> Iterator[Line]:
    """The one sentence, and how far what is unknown could carry it."""
    sentence = headline(indicator_set, assessment)
    if assessment.observed_only:
        sentence = gettext(
            # Translators: {sentence} is the sentence of a result.
            "Observed only: appearance alone points this way, and appearance proves little. {sentence}",
            sentence=sentence,
        )
    yield Line("lead", sentence)
    if is_own_and_low(indicator_set, assessment):
        yield Line("text", PROVES_NOTHING)
    low, high = assessment.bounds
    if low != high:
        up_to = gettext(
            "Given what is not known, it could be anything up to: {level}.", level=level_name(indicator_set, high)
        )
        yield Line("text", up_to)
    if assessment.band is not None:
        number = format(assessment.score, "g")
        # Unknown is not nothing: more of it may still be found.
        if assessment.undetermined:
            # Translators: {score} is a number, {band} is in the words of the set.
            told = gettext("Score so far, {score}: {band}.", score=number, band=assessment.band.title)
        else:
            told = gettext("Score {score}: {band}.", score=number, band=assessment.band.title)
        yield Line("text", told)
