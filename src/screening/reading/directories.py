"""A YAML file to a referral directory, or to an agency's own services."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Generic, TypeAlias, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Struct
from msgspec.structs import replace

from screening.language.messages import gettext, quoted
from screening.reading.files import read_file
from screening.reading.kinds import Kind, not_there
from screening.reading.problem import DidYouMean, Problem, Problems, Unsound
from screening.reading.shape import File, shape
from screening.reading.type_kinds import UNREADABLE
from screening.reading.yaml_text import YamlText
from screening.referral.directory import Directory, Service, Trap
from screening.referral.opening import ambiguity
from screening.referral.own_services import OwnServices
from screening.referral.traps import trapped
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
            Unsound: it has problems.
        """
        if self.problems:
            raise Unsound(self.problems)
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
            Unsound: it has problems.
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
            Unsound: it has problems.
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
    for index, service in enumerate(file.services):
        for each in trapped(service, traps):
            yield file.file.problem(("services", index, *each.path), each.message, gettext("Take it out."))


def misfits(own: OwnFile, directory: Directory | None) -> Iterator[Problem]:
    """What keeps an agency's services from being added to a directory: traps, and what is not there.

    Args:
        own: the services, read without problems.
        directory: the directory of the place; None where there is none.
    """
    file = own.file
    if directory is None:
        message = gettext("there is no directory for {place} to add to", place=quoted(file.value.adds_to))
        yield file.problem(("adds_to",), message, gettext("Write a whole directory instead, with 'place'."))
        return
    yield from traps_in(own, directory.traps)
    for index, service in enumerate(file.value.services):
        yield from _unknown(file, ("services", index, "districts"), "district", service.districts, directory.districts)
    known = dict.fromkeys(service.id for service in directory.services)
    yield from _unknown(file, ("leave_out",), "service", file.value.leave_out, known)


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
    return OwnFile(file, problems)


def _references(file: File[Directory]) -> Iterator[Problem]:
    directory = file.value
    if not _is_zone(directory.time_zone) and not file.is_tainted(("time_zone",)):
        message = gettext("there is no time zone {zone}", zone=quoted(directory.time_zone))
        yield file.problem(("time_zone",), message, gettext("Write one such as Asia/Hong_Kong."))
    yield from _dates(file, _directory_dates(directory))
    yield from _services(file, directory.services)
    for index, service in enumerate(directory.services):
        yield from _unknown(file, ("services", index, "districts"), "district", service.districts, directory.districts)


def _services(file: File[Services], services: tuple[Service, ...]) -> Iterator[Problem]:
    first: set[str] = set()
    for index, service in enumerate(services):
        at: DataPath = ("services", index)
        if service.id in first and service.id != UNREADABLE:
            message = gettext("there is already a service {service}", service=quoted(service.id))
            yield replace(file.problem((*at, "id"), message, gettext("Give it another id.")), code="duplicate-id")
        first.add(service.id)
        known = CIRCUMSTANCES["situation"].values
        yield from _unknown(file, (*at, "serves", "situations"), "situation", service.serves.situations, known)
        yield from _hours(file, at, service)
        silent = not service.contacts and not service.notes and not service.ask_first and not service.referral.how
        if silent and not file.is_tainted(at):
            message = gettext(
                "the service {service} has no contact, and says nothing about how to reach it",
                service=quoted(service.id),
            )
            yield file.problem(at, message, gettext("Add a contact or a note."))


def _hours(file: File[Services], at: DataPath, service: Service) -> Iterator[Problem]:
    for index, contact in enumerate(service.contacts):
        where: DataPath = (*at, "contacts", index)
        hours = [((*where, "hours"), contact.hours)]
        hours += [((*where, "spoken", number, "hours"), each.hours) for number, each in enumerate(contact.spoken)]
        for path, text in hours:
            found = ambiguity(text) if text is not None and not file.is_tainted(path) else None
            if found is not None:
                # Translators: {found} is "two rules for Mo, of which only the last would count" and the like.
                yield file.problem(
                    path,
                    gettext("the hours have {found}", found=found),
                    gettext("Write each day once, and a night as two parts."),
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


def _service_dates(services: tuple[Service, ...]) -> _Dates:
    for index, service in enumerate(services):
        at: DataPath = ("services", index)
        yield (*at, "page_date"), service.page_date
        yield (*at, "confirmed_on"), service.confirmed_on
        for number, contact in enumerate(service.contacts):
            yield (*at, "contacts", number, "page_date"), contact.page_date
            yield (*at, "contacts", number, "confirmed_on"), contact.confirmed_on
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
