"""What a desk asks when it calls a number to see whether it is true, on the screen and on paper."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from screening.language.messages import Message, Text, gettext, pgettext
from screening.referral.call_sheet import ToTry
from screening.referral.calls import Found
from screening.referral.directory import Directory
from screening.referral.service import Contact
from screening.show.contacts import name_of, number_of
from screening.show.directory_marks import marked
from screening.show.hours import hours_text
from screening.show.languages import language_names
from screening.show.lines import Line

BEFORE_CALLING: Final = (
    gettext("Say who you are, and that you keep a list of numbers. Say nothing about any person."),
    gettext("An emergency number is never called to try it. None is on this list."),
)
NOT_BY_RINGING: Final = gettext(
    "Do not ring this line to try it: somebody may need it at this moment. Read its page, or ask its office."
)
# What may come of a call, in the order in which it is offered.
FOUND_NAME: Mapping[Found, Message] = {
    "right": pgettext("found on the telephone", "Right"),
    "another-number": pgettext("found on the telephone", "Another number"),
    "no-answer": pgettext("found on the telephone", "Nobody answered"),
    "closed": pgettext("found on the telephone", "Closed until a day"),
    "full": pgettext("found on the telephone", "Full until a day"),
    "gone": pgettext("found on the telephone", "No longer exists"),
}


class SheetRow(Struct, frozen=True):
    """A number on paper.

    Attributes:
        number: the number.
        ask: what to ask.
        boxes: what may come of it, a box each.
    """

    number: Text
    ask: tuple[Text, ...]
    boxes: tuple[Message, ...]


class SheetEntry(Struct, frozen=True):
    """A service on paper.

    Attributes:
        name: what it is called.
        first: what to know before, if anything.
        rows: its numbers.
    """

    name: str
    first: Message | None
    rows: tuple[SheetRow, ...]


class CallSheet(Struct, frozen=True):
    """The numbers of a place, to be called with a pen in the hand.

    Attributes:
        title: what stands above.
        before: what to do before the first call.
        entries: the services.
    """

    title: Text
    before: tuple[Message, ...]
    entries: tuple[SheetEntry, ...]


def call_sheet(directory: Directory, services: Sequence[ToTry]) -> CallSheet:
    """The sheet for paper.

    Args:
        directory: of the place.
        services: those to call, in their order.
    """
    entries = tuple(
        SheetEntry(
            name_of(each.service.names),
            NOT_BY_RINGING if each.lifeline else None,
            tuple(_row(each, contact) for contact in each.contacts),
        )
        for each in services
    )
    names = [f"service.{each.service.id}.name" for each in services]
    return CallSheet(_title(directory, names), BEFORE_CALLING, entries)


def _title(directory: Directory, names: Sequence[str]) -> Text:
    return marked(gettext("Numbers to call: {place}", place=directory.name), directory, ["place.", *names])


def _row(each: ToTry, contact: Contact) -> SheetRow:
    return SheetRow(
        number_of(contact), questions(each, contact), tuple(FOUND_NAME[kind] for kind in may_be_found(each))
    )


def may_be_found(each: ToTry) -> tuple[Found, ...]:
    """What may come of calling a service: only what has rooms is full, and a page is read at any time."""
    left_out: set[Found] = set() if each.room else {"full"}
    if each.lifeline:
        left_out |= {"no-answer", "full"}
    return tuple(kind for kind in FOUND_NAME if kind not in left_out)


def questions(each: ToTry, contact: Contact) -> tuple[Text, ...]:
    """What to ask about a number, one thing at a time; what the list says by now stands beside."""
    asked: list[Text] = [gettext("Is this number right?")]
    hours, codes = contact.hours, [code for spoken in contact.spoken for code in spoken.languages]
    languages = codes or each.service.languages
    if hours is not None:
        asked.append(gettext("When does somebody answer? Our list says: {hours}.", hours=hours_text(hours)))
    else:
        asked.append(gettext("When does somebody answer?"))
    if languages:
        asked.append(gettext("In which languages? Our list says: {languages}.", languages=language_names(languages)))
    else:
        asked.append(gettext("In which languages?"))
    if each.room and not each.lifeline:
        asked.append(gettext("Is there room now? If not, from which day?"))
    return tuple(asked)


def before_lines(directory: Directory, services: Sequence[ToTry]) -> Iterator[Line]:
    """What to know before the first call.

    Args:
        directory: of the place.
        services: those to call.
    """
    yield Line("title", _title(directory, [f"service.{each.service.id}.name" for each in services]))
    yield from (Line("text", text) for text in BEFORE_CALLING)
    yield Line(
        "text", gettext("Services to call: {count}. Stop whenever you like: every answer is kept.", count=len(services))
    )


def number_lines(each: ToTry, contact: Contact, position: int, services: int) -> Iterator[Line]:
    """A number, with what to ask.

    Args:
        each: the service.
        contact: the number.
        position: which service of how many it is.
        services: how many there are.
    """
    name = name_of(each.service.names)
    # Translators: {name} is a service, {position} of {services} says how far the list is.
    yield Line("heading", gettext("{position} of {services}: {name}", name=name, position=position, services=services))
    if each.lifeline:
        yield Line("avoid", NOT_BY_RINGING)
        if each.service.source:
            yield Line("detail", gettext("Its page: {source}", source=contact.source or each.service.source))
    yield Line("contact", number_of(contact))
    if contact.unanswered_on is not None:
        yield Line("detail", gettext("Called on {day}, and nobody answered.", day=contact.unanswered_on))
    yield from (Line("do", question) for question in questions(each, contact))
