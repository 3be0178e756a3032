"""What `screening check` found, as text, as JSON and as commands for a workflow of GitHub."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from screening.reading.problem import Problem
from screening.show.characters import in_one_line, visible_in_json

FindingsFormat = Literal["text", "json", "github"]


def findings_text(problems: Sequence[Problem], checked: int, format_: FindingsFormat) -> str:
    """Findings in one of the formats, with a new line at the end.

    Args:
        problems: everything that was found, in order.
        checked: how many sets and directories were looked at.
        format_: the format.
    """
    return _FORMATS[format_](problems, checked)


def _text(problems: Sequence[Problem], checked: int) -> str:
    lines = [in_one_line(f"{problem} [{problem.code}]") for problem in problems]
    return "\n".join([*lines, _count(problems, checked)]) + "\n"


def _json(problems: Sequence[Problem], checked: int) -> str:
    listed = [
        {
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "code": problem.code,
            "what": problem.what,
            "mend": problem.mend,
            "warning": problem.warning,
        }
        for problem in problems
    ]
    count, warnings = _counts(problems)
    data = {"checked": checked, "count": count, "warnings": warnings, "problems": listed}
    return visible_in_json(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _github(problems: Sequence[Problem], checked: int) -> str:
    lines = [
        f"::{'warning' if problem.warning else 'error'} "
        f"file={_property(problem.file)},line={problem.line},col={problem.column},title={_property(problem.code)}"
        f"::{_message(f'{problem.what}. {problem.mend}')}"
        for problem in problems
    ]
    return "\n".join([*lines, _count(problems, checked)]) + "\n"


def _message(text: str) -> str:
    # The percent sign first, or it would be escaped twice.
    return in_one_line(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def _count(problems: Sequence[Problem], checked: int) -> str:
    count, warnings = _counts(problems)
    warned = f", {warnings} {'warning' if warnings == 1 else 'warnings'}" if warnings else ""
    return f"{checked} checked, {count} {'problem' if count == 1 else 'problems'}{warned}"


def _counts(problems: Sequence[Problem]) -> tuple[int, int]:
    """How many are problems, and how many only warn."""
    warnings = sum(problem.warning for problem in problems)
    return len(problems) - warnings, warnings


_FORMATS: Mapping[FindingsFormat, Callable[[Sequence[Problem], int], str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
}
