"""A YAML file to a referral directory, or to an agency's own services."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Generic, TypeAlias, TypeVar

from msgspec import Struct

from screening.language.messages import gettext, quoted
from screening.reading.files import read_file
from screening.reading.placeholders import placeholders
from screening.reading.problem import Problem, Problems, Unsound
from screening.reading.service_problems import directory_problems, own_problems, unknown_names
from screening.reading.shape import File, shape
from screening.reading.yaml_text import YamlText
from screening.referral.directory import Directory, Trap
from screening.referral.emergency import EMERGENCY, emergency_service
from screening.referral.own_services import OwnServices
from screening.referral.service import Service
from screening.referral.traps import number_trap, trapped
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
        yield from unknown_names(
            file, ("services", index, "districts"), "district", service.districts, directory.districts
        )
    yield from _trapped_calls(own, directory)
    known = [*mine, *(service.id for service in directory.services), EMERGENCY]
    yield from unknown_names(file, ("leave_out",), "service", file.value.leave_out, known)


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
        problems.extend(directory_problems(file))
    return DirectoryFile(file, problems)


def _own(text: YamlText) -> OwnFile:
    file: File[OwnServices] = shape(text, OwnServices)
    problems = Problems(file.problems)
    problems.extend(own_problems(file))
    return OwnFile(file, problems)
