"""A text that is said second, without the one that comes first."""

from collections.abc import Iterator

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles

RULE = Rule(id="second-line", scope=Scope.SOUND_SET)

_FIRST = {"ask_next": "ask", "ask_next_self": "ask_self", "declined_self": "declined"}


def check(files: SetFiles) -> Iterator[Problem]:
    """A question has a second line without a first: `ask_next` without `ask`, or `ask_next_self` without `ask_self`.

    The second line is said after the answer to the first, so without that it is never shown. In the same way,
    `declined_self` says for the person alone what `declined` says for the screener, and is nothing by itself.

    Passes:
        sections/main.yaml:
          questions:
            - {id: after, ask_next: And now?, ask_self: "How?", ask_next_self: "And now, how?"}

    Fails:
        sections/main.yaml: {questions: [{id: after, ask_next_self: And now?}]}

    Fails:
        sections/looks.yaml: {questions: [{id: look, ask_next: And now?}]}

    Fails:
        sections/main.yaml: {questions: [{id: after, declined_self: I want a lawyer first}]}
    """
    for each in files.questions():
        for key, first in _FIRST.items():
            if getattr(each.question, key) is not None and getattr(each.question, first) is None:
                message = gettext(
                    "{question} has {key}, and not {other}",
                    question=quoted(each.question.id),
                    key=quoted(key),
                    other=quoted(first),
                )
                hint = gettext("Add {key}.", key=quoted(first))
                yield each.file.problem((*each.path, key), message, hint, at_key=True)
