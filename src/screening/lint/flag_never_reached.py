"""A question that safety or guidance rests on, and that may never be asked."""

from collections.abc import Iterator

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles
from screening.sets.conditions.types import AnswerIs
from screening.sets.conditions.walk import leaves
from screening.sets.order import MAY_BE_SPARED

RULE = Rule(id="flag-never-reached", scope=Scope.ANY_SET)


def check(files: SetFiles) -> Iterator[Problem]:
    """A question raises a flag, or only opens a pathway, and is neither `always` nor in a stage that nobody is spared.

    Once no answer can change the level, the rest of the questions may be left out. Those that safety and guidance
    depend on must not be among them.

    Passes:
        sections/main.yaml: {questions: [{id: tonight, raises: [going_back], always: true}]}

    Fails:
        sections/main.yaml: {questions: [{id: tonight, raises: [going_back], always: false}]}

    Fails:
        sections/main.yaml: {questions: [{id: with, always: false}]}
        guidance.yaml: [{id: home, when: {question: with, is: [boss]}}]
    """
    pathways = files.guidance.value if files.guidance is not None else ()
    named = {leaf.item for each in pathways for leaf in leaves(each.when) if isinstance(leaf, AnswerIs)}
    for placed in files.questions():
        file, path, question = placed.file, placed.path, placed.question
        if question.always or placed.stage not in MAY_BE_SPARED:
            continue
        if question.could_raise:
            message = gettext(
                "{question} can raise {flag} and may be left out",
                question=quoted(question.id),
                flag=quoted(question.could_raise[0]),
            )
            yield file.problem(
                path, message, gettext("Add 'always: true', or move it to a section of stage urgent or safety.")
            )
        elif question.id in named and not question.could_show:
            message = gettext(
                "{question} opens a pathway, shows no indicator, and may be left out", question=quoted(question.id)
            )
            yield file.problem(
                path, message, gettext("Add 'always: true', or move it to a section of stage urgent or safety.")
            )
