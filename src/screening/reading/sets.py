"""A folder of YAML to an indicator set."""

from dataclasses import dataclass
from pathlib import Path

from screening.model import Indicator, IndicatorSet, Pathway, Section, SetFile, Vignette
from screening.reading.files import missing, read_file, yaml_files
from screening.reading.problem import Problem, Unsound, did_you_mean
from screening.reading.references import reference_problems
from screening.reading.references.names import PlacedQuestion, placed_questions
from screening.reading.shape import File, shape

_FILES = ("set.yaml", "indicators.yaml", "guidance.yaml")
_FOLDERS = ("sections", "vignettes", "locale")


@dataclass(frozen=True, slots=True)
class SetFiles:
    """The files of a set with their places, sound or not.

    Attributes:
        folder: the set's folder, as the user gave it.
        about, indicators, sections, guidance, vignettes: the files; `None` or empty where there are none.
        problems: everything that keeps the set from being used.
    """

    folder: Path
    about: File[SetFile]
    indicators: File[tuple[Indicator, ...]] | None
    sections: tuple[File[Section], ...]
    guidance: File[tuple[Pathway, ...]] | None
    vignettes: tuple[File[Vignette], ...]
    problems: tuple[Problem, ...]

    @property
    def set(self) -> IndicatorSet:
        """The whole set.

        Raises:
            Unsound: it has problems.
        """
        if self.problems:
            raise Unsound(self.problems)
        return IndicatorSet(
            about=self.about.value,
            indicators=self.indicators.value if self.indicators is not None else (),
            sections=tuple(file.value for file in self.sections),
            guidance=self.guidance.value if self.guidance is not None else (),
            vignettes=tuple(file.value for file in self.vignettes),
        )

    def questions(self) -> list[PlacedQuestion]:
        """Every question that is asked, in the order of the interview, with its stage, its file and its path there."""
        return [place for place in placed_questions(self.about, self.sections) if place.stage is not None]


def read_set(folder: Path) -> SetFiles:
    """Read the set in a folder.

    Args:
        folder: the folder in which `set.yaml` stands.

    Returns:
        The files with all their problems. Use `.set` where only a sound set will do.

    Raises:
        Unsound: there is no `set.yaml`, or a file cannot be opened.
    """
    set_file = folder / "set.yaml"
    if not set_file.is_file():
        raise Unsound([missing(set_file, "there is no such file")])
    indicators_file, guidance_file = folder / "indicators.yaml", folder / "guidance.yaml"
    about: File[SetFile] = shape(read_file(set_file), SetFile)
    indicators = shape(read_file(indicators_file), tuple[Indicator, ...]) if indicators_file.is_file() else None
    sections = tuple(shape(read_file(path), Section) for path in yaml_files(folder / "sections"))
    guidance = shape(read_file(guidance_file), tuple[Pathway, ...]) if guidance_file.is_file() else None
    vignettes = tuple(shape(read_file(path), Vignette) for path in yaml_files(folder / "vignettes"))
    problems = [
        problem
        for file in (about, indicators, *sections, guidance, *vignettes)
        if file is not None
        for problem in file.problems
    ]
    problems += _strangers(folder)
    problems += reference_problems(about, indicators, sections, guidance, vignettes)
    return SetFiles(folder, about, indicators, sections, guidance, vignettes, tuple(sorted(problems)))


def _strangers(folder: Path) -> list[Problem]:
    """Files and folders that a set does not have: misspelt, they would be passed over in silence."""
    strangers = [path for path in yaml_files(folder) if path.name not in _FILES]
    problems = [
        Problem(str(path), 1, 1, f"a set has no file {path.name!r}", did_you_mean(path.name, _FILES))
        for path in strangers
    ]
    folders = [path for path in sorted(folder.iterdir()) if path.is_dir() and path.name not in _FOLDERS]
    return problems + [
        Problem(str(path), 1, 1, f"a set has no folder {path.name!r}", did_you_mean(path.name, _FOLDERS))
        for path in folders
        if yaml_files(path)
    ]
