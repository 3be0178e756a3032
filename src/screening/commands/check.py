"""`screening check`: what is wrong in sets and directories."""

from pathlib import Path

from screening.commands.outcome import DONE, PROBLEMS_FOUND, BadInput
from screening.lint import directory_findings, set_findings
from screening.reading.directories import read_directory
from screening.reading.files import yaml_files
from screening.reading.library import set_folders
from screening.reading.problem import Problem, Unsound
from screening.reading.sets import read_set


def check(paths: list[Path]) -> int:
    """Check sets and directories, and print every problem at its place.

    Args:
        paths: folders of sets, folders of directories, or single ones.

    Raises:
        BadInput: there is nothing to check at a path.
    """
    problems: list[Problem] = []
    checked = 0
    for path in paths:
        folders, files = _what_is_at(path)
        if not folders and not files:
            raise BadInput(f"there is no set and no directory at {path}. Give a folder with set.yaml, or YAML files.")
        problems += [problem for folder in folders for problem in _set_problems(folder)]
        problems += [problem for file in files for problem in _directory_problems(file)]
        checked += len(folders) + len(files)
    for problem in sorted(problems):
        print(problem)
    print(f"{checked} checked, {len(problems)} {'problem' if len(problems) == 1 else 'problems'}")
    return PROBLEMS_FOUND if problems else DONE


def _what_is_at(path: Path) -> tuple[list[Path], list[Path]]:
    """The folders of sets and the files of directories at a path."""
    if path.name == "set.yaml" and path.is_file():
        return [path.parent], []
    if path.is_file():
        # A file of a set makes sense only with the rest of it.
        folder = next((each for each in (path.parent, path.parent.parent) if (each / "set.yaml").is_file()), None)
        return ([folder], []) if folder is not None else ([], [path])
    if (path / "set.yaml").is_file():
        return [path], []
    folders = set_folders(path)
    return (folders, []) if folders else ([], yaml_files(path))


def _set_problems(folder: Path) -> list[Problem]:
    try:
        files = read_set(folder)
    except Unsound as error:
        return list(error.problems)
    return [*files.problems, *set_findings(files)]


def _directory_problems(path: Path) -> list[Problem]:
    try:
        file = read_directory(path)
    except Unsound as error:
        return list(error.problems)
    return [*file.problems, *directory_findings(file)]
