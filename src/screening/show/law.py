"""What the law of a place demands of the screener, or grants the person."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from screening.language.messages import Listing, gettext
from screening.referral.directory import Directory, Duty
from screening.sets.needs import Need
from screening.show.evidence import EVIDENCE_NAME, dated
from screening.show.lines import Line
from screening.show.room import rows_of


def duty_lines(duties: Sequence[Duty], others: Iterable[Duty] = ()) -> Iterator[Line]:
    """What the law of the place demands of the screener, or grants the person, and how well that is known.

    Args:
        duties: what matters here.
        others: what there is besides; it is only named.
    """
    for duty in duties:
        yield Line("subheading", gettext("The law here: {title}", title=duty.title))
        yield from (Line("item", text) for text in duty.said())
        known = gettext(
            # Translators: {evidence} is such as "seen second hand", {date} is such as "as of 2024".
            "{evidence}; {date}: {source}",
            evidence=EVIDENCE_NAME[duty.evidence],
            date=dated(duty.page_date, confirmed=False),
            source=duty.source,
        )
        yield Line("detail", known)
    titles = tuple(duty.title for duty in others)
    if titles:
        more = gettext("More of the law here, under other needs: {titles}.", titles=Listing(titles, "semicolon"))
        yield Line("paragraph", more)


def short_duty_lines(duties: Sequence[Duty], needs: Collection[Need], rows: int) -> Iterator[Line]:
    """The same in short: of each duty as much as there is room for, and nothing of how well it is known.

    A duty is told where it is about what this person needs: always, or where the first of its needs is named, or where
    it leaves no choice. The others are named by their titles, where there are such besides.

    Args:
        duties: what matters here.
        needs: what this person needs.
        rows: how many rows of a small screen there are.
    """
    fitting = [duty for duty in duties if not duty.needs or duty.no_choice or duty.needs[0] in needs]
    if not fitting:
        return
    titles = tuple(duty.title for duty in duties if duty not in fitting)
    also = [Line("text", gettext("Also: {titles}.", titles=Listing(titles, "semicolon")))] if titles else []
    told = {duty.id: [Line("group", duty.title)] for duty in fitting}
    room = rows - sum(map(rows_of, [*also, *(line for lines in told.values() for line in lines)]))
    # The first of each comes before the second of any.
    for number in range(max(len(duty.said()) for duty in fitting)):
        for duty in fitting:
            line = [Line("item", text) for text in duty.said()[number : number + 1]]
            # What comes later may refer to what comes before.
            if line and len(told[duty.id]) == number + 1 and rows_of(line[0]) <= room:
                told[duty.id] += line
                room -= rows_of(line[0])
    yield from (line for lines in told.values() for line in lines)
    yield from also


def no_choice_lines(directory: Directory, *, child: bool | None) -> Iterator[Line]:
    """What the law of the place leaves the screener no choice about, where it does; on what that rests is told later.

    Args:
        directory: that of the place.
        child: whether the person is, or may be, a child; None where that is not known yet.
    """
    told = directory.no_choice(child=child)
    if told:
        yield Line("subheading", gettext("What the law here leaves no choice about"))
        yield from (Line("item", text) for text in told)
