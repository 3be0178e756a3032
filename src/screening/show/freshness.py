"""How fresh contacts are: those of a list, and those to call again."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Final

from screening.language.messages import Message, gettext
from screening.referral.directory import Directory
from screening.referral.freshness import CONFIRMED_FOR_DAYS, is_due, known_of
from screening.referral.matching import NeedServices
from screening.referral.reasons import is_urgent
from screening.referral.service import Contact, Service
from screening.show.contacts import CONTACT_NAME, SIGN, address_of, known_text, name_of, seen_at
from screening.show.directory_marks import marked
from screening.show.lines import Line


def legend(shown: Collection[tuple[Service, Contact]], today: date, *, alone: bool = False) -> Iterator[Line]:
    """What the sign beside some of these numbers means, and that nobody has confirmed them; nothing where all are sure.

    Args:
        shown: the numbers, each with its service.
        today: the day in the place.
        alone: it is read by somebody who answers for themselves. They have no list to confirm, and need only know what
            to do.
    """
    known = known_of(shown, today)
    if all(known.confirmed) or (alone and not known.in_doubt):
        return
    if alone:
        yield may_have_changed()
        return
    if any(known.confirmed):
        confirmed_by_you = gettext("Confirmed by you: those with a day.")
    else:
        confirmed_by_you = gettext("Not yet confirmed by you: all but emergency numbers.")
    if known.in_doubt:
        means = gettext(
            "{sign}: seen on an undated page, over 3 years ago, in an article, a code repository or nowhere.",
            sign=SIGN,
        )
        # Translators: two sentences: what the sign means, and which numbers are not confirmed.
        yield Line("text", gettext("{means} {confirmed}", means=means, confirmed=confirmed_by_you))
    else:
        yield Line("text", confirmed_by_you)


# What the sign means, where there is room for a few words. The first page has it with a shorter sign, too.
SIGN_MEANS: Final = gettext("{sign}: old or unofficial page, not confirmed.", sign=SIGN)


def may_have_changed() -> Line:
    """What to do about the sign, whatever it rests on."""
    return Line("text", may_be_wrong())


def may_be_wrong() -> Message:
    """The same as a message."""
    return gettext("{sign}: that number may have changed. If it is wrong, call the next.", sign=SIGN)


def list_lines(
    directory: Directory, by_need: Iterable[NeedServices], today: date, *, alone: bool = False
) -> Iterator[Line]:
    """When a list was drawn up, and what the sign in it means."""
    yield Line("text", gettext("This list was drawn up on {date}.", date=directory.as_of))
    services = {match.service.id: match.service for need_services in by_need for match in need_services.matches}
    shown = [(service, contact) for service in services.values() for contact in service.contacts]
    yield from legend(shown, today, alone=alone)


def stale_lines(directory: Directory, to_confirm: Collection[tuple[Service, Contact]], today: date) -> Iterator[Line]:
    """Contacts to call again, those known least first; then those that will have to be, and those never to be tried."""
    heading = gettext("Call these again: {place}", place=name_of(directory.names))
    names = ["place.", *(f"service.{service.id}.name" for service, _ in to_confirm)]
    yield Line("title", marked(heading, directory, names))
    to_read = [entry for entry in to_confirm if is_urgent(entry[0])]
    to_call = [entry for entry in to_confirm if not is_urgent(entry[0])]
    now = [(service, contact) for service, contact in to_call if is_due(contact, service, today)]
    later = [entry for entry in to_call if entry not in now]
    if now:
        yield Line(
            "text",
            gettext(
                "These were seen on an undated page, more than three years ago, in an article or a code repository "
                "only, or on no page; or it is more than {days} days since somebody confirmed them. Call each, and "
                "write the date in confirmed_on, or correct it and tell those who maintain the directory.",
                days=CONFIRMED_FOR_DAYS,
            ),
        )
        yield from _entries(now, today)
    if later:
        yield Line("text", gettext("These will have to be called again soon. Call them before that."))
        yield from _entries(later, today)
    if to_read:
        yield Line(
            "text",
            gettext(
                "Never call an emergency number to try it. Look for these on an official page, and write its date in "
                "page_date."
            ),
        )
        yield from _entries(to_read, today)
    if not to_confirm:
        yield Line("text", gettext("Every contact is well known, or was confirmed, and none has grown old."))


def _entries(contacts: Iterable[tuple[Service, Contact]], today: date) -> Iterator[Line]:
    for service, contact in contacts:
        yield Line("item", name_of(service.names))
        number = gettext("{kind}: {number}", kind=CONTACT_NAME[contact.kind], number=address_of(contact))
        known = known_text(contact, service, today)
        yield Line("contact", gettext("{number} {known}", number=number, known=known))
        yield Line("detail", seen_at(service, [contact]))
