"""What a service says of itself that cannot all be so (pure). Somebody would be sent to a door that never opens."""

from collections.abc import Iterator

from msgspec import Struct

from screening.language.messages import Message, gettext, quoted
from screening.referral.hours import never_both
from screening.referral.service import Service
from screening.sets.data_path import DataPath
from screening.sets.needs import NEEDS


class Contradiction(Struct, frozen=True):
    """Two things of which at most one is so.

    Attributes:
        path: where in the service.
        message: what is wrong, without a full stop.
        hint: how to mend it.
    """

    path: DataPath
    message: Message
    hint: Message


_TAKE_ONE_OUT = gettext("Take one of the two out.")


def contradictions(service: Service) -> Iterator[Contradiction]:
    """Everything in which a service contradicts itself."""
    yield from _offers_and_serves(service)
    yield from _ages_and_shown(service)
    yield from _offers_and_is(service)
    yield from _abroad(service)
    yield from _barriers(service)
    yield from _contacts(service)


def _offers_and_serves(service: Service) -> Iterator[Contradiction]:
    for index, need in enumerate(service.offers):
        at, kind = ("offers", index), NEEDS[need]
        if kind.first_for_child and service.serves.ages == ("adult",):
            message = gettext("the service offers {need} and takes adults only", need=quoted(need))
            yield Contradiction(at, message, _TAKE_ONE_OUT)
        if kind.from_abroad and service.serves.abroad is False:
            message = gettext("the service offers {need} and takes nobody who is abroad", need=quoted(need))
            yield Contradiction(at, message, _TAKE_ONE_OUT)


def _ages_and_shown(service: Service) -> Iterator[Contradiction]:
    if service.serves.children_ask_first and "child" in service.serves.ages:
        message = gettext("the service takes children, and they are asked about first")
        yield Contradiction(("serves", "children_ask_first"), message, _TAKE_ONE_OUT)
    for index, need in enumerate(service.show.always_for if service.show is not None else ()):
        if need not in service.offers:
            message = gettext("the service is always shown for {need}, and does not offer it", need=quoted(need))
            hint = gettext("Add it to what the service offers, or take it out here.")
            yield Contradiction(("show", "always_for", index), message, hint)


def _offers_and_is(service: Service) -> Iterator[Contradiction]:
    for index, need in enumerate(service.offers):
        at, kind = ("offers", index), NEEDS[need]
        if kind.is_the_police and service.informs_police != "yes":
            message = gettext(
                "the service offers {need}, and informs_police is {said}",
                need=quoted(need),
                said=quoted(service.informs_police),
            )
            yield Contradiction(at, message, gettext('Write informs_police: "yes". This is the police.'))
        if kind.against_a_state and service.represents is not None:
            message = gettext(
                "the service offers {need} and belongs to a state ({state})",
                need=quoted(need),
                state=quoted(service.represents),
            )
            yield Contradiction(at, message, _TAKE_ONE_OUT)


def _abroad(service: Service) -> Iterator[Contradiction]:
    abroad = service.serves.abroad
    if abroad is True and service.districts:
        message = gettext("the service takes only people abroad, and only those of some districts here")
        yield Contradiction(("districts",), message, _TAKE_ONE_OUT)
    # Of those in the place nobody can dial what works from outside alone, and the other way round.
    works = {contact.dial_from for contact in service.contacts}
    if abroad is False and works == {"outside"}:
        message = gettext("the service takes nobody who is abroad, and can be called only from outside the place")
        yield Contradiction(("serves", "abroad"), message, _TAKE_ONE_OUT)
    if abroad is True and works == {"inside"}:
        message = gettext("the service takes only people abroad, and can be called only from inside the place")
        yield Contradiction(("serves", "abroad"), message, _TAKE_ONE_OUT)


def _barriers(service: Service) -> Iterator[Contradiction]:
    seen: set[str] = set()
    for index, barrier in enumerate(service.barriers):
        if barrier.kind in seen:
            message = gettext("the barrier {kind} is there twice", kind=quoted(barrier.kind))
            hint = gettext("Keep the one with the better evidence.")
            yield Contradiction(("barriers", index, "kind"), message, hint)
        seen.add(barrier.kind)


def _contacts(service: Service) -> Iterator[Contradiction]:
    for index, contact in enumerate(service.contacts):
        at: DataPath = ("contacts", index)
        for number, spoken in enumerate(contact.spoken):
            if contact.hours is not None and spoken.hours is not None and never_both(contact.hours, spoken.hours):
                message = gettext(
                    "these languages are spoken only when nobody answers ({hours})", hours=quoted(contact.hours)
                )
                hint = gettext("Correct the hours of the contact, or those of the languages.")
                yield Contradiction((*at, "spoken", number, "hours"), message, hint)
