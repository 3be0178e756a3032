"""What a set that extends another may not take from it: safety before score (law 3)."""

from collections.abc import Iterator

from screening.language.messages import gettext, quoted
from screening.reading.problem import Problem
from screening.reading.references.names import PlacedQuestion, placed_questions
from screening.reading.shape import File
from screening.reading.type_kinds import UNREADABLE
from screening.sets.model import SetFile
from screening.sets.order import SAFETY, is_before
from screening.sets.questions import Question, Section

Sections = tuple[File[Section], ...]


def in_extended(
    about: File[SetFile], sections: Sections, base_about: File[SetFile], base_sections: Sections
) -> Iterator[Problem]:
    """Every safety question of the base that is asked later, of fewer people, or with less effect; every emptied card.

    Args:
        about: the whole set's `set.yaml`.
        sections: the whole set's sections.
        base_about: that of the set that it extends.
        base_sections: those of the set that it extends.
    """
    listed = [each.id for each in about.value.sections]
    now = {placed.question.id: placed for placed in reversed(placed_questions(about, sections))}
    told: set[str] = set()
    for before in placed_questions(base_about, base_sections):
        name = before.question.id
        if before.stage not in SAFETY or name == UNREADABLE or name not in now:
            continue
        placed = now[name]
        yield from _in_question(placed, before.question)
        section, gate = placed.file.value, before.file.value.when
        if section.id in told:
            continue
        told.add(section.id)
        if placed.stage is not None and is_before(before.stage, placed.stage):
            path = ("sections", listed.index(section.id), "stage")
            message = gettext(
                "the section {section} holds safety questions, and they are asked first", section=quoted(section.id)
            )
            yield about.problem(path, message, gettext("Leave its stage as it is."))
        if section.when not in (None, gate):
            message = gettext(
                "the section {section} holds safety questions, and everybody is asked them", section=quoted(section.id)
            )
            yield placed.file.problem(("when",), message, gettext("Take the gate out."))
    yield from _in_flags(about, base_about)


def _in_question(placed: PlacedQuestion, before: Question) -> Iterator[Problem]:
    file, path, question = placed.file, placed.path, placed.question
    if file.is_tainted(path):
        return
    if question.kind != before.kind:
        message = gettext(
            "{question} is a safety question, and must stay of kind {kind}",
            question=quoted(question.id),
            kind=quoted(before.kind),
        )
        yield file.problem((*path, "kind"), message, gettext("Take 'kind' out."))
    if question.when not in (None, before.when):
        message = gettext("{question} is a safety question, and everybody is asked it", question=quoted(question.id))
        yield file.problem((*path, "when"), message, gettext("Take the gate out."))
    raised = {option.id: option.raises for option in before.choices}
    lost = {flag: (*path, "raises") for flag in before.could_raise if flag not in question.could_raise}
    for number, option in enumerate(question.choices):
        at = (*path, "options", number, "raises") if question.options else (*path, "raises")
        lost |= {flag: at for flag in raised.get(option.id, ()) if flag not in option.raises}
    for flag, at in lost.items():
        message = gettext(
            "{question} is a safety question, and must still raise {flag}",
            question=quoted(question.id),
            flag=quoted(flag),
        )
        yield file.problem(at, message, gettext("Let the same answer raise {flag}.", flag=quoted(flag)))


def _in_flags(about: File[SetFile], base_about: File[SetFile]) -> Iterator[Problem]:
    told = {flag.id for flag in base_about.value.flags if flag.do}
    for number, flag in enumerate(about.value.flags):
        if flag.id in told and not flag.do and not about.is_tainted(("flags", number)):
            message = gettext("the card of {flag} no longer says what to do", flag=quoted(flag.id))
            yield about.problem(("flags", number, "do"), message, gettext("Write what to do."))
