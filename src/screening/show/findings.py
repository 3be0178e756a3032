"""What `screening check` found, as text, as JSON and as commands for a workflow of GitHub."""

import json
from collections.abc import Callable, Mapping
from typing import Literal

from screening.language.catalog import Catalog
from screening.language.messages import Message, gettext, ngettext
from screening.reading.problem import Problem, Problems, looked_up, sentences, shortened
from screening.show.characters import in_one_line, visible_in_json

FindingsFormat = Literal["text", "json", "github"]


def findings_text(problems: Problems, checked: int, format_: FindingsFormat, catalog: Catalog) -> str:
    """Findings in one of the formats, with a new line at the end.

    Args:
        problems: everything that was found: what is told of it, and how many there are.
        checked: how many sets and directories were looked at.
        format_: the format.
        catalog: renders what they say.
    """
    return _FORMATS[format_](problems, checked, catalog)


def problem_lines(problems: Problems, catalog: Catalog) -> list[str]:
    """Problems that keep something from being used, a line each, and how many more there are.

    Args:
        problems: the problems.
        catalog: renders what they say.
    """
    return [*(_line(problem, catalog) for problem in problems), *map(catalog.render, _more(problems))]


def _line(problem: Problem, catalog: Catalog) -> str:
    return f"{problem.file}:{problem.line}:{problem.column}: {_sentences(problem, catalog, warning=problem.warning)}"


def _sentences(problem: Problem, catalog: Catalog, *, warning: bool = False) -> str:
    message, hint = _told(problem, catalog)
    if warning:
        # Translators: {message} is what is wrong in a file, {hint} a sentence on how to fix it.
        return catalog.render(gettext("warning: {message}. {hint}", message=message, hint=hint))
    return catalog.render(sentences(message, hint))


def _told(problem: Problem, catalog: Catalog) -> tuple[str, str]:
    """What is wrong and how to mend it. Words of a file may make it too long though each of them is bounded."""
    return shortened(catalog.render(problem.message)), shortened(catalog.render(looked_up(problem.hint)))


def _text(problems: Problems, checked: int, catalog: Catalog) -> str:
    lines = [in_one_line(f"{_line(problem, catalog)} [{problem.code}]") for problem in problems]
    return "\n".join([*lines, *map(catalog.render, [*_more(problems), _count(problems, checked)])]) + "\n"


def _json(problems: Problems, checked: int, catalog: Catalog) -> str:
    listed = []
    for problem in problems:
        message, hint = _told(problem, catalog)
        listed.append(
            {
                "file": problem.file,
                "line": problem.line,
                "column": problem.column,
                "code": problem.code,
                "message": message,
                "hint": hint,
                "warning": problem.warning,
            }
        )
    count, warnings = _counts(problems)
    data = {"checked": checked, "count": count, "warnings": warnings, "more": problems.more, "problems": listed}
    return visible_in_json(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _github(problems: Problems, checked: int, catalog: Catalog) -> str:
    lines = [
        f"::{'warning' if problem.warning else 'error'} "
        f"file={_property(problem.file)},line={problem.line},col={problem.column},title={_property(problem.code)}"
        f"::{_message(_sentences(problem, catalog))}"
        for problem in problems
    ]
    more = [f"::notice::{catalog.render(line)}" for line in _more(problems)]
    return "\n".join([*lines, *more, catalog.render(_count(problems, checked))]) + "\n"


def _message(text: str) -> str:
    # The percent sign first, or it would be escaped twice.
    return in_one_line(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def _more(problems: Problems) -> list[Message]:
    """That there are more than are told, if there are."""
    # Translators: stands below a list of 200 problems.
    return [ngettext("and {count} more problem", "and {count} more problems", problems.more)] if problems.more else []


def _count(problems: Problems, checked: int) -> Message:
    count, warnings = _counts(problems)
    found = ngettext("{count} problem", "{count} problems", count)
    if not warnings:
        # Translators: {number} sets and directories were checked; {found} is "2 problems".
        return gettext("{number} checked, {found}", number=checked, found=found)
    warned = ngettext("{count} warning", "{count} warnings", warnings)
    # Translators: {number} sets and directories were checked; {found} is "2 problems", {warned} is "1 warning".
    return gettext("{number} checked, {found}, {warned}", number=checked, found=found, warned=warned)


def _counts(problems: Problems) -> tuple[int, int]:
    """How many are problems, and how many only warn."""
    by_kind = {False: 0, True: 0}
    for (_, warning), number in problems.counts().items():
        by_kind[warning] += number
    return by_kind[False], by_kind[True]


_FORMATS: Mapping[FindingsFormat, Callable[[Problems, int, Catalog], str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
}
