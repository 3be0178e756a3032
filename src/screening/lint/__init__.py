"""`screening check`: what makes a set or directory unwise though it can be read. One rule a file.

A rule yields problems; its docstring says what is wrong, why, and how to fix it, with examples that pass and fail.
They are run as tests, and `docs/checks.md` is made of them. Its `RULE` says its code, and what it looks at. The rules
are found by walking this package: adding one is adding a file.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib import import_module
from itertools import chain
from pkgutil import iter_modules
from types import ModuleType

from msgspec.structs import replace

from screening.lint.ignores import apply_ignores
from screening.lint.rule import Scope
from screening.reading.directories import AnyFile, DirectoryFile
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles
from screening.reading.translations import translation_paths

# Of directories, and of sets that say nothing else.
_ENGLISH = "en"


def _rules() -> Iterator[ModuleType]:
    """The modules of this package that are rules, by name."""
    for found in iter_modules(__path__, f"{__name__}."):
        module = import_module(found.name)
        if hasattr(module, "RULE"):
            yield module


RULES: Mapping[str, ModuleType] = {module.RULE.id: module for module in _rules()}


def set_findings(files: SetFiles, directories: Sequence[DirectoryFile] = ()) -> Iterator[Problem]:
    """Everything unwise in a set that no comment passes over.

    Args:
        files: the set, sound or not.
        directories: the sound directories with which it is checked, if there are any.
    """
    language = files.about.value.language
    scopes = [Scope.ANY_SET]
    found = _found(Scope.ANY_SET, lambda rule: rule.check(files), language)
    if not files.problems:
        scopes.append(Scope.SOUND_SET)
        found = chain(found, _found(Scope.SOUND_SET, lambda rule: rule.check(files), language))
        if directories:
            scopes.append(Scope.SET_WITH_DIRECTORIES)
            found = chain(
                found, _found(Scope.SET_WITH_DIRECTORIES, lambda rule: rule.check(files, directories), language)
            )
    in_this_set = _in_this_set(found, files, directories)
    yield from apply_ignores(in_this_set, _own(files), RULES, _codes(scopes, language))


def _in_this_set(found: Iterator[Problem], files: SetFiles, directories: Sequence[DirectoryFile]) -> Iterator[Problem]:
    """Findings; what is unwise in the set that is extended only because this one extends it, is told in this one."""
    if files.extends is None:
        yield from found
        return
    is_own = cache(files.is_own)
    inherited = []
    for finding in found:
        if is_own(finding.file):
            yield finding
        else:
            inherited.append(finding)
    if not inherited:
        return
    base = files.base_alone
    known = set(map(_place, set_findings(base, directories))) if base is not None else set()
    for finding in apply_ignores(inherited, (), RULES, RULES):
        yield finding if _place(finding) in known else files.at_its_cause(finding)


def _place(finding: Problem) -> tuple[object, ...]:
    return finding.file, finding.line, finding.column, finding.code, finding.message.text


def directory_findings(file: AnyFile, today: date) -> Iterator[Problem]:
    """Everything unwise in a directory, or an agency's own file, that can be read, and that no comment passes over.

    Args:
        file: the directory, sound or not.
        today: the day by which what is old is told.
    """
    if file.problems:
        return
    scopes = [Scope.SERVICES, Scope.SERVICES_TODAY]
    found = chain(
        _found(Scope.SERVICES, lambda rule: rule.check(file)),
        _found(Scope.SERVICES_TODAY, lambda rule: rule.check(file, today)),
    )
    if isinstance(file, DirectoryFile):
        scopes.append(Scope.DIRECTORY)
        found = chain(found, _found(Scope.DIRECTORY, lambda rule: rule.check(file)))
    yield from apply_ignores(found, [file.file.text.file], RULES, _codes(scopes))


def _codes(scopes: Iterable[Scope], language: str = _ENGLISH) -> set[str]:
    return {code for code, rule in RULES.items() if rule.RULE.scope in scopes and _knows(rule, language)}


def _knows(rule: ModuleType, language: str) -> bool:
    """Whether a rule can judge texts of a language: a rule of English words is silent about all others."""
    return rule.RULE.language in {None, language.split("-", maxsplit=1)[0]}


def _found(
    scope: Scope, findings: Callable[[ModuleType], Iterator[Problem]], language: str = _ENGLISH
) -> Iterator[Problem]:
    """What the rules that look at something find, each finding with the code of its rule.

    There may be very many: they are not held.
    """
    of_scope = ((code, rule) for code, rule in RULES.items() if rule.RULE.scope is scope and _knows(rule, language))
    return (
        replace(finding, code=code, warning=finding.warning or rule.RULE.warns)
        for code, rule in of_scope
        for finding in findings(rule)
    )


def _own(files: SetFiles) -> list[str]:
    """The files in the folder of a set that may have comments."""
    read = (files.about, files.indicators, *files.sections, files.guidance, *files.vignettes)
    names = [file.text.file for file in read if file is not None]
    return [name for name in (*names, *map(str, translation_paths(files.folder))) if files.is_own(name)]
