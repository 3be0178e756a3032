"""A dead or dangerous contact."""

from collections.abc import Iterator

from screening.directory import trapped
from screening.reading.directories import DirectoryFile
from screening.reading.problem import Problem


def check(file: DirectoryFile) -> Iterator[Problem]:
    """A contact or a name is one of the directory's traps.

    A trap is a number that is dead, or that brings harm (a line of the police where help was wanted), or an
    organisation that is no more. Call the right number, or take the service out.

    Passes:
        referrals/xx.yaml: {traps: [{what: 555 0199, why: It is dead.}]}

    Fails:
        referrals/xx.yaml: {traps: [{what: 555 0123, why: It is dead.}]}

    Fails:
        referrals/xx.yaml: {traps: [{what: The old house, why: It is no more.}]}
    """
    directory = file.file.value
    for place, service in enumerate(directory.services):
        for each in trapped(service, directory.traps):
            mend = "Take it out." if each.path[0] == "contacts" else "Take the service out."
            yield file.file.problem(("services", place, *each.path), each.what, mend)
