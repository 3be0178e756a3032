"""A line of guidance that says in words for whom it is meant."""

import re
from collections.abc import Iterator
from typing import Any

from screening.language.messages import gettext
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles
from screening.reading.shape import File
from screening.sets.data_path import DataPath
from screening.sets.guidance import Flag, Pathway

RULE = Rule(id="line-for-one-age", scope=Scope.SOUND_SET, language="en")

_FOR_ONE_AGE = re.compile(
    r"(?:for (?:a child|an adult)\b|with an adult's\b|(?:if|where) (?:the person|they) (?:is|are) "
    r"(?:a child|an adult|under 18)\b)",
    re.IGNORECASE,
)


def check(files: SetFiles) -> Iterator[Problem]:
    """A line of guidance begins with "For a child", "For an adult" or the like, and is printed for everybody.

    Of an adult nothing is said that is meant for a child, and of a child nothing that is meant for an adult (law 10).
    Write the line by age.

    Passes:
        guidance.yaml: [{id: help, do: [{child: Call child protection., adult: Ask what they want.}]}]

    Fails:
        guidance.yaml: [{id: help, do: ["For a child, call child protection."]}]

    Fails:
        guidance.yaml: [{id: help, do_not: ["If the person is an adult, do not decide for them."]}]
    """
    for file, path, block in _blocks(files):
        listed = [((*path, "do", number), line) for number, line in enumerate(block.do)]
        listed += [((*path, "do_not", number), line) for number, line in enumerate(block.do_not)]
        listed += [((*path, key), line) for key in ("tonight", "never") if (line := getattr(block, key)) is not None]
        for at, line in listed:
            if isinstance(line, str) and _FOR_ONE_AGE.match(line):
                message = gettext("this line is meant for one age, and printed for everybody")
                yield file.problem(
                    at, message, gettext("Write it as {child: ...} or {adult: ...}, without those words.")
                )


def _blocks(files: SetFiles) -> Iterator[tuple[File[Any], DataPath, Flag | Pathway]]:
    for index, flag in enumerate(files.about.value.flags):
        yield files.about, ("flags", index), flag
    for index, pathway in enumerate(files.guidance.value if files.guidance is not None else ()):
        assert files.guidance is not None
        yield files.guidance, (index,), pathway
