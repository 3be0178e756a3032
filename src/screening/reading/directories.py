"""A YAML file to a referral directory."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from screening.model import CIRCUMSTANCES, Directory
from screening.reading.files import read_file
from screening.reading.grammar import Path as DataPath
from screening.reading.problem import Problem, Unsound, did_you_mean
from screening.reading.shape import UNREADABLE, File, shape


@dataclass(frozen=True, slots=True)
class DirectoryFile:
    """The file of a directory with its places, sound or not."""

    file: File[Directory]
    problems: tuple[Problem, ...]

    @property
    def directory(self) -> Directory:
        """The directory.

        Raises:
            Unsound: it has problems.
        """
        if self.problems:
            raise Unsound(self.problems)
        return self.file.value


def read_directory(path: Path) -> DirectoryFile:
    """Read a referral directory.

    Raises:
        Unsound: the file cannot be opened.
    """
    file: File[Directory] = shape(read_file(path), Directory)
    problems = [*file.problems, *_references(file)] if file.text.readable else file.problems
    return DirectoryFile(file, tuple(sorted(problems)))


def _references(file: File[Directory]) -> Iterator[Problem]:
    directory = file.value
    if not _is_zone(directory.time_zone) and not file.misread(("time_zone",)):
        what = f"there is no time zone {directory.time_zone!r}"
        yield file.problem(("time_zone",), what, "Write one such as Asia/Hong_Kong.")
    yield from _dates(file)
    first: set[str] = set()
    for place, service in enumerate(directory.services):
        at: DataPath = ("services", place)
        if service.id in first and service.id != UNREADABLE:
            what = f"there is already a service {service.id!r}"
            yield replace(file.problem((*at, "id"), what, "Give it another id."), code="duplicate-id")
        first.add(service.id)
        yield from _unknown(file, (*at, "districts"), "district", service.districts, directory.districts)
        known = CIRCUMSTANCES["situation"].values
        yield from _unknown(file, (*at, "serves", "situations"), "situation", service.serves.situations, known)
        silent = not service.contacts and not service.notes and not service.ask_first
        if silent and not file.misread(at):
            what = f"the service {service.id!r} has no contact, and says nothing about how to reach it"
            yield file.problem(at, what, "Add a contact or a note.")


def _unknown(
    file: File[Directory], path: DataPath, kind: str, names: tuple[str, ...], known: Collection[str]
) -> Iterator[Problem]:
    for place, name in enumerate(names):
        if name not in known and name != UNREADABLE:
            yield file.problem((*path, place), f"there is no {kind} {name!r}", did_you_mean(name, known))


def _dates(file: File[Directory]) -> Iterator[Problem]:
    """Every date that is none, such as the 30th of February."""
    directory = file.value
    dates: list[tuple[DataPath, str | None]] = [(("as_of",), directory.as_of)]
    dates.append((("emergency", "page_date"), directory.emergency.page_date))
    dates += [(("duties", i, "page_date"), duty.page_date) for i, duty in enumerate(directory.duties)]
    for place, service in enumerate(directory.services):
        at: DataPath = ("services", place)
        dates += [((*at, "page_date"), service.page_date), ((*at, "confirmed_on"), service.confirmed_on)]
        dates += [((*at, "contacts", i, "page_date"), each.page_date) for i, each in enumerate(service.contacts)]
        dates += [((*at, "barriers", i, "page_date"), each.page_date) for i, each in enumerate(service.barriers)]
    for path, text in dates:
        if text not in {None, "unknown"} and not _is_date(str(text)) and not file.misread(path):
            yield file.problem(path, f"there is no such date as {text!r}", "Write one such as '2026-01-31'.")


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
