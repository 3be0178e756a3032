"""`screening check`: what is wrong in sets, directories and glossaries."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from screening.commands.outcome import DONE, PROBLEMS_FOUND, BadInput
from screening.commands.shelf import open_shelf
from screening.commands.surroundings import now
from screening.lint import directory_findings, set_findings
from screening.reading.directories import DirectoryFile, misfits, read_services
from screening.reading.files import is_there, real_path, yaml_files
from screening.reading.glossary import is_glossary, read_glossary
from screening.reading.library import set_folders
from screening.reading.places import Directories
from screening.reading.problem import Problem, Unsound
from screening.reading.sets import read_set
from screening.reading.shelf import Shelf
from screening.show.findings import FindingsFormat, findings_text
from screening.terminal.outlet import put


def check(
    paths: list[Path],
    format_: FindingsFormat = "text",
    outside: Sequence[Path] = (),
    today: str | None = None,
) -> int:
    """Check sets, directories and glossaries, and print every problem at its place.

    Args:
        paths: folders of sets, of directories or of glossaries, or single ones.
        format_: how to print the problems.
        outside: folders of sets that may be extended, besides the built-in ones.
        today: the day by which what is old is told; the real one where it is not given.

    Raises:
        BadInput: there is nothing to check at a path; a day that is none.
    """
    day = _day(today)
    shelf = open_shelf(outside)
    folders: dict[Path, None] = {}
    files: dict[Path, None] = {}
    for path in paths:
        sets, others = _what_is_at(path)
        if not sets and not others:
            what = f"there is no set, directory or glossary at {path}"
            raise BadInput(f"{what}. Give a folder with set.yaml, or YAML files.")
        folders |= dict.fromkeys(sets)
        files |= dict.fromkeys(others)
    glossaries = [file for file in files if is_glossary(file)]
    problems = [*read_glossary(glossaries).problems]
    sound: list[DirectoryFile] = []
    for file in [file for file in files if file not in glossaries]:
        found, directory = _directory(file, day)
        problems += found
        if directory is not None:
            sound.append(directory)
    for folder in folders:
        problems += _set_problems(folder, shelf, sound)
    put(findings_text(_once(problems), len(folders) + len(files), format_))
    return PROBLEMS_FOUND if any(not problem.warning for problem in problems) else DONE


def _day(given: str | None) -> date:
    if given is None:
        return now().date()
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise BadInput(f"{given!r} is no day. Write one such as 2026-01-31.") from None


def _once(problems: list[Problem]) -> list[Problem]:
    """Problems in order, each once: one set's are found again in every set that extends it.

    A set that is extended was looked up by another path than the user's own, which is the shorter.
    """
    nearest = sorted(problems, key=lambda problem: len(problem.file), reverse=True)
    by_place = {replace(problem, file=str(real_path(Path(problem.file))), mend=""): problem for problem in nearest}
    return sorted(by_place.values())


def _what_is_at(path: Path) -> tuple[list[Path], list[Path]]:
    """The folders of sets at a path, and the files of directories and glossaries."""
    if not is_there(path):
        return [], []
    if path.name == "set.yaml":
        return [path.parent], []
    if not path.is_dir():
        # A file of a set makes sense only with the rest of it.
        folder = next((each for each in (path.parent, path.parent.parent) if is_there(each / "set.yaml")), None)
        return ([folder], []) if folder is not None else ([], [path])
    if is_there(path / "set.yaml"):
        return [path], []
    folders = set_folders(path)
    return (folders, []) if folders else ([], yaml_files(path))


def _set_problems(folder: Path, shelf: Shelf, directories: list[DirectoryFile]) -> list[Problem]:
    try:
        files = read_set(folder, shelf)
    except Unsound as error:
        return list(error.problems)
    return [*files.problems, *set_findings(files, directories)]


def _directory(path: Path, today: date) -> tuple[list[Problem], DirectoryFile | None]:
    """The problems of a directory or of an agency's own file, and the directory where it is one and sound."""
    try:
        file = read_services(path)
    except Unsound as error:
        return list(error.problems), None
    problems = [*file.problems, *directory_findings(file, today)]
    if isinstance(file, DirectoryFile):
        return problems, None if file.problems else file
    if not file.problems:
        problems += misfits(file, Directories().get(file.place))
    return problems, None
