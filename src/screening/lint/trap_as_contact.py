"""A dead or dangerous contact."""

import re
from collections.abc import Iterator

from screening.reading.directories import DirectoryFile
from screening.reading.problem import Problem

_NO_DIGITS = re.compile(r"[^0-9]")


def check(file: DirectoryFile) -> Iterator[Problem]:
    """A contact or a name is one of the directory's traps.

    A trap is a number that is dead, or that brings harm (a line of the police where help was wanted), or an
    organisation that is no more. Call the right number, or take the service out.

    Passes:
        referrals/xx.yaml: {traps: [{what: 5550 1999, why: It is dead.}]}

    Fails:
        referrals/xx.yaml: {traps: [{what: 5550 1234, why: It is dead.}]}

    Fails:
        referrals/xx.yaml: {traps: [{what: The old house, why: It is no more.}]}
    """
    directory = file.file.value
    for place, service in enumerate(directory.services):
        for trap in directory.traps:
            digits = _NO_DIGITS.sub("", trap.what)
            for i, contact in enumerate(service.contacts):
                number = _NO_DIGITS.sub("", contact.number)
                if digits and (number == digits or (len(digits) > 3 and number.endswith(digits))):
                    what = f"{contact.number!r} is a trap: {trap.why.rstrip('.')}"
                    yield file.file.problem(("services", place, "contacts", i, "number"), what, "Take it out.")
            for language, name in service.names.items():
                if not digits and trap.what.casefold() in name.casefold():
                    what = f"{name!r} is a trap: {trap.why.rstrip('.')}"
                    yield file.file.problem(("services", place, "names", language), what, "Take the service out.")
