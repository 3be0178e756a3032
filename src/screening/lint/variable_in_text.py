"""A variable of another tool in a text."""

import re
from collections.abc import Iterator
from typing import Any

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles
from screening.sets.data_path import DataPath
from screening.sets.fields import A_CALL

RULE = Rule(id="variable-in-text", scope=Scope.ANY_SET)

# Of XLSForm and its kin; of templates; of LimeSurvey and Python; of forms for CommCare.
_VARIABLE = re.compile(r"\$\{[^}]*\}|\{\{[^}]*\}\}|\{[\w.:-]+\}|<output\b[^>]*>")


def check(files: SetFiles) -> Iterator[Problem]:
    """A text has a variable, such as `${name}`, for which another tool would put an answer.

    Here nothing is put in its place: it would be read out as it stands. Names are not asked for at all. Write the
    question so that it needs no answer in it. Only `{call}` is filled, once, in a `tonight` of what has `needs`: with
    the number for the first of them that the page has a number for.

    Passes:
        sections/main.yaml: {questions: [{id: papers, ask: "Where does the boss keep your passport?"}]}

    Passes:
        guidance.yaml: [{id: help, tonight: "If they agree, call: {call}.", needs: [anti-trafficking]}]

    Fails:
        sections/main.yaml: {questions: [{id: papers, ask: "Where does ${boss_name} keep your passport?"}]}

    Fails:
        guidance.yaml: [{id: home, do: ["Ask {{shelter}} for a bed."]}]

    Fails:
        guidance.yaml: [{id: help, do: ["If they agree, call: {call}."], needs: [anti-trafficking]}]
    """
    for file in (files.about, files.indicators, *files.sections, files.guidance):
        if file is None:
            continue
        for path, text in _texts(file.text.data, ()):
            found = _VARIABLE.search(text.replace(A_CALL, "", 1) if _names_a_call(file.text.data, path) else text)
            if found is not None:
                message = gettext("nothing is put in the place of {variable}", variable=quoted(found[0]))
                yield file.problem(path, message, gettext("Write the text so that it stands without it."))


def _names_a_call(data: Any, path: DataPath) -> bool:
    """Whether a text is an act of the first page, of something for which somebody can be called."""
    if "tonight" not in path:
        return False
    for step in path[: path.index("tonight")]:
        data = data[step]
    return isinstance(data, dict) and bool(data.get("needs"))


def _texts(data: Any, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    """Every text in plain data, with its path."""
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, part in data.items():
            # What a mark of a rating says is a key.
            yield (*path, key), key
            # A condition with one is no condition, and told already.
            if key != "when":
                yield from _texts(part, (*path, key))
    elif isinstance(data, list):
        for index, part in enumerate(data):
            yield from _texts(part, (*path, index))
