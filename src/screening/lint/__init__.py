"""`screening check`: what makes a set or directory unwise though it can be read. One rule a file.

A rule yields problems; its docstring says what is wrong, why, and how to mend it.
"""

from collections.abc import Iterator

from screening.lint import (
    child_below_adult,
    flag_never_reached,
    gate_hides_evidence,
    gate_looks_ahead,
    pathway_lists_less,
    trap_as_contact,
    unreachable,
    vignettes,
)
from screening.reading.directories import DirectoryFile
from screening.reading.problem import Problem
from screening.reading.sets import SetFiles

# These look at one file or another and work on a set that has problems of reading.
_RULES_FOR_ANY_SET = (
    child_below_adult.check,
    gate_hides_evidence.check,
    gate_looks_ahead.check,
    pathway_lists_less.check,
    flag_never_reached.check,
)
# These need the whole set to make sense.
_RULES_FOR_SOUND_SETS = (unreachable.check, vignettes.check)
_RULES_FOR_DIRECTORIES = (trap_as_contact.check,)


def set_findings(files: SetFiles) -> Iterator[Problem]:
    """Everything unwise in a set."""
    for rule in _RULES_FOR_ANY_SET:
        yield from rule(files)
    if not files.problems:
        for sound_rule in _RULES_FOR_SOUND_SETS:
            yield from sound_rule(files)


def directory_findings(file: DirectoryFile) -> Iterator[Problem]:
    """Everything unwise in a directory that can be read."""
    if not file.problems:
        for rule in _RULES_FOR_DIRECTORIES:
            yield from rule(file)
