"""What is wrong in a file of services whose parts all have the right shape: contradictions, and names of nothing."""

from collections.abc import Collection, Iterator
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec.structs import replace

from screening.language.messages import gettext, quoted
from screening.reading.kinds import Kind, not_there
from screening.reading.placeholders import is_placeholder
from screening.reading.problem import DidYouMean, Problem
from screening.reading.service_dates import dates_that_are_none, directory_dates, own_dates
from screening.reading.shape import File
from screening.reading.type_kinds import UNREADABLE
from screening.referral.calls import UNTIL
from screening.referral.contradictions import contradictions
from screening.referral.directory import Directory
from screening.referral.emergency import EMERGENCY, emergency_service
from screening.referral.hours import ambiguity
from screening.referral.own_services import OwnServices
from screening.referral.service import Service
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.data_path import DataPath


def directory_problems(file: File[Directory]) -> Iterator[Problem]:
    """What is wrong in the file of a directory."""
    directory = file.value
    zone = directory.time_zone
    if not _is_zone(zone) and not is_placeholder(zone) and not file.is_tainted(("time_zone",)):
        message = gettext("there is no time zone {zone}", zone=quoted(zone))
        yield file.problem(("time_zone",), message, gettext("Write one such as Asia/Hong_Kong."))
    yield from dates_that_are_none(file, directory_dates(directory))
    yield from _emergency(file)
    yield from _twice(file)
    yield from _services(file, directory.services)
    if file.is_tainted(("districts",)):
        return
    for index, service in enumerate(directory.services):
        yield from unknown_names(
            file, ("services", index, "districts"), "district", service.districts, directory.districts
        )


def own_problems(file: File[OwnServices]) -> Iterator[Problem]:
    """What is wrong in the file of an agency's own services."""
    yield from _services(file, file.value.services)
    yield from dates_that_are_none(file, own_dates(file.value))
    yield from _calls(file)


def _emergency(file: File[Directory]) -> Iterator[Problem]:
    """What contradicts itself of the emergency number, which is a service too."""
    at: DataPath = ("emergency",)
    if file.is_tainted(at):
        return
    emergency = emergency_service(file.value.emergency)
    yield from _hours(file, at, emergency.contacts[0].hours)
    for each in contradictions(emergency):
        yield file.problem((*at, each.path[0]), each.message, each.hint)


def _twice(file: File[Directory]) -> Iterator[Problem]:
    """Duties with one id, and districts with one name."""
    duties: set[str] = set()
    for index, duty in enumerate(file.value.duties):
        if duty.id in duties and duty.id != UNREADABLE:
            message = gettext("there is already a duty {duty}", duty=quoted(duty.id))
            found = file.problem(("duties", index, "id"), message, gettext("Give it another id."))
            yield replace(found, code="duplicate-id")
        duties.add(duty.id)
    named: dict[str, str] = {}
    for district, name in file.value.districts.items():
        first = named.setdefault(name.casefold(), district)
        if first != district and not is_placeholder(name):
            message = gettext(
                "the district {district} has the name {name} too", district=quoted(first), name=quoted(name)
            )
            yield file.problem(("districts", district), message, gettext("Give each district a name of its own."))


def _services(file: File[Any], services: tuple[Service, ...]) -> Iterator[Problem]:
    first: set[str] = set()
    for index, service in enumerate(services):
        at: DataPath = ("services", index)
        if service.id in first and service.id != UNREADABLE:
            message = gettext("there is already a service {service}", service=quoted(service.id))
            yield replace(file.problem((*at, "id"), message, gettext("Give it another id.")), code="duplicate-id")
        if service.id == EMERGENCY:
            message = gettext("the id {service} is that of the emergency number", service=quoted(EMERGENCY))
            yield file.problem((*at, "id"), message, gettext("Give it another id."))
        first.add(service.id)
        known = CIRCUMSTANCES["situation"].values
        yield from unknown_names(file, (*at, "serves", "situations"), "situation", service.serves.situations, known)
        yield from _contact_hours(file, at, service)
        yield from _contradictions(file, at, service)
        silent = not service.contacts and not service.notes and not service.ask_first and not service.referral.how
        if silent and not file.is_tainted(at):
            message = gettext(
                "the service {service} has no contact, and says nothing about how to reach it",
                service=quoted(service.id),
            )
            yield file.problem(at, message, gettext("Add a contact or a note."))


def _contradictions(file: File[Any], at: DataPath, service: Service) -> Iterator[Problem]:
    if not file.is_tainted(at):
        for each in contradictions(service):
            yield file.problem((*at, *each.path), each.message, each.hint)


def _contact_hours(file: File[Any], at: DataPath, service: Service) -> Iterator[Problem]:
    for index, contact in enumerate(service.contacts):
        where: DataPath = (*at, "contacts", index)
        yield from _hours(file, where, contact.hours)
        for number, each in enumerate(contact.spoken):
            yield from _hours(file, (*where, "spoken", number), each.hours)


def _hours(file: File[Any], at: DataPath, hours: str | None) -> Iterator[Problem]:
    path: DataPath = (*at, "hours")
    found = ambiguity(hours) if hours is not None and not file.is_tainted(path) else None
    if found is not None:
        # Translators: {found} is "two rules for Mo, of which only the last would count" and the like.
        yield file.problem(
            path,
            gettext("the hours have {found}", found=found),
            gettext("Write each day once, and a whole day as 00:00-24:00."),
        )


def unknown_names(
    file: File[Any],
    path: DataPath,
    kind: Kind,
    names: tuple[str, ...],
    known: Collection[str],
) -> Iterator[Problem]:
    """Each name that is none of those that are known."""
    for index, name in enumerate(names):
        if name not in known and name != UNREADABLE:
            yield file.problem((*path, index), not_there(kind, quoted(name)), DidYouMean(name, known))


def _calls(file: File[OwnServices]) -> Iterator[Problem]:
    """Calls that do not say what they found."""
    for index, call in enumerate(file.value.calls):
        at: DataPath = ("calls", index)
        if file.is_tainted(at):
            continue
        if call.found == "another-number" and call.now is None:
            message = gettext("another number was found, and it is not said which")
            yield file.problem(at, message, gettext("Write it as 'now'."))
        if call.found in UNTIL and call.until is None:
            message = gettext("it is not said until when")
            yield file.problem(at, message, gettext("Write a day as 'until', such as '2026-01-31'."))


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
