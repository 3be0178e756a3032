"""A question whose answer changes nothing, and one that says so of itself, untruly."""

from collections.abc import Iterator

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles
from screening.sets.conditions.types import AnswerIs, AnyLeaf, Condition
from screening.sets.conditions.walk import leaves

RULE = Rule(id="question-without-effect", scope=Scope.SOUND_SET)


def check(files: SetFiles) -> Iterator[Problem]:
    """A question shows no indicator, raises no flag, and no gate or pathway looks at it, in a set that assesses.

    A frightened person should not have to answer anything that is not used. Take it out, or say what it is for. Where
    asking matters though nothing follows from the answer, the question says so itself: `counts: false`. One that says
    so, and that a gate or pathway looks at, contradicts itself.

    Passes:
        guidance.yaml: [{id: home, when: {question: with, is: [boss]}}]

    Passes:
        sections/main.yaml: {questions: [{id: with, counts: false}]}
        guidance.yaml: [{id: home, when: null}]

    Fails:
        guidance.yaml: [{id: home, when: null}]

    Fails:
        sections/main.yaml: {questions: [{id: with, counts: false}]}
    """
    about = files.about.value
    if about.levels.clear_concern is None and about.levels.some_concern is None and not about.bands:
        return
    pathways = files.guidance.value if files.guidance is not None else ()
    conditions: list[Condition[AnyLeaf] | None] = [pathway.when for pathway in pathways]
    conditions += [section.value.when for section in files.sections]
    conditions += [each.question.when for each in files.questions()]
    named = {leaf.item for when in conditions for leaf in leaves(when) if isinstance(leaf, AnswerIs)}
    for each in files.questions():
        question = each.question
        if not question.counts and question.id in named:
            message = gettext(
                "{question} counts nothing, and a gate or pathway looks at it", question=quoted(question.id)
            )
            yield each.file.problem((*each.path, "counts"), message, gettext("Leave 'counts' out."), at_key=True)
        if question.counts and not question.could_show and not question.could_raise and question.id not in named:
            message = gettext("no answer to {question} has any effect", question=quoted(question.id))
            yield each.file.problem(
                each.path, message, gettext("Take it out, or make it show, raise or open something.")
            )
