"""`screening check`: what makes a set or directory unwise though it can be read. One rule a file.

A rule yields problems; its docstring says what is wrong, why, and how to mend it, with examples that pass and fail.
They are run as tests, and `docs/checks.md` is made of them. A rule's code is the name of its file with hyphens.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from types import ModuleType

from msgspec.structs import replace

from screening.lint import (
    child_below_adult,
    contact_format,
    double_question,
    duplicate_contact,
    everyday_name,
    flag_never_reached,
    gate_hides_evidence,
    gate_looks_ahead,
    glossary_term,
    hard_to_read,
    identity_question,
    label_word,
    leading_question,
    missing_listen,
    missing_source,
    missing_why,
    need_not_offered,
    need_twice,
    negative_question,
    old_contact,
    pathway_lists_less,
    question_without_effect,
    too_long,
    too_many_questions,
    translation,
    trap_as_contact,
    unreachable,
    vignettes,
    vulnerability_not_used,
)
from screening.lint.ignores import heeded
from screening.reading.directories import AnyFile, DirectoryFile
from screening.reading.problem import Problem
from screening.reading.sets import SetFiles
from screening.reading.translations import translation_paths

# These look at one file or another and work on a set that has problems of reading.
_FOR_ANY_SET = (
    child_below_adult,
    gate_hides_evidence,
    gate_looks_ahead,
    pathway_lists_less,
    flag_never_reached,
)
# These need the whole set to make sense, or look at its words, which come after its working at all.
_FOR_SOUND_SETS = (
    unreachable,
    question_without_effect,
    too_many_questions,
    vignettes,
    missing_source,
    vulnerability_not_used,
    identity_question,
    leading_question,
    double_question,
    negative_question,
    label_word,
    hard_to_read,
    too_long,
    missing_why,
    missing_listen,
    translation,
    glossary_term,
)
_FOR_SETS_WITH_DIRECTORIES = (need_not_offered,)
_FOR_DIRECTORIES = (trap_as_contact, need_twice)
_FOR_SERVICES = (contact_format, duplicate_contact, everyday_name)
# What the clock brings must not turn a build red.
_WARNINGS = (old_contact,)

RULES: Mapping[str, ModuleType] = {
    rule.__name__.rpartition(".")[2].replace("_", "-"): rule
    for rule in (
        *_FOR_ANY_SET,
        *_FOR_SOUND_SETS,
        *_FOR_SETS_WITH_DIRECTORIES,
        *_FOR_DIRECTORIES,
        *_FOR_SERVICES,
        *_WARNINGS,
    )
}
_CODES = {rule: code for code, rule in RULES.items()}


def set_findings(files: SetFiles, directories: Sequence[DirectoryFile] = ()) -> Iterator[Problem]:
    """Everything unwise in a set that no comment passes over.

    Args:
        files: the set, sound or not.
        directories: the sound directories with which it is checked, if there are any.
    """
    rules = list(_FOR_ANY_SET)
    found = _found(rules, lambda rule: rule.check(files))
    if not files.problems:
        found = chain(found, _found(_FOR_SOUND_SETS, lambda rule: rule.check(files)))
        rules = [*rules, *_FOR_SOUND_SETS]
        if directories:
            found = chain(found, _found(_FOR_SETS_WITH_DIRECTORIES, lambda rule: rule.check(files, directories)))
            rules += _FOR_SETS_WITH_DIRECTORIES
    yield from heeded(found, _own(files), RULES, {_CODES[rule] for rule in rules})


def directory_findings(file: AnyFile, today: date) -> Iterator[Problem]:
    """Everything unwise in a directory, or an agency's own file, that can be read, and that no comment passes over.

    Args:
        file: the directory, sound or not.
        today: the day by which what is old is told.
    """
    if file.problems:
        return
    rules = [*_FOR_SERVICES, *_WARNINGS]
    found = chain(
        _found(_FOR_SERVICES, lambda rule: rule.check(file)),
        (replace(each, warning=True) for each in _found(_WARNINGS, lambda rule: rule.check(file, today))),
    )
    if isinstance(file, DirectoryFile):
        rules += _FOR_DIRECTORIES
        found = chain(found, _found(_FOR_DIRECTORIES, lambda rule: rule.check(file)))
    yield from heeded(found, [file.file.text.file], RULES, {_CODES[rule] for rule in rules})


def _found(rules: Iterable[ModuleType], findings: Callable[[ModuleType], Iterator[Problem]]) -> Iterator[Problem]:
    """What rules find, each finding with the code of its rule. There may be very many: they are not held."""
    return (replace(finding, code=_CODES[rule]) for rule in rules for finding in findings(rule))


def _own(files: SetFiles) -> list[str]:
    """The files in the folder of a set that may have comments."""
    read = (files.about, files.indicators, *files.sections, files.guidance, *files.vignettes)
    names = [file.text.file for file in read if file is not None]
    return [name for name in (*names, *map(str, translation_paths(files.folder))) if files.is_own(name)]
