"""A text that is said second, without the one that comes first."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles
from screening.reading.shape import File
from screening.sets.data_path import DataPath

RULE = Rule(id="second-line", scope=Scope.SOUND_SET)

_FIRST_OF_SET = {"agreement_if_kept": "agreement"}
_FIRST = {"ask_next": "ask", "ask_next_self": "ask_self", "declined_self": "declined"}


def check(files: SetFiles) -> Iterator[Problem]:
    """A question has a second line without a first: `ask_next` without `ask`, or `ask_next_self` without `ask_self`.

    The second line is said after the answer to the first, so without that it is never shown. In the same way,
    `declined_self` says for the person alone what `declined` says for the screener, and is nothing by itself; and
    `agreement_if_kept` says the `agreement` of a set for paper and telephones.

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

    Fails:
        set.yaml: {agreement_if_kept: "I mark your answers on this form. Is that all right?"}
    """
    about = files.about.value
    yield from _without_first(files.about, (), about.id, about, _FIRST_OF_SET)
    for each in files.questions():
        yield from _without_first(each.file, each.path, each.question.id, each.question, _FIRST)


def _without_first(
    file: File[Any], path: DataPath, name: str, told: Struct, first_of: Mapping[str, str]
) -> Iterator[Problem]:
    """Each second line of what is called `name`, whose first is not there."""
    for key, first in first_of.items():
        if getattr(told, key) is not None and getattr(told, first) is None:
            message = gettext(
                "{question} has {key}, and not {other}", question=quoted(name), key=quoted(key), other=quoted(first)
            )
            hint = gettext("Add {key}.", key=quoted(first))
            yield file.problem((*path, key), message, hint, at_key=True)
