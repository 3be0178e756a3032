"""A question that does not fit a screen."""

from collections.abc import Iterator

from wcwidth import wrap

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.sets import SetFiles
from screening.sets.questions import Question

RULE = Rule(id="too-long", scope=Scope.SOUND_SET)

# Of 80 x 24: a margin on both sides, and room for the heading, the keys and the two answers that are always there.
COLUMNS = 76
ROWS = 17


def check(files: SetFiles) -> Iterator[Problem]:
    """A question and its answers take more than a screen of 80 columns and 24 rows.

    What somebody has to scroll to is not read, and the last answer is then never marked. Say it in fewer words, or make
    two questions of it. What is said first, `ask`, `record` and the options count, at 76 columns and 17 rows.

    Passes:
        sections/main.yaml: {questions: [{id: papers, say_first: You can leave it out.}]}

    Fails:
        sections/main.yaml:
          questions:
            - id: with
              options:
                - {id: one, label: An answer so long that it does not fit into a row of a screen with eighty columns}
                - {id: two, label: An answer so long that it does not fit into a row of a screen with eighty columns}
                - {id: three, label: An answer so long that it does not fit into a row of a screen with eighty columns}
                - {id: four, label: An answer so long that it does not fit into a row of a screen with eighty columns}
                - {id: five, label: An answer so long that it does not fit into a row of a screen with eighty columns}
                - {id: six, label: An answer so long that it does not fit into a row of a screen with eighty columns}
                - {id: seven, label: An answer so long that it does not fit into a row of a screen with eighty columns}
                - {id: boss, label: An answer so long that it does not fit into a row of a screen with eighty columns}
    """
    for each in files.questions():
        rows = _rows(each.question)
        if rows > ROWS:
            message = gettext(
                "{question} and its answers take {rows} rows, and {most} fit a small screen",
                question=quoted(each.question.id),
                rows=rows,
                most=ROWS,
            )
            yield each.file.problem(each.path, message, gettext("Shorten it, or make two questions of it."))


def _rows(question: Question) -> int:
    spoken = (question.say_first, question.ask, question.record)
    texts = [text for text in spoken if text is not None] + [option.label for option in question.choices]
    return sum(len(wrap(text, COLUMNS)) or 1 for text in texts)
