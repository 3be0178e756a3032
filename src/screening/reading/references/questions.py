"""References in the sections: questions, their options, and what they show and raise."""

from collections.abc import Iterator

from screening.reading.problem import Problem
from screening.reading.references.names import Names, duplicates, unknown
from screening.reading.shape import File
from screening.reading.type_kinds import UNREADABLE
from screening.sets.data_path import DataPath
from screening.sets.model import CHILD_FLAG, CIRCUMSTANCES, NOT_DEFINITE, Question, Section, SetFile


def in_sections(about: File[SetFile], files: tuple[File[Section], ...], names: Names) -> Iterator[Problem]:
    yield from duplicates(((file, ("id",), file.value.id) for file in files), "section")
    ids = dict.fromkeys(file.value.id for file in files)
    if names.sections_readable:
        for index, listed in enumerate(about.value.sections):
            yield from unknown(about, ("sections", index, "id"), "file for the section", listed.id, ids)
    if names.about_readable:
        for file in files:
            if file.value.id != UNREADABLE and file.value.id not in names.stages:
                what = f"set.yaml does not list the section {file.value.id!r}, so it is never asked"
                yield file.problem(("id",), what, "Add it to 'sections' there.")


def in_questions(names: Names) -> Iterator[Problem]:
    ids = ((placed.file, (*placed.path, "id"), placed.question.id) for placed in names.questions)
    yield from duplicates(ids, "question")
    looks = [placed.question for placed in names.questions if placed.question.kind == "impression"]
    impressions = {name for question in looks for name in question.could_show}
    for placed in names.questions:
        file, path, question = placed.file, placed.path, placed.question
        yield from _in_one_question(file, path, question)
        yield from _in_options(file, path, question, names)
        if (
            question.kind in {"seen", "impression"}
            and placed.stage not in {None, "seen"}
            and not (file.is_tainted((*path, "kind")) or names.stages_tainted)
        ):
            what = f"a question of kind {question.kind!r} stands only in a section of stage 'seen'"
            yield file.problem((*path, "kind"), what, "Move it, or ask it.")
        if question.kind == "impression":
            yield from _in_impression(file, path, question, names)
        else:
            for name in question.could_show:
                if name in impressions:
                    what = f"{name!r} is shown by an impression, and by {question.id!r}, which is none"
                    yield file.problem(path, what, "Give the impression an indicator of its own.")


def _in_one_question(file: File[Section], path: DataPath, question: Question) -> Iterator[Problem]:
    # What was recorded is one mapping by id, and a circumstance is never scored.
    if question.id in CIRCUMSTANCES:
        what = f"{question.id!r} is the id of a circumstance"
        yield file.problem((*path, "id"), what, "Give the question another id.")
    if question.options:
        for key in ("shows", "raises"):
            if getattr(question, key):
                what = f"{key!r} stands on a question with options"
                yield file.problem((*path, key), what, "Put it on the option that it belongs to.", at_key=True)
    elif question.several:
        what = "several answers need options to choose from"
        yield file.problem((*path, "choose"), what, "Add options, or leave 'choose' out.")
    readable = not _stands(file, (*path, "ask")) and not file.is_tainted((*path, "kind"))
    if question.kind == "asked" and question.ask is None and readable:
        yield file.problem(path, f"the question {question.id!r} has no words to ask it with", "Add 'ask'.")
    options = [(file, (*path, "options", i, "id"), option.id) for i, option in enumerate(question.options)]
    yield from duplicates(options, "option")
    for index, option in enumerate(question.options):
        at: DataPath = (*path, "options", index)
        if option.id in NOT_DEFINITE:
            what = f"{option.id!r} can always be answered and is no option"
            yield file.problem((*at, "id"), what, "Leave it out, or give the option another id.")
        if option.alone and (option.shows or option.raises):
            what = f"{option.id!r} stands alone, so it may show and raise nothing"
            yield file.problem(at, what, "Take 'shows' and 'raises' out, or 'alone'.")


def _stands(file: File[Section], path: DataPath) -> bool:
    return path[-1] in file.text.position.find(path[:-1]).parts


def _in_options(file: File[Section], path: DataPath, question: Question, names: Names) -> Iterator[Problem]:
    effects: list[tuple[DataPath, tuple[str, ...], tuple[str, ...]]] = [(path, question.shows, question.raises)]
    effects += [((*path, "options", i), option.shows, option.raises) for i, option in enumerate(question.options)]
    for at, shows, raises in effects:
        if names.indicators_readable:
            for index, name in enumerate(shows):
                yield from unknown(file, (*at, "shows", index), "indicator", name, names.indicators)
        for index, name in enumerate(raises):
            if name == CHILD_FLAG:
                what = "the flag 'child' is raised by the age, never by a question"
                yield file.problem((*at, "raises", index), what, "Take it out.")
            elif names.flags_readable:
                yield from unknown(file, (*at, "raises", index), "flag", name, names.flags)


def _in_impression(file: File[Section], path: DataPath, question: Question, names: Names) -> Iterator[Problem]:
    for name in question.could_show:
        indicator = names.indicators.get(name)
        if indicator is None or name in names.tainted_indicators:
            continue
        if {indicator.strength_for(False), indicator.strength_for(True)} - {"weak", None}:
            what = f"the impression {question.id!r} shows {name!r}, which is stronger than weak"
            yield file.problem(path, what, "Make the indicator weak, or observe a fact.")
