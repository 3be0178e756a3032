"""`screening check`: what is wrong in sets, directories, glossaries and maps of columns."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import chain
from pathlib import Path

from screening.commands.clock import now
from screening.commands.exit_codes import DONE, PROBLEMS_FOUND, BadInput
from screening.commands.set_catalog import open_catalog
from screening.commands.vignettes import OwnCases
from screening.language.catalog import Catalog
from screening.language.messages import Message, gettext, quoted
from screening.lint import directory_findings, set_findings
from screening.reading.column_maps import is_column_map, shape_column_map
from screening.reading.directories import DirectoryFile, misfits, shape_services
from screening.reading.files import is_there, read_file, real_path, yaml_files
from screening.reading.glossary import is_glossary, shape_glossary
from screening.reading.going_on import in_the_next_set
from screening.reading.own_vignettes import given_vignettes, is_vignette
from screening.reading.places import Directories
from screening.reading.problem import Problems, Unsound
from screening.reading.roles import roles_twice
from screening.reading.set_catalog import SetCatalog, set_folders
from screening.reading.set_files import SetFiles
from screening.reading.sets import read_set
from screening.reading.shape import shape
from screening.reading.yaml_text import YamlText
from screening.sets.column_map import ColumnMap
from screening.sets.model import IndicatorSet
from screening.show.findings import FindingsFormat, findings_text
from screening.terminal.outlet import put


def check(
    paths: Sequence[Path],
    language: Catalog,
    format_: FindingsFormat = "text",
    outside: Sequence[Path] = (),
    today: str | None = None,
    own: OwnCases | None = None,
) -> int:
    """Check sets, directories, glossaries and maps, and print every problem at its position.

    Args:
        paths: folders of sets, of directories or of glossaries, or single ones; maps of columns, with their set.
        language: what the program says is said in it.
        format_: how to print the problems.
        outside: folders of sets that may be extended, besides the built-in ones.
        today: the day by which what is old is told; the real one where it is not given.
        own: vignettes in a folder of their own.

    Raises:
        BadInput: there is nothing to check, or nothing at a path; a map or a vignette without a set; a day that is
            none.
    """
    if not paths and own is None:
        raise BadInput(gettext("there is nothing to check. Give a path, such as our-house or our-services.yaml."))
    day = _day(today)
    catalog = open_catalog(outside)
    folders: dict[Path, None] = {}
    files: dict[Path, None] = {}
    for path in paths:
        sets, others = _what_is_at(path)
        if not sets and not others:
            raise BadInput(
                gettext(
                    "there is no set, directory or glossary at {path}. Give a folder with set.yaml, or YAML files.",
                    path=str(path),
                )
            )
        folders |= dict.fromkeys(sets)
        files |= dict.fromkeys(others)
    found: list[Problems] = []
    themes: dict[Path, YamlText] = {}
    sound: list[DirectoryFile] = []
    maps: list[YamlText] = []
    for file in files:
        try:
            text = read_file(file)
        except Unsound as error:
            found.append(error.problems)
            continue
        if is_vignette(text):
            raise BadInput(_case_alone(file))
        if is_glossary(text):
            themes.setdefault(real_path(file), text)
            continue
        if is_column_map(text):
            if not folders:
                raise BadInput(_map_alone(file))
            maps.append(text)
            continue
        problems, directory = _directory(text, day)
        found.append(problems)
        if directory is not None and folders:
            sound.append(directory)
    found.append(shape_glossary(themes.values()).problems)
    found += [_set_problems(folder, catalog, sound, maps) for folder in folders]
    cases = own.files(catalog) if own is not None else None
    if cases is not None:
        found.append(_case_problems(cases))
    # An agency's own set may have the role of a built-in one, and takes its place.
    built_in = {real_path(catalog.folders[name]) for name in catalog.built_in}
    for is_built_in in (True, False):
        together = (folder for folder in folders if (real_path(folder) in built_in) is is_built_in)
        found.append(Problems(roles_twice(together)))
    problems = _once(found)
    checked = len(folders) + len(files) + (len(given_vignettes(cases)) if cases is not None else 0)
    put(findings_text(problems, checked, format_, language))
    return PROBLEMS_FOUND if any(not warning for _, warning in problems.counts()) else DONE


def _day(given: str | None) -> date:
    if given is None:
        return now().date()
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise BadInput(
            gettext("{given} is not a valid date. Write one such as 2026-01-31.", given=quoted(given))
        ) from None


def _once(found: list[Problems]) -> Problems:
    """Problems in order, each once: one set's are found again in every set that extends it.

    A set that is extended was looked up by another path than the user's own, which is the shorter.
    """
    real = {name: str(real_path(Path(name))) for problems in found for name, _ in problems.counts()}
    nearest = sorted(chain.from_iterable(found), key=lambda problem: len(problem.file), reverse=True)
    by_place = {
        (real[each.file], each.line, each.column, each.message, each.code, each.warning): each for each in nearest
    }
    once = Problems(by_place.values())
    # Of those that nobody is told, as many as were found where most of them were.
    known = Counter((real[problem.file], problem.warning) for problem in by_place.values())
    most: Counter[tuple[str, bool]] = Counter()
    for problems in found:
        counted: Counter[tuple[str, bool]] = Counter()
        for (name, warning), number in problems.counts().items():
            counted[real[name], warning] += number
        most |= counted
    for (name, warning), number in (most - known).items():
        once.count_on(name, number, warning=warning)
    return once


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


def _set_problems(
    folder: Path, catalog: SetCatalog, directories: list[DirectoryFile], maps: list[YamlText]
) -> Problems:
    """The problems of a set, and of the maps that are given with it."""
    try:
        files = read_set(folder, catalog)
    except Unsound as error:
        return error.problems
    problems = Problems(files.problems)
    problems.extend(in_the_next_set(files, catalog))
    problems.extend(set_findings(files, directories))
    if not files.problems:
        problems.extend(chain.from_iterable(_map_problems(text, files.set) for text in maps))
    return problems


def _case_problems(files: SetFiles) -> Problems:
    """The problems of vignettes that lie in a folder of their own, and those that keep their set from being used."""
    problems = Problems(files.problems)
    given = {file.text.file for file in given_vignettes(files)}
    problems.extend(each for each in set_findings(files) if each.file in given)
    return problems


def _map_problems(text: YamlText, indicator_set: IndicatorSet) -> Problems:
    try:
        shape_column_map(shape(text, ColumnMap), indicator_set)
    except Unsound as error:
        return error.problems
    return Problems()


def _map_alone(file: Path) -> Message:
    return gettext(
        "{path} names the columns of records, and is checked with the set that they are read with. Give that too.",
        path=str(file),
    )


def _case_alone(file: Path) -> Message:
    return gettext(
        "{path} is a vignette, and is checked with its set. Write: screening check --vignettes {folder} --set SET.",
        path=str(file),
        folder=str(file.parent),
    )


def _directory(text: YamlText, today: date) -> tuple[Problems, DirectoryFile | None]:
    """The problems of a directory or of an agency's own file, and the directory where it is one and sound."""
    file = shape_services(text)
    problems = Problems(file.problems)
    problems.extend(directory_findings(file, today))
    if isinstance(file, DirectoryFile):
        return problems, None if file.problems else file
    if not file.problems:
        problems.extend(misfits(file, Directories().get(file.place)))
    return problems, None
