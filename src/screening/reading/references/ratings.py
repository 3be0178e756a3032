"""Ratings: their marks, where they count, and what they are from."""

from collections.abc import Iterator

from screening.language.messages import gettext, quoted
from screening.reading.problem import Problem
from screening.reading.references.indicators import in_source
from screening.reading.references.names import Names, PlacedQuestion, unknown
from screening.reading.shape import File
from screening.sets.data_path import DataPath
from screening.sets.questions import Question, Section
from screening.sets.ratings import rated_indicator


def in_ratings(names: Names) -> Iterator[Problem]:
    for placed in names.questions:
        if placed.file.is_tainted(placed.path):
            continue
        yield from _answers_once(placed.file, placed.path, placed.question)
        if placed.question.is_rating:
            yield from _in_rating(placed, names)
        else:
            for key in ("dimension", "source"):
                if getattr(placed.question, key) is not None:
                    message = gettext(
                        "{key} is on {question}, which is not a rating",
                        key=quoted(key),
                        question=quoted(placed.question.id),
                    )
                    hint = gettext("Give its answers a weight or a strength, or put it on an indicator.")
                    yield placed.file.problem((*placed.path, key), message, hint, at_key=True)


def _answers_once(file: File[Section], path: DataPath, question: Question) -> Iterator[Problem]:
    if not question.rate:
        return
    if question.options:
        message = gettext("{key} is on a question with options", key=quoted("rate"))
        yield file.problem((*path, "rate"), message, gettext("Write one of the two."), at_key=True)
    first: dict[int, str] = {}
    for label, number in question.rate.items():
        if number in first:
            message = gettext(
                "{label} and {other} have the same number", label=quoted(label), other=quoted(first[number])
            )
            yield file.problem((*path, "rate", label), message, gettext("Give each mark a number of its own."))
        first.setdefault(number, label)


def _in_rating(placed: PlacedQuestion, names: Names) -> Iterator[Problem]:
    file, path, question = placed.file, placed.path, placed.question
    if question.several:
        message = gettext("a rating is one mark, so several cannot be chosen")
        yield file.problem((*path, "choose"), message, gettext("Leave 'choose' out."))
    if question.id in names.indicators:
        message = gettext(
            "{question} is a rating, which is an indicator itself, and there is one of that id",
            question=quoted(question.id),
        )
        yield file.problem((*path, "id"), message, gettext("Take it out of indicators.yaml, or give another id."))
    for number, option in enumerate(question.options):
        if option.alone and option.marks:
            message = gettext("{option} stands alone, so it may not count", option=quoted(option.id))
            yield file.problem((*path, "options", number), message, gettext("Take out 'alone': a rating is one mark."))
    if names.dimensions_readable:
        if question.dimension is not None:
            yield from unknown(file, (*path, "dimension"), "dimension", question.dimension, names.about.dimensions)
        elif len(names.about.dimensions) != 1:
            message = gettext("{question} does not say where it counts", question=quoted(question.id))
            yield file.problem(path, message, gettext("Add 'dimension', with the id of one in set.yaml."))
    yield from in_source(file, (*path, "source"), question.source, names)
    rated = rated_indicator(names.about, question)
    if question.kind == "impression" and rated.strength not in {"weak", None}:
        message = gettext("the impression {question} counts for more than weak", question=quoted(question.id))
        yield file.problem(path, message, gettext("Make its marks weak, or observe a fact."))
