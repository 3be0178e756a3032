"""A question without its reason."""

from collections.abc import Iterator

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles

RULE = Rule(id="missing-why", scope=Scope.SOUND_SET)


def check(files: SetFiles) -> Iterator[Problem]:
    """A question that is asked does not say why.

    Whoever asks has to know what an answer is for, and the person may want to know it too. Say it in a sentence.

    Passes:
        sections/main.yaml: {questions: [{id: papers, why: Papers are often used to hold people.}]}

    Fails:
        sections/main.yaml: {questions: [{id: papers, why: null}]}
    """
    for each in files.questions():
        if each.question.kind == "asked" and each.question.why is None:
            yield each.file.problem(
                each.path,
                gettext("{question} does not say why it is asked", question=quoted(each.question.id)),
                gettext("Add 'why'."),
            )
