"""Something that has not been yet."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.directories import AnyFile
from screening.reading.problem import Problem
from screening.sets.data_path import DataPath

RULE = Rule(id="future-date", scope=Scope.SERVICES_TODAY)

_DATES = frozenset({"as_of", "page_date", "confirmed_on", "unanswered_on", "called_on"})


def check(file: AnyFile, today: date) -> Iterator[Problem]:
    """A date lies in the future: nobody can have seen a page, or called a number, on that day.

    A slip of the finger would keep a number from ever being called again. Correct the date. Today's date is used, or
    the one given with `--today`; what is wrong today is right some day, so no build turns red by the clock.

    Passes:
        referrals/xx.yaml: {services: [{id: house, page_date: "2026"}]}

    Fails:
        referrals/xx.yaml: {services: [{id: house, page_date: "2062-06"}]}

    Fails:
        referrals/xx.yaml: {services: [{id: house, confirmed_on: "2062-11-25"}]}
    """
    for path, written in _dates((), msgspec.to_builtins(file.file.value)):
        # As exact as it is: "2026" is not later than a day of 2026.
        if written[:1].isdigit() and written > today.isoformat()[: len(written)]:
            message = gettext("{date} lies in the future", date=quoted(written))
            yield file.file.problem(path, message, gettext("Correct the date: today is {day}.", day=today.isoformat()))


def _dates(path: DataPath, data: Any) -> Iterator[tuple[DataPath, str]]:
    if isinstance(data, dict):
        for key, part in data.items():
            if key in _DATES and isinstance(part, str):
                yield (*path, key), part
            else:
                yield from _dates((*path, key), part)
    elif isinstance(data, list | tuple):
        for index, part in enumerate(data):
            yield from _dates((*path, index), part)
