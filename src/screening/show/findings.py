"""What `screening check` found, as text, as JSON and as commands for a workflow of GitHub."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from screening.reading.problem import Problem

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
    lines = [f"{problem} [{problem.code}]" for problem in problems]
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
        }
        for problem in problems
    ]
    data = {"checked": checked, "count": len(problems), "problems": listed}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _github(problems: Sequence[Problem], checked: int) -> str:
    lines = [
        f"::error file={_property(problem.file)},line={problem.line},col={problem.column},"
        f"title={_property(problem.code)}::{_message(f'{problem.what}. {problem.mend}')}"
        for problem in problems
    ]
    return "\n".join([*lines, _count(problems, checked)]) + "\n"


def _message(text: str) -> str:
    # The percent sign first, or it would be escaped twice.
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def _count(problems: Sequence[Problem], checked: int) -> str:
    return f"{checked} checked, {len(problems)} {'problem' if len(problems) == 1 else 'problems'}"


_FORMATS: Mapping[FindingsFormat, Callable[[Sequence[Problem], int], str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
}
