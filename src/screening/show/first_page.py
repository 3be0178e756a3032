"""The first page of a result: what it comes to, why, what the person says, what to do now, and whom to call.

It fits on a small screen, whatever was recorded. All of it comes again, in full, on the pages after.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from screening.language.catalog import ENGLISH, Catalog
from screening.language.messages import Listing, ListKind, Message, Text, gettext, ngettext, pgettext
from screening.result.evaluate import Result
from screening.result.first_page import Call, Never, acts, calls, facts, in_order, never
from screening.sets.childhood import CHILD_FLAG
from screening.sets.vocabulary import RANK
from screening.show.call_rows import call_lines
from screening.show.facts import brief_text
from screening.show.kept_from import KEPT_FROM_NAME
from screening.show.levels import badge, sentence_beside_badge
from screening.show.lines import Line
from screening.show.rows import wrap_lines
from screening.show.wishes import CHILD_WISHES_IN_SHORT, WISHES_IN_SHORT, wishes_that_matter

# What a terminal of 80 columns and 24 rows leaves for it.
WIDTH: Final = 78
HEIGHT: Final = 19
_A_CHILD: Final = gettext("A CHILD: call child protection now")
_PERHAPS_A_CHILD: Final = gettext("PERHAPS A CHILD: call child protection now")


def first_page_lines(result: Result, catalog: Catalog = ENGLISH) -> list[Line]:
    """What somebody needs who reads nothing else.

    Args:
        result: the result.
        catalog: the language in which it has to fit on a small screen.
    """
    told = [*_headline(result), *_because(result), *_says(result), *_now(result)]
    page = told
    for numbers in _from_many_to_few(result):
        page = [*told, *numbers]
        if sum(row.kind is not None for row in wrap_lines(page, WIDTH, catalog)) <= HEIGHT:
            break
    return page


def _from_many_to_few(result: Result) -> Iterator[Sequence[Line]]:
    """The numbers, with whole names, with shorter ones, and then without the last of them, one after the other.

    The number for danger and those that always stand there do so in any case.
    """
    found, before = calls(result.advice), None
    while found != before:
        for cut in (False, True):
            yield list(call_lines(result.advice, found, cut=cut))
        found, before = replace(found, first=_without_last(found.first)), found


def _without_last(first: tuple[Call, ...]) -> tuple[Call, ...]:
    """Without the last of the services; the number for danger stays."""
    last = next((call for call in reversed(first) if call.match is not None), None)
    return tuple(call for call in first if call is not last)


def _headline(result: Result) -> Iterator[Line]:
    indicator_set, assessment = result.indicator_set, result.assessment
    level, sentence = badge(indicator_set, assessment), sentence_beside_badge(indicator_set, assessment)
    if CHILD_FLAG in assessment.flags:
        is_one = result.advice.circumstances.get("age") == "child"
        yield Line("badge", "", _A_CHILD if is_one else _PERHAPS_A_CHILD)
    yield Line("badge", sentence, level)


def _because(result: Result) -> Iterator[Line]:
    found = facts(result.explanation, result.assessment)
    cells: list[Text] = [brief_text(each) for each in found.named]
    if found.more:
        cells.append(ngettext("and {count} more", "and {count} more", found.more))
    if RANK[result.assessment.level] < RANK["clear_concern"]:
        cells += _not_known(result)
    yield _told(pgettext("heading over facts", "Because"), cells or [gettext("nothing that counts here was recorded")])


def _not_known(result: Result) -> Iterator[Message]:
    """How much was not found out: of a low result, that is why it is low."""
    explanation = result.explanation
    if explanation.not_asked:
        number = len(explanation.not_asked)
        yield ngettext("{count} question not asked", "{count} questions not asked", number)
    if explanation.unclear:
        yield ngettext("{count} unclear", "{count} unclear", len(explanation.unclear))
    if explanation.declined:
        yield ngettext("{count} not said", "{count} not said", len(explanation.declined))


def _says(result: Result) -> Iterator[Line]:
    """What cannot wait, and what the person wants."""
    worded = CHILD_WISHES_IN_SHORT if CHILD_FLAG in result.assessment.flags else WISHES_IN_SHORT
    cells: list[Text] = [flag.brief for flag in in_order(result.advice.flags) if flag.brief is not None]
    for name in wishes_that_matter(result.indicator_set):
        value = result.advice.wishes.get(name)
        recorded = value if isinstance(value, str) else "unknown"
        if recorded in worded[name]:
            cells.append(worded[name][recorded])
    if cells:
        asked = pgettext("heading over wishes", "Says")
        # Where nobody is asked anything, nobody says it.
        known = pgettext("heading over what is known of somebody", "Known")
        yield _told(asked if result.indicator_set.asks else known, cells)


def _now(result: Result) -> Iterator[Line]:
    label: Text | None = pgettext("heading over what to do", "Now")
    for number, act in enumerate(acts(result.advice), start=1):
        yield Line("act", act, label, (str(number),))
        label = None
    yield from _never(never(result.advice))


def _never(found: Never) -> Iterator[Line]:
    """One line, where it is about one age."""
    told: list[Text] = list(found.said)
    if found.keep_from:
        people = Listing(tuple(KEPT_FROM_NAME[each] for each in found.keep_from), "comma")
        # Translators: {people} is a list such as "the employer, the agent, the family".
        told.append(gettext("Do not contact: {people}.", people=people))
    if told:
        yield Line("never", gettext("{sentences}", sentences=Listing(tuple(told), "sentences")), cells=tuple(told))


def _told(label: Text, cells: Sequence[Text], kind: ListKind = "comma") -> Line:
    return Line("told", gettext("{facts}", facts=Listing(tuple(cells), kind)), label, tuple(cells))
