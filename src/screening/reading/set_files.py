"""The files of one set with their positions, and the set that they come to."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from screening.reading.files import real_path
from screening.reading.inherited import Defining, at_its_cause
from screening.reading.language_files import read_language
from screening.reading.problem import Problem, Problems, Unsound
from screening.reading.references import reference_problems
from screening.reading.references.names import PlacedQuestion, placed_questions
from screening.reading.scales import with_scales
from screening.reading.set_texts import SetTexts
from screening.reading.shape import File, shape
from screening.reading.yaml_text import YamlText
from screening.sets.guidance import Pathway
from screening.sets.in_language import in_language
from screening.sets.model import Extended, Indicator, IndicatorSet, SetFile
from screening.sets.questions import Section
from screening.sets.ratings import rated_indicators
from screening.sets.texts import texts
from screening.sets.vignette import Vignette


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
        base = files_of(Path(self.base.about.file).parent, self.base, self.extends.extends)
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


def files_of(folder: Path, texts: SetTexts, extends: Extended | None) -> SetFiles:
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


def _optional(text: YamlText | None, type_: Any) -> File[Any] | None:
    return shape(text, type_) if text is not None else None
