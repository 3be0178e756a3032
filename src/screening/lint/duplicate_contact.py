"""One number under two names."""

from collections.abc import Iterator

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.directories import AnyFile, DirectoryFile
from screening.reading.placeholders import is_placeholder
from screening.reading.problem import Problem
from screening.referral.emergency import EMERGENCY
from screening.referral.numbers import dialled
from screening.referral.service import TO_DIAL, ContactKind

RULE = Rule(id="duplicate-contact", scope=Scope.SERVICES)


def check(file: AnyFile) -> Iterator[Problem]:
    """Two services have the same contact, however it is written.

    Then one of them was copied wrongly, or both are one service, and somebody who was turned away calls the same people
    again. Look it up; if it is one service, make one entry of the two. The emergency number of a place stands under
    `emergency` alone: it is found from there by everybody who needs it.

    Passes:
        referrals/xx.yaml:
          services:
            - id: other
              names: {en: N}
              offers: [shelter]
              contacts: [{kind: telephone, number: "18281", evidence: official}]
              source: S
              page_date: "2026"

    Fails:
        referrals/xx.yaml:
          services:
            - id: other
              names: {en: N}
              offers: [shelter]
              contacts: [{kind: telephone, number: "18280", evidence: official}]
              source: S
              page_date: "2026"
    """
    region = file.place.upper()
    first: dict[tuple[str, str], str] = {}
    if isinstance(file, DirectoryFile):
        first["telephone", dialled(file.file.value.emergency.number, region)] = EMERGENCY
    for index, service in enumerate(file.services):
        for number, contact in enumerate(service.contacts):
            owner = first.setdefault((contact.kind, _found_by(contact.kind, contact.number, region)), service.id)
            if owner != service.id and not is_placeholder(contact.number):
                at = ("services", index, "contacts", number, "number")
                message = gettext(
                    "{number} is also the {kind} of {owner}",
                    number=quoted(contact.number),
                    kind=contact.kind,
                    owner=quoted(owner),
                )
                yield file.file.problem(at, message, gettext("Check whose it is."))


def _found_by(kind: ContactKind, number: str, region: str) -> str:
    return dialled(number, region) if kind in TO_DIAL else number.casefold()
