"""What the law of a place demands of the screener, or grants the person."""

from collections.abc import Iterable, Iterator, Sequence

from screening.language.messages import Listing, gettext
from screening.referral.directory import Directory, Duty
from screening.show.evidence import EVIDENCE_NAME, dated
from screening.show.lines import Line


def duty_lines(duties: Sequence[Duty], others: Iterable[Duty] = ()) -> Iterator[Line]:
    """What the law of the place demands of the screener, or grants the person.

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
