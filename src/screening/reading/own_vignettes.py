"""A folder of an agency's own vignettes, read against a set that they do not lie in."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from screening.language.messages import gettext
from screening.reading.bounds import Bounds
from screening.reading.files import entries, is_there, missing, read_part, real_path, yaml_files
from screening.reading.problem import Problem, Problems, Unsound
from screening.reading.records import RecordReader
from screening.reading.references.names import Names, duplicates
from screening.reading.references.vignettes import in_vignette
from screening.reading.set_catalog import SetCatalog
from screening.reading.set_files import SetFiles
from screening.reading.sets import find_files
from screening.reading.shape import File, shape
from screening.reading.yaml_text import YamlText
from screening.sets.model import IndicatorSet
from screening.sets.vignette import Vignette


class WithVignettes(Struct, frozen=True):
    """A sound set, and the vignettes that were read against it.

    Attributes:
        set: the set, its own vignettes first and then those of the folder.
        given: those of the folder alone, by the names of their files; none where no folder was given.
    """

    set: IndicatorSet
    given: tuple[Vignette, ...] = ()


def find_set_with(name: str, folder: Path | None, catalog: SetCatalog | None = None) -> WithVignettes:
    """A set by its id or its folder, with an agency's own vignettes: for `--set` and `--vignettes`.

    Args:
        name: the id of the set, or the path of its folder.
        folder: the folder of vignettes; None where the set's own are enough.
        catalog: where ids are looked up; the built-in sets where none is given.

    Raises:
        Unsound: there is no such set, or it has problems; there is no such folder, or one of its vignettes has
            problems. Each is told at its file, line and column.
    """
    files = find_files(name, catalog)
    if folder is None:
        return WithVignettes(files.set)
    files = with_vignettes(files, folder)
    return WithVignettes(files.set, tuple(file.value for file in given_vignettes(files)))


def with_vignettes(files: SetFiles, folder: Path) -> SetFiles:
    """A set with the vignettes of a folder besides its own. They are judged as its own are.

    Args:
        files: the set, sound or not.
        folder: where the vignettes lie, each a YAML file.

    Returns:
        The set with their problems besides its own. `given_vignettes` tells them apart.

    Raises:
        Unsound: there is no such folder, it cannot be opened, or nothing in it can be a vignette.
    """
    found = _vignette_files(folder)
    bounds = Bounds()
    given: tuple[File[Vignette], ...] = tuple(shape(read_part(path, bounds), Vignette) for path in found)
    names = Names(files.about, files.indicators, files.sections, files.guidance)
    reader = RecordReader(names.by_id.values())
    problems = Problems(files.problems)
    for file in given:
        problems.extend(file.problems)
        problems.extend(in_vignette(file, names, reader))
    # Where it is the set's own folder, each is there once.
    again = {real_path(path) for path in found}
    cases = (*(each for each in files.vignettes if real_path(Path(each.text.file)) not in again), *given)
    problems.extend(duplicates(((file, ("id",), file.value.id) for file in cases), "vignette"))
    problems.extend(_too_deep(folder))
    return replace(files, vignettes=cases, problems=problems, beside=folder)


def given_vignettes(files: SetFiles) -> tuple[File[Vignette], ...]:
    """The vignettes that were read with a set from another folder."""
    if files.beside is None:
        return ()
    return tuple(file for file in files.vignettes if Path(file.text.file).parent == files.beside)


def vignette_problems(text: YamlText, files: SetFiles) -> Problems:
    """What is wrong with one vignette, read against a set, wherever its text is from.

    Args:
        text: the vignette.
        files: the set.
    """
    file: File[Vignette] = shape(text, Vignette)
    names = Names(files.about, files.indicators, files.sections, files.guidance)
    problems = Problems(file.problems)
    problems.extend(in_vignette(file, names, RecordReader(names.by_id.values())))
    return problems


def is_vignette(text: YamlText) -> bool:
    """Whether a file is meant as a vignette: nothing else tells a story."""
    return isinstance(text.data, dict) and "story" in text.data


def _vignette_files(folder: Path) -> list[Path]:
    if not is_there(folder):
        raise Unsound([missing(folder, gettext("there is no such folder"))])
    if not folder.is_dir():
        raise Unsound([missing(folder, gettext("it is a file; give the folder in which it lies"))])
    if is_there(folder / "set.yaml"):
        message = gettext("this is the folder of a set, and not one of vignettes")
        raise Unsound([Problem(str(folder), 1, 1, message, gettext("Give a folder with vignettes alone."), "file")])
    found = yaml_files(folder)
    if not found:
        message = gettext("there is no vignette in this folder")
        hint = gettext("Put each in a YAML file of its own, right into the folder.")
        raise Unsound([Problem(str(folder), 1, 1, message, hint, "file")])
    return found


def _too_deep(folder: Path) -> list[Problem]:
    """Vignettes in folders within the folder: they would be passed over in silence."""
    message = gettext("vignettes in a folder within the folder are not read")
    hint = gettext("Put them right into the folder.")
    inner = [path for path in entries(folder) if path.is_dir() and yaml_files(path)]
    return [Problem(str(path), 1, 1, message, hint, "file") for path in inner]
