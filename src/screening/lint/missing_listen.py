"""A question without what to listen for."""

from collections.abc import Iterator

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles

RULE = Rule(id="missing-listen", scope=Scope.SOUND_SET)


def check(files: SetFiles) -> Iterator[Problem]:
    """A question that is asked does not say what to listen for.

    Open questions get long answers. What is said in passing is often what counts, and whoever marks it has to know
    that. Write the words and facts that point to an answer.

    Passes:
        sections/main.yaml: {questions: [{id: papers, listen: "Kept away, or with an agency."}]}

    Fails:
        sections/main.yaml: {questions: [{id: papers, listen: null}]}
    """
    for each in files.questions():
        if each.question.kind == "asked" and each.question.listen is None:
            message = gettext("{question} does not say what to listen for", question=quoted(each.question.id))
            yield each.file.problem(each.path, message, gettext("Add 'listen'."))
