"""Everything that a set defines, and what is said of a name that is not among it, or twice."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from msgspec.structs import replace

from screening.language.messages import gettext, quoted
from screening.reading.kinds import Kind, already_there, not_there
from screening.reading.problem import DidYouMean, Problem
from screening.reading.shape import File
from screening.reading.type_kinds import UNREADABLE
from screening.sets.childhood import CHILD_FLAG
from screening.sets.data_path import DataPath
from screening.sets.guidance import Pathway
from screening.sets.model import Indicator, SectionStage, SetFile
from screening.sets.order import QuestionStage, in_order
from screening.sets.questions import Question, Section
from screening.sets.vocabulary import ELEMENTS


class Names:
    """Everything that is defined. A file that cannot be read may define anything: nothing of its kind is unknown."""

    def __init__(
        self,
        about: File[SetFile],
        indicators: File[tuple[Indicator, ...]] | None,
        sections: tuple[File[Section], ...],
        guidance: File[tuple[Pathway, ...]] | None,
    ) -> None:
        self.about = about.value
        self.about_readable = about.text.readable and isinstance(about.text.data, dict)
        self.dimensions_readable = self.about_readable and not about.is_tainted(("dimensions",))
        self.flags_readable = self.about_readable and not about.is_tainted(("flags",))
        self.sources_readable = self.about_readable and not about.is_tainted(("sources",))
        self.stages_tainted = about.is_tainted(("sections",))
        self.tainted_indicators = {
            each.id
            for index, each in enumerate(indicators.value if indicators is not None else ())
            if indicators is not None and indicators.is_tainted((index,))
        }
        self.indicators = {each.id: each for each in (indicators.value if indicators is not None else ())}
        pathways = {each.id: each for each in reversed(guidance.value if guidance is not None else ())}
        self.pathways = dict.fromkeys(pathways)
        self.always_open = {name for name, pathway in pathways.items() if pathway.when is None}
        self.indicators_readable = indicators is None or _all_named(indicators, self.indicators)
        self.guidance_readable = guidance is None or _all_named(guidance, pathways)
        self.flags = dict.fromkeys(flag.id for flag in self.about.flags)
        # What is raised besides, by the age.
        self.all_flags = dict.fromkeys([CHILD_FLAG, *self.flags])
        # What a condition may name bare: elements and dimensions.
        self.countable = dict.fromkeys([*ELEMENTS, *self.about.dimensions])
        self.stages: dict[str, QuestionStage] = {staged.id: staged.stage for staged in self.about.sections}
        self.questions = placed_questions(about, sections)
        self.by_id = {placed.question.id: placed.question for placed in reversed(self.questions)}
        self.order = {placed.question.id: number for number, placed in reversed(list(enumerate(self.questions)))}
        self.after_the_turn = {placed.question.id for placed in self.questions if placed.stage == "seen"}
        # Of a scale that is not there, nobody knows the answers.
        self.sections_readable = all(_all_named(file, self.by_id) for file in sections) and not any(
            question.scale is not None and not question.options and not question.rate
            for question in self.by_id.values()
        )
        self.raisers: dict[str, list[str]] = {}
        for placed in self.questions:
            for flag in placed.question.could_raise:
                self.raisers.setdefault(flag, []).append(placed.question.id)

        self._choices: dict[str, Choices] = {}

    def choices(self, question: Question) -> "Choices":
        """The ids of a question's answers, and of those that exclude others, told apart once."""
        if question.id not in self._choices:
            self._choices[question.id] = Choices(
                dict.fromkeys(option.id for option in question.choices),
                frozenset(option.id for option in question.choices if option.alone),
            )
        return self._choices[question.id]


class Choices(NamedTuple):
    """The ids of a question's answers, and of those that exclude others."""

    ids: Collection[str]
    alone: Collection[str]


class PlacedQuestion(NamedTuple):
    """A question with the stage in which it is asked (None where set.yaml forgets its section), its file and path."""

    stage: QuestionStage | None
    file: File[Section]
    path: DataPath
    question: Question


def placed_questions(about: File[SetFile], sections: tuple[File[Section], ...]) -> list[PlacedQuestion]:
    """Every question in the order of the interview; those of sections that set.yaml forgets come last."""
    files = {file.value.id: file for file in reversed(sections)}
    listed: dict[str, SectionStage] = {}
    for staged in about.value.sections:
        listed.setdefault(staged.id, staged)
    order: list[tuple[QuestionStage | None, File[Section]]] = [
        (staged.stage, files[staged.id]) for staged in in_order(listed.values()) if staged.id in files
    ]
    order += [(None, file) for file in sections if file.value.id not in listed]
    return [
        PlacedQuestion(stage, file, ("questions", number), question)
        for stage, file in order
        for number, question in enumerate(file.value.questions)
    ]


def _all_named(file: File[Any], ids: Collection[str]) -> bool:
    """Whether everything that the file defines could be read well enough to know its name."""
    kind = list if isinstance(file.value, tuple) else dict
    return file.text.readable and isinstance(file.text.data, kind) and UNREADABLE not in ids


def duplicates(named: Iterable[tuple[File[Any], DataPath, str]], kind: Kind) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for file, path, name in named:
        if name == UNREADABLE:
            continue
        if name in first:
            message = already_there(kind, quoted(name), first[name])
            yield replace(file.problem(path, message, gettext("Give it another id.")), code="duplicate-id")
        first.setdefault(name, file.text.position.find(path).file)


def unknown(
    file: File[Any], path: DataPath, kind: Kind, name: str, known: Collection[str], *, at_key: bool = False
) -> Iterator[Problem]:
    if name != UNREADABLE and name not in known:
        yield file.problem(path, not_there(kind, quoted(name)), DidYouMean(name, known), at_key=at_key)
