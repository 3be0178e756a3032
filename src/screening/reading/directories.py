"""A YAML file to a referral directory."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from screening.model import CIRCUMSTANCES, Directory
from screening.reading.files import read_file
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


def _references(file: File[Directory]) -> list[Problem]:
    directory = file.value
    problems: list[Problem] = []
    if directory.time_zone != UNREADABLE and not _is_zone(directory.time_zone):
        what = f"there is no time zone {directory.time_zone!r}"
        problems.append(file.problem(("time_zone",), what, "Write one such as Asia/Hong_Kong."))
    if directory.as_of != UNREADABLE and not _is_day(directory.as_of):
        problems.append(file.problem(("as_of",), f"{directory.as_of!r} is no day", "Write one such as '2026-01-31'."))
    first: dict[str, int] = {}
    for place, service in enumerate(directory.services):
        if service.id in first:
            what = f"there is already a service {service.id!r}"
            problems.append(file.problem(("services", place, "id"), what, "Give it another id."))
        first.setdefault(service.id, place)
        for i, district in enumerate(service.districts):
            if district not in directory.districts:
                what, mend = f"there is no district {district!r}", did_you_mean(district, directory.districts)
                problems.append(file.problem(("services", place, "districts", i), what, mend))
        for i, situation in enumerate(service.serves.situations):
            known = CIRCUMSTANCES["situation"].values
            if situation not in known:
                what, mend = f"there is no situation {situation!r}", did_you_mean(situation, known)
                problems.append(file.problem(("services", place, "serves", "situations", i), what, mend))
        silent = not service.contacts and not service.notes and not service.ask_first
        if silent and "contacts" in file.text.place.find(("services", place)).parts:
            what = f"the service {service.id!r} has no contact, and says nothing about how to reach it"
            problems.append(file.problem(("services", place), what, "Add a contact or a note."))
    return problems


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
