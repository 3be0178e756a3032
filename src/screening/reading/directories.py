"""A YAML file to a referral directory, or to an agency's own services."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Generic, TypeAlias, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Struct
from msgspec.structs import replace

from screening.language.messages import gettext, quoted
from screening.reading.files import read_file
from screening.reading.kinds import Kind, not_there
from screening.reading.placeholders import is_placeholder, placeholders
from screening.reading.problem import DidYouMean, Problem, Problems, Unsound
from screening.reading.shape import File, shape
from screening.reading.type_kinds import UNREADABLE
from screening.reading.yaml_text import YamlText
from screening.referral.calls import UNTIL
from screening.referral.contradictions import contradictions
from screening.referral.directory import Directory, Service, Trap
from screening.referral.emergency import EMERGENCY, emergency_service
from screening.referral.hours import ambiguity
from screening.referral.own_services import OwnServices
from screening.referral.traps import number_trap, trapped
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.data_path import DataPath

# Every service is compared with every trap.
MOST_COMPARED = 500_000

Services = TypeVar("Services", Directory, OwnServices)


class _ServicesFile(Struct, Generic[Services], frozen=True):
    """A file with services and its positions, sound or not."""

    file: File[Services]
    problems: Problems

    @property
    def services(self) -> tuple[Service, ...]:
        """Its services."""
        return self.file.value.services

    @property
    def sound(self) -> Services:
        """What the file says.

        Raises:
            Unsound: it has problems, or something that a template left to be replaced.
        """
        problems = self.problems or Problems(placeholders(self.file.text))
        if problems:
            raise Unsound(problems)
        return self.file.value


class DirectoryFile(_ServicesFile[Directory], frozen=True):
    """The file of a directory."""

    @property
    def place(self) -> str:
        """The code of its place."""
        return self.file.value.place

    @property
    def directory(self) -> Directory:
        """The directory.

        Raises:
            Unsound: it cannot be used.
        """
        return self.sound


class OwnFile(_ServicesFile[OwnServices], frozen=True):
    """The file of an agency's own services."""

    @property
    def place(self) -> str:
        """The code of the place that it adds to."""
        return self.file.value.adds_to

    @property
    def own(self) -> OwnServices:
        """The services.

        Raises:
            Unsound: it cannot be used.
        """
        return self.sound


AnyFile: TypeAlias = DirectoryFile | OwnFile


def read_services(path: Path) -> AnyFile:
    """Read a referral directory, or an agency's own services, which say what they add to.

    Raises:
        Unsound: the file cannot be opened.
    """
    return shape_services(read_file(path))


def shape_services(text: YamlText) -> AnyFile:
    """As `read_services`, of a file that is read already."""
    return _own(text) if isinstance(text.data, dict) and "adds_to" in text.data else _directory(text)


def read_directory(path: Path) -> DirectoryFile:
    """Read a referral directory.

    Raises:
        Unsound: the file cannot be opened.
    """
    return _directory(read_file(path))


def traps_in(file: AnyFile, traps: Iterable[Trap]) -> Iterator[Problem]:
    """Every service of a file that runs into a trap."""
    traps = tuple(traps)
    if len(traps) * len(file.services) > MOST_COMPARED:
        message = gettext(
            "{traps} traps are too many to compare with {services} services",
            traps=len(traps),
            services=len(file.services),
        )
        yield file.file.problem(("services",), message, gettext("Split the file."), at_key=True)
        return
    services: list[tuple[DataPath, Service]] = [
        (("services", index), service) for index, service in enumerate(file.services)
    ]
    if isinstance(file, DirectoryFile):
        services.append((("emergency",), emergency_service(file.file.value.emergency)))
    for at, service in services:
        for each in trapped(service, traps):
            yield file.file.problem((*at, *each.path), each.message, gettext("Take it out."))


def misfits(own: OwnFile, directory: Directory | None) -> Iterator[Problem]:
    """What keeps an agency's services from being added to a directory: traps, and what is not there.

    Args:
        own: the services, read without problems.
        directory: the directory of the place; None where there is none.
    """
    file = own.file
    mine = {service.id for service in own.services}
    for index, name in enumerate(file.value.leave_out):
        if name in mine:
            message = gettext("the service {service} is added here and left out", service=quoted(name))
            yield file.problem(("leave_out", index), message, gettext("Take one of the two out."))
        if name == EMERGENCY:
            message = gettext("the emergency number cannot be left out")
            yield file.problem(("leave_out", index), message, gettext("Take it out of 'leave_out'."))
    if directory is None:
        message = gettext("there is no directory for {place} to add to", place=quoted(file.value.adds_to))
        yield file.problem(("adds_to",), message, gettext("Write a whole directory instead, with 'place'."))
        return
    yield from traps_in(own, directory.traps)
    for index, service in enumerate(file.value.services):
        yield from _unknown(file, ("services", index, "districts"), "district", service.districts, directory.districts)
    yield from _trapped_calls(own, directory)
    known = [*mine, *(service.id for service in directory.services), EMERGENCY]
    yield from _unknown(file, ("leave_out",), "service", file.value.leave_out, known)


