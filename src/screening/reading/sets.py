"""A set by its id or its folder, and where each of its problems is told."""

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from screening.language.messages import gettext, quoted
from screening.reading.files import is_there
from screening.reading.problem import Problem, Problems, Unsound, did_you_mean, looked_up
from screening.reading.references.extended import in_extended
from screening.reading.set_catalog import SetCatalog, read_catalog
from screening.reading.set_files import SetFiles, files_of
from screening.reading.set_layers import read_layers
from screening.reading.shape import shape
from screening.sets.model import IndicatorSet, LeaveOut, SetFile
from screening.sets.questions import Section


def read_set(folder: Path, catalog: SetCatalog | None = None, *, vignettes: bool = True) -> SetFiles:
    """Read the set in a folder.

    Args:
        folder: the folder in which `set.yaml` stands.
        catalog: where a set that it extends is looked up; the built-in sets where none is given.
        vignettes: false leaves them out, for whoever waits for the first question.

    Returns:
        The files with all their problems. Use `.set` where only a sound set will do.

    Raises:
        Unsound: there is no `set.yaml`, it or a folder cannot be opened, or the set that it extends is not there.
    """
    layers = read_layers(folder, catalog, vignettes=vignettes)
    files = replace(files_of(folder, layers.texts, layers.extends), asks_more=layers.asks_more, base=layers.base)
    files = replace(files, below=layers.below)
    about = files.about
    problems = Problems(files.problems)
    problems.extend(layers.problems)
    if layers.base is not None:
        base_sections = tuple(shape(text, Section) for text in layers.base.sections)
        problems.extend(in_extended(about, files.sections, shape(layers.base.about, SetFile), base_sections))
    elif about.value.leave_out != LeaveOut():
        message = gettext("this set does not extend another, so there is nothing to leave out")
        problems.add(about.problem(("leave_out",), message, gettext("Delete it, or add 'extends'."), at_key=True))
    return replace(files, problems=_told_in_this_set(problems, layers.of_base, files))


def find_set(name: str, catalog: SetCatalog | None = None, *, vignettes: bool = True) -> IndicatorSet:
    """A set by its id, or by the path of its folder; in the language of the catalog.

    Args:
        name: the id or the path.
        catalog: where ids are looked up, also of sets that are extended; the built-in sets where none is given.
        vignettes: false leaves them out, for whoever waits for the first question.

    Raises:
        Unsound: there is none, or it has problems.
    """
    return find_files(name, catalog, vignettes=vignettes).set_in(catalog.language if catalog is not None else None)


def find_files(name: str, catalog: SetCatalog | None = None, *, vignettes: bool = True) -> SetFiles:
    """The files of a set with all their problems, by its id or by the path of its folder.

    Args:
        name: the id or the path.
        catalog: as in `find_set`.
        vignettes: as in `find_set`.

    Raises:
        Unsound: there is none, or it cannot be opened.
    """
    catalog = catalog or read_catalog()
    if name in catalog.folders:
        return read_set(catalog.folders[name], catalog, vignettes=vignettes)
    path = Path(name)
    if path.name == "set.yaml":
        path = path.parent
    if is_there(path / "set.yaml"):
        return read_set(path, catalog, vignettes=vignettes)
    hint = gettext("{hint} Or give the path of a set's folder.", hint=did_you_mean(name, catalog.folders))
    raise Unsound([Problem(name, 1, 1, gettext("there is no such set"), hint, "file")])


def load_set(name: str, folders: Iterable[Path] = ()) -> IndicatorSet:
    """A set for a program that uses this one as a library.

    Args:
        name: its id, or the path of its folder.
        folders: folders of sets besides the built-in ones.

    Raises:
        Unsound: there is none, or it has problems; there is no such folder.
    """
    return find_set(name, read_catalog(folders))


def _told_in_this_set(problems: Problems, of_base: Problems, files: SetFiles) -> Problems:
    """Problems in files of the set that is extended say that they are to be corrected here.

    Only those that it has without this one are told in their own place.
    """
    if files.extends is None or all(files.is_own(problem.file) for problem in problems):
        return problems
    base = files.base_alone
    known = {_place(problem) for problem in (*of_base, *(base.problems if base is not None else ()))}

    def told(problem: Problem) -> Problem:
        if files.is_own(problem.file):
            return problem
        if _place(problem) not in known:
            return files.at_its_cause(problem)
        hint = gettext(
            "{hint} This is from {set}: override it, or leave it out.",
            hint=looked_up(problem.hint),
            set=quoted(files.extends.id if files.extends is not None else ""),
        )
        return replace(problem, hint=hint)

    return problems.altered(told)


def _place(problem: Problem) -> tuple[object, ...]:
    # The words of a message may name another file where the one set is laid over the other.
    return problem.file, problem.line, problem.column, problem.message.text
