"""A dead or dangerous contact."""

from collections.abc import Iterator

from screening.lint.rule import Rule, Scope
from screening.reading.directories import DirectoryFile, traps_in
from screening.reading.problem import Problem

RULE = Rule(id="trap-as-contact", scope=Scope.DIRECTORY)


def check(file: DirectoryFile) -> Iterator[Problem]:
    """A contact or a name is one of the directory's traps.

    A trap is a number that is dead, or that brings harm (a line of the police where help was wanted), or an
    organisation that no longer exists. Call the right number, or take the service out.

    Passes:
        referrals/xx.yaml: {traps: [{what: "18289", why: It is dead.}]}

    Fails:
        referrals/xx.yaml: {traps: [{what: "18280", why: It is dead.}]}

    Fails:
        referrals/xx.yaml: {traps: [{what: The old house, why: It is no more.}]}
    """
    yield from traps_in(file, file.file.value.traps)