def _trapped_calls(own: OwnFile, directory: Directory) -> Iterator[Problem]:
    """Numbers that somebody was given on the telephone and that must never be called."""
    for index, call in enumerate(own.file.value.calls):
        if call.now is not None and (trap := number_trap(call.now, directory.traps)) is not None:
            at: DataPath = ("calls", index, "now")
            yield own.file.problem(at, trap.message, gettext("Take the whole call out."))


def _directory(text: YamlText) -> DirectoryFile:
    file: File[Directory] = shape(text, Directory)
    problems = Problems(file.problems)
    if file.text.readable:
        problems.extend(_references(file))
    return DirectoryFile(file, problems)


def _own(text: YamlText) -> OwnFile:
    file: File[OwnServices] = shape(text, OwnServices)
    problems = Problems(file.problems)
    problems.extend(_services(file, file.value.services))
    problems.extend(_dates(file, _own_dates(file.value)))
    problems.extend(_calls(file))
    return OwnFile(file, problems)


def _references(file: File[Directory]) -> Iterator[Problem]:
    directory = file.value
    zone = directory.time_zone
    if not _is_zone(zone) and not is_placeholder(zone) and not file.is_tainted(("time_zone",)):
        message = gettext("there is no time zone {zone}", zone=quoted(zone))
        yield file.problem(("time_zone",), message, gettext("Write one such as Asia/Hong_Kong."))
    yield from _dates(file, _directory_dates(directory))
    yield from _emergency(file)
    yield from _twice(file)
    yield from _services(file, directory.services)
    if file.is_tainted(("districts",)):
        return
    for index, service in enumerate(directory.services):
        yield from _unknown(file, ("services", index, "districts"), "district", service.districts, directory.districts)


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


def _services(file: File[Services], services: tuple[Service, ...]) -> Iterator[Problem]:
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
        yield from _unknown(file, (*at, "serves", "situations"), "situation", service.serves.situations, known)
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


def _unknown(
    file: File[Services],
    path: DataPath,
    kind: Kind,
    names: tuple[str, ...],
    known: Collection[str],
) -> Iterator[Problem]:
    for index, name in enumerate(names):
        if name not in known and name != UNREADABLE:
            yield file.problem((*path, index), not_there(kind, quoted(name)), DidYouMean(name, known))


_Dates: TypeAlias = Iterator[tuple[DataPath, str | None]]


def _directory_dates(directory: Directory) -> _Dates:
    yield ("as_of",), directory.as_of
    yield ("emergency", "page_date"), directory.emergency.page_date
    for index, duty in enumerate(directory.duties):
        yield ("duties", index, "page_date"), duty.page_date
    yield from _service_dates(directory.services)


def _own_dates(own: OwnServices) -> _Dates:
    yield ("as_of",), own.as_of
    yield from _service_dates(own.services)
    for index, call in enumerate(own.calls):
        yield ("calls", index, "called_on"), call.called_on
        yield ("calls", index, "until"), call.until


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


def _service_dates(services: tuple[Service, ...]) -> _Dates:
    for index, service in enumerate(services):
        at: DataPath = ("services", index)
        yield (*at, "page_date"), service.page_date
        yield (*at, "confirmed_on"), service.confirmed_on
        yield (*at, "closed_until"), service.closed_until
        yield (*at, "full_until"), service.full_until
        for number, contact in enumerate(service.contacts):
            yield (*at, "contacts", number, "page_date"), contact.page_date
            yield (*at, "contacts", number, "confirmed_on"), contact.confirmed_on
            yield (*at, "contacts", number, "unanswered_on"), contact.unanswered_on
        for number, barrier in enumerate(service.barriers):
            yield (*at, "barriers", number, "page_date"), barrier.page_date


def _dates(file: File[Services], dates: _Dates) -> Iterator[Problem]:
    """Every date that is none, such as the 30th of February."""
    for path, text in dates:
        if text not in {None, "unknown"} and not _is_date(str(text)) and not file.is_tainted(path):
            yield file.problem(
                path,
                gettext("there is no such date as {date}", date=quoted(text)),
                gettext("Write one such as '2026-01-31'."),
            )


def _is_date(text: str) -> bool:
    """Whether a year, a year and month, or a day exists."""
    try:
        date.fromisoformat(f"{text}-01-01"[:10] if len(text) < len("2026-01-31") else text)
    except ValueError:
        return False
    return True


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
