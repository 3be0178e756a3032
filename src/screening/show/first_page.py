"""The first page of a result: what it comes to, why, what the person says, what to do now, and whom to call.

It fits on a small screen, whatever was recorded. All of it comes again, in full, on the pages after.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from screening.language.catalog import ENGLISH, Catalog
from screening.language.messages import Listing, ListKind, Message, Text, gettext, ngettext, pgettext
from screening.result.evaluate import Result
from screening.result.first_calls import Call, Calls, calls, row_of
from screening.result.first_page import FACTS, Never, acts, facts, in_order, never
from screening.sets.childhood import CHILD_FLAG
from screening.sets.vocabulary import RANK
from screening.show.call_rows import act_text, call_lines
from screening.show.facts import brief_text
from screening.show.kept_from import kept_from_text
from screening.show.levels import badge, sentence_beside_badge
from screening.show.lines import Line
from screening.show.rows import wrap_lines
from screening.show.wishes import CHILD_WISHES_IN_SHORT, WISHES_IN_SHORT, wishes_that_matter

# What a terminal of 80 columns and 24 rows leaves for it.
WIDTH: Final = 78
HEIGHT: Final = 19
# So many facts; fewer where the page would be too long, though nobody is left to call but those who always stand there.
_FACTS_NAMED: Final = (FACTS, 3, 1)
A_CHILD: Final = gettext("A CHILD: call child protection now")
_CALL_ALL_THE_SAME: Final = gettext("This proves nothing: call all the same.")
PERHAPS_A_CHILD: Final = gettext("PERHAPS A CHILD: call child protection now")


def first_page_lines(result: Result, catalog: Catalog = ENGLISH) -> list[Line]:
    """What somebody needs who reads nothing else.

    Args:
        result: the result.
        catalog: the language in which it has to fit on a small screen.
    """
    page: list[Line] = []
    for facts_named in _FACTS_NAMED:
        told = [*_headline(result), *_because(result, facts_named), *_says(result)]
        for found, numbers in _from_many_to_few(result):
            page = [*told, *_now(result, found), *numbers]
            if sum(row.kind is not None for row in wrap_lines(page, WIDTH, catalog)) <= HEIGHT:
                return page
    return page


def _from_many_to_few(result: Result) -> Iterator[tuple[Calls, Sequence[Line]]]:
    """Whom to call, and that in lines, with whole names, with shorter ones, and then without the last, one
    after the other.

    The number for danger and those that always stand there do so in any case.
    """
    found, before = calls(result.advice), None
    while found != before:
        for cut in (False, True):
            yield found, list(call_lines(result.advice, found, cut=cut))
        found, before = replace(found, first=_without_last(result, found)), found


def _without_last(result: Result, found: Calls) -> tuple[Call, ...]:
    """Without the last of the services, one that no act names where there is one.

    The number for danger stays, and whoever is there for a child or a doctor.
    """
    named = [row[1] for act in acts(result.advice) if (row := row_of(act, found)) is not None]
    services = [call for call in reversed(found.first) if call.match is not None and not call.cannot_wait]
    last = next((call for call in services if call not in named), next(iter(services), None))
    return tuple(call for call in found.first if call is not last)


def _headline(result: Result) -> Iterator[Line]:
    indicator_set, assessment = result.indicator_set, result.assessment
    level, sentence = badge(indicator_set, assessment), sentence_beside_badge(indicator_set, assessment)
    if CHILD_FLAG in assessment.flags and RANK[assessment.level] == 0:
        sentence = _CALL_ALL_THE_SAME
    if CHILD_FLAG in assessment.flags:
        is_one = result.advice.circumstances.get("age") == "child"
        yield Line("badge", "", A_CHILD if is_one else PERHAPS_A_CHILD)
    yield Line("badge", sentence, level)


def _because(result: Result, most: int) -> Iterator[Line]:
    found = facts(result.explanation, result.assessment)
    named = found.named[:most]
    more = found.more + len(found.named) - len(named)
    cells: list[Text] = [brief_text(each) for each in named]
    if more:
        cells.append(ngettext("and {count} more", "and {count} more", more))
    if cells:
        yield _told(pgettext("heading over facts", "Because"), cells)
    unknown = _unknown(result) if RANK[result.assessment.level] < RANK["clear_concern"] else None
    if unknown is not None:
        yield _told(pgettext("heading over what was not found out", "Unknown"), [unknown])


def _unknown(result: Result) -> Message | None:
    """How much was not found out; None where that is nothing."""
    explanation = result.explanation
    not_asked, unclear, declined = map(len, (explanation.not_asked, explanation.unclear, explanation.declined))
    number = not_asked + unclear + declined
    if not number:
        return None
    if number == not_asked:
        return ngettext("{count} question not asked", "{count} questions not asked", number)
    if number == unclear:
        return ngettext("{count} question unclear", "{count} questions unclear", number)
    if number == declined:
        return ngettext("{count} question not answered", "{count} questions not answered", number)
    parts = (
        (not_asked, ngettext("{count} not asked", "{count} not asked", not_asked)),
        (unclear, ngettext("{count} unclear", "{count} unclear", unclear)),
        (declined, ngettext("{count} not said", "{count} not said", declined)),
    )
    told = Listing(tuple(part for count, part in parts if count), "comma")
    # Translators: {parts} is such as "2 not asked, 1 unclear".
    return ngettext("{count} question: {parts}", "{count} questions: {parts}", number, parts=told)


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


def _now(result: Result, found: Calls) -> Iterator[Line]:
    label: Text | None = pgettext("heading over what to do", "Now")
    for number, act in enumerate(acts(result.advice), start=1):
        yield Line("act", act_text(act, result.advice, found), label, (str(number),))
        label = None
    yield from _never(never(result.advice), child=CHILD_FLAG in result.assessment.flags)


def _never(found: Never, *, child: bool) -> Iterator[Line]:
    """One line, where it is about one age."""
    kept = kept_from_text(found.keep_from, child=child)
    told: list[Text] = [*found.said, *([kept] if kept is not None else [])]
    if told:
        yield Line("never", gettext("{sentences}", sentences=Listing(tuple(told), "sentences")), cells=tuple(told))


def _told(label: Text, cells: Sequence[Text], kind: ListKind = "comma") -> Line:
    return Line("told", gettext("{facts}", facts=Listing(tuple(cells), kind)), label, tuple(cells))
