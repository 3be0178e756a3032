"""A set by its id or its folder: a folder of YAML to an indicator set."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from screening.language.messages import gettext, quoted
from screening.reading.files import entries, is_there, missing, read_file, read_part, real_path, yaml_files
from screening.reading.inherited import Defining, at_its_cause
from screening.reading.language_files import read_language
from screening.reading.overlay import asks_more, overlay
from screening.reading.problem import Problem, Problems, Unsound, did_you_mean, looked_up
from screening.reading.references import reference_problems
from screening.reading.references.extended import in_extended
from screening.reading.references.names import PlacedQuestion, placed_questions
from screening.reading.scales import with_scales
from screening.reading.set_catalog import SetCatalog, read_catalog
from screening.reading.set_texts import SetTexts
from screening.reading.shape import File, shape
from screening.reading.yaml_text import Bounds, YamlText
from screening.sets.in_language import in_language
from screening.sets.model import Extended, Indicator, IndicatorSet, LeaveOut, Pathway, SetFile
from screening.sets.questions import Section
from screening.sets.ratings import rated_indicators
from screening.sets.texts import texts
from screening.sets.vignette import Vignette

_FILES = ("set.yaml", "indicators.yaml", "guidance.yaml")
_FOLDERS = ("sections", "vignettes", "locale")


class SetFiles(Struct, frozen=True):
    """The files of a set with their positions, sound or not. What it extends is laid under them.

    Attributes:
        folder: the set's folder, as the user gave it.
        about, indicators, sections, guidance, vignettes: the files; `None` or empty where there are none.
        problems: everything that keeps the set from being used.
        extends: the set that this one extends.
        base: what that one says by itself.
        asks_more: whether more is asked than by a set that it extends, so that what is known of a case of that one is
            less than all.
        beside: the folder of vignettes that were read with the set and do not lie in it.
        below: the folders of the sets that it extends, the nearest first.
    """

    folder: Path
    about: File[SetFile]
    indicators: File[tuple[Indicator, ...]] | None
    sections: tuple[File[Section], ...]
    guidance: File[tuple[Pathway, ...]] | None
    vignettes: tuple[File[Vignette], ...]
    problems: Problems
    extends: Extended | None = None
    asks_more: bool = False
    base: SetTexts | None = None
    beside: Path | None = None
    below: tuple[Path, ...] = ()

    @property
    def base_alone(self) -> "SetFiles | None":
        """The set that is extended, without this one; None where it extends none."""
        if self.base is None or self.extends is None:
            return None
        base = _files(Path(self.base.about.file).parent, self.base, self.extends.extends)
        return replace(base, below=self.below[1:])

    @property
    def locales(self) -> tuple[Path, ...]:
        """The folders of its translations and of those that come along, its own first."""
        return tuple(folder / "locale" for folder in (self.folder, *self.below))

    def at_its_cause(self, problem: Problem) -> Problem:
        """A problem in a file of the set that is extended, told where this one leaves something out or extends it."""
        files = Defining(self.about, self.indicators, self.sections, self.guidance, self.vignettes)
        return at_its_cause(problem, files)

    @property
    def set(self) -> IndicatorSet:
        """The whole set.

        Raises:
            Unsound: it has problems.
        """
        if self.problems:
            raise Unsound(self.problems)
        sections = tuple(file.value for file in self.sections)
        questions = [question for section in sections for question in section.questions]
        stated = self.indicators.value if self.indicators is not None else ()
        return IndicatorSet(
            about=self.about.value,
            extends=self.extends,
            indicators=(*stated, *rated_indicators(self.about.value, questions)),
            sections=sections,
            guidance=self.guidance.value if self.guidance is not None else (),
            vignettes=tuple(file.value for file in self.vignettes),
        )

    def set_in(self, language: str | None) -> IndicatorSet:
        """The whole set in a language, as far as it is translated; as it was written where none is named.

        Raises:
            Unsound: it has problems.
        """
        written = self.set
        if language is None or language == written.about.language:
            return written
        return in_language(written, read_language(self.locales, language, texts(written)))

    def own_texts(self) -> Mapping[str, str]:
        """The texts of the set that are not those of one that it extends, by their ids: those that it translates.

        Raises:
            Unsound: it has problems.
        """
        base = self.base_alone
        theirs = texts(base.set) if base is not None else {}
        return {name: text for name, text in texts(self.set).items() if theirs.get(name) != text}

    def questions(self) -> list[PlacedQuestion]:
        """Every question that is asked, in the order of the interview, with its stage, its file and its path there."""
        return [placed for placed in placed_questions(self.about, self.sections) if placed.stage is not None]

    def is_own(self, file: str) -> bool:
        """Whether a file is the set's own, or was read with it, and is not one of a set that it extends."""
        own = (self.folder, self.beside) if self.beside is not None else (self.folder,)
        return self.extends is None or any(real_path(Path(file)).is_relative_to(real_path(each)) for each in own)


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
    layers = _layers(folder, catalog, (), Bounds(), vignettes=vignettes)
    files = replace(_files(folder, layers.texts, layers.extends), asks_more=layers.asks_more, base=layers.base)
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


