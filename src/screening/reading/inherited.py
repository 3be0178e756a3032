"""Where it is told what is wrong in a set only because another one extends it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from screening.language.messages import gettext, quoted
from screening.reading.kinds import KIND, Kind
from screening.reading.position import Position
from screening.reading.problem import Problem
from screening.reading.shape import File
from screening.sets.guidance import Pathway
from screening.sets.model import Indicator, SetFile
from screening.sets.questions import Section
from screening.sets.vignette import Vignette

# The lists of `set.yaml` whose items can be left out.
_LISTED: Sequence[tuple[str, Kind]] = (("circumstances", "circumstance"), ("sections", "section"), ("flags", "flag"))


class Defining(NamedTuple):
    """The files of a set that extends another, laid over those of that one."""

    about: File[SetFile]
    indicators: File[tuple[Indicator, ...]] | None
    sections: tuple[File[Section], ...]
    guidance: File[tuple[Pathway, ...]] | None
    vignettes: tuple[File[Vignette], ...]


class _Item(NamedTuple):
    """What a file defines, from its position to that of the next; `kind` is None where it cannot be left out."""

    kind: Kind | None
    name: str
    position: Position


def at_its_cause(problem: Problem, files: Defining) -> Problem:
    """A problem in a file of the set that is extended, told where the other one says what it leaves out or extends.

    What to do about it is not to correct that file, which may be one of the program's, but to leave out too what the
    problem is in, or to write another one over it.

    Args:
        problem: the problem.
        files: the files of the set that extends.
    """
    about = files.about
    key = "leave_out" if "leave_out" in about.text.position.parts else "extends"
    set_ = quoted(about.value.extends or "")
    item = _item_at(problem, files)
    if item is None or item.kind is None:
        message = gettext("in {set}: {message}", set=set_, message=problem.message)
        hint = gettext("Write over it what is to be so.")
    else:
        message = gettext(
            # Translators: {message} is what is wrong, such as: there is no question 'papers'.
            "in the {kind} {name} of {set}: {message}",
            kind=KIND[item.kind],
            name=quoted(item.name),
            set=set_,
            message=problem.message,
        )
        hint = gettext(
            "Leave out the {kind} {name} too, or write your own over it.", kind=KIND[item.kind], name=quoted(item.name)
        )
    return replace(about.problem((key,), message, hint, at_key=True), code=problem.code)


def _item_at(problem: Problem, files: Defining) -> _Item | None:
    """What a problem is in: of all that begins in its file before it, the last."""
    before = [
        each
        for each in _items(files)
        if each.position.file == problem.file
        and (each.position.line, each.position.column) <= (problem.line, problem.column)
    ]
    return max(before, key=lambda each: (each.position.line, each.position.column), default=None)


def _items(files: Defining) -> Iterator[_Item]:
    about = files.about.text.position
    yield from (_Item(None, key, part) for key, part in about.parts.items() if isinstance(key, str))
    for key, kind in _LISTED:
        for index, item in enumerate(getattr(files.about.value, key)):
            yield _Item(kind, item.id, about.find((key, index)))
    if files.indicators is not None:
        for index, indicator in enumerate(files.indicators.value):
            yield _Item("indicator", indicator.id, files.indicators.text.position.find((index,)))
    if files.guidance is not None:
        for index, pathway in enumerate(files.guidance.value):
            yield _Item("pathway", pathway.id, files.guidance.text.position.find((index,)))
    for section in files.sections:
        yield _Item("section", section.value.id, section.text.position)
        for index, question in enumerate(section.value.questions):
            yield _Item("question", question.id, section.text.position.find(("questions", index)))
    for vignette in files.vignettes:
        yield _Item("vignette", vignette.value.id, vignette.text.position)
