"""A need that is met and is said not to be."""

from collections.abc import Iterator

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.directories import DirectoryFile
from screening.reading.problem import Problem
from screening.referral.anywhere import ANYWHERE
from screening.referral.emergency import emergency_service

RULE = Rule(id="need-twice", scope=Scope.DIRECTORY)


def check(file: DirectoryFile) -> Iterator[Problem]:
    """A need is listed under `not_listed`, but a service that can be reached, or the emergency number, offers it.

    Then the program would never say what to do where nobody is listed. Take the need out of `not_listed`, or out of the
    service.

    Passes:
        referrals/xx.yaml: {not_listed: [police]}

    Fails:
        referrals/xx.yaml: {not_listed: [shelter]}

    Fails:
        referrals/xx.yaml: {not_listed: [emergency]}
    """
    offering: dict[str, str] = {}
    emergency = () if file.place == ANYWHERE else (emergency_service(file.file.value.emergency),)
    for service in (*emergency, *file.services):
        for need in service.offers if service.contacts else ():
            offering.setdefault(need, service.id)
    for number, need in enumerate(file.file.value.not_listed):
        if need in offering:
            message = gettext(
                "{need} is marked as not listed, but {service} offers it",
                need=quoted(need),
                service=quoted(offering[need]),
            )
            yield file.file.problem(("not_listed", number), message, gettext("Take one of the two out."))
