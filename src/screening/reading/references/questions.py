"""References in the sections: questions, their options, and what they show and raise."""

from collections.abc import Iterator

from screening.language.messages import gettext, quoted
from screening.reading.problem import Problem
from screening.reading.references.names import Names, PlacedQuestion, duplicates, unknown
from screening.reading.shape import File
from screening.reading.type_kinds import UNREADABLE
from screening.sets.answers import NOT_ASKED, RESTS
from screening.sets.childhood import CHILD_FLAG
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.data_path import DataPath
from screening.sets.model import SetFile
from screening.sets.questions import Question, Section


def in_sections(about: File[SetFile], files: tuple[File[Section], ...], names: Names) -> Iterator[Problem]:
    yield from duplicates(((file, ("id",), file.value.id) for file in files), "section")
    ids = dict.fromkeys(file.value.id for file in files)
    if names.sections_readable:
        for index, listed in enumerate(about.value.sections):
            yield from unknown(about, ("sections", index, "id"), "section_file", listed.id, ids)
    if names.about_readable:
        for file in files:
            if file.value.id != UNREADABLE and file.value.id not in names.stages:
                message = gettext(
                    "set.yaml does not list the section {section}, so it is never asked", section=quoted(file.value.id)
                )
                yield file.problem(("id",), message, gettext("Add it to 'sections' there."))


def in_questions(names: Names) -> Iterator[Problem]:
    ids = ((placed.file, (*placed.path, "id"), placed.question.id) for placed in names.questions)
    yield from duplicates(ids, "question")
    looks = [placed.question for placed in names.questions if placed.question.kind == "impression"]
    impressions = {name for question in looks for name in question.could_show}
    for placed in names.questions:
        file, path, question = placed.file, placed.path, placed.question
        yield from _in_one_question(file, path, question)
        yield from _declined(file, path, question)
        yield from _in_options(file, path, question, names)
        yield from _called(file, path, question)
        if placed.stage is not None and not (file.is_tainted((*path, "kind")) or names.stages_tainted):
            yield from _in_stage(placed)
        if question.kind == "impression":
            yield from _in_impression(file, path, question, names)
        else:
            for name in question.could_show:
                if name in impressions:
                    message = gettext(
                        "{indicator} is shown by an impression, and by {question}, which is not one",
                        indicator=quoted(name),
                        question=quoted(question.id),
                    )
                    yield file.problem(path, message, gettext("Give the impression an indicator of its own."))


def _in_stage(placed: PlacedQuestion) -> Iterator[Problem]:
    """Whoever sits beside reads nothing of what the screener saw, and is asked nothing once the screen is turned."""
    at, kind = (*placed.path, "kind"), placed.question.kind
    if kind in {"seen", "impression"} and placed.stage != "seen":
        message = gettext("a question of kind {kind} belongs only in a section of stage 'seen'", kind=quoted(kind))
        yield placed.file.problem(at, message, gettext("Move it, or ask it."))
    elif kind == "asked" and placed.stage == "seen":
        message = gettext("{question} is asked after the screen was turned", question=quoted(placed.question.id))
        yield placed.file.problem(at, message, gettext("Move it, or say with 'kind' that it was seen."))


def _in_one_question(file: File[Section], path: DataPath, question: Question) -> Iterator[Problem]:
    # What was recorded is one mapping by id, and a circumstance is never scored.
    if question.id in CIRCUMSTANCES:
        message = gettext("{question} is the id of a circumstance", question=quoted(question.id))
        yield file.problem((*path, "id"), message, gettext("Give the question another id."))
    if question.options or question.rate:
        for key in ("shows", "raises", "htcds"):
            if getattr(question, key):
                message = gettext("{key} is on a question with options", key=quoted(key))
                yield file.problem(
                    (*path, key), message, gettext("Put it on the option that it belongs to."), at_key=True
                )
    elif question.several and not question.rate:
        message = gettext("several answers need options to choose from")
        yield file.problem((*path, "choose"), message, gettext("Add options, or leave 'choose' out."))
    readable = not _stands(file, (*path, "ask")) and not file.is_tainted((*path, "kind"))
    if question.kind == "asked" and question.ask is None and readable:
        yield file.problem(
            path,
            gettext("the question {question} has no words to ask it with", question=quoted(question.id)),
            gettext("Add 'ask'."),
        )
    if not question.counts and (question.could_show or question.could_raise) and not file.is_tainted(path):
        message = gettext("{question} counts nothing, and shows or raises something", question=quoted(question.id))
        yield file.problem((*path, "counts"), message, gettext("Leave 'counts' out."), at_key=True)
    options = [(file, (*path, "options", i, "id"), option.id) for i, option in enumerate(question.options)]
    yield from duplicates(options, "option")
    for index, option in enumerate(question.options):
        at: DataPath = (*path, "options", index)
        if option.id == NOT_ASKED:
            message = gettext("{option} says in a record that nothing was answered", option=quoted(option.id))
            yield file.problem((*at, "id"), message, gettext("Give the option another id."))
        elif option.id in RESTS:
            message = gettext("{option} can always be answered, so it is not an option", option=quoted(option.id))
            yield file.problem((*at, "id"), message, gettext("Leave it out, or give the option another id."))
        if option.alone and (option.shows or option.raises):
            message = gettext("{option} stands alone, so it may not show or raise anything", option=quoted(option.id))
            yield file.problem(at, message, gettext("Take 'shows' and 'raises' out, or 'alone'."))


def _declined(file: File[Section], path: DataPath, question: Question) -> Iterator[Problem]:
    # What is filled in from what is known may be that somebody does not want to say, such as a lawyer first.
    if question.kind in {"asked", "known"} or file.is_tainted((*path, "kind")):
        return
    for key in ("declined", "declined_self"):
        if getattr(question, key) is not None:
            message = gettext("nobody is asked {question}, so nobody can decline it", question=quoted(question.id))
            hint = gettext("Leave {key} out, or ask it.", key=quoted(key))
            yield file.problem((*path, key), message, hint, at_key=True)


def _called(file: File[Section], path: DataPath, question: Question) -> Iterator[Problem]:
    """What an answer is called is told with the indicators that it shows, and so never where it shows none."""
    if file.is_tainted(path):
        return
    answers = [((*path, "options", i), option) for i, option in enumerate(question.options)]
    named = [(at, option.htcds) for at, option in answers if not (option.shows or option.marks)]
    if not (answers or question.rate or question.shows):
        named.append((path, question.htcds))
    for at, called in named:
        if called is not None:
            message = gettext("what shows nothing is never told, whatever it is called")
            yield file.problem((*at, "htcds"), message, gettext("Leave 'htcds' out, or show something."), at_key=True)


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
                message = gettext("the flag 'child' is raised by the age, never by a question")
                yield file.problem((*at, "raises", index), message, gettext("Take it out."))
            elif names.flags_readable:
                yield from unknown(file, (*at, "raises", index), "flag", name, names.flags)


def _in_impression(file: File[Section], path: DataPath, question: Question, names: Names) -> Iterator[Problem]:
    for name in question.could_show:
        indicator = names.indicators.get(name)
        if indicator is None or name in names.tainted_indicators:
            continue
        if {indicator.strength_for(False), indicator.strength_for(True)} - {"weak", None}:
            message = gettext(
                "the impression {question} shows {indicator}, which is stronger than weak",
                question=quoted(question.id),
                indicator=quoted(name),
            )
            yield file.problem(path, message, gettext("Make the indicator weak, or observe a fact."))
