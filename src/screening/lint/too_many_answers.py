"""More answers than there are keys."""

from collections.abc import Iterator

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles

RULE = Rule(id="too-many-answers", scope=Scope.SOUND_SET)

MOST_ANSWERS = 9


def check(files: SetFiles) -> Iterator[Problem]:
    """A question has more than nine answers to choose from.

    Nine have a key of one digit, and fit a small screen. Of more, the last ones are not read, and whoever listens to a
    long answer cannot find the mark for it. Put answers together that say the same, or make two questions of it. The
    marks of a rating may be more: there the number itself is looked for. What can always be answered is not counted.

    Passes:
        sections/main.yaml: {questions: [{id: papers, options: [{id: own, label: Has them}, {id: kept, label: Kept}]}]}

    Fails:
        sections/main.yaml:
          questions:
            - id: with
              options:
                - {id: boss, label: A}
                - {id: b, label: B}
                - {id: c, label: C}
                - {id: d, label: D}
                - {id: e, label: E}
                - {id: f, label: F}
                - {id: g, label: G}
                - {id: h, label: H}
                - {id: i, label: I}
                - {id: j, label: J}
    """
    for each in files.questions():
        number = len(each.question.choices)
        if number > MOST_ANSWERS and not each.question.is_rating:
            message = gettext(
                "{question} has {number} answers, and the most that have a key of their own are {most}",
                question=quoted(each.question.id),
                number=number,
                most=MOST_ANSWERS,
            )
            yield each.file.problem(each.path, message, gettext("Put some together, or make two questions of it."))
