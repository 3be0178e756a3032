"""What `screening check` found, as text, as JSON and as commands for a workflow of GitHub."""

import json
from collections.abc import Callable, Mapping
from typing import Literal

from screening.reading.problem import Problems
from screening.show.characters import in_one_line, visible_in_json

FindingsFormat = Literal["text", "json", "github"]


def findings_text(problems: Problems, checked: int, format_: FindingsFormat) -> str:
    """Findings in one of the formats, with a new line at the end.

    Args:
        problems: everything that was found: what is told of it, and how many there are.
        checked: how many sets and directories were looked at.
        format_: the format.
    """
    return _FORMATS[format_](problems, checked)


def _text(problems: Problems, checked: int) -> str:
    lines = [in_one_line(f"{problem} [{problem.code}]") for problem in problems]
    return "\n".join([*lines, *_more(problems), _count(problems, checked)]) + "\n"


def _json(problems: Problems, checked: int) -> str:
    listed = [
        {
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "code": problem.code,
            "what": problem.what,
            "mend": str(problem.mend),
            "warning": problem.warning,
        }
        for problem in problems
    ]
    count, warnings = _counts(problems)
    data = {"checked": checked, "count": count, "warnings": warnings, "more": problems.more, "problems": listed}
    return visible_in_json(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _github(problems: Problems, checked: int) -> str:
    lines = [
        f"::{'warning' if problem.warning else 'error'} "
        f"file={_property(problem.file)},line={problem.line},col={problem.column},title={_property(problem.code)}"
        f"::{_message(f'{problem.what}. {problem.mend}')}"
        for problem in problems
    ]
    more = [f"::notice::{line}" for line in _more(problems)]
    return "\n".join([*lines, *more, _count(problems, checked)]) + "\n"


def _message(text: str) -> str:
    # The percent sign first, or it would be escaped twice.
    return in_one_line(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def _more(problems: Problems) -> list[str]:
    """That there are more than are told, if there are."""
    return [f"and {problems.more} more problem{'s' if problems.more > 1 else ''}"] if problems.more else []


def _count(problems: Problems, checked: int) -> str:
    count, warnings = _counts(problems)
    warned = f", {warnings} {'warning' if warnings == 1 else 'warnings'}" if warnings else ""
    return f"{checked} checked, {count} {'problem' if count == 1 else 'problems'}{warned}"


def _counts(problems: Problems) -> tuple[int, int]:
    """How many are problems, and how many only warn."""
    by_kind = {False: 0, True: 0}
    for (_, warning), number in problems.counts().items():
        by_kind[warning] += number
    return by_kind[False], by_kind[True]


_FORMATS: Mapping[FindingsFormat, Callable[[Problems, int], str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
}
