"""Options that are bands of a number: in order, with no gap and no overlap, so that each number has one."""

from collections.abc import Iterator

from screening.language.messages import Message, gettext, quoted
from screening.reading.problem import Problem
from screening.reading.references.names import Names
from screening.reading.shape import File
from screening.sets.data_path import DataPath
from screening.sets.questions import Option, Section


def in_number_bands(names: Names) -> Iterator[Problem]:
    for placed in names.questions:
        bands = [(number, each) for number, each in enumerate(placed.question.options) if each.is_number_band]
        if not bands or placed.file.is_tainted(placed.path):
            continue
        if placed.question.several:
            message = gettext("a number lies in one band, so several cannot be chosen")
            yield placed.file.problem((*placed.path, "choose"), message, gettext("Leave 'choose' out."))
        yield from _in_order(placed.file, (*placed.path, "options"), bands)


def _in_order(file: File[Section], path: DataPath, bands: list[tuple[int, Option]]) -> Iterator[Problem]:
    last = None
    for number, option in bands:
        if option.least is not None and option.below is not None and option.least >= option.below:
            message = gettext("{option} ends before it begins", option=quoted(option.id))
            yield file.problem((*path, number), message, gettext("Give 'below' a larger number than 'from'."))
        elif last is not None and (wrong := _between(last, option)) is not None:
            hint = gettext("Let each band begin, with 'from', at the number at which the one before it ends, 'below'.")
            yield file.problem((*path, number), wrong, hint)
        last = option


def _between(last: Option, option: Option) -> Message | None:
    """What is wrong between a band and the one after it."""
    if last.below is None or option.least is None or option.least < last.below:
        return gettext("{option} overlaps {last}", option=quoted(option.id), last=quoted(last.id))
    if option.least > last.below:
        return gettext(
            "there is a gap between {last} and {option}: what is {number}?",
            last=quoted(last.id),
            option=quoted(option.id),
            number=format(last.below, "g"),
        )
    return None
