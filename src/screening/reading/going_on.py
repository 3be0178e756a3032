"""Whether what a set says of the one in which the talk may go on is true of that one."""

from collections.abc import Iterator

from screening.language.messages import gettext, quoted
from screening.reading.problem import DidYouMean, Problem, Unsound
from screening.reading.references.names import unknown
from screening.reading.set_catalog import SetCatalog
from screening.reading.set_files import SetFiles
from screening.reading.sets import read_set
from screening.reading.shape import File
from screening.sets.answers import NOT_DEFINITE
from screening.sets.data_path import DataPath
from screening.sets.model import GoesOn, IndicatorSet, SetFile
from screening.sets.questions import Question


def in_the_next_set(files: SetFiles, catalog: SetCatalog) -> Iterator[Problem]:
    """Everything named in `goes_on` that the other set does not have, or has with another meaning.

    Args:
        files: the set that may be gone on from.
        catalog: where the other one is looked up.
    """
    file = files.about
    goes_on = file.value.goes_on
    if goes_on is None or file.is_tainted(("goes_on",)):
        return
    path: DataPath = ("goes_on", "set")
    if goes_on.set not in catalog.folders or goes_on.set == file.value.id:
        others = [name for name in catalog.folders if name != file.value.id]
        message = gettext("there is no set {name} to go on with", name=quoted(goes_on.set))
        yield file.problem(path, message, DidYouMean(goes_on.set, others))
        return
    try:
        following = read_set(catalog.folders[goes_on.set], catalog, vignettes=False).set
    except Unsound:
        message = gettext("the set {name} has problems of its own", name=quoted(goes_on.set))
        yield file.problem(path, message, gettext("Correct it first: screening check tells what is wrong there."))
        return
    yield from _in_map(file, goes_on, {placed.question.id: placed.question for placed in files.questions()}, following)


def _in_map(
    file: File[SetFile], goes_on: GoesOn, here: dict[str, Question], following: IndicatorSet
) -> Iterator[Problem]:
    there = {question.id: question for _, _, question in following.questions()}
    for index, name in enumerate(goes_on.same):
        path: DataPath = ("goes_on", "same", index)
        yield from unknown(file, path, "question", name, there)
        if name in here and name in there and not _means_the_same(here[name], there[name]):
            message = gettext("the question {name} does not mean the same in both sets", name=quoted(name))
            hint = gettext("Give both one statement and one list of answers, or say what means what under 'answers'.")
            yield file.problem(path, message, hint)
    for question, by_answer in goes_on.answers.items():
        for answer, meant in by_answer.items():
            for name, option in meant.items():
                path = ("goes_on", "answers", question, answer, name)
                yield from unknown(file, path, "question", name, there, at_key=True)
                if name in there:
                    options = (*(each.id for each in there[name].choices), *sorted(NOT_DEFINITE))
                    yield from unknown(file, path, "option", option, options)


def _means_the_same(one: Question, other: Question) -> bool:
    """Whether an answer to the one is the same answer to the other: what it shows is each set's own business."""
    return (one.record, one.choose, one.declined, _worded(one)) == (
        other.record,
        other.choose,
        other.declined,
        _worded(other),
    )


def _worded(question: Question) -> list[tuple[str, str, bool]]:
    return [(option.id, option.label, option.alone) for option in question.choices]