def _files(folder: Path, texts: SetTexts, extends: Extended | None) -> SetFiles:
    """The files of a set with what is wrong in them and between them."""
    problems = Problems()
    staged = [with_scales(text, texts.about, problems) for text in texts.sections]
    about: File[SetFile] = shape(texts.about, SetFile)
    indicators = _optional(texts.indicators, tuple[Indicator, ...])
    sections = tuple(shape(text, Section) for text in staged)
    guidance = _optional(texts.guidance, tuple[Pathway, ...])
    cases = tuple(shape(text, Vignette) for text in texts.vignettes or ())
    for file in (about, indicators, *sections, guidance, *cases):
        if file is not None:
            problems.extend(file.problems)
    problems.extend(reference_problems(about, indicators, sections, guidance, cases))
    return SetFiles(folder, about, indicators, sections, guidance, cases, problems, extends)


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


class _Layers(Struct, frozen=True):
    """The files of a set with those of the set that it extends under them; `of_base` is wrong with that one's files."""

    texts: SetTexts
    problems: Problems
    of_base: Problems
    extends: Extended | None = None
    base: SetTexts | None = None
    asks_more: bool = False
    below: tuple[Path, ...] = ()


def _layers(
    folder: Path, catalog: SetCatalog | None, above: tuple[tuple[Path, str], ...], bounds: Bounds, *, vignettes: bool
) -> _Layers:
    """Read a set and what it extends; `above` are the folders and ids of the sets that extend it."""
    own = _read_texts(folder, bounds, vignettes=vignettes)
    problems = _strangers(folder)
    about = own.about.data if isinstance(own.about.data, dict) else {}
    name = about.get("extends")
    if not isinstance(name, str):
        return _Layers(own, Problems(problems), Problems())
    catalog = catalog or read_catalog()
    above = (*above, (real_path(folder), str(about.get("id"))))
    if name not in catalog.folders:
        hint = gettext(
            "{hint} Sets of your own are found in the folders of --indicators.",
            hint=did_you_mean(name, catalog.folders),
        )
        missing_base = own.about.problem(
            ("extends",), gettext("there is no set {name} to extend", name=quoted(name)), hint
        )
        raise Unsound([missing_base, *own.about.problems])
    base_folder = catalog.folders[name]
    if real_path(base_folder) in [each for each, _ in above]:
        circle = " -> ".join([*(each for _, each in above), name])
        message = gettext("these sets extend one another in a circle: {circle}", circle=circle)
        raise Unsound([own.about.problem(("extends",), message, gettext("Let one of them stand on its own."))])
    base = _layers(base_folder, catalog, above, bounds, vignettes=vignettes)
    texts, own_problems = overlay(base.texts, own)
    version = base.texts.about.data.get("version") if isinstance(base.texts.about.data, dict) else None
    extends = Extended(id=name, version=str(version), extends=base.extends)
    own_problems.extend(problems)
    own_problems.extend(base.problems)
    more = base.asks_more or asks_more(base.texts, texts)
    return _Layers(texts, own_problems, base.problems, extends, base.texts, more, (base_folder, *base.below))


def _read_texts(folder: Path, bounds: Bounds, *, vignettes: bool) -> SetTexts:
    set_file = folder / "set.yaml"

    def part(path: Path) -> YamlText | None:
        return read_part(path, bounds) if is_there(path) else None

    def parts(folder: Path) -> tuple[YamlText, ...]:
        return tuple(read_part(path, bounds) for path in yaml_files(folder))

    if not is_there(set_file):
        raise Unsound([missing(set_file, gettext("there is no such file"))])
    return SetTexts(
        about=read_file(set_file, bounds),
        indicators=part(folder / "indicators.yaml"),
        sections=parts(folder / "sections"),
        guidance=part(folder / "guidance.yaml"),
        vignettes=parts(folder / "vignettes") if vignettes else None,
    )


def _optional(text: YamlText | None, type_: Any) -> File[Any] | None:
    return shape(text, type_) if text is not None else None


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


def _strangers(folder: Path) -> list[Problem]:
    """Files and folders that a set does not have: misspelt, they would be passed over in silence."""
    strangers = [path for path in yaml_files(folder) if path.name not in _FILES]
    problems = [
        Problem(
            str(path),
            1,
            1,
            gettext("a set has no file {name}", name=quoted(path.name)),
            did_you_mean(path.name, _FILES),
            "file",
        )
        for path in strangers
    ]
    folders = [path for path in entries(folder) if path.is_dir() and path.name not in _FOLDERS]
    return problems + [
        Problem(
            str(path),
            1,
            1,
            gettext("a set has no folder {name}", name=quoted(path.name)),
            did_you_mean(path.name, _FOLDERS),
            "file",
        )
        for path in folders
        if yaml_files(path)
    ]
